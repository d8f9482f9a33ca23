//! How long the page is held up with a text of 500,000 words: each step’s tasks of over 50 ms, counted. A benchmark: nothing
//! of it fails on time.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::page::{Page, key};

/// Words of the text.
const WORDS: usize = 500_000;

/// Counts tasks of over 50 ms from here on (Long Tasks API), and frames that came late.
const WATCH: &str = r"(() => {
  window.held = { tasks: [], frames: 0, count: 0, last: performance.now() };
  new PerformanceObserver((list) => held.tasks.push(...list.getEntries().map((it) => it.duration)))
    .observe({ entryTypes: ['longtask'] });
  const frame = (now) => {
    held.frames = Math.max(held.frames, now - held.last);
    held.last = now;
    held.count += 1;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})()";

/// What was counted since the last look.
const LOOK: &str = r"(() => {
  const { tasks, frames } = held;
  held.tasks = []; held.frames = 0;
  return [tasks.length, Math.max(0, ...tasks), frames];
})()";

/// Measures each step, and prints a table.
pub(crate) async fn measure(page: &Page) -> Result<()> {
    let article = std::fs::read_to_string(&page.article)?;
    let words = article.split_whitespace().count().max(1);
    let long = format!("{}\n\n", article.trim()).repeat(WORDS.div_ceil(words));
    let file = page.file("long.txt", long.as_bytes())?;
    page.go(&page.address.clone()).await?;
    page.value(WATCH, Value::Null).await?;
    println!("{:34} {:>11} {:>11} {:>13}", "step", "over 50 ms", "longest", "longest frame");
    page.click("[aria-label='Open']").await?;
    page.until("document.querySelector('#open-file')").await?;
    page.type_into("#open-file", &file).await?;
    page.until("document.querySelector('#open-add:not([disabled])')").await?;
    step(page, "choose the file, see its preview").await?;
    page.click("#open-add").await?;
    page.until("document.querySelectorAll('[data-block]').length > 1000").await?;
    step(page, "add it to the library").await?;
    page.until(
        "!document.querySelector('.proposals .reading') && document.querySelector('.offer')",
    )
    .await?;
    step(page, "read it and propose").await?;
    page.keys("f").await?;
    page.until("document.querySelector('.offer.chosen')").await?;
    step(page, "look at a proposal").await?;
    page.keys("a").await?;
    page.until("document.querySelector('.card')").await?;
    step(page, "accept it").await?;
    let sure = "document.querySelector('.proposals .sure').textContent";
    println!("({})", page.text(sure).await?);
    page.keys("A").await?;
    page.until("!document.querySelector('.proposals .sure')").await?;
    step(page, "accept all above 90 %").await?;
    page.keys(&key::ESCAPE.to_string()).await?;
    page.chord(&[key::CONTROL], "z").await?;
    page.until("document.querySelector('.number').textContent === '1'").await?;
    step(page, "undo that").await
}

async fn step(page: &Page, name: &str) -> Result<()> {
    // Some frames more, so that what the step began is done.
    let count = page.value("held.count", Value::Null).await?;
    page.until_with("held.count > a + 5", count).await?;
    let seen = page.value(LOOK, Value::Null).await?;
    let number = |n: usize| seen.get(n).and_then(Value::as_f64).context("a number");
    let (tasks, longest, frame) = (number(0)?, number(1)?, number(2)?);
    println!(
        "{name:34} {tasks:>11} {:>11} {:>13}",
        format!("{longest:.0} ms"),
        format!("{frame:.0} ms")
    );
    Ok(())
}
