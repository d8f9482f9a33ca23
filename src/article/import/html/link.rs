//! Where links lead: to the web or to mail, nowhere else.

/// The longest address that is kept, in bytes.
const LONGEST: usize = 2048;

/// What relative addresses are relative to.
#[derive(Clone, Debug, Default)]
pub(super) struct Base {
    /// An address that starts with `http://` or `https://`.
    page: Option<String>,
}

impl Base {
    /// The base that these addresses make, the first that is absolute.
    pub(super) fn of<'a>(addresses: impl IntoIterator<Item = &'a str>) -> Self {
        Self { page: addresses.into_iter().find_map(web) }
    }

    /// The absolute address of a link; `None` where it leads nowhere that is safe, or cannot be told.
    pub(super) fn resolve(&self, href: &str) -> Option<String> {
        let href = clean(href);
        if href.is_empty() || href.starts_with('#') || href.len() > LONGEST {
            return None;
        }
        if let Some(scheme) = scheme(&href) {
            return match scheme {
                "http" | "https" => web(&href),
                "mailto" => Some(format!("mailto:{}", href.get("mailto:".len()..)?)),
                _ => None,
            };
        }
        let page = self.page.as_deref()?;
        let (scheme, rest) = page.split_once("://")?;
        let host_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, path) = rest.split_at_checked(host_end)?;
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let absolute = if href.starts_with("//") {
            format!("{scheme}:{href}")
        } else if href.starts_with('/') {
            format!("{scheme}://{host}{}", without_dots(&href))
        } else if href.starts_with('?') {
            format!("{scheme}://{host}{path}{href}")
        } else {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{scheme}://{host}{}", without_dots(&format!("{folder}/{href}")))
        };
        web(&absolute)
    }
}

/// An address of the web or of mail that is absolute.
pub(in crate::article::import) fn absolute(address: &str) -> Option<String> {
    Base::default().resolve(address)
}

/// An address of the web, if it is one that can be written as it is.
pub(in crate::article::import) fn web(address: &str) -> Option<String> {
    let address = clean(address);
    let scheme = scheme(&address)?;
    let rest = address.get(scheme.len() + 1..)?.trim_start_matches(['/', '\\']);
    let scheme = scheme.to_ascii_lowercase();
    let is_host = rest.starts_with(|c: char| c.is_alphanumeric() || c == '[');
    let fits = matches!(&*scheme, "http" | "https") && is_host && address.len() <= LONGEST;
    fits.then(|| {
        format!("{scheme}://{}", rest.replace(' ', "%20").replace(['"', '<', '>', '`'], ""))
    })
}

/// Browsers take control characters out of addresses before they look at them.
fn clean(address: &str) -> String {
    let address = address.trim_matches(|c: char| c <= ' ' || c.is_control() || c.is_whitespace());
    address.chars().filter(|c| !c.is_control()).collect()
}

/// The scheme, where there is one.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let starts = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_one =
        starts && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    // Whatever else stands before a colon is not to be mistaken for a path by anybody.
    let path_first = scheme.contains(['/', '?', '#']);
    if is_one {
        known(scheme).or(Some(scheme))
    } else if path_first {
        None
    } else {
        Some("")
    }
}

/// A scheme that is allowed, in small letters.
fn known(scheme: &str) -> Option<&'static str> {
    ["http", "https", "mailto"].into_iter().find(|it| scheme.eq_ignore_ascii_case(it))
}

/// A path without `.` and `..` (RFC 3986, 5.2.4).
fn without_dots(path: &str) -> String {
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let (path, rest) = path.split_at_checked(end).unwrap_or((path, ""));
    let mut parts: Vec<&str> = Vec::new();
    let mut last_is_folder = false;
    for part in path.split('/').skip(1) {
        last_is_folder = matches!(part, "." | "..");
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let end = if last_is_folder && !parts.is_empty() { "/" } else { "" };
    format!("/{}{end}{rest}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(href: &str, want: Option<&str>) {
        let base = Base::of(["/no", "https://news.example/world/story.html?x=1#top"]);
        assert_eq!(base.resolve(href).as_deref(), want, "{href:?}");
    }

    #[test]
    fn links_become_absolute() {
        check("https://a.example/b?c#d", Some("https://a.example/b?c#d"));
        check(" HTTP://a.example ", Some("http://a.example"));
        check("//a.example/b", Some("https://a.example/b"));
        check("/b/../c/./d", Some("https://news.example/c/d"));
        check("next.html", Some("https://news.example/world/next.html"));
        check("../up/?q=a:b", Some("https://news.example/up/?q=a:b"));
        check("?page=2", Some("https://news.example/world/story.html?page=2"));
        check("/a b", Some("https://news.example/a%20b"));
        check("MailTo:desk@news.example", Some("mailto:desk@news.example"));
        assert_eq!(Base::default().resolve("/b"), None);
    }

    #[test]
    fn nothing_else_is_a_link() {
        for href in [
            "",
            "#top",
            "javascript:alert(1)",
            " JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "javascript\u{a0}:alert(1)",
            "data:text/html,<script>",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            "ftp://a.example",
            "https:",
            "https://",
            "http:///",
            "view-source:https://a.example",
            "intent://x",
        ] {
            check(href, None);
        }
    }
}
