//! What shows the page is killed right after an edit; the browser lives on.

use anyhow::{Context, Result, ensure};

use super::Stage;
use crate::{driver::Profile, journey::sources};

pub(super) async fn go(stage: &Stage<'_>, rounds: usize) -> Result<()> {
    // The drivers of Firefox and WebKit lose the session with the page.
    if stage.engine.name != "chromium" {
        return Ok(());
    }
    for round in 0..rounds {
        let (driver, page) = stage.open(&Profile::default()).await?;
        // A window that outlives the other, for the driver to hold on to.
        let [first, second] = page.another().await?;
        // Of another site, and so of another process.
        let elsewhere = stage.server.address.replace("127.0.0.1", "localhost");
        page.visit(&format!("{elsewhere}rescue.html")).await?;
        page.switch(&first).await?;
        page.go(&stage.server.address).await?;
        let name = format!("Renderer {round}");
        sources::add(&page, &name).await?;
        // Not a moment is waited for the database.
        driver.kill_renderer(stage.engine)?;
        page.switch(&second).await?;
        page.go(&stage.server.address).await?;
        let names = sources::names(&page).await.with_context(|| name.clone())?;
        ensure!(names.contains(&name), "{name} is gone: {names:?}");
    }
    eprintln!("      {rounds} killed, nothing lost");
    Ok(())
}
