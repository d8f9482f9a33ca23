//! Serves the built site below a path prefix, as it may be deployed.

use std::{
    net::TcpListener,
    path::{Path, PathBuf},
};

use anyhow::Result;
use site_server::{Answer, inside};

/// Where the site stands on the server: not at the top, so that an absolute address in it would show.
const PREFIX: &str = "/some/where/";

/// Below this the server has pages of a newspaper, as somebody else's articles on the same site.
const PAGES: &str = "pages/";

/// Pages of our own making, as `tests/pages.rs` reads them.
pub(crate) fn pages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../pages")
}

/// An address that ends so is never answered.
const NEVER: &str = "/never";

/// A server on a free port of this machine, for as long as the program runs.
pub(crate) struct Server {
    /// The address of the page.
    pub(crate) address: String,
}

impl Server {
    /// Starts serving `root` on a thread of its own.
    ///
    /// # Errors
    /// Where no port can be had.
    pub(crate) fn start(root: PathBuf) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = format!("http://{}{PREFIX}", listener.local_addr()?);
        std::thread::spawn(move || site_server::serve(listener, move |url| answer(url, &root)));
        Ok(Self { address })
    }
}

fn answer(url: &str, root: &Path) -> Answer {
    if url.ends_with(NEVER) {
        return Answer::Never;
    }
    let Some(path) = path(url, root) else { return Answer::Missing };
    let answer = Answer::file(&path);
    let Answer::Found { media_type, content } = &answer else { return answer };
    match std::str::from_utf8(content) {
        Ok(page) if media_type.starts_with("text/html") => {
            let missing = url.split("?without=").nth(1).map(blocking).unwrap_or_default();
            Answer::Found { media_type, content: watched(page, &missing).into_bytes() }
        }
        _ => answer,
    }
}

/// A page that notes from its start on what its own Content Security Policy forbids it, with another script before
/// all else. The policy stands after this, and so does not hold for it.
pub(crate) fn watched(page: &str, script: &str) -> String {
    const WATCH: &str = "window.e2eForbidden = []; addEventListener('securitypolicyviolation', (event) => \
        window.e2eForbidden.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`));";
    page.replacen("<head>", &format!("<head><script>{WATCH}{script}</script>"), 1)
}

/// A script that takes these storages away, as a browser does whose owner blocks them.
fn blocking(storages: &str) -> String {
    let block = |storage: &str| {
        format!(
            "Object.defineProperty(window, '{storage}', {{ get() {{ throw new DOMException('', 'SecurityError'); }} }});"
        )
    };
    storages.split(',').map(block).collect()
}

fn path(url: &str, root: &Path) -> Option<PathBuf> {
    let name = url.strip_prefix(PREFIX)?;
    match name.strip_prefix(PAGES) {
        Some(name) => inside(&format!("/{name}"), &pages()),
        None => inside(&format!("/{name}"), root),
    }
}
