//! Walks through the built site as readers do, in each browser engine.
//!
//! `cargo xtask test --only e2e` builds the site, finds the drivers and runs this with the environment it needs.

mod driver;
mod endure;
mod fluency;
mod journey;
mod page;
mod portrait;
mod server;
mod settings;

use anyhow::{Context, Result};

use self::{
    driver::Driver,
    page::Page,
    server::Server,
    settings::{Instead, Settings},
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let settings = Settings::from_environment()?;
    let server = Server::start(settings.dist.clone())?;
    for engine in &settings.engines {
        if let Some(instead) = &settings.instead {
            let driver = Driver::start(engine).await?;
            let page = Page::open(&driver, engine, &settings, &server).await?;
            match instead {
                Instead::Picture(file) => portrait::take(&page, file).await?,
                Instead::Fluency => fluency::measure(&page).await?,
            }
            return page.close().await;
        }
        let rounds = settings.rounds;
        let is_meant = |name: &str| settings.only.as_deref().is_none_or(|only| only == name);
        for trial in endure::ALL.iter().filter(|trial| is_meant(trial.name)) {
            let name = format!("{} in {}", trial.name, engine.name);
            eprintln!("   {name}");
            let stage = endure::Stage { engine, settings: &settings, server: &server };
            trial.go(&stage, rounds.unwrap_or(1)).await.with_context(|| name)?;
        }
        for journey in journey::ALL.iter().filter(|it| rounds.is_none() && is_meant(it.name)) {
            let name = format!("{} in {}", journey.name, engine.name);
            eprintln!("   {name}");
            let driver = Driver::start(engine).await?;
            let page = Page::open(&driver, engine, &settings, &server).await?;
            let walked = journey.walk(&page).await;
            if walked.is_err() {
                page.leave_screenshot(&name).await;
            }
            page.close().await?;
            walked.with_context(|| name.clone())?;
        }
    }
    Ok(())
}
