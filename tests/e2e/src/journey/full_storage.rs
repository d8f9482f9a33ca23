//! A localStorage that another script has filled: the database keeps everything all the same. Where there is none, that is
//! said, worked around, and caught up with when there is room again.

use anyhow::Result;
use serde_json::Value;

use super::{claims::CLAIMS, desk};
use crate::page::Page;

pub(crate) async fn walk(page: &Page) -> Result<()> {
    page.go(&page.address.clone()).await?;
    page.click("[aria-label='Open']").await?;
    desk::open_article(page).await?;
    fill(page).await?;
    for statement in &CLAIMS[..2] {
        desk::attribute(page, statement).await?;
    }
    desk::saved(page).await?;
    page.until("!document.querySelector('.trouble')").await?;
    page.reload().await?;
    desk::counts(page, 2).await?;
    make_room(page).await?;
    page.reload().await?;
    desk::saved(page).await?;

    page.go(&format!("{}?without=indexedDB", page.address)).await?;
    desk::counts(page, 2).await?;
    fill(page).await?;
    desk::attribute(page, &CLAIMS[2]).await?;
    page.until("document.querySelector('.trouble button').textContent === 'Export'").await?;
    page.until("document.querySelectorAll('.trouble').length === 1").await?;
    page.until("document.querySelector('.kept').textContent === 'Not saved'").await?;
    page.axe("storage full").await?;
    make_room(page).await?;
    desk::attribute(page, &CLAIMS[3]).await?;
    page.until("document.querySelector('.kept').textContent.startsWith('Kept only until')").await?;
    page.until("!document.querySelector('.trouble')").await?;
    page.reload().await?;
    desk::counts(page, 4).await?;

    page.go(&page.address.clone()).await?;
    desk::counts(page, 4).await?;
    desk::saved(page).await?;
    page.no_errors().await
}

/// Takes all the room there is.
async fn fill(page: &Page) -> Result<()> {
    page.value(
        "(() => {
          let text = 'x'.repeat(1 << 20);
          for (let i = 0; text.length > 0; i++) {
            try { localStorage.setItem('filler' + i, text); } catch { text = text.slice(text.length / 2 | 0 || 1); }
          }
        })()",
        Value::Null,
    )
    .await?;
    Ok(())
}

async fn make_room(page: &Page) -> Result<()> {
    page.value(
        "Object.keys(localStorage).filter((k) => k.startsWith('filler')).forEach((k) => localStorage.removeItem(k))",
        Value::Null,
    )
    .await?;
    Ok(())
}
