//! The whole job with a mouse: open, attribute, correct, come back, export, delete, import.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{
    claims::CLAIMS,
    desk::{self, COUNT, attribute, close_sheet, counts, export, items},
};
use crate::page::{Page, key};

pub(crate) async fn walk(page: &Page) -> Result<()> {
    page.go(&page.address.clone()).await?;
    first_visit(page).await?;
    open(page).await?;
    page.value("window.e2e.watch()", Value::Null).await?;
    attribute_all(page).await?;
    correct(page).await?;
    filter(page).await?;
    undo_and_redo(page).await?;
    ensure!(page.number("window.e2e.changes").await? == 0.0, "the article's DOM changed");
    page.no_errors().await?;
    come_back(page).await?;
    take_away_and_bring_back(page).await?;
    narrow(page).await?;
    library(page).await?;
    page.no_errors().await
}

async fn first_visit(page: &Page) -> Result<()> {
    let body = page.text("document.querySelector('.body').textContent").await?;
    for source in ["Kremlin", "Lavrov", "EU"] {
        ensure!(body.contains(source), "the sample speaks of {source}");
    }
    page.until("document.querySelector('.hint')").await?;
    page.axe("first visit").await?;
    // Reading alone, scrolling included, loads no more of the program.
    page.value("scrollBy(0, 400)", Value::Null).await?;
    page.until("scrollY > 0").await?;
    let later = page.number(
        "performance.getEntriesByType('resource').filter((it) => /split_|propose_worker/.test(it.name)).length",
    );
    ensure!(later.await? == 0.0, "a first visit loads what only the desk needs");
    page.value("scrollTo(0, 0)", Value::Null).await.map(|_| ())
}

async fn open(page: &Page) -> Result<()> {
    page.click("[aria-label='Open']").await?;
    page.until("document.activeElement.id === 'open-text'").await?;
    page.axe("open sheet").await?;
    refuse(page).await?;
    let path = page.article.to_str().context("the article's path is UTF-8")?.to_owned();
    page.type_into("#open-file", &path).await?;
    page.until("document.querySelector('.draft')").await?;
    page.axe("open sheet, article understood").await?;
    page.click("#open-add").await?;
    page.until("document.querySelector('.headline').textContent.startsWith('Putin, Lukashenko')")
        .await?;
    Ok(())
}

/// What is no text gets a sentence, and changes nothing.
async fn refuse(page: &Page) -> Result<()> {
    let before = page.text("document.querySelector('.headline').textContent").await?;
    for (name, bytes, words) in [
        ("picture.txt", &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"[..], "not a text file"),
        ("blank.txt", b" \n\t\n", "no text in it"),
        ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\n", "a PDF"),
    ] {
        let path = page.file(name, bytes)?;
        page.type_into("#open-file", &path).await?;
        page.until_with(
            "document.querySelector('.refusal')?.textContent.includes(a)",
            json!(words),
        )
        .await?;
    }
    page.until("document.querySelector('#open-add').disabled").await?;
    page.axe("a file refused").await?;
    let after = page.text("document.querySelector('.headline').textContent").await?;
    ensure!(before == after, "a refused file changed the page");
    Ok(())
}

async fn attribute_all(page: &Page) -> Result<()> {
    page.select(CLAIMS[0].words).await?;
    page.axe("bar open").await?;
    page.keys(&key::ESCAPE.to_string()).await?;
    page.until("!document.querySelector('.bar')").await?;
    for statement in CLAIMS {
        attribute(page, statement).await?;
    }
    // A quotation in two parts: the second is added to the chosen claim.
    page.click_words("using irregular migration").await?;
    page.until("document.querySelector('.card.chosen .who')?.textContent === 'EU'").await?;
    page.select("“trying to destabilize the EU”").await?;
    page.axe("bar open on a chosen claim").await?;
    page.click("[id='extend-+']").await?;
    page.until("[...document.querySelectorAll('.card.chosen .label')].filter((it) => it.textContent === 'Part').length === 2").await?;
    for (words, button, label) in
        [("The EU accuses", "extend-@", "Mention"), ("accuses", "extend-:", "Cue")]
    {
        page.select(words).await?;
        page.click(&format!("[id='{button}']")).await?;
        page.until_with(
            "[...document.querySelectorAll('.card.chosen .label')].some((l) => l.textContent === a)",
            json!(label),
        )
        .await?;
    }
    counts(page, CLAIMS.len()).await
}

async fn correct(page: &Page) -> Result<()> {
    for (button, pressed) in
        [("Mode: Mixed", "Mode: Mixed"), ("Verdict: Disputed", "Verdict: Disputed")]
    {
        page.click(&format!(".card.chosen [aria-label='{button}']")).await?;
        page.until(&format!(
            "document.querySelector(`.card.chosen [aria-label='{pressed}'][aria-pressed=true]`)"
        ))
        .await?;
    }
    page.type_into("#claim-tags", "border, migration").await?;
    page.type_into("#claim-note", "Compare with the Council’s conclusions.").await?;
    page.click_words("On Monday, Lukashenko").await?;
    page.until(
        "document.querySelector('.card.chosen .who')?.textContent === 'Article’s own voice'",
    )
    .await?;
    page.until("[...document.querySelectorAll('.card .note')].some((n) => n.textContent.startsWith('Compare'))").await?;
    page.until("[...document.querySelectorAll('.card .tags')].some((n) => n.textContent === '#border #migration')").await?;
    page.axe("claims in the margin, one chosen").await?;
    drag_an_end(page).await?;
    // Cards stand beside the text, and none covers another, once those that move have come to rest.
    page.until(
        "(() => {
          const boxes = [...document.querySelectorAll('.card')].map((c) => c.getBoundingClientRect()).sort((x, y) => x.top - y.top);
          return boxes.length > 10 && boxes.every((box, i) => i === 0 || box.top >= boxes[i - 1].bottom);
        })()",
    )
    .await
}

