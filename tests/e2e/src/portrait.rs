//! The README's picture: the sample article, attributed.

use std::path::Path;

use anyhow::Result;
use serde_json::Value;

use crate::{
    journey::{Statement, attribute},
    page::{Page, key},
};

const fn says(speaker: &'static str, words: &'static str) -> Statement {
    Statement { words, speaker }
}

const STATEMENTS: &[Statement] = &[
    says("Kremlin", "They also went over Ukraine and American manoeuvres in the Black Sea"),
    says("Kremlin", "that conversation, too, had come up"),
    says("Lavrov", "its officers had met people at the fence with gas and jets of cold water"),
    says("Lavrov", "keeps cameras at a distance because it would rather not be watched"),
    says("Lavrov", "their findings would make awkward reading in Brussels"),
    says(
        "EU",
        "luring people from the Middle East with easy visas, then walking them to the fence in revenge for sanctions",
    ),
    says("Lukashenko", "Nobody was invited"),
    says("EU", "7,935 attempts to get in from Belarus so far in 2021"),
    says("Polish border guard", "stones and bottles had come flying across at Kuznica on Tuesday"),
];

/// Attributes the sample and leaves a picture of its top in `file`.
pub(crate) async fn take(page: &Page, file: &Path) -> Result<()> {
    page.go(&page.address.clone()).await?;
    for statement in STATEMENTS {
        attribute(page, statement).await?;
    }
    page.keys(&key::ESCAPE.to_string()).await?;
    page.until("!document.querySelector('.card.chosen')").await?;
    page.value("scrollTo(0, 0)", Value::Null).await?;
    page.until("scrollY === 0 && document.querySelectorAll('.card').length === 9").await?;
    Ok(std::fs::write(file, page.picture().await?)?)
}
