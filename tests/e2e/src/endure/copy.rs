//! A file that is kept up to date by itself, where the browser has such a thing. The window in which files are chosen is
//! the browser's own; here it gives a file of the page's private file system.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Stage;
use crate::{
    driver::Profile,
    journey::{close_sheet, saved, sources},
    page::Page,
};

/// How long the file may take to be written.
const PATIENCE: Duration = Duration::from_secs(20);

const PICKER: &str = "(() => {
  window.showSaveFilePicker = async () =>
    (await navigator.storage.getDirectory()).getFileHandle('claimlight.json', { create: true });
})()";

pub(super) async fn go(stage: &Stage<'_>) -> Result<()> {
    let (_driver, page) = stage.open(&Profile::default()).await?;
    page.go(&stage.server.address).await?;
    page.click("[aria-label='Settings']").await?;
    page.until("document.querySelector('#back-up')").await?;
    if page.value("typeof showSaveFilePicker", json!(null)).await? == json!("undefined") {
        page.until("!document.querySelector('#back-up-choose')").await?;
        return page.close().await;
    }
    page.value(PICKER, json!(null)).await?;
    page.click("#back-up-choose").await?;
    page.until("document.querySelector('.kept-file [role=status]')?.textContent === 'claimlight.json is kept up to date by itself.'").await?;
    close_sheet(&page).await?;
    sources::claim(&page, 0).await?;
    holds(&page, 1).await?;
    page.until("document.querySelector('.backed-up')?.textContent.startsWith('Backed up ')")
        .await?;

    // The next visit goes on with it.
    saved(&page).await?;
    page.reload().await?;
    sources::claim(&page, 1).await?;
    holds(&page, 2).await?;

    // Another browser writes a claim of its own into it.
    let mut file = read(&page).await?;
    let items = file["first"]["items"].as_array_mut().context("annotations")?;
    let mut theirs = items[0].clone();
    theirs["id"] = json!("urn:uuid:11111111-2222-4333-8444-555555555555");
    items.push(theirs);
    page.value(
        "(() => {
          navigator.storage.getDirectory().then((folder) => folder.getFileHandle('claimlight.json'))
            .then((file) => file.createWritable())
            .then(async (file) => { await file.write(a); await file.close(); window.e2e.theirs = true; });
        })()",
        json!(file.to_string()),
    )
    .await?;
    page.until("window.e2e.theirs").await?;
    sources::claim(&page, 2).await?;
    page.until("document.querySelector('.backed-up').textContent === 'Back-up differs'").await?;
    ensure!(claims(&read(&page).await?)? == 3, "their file is written over");
    page.click(".backed-up").await?;
    page.until("document.querySelector('#back-up-take-in')").await?;
    page.axe("a back-up that differs").await?;
    page.click("#back-up-take-in").await?;
    holds(&page, 4).await?;
    page.until("document.querySelector('#back-up-stop')").await?;
    page.axe("a back-up kept up to date").await?;
    page.click("#back-up-stop").await?;
    page.until("document.querySelector('#back-up-choose')").await?;
    page.no_errors().await?;
    page.close().await
}

/// Waits until the file has so many claims.
async fn holds(page: &Page, many: usize) -> Result<()> {
    let start = Instant::now();
    loop {
        let found = claims(&read(page).await?).unwrap_or_default();
        if found == many {
            return Ok(());
        }
        ensure!(start.elapsed() < PATIENCE, "the file has {found} claims, not {many}");
    }
}

fn claims(file: &Value) -> Result<usize> {
    Ok(file["first"]["items"].as_array().context("annotations")?.len())
}

async fn read(page: &Page) -> Result<Value> {
    page.value(
        "(() => {
          window.e2e.file = undefined;
          navigator.storage.getDirectory().then((folder) => folder.getFileHandle('claimlight.json'))
            .then((file) => file.getFile()).then((file) => file.text())
            // It may be written at this very moment.
            .catch(() => '').then((text) => { window.e2e.file = text; });
        })()",
        json!(null),
    )
    .await?;
    page.until("window.e2e.file !== undefined").await?;
    Ok(serde_json::from_str(&page.text("window.e2e.file").await?).unwrap_or_default())
}