/// An end of a claim is dragged, and put back by undo.
async fn drag_an_end(page: &Page) -> Result<()> {
    const WORDS: &str = "document.querySelector('.card.chosen .words').textContent";
    let before = page.text(WORDS).await?;
    page.drag_element("#handle-0-start", 90.0, 0.0).await?;
    page.until_with(&format!("{WORDS} !== a"), json!(before)).await?;
    page.click("[aria-label^='Undo: ']").await?;
    page.until_with(&format!("{WORDS} === a"), json!(before)).await
}

async fn filter(page: &Page) -> Result<()> {
    let lavrov = CLAIMS.iter().filter(|claim| claim.speaker == "Lavrov").count();
    page.value("[...document.querySelectorAll('.side .share-name')].find((b) => b.querySelector('.name').textContent === 'Lavrov').id = 'e2e-lavrov'", Value::Null).await?;
    page.click("#e2e-lavrov").await?;
    page.until_with("document.querySelectorAll('.card').length === a", json!(lavrov)).await?;
    page.until_with(
        "document.querySelector('.side .count').textContent.includes(a)",
        json!(format!("{lavrov} of {} claims", CLAIMS.len())),
    )
    .await?;
    page.type_into("#find", "gas").await?;
    page.until("document.querySelectorAll('.card').length === 1").await?;
    page.axe("filtered").await?;
    page.click(".side .count button").await?;
    page.until_with("document.querySelectorAll('.card').length === a", json!(CLAIMS.len())).await
}

async fn undo_and_redo(page: &Page) -> Result<()> {
    page.click_words("On Monday, Lukashenko").await?;
    page.click(".card.chosen .actions button:last-child").await?;
    counts(page, CLAIMS.len() - 1).await?;
    page.until("document.querySelector('.notice').textContent.startsWith('Delete claim')").await?;
    page.axe("a claim deleted").await?;
    page.click("[aria-label='Undo: delete claim']").await?;
    counts(page, CLAIMS.len()).await?;
    page.click("[aria-label='Redo: delete claim']").await?;
    counts(page, CLAIMS.len() - 1).await?;
    page.chord(&[key::CONTROL], "z").await?;
    counts(page, CLAIMS.len()).await?;
    desk::close_notice(page).await
}

/// The record of how the page was left.
const VIEW: &str = "Object.entries(localStorage).find(([key]) => key.endsWith('/view'))[1]";

/// An unfinished note, the place, the filter and the open article are there again tomorrow.
async fn come_back(page: &Page) -> Result<()> {
    let before = items(&export(page).await?)?;
    page.type_into("#find", "people").await?;
    page.until("document.querySelectorAll('.card').length === 1").await?;
    page.click_words("7,935 people").await?;
    page.type_into("#claim-note", "Half a tho").await?;
    page.until(&format!("{VIEW}.includes('Half a tho') && {VIEW}.includes('people')")).await?;
    // The place is written once scrolling has settled.
    let before_scrolling = page.text(VIEW).await?;
    page.value(
        "(() => {
          addEventListener('scroll', () => { window.e2e.scrolled = performance.now(); });
          scrollBy(0, -60);
        })()",
        Value::Null,
    )
    .await?;
    let settled = format!("{VIEW} !== a && performance.now() - window.e2e.scrolled > 400");
    page.until_with(&settled, json!(before_scrolling)).await?;
    let place = page.number("scrollY").await?;
    ensure!(place > 200.0, "the journey has scrolled");
    page.reload().await?;
    page.until("document.querySelector('.headline').textContent.startsWith('Putin, Lukashenko')")
        .await?;
    page.until("document.querySelector('#find').value === 'people'").await?;
    page.until("document.querySelector('#claim-note')?.value === 'Half a tho'").await?;
    page.until_with("Math.abs(scrollY - a) <= 2", json!(place)).await?;
    page.click(".side .count button").await?;
    page.click_words("On Monday, Lukashenko").await?;
    let after = items(&export(page).await?)?;
    ensure!(before == after, "what came back is not what was left");
    Ok(())
}

