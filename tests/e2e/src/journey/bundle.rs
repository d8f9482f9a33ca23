//! The page in one file, opened from disk.

use anyhow::{Context, Result};

use super::{claims::OWN_VOICE, desk};
use crate::{page::Page, server::watched};

pub(crate) async fn walk(page: &Page) -> Result<()> {
    let bundle = std::fs::read_to_string(&page.bundle).context("the bundle")?;
    let path = page.file("claimlight.html", watched(&bundle, "").as_bytes())?;
    page.go(&format!("file://{path}")).await?;
    let words = page.text(
        "[...document.querySelectorAll('.paragraph')].at(-1).textContent.split(' ').slice(2, 7).join(' ')",
    );
    page.select(&words.await?).await?;
    desk::answer(page, OWN_VOICE).await?;
    desk::counts(page, 1).await?;
    page.reload().await?;
    desk::counts(page, 1).await?;
    // The engine stands in the file too.
    page.until("document.querySelector('.offer')").await?;
    page.keys("f").await?;
    page.keys("a").await?;
    desk::counts(page, 2).await?;
    page.no_errors().await
}
