//! `index.html` with its `<link data-trunk …>` elements, which say what the page is made of.

use anyhow::{Context, Result, bail};

/// One thing the page is made of.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    /// HTML as it stands.
    Html(&'a str),
    /// The style sheet at this path.
    Style(&'a str),
    /// The program.
    Program,
    /// The program of this name that runs beside it, in a worker.
    Worker(&'a str),
    /// The page's icon, at this path.
    Icon(&'a str),
    /// The file at this path, published beside the page, which does not load it.
    Beside(&'a str),
}

/// Takes `html` apart.
///
/// # Errors
/// Where it holds an asset that nobody has taught us to put into one file.
pub(crate) fn parts(html: &str) -> Result<Vec<Part<'_>>> {
    const START: &str = "<link data-trunk";
    let mut parts = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find(START) {
        let end = rest[at..].find('>').context("index.html has an open <link")? + at;
        parts.push(Part::Html(&rest[..at]));
        parts.push(part(&rest[at..=end])?);
        rest = &rest[end + 1..];
    }
    parts.push(Part::Html(rest));
    Ok(parts)
}

fn part(link: &str) -> Result<Part<'_>> {
    let href = || attribute(link, "href").with_context(|| format!("no href in {link}"));
    Ok(match attribute(link, "rel") {
        Some("css") => Part::Style(href()?),
        Some("rust") if attribute(link, "data-type") == Some("worker") => Part::Worker(
            attribute(link, "data-bin").with_context(|| format!("no data-bin in {link}"))?,
        ),
        Some("rust") => Part::Program,
        Some("icon") => Part::Icon(href()?),
        Some("copy-file") => Part::Beside(href()?),
        _ => bail!(
            "`cargo xtask bundle` cannot put {link} into one file: see xtask/src/site/template.rs"
        ),
    })
}

fn attribute<'a>(link: &'a str, name: &str) -> Option<&'a str> {
    let start = link.find(&format!(" {name}=\""))? + name.len() + 3;
    link[start..].split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_comes_apart_in_order() {
        let html = "<head><link data-trunk rel=\"css\" href=\"a/b.css\">\n\
                    <link data-trunk rel=\"rust\" data-bin=\"x\"><link rel=\"me\" href=\"y\"></head>";
        let expected = [
            Part::Html("<head>"),
            Part::Style("a/b.css"),
            Part::Html("\n"),
            Part::Program,
            Part::Html("<link rel=\"me\" href=\"y\"></head>"),
        ];
        assert_eq!(parts(html).unwrap(), expected);
    }

    #[test]
    fn an_unknown_asset_is_named() {
        let error = parts("<link data-trunk rel=\"sass\" href=\"a.scss\">").unwrap_err();
        assert!(error.to_string().contains("a.scss"), "{error}");
    }

    #[test]
    fn the_real_page_is_understood() {
        let parts = parts(include_str!("../../../index.html")).unwrap();
        assert!(
            parts.contains(&Part::Program) && parts.contains(&Part::Worker("propose_worker")),
            "{parts:?}"
        );
        assert!(parts.iter().any(|part| matches!(part, Part::Style(_))), "{parts:?}");
    }
}
