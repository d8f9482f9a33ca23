//! Whatever readers have becomes an article: a saved page, Markdown, what was copied, an address, the page they read.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::desk::close_sheet;
use crate::{
    page::Page,
    server::{self, Server},
};

/// Pages of our own making, with what a reader sees of them.
fn pages() -> Result<PathBuf> {
    // Drivers take no path with steps back in it.
    Ok(server::pages().canonicalize()?)
}

pub(crate) async fn walk(page: &Page) -> Result<()> {
    page.go(&page.address.clone()).await?;
    saved_page(page).await?;
    markdown(page).await?;
    copied(page).await?;
    address(page).await?;
    written_on(page).await?;
    written_slowly(page).await?;
    shared(page).await?;
    handed_over(page).await?;
    page.no_errors().await
}

async fn open_sheet(page: &Page) -> Result<()> {
    page.click("[aria-label='Open']").await?;
    page.until("document.querySelector('#open-file')").await
}

async fn read_as(page: &Page, importer: &str) -> Result<()> {
    page.until_with(
        "document.querySelector('.read-as [aria-pressed=true]')?.textContent === a",
        json!(importer),
    )
    .await
}

async fn add(page: &Page, headline: &str) -> Result<()> {
    page.click("#open-add").await?;
    page.until("!document.querySelector('dialog')").await?;
    page.until_with("document.querySelector('.headline')?.textContent === a", json!(headline)).await
}

/// A page with menus and boxes around: its article is what is read, and what stands in the library.
async fn saved_page(page: &Page) -> Result<()> {
    open_sheet(page).await?;
    let file = pages()?.join("wire-story.html");
    page.type_into("#open-file", file.to_str().context("a path in UTF-8")?).await?;
    read_as(page, "Web page").await?;
    let facts = page.text("document.querySelector('.draft .facts').textContent").await?;
    ensure!(facts.contains("Meridian Wire") && facts.contains("wire.example"), "{facts}");
    page.axe("a page understood").await?;
    // A person may see it otherwise.
    page.click("[aria-label='Read as: Plain text']").await?;
    read_as(page, "Plain text").await?;
    page.click("[aria-label='Read as: Web page']").await?;
    read_as(page, "Web page").await?;
    add(page, "Grain ships leave port after week-long halt").await?;
    let shown = page
        .value(
            "[...document.querySelectorAll('.body [data-block]')].map((block) => block.textContent.trim()).join('\\n')",
            json!(null),
        )
        .await?;
    let expected = std::fs::read_to_string(pages()?.join("wire-story.txt"))?;
    for line in expected.lines().map(str::trim).filter(|line| !line.is_empty()) {
        ensure!(shown.as_str().is_some_and(|shown| shown.contains(line)), "{line} is missing");
    }
    // The same page again is recognised.
    open_sheet(page).await?;
    page.type_into("#open-file", file.to_str().context("a path in UTF-8")?).await?;
    page.until(
        "document.querySelector('.version')?.textContent.includes('in the library already')",
    )
    .await?;
    close_sheet(page).await
}

async fn markdown(page: &Page) -> Result<()> {
    let text = b"# Ferry line returns\n\nThe **harbour master** said [boats](https://harbour.example) sail on Monday.\n\n> We are ready.\n";
    let file = page.file("notes.txt", text)?;
    open_sheet(page).await?;
    page.type_into("#open-file", &file).await?;
    read_as(page, "Markdown").await?;
    add(page, "Ferry line returns").await?;
    page.until("document.querySelector('.body strong')?.textContent === 'harbour master'").await?;
    page.until("document.querySelector('.body a[href=\"https://harbour.example\"]')").await
}

/// What a clipboard holds of a page, pasted anywhere.
async fn copied(page: &Page) -> Result<()> {
    let html = "<meta charset='utf-8'><!--StartFragment--><h1>Bridge closes</h1><p>The council said the bridge is <em>unsafe</em>.</p><p>It was built in 1931.</p><!--EndFragment-->";
    let pasted = page
        .value(
            "(() => {
              const data = new DataTransfer();
              data.setData('text/html', a);
              data.setData('text/plain', 'Bridge closes');
              const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
              if (!event.clipboardData?.getData('text/html')) return false;
              document.body.dispatchEvent(event);
              return true;
            })()",
            json!(html),
        )
        .await?;
    if pasted == json!(false) {
        // This engine lets no script make such an event.
        return Ok(());
    }
    read_as(page, "Web page").await?;
    page.until("document.querySelector('.given').textContent.startsWith('What you copied')")
        .await?;
    add(page, "Bridge closes").await?;
    page.until("document.querySelector('.body em')?.textContent === 'unsafe'").await
}

