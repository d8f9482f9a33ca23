//! The article again, changed: its claims come along, and what changed is asked about.

use anyhow::Result;
use serde_json::json;

use super::{
    claims::CLAIMS,
    desk::{self, attribute, close_sheet, counts},
};
use crate::page::Page;

/// What the paper changed overnight: words, and what they become.
const CHANGES: &[(&str, &str)] = &[
    // A paragraph comes in above all claims but one.
    ("In a phone talk,", "The call followed days of tension.\n\nIn a phone talk,"),
    // A number changes.
    ("7,935 people", "8,120 people"),
    // A negation comes in.
    ("forces use tear gas", "forces do not use tear gas"),
    // A word changes that no flag knows.
    ("prospects of solving", "means of solving"),
    // A claim goes.
    (
        "Lukashenko denies allegations, saying migrants are using Belarus to enter the EU because it has a visa-free regime with countries “destroyed by the Western military ventures.”\n\n",
        "",
    ),
];

pub(crate) async fn walk(page: &Page) -> Result<()> {
    page.go(&page.address.clone()).await?;
    page.click("[aria-label='Open']").await?;
    desk::open_article(page).await?;
    for statement in CLAIMS {
        attribute(page, statement).await?;
    }
    let mut text = std::fs::read_to_string(&page.article)?;
    for (was, is) in CHANGES {
        anyhow::ensure!(text.contains(was), "the article says {was}");
        text = text.replace(was, is);
    }
    let path = page.file("second-edition.txt", text.as_bytes())?;
    page.click("[aria-label='Open']").await?;
    page.type_into("#open-file", &path).await?;
    page.until("document.querySelector('.version .understood')?.textContent.startsWith('A new version of')").await?;
    // Whatever changed more than typography is asked about, flag or no flag.
    for (changed, warning) in
        [("8,120", "a number changed"), ("do not", "a negation changed"), ("means of", "")]
    {
        page.until_with(
            "[...document.querySelectorAll('.rewordings > li')].some((it) => it.textContent.includes(a[0])
               && it.textContent.includes(a[1]) && !it.querySelector('input').checked)",
            json!([changed, warning]),
        )
        .await?;
    }
    page.until(
        "document.querySelector('.lost').textContent.includes('migrants are using Belarus')",
    )
    .await?;
    page.axe("a new version").await?;
    page.click("#open-add").await?;
    page.until("document.querySelector('.body').textContent.includes('8,120')").await?;
    counts(page, CLAIMS.len()).await?;
    // What stood where it stood, or moved, is painted; what nobody ticked is listed as not found.
    page.until("document.querySelector('.trouble').textContent.includes('not found in this text')")
        .await?;
    page.axe("claims carried over").await?;

    // A lost claim is put where a person says it stands.
    page.click(".trouble button").await?;
    page.value("[...document.querySelectorAll('.claim-go')].find((it) => it.textContent.includes('7,935')).id = 'e2e-lost'", json!(null)).await?;
    page.click("#e2e-lost").await?;
    page.select("8,120 people tried to enter the bloc").await?;
    page.click("[id='extend-+']").await?;
    page.until(
        "document.querySelector('.card.chosen .words').textContent.startsWith('8,120 people')",
    )
    .await?;

    // One undo each: the words, then the whole version.
    page.click("[aria-label^='Undo: ']").await?;
    page.click("[aria-label^='Undo: carry']").await?;
    page.until("document.querySelector('.body').textContent.includes('7,935')").await?;
    counts(page, CLAIMS.len()).await?;
    page.until("!document.querySelector('.trouble')").await?;

    // The same text again is no other article.
    let path = page.article.to_string_lossy().into_owned();
    page.click("[aria-label='Open']").await?;
    page.type_into("#open-file", &path).await?;
    page.until(
        "document.querySelector('.version')?.textContent.includes('in the library already')",
    )
    .await?;
    close_sheet(page).await?;
    page.no_errors().await
}
