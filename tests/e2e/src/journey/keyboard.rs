//! The same job without a pointer.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::desk::{self, answer, close_sheet, counts};
use crate::page::{Page, key};

/// The sentence to go to, by its first words, and who says it.
const SENTENCES: &[(&str, &str)] = &[
    ("MOSCOW (AA)", "Kremlin"),
    ("In a phone talk", "Kremlin"),
    ("In a separate statement", "Belarusian press service"),
    ("The situation in Ukraine", "Belarusian press service"),
    ("On Monday", "Article’s own voice"),
    ("Separately, Russian", "Lavrov"),
    ("Poland’s authorities", "Lavrov"),
    ("“The EU has a Border", "Lavrov"),
    ("According to Lavrov", "Lavrov"),
    ("In October", "Article’s own voice"),
    ("The EU accuses", "EU"),
    ("Lukashenko denies", "Lukashenko"),
    ("According to the latest", "EU"),
    ("Polish authorities", "Article’s own voice"),
];

pub(crate) async fn walk(page: &Page) -> Result<()> {
    page.go(&page.address.clone()).await?;
    open(page).await?;
    attribute_all(page).await?;
    edit(page).await?;
    without_letters(page).await?;
    page.no_errors().await
}

/// `o`, the text typed in, and Tab to the button.
async fn open(page: &Page) -> Result<()> {
    page.keys("o").await?;
    page.until("document.activeElement.id === 'open-text'").await?;
    // WebKit's driver types no line feeds.
    let text = std::fs::read_to_string(&page.article)?.replace('\n', &key::ENTER.to_string());
    page.type_into("#open-text", &text).await?;
    page.until("document.querySelector('#open-add').disabled === false").await?;
    for _ in 0..16 {
        if page.text("document.activeElement.id").await? == "open-add" {
            page.keys(&key::ENTER.to_string()).await?;
            return page
                .until("document.querySelector('.headline').textContent.startsWith('Putin, Lukashenko')")
                .await;
        }
        page.keys(&key::TAB.to_string()).await?;
    }
    anyhow::bail!("Tab does not reach the button that opens")
}

async fn attribute_all(page: &Page) -> Result<()> {
    for (i, (start, speaker)) in SENTENCES.iter().enumerate() {
        reach(page, start).await?;
        page.keys(&key::ENTER.to_string()).await?;
        page.until("document.activeElement.id === 'bar-field'").await?;
        if i == 0 {
            page.axe("bar opened by keyboard").await?;
        }
        answer(page, speaker).await?;
        counts(page, i + 1).await.with_context(|| format!("“{start} …” by keyboard"))?;
    }
    Ok(())
}

/// `j` until the reading cursor holds the sentence.
async fn reach(page: &Page, start: &str) -> Result<()> {
    const HEARD: &str = "document.querySelector('.heard').textContent";
    for _ in 0..12 {
        let before = page.text(HEARD).await?;
        page.keys("j").await?;
        page.until_with(&format!("{HEARD} !== a"), json!(before)).await?;
        if page.text(HEARD).await?.starts_with(start) {
            return Ok(());
        }
    }
    anyhow::bail!("the reading cursor does not come to “{start} …”")
}

async fn edit(page: &Page) -> Result<()> {
    let chosen = |part: &str| format!("document.querySelector('.card.chosen {part}')?.textContent");
    // The last claim is still chosen.
    page.keys("v").await?;
    page.until("document.querySelector(\".card.chosen [aria-label='Verdict: Supported'][aria-pressed=true]\")").await?;
    page.keys("e").await?;
    page.until("document.activeElement.id === 'claim-note'").await?;
    page.keys("Ask the ministry").await?;
    page.keys(&key::ESCAPE.to_string()).await?;
    page.until("document.activeElement.id === 'reader'").await?;
    page.keys("p").await?;
    page.until(&format!("{} === 'EU'", chosen(".who"))).await?;
    page.until("[...document.querySelectorAll('.card .note')].some((n) => n.textContent === 'Ask the ministry')").await?;

    // Its end moves by a word; undo names it.
    let words = page.text(&chosen(".words")).await?;
    page.keys("[").await?;
    page.until("document.activeElement.id === 'handle-0-start'").await?;
    page.chord(&[key::CONTROL], &key::RIGHT.to_string()).await?;
    page.until_with(&format!("{} !== a", chosen(".words")), json!(words)).await?;
    page.chord(&[key::CONTROL], "z").await?;
    page.until_with(&format!("{} === a", chosen(".words")), json!(words)).await?;

    // The cursor takes a word less, and the chosen claim gets another speaker.
    page.keys(&key::ENTER.to_string()).await?;
    page.until("document.activeElement.id === 'bar-field'").await?;
    answer(page, "Frontex").await?;
    page.until(&format!("{} === 'Frontex'", chosen(".who"))).await?;
    page.chord(&[key::CONTROL], "z").await?;
    page.until(&format!("{} === 'EU'", chosen(".who"))).await?;
    page.chord(&[key::CONTROL, key::SHIFT], "z").await?;
    page.until(&format!("{} === 'Frontex'", chosen(".who"))).await?;

    page.keys(&key::BACKSPACE.to_string()).await?;
    counts(page, SENTENCES.len() - 1).await?;
    page.chord(&[key::CONTROL], "z").await?;
    counts(page, SENTENCES.len()).await?;

    for (name, title) in
        [("?", "Keys"), ("l", "Library"), ("c", "Claims"), ("x", "Export"), ("i", "Import")]
    {
        page.keys(name).await?;
        page.until_with("document.querySelector('#sheet-title')?.textContent === a", json!(title))
            .await?;
        close_sheet(page).await?;
    }
    let file = desk::export(page).await?;
    ensure!(desk::items(&file)?.len() == SENTENCES.len());
    Ok(())
}

/// Single letters can be switched off; the other keys stay.
async fn without_letters(page: &Page) -> Result<()> {
    page.keys(",").await?;
    page.click(".check input").await?;
    close_sheet(page).await?;
    page.value("document.querySelector('#reader').focus()", Value::Null).await?;
    page.keys("o").await?;
    page.keys("?").await?;
    page.until("document.querySelector('#sheet-title')?.textContent === 'Keys'").await?;
    close_sheet(page).await
}
