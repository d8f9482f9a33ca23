//! The page that needs nothing of the program has everything.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Stage;
use crate::{
    driver::Profile,
    journey::{saved, sources},
};

pub(super) async fn go(stage: &Stage<'_>) -> Result<()> {
    let (_driver, page) = stage.open(&Profile::default()).await?;
    page.go(&stage.server.address).await?;
    let is_kept = sources::add_and_look(&page, "Rescued").await?;
    ensure!(is_kept, "localStorage has an edit before its task is over");
    saved(&page).await?;
    page.visit(&format!("{}rescue.html", stage.server.address)).await?;
    page.until("!document.querySelector('#save').disabled").await?;
    let all: Value =
        serde_json::from_str(&page.text("document.querySelector('#all').value").await?)?;
    for storage in ["localStorage", "database"] {
        let records = all[storage].as_object().context("records by key")?;
        let found = records.values().any(|record| record.to_string().contains("Rescued"));
        ensure!(found, "{storage} has no such source: {all}");
    }
    page.axe("rescue").await?;
    page.close().await
}