async fn take_away_and_bring_back(page: &Page) -> Result<()> {
    let file = export(page).await?;
    ensure!(items(&file)?.len() == CLAIMS.len());
    page.click("[aria-label='Export']").await?;
    page.axe("export sheet").await?;
    // On the clipboard, or, where the browser keeps that shut, in a field to copy from.
    page.click("#export-copy").await?;
    page.until(
        "document.querySelector('.sheet [role=status]').textContent === 'Copied to the clipboard.'
         || document.querySelector('.sheet textarea')?.value.includes('AnnotationCollection')",
    )
    .await?;
    close_sheet(page).await?;

    page.click("[aria-label^='Claims:']").await?;
    page.axe("list of claims").await?;
    page.click(".sheet-actions button").await?;
    counts(page, 0).await?;
    page.axe("no claims").await?;
    close_sheet(page).await?;

    let path = std::env::temp_dir().join(format!("claimlight-e2e-{}.json", std::process::id()));
    std::fs::write(&path, serde_json::to_vec(&file)?)?;
    let path_text = path.to_str().context("the temporary folder's path is UTF-8")?;
    page.click("[aria-label='Import']").await?;
    page.type_into("#import-text", "{\"not\": ").await?;
    page.until("document.querySelector('.refusal')").await?;
    page.axe("import refused").await?;
    counts(page, 0).await?;
    page.type_into("#import-file", path_text).await?;
    page.until_with(
        "document.querySelector('.counts tbody td')?.textContent === a",
        json!(CLAIMS.len().to_string()),
    )
    .await?;
    page.axe("import previewed").await?;
    page.click("#import-merge").await?;
    counts(page, CLAIMS.len()).await?;
    let back = export(page).await?;
    ensure!(
        seen(&items(&back)?) == seen(&items(&file)?),
        "what was imported is not what was exported"
    );

    page.click("[aria-label='Undo: import']").await?;
    counts(page, 0).await?;
    page.click("[aria-label='Redo: import']").await?;
    counts(page, CLAIMS.len()).await?;

    page.click("[aria-label='Import']").await?;
    page.type_into("#import-file", path_text).await?;
    page.until("document.querySelector('.sheet-body').textContent.includes('All of this is here already.')").await?;
    close_sheet(page).await?;
    Ok(std::fs::remove_file(path)?)
}

/// What a reader sees of claims: all but when each field was written.
fn seen(items: &[Value]) -> Vec<Value> {
    let mut seen = items.to_vec();
    for claim in &mut seen {
        if let Some(claim) = claim.as_object_mut() {
            claim.remove("modified");
            claim.remove("stamps");
        }
    }
    seen
}

async fn narrow(page: &Page) -> Result<()> {
    for (width, height) in [(900, 800), (500, 800)] {
        page.resize(width, height).await?;
        page.click_words("On Monday, Lukashenko").await?;
        page.until("document.querySelector('.card.chosen')").await?;
        let wide = page.number("document.documentElement.scrollWidth - innerWidth").await?;
        ensure!(wide <= 0.0, "at {width} the page is {wide} px too wide");
        page.axe(&format!("{width} px wide")).await?;
        page.keys(&key::ESCAPE.to_string()).await?;
        page.select("Polish authorities").await?;
        page.axe(&format!("bar at {width} px")).await?;
        if width < 600 {
            let sheet = "document.querySelector('.bar').getBoundingClientRect()";
            let gap = page.number(&format!("innerWidth - {sheet}.width")).await?;
            ensure!(gap.abs() <= 20.0, "on a phone the bar is a sheet as wide as the window");
        }
        page.keys(&key::ESCAPE.to_string()).await?;
        page.until("!document.querySelector('.bar')").await?;
        page.click(".narrow-only").await?;
        page.axe(&format!("sources at {width} px")).await?;
        close_sheet(page).await?;
    }
    page.resize(1280, 900).await
}

async fn library(page: &Page) -> Result<()> {
    for (name, label) in [("settings", "Settings"), ("keys", "Keys")] {
        page.click(&format!("[aria-label='{label}']")).await?;
        page.axe(name).await?;
        close_sheet(page).await?;
    }
    page.click(".side .share .quiet").await?;
    page.axe("a source").await?;
    close_sheet(page).await?;
    page.click(".title").await?;
    page.until("document.querySelectorAll('.volume').length === 2").await?;
    page.axe("library").await?;
    page.click(".volume.current [aria-label^='Delete']").await?;
    page.until("document.querySelectorAll('.volume').length === 1").await?;
    close_sheet(page).await?;
    counts(page, 0).await?;
    page.chord(&[key::CONTROL], "z").await?;
    counts(page, CLAIMS.len()).await?;
    ensure!(page.number(COUNT).await? as usize == CLAIMS.len());
    desk::close_notice(page).await
}
