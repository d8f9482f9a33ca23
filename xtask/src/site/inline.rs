//! Puts text inside HTML elements whose content ends at their end tag.

use anyhow::{Result, bail};

/// A classic script.
///
/// `</script` would end it, and `<!--` would change how its end is found; inside a string, a template or a regular
/// expression, which is where they may stand, `\x3C` means the same as `<`.
pub(crate) fn script(code: &str) -> String {
    format!("<script>\n{}\n</script>", kept(code))
}

/// A script for something else than the page to run: a type that no browser runs makes the element a place for data.
pub(crate) fn data(id: &str, code: &str) -> String {
    format!("<script type=\"text/plain\" id=\"{id}\">\n{}\n</script>", kept(code))
}

/// Code in which nothing ends the element it stands in.
fn kept(code: &str) -> String {
    let code = replace_ignoring_case(code, "</script", |found| format!("\\x3C{}", &found[1..]));
    code.replace("<!--", "\\x3C!--").trim_end().to_owned()
}

/// A style sheet, which may not refer to other files.
///
/// # Errors
/// Where it does.
pub(crate) fn style(sheet: &str) -> Result<String> {
    for reference in ["@import", "url("] {
        let found = sheet.match_indices(reference).find(|(at, _)| {
            let rest = sheet[at + reference.len()..].trim_start_matches(['"', '\'']);
            !rest.starts_with("data:") && !rest.starts_with('#')
        });
        if found.is_some() {
            bail!(
                "the style sheet refers to another file with {reference}, which one file cannot hold"
            );
        }
    }
    let sheet = replace_ignoring_case(sheet, "</style", |found| format!("<\\/{}", &found[2..]));
    Ok(format!("<style>\n{}\n</style>", sheet.trim_end()))
}

/// Replaces `what`, which is in lower case, whatever its case in `text`.
fn replace_ignoring_case(text: &str, what: &str, with: impl Fn(&str) -> String) -> String {
    let lower = text.to_ascii_lowercase();
    let mut replaced = String::with_capacity(text.len());
    let mut done = 0;
    for (at, found) in lower.match_indices(what) {
        replaced.push_str(&text[done..at]);
        done = at + found.len();
        replaced.push_str(&with(&text[at..done]));
    }
    replaced.push_str(&text[done..]);
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_script_ends_it() {
        let code = "const a = '</script>', b = `</SCRIPT x>`, c = /<!--/, d = '</b>';\n";
        assert_eq!(
            script(code),
            "<script>\nconst a = '\\x3C/script>', b = `\\x3C/SCRIPT x>`, c = /\\x3C!--/, d = '</b>';\n</script>"
        );
    }

    #[test]
    fn data_is_kept_as_a_script_is() {
        assert_eq!(
            data("a", "'</script>'\n"),
            "<script type=\"text/plain\" id=\"a\">\n'\\x3C/script>'\n</script>"
        );
    }

    #[test]
    fn text_beyond_ascii_stays() {
        assert_eq!(script("'İ</Scriptß'"), "<script>\n'İ\\x3C/Scriptß'\n</script>");
    }

    #[test]
    fn nothing_in_a_style_sheet_ends_it() {
        let sheet = "p::before { content: '</Style>' }";
        assert_eq!(style(sheet).unwrap(), "<style>\np::before { content: '<\\/Style>' }\n</style>");
    }

    #[test]
    fn a_style_sheet_stands_alone() {
        assert!(style("a { background: url(\"data:image/png;base64,AA\"), url(#clip) }").is_ok());
        assert!(style("a { background: url(paper.png) }").is_err());
        assert!(style("@import 'other.css';").is_err());
    }
}
