//! The page as a reader handles it: look, press, type, select, wait.

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use fantoccini::{
    Client, Locator,
    actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    error::CmdError,
    wd::{TimeoutConfiguration, WindowHandle},
};
use serde_json::{Value, json};

use crate::{
    driver::{Driver, Profile},
    server::Server,
    settings::{Engine, Settings},
};

/// How long a condition may take to come true.
const PATIENCE: Duration = Duration::from_secs(20);

/// What WebKit's driver says where it has lost an answer.
const UNPARSED: &str = "Could not parse script result";

/// What it says where a script waited in a page that was left.
const UNLOADED: &str = "before the unload event";

/// Keys that are no characters (WebDriver, section 17.4.2).
pub(crate) mod key {
    pub(crate) const BACKSPACE: char = '\u{e003}';
    pub(crate) const TAB: char = '\u{e004}';
    pub(crate) const ENTER: char = '\u{e007}';
    pub(crate) const SHIFT: char = '\u{e008}';
    pub(crate) const CONTROL: char = '\u{e009}';
    pub(crate) const ESCAPE: char = '\u{e00c}';
    pub(crate) const RIGHT: char = '\u{e014}';
}

/// One browser window.
pub(crate) struct Page {
    client: Client,
    axe: String,
    /// Where the site is served.
    pub(crate) address: String,
    /// The page in one file.
    pub(crate) bundle: PathBuf,
    /// The real article.
    pub(crate) article: PathBuf,
}

/// Functions that the steps below call in the page. `find` gives the ends of words in the article, in CSS pixels of
/// the window, once they are in view.
const TOOLS: &str = r"
window.e2e ??= {
  errors: [], changes: 0,
  find(words) {
    for (const block of document.querySelectorAll('[data-block]')) {
      const from = block.textContent.indexOf(words);
      if (from < 0) continue;
      const place = (at) => {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (at <= node.length) return [node, at];
          at -= node.length;
        }
      };
      const range = document.createRange();
      range.setStart(...place(from));
      range.setEnd(...place(from + words.length));
      const top = range.getBoundingClientRect().top;
      if (top < 120 || top > innerHeight - 320) scrollBy(0, top - innerHeight / 3);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
      const [first, last] = [boxes[0], boxes.at(-1)];
      return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
    }
    return null;
  },
  watch() {
    addEventListener('error', (event) => this.errors.push(String(event.message)));
    const inSlot = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest('.slot');
    new MutationObserver((changes) => { this.changes += changes.filter((c) => !inSlot(c.target)).length; })
      .observe(document.querySelector('.body'), { childList: true, characterData: true, subtree: true });
  },
};";

impl Page {
    /// Opens a window, with nothing in it yet.
    pub(crate) async fn open(
        driver: &Driver,
        engine: &Engine,
        settings: &Settings,
        server: &Server,
    ) -> Result<Self> {
        Self::open_with(driver, engine, settings, server, &Profile::default()).await
    }