/// An address is got where the site lets it; where not, a sentence says what works.
async fn address(page: &Page) -> Result<()> {
    open_sheet(page).await?;
    let address = format!("{}pages/interview.html", page.address);
    write(page, &address).await?;
    read_as(page, "Web page").await?;
    let title: Value =
        serde_json::from_str(&std::fs::read_to_string(pages()?.join("interview.json"))?)?;
    let title = title["title"].as_str().context("a title")?;
    page.until_with("document.querySelector('#open-title').placeholder === a", json!(title))
        .await?;
    write(page, "https://127.0.0.1:9/closed").await?;
    page.until("document.querySelector('.refusal')?.textContent.includes('Two ways work')").await?;
    page.axe("an address that is closed").await?;
    // What takes long is said to be under way, and can be stopped.
    write(page, &format!("{}never", page.address)).await?;
    page.until("document.querySelector('.busy')?.textContent.startsWith('Getting http')").await?;
    page.axe("an address that takes long").await?;
    page.click("#open-cancel").await?;
    page.until(
        "document.querySelector('.refusal')?.textContent === 'Stopped. Nothing was opened.'",
    )
    .await?;
    close_sheet(page).await
}

async fn write(page: &Page, text: &str) -> Result<()> {
    page.value(
        "(() => {
          const field = document.querySelector('#open-text');
          field.value = a;
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        })()",
        json!(text),
    )
    .await?;
    Ok(())
}

/// Who writes on and opens at once gets what was written last, too.
async fn written_on(page: &Page) -> Result<()> {
    open_sheet(page).await?;
    write(page, "Lighthouse lit again\n\nThe keeper said it shines.").await?;
    page.until("document.querySelector('.draft')").await?;
    write(page, "Lighthouse lit again\n\nThe keeper said it shines.\n\nThe port agreed.").await?;
    // Sooner after the last key than words are read.
    page.value("document.querySelector('#open-add').click()", Value::Null).await?;
    page.until("document.querySelector('.understood')?.textContent.includes('2 paragraphs')")
        .await?;
    add(page, "Lighthouse lit again").await?;
    page.until("document.querySelector('.body').textContent.includes('The port agreed.')").await
}

/// Whoever writes while words are read can never open what is understood of them but not all that is written: of a long
/// text, with a paragraph more whenever the one before is just being read.
async fn written_slowly(page: &Page) -> Result<()> {
    open_sheet(page).await?;
    let long =
        format!("Lighthouse lit again{}", "\n\nThe keeper said it shines on and on.".repeat(2000));
    write(page, &long).await?;
    page.until("document.querySelector('.understood')?.textContent.includes('2000 paragraphs')")
        .await?;
    let typist = "(() => {
      const field = document.querySelector('#open-text'), add = document.querySelector('#open-add');
      const slow = window.e2e.slow = { left: 12, early: [] };
      const count = () => field.value.split('\\n\\n').length - 1;
      new MutationObserver(() => {
        const seen = document.querySelector('.understood')?.textContent;
        if (!add.disabled && !seen.includes(`${count()} paragraphs`)) slow.early.push(`${seen} of ${count()}`);
      }).observe(document.querySelector('.open-form'), { attributes: true, childList: true, characterData: true, subtree: true });
      const write = () => {
        field.value += '\\n\\nThe port agreed.';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        if (--slow.left) setTimeout(write, 124 + slow.left);
      };
      write();
    })()";
    page.value(typist, Value::Null).await?;
    page.until("window.e2e.slow.left === 0").await?;
    page.until("document.querySelector('.understood')?.textContent.includes('2012 paragraphs')")
        .await?;
    let early = page.value("window.e2e.slow.early", Value::Null).await?;
    ensure!(early == json!([]), "it could be opened too early: {early}");
    close_sheet(page).await
}

/// What the system's way to share hands over.
async fn shared(page: &Page) -> Result<()> {
    let address = format!("{}?shared-title=Quay&shared-text=The%20quay%20reopens.", page.address);
    page.go(&address).await?;
    page.until("document.querySelector('#open-text')?.value === 'Quay\\n\\nThe quay reopens.'")
        .await?;
    page.until_with("location.href === a", json!(page.address)).await?;
    page.until("document.querySelector('.draft')").await?;
    close_sheet(page).await
}

/// The bookmark, pressed on a page of another site.
async fn handed_over(page: &Page) -> Result<()> {
    open_sheet(page).await?;
    let bookmark =
        page.text("document.querySelector('#open-bookmark').getAttribute('href')").await?;
    close_sheet(page).await?;
    // WebKit's driver lets no script open a window.
    let agent = page.text("navigator.userAgent").await?;
    if agent.contains("AppleWebKit") && !agent.contains("Chrome") {
        return Ok(());
    }
    let elsewhere = Server::start(pages()?)?;
    let address = format!("{}wire-story.html", elsewhere.address);
    page.visit(&address).await?;
    page.value("(() => { window.e2eBookmark = a; })()", json!(bookmark)).await?;
    page.opening(
        "(() => { (0, eval)(decodeURIComponent(window.e2eBookmark.slice('javascript:'.length))); })()",
    )
    .await?;
    page.until("document.querySelector('.given')").await?;
    let given = page.text("document.querySelector('.given').textContent").await?;
    ensure!(given.starts_with(&address), "{given} does not say {address}");
    read_as(page, "Web page").await?;
    page.until("!location.hash").await?;
    page.until("document.querySelector('#open-title').placeholder.startsWith('Grain ships')").await
}
