//! What the engine proposes: looked at, accepted, dismissed, put right; and nothing of it on a first visit.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::desk::{self, close_sheet, counts};
use crate::page::{Page, key};

/// A text of our own. Of its six proposals four are of one speaker, and all but the headline's are sure.
const TEXT: &str = "Taxes fell in May, says Treasury

RIVERTON – The Treasury said that taxes had fallen in May. It added that wages had risen by a tenth. “Prices will follow,” it warned.

“We do not see it,” said Ada Bell, who leads the Bakers’ Union. According to the union, flour costs twice as much as a year ago.

The bridge over the Lenn opened again on Monday.";

/// How many proposals there are in the margin.
const OFFERS: &str = "document.querySelectorAll('.offer').length";
/// Files of the engine that were loaded.
const LOADED: &str = "performance.getEntriesByType('resource').filter((it) => it.name.includes('propose_worker')).length";

pub(crate) async fn walk(page: &Page) -> Result<()> {
    page.go(&page.address.clone()).await?;
    first_visit(page).await?;
    real_article(page).await?;
    open(page).await?;
    decide(page).await?;
    put_right(page).await?;
    accept_sure(page).await?;
    select(page).await?;
    come_back(page).await?;
    narrow(page).await?;
    switch_off(page).await?;
    page.no_errors().await
}

/// A reader who does nothing loads nothing of the engine; the first gesture does.
async fn first_visit(page: &Page) -> Result<()> {
    page.until("document.querySelector('.hint')").await?;
    ensure!(page.number(LOADED).await? == 0.0, "a first visit loads the engine");
    page.keys("j").await?;
    page.until("document.querySelector('.offer')").await?;
    // The text is as it was, and what is proposed is no claim.
    counts(page, 0).await?;
    ensure!(page.number("document.querySelectorAll('.card').length").await? == 0.0);
    page.axe("proposals in the margin").await
}

/// The attributions of the real article that no reader would miss.
async fn real_article(page: &Page) -> Result<()> {
    page.click("[aria-label='Open']").await?;
    desk::open_article(page).await?;
    for (who, words) in [
        ("Kremlin", "The Russian president"),
        ("press service of the Belarusian president", "Putin and Lukashenko discussed"),
        ("press service of the Belarusian president", "The situation in Ukraine"),
        ("Lavrov", "Poland’s authorities"),
        ("Lavrov", "“The EU has a Border"),
        ("EU", "7,935 people"),
    ] {
        page.until_with(
            "[...document.querySelectorAll('.offer')].some((it) =>
               it.querySelector('.who').textContent === a[0] && it.querySelector('.words').textContent.startsWith(a[1]))",
            json!([who, words]),
        )
        .await?;
    }
    let text =
        page.text("[...document.querySelectorAll('.offer')].map((it) => it.textContent).join()");
    ensure!(!text.await?.contains("suspended"), "a fact of the article's own is proposed");
    Ok(())
}

/// `o`, and the text.
async fn open(page: &Page) -> Result<()> {
    page.keys("o").await?;
    page.until("document.activeElement.id === 'open-text'").await?;
    // WebKit's driver types no line feeds.
    page.type_into("#open-text", &TEXT.replace('\n', &key::ENTER.to_string())).await?;
    page.click("#open-add").await?;
    page.until("document.querySelector('.headline').textContent.startsWith('Taxes fell')").await?;
    page.until(&format!("{OFFERS} === 6")).await
}

const WHO: &str = "document.querySelector('.offer.chosen .who')?.textContent";
const WORDS: &str = "document.querySelector('.offer.chosen .words')?.textContent";

/// One key moves on, one accepts, one dismisses; all of it undoes.
async fn decide(page: &Page) -> Result<()> {
    page.keys("ff").await?;
    page.until(&format!("{WORDS} === 'taxes had fallen in May'")).await?;
    ensure!(page.text(WHO).await? == "Treasury");
    let heard = page.text("document.querySelector('.heard').textContent").await?;
    ensure!(heard == "Proposal, Treasury: taxes had fallen in May", "{heard}");
    let why = page.text("document.querySelector('.offer.chosen .why').textContent").await?;
    ensure!(why.starts_with("‘said’ + The Treasury · ") && why.ends_with(" % sure"), "{why}");
    page.axe("a proposal looked at").await?;
    page.keys("F").await?;
    page.until(&format!("{WORDS} === 'Taxes fell in May'")).await?;
    // Without a keyboard, the card leads on.
    press(page, "next").await?;
    page.until(&format!("{WORDS} === 'taxes had fallen in May'")).await?;
    page.keys("F").await?;
    page.until(&format!("{WORDS} === 'Taxes fell in May'")).await?;
    page.keys("d").await?;
    page.until(&format!("{OFFERS} === 5 && {WORDS} === 'taxes had fallen in May'")).await?;
    page.keys("a").await?;
    counts(page, 1).await?;
    page.until(&format!("{OFFERS} === 4 && {WORDS} === 'wages had risen by a tenth'")).await?;
    page.until("document.querySelector('.card .who').textContent === 'Treasury'").await?;
    let items = desk::items(&desk::export(page).await?)?;
    let claim = items.first().context("a claim")?;
    let generator = claim.pointer("/generator/id");
    ensure!(generator == Some(&json!("urn:claimlight:engine")), "{claim:#}");
    let creator = claim.pointer("/creator/type");
    ensure!(creator == Some(&json!("Person")), "{claim:#}");
    ensure!(claim.get("mention").is_some() && claim.get("cue").is_some(), "{claim:#}");
    page.chord(&[key::CONTROL], "zz").await?;
    counts(page, 0).await?;
    page.until(&format!("{OFFERS} === 6")).await?;
    page.until("!document.querySelector('.card')").await?;
    desk::close_notice(page).await?;
    // The words themselves lead to the card, and its buttons do what the keys do.
    page.click_words("flour costs").await?;
    page.until(&format!("{WHO} === 'Bakers’ Union'")).await?;
    press(page, "accept").await?;
    counts(page, 1).await?;
    page.chord(&[key::CONTROL], "z").await?;
    counts(page, 0).await
}

