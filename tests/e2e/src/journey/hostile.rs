//! Pages that want to do harm, through every importer: none runs anything, and each gives an article or a sentence.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::desk::close_sheet;
use crate::page::Page;

const TRAP: &str = "(() => {
  window.e2eRan = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = (...words) => { window.e2eRan.push([name, ...words]); };
})()";

/// What no article has in it.
const FORBIDDEN: &str = "[...document.querySelectorAll('.body [data-block] *')].filter((it) =>
  /^(script|iframe|frame|object|embed|form|input|button|svg|math|style|link|meta|base|template|img|video|audio)$/i.test(it.localName)
  || [...it.attributes].some((at) => /^on/i.test(at.name))
  || it.localName === 'a' && !/^(https?|mailto):/i.test(it.getAttribute('href') ?? 'http:')).map((it) => it.outerHTML)";

pub(crate) async fn walk(page: &Page) -> Result<()> {
    page.go(&page.address.clone()).await?;
    page.value(TRAP, json!(null)).await?;
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/hostile-pages").canonicalize()?;
    let mut files: Vec<_> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.sort();
    ensure!(files.len() > 30, "the hostile pages are not there");
    for file in files {
        let path = file.to_str().context("a path in UTF-8")?;
        feed(page, path).await.with_context(|| path.to_owned())?;
    }
    for (name, bytes) in large() {
        let path = page.file(name, &bytes)?;
        feed(page, &path).await.with_context(|| name.to_owned())?;
    }
    page.no_errors().await
}

/// Large ones, made here.
fn large() -> Vec<(&'static str, Vec<u8>)> {
    let deep = format!("<html><body><article>{}<p>Deep down.", "<div><b>".repeat(100_000));
    let wide =
        format!("<html><body><p>{}</p></body></html>", "all on one line ".repeat(50 * 65_536));
    let marks = format!("# A\n\n{}", "> *[".repeat(100_000));
    vec![
        ("deep.html", deep.into_bytes()),
        ("50-megabytes.html", wide.into_bytes()),
        ("marks.md", marks.into_bytes()),
    ]
}

async fn feed(page: &Page, path: &str) -> Result<()> {
    page.click("[aria-label='Open']").await?;
    page.type_into("#open-file", path).await?;
    settled(page).await?;
    let importers = "[...document.querySelectorAll('.read-as [aria-label]')].map((it) => it.getAttribute('aria-label'))";
    let importers: Vec<String> = serde_json::from_value(page.value(importers, json!(null)).await?)?;
    ensure!(importers.len() >= 4, "{importers:?}");
    for importer in importers {
        page.value("document.querySelector(`[aria-label='${a}']`).click()", json!(importer))
            .await?;
        page.until_with(
            "document.querySelector(`[aria-label='${a}'][aria-pressed=true]`)",
            json!(importer),
        )
        .await?;
        settled(page).await?;
        harmless(page).await?;
    }
    if page.value("!document.querySelector('#open-add').disabled", json!(null)).await?
        == json!(true)
    {
        page.value("document.querySelector('#open-add').click()", json!(null)).await?;
        page.until("!document.querySelector('dialog')").await?;
        page.until("document.querySelector('.body')").await?;
    } else {
        close_sheet(page).await?;
    }
    harmless(page).await
}

async fn settled(page: &Page) -> Result<()> {
    page.until("document.querySelector('.draft, .refusal') && !document.querySelector('.busy')")
        .await
}

async fn harmless(page: &Page) -> Result<()> {
    let ran = page.value("window.e2eRan", json!(null)).await?;
    ensure!(ran == json!([]), "it ran {ran}");
    let found = page.value(FORBIDDEN, json!(null)).await?;
    ensure!(found == json!([]), "it is in the page: {found}");
    Ok(())
}
