//! Serves the built site below a path prefix, as it may be deployed.

use std::{
    fs::File,
    path::{Component, Path, PathBuf},
};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response};

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
        let server = tiny_http::Server::http("127.0.0.1:0").map_err(|error| anyhow!("{error}"))?;
        let port = server.server_addr().to_ip().map_or(0, |address| address.port());
        std::thread::spawn(move || {
            let mut waiting = Vec::new();
            for request in server.incoming_requests() {
                if request.url().ends_with(NEVER) {
                    waiting.push(request);
                } else {
                    answer(request, &root);
                }
            }
        });
        Ok(Self { address: format!("http://127.0.0.1:{port}{PREFIX}") })
    }
}

fn answer(request: Request, root: &Path) {
    let found = path(request.url(), root).and_then(|path| Some((File::open(&path).ok()?, path)));
    if let Some((_, path)) = &found
        && path.extension().is_some_and(|ending| ending == "html")
        && let Ok(page) = std::fs::read_to_string(path)
    {
        let missing = request.url().split("?without=").nth(1).map(blocking).unwrap_or_default();
        let page = watched(&page, &missing);
        let response = Response::from_string(page);
        let header = Header::from_bytes("Content-Type", "text/html; charset=utf-8");
        // A browser that has gone away is no failure of the site.
        let _ = match header {
            Ok(header) => request.respond(response.with_header(header)),
            Err(()) => request.respond(response),
        };
        return;
    }
    // A browser that has gone away is no failure of the site.
    let _ = match found {
        Some((file, path)) => {
            let media_type = Header::from_bytes("Content-Type", media_type(&path));
            let response = Response::from_file(file);
            match media_type {
                Ok(header) => request.respond(response.with_header(header)),
                Err(()) => request.respond(response),
            }
        }
        None => request.respond(Response::from_string("Not here").with_status_code(404)),
    };
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
    let name = url.split(['?', '#']).next()?.strip_prefix(PREFIX)?;
    let name = if name.is_empty() { "index.html" } else { name };
    let (root, name) = match name.strip_prefix(PAGES) {
        Some(name) => (pages(), name),
        None => (root.to_owned(), name),
    };
    let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    inside.then(|| root.join(name))
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json" | "jsonld") => "application/json",
        _ => "application/octet-stream",
    }
}
