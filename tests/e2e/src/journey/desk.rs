//! Steps that several journeys take.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::claims::{OWN_VOICE, Statement};
use crate::page::{Page, key};

/// How many claims the bar on top counts.
pub(crate) const COUNT: &str = "Number(document.querySelector('.number').textContent)";

/// Waits until the article has this many claims.
pub(crate) async fn counts(page: &Page, claims: usize) -> Result<()> {
    page.until_with(&format!("{COUNT} === a"), json!(claims)).await
}

/// Waits until the bar says that everything is saved.
pub(crate) async fn saved(page: &Page) -> Result<()> {
    page.until("document.querySelector('.kept').textContent === 'Saved'").await
}

/// Opens the real article from its file.
pub(crate) async fn open_article(page: &Page) -> Result<()> {
    let path = page.article.to_str().context("the article's path is UTF-8")?;
    page.type_into("#open-file", path).await?;
    page.until("document.querySelector('.draft')").await?;
    page.click("#open-add").await?;
    page.until("document.querySelector('.headline').textContent.startsWith('Putin, Lukashenko')")
        .await
}

/// Answers the bar: with the digit of the speaker where it has one, else by name.
pub(crate) async fn answer(page: &Page, speaker: &str) -> Result<()> {
    let digit = page.value(
        "[...document.querySelectorAll('.option')]
           .find((option) => option.querySelector('.name').textContent === a)
           ?.querySelector('kbd')?.textContent ?? null",
        json!(speaker),
    );
    match digit.await? {
        Value::String(digit) => page.keys(&digit).await,
        _ => {
            ensure!(speaker != OWN_VOICE, "the article's own voice is always offered");
            // The first letter goes to the field, and what follows after it.
            let (first, rest) = speaker.split_at(1);
            page.keys(first).await?;
            page.until("document.activeElement.id === 'bar-field'").await?;
            page.keys(rest).await?;
            page.until_with("document.querySelector('#bar-field').value === a", json!(speaker))
                .await?;
            page.keys(&key::ENTER.to_string()).await
        }
    }
}

/// Makes a claim with one gesture and a key or a name.
pub(crate) async fn attribute(page: &Page, statement: &Statement) -> Result<()> {
    let before = page.number(COUNT).await? as usize;
    page.select(statement.words).await?;
    answer(page, statement.speaker).await?;
    counts(page, before + 1).await.with_context(|| statement.words.to_owned())
}

/// What “Download JSON” gives. The file itself goes where the browser puts it.
pub(crate) async fn export(page: &Page) -> Result<Value> {
    page.value(
        "(() => {
          const make = window.e2e.make ??= URL.createObjectURL;
          URL.createObjectURL = (blob) => { blob.text().then((text) => { window.e2e.file = text; }); return make.call(URL, blob); };
          window.e2e.file = null;
        })()",
        Value::Null,
    )
    .await?;
    page.click("[aria-label='Export']").await?;
    page.click("#export-download").await?;
    page.until("window.e2e.file").await?;
    let file = page.text("window.e2e.file").await?;
    close_sheet(page).await?;
    Ok(serde_json::from_str(&file)?)
}

/// Leaves the open sheet with Escape.
pub(crate) async fn close_sheet(page: &Page) -> Result<()> {
    page.keys(&key::ESCAPE.to_string()).await?;
    page.until("!document.querySelector('dialog')").await
}

/// The claims of an exported file, without when it was written.
pub(crate) fn items(file: &Value) -> Result<Vec<Value>> {
    let first = file.pointer("/first/items").and_then(Value::as_array);
    Ok(first.context("the first page holds the claims")?.clone())
}

/// Puts the message about the last edit away.
pub(crate) async fn close_notice(page: &Page) -> Result<()> {
    page.click("[aria-label='Close this message']").await?;
    page.until("!document.querySelector('.notice')").await
}
