//! Serves a folder on this machine, and finds a port to do so.

use std::{net::TcpListener, path::PathBuf};

use anyhow::{Context, Result};
use site_server::{Answer, inside};

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
pub(crate) fn serve(listener: TcpListener, folder: PathBuf) -> Result<()> {
    let answer =
        move |url: &str| inside(url, &folder).map_or(Answer::Missing, |file| Answer::file(&file));
    Ok(site_server::serve(listener, answer)?)
}

#[cfg(test)]
mod tests {
    use super::*;

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
