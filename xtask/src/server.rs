//! Serves a folder on this machine, and finds a port to do so.

use std::{
    fs::File,
    net::TcpListener,
    path::{Component, Path, PathBuf},
};

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Request, Response, Server};

/// Where a site is served if nothing else is said.
const USUAL_PORT: u16 = 8080;
/// How many ports are tried from the usual one on.
const TRIED: u16 = 100;

/// A listener on `port`, or, with none given, on the first free one from [`USUAL_PORT`] on.
///
/// # Errors
/// Where the port is taken.
pub(crate) fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind(("127.0.0.1", port));
    match port {
        Some(port) => bind(port).with_context(|| format!("port {port} cannot be had")),
        None => (USUAL_PORT..USUAL_PORT + TRIED)
            .find_map(|port| bind(port).ok())
            .context("no port from 8080 on is free: choose one with --port"),
    }
}

/// The address of a page served on `listener`.
///
/// # Errors
/// Where the system does not say the port.
pub(crate) fn address(listener: &TcpListener) -> Result<String> {
    Ok(format!("http://{}/", listener.local_addr()?))
}

/// Serves `folder` until the program is stopped.
///
/// # Errors
/// Where the server does not start.
pub(crate) fn serve(listener: TcpListener, folder: &Path) -> Result<()> {
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!("{error}"))?;
    for request in server.incoming_requests() {
        // A browser that has gone away is no failure.
        let _ = answer(request, folder);
    }
    Ok(())
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    let found =
        inside(request.url(), folder).and_then(|path| Some((File::open(&path).ok()?, path)));
    let Some((file, path)) = found else {
        return request.respond(Response::from_string("Not here").with_status_code(404));
    };
    let mut response = Response::from_file(file);
    for (name, value) in [("Content-Type", media_type(&path)), ("Cache-Control", "no-cache")] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
}

/// The file that `url` asks for; nothing outside the folder.
fn inside(url: &str, folder: &Path) -> Option<PathBuf> {
    let name = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let name = if name.is_empty() { "index.html" } else { name };
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(name);
    (plain && file.is_file()).then_some(file)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("jsonld") => "application/ld+json",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_folder_are_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(inside("/Cargo.toml?now", folder), Some(folder.join("Cargo.toml")));
        for url in ["/../Cargo.toml", "//etc/passwd", "/src", "/", "/none", "Cargo.toml"] {
            assert_eq!(inside(url, folder), None, "{url}");
        }
    }

    #[test]
    fn a_taken_port_is_said_or_passed_by() {
        let first = listen(None).unwrap();
        let port = first.local_addr().unwrap().port();
        let error = listen(Some(port)).unwrap_err();
        assert_eq!(error.to_string(), format!("port {port} cannot be had"));
        let second = listen(None).unwrap();
        assert_ne!(second.local_addr().unwrap().port(), port);
    }
}
