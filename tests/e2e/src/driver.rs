//! A WebDriver server and the browser behind it.

use std::{
    net::TcpListener,
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::settings::Engine;

/// How long a driver may take to answer.
const STARTS_WITHIN: Duration = Duration::from_secs(30);

/// A running driver; dropped, it goes, and its browser with it.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver of `engine` on a free port, and waits until it listens.
    ///
    /// # Errors
    /// Where it does not start.
    pub(crate) async fn start(engine: &Engine) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = match &engine.xvfb {
            Some(xvfb) => {
                let mut command = Command::new(xvfb);
                command.args(["--auto-servernum", "--server-args=-screen 0 1500x1200x24"]);
                command.arg(&engine.driver);
                command
            }
            None => Command::new(&engine.driver),
        };
        command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        // A group of its own, so that what it starts goes with it.
        let process = command.process_group(0).spawn().context("the driver does not start")?;
        let driver = Self { process, port };
        driver.listens().await?;
        Ok(driver)
    }

    async fn listens(&self) -> Result<()> {
        let start = Instant::now();
        while tokio::net::TcpStream::connect(("127.0.0.1", self.port)).await.is_err() {
            if start.elapsed() > STARTS_WITHIN {
                bail!("the driver does not listen");
            }
            tokio::task::yield_now().await;
        }
        Ok(())
    }

    /// A new browser window.
    ///
    /// # Errors
    /// Where the browser does not start.
    pub(crate) async fn window(&self, engine: &Engine, profile: &Profile) -> Result<Client> {
        let Value::Object(capabilities) = capabilities(&engine.name, profile) else {
            bail!("capabilities are an object");
        };
        let address = format!("http://127.0.0.1:{}", self.port);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        Ok(builder.capabilities(capabilities).connect(&address).await?)
    }

    /// Kills, at once and without a word, the process that shows the page; the browser around it lives on. Of all that
    /// show something, it is the one that has worked most.
    ///
    /// # Errors
    /// Where nothing of the kind runs.
    pub(crate) fn kill_renderer(&self, engine: &Engine) -> Result<()> {
        let marks: &[&str] = match engine.name.as_str() {
            "chromium" => &["--type=renderer"],
            "firefox" => &["-contentproc", "tab"],
            _ => &["WebKitWebProcess"],
        };
        let group = self.process.id().to_string();
        let mut busiest = None;
        for entry in std::fs::read_dir("/proc")? {
            let folder = entry?.path();
            // A process may end while we look.
            let read = |name| std::fs::read_to_string(folder.join(name)).unwrap_or_default();
            let line = read("cmdline").replace('\0', " ");
            let stat = read("stat");
            // After the name in parentheses: state, parent, group, and further on two times in ticks.
            let numbers = stat.rsplit(')').next().unwrap_or_default();
            let numbers: Vec<&str> = numbers.split_whitespace().collect();
            let ticks = numbers.iter().skip(11).take(2).flat_map(|ticks| ticks.parse::<u64>());
            let is_ours = numbers.get(2) == Some(&group.as_str());
            let is_meant = |mark: &&str| line.split(' ').any(|word| word.ends_with(mark));
            if is_ours && marks.iter().all(is_meant) {
                busiest = busiest.max(Some((ticks.sum::<u64>(), folder)));
            }
        }
        let (_, folder) = busiest.context("no process shows pages")?;
        let number = folder.file_name().unwrap_or_default();
        Command::new("kill").arg("-KILL").arg(number).status()?;
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // What is gone already need not be stopped.
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.process.wait();
    }
}

/// Where a browser keeps what it keeps.
#[derive(Clone, Debug, Default)]
pub(crate) struct Profile {
    /// A folder that outlives the browser; `None` for one that does not.
    pub(crate) folder: Option<PathBuf>,
    /// Whether the window is private.
    pub(crate) is_private: bool,
}

fn capabilities(engine: &str, profile: &Profile) -> Value {
    let folder = profile.folder.as_ref().map(|folder| folder.display().to_string());
    match engine {
        "chromium" => {
            let mut args = vec![
                "--headless=new".to_owned(),
                "--no-sandbox".to_owned(),
                "--disable-gpu".to_owned(),
                "--disable-background-networking".to_owned(),
            ];
            args.extend(folder.map(|folder| format!("--user-data-dir={folder}")));
            args.extend(profile.is_private.then(|| "--incognito".to_owned()));
            json!({ "goog:chromeOptions": { "args": args } })
        }
        "firefox" => {
            let mut args = vec!["-headless".to_owned()];
            args.extend(folder.into_iter().flat_map(|folder| ["-profile".to_owned(), folder]));
            let prefs = json!({ "browser.privatebrowsing.autostart": profile.is_private });
            json!({ "moz:firefoxOptions": { "args": args, "prefs": prefs } })
        }
        _ => json!({
            "webkitgtk:browserOptions": {
                "binary": "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                "args": ["--automation"],
            },
        }),
    }
}
