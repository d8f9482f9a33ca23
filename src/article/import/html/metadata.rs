//! What a page says of itself: JSON-LD first, then Open Graph and other `meta` elements, then the page itself.

use dom_query::{Document, NodeRef};

use super::{json_ld, link::web};
use crate::article::import::plain_text::ending::width;

/// The longest fact that is kept, in characters.
const LONGEST: usize = 400;

/// What a page says of its article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    pub(super) title: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) published: Option<String>,
    pub(super) language: Option<String>,
    pub(super) url: Option<String>,
    pub(super) site: Option<String>,
    /// The summary, which tells the standfirst.
    pub(super) description: Option<String>,
}

impl Metadata {
    /// Reads a page.
    pub(super) fn read(page: &Document) -> Self {
        let meta = Meta::read(page);
        let json = json_ld::read(&meta.scripts);
        let property = |names: &[&str]| meta.first(names);
        let title = json.title.or_else(|| {
            property(&["og:title", "twitter:title", "parsely-title", "dc.title", "dcterms.title"])
        });
        let byline = json.byline.or_else(|| {
            let names = [
                "author",
                "article:author",
                "parsely-author",
                "dc.creator",
                "dcterms.creator",
                "byl",
                "sailthru.author",
                "og:article:author",
            ];
            // Open Graph has addresses of profiles there.
            meta.all(&names).find(|author| !author.contains("://"))
        });
        let published = json.published.or_else(|| {
            property(&[
                "article:published_time",
                "og:article:published_time",
                "datepublished",
                "parsely-pub-date",
                "pubdate",
                "publishdate",
                "publish-date",
                "sailthru.date",
                "dc.date.issued",
                "dcterms.issued",
                "dcterms.created",
                "dc.date",
                "date",
                "og:pubdate",
            ])
        });
        let site = json.site.or_else(|| {
            property(&["og:site_name", "application-name", "apple-mobile-web-app-title"])
        });
        let language = meta
            .language
            .clone()
            .or_else(|| {
                property(&["content-language", "dc.language", "dcterms.language", "language"])
            })
            .or(json.language)
            .or_else(|| property(&["og:locale"]));
        let url = meta
            .canonical
            .clone()
            .or_else(|| property(&["og:url", "twitter:url"]).or(json.url).as_deref().and_then(web));
        Self {
            title: title.or_else(|| {
                meta.title.as_deref().map(|title| without_site(title, site.as_deref()))
            }),
            byline,
            published: published.or_else(|| meta.time.clone()),
            language: language.as_deref().and_then(language_tag),
            url: url.or_else(|| meta.saved_from.clone()),
            site,
            description: property(&["og:description", "description", "twitter:description"])
                .or(json.description),
        }
    }
}

/// The elements of a page that say something of it.
#[derive(Default)]
struct Meta {
    /// Names in small letters, in order.
    named: Vec<(String, String)>,
    scripts: Vec<String>,
    title: Option<String>,
    canonical: Option<String>,
    language: Option<String>,
    /// The first `<time datetime>`.
    time: Option<String>,
    /// What browsers write into pages they save.
    saved_from: Option<String>,
}

impl Meta {
    fn read(page: &Document) -> Self {
        let mut meta = Self::default();
        for node in page.root().descendants_it() {
            if node.is_comment() {
                meta.saved_from = meta.saved_from.take().or_else(|| saved_from(node));
            }
            let attribute = |name: &str| node.attr(name).map(|it| it.to_string());
            match node.node_name().as_deref() {
                Some("html") => meta.language = attribute("lang").or_else(|| attribute("xml:lang")),
                Some("title") if meta.title.is_none() => meta.title = fact(&node.text()),
                Some("meta") => meta.named(node),
                Some("link")
                    if attribute("rel")
                        .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) =>
                {
                    meta.canonical = meta.canonical.take().or_else(|| web(&attribute("href")?));
                }
                Some("script")
                    if attribute("type").is_some_and(|it| {
                        it.trim().eq_ignore_ascii_case("application/ld+json")
                    }) =>
                {
                    meta.scripts.push(node.text().to_string());
                }
                Some("time") if meta.time.is_none() => {
                    meta.time = attribute("datetime").as_deref().and_then(fact)
                }
                _ => {}
            }
        }
        meta.language = meta.language.take().filter(|language| !language.trim().is_empty());
        meta
    }

    fn named(&mut self, node: NodeRef<'_>) {
        let Some(content) = node.attr("content").as_deref().and_then(fact) else { return };
        for name in ["property", "name", "itemprop", "http-equiv"] {
            for name in node.attr(name).unwrap_or_default().split_ascii_whitespace() {
                self.named.push((name.to_ascii_lowercase(), content.clone()));
            }
        }
    }

    /// What stands under these names, in the order of the names.
    fn all<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = String> + 'a {
        names.iter().flat_map(|name| {
            self.named.iter().filter(move |(it, _)| it == name).map(|(_, content)| content.clone())
        })
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        self.all(names).next()
    }
}

/// Words on one line, if there are any and not too many.
pub(super) fn fact(text: &str) -> Option<String> {
    let line: Vec<&str> = text.split_whitespace().collect();
    let line = line.join(" ").replace(['\u{ad}', '\u{200b}', '\u{feff}'], "");
    (!line.is_empty() && width(&line) <= LONGEST).then_some(line)
}

/// `<!-- saved from url=(0042)https://… -->`, which browsers write into pages they save.
fn saved_from(comment: NodeRef<'_>) -> Option<String> {
    let text = comment.query(|node| match &node.data {
        dom_query::NodeData::Comment { contents } => Some(contents.to_string()),
        _ => None,
    })??;
    let (_, rest) = text.split_once("saved from url=(")?;
    let (_, address) = rest.split_once(')')?;
    web(address.split_whitespace().next()?)
}

/// A title without the name of the site behind it.
fn without_site(title: &str, site: Option<&str>) -> String {
    let parts = [" | ", " — ", " – ", " - ", " :: ", " • ", "｜"];
    let cut =
        parts.iter().filter_map(|part| title.rsplit_once(part)).max_by_key(|(head, _)| head.len());
    match cut {
        Some((head, end))
            if width(head) > width(end)
                || site.is_some_and(|site| end.eq_ignore_ascii_case(site)) =>
        {
            head.trim().to_owned()
        }
        _ => title.to_owned(),
    }
}

/// A language tag (BCP 47), as far as it looks like one: `en_us` is `en-US`.
fn language_tag(tag: &str) -> Option<String> {
    let tag = tag.split([',', ';']).next()?.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let language = parts.next()?;
    if !(2..=3).contains(&language.len()) || !language.chars().all(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut found = language.to_ascii_lowercase();
    for part in parts.take_while(|part| {
        (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
    }) {
        let part = if part.len() == 2 { part.to_ascii_uppercase() } else { part.to_owned() };
        found = format!("{found}-{part}");
    }
    Some(found)
}
