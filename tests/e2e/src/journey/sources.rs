//! Edits that take one call to the page.

use anyhow::Result;
use serde_json::json;

use crate::page::Page;

/// Makes a first gesture, which loads the rest of the program: what follows is an edit at once.
async fn ready(page: &Page) -> Result<()> {
    if page.value("window.e2e.ready === true", json!(null)).await? == json!(true) {
        return Ok(());
    }
    page.value("document.querySelector(\"[aria-label='Keys']\").click()", json!(null)).await?;
    page.until("document.querySelector('dialog')").await?;
    page.value("document.querySelector(\"dialog [aria-label='Close']\").click()", json!(null))
        .await?;
    page.until("!document.querySelector('dialog')").await?;
    page.value("window.e2e.ready = true", json!(null)).await.map(|_| ())
}

/// Adds a source by the field beside the text.
pub(crate) async fn add(page: &Page, name: &str) -> Result<()> {
    ready(page).await?;
    page.value(&format!("({ADD})(a)"), json!(name)).await?;
    Ok(())
}

/// The same; says whether localStorage has it before the task is over.
pub(crate) async fn add_and_look(page: &Page, name: &str) -> Result<bool> {
    ready(page).await?;
    let script =
        format!("(({ADD})(a), Object.values(localStorage).some((record) => record.includes(a)))");
    Ok(page.value(&script, json!(name)).await? == json!(true))
}

const ADD: &str = "(name) => {
  const form = document.querySelector('.side .add');
  form.querySelector('input').value = name;
  form.requestSubmit();
}";

/// Starts adding many sources, one to a task; `e2e.added` says when all are.
pub(crate) async fn add_many(page: &Page, name: &str, many: usize) -> Result<()> {
    ready(page).await?;
    let script = format!(
        "(() => {{
          const add = {ADD}, channel = new MessageChannel();
          let n = 0;
          channel.port1.onmessage = () => {{
            if (n === a.many) {{ window.e2e.added = true; return; }}
            add(a.name + ' ' + n++);
            channel.port2.postMessage(null);
          }};
          channel.port2.postMessage(null);
        }})()"
    );
    page.value(&script, json!({ "name": name, "many": many })).await?;
    Ok(())
}

/// The names of all sources.
pub(crate) async fn names(page: &Page) -> Result<Vec<String>> {
    let names = page
        .value(
            "[...document.querySelectorAll('.side .share .name')].map((it) => it.textContent)",
            json!(null),
        )
        .await?;
    Ok(serde_json::from_value(names)?)
}

/// Makes a claim of the nth words of the article, by the first source offered.
pub(crate) async fn claim(page: &Page, nth: usize) -> Result<()> {
    page.value(
        "(() => {
          const blocks = [...document.querySelectorAll('.body .paragraph')];
          const text = document.createTreeWalker(blocks[a % blocks.length], NodeFilter.SHOW_TEXT).nextNode();
          const from = Math.floor(a / blocks.length);
          getSelection().setBaseAndExtent(text, from, text, Math.min(text.length, from + 30));
          document.querySelector('#reader').dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
        })()",
        json!(nth),
    )
    .await?;
    page.until("document.querySelector('.bar .option')").await?;
    // By the page itself: the words may stand under the bar on top.
    page.value("document.querySelector('.bar .option').click()", json!(null)).await?;
    page.until("!document.querySelector('.bar')").await
}
