//! The Content Security Policy of the page: what it may load and run, so that whatever got into it could not do much.

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// How the page is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// As a site: its parts are files beside it.
    Site,
    /// As one file, opened from disk: its parts stand inside, and what it starts beside itself comes from `blob:`.
    OneFile,
}

/// What a page starts with; the policy follows at once, so that nothing loads without it.
const START: &str = "<meta charset=\"utf-8\">";

/// Puts the policy into a page, with hashes of the scripts and styles that stand in it.
///
/// # Errors
/// Where the page does not start as all of ours do.
pub(super) fn protect(page: &str, kind: Kind) -> Result<String> {
    let (head, rest) = page.split_once(START).context("the page declares no encoding")?;
    Ok(format!(
        "{head}{START}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">{rest}",
        policy(page, kind)
    ))
}

fn policy(page: &str, kind: Kind) -> String {
    let own = match kind {
        Kind::Site => vec!["'self'".to_owned()],
        Kind::OneFile => Vec::new(),
    };
    let list = |values: Vec<String>| {
        if values.is_empty() { "'none'".to_owned() } else { values.join(" ") }
    };
    let scripts = hashes(page, "script", |tag| !tag.contains(" src=") && is_run(tag));
    let scripts = [own.clone(), vec!["'wasm-unsafe-eval'".to_owned()], scripts].concat();
    let styles = [own.clone(), hashes(page, "style", |_| true)].concat();
    let pictures = [own.clone(), vec!["data:".to_owned()]].concat();
    let workers = match kind {
        Kind::Site => own.clone(),
        Kind::OneFile => vec!["blob:".to_owned()],
    };
    [
        "default-src 'none'".to_owned(),
        format!("script-src {}", list(scripts)),
        format!("style-src {}", list(styles)),
        format!("img-src {}", list(pictures)),
        // A person may ask for an article by its address.
        format!("connect-src {}", list([own.clone(), vec!["https:".to_owned()]].concat())),
        format!("manifest-src {}", list(own)),
        format!("worker-src {}", list(workers)),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        // Text never becomes a program. Workers are started by the one policy of this name.
        "require-trusted-types-for 'script'".to_owned(),
        "trusted-types claimlight".to_owned(),
    ]
    .join("; ")
}

/// Whether a browser runs what stands in a script of this tag, rather than keeping it as data.
fn is_run(tag: &str) -> bool {
    let (_, kind) = tag.split_once(" type=\"").unwrap_or_default();
    matches!(kind.split('"').next(), Some("" | "module" | "text/javascript"))
}

/// Hashes of what stands in the elements of this name, as policies name them.
fn hashes(page: &str, name: &str, counts: fn(&str) -> bool) -> Vec<String> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut hashes = Vec::new();
    let mut rest = page;
    while let Some((_, found)) = rest.split_once(&open) {
        let Some((tag, found)) = found.split_once('>') else { break };
        let Some((inside, after)) = found.split_once(&close) else { break };
        if counts(tag) {
            hashes.push(format!("'sha256-{}'", STANDARD.encode(Sha256::digest(inside))));
        }
        rest = after;
    }
    hashes
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>\n<meta charset=\"utf-8\">\n<style>\nb{}\n</style><script>\nalert(1)\n</script>\
        <script type=\"application/wasm\">AA</script><script src=\"x.js\"></script><script type=\"module\">x</script></head>";

    #[test]
    fn what_stands_in_the_page_may_run_and_nothing_else() {
        let site = protect(PAGE, Kind::Site).unwrap();
        // printf '\nalert(1)\n' | openssl dgst -sha256 -binary | base64; the same for the others.
        let scripts = "script-src 'self' 'wasm-unsafe-eval' 'sha256-J8+4/wmqNoqVGih0Xof49bzVEIwR8aHhR5HvZK1wlzY=' 'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='; ";
        assert!(site.contains(scripts), "{site}");
        assert!(
            site.contains(
                "style-src 'self' 'sha256-lkYe5SAjgQT1av6fhWoNE7zxmqmfMlAULMnahGbZ8os='; "
            ),
            "{site}"
        );
        assert!(site.starts_with(
            "<head>\n<meta charset=\"utf-8\">\n    <meta http-equiv=\"Content-Security-Policy\" "
        ));
        assert!(!site.contains("unsafe-inline") && !site.contains("'unsafe-eval'"));
    }

    #[test]
    fn one_file_has_no_files_beside_it() {
        let page = protect(PAGE, Kind::OneFile).unwrap();
        assert!(!page.contains("'self'"), "{page}");
        assert!(
            page.contains("connect-src https:; ") && page.contains("worker-src blob:; "),
            "{page}"
        );
    }

    #[test]
    fn a_page_without_encoding_is_none_of_ours() {
        assert!(protect("<head></head>", Kind::Site).is_err());
    }
}