/// One correction names the whole group.
async fn put_right(page: &Page) -> Result<()> {
    const NAMED: &str =
        "[...document.querySelectorAll('.offer .who')].filter((it) => it.textContent === a).length";
    page.keys(&key::ESCAPE.to_string()).await?;
    page.click_words("taxes had fallen").await?;
    page.until(&format!("{WHO} === 'Treasury'")).await?;
    page.keys(&key::ENTER.to_string()).await?;
    page.until("document.activeElement.id === 'bar-field'").await?;
    // The one proposed stands first, though the registry does not have it.
    page.until("document.querySelector('.option .name').textContent === 'Treasury' && document.querySelector('.option .tag')").await?;
    page.axe("who says it, instead").await?;
    page.keys(&format!("Ministry of Finance{}", key::ENTER)).await?;
    counts(page, 1).await?;
    page.until_with(&format!("{NAMED} === 3"), json!("Ministry of Finance")).await?;
    page.chord(&[key::CONTROL], "z").await?;
    page.until_with(&format!("{NAMED} === 4"), json!("Treasury")).await
}

/// All that is sure enough, in one step.
async fn accept_sure(page: &Page) -> Result<()> {
    let sure = page.text("document.querySelector('.side .sure').textContent").await?;
    let sure: usize = sure.split(' ').nth(2).and_then(|n| n.parse().ok()).context("a number")?;
    ensure!((3..=6).contains(&sure), "{sure} are sure");
    page.click(".side .sure").await?;
    counts(page, sure).await?;
    page.until_with(&format!("{OFFERS} === a"), json!(6 - sure)).await?;
    page.axe("all that is sure accepted").await?;
    page.until("document.querySelector('.notice').textContent.startsWith('Accept ')").await?;
    page.chord(&[key::CONTROL], "z").await?;
    counts(page, 0).await?;
    page.until(&format!("{OFFERS} === 6")).await
}

/// Select, Enter: the speaker is made, mention and cue are marked.
async fn select(page: &Page) -> Result<()> {
    page.select("wages had risen by a tenth").await?;
    page.keys(&key::ENTER.to_string()).await?;
    counts(page, 1).await?;
    page.until("document.querySelector('.card.chosen .who').textContent === 'Treasury'").await?;
    for label in ["Mention", "Cue"] {
        page.until_with(
            "[...document.querySelectorAll('.card.chosen .label')].some((it) => it.textContent === a)",
            json!(label),
        )
        .await?;
    }
    page.until(&format!("{OFFERS} === 5")).await
}

/// What was dismissed stays away; who comes back is proposed the rest at once.
async fn come_back(page: &Page) -> Result<()> {
    page.click_words("Prices will").await?;
    page.until(&format!("{WORDS} === '“Prices will follow,”'")).await?;
    page.keys("d").await?;
    page.until(&format!("{OFFERS} === 4")).await?;
    desk::saved(page).await?;
    page.reload().await?;
    counts(page, 1).await?;
    page.until(&format!("{OFFERS} === 4")).await?;
    let all = page
        .value(
            "[...document.querySelectorAll('.offer .words')].map((it) => it.textContent)",
            Value::Null,
        )
        .await?;
    ensure!(!all.to_string().contains("Prices"), "what was dismissed is proposed again: {all}");
    Ok(())
}

/// On a phone the proposal that is looked at is a sheet at the foot.
async fn narrow(page: &Page) -> Result<()> {
    page.resize(500, 800).await?;
    page.click_words("flour costs").await?;
    page.until(&format!("{WHO} === 'Bakers’ Union'")).await?;
    let gap = page.number(
        "innerWidth - document.querySelector('.offer.chosen').getBoundingClientRect().width",
    );
    ensure!(gap.await?.abs() <= 20.0, "it is as wide as the window");
    let wide = page.number("document.documentElement.scrollWidth - innerWidth").await?;
    ensure!(wide <= 0.0, "the page is {wide} px too wide");
    page.axe("a proposal on a phone").await?;
    press(page, "accept").await?;
    counts(page, 2).await?;
    page.resize(1280, 900).await
}

async fn switch_off(page: &Page) -> Result<()> {
    page.keys(&key::ESCAPE.to_string()).await?;
    page.click("[aria-label='Settings']").await?;
    page.click("#propose").await?;
    page.until(&format!("{OFFERS} === 0")).await?;
    page.axe("proposals switched off").await?;
    close_sheet(page).await?;
    page.reload().await?;
    counts(page, 2).await?;
    page.click("[aria-label='Settings']").await?;
    ensure!(
        page.value("document.querySelector('#propose').checked", Value::Null).await?
            == json!(false)
    );
    ensure!(page.number(OFFERS).await? == 0.0);
    page.click("#propose").await?;
    page.until("document.querySelector('.offer')").await?;
    close_sheet(page).await
}

/// Presses a button of the chosen card, by the page itself: the card may still be on its way to its place.
async fn press(page: &Page, button: &str) -> Result<()> {
    let button = format!("document.querySelector('.offer.chosen .{button}')");
    page.until(&button).await?;
    page.value(&format!("{button}.click()"), json!(null)).await?;
    Ok(())
}
