//! A tab of this build beside one of a later build, which writes records that this one cannot read.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Stage;
use crate::{
    driver::Profile,
    journey::{saved, sources},
    page::Page,
};

/// Has the later build rewrite the source that it finds, in the database and in a place of its own in localStorage.
const REWRITE: &str = "(() => {
  const key = Object.keys(localStorage).find((key) =>
    /^claimlight\\/1\\/source\\/[^@]*$/.test(key) && localStorage[key].includes(a));
  const record = '2' + localStorage[key].slice(1);
  localStorage[`${key}@77`] = record;
  const opening = indexedDB.open('claimlight');
  opening.onsuccess = () => {
    const writing = opening.result.transaction('records', 'readwrite');
    writing.objectStore('records').put(record, key);
    writing.oncomplete = () => { opening.result.close(); window.e2e.written = { key, record }; };
  };
})()";

/// Looks what stands there now.
const LOOK: &str = "(() => {
  const opening = indexedDB.open('claimlight');
  opening.onsuccess = () => {
    const reading = opening.result.transaction('records').objectStore('records').getAll();
    reading.onsuccess = () => { window.e2e.records = [...reading.result, ...Object.values(localStorage)]; };
  };
})()";

pub(super) async fn go(stage: &Stage<'_>) -> Result<()> {
    let (_driver, page) = stage.open(&Profile::default()).await?;
    page.go(&stage.server.address).await?;
    sources::add(&page, "Both").await?;
    saved(&page).await?;
    page.value(REWRITE, json!("Both")).await?;
    page.until("window.e2e.written").await?;
    let record = page.text("window.e2e.written.record").await?;

    // This build goes on with the source as it knows it.
    page.click("[aria-label='Edit Both']").await?;
    page.value(
        "(() => {
          const field = document.querySelector('dialog input');
          field.value = 'Mine';
          field.dispatchEvent(new Event('change', { bubbles: true }));
        })()",
        json!(null),
    )
    .await?;
    page.until(
        "[...document.querySelectorAll('.side .share .name')].some((it) => it.textContent === 'Mine')",
    )
    .await?;
    saved(&page).await?;
    both_are_there(&page, &record).await?;
    page.reload().await?;
    page.until("document.querySelector('.trouble summary')").await?;
    saved(&page).await?;
    both_are_there(&page, &record).await?;
    ensure!(sources::names(&page).await?.iter().any(|name| name == "Mine"), "Mine is gone");
    page.close().await
}

/// What the later build wrote stands twice, byte for byte, and beside it what this build wrote.
async fn both_are_there(page: &Page, record: &str) -> Result<()> {
    page.value("delete window.e2e.records", json!(null)).await?;
    page.value(LOOK, json!(null)).await?;
    page.until("window.e2e.records").await?;
    let records = page.value("window.e2e.records", json!(null)).await?;
    let records: Vec<&str> =
        records.as_array().context("records")?.iter().filter_map(Value::as_str).collect();
    let theirs = records.iter().filter(|it| **it == record).count();
    ensure!(theirs == 2, "the later build's record stands {theirs} times");
    let ours = records.iter().filter(|it| it.starts_with("1 ") && it.contains("\"Mine\"")).count();
    ensure!(ours >= 2, "this build's stands {ours} times");
    Ok(())
}
