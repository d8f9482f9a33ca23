//! Two tabs that edit at once.

use anyhow::{Result, ensure};
use serde_json::json;

use super::Stage;
use crate::{
    driver::Profile,
    journey::{saved, sources},
};

/// Edits of each tab where endurance is asked for.
const MANY: usize = 600;
/// Edits of each tab in the ordinary run.
const SOME: usize = 40;

pub(super) async fn go(stage: &Stage<'_>, rounds: usize) -> Result<()> {
    let edits = if rounds > 1 { MANY } else { SOME };
    let (_driver, page) = stage.open(&Profile::default()).await?;
    page.go(&stage.server.address).await?;
    saved(&page).await?;
    let [first, second] = page.another().await?;
    page.go(&stage.server.address).await?;
    for (window, name) in [(&first, "First"), (&second, "Second")] {
        page.switch(window).await?;
        sources::add_many(&page, name, edits).await?;
    }
    // Each tab shows what both made, without being loaded anew.
    let all = 2 * edits;
    for window in [&first, &second] {
        page.switch(window).await?;
        patiently(&page, "window.e2e.added === true").await?;
        let seen = format!(
            "[...document.querySelectorAll('.share .name')]
               .filter((it) => /^(First|Second) \\d+$/.test(it.textContent)).length === {all}"
        );
        patiently(&page, &seen).await?;
        saved(&page).await?;
    }
    // And so does one that is opened now.
    page.switch(&first).await?;
    page.reload().await?;
    let names = sources::names(&page).await?;
    for n in 0..edits {
        for name in [format!("First {n}"), format!("Second {n}")] {
            ensure!(names.contains(&name), "{name} is gone");
        }
    }
    quickly(&page, [&first, &second]).await?;
    eprintln!("      {all} edits, nothing lost");
    page.close().await
}

/// Waits longer than a driver lets a script wait: so many edits take their time.
async fn patiently(page: &crate::page::Page, expression: &str) -> Result<()> {
    for _ in 0..8 {
        if page.until(expression).await.is_ok() {
            return Ok(());
        }
    }
    page.until(expression).await
}

/// An edit shows in the other tab. How soon is told, not tested: a busy machine takes its time.
async fn quickly(
    page: &crate::page::Page,
    [first, second]: [&fantoccini::wd::WindowHandle; 2],
) -> Result<()> {
    page.switch(second).await?;
    page.value(
        "(() => {
          const seen = () => [...document.querySelectorAll('.share .name')].some((it) => it.textContent === 'Quick');
          new MutationObserver(() => { if (seen()) window.e2e.seen ??= Date.now(); })
            .observe(document.body, { childList: true, characterData: true, subtree: true });
        })()",
        json!(null),
    )
    .await?;
    page.switch(first).await?;
    let sent = page.number("Date.now()").await?;
    sources::add(page, "Quick").await?;
    page.switch(second).await?;
    page.until("window.e2e.seen").await?;
    let took = page.number("window.e2e.seen").await? - sent;
    eprintln!("      an edit shows in the other tab after {took} ms");
    Ok(())
}
