//! A WebDriver server and the browser behind it.

use std::{
    net::TcpListener,
    os::unix::process::CommandExt,
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
    pub(crate) async fn window(&self, engine: &Engine) -> Result<Client> {
        let Value::Object(capabilities) = capabilities(&engine.name) else {
            bail!("capabilities are an object");
        };
        let address = format!("http://127.0.0.1:{}", self.port);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        Ok(builder.capabilities(capabilities).connect(&address).await?)
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

fn capabilities(engine: &str) -> Value {
    match engine {
        "chromium" => json!({
            "goog:chromeOptions": { "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            ] },
        }),
        "firefox" => json!({ "moz:firefoxOptions": { "args": ["-headless"] } }),
        _ => json!({
            "webkitgtk:browserOptions": {
                "binary": "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                "args": ["--automation"],
            },
        }),
    }
}
