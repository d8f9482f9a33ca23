//! The program fails: the page says so, and the page that needs nothing of the program has everything.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Stage;
use crate::{
    driver::Profile,
    journey::{saved, sources},
};

/// What the program copies elements with fails, as nothing in it expects.
const BREAK: &str =
    "(() => { Node.prototype.cloneNode = () => { throw new Error('provoked'); }; })()";

pub(super) async fn go(stage: &Stage<'_>) -> Result<()> {
    let (_driver, page) = stage.open(&Profile::default()).await?;
    page.go(&stage.server.address).await?;
    let is_kept = sources::add_and_look(&page, "Rescued").await?;
    ensure!(is_kept, "localStorage has an edit before its task is over");
    saved(&page).await?;
    page.value(BREAK, json!(null)).await?;
    sources::add(&page, "Last words").await?;
    page.until(
        "document.querySelector('.broken[role=alert] h1')?.textContent === 'Something broke'",
    )
    .await?;
    page.axe("broken").await?;
    page.click(".broken a[href='rescue.html']").await?;
    page.until("document.querySelector('#save')?.disabled === false").await?;
    let all: Value =
        serde_json::from_str(&page.text("document.querySelector('#all').value").await?)?;
    for storage in ["localStorage", "database"] {
        let records = all[storage].as_object().context("records by key")?;
        let found = records.values().any(|record| record.to_string().contains("Rescued"));
        ensure!(found, "{storage} has no such source: {all}");
    }
    ensure!(all["localStorage"].to_string().contains("Last words"), "the last edit is gone: {all}");
    page.axe("rescue").await?;
    page.go(&stage.server.address).await?;
    let names = sources::names(&page).await?;
    for name in ["Rescued", "Last words"] {
        ensure!(names.iter().any(|it| it == name), "{name} is gone");
    }
    page.close().await
}