    /// The same, of a browser that keeps its data in `profile`.
    pub(crate) async fn open_with(
        driver: &Driver,
        engine: &Engine,
        settings: &Settings,
        server: &Server,
        profile: &Profile,
    ) -> Result<Self> {
        let client = driver.window(engine, profile).await?;
        let limits = TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE * 3), None);
        client.update_timeouts(limits).await?;
        let page = Self {
            client,
            axe: settings.axe.clone(),
            address: server.address.clone(),
            bundle: settings.bundle.clone(),
            article: settings.article.clone(),
        };
        page.resize(1280, 900).await?;
        Ok(page)
    }

    /// Ends the session.
    pub(crate) async fn close(self) -> Result<()> {
        Ok(self.client.close().await?)
    }

    /// A further window of the same browser, which is the one handled from now on. Gives the handle of each, the one
    /// before first.
    pub(crate) async fn another(&self) -> Result<[WindowHandle; 2]> {
        // Where the page is gone, so may be its window.
        let before = self.client.windows().await?.into_iter().next().context("a window")?;
        let opened = self.client.new_window(false).await?.handle;
        self.client.switch_to_window(opened.clone()).await?;
        Ok([before, opened])
    }

    /// Runs a script that opens a window, and handles that from now on, once the app is in it.
    pub(crate) async fn opening(&self, script: &str) -> Result<()> {
        let before = self.client.windows().await?;
        self.value(script, Value::Null).await?;
        let start = Instant::now();
        loop {
            let opened = self.client.windows().await?.into_iter().find(|it| !before.contains(it));
            if let Some(opened) = opened {
                self.client.switch_to_window(opened).await?;
                // It starts as an empty page, which goes when the app comes.
                while self.started().await.is_err() {
                    ensure!(start.elapsed() < PATIENCE, "nothing is in the window");
                }
                return Ok(());
            }
            ensure!(start.elapsed() < PATIENCE, "no window opened");
        }
    }

    /// Handles this window from now on.
    pub(crate) async fn switch(&self, window: &WindowHandle) -> Result<()> {
        Ok(self.client.switch_to_window(window.clone()).await?)
    }

    /// What the window shows, for the person who looks into a failure.
    pub(crate) async fn leave_screenshot(&self, name: &str) {
        let file = std::env::temp_dir().join(format!("claimlight {name}.png"));
        if let Ok(picture) = self.picture().await
            && std::fs::write(&file, picture).is_ok()
        {
            eprintln!("   a screenshot is in {}", file.display());
        }
    }

    /// What the window shows, as a PNG.
    pub(crate) async fn picture(&self) -> Result<Vec<u8>> {
        Ok(self.client.screenshot().await?)
    }

    /// Sizes the window.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Result<()> {
        Ok(self.client.set_window_size(width, height).await?)
    }

    /// Goes to an address, and waits until the app is there.
    pub(crate) async fn go(&self, address: &str) -> Result<()> {
        self.nothing_forbidden().await?;
        self.client.goto(address).await?;
        self.started().await
    }

    /// Goes to an address where the app is not.
    pub(crate) async fn visit(&self, address: &str) -> Result<()> {
        Ok(self.client.goto(address).await?)
    }

    /// Loads the page anew.
    pub(crate) async fn reload(&self) -> Result<()> {
        self.nothing_forbidden().await?;
        self.client.refresh().await?;
        self.started().await
    }

    async fn started(&self) -> Result<()> {
        self.until("document.querySelector('#reader')").await?;
        self.client.execute(TOOLS, Vec::new()).await?;
        Ok(())
    }

    /// The value of a JavaScript expression; `a` are the arguments.
    pub(crate) async fn value(&self, expression: &str, arguments: Value) -> Result<Value> {
        let script = format!("const a = arguments[0]; return ({expression});");
        let value = self.client.execute(&script, vec![arguments]).await;
        value.with_context(|| expression.to_owned())
    }

    /// The value of an expression that is a number.
    pub(crate) async fn number(&self, expression: &str) -> Result<f64> {
        let value = self.value(expression, Value::Null).await?;
        value.as_f64().with_context(|| format!("{expression} is {value}, no number"))
    }

    /// The value of an expression that is a text.
    pub(crate) async fn text(&self, expression: &str) -> Result<String> {
        let value = self.value(expression, Value::Null).await?;
        let text = value.as_str().map(str::to_owned);
        text.with_context(|| format!("{expression} is {value}, no text"))
    }

    /// Waits, in the page, until an expression is true.
    pub(crate) async fn until(&self, expression: &str) -> Result<()> {
        self.until_with(expression, Value::Null).await
    }

    /// Waits, in the page, until an expression of the arguments `a` is true.
    pub(crate) async fn until_with(&self, expression: &str, arguments: Value) -> Result<()> {
        let script = format!(
            "const [a, done] = arguments;
             const look = () => {{ if ({expression}) done(null); else setTimeout(look, 10); }};
             look();"
        );
        let mut waited = self.client.execute_async(&script, vec![arguments.clone()]).await;
        // WebKit's driver now and then loses the answer to a script that waits; a page that is left takes it along. To look
        // again changes nothing.
        let is_lost = |error: &CmdError| {
            let words = error.to_string();
            [UNPARSED, UNLOADED].iter().any(|lost| words.contains(lost))
        };
        for _ in 0..3 {
            if !waited.as_ref().is_err_and(is_lost) {
                break;
            }
            waited = self.client.execute_async(&script, vec![arguments.clone()]).await;
        }
        waited.with_context(|| format!("waited for {expression} with {arguments}")).map(|_| ())
    }

    /// Presses the first element of a CSS selector, once it is there and enabled.
    pub(crate) async fn click(&self, selector: &str) -> Result<()> {
        self.until_with(
            "document.querySelector(a) && !document.querySelector(a).disabled",
            json!(selector),
        )
        .await?;
        let element = self.client.find(Locator::Css(selector)).await?;
        element.click().await.with_context(|| format!("pressing {selector}"))
    }

    /// Types into the first element of a CSS selector; into a file field, the file's path.
    pub(crate) async fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        self.until_with("document.querySelector(a)", json!(selector)).await?;
        let element = self.client.find(Locator::Css(selector)).await?;
        element.send_keys(text).await.with_context(|| format!("typing into {selector}"))
    }

    /// Types with what has the keyboard.
    pub(crate) async fn keys(&self, text: &str) -> Result<()> {
        self.chord(&[], text).await
    }

    /// Types with other keys held down.
    pub(crate) async fn chord(&self, held: &[char], text: &str) -> Result<()> {
        let mut keys = KeyActions::new("keyboard".into());
        for &value in held {
            keys = keys.then(KeyAction::Down { value });
        }
        for value in text.chars() {
            keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        for &value in held {
            keys = keys.then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(keys).await?)
    }

    /// Selects words of the article with the mouse, and waits for the bar.
    pub(crate) async fn select(&self, words: &str) -> Result<()> {
        let [x, y, to_x, to_y] = self.find(words).await?;
        self.drag((x, y), (to_x, to_y)).await?;
        self.until("document.querySelector('.bar')").await.with_context(|| words.to_owned())
    }

    /// Clicks into the middle of words of the article.
    pub(crate) async fn click_words(&self, words: &str) -> Result<()> {
        let [x, y, ..] = self.find(words).await?;
        self.drag((x + 6.0, y), (x + 6.0, y)).await
    }

    /// The ends of words in the article, in view.
    async fn find(&self, words: &str) -> Result<[f64; 4]> {
        // The first call scrolls, the second finds them where they stand then.
        for _ in 0..2 {
            let found = self.value("window.e2e.find(a)", json!(words)).await?;
            ensure!(found.is_array(), "the article does not say {words}");
        }
        let found = self.value("window.e2e.find(a)", json!(words)).await?;
        Ok(serde_json::from_value(found)?)
    }

    /// Drags an element by so many CSS pixels.
    pub(crate) async fn drag_element(&self, selector: &str, x: f64, y: f64) -> Result<()> {
        self.until_with("document.querySelector(a)", json!(selector)).await?;
        let place = "(({ left, top, width, height }) => [left + width / 2, top + height / 2])(document.querySelector(a).getBoundingClientRect())";
        let [left, top]: [f64; 2] =
            serde_json::from_value(self.value(place, json!(selector)).await?)?;
        self.drag((left, top), (left + x, top + y)).await
    }

    /// A file of this name and content, for the page to open.
    pub(crate) fn file(&self, name: &str, content: &[u8]) -> Result<String> {
        let folder = std::env::temp_dir().join(format!("claimlight-e2e-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let file = folder.join(name);
        std::fs::write(&file, content)?;
        file.to_str().map(str::to_owned).context("the temporary folder's path is UTF-8")
    }

    async fn drag(&self, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        let at = |(x, y): (f64, f64)| PointerAction::MoveTo { duration: None, x, y };
        let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        let mouse = MouseActions::new("mouse".into())
            .then(at(from))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(at(middle))
            .then(at(to))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(mouse).await?)
    }

    /// What axe-core finds wrong, in light and in dark; `state` says where the journey stands.
    pub(crate) async fn axe(&self, state: &str) -> Result<()> {
        let there = self.value("typeof window.axe === 'object'", Value::Null).await?;
        if there != json!(true) {
            self.client.execute(&self.axe, Vec::new()).await?;
        }
        for theme in ["light", "dark"] {
            let found = self.client.execute_async(
                "const [theme, done] = arguments;
                 const root = document.documentElement, before = root.dataset.theme;
                 root.dataset.theme = theme;
                 axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => {
                   root.dataset.theme = before;
                   done(violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html + ' ' + n.failureSummary).join(' | ')));
                 }, (error) => done([String(error)]));",
                vec![json!(theme)],
            );
            let found = found.await?;
            let found = found.as_array().context("axe gives a list")?;
            if !found.is_empty() {
                bail!("axe, {state}, {theme}: {found:#?}");
            }
        }
        Ok(())
    }

    /// The page did nothing that its own policy forbids, from its start on.
    ///
    /// # Errors
    /// What it did.
    pub(crate) async fn nothing_forbidden(&self) -> Result<()> {
        let forbidden = self.value("window.e2eForbidden ?? []", Value::Null).await?;
        ensure!(forbidden == json!([]), "the page's policy forbids what it does: {forbidden}");
        Ok(())
    }

    /// No script failed since the page was loaded, and each could do what it wanted.
    pub(crate) async fn no_errors(&self) -> Result<()> {
        let watched = self.value("Array.isArray(window.e2eForbidden)", Value::Null).await?;
        ensure!(watched == json!(true), "nobody watches what the page's policy forbids");
        self.nothing_forbidden().await?;
        let errors = self.value("window.e2e.errors", Value::Null).await?;
        ensure!(errors == json!([]), "scripts failed: {errors}");
        Ok(())
    }
}
