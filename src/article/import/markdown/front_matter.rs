//! Facts that stand before the text, as generators of sites write them: YAML between `---`, TOML between `+++`.

use crate::article::import::html::web;

/// How many lines it may have.
const MAX_LINES: usize = 100;

/// What it says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
    pub(super) site: Option<String>,
}

/// The facts before a text, and the text.
pub(super) fn split(text: &str) -> (Option<FrontMatter>, &str) {
    let text = text.trim_start_matches('\u{feff}');
    let Some((first, rest)) = text.split_once('\n') else { return (None, text) };
    let fence = first.trim_end();
    if fence != "---" && fence != "+++" {
        return (None, text);
    }
    let mut at = 0;
    let mut lines = Vec::new();
    for line in rest.split_inclusive('\n').take(MAX_LINES) {
        at += line.len();
        let line = line.trim_end();
        if line == fence || fence == "---" && line == "..." {
            let facts = read(&lines);
            // A rule above a text is no front matter.
            return if lines.iter().any(|line| key(line).is_some()) {
                (Some(facts), rest.get(at..).unwrap_or_default())
            } else {
                (None, text)
            };
        }
        lines.push(line);
    }
    (None, text)
}

/// The name and the value of a line that starts with a name.
fn key(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once([':', '='])?;
    let name = name.trim_end();
    let is_name = !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    is_name.then(|| (name, value.trim()))
}

fn read(lines: &[&str]) -> FrontMatter {
    let mut facts = FrontMatter::default();
    for (i, line) in lines.iter().enumerate() {
        let Some((name, value)) = key(line) else { continue };
        let listed = || {
            lines
                .iter()
                .skip(i + 1)
                .map_while(|line| line.trim_start().strip_prefix("- "))
                .map(value_of)
                .collect()
        };
        let values: Vec<String> = if value.is_empty() {
            listed()
        } else if let Some(list) = value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
            list.split(',').map(value_of).collect()
        } else {
            vec![value_of(value)]
        };
        let value =
            values.into_iter().filter(|value| !value.is_empty()).collect::<Vec<_>>().join(", ");
        if value.is_empty() {
            continue;
        }
        let fact = match &*name.to_ascii_lowercase() {
            "title" => &mut facts.title,
            "author" | "authors" | "byline" => &mut facts.author,
            "date" | "published" | "pubdate" => &mut facts.date,
            "lang" | "language" => &mut facts.language,
            "site" | "publisher" | "publication" => &mut facts.site,
            "url" | "link" | "canonical" | "canonical_url" | "canonicalurl" | "source" => {
                facts.url = facts.url.or_else(|| web(&value));
                continue;
            }
            _ => continue,
        };
        fact.get_or_insert(value);
    }
    facts
}

/// A value without its quotation marks, or without the remark behind it.
fn value_of(value: &str) -> String {
    let value = value.trim();
    for quote in ['"', '\''] {
        if let Some(inner) = value
            .strip_prefix(quote)
            .and_then(|rest| rest.split_once(quote))
            .map(|(inner, _)| inner)
        {
            return inner.to_owned();
        }
    }
    value.split(" #").next().unwrap_or(value).trim().trim_start_matches("name: ").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_stand_between_two_fences() {
        let text = "---\ntitle: \"Taxes: they fall\"\nauthor:\n  - Ann Lee\n  - Bo Roe\ndate: 2021-11-16 # noon\nurl: https://a.example/b\nlang: en\ntags: [a, b]\n---\n\nText.";
        let (facts, rest) = split(text);
        let some = |text: &str| Some(text.to_owned());
        let want = FrontMatter {
            title: some("Taxes: they fall"),
            author: some("Ann Lee, Bo Roe"),
            date: some("2021-11-16"),
            url: some("https://a.example/b"),
            language: some("en"),
            site: None,
        };
        assert_eq!((facts, rest), (Some(want), "\nText."));
        let (facts, rest) =
            split("+++\r\ntitle = 'Taxes'\r\nauthors = [\"Ann\", \"Bo\"]\r\n+++\r\nText.");
        let facts = facts.unwrap();
        assert_eq!(
            (facts.title.as_deref(), facts.author.as_deref(), rest),
            (Some("Taxes"), Some("Ann, Bo"), "Text.")
        );
    }

    #[test]
    fn a_rule_is_no_fence_of_facts() {
        for text in [
            "---\nTaxes fell.\n---\nMore.",
            "---\ntitle: never closed",
            "--- \nx",
            "---",
            "Text.\n---\ntitle: x\n---\n",
        ] {
            assert_eq!(split(text), (None, text));
        }
    }

    #[test]
    fn addresses_lead_to_the_web_only() {
        assert_eq!(split("---\nurl: javascript:alert(1)\n---\n").0.unwrap().url, None);
    }
}
