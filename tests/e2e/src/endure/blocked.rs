//! One storage is blocked, or both; or the window is private.

use anyhow::Result;
use serde_json::json;

use super::Stage;
use crate::{
    driver::Profile,
    journey::{saved, sources},
    page::Page,
};

pub(super) async fn go(stage: &Stage<'_>) -> Result<()> {
    let (driver, page) = stage.open(&Profile::default()).await?;
    // The database alone keeps everything.
    without(&page, stage, "localStorage").await?;
    sources::add(&page, "Database").await?;
    saved(&page).await?;
    without(&page, stage, "localStorage").await?;
    expect(&page, "Database").await?;

    // localStorage alone does, and says for how long.
    without(&page, stage, "indexedDB").await?;
    sources::add(&page, "Local").await?;
    page.until("document.querySelector('.kept').textContent.startsWith('Kept only until')").await?;
    page.until("!document.querySelector('.trouble')").await?;
    without(&page, stage, "indexedDB").await?;
    expect(&page, "Local").await?;

    // With both again, both kept all.
    page.go(&stage.server.address).await?;
    expect(&page, "Database").await?;
    expect(&page, "Local").await?;
    saved(&page).await?;
    without(&page, stage, "localStorage").await?;
    expect(&page, "Local").await?;

    // Where nothing is kept, that is said, and the way out is there.
    without(&page, stage, "localStorage,indexedDB").await?;
    sources::add(&page, "Nothing").await?;
    page.until("document.querySelector('.kept').textContent === 'Not saved'").await?;
    page.until("document.querySelector('.trouble button').textContent === 'Export'").await?;
    page.no_errors().await?;
    page.close().await?;
    drop(driver);

    if stage.takes_profiles() {
        let profile = Profile { folder: None, is_private: true };
        let (_driver, page) = stage.open(&profile).await?;
        page.go(&stage.server.address).await?;
        sources::add(&page, "Private").await?;
        saved(&page).await?;
        page.reload().await?;
        expect(&page, "Private").await?;
        page.close().await?;
    }
    Ok(())
}

async fn without(page: &Page, stage: &Stage<'_>, storages: &str) -> Result<()> {
    page.go(&format!("{}?without={storages}", stage.server.address)).await
}

/// What the database adds comes a moment later.
async fn expect(page: &Page, name: &str) -> Result<()> {
    page.until_with(
        "[...document.querySelectorAll('.side .share .name')].some((it) => it.textContent === a)",
        json!(name),
    )
    .await
}
