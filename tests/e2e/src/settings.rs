//! What `cargo xtask test` hands over.

use std::{env, path::PathBuf};

use anyhow::{Context, Result, bail};

/// A browser and the driver that steers it.
#[derive(Clone, Debug)]
pub(crate) struct Engine {
    /// `chromium`, `firefox` or `webkit`.
    pub(crate) name: String,
    /// The WebDriver server.
    pub(crate) driver: PathBuf,
    /// Gives the driver a screen, where it needs one.
    pub(crate) xvfb: Option<PathBuf>,
}

/// What to test, and with what.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The built site.
    pub(crate) dist: PathBuf,
    /// The page in one file.
    pub(crate) bundle: PathBuf,
    /// axe-core, minified.
    pub(crate) axe: String,
    /// The real article.
    pub(crate) article: PathBuf,
    /// In which browsers.
    pub(crate) engines: Vec<Engine>,
    /// How often each fault is tried; then nothing else is done.
    pub(crate) rounds: Option<usize>,
    /// The only fault to try, or journey to walk.
    pub(crate) only: Option<String>,
    /// What to do instead of testing.
    pub(crate) instead: Option<Instead>,
}

/// What is done with the built site but to test it.
#[derive(Clone, Debug)]
pub(crate) enum Instead {
    /// To make the README's picture, in this file.
    Picture(PathBuf),
    /// To measure how long the page is held up.
    Fluency,
}

impl Settings {
    /// Reads the variables that `cargo xtask test` sets.
    ///
    /// # Errors
    /// Where one is missing or names a file that is not there.
    pub(crate) fn from_environment() -> Result<Self> {
        let engines = variable("CLAIMLIGHT_BROWSERS")?;
        let axe = file("CLAIMLIGHT_AXE")?;
        Ok(Self {
            dist: file("CLAIMLIGHT_DIST")?,
            bundle: file("CLAIMLIGHT_BUNDLE")?,
            axe: std::fs::read_to_string(axe)?,
            article: article()?,
            engines: engines.split(',').map(engine).collect::<Result<_>>()?,
            rounds: env::var("CLAIMLIGHT_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()),
            only: env::var("CLAIMLIGHT_ONLY").ok(),
            instead: instead(),
        })
    }
}

fn instead() -> Option<Instead> {
    let picture = env::var_os("CLAIMLIGHT_PICTURE").map(|file| Instead::Picture(file.into()));
    picture.or_else(|| env::var_os("CLAIMLIGHT_FLUENCY").map(|_| Instead::Fluency))
}

fn variable(name: &str) -> Result<String> {
    env::var(name).with_context(|| format!("{name} is not set: run `cargo xtask test --only e2e`"))
}

fn file(name: &str) -> Result<PathBuf> {
    let path = PathBuf::from(variable(name)?);
    if !path.exists() {
        bail!("{name} names {}, which is not there", path.display());
    }
    Ok(path)
}

fn engine(name: &str) -> Result<Engine> {
    let (driver, xvfb) = match name {
        "chromium" => (file("CLAIMLIGHT_CHROMEDRIVER")?, None),
        "firefox" => (file("CLAIMLIGHT_GECKODRIVER")?, None),
        "webkit" => (file("CLAIMLIGHT_WEBKITDRIVER")?, Some(file("CLAIMLIGHT_XVFB")?)),
        other => bail!("no browser is called {other}"),
    };
    Ok(Engine { name: name.to_owned(), driver, xvfb })
}

/// `shared/articles` beside the repository, or beside one of the folders around it.
fn article() -> Result<PathBuf> {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("shared/articles/belarus-poland-border.txt"))
        .find(|file| file.exists())
        .context("shared/articles stands nowhere above the repository")
}
