//! JSON-LD in a page (schema.org), which most sites of news have.

use serde_json::Value;

use super::{
    link::web,
    metadata::{Metadata, fact},
};

/// Classes of schema.org that are articles, besides all that end in `Article`.
const ARTICLES: &[&str] = &[
    "BlogPosting",
    "LiveBlogPosting",
    "Report",
    "SocialMediaPosting",
    "CreativeWork",
    "Review",
    "Recipe",
];

/// The classes that stand for a page, which may say what its article does not.
const PAGES: &[&str] =
    &["WebPage", "ItemPage", "NewsMediaOrganization", "Organization", "WebSite", "Person"];

/// How many people are named.
const MAX_AUTHORS: usize = 10;

/// What the scripts of a page say of its article.
pub(super) fn read(scripts: &[String]) -> Metadata {
    let values: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
    let mut nodes = Vec::new();
    values.iter().for_each(|value| collect(value, &mut nodes, 0));
    let Some(article) = nodes.iter().find(|node| is_article(node)) else {
        return Metadata::default();
    };
    let named = |id: &str| {
        nodes.iter().copied().find(|node| node.get("@id").and_then(Value::as_str) == Some(id))
    };
    let text = |name: &str| article.get(name).and_then(Value::as_str).and_then(plain);
    let people = |name: &str| {
        let people = article.get(name)?;
        let names: Vec<String> =
            each(people).take(MAX_AUTHORS).filter_map(|one| name_of(one, &named)).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let entity = article
        .get("mainEntityOfPage")
        .and_then(|it| it.as_str().or_else(|| it.get("@id")?.as_str()));
    Metadata {
        title: text("headline").or_else(|| text("name")),
        byline: people("author").or_else(|| people("creator")),
        published: text("datePublished").or_else(|| text("dateCreated")),
        language: article
            .get("inLanguage")
            .and_then(|it| it.as_str().or_else(|| it.get("alternateName")?.as_str()))
            .and_then(plain),
        url: article.get("url").and_then(Value::as_str).or(entity).and_then(web),
        site: people("publisher"),
        description: text("description"),
    }
}

/// JSON with what sites wrap around it.
fn parse(script: &str) -> Option<Value> {
    let script = script.trim();
    let script = script.strip_prefix("<!--").unwrap_or(script).trim_start();
    let script = script
        .strip_prefix("//<![CDATA[")
        .or_else(|| script.strip_prefix("<![CDATA["))
        .unwrap_or(script);
    let script =
        script.trim_end_matches("-->").trim_end().trim_end_matches("//]]>").trim_end_matches("]]>");
    serde_json::from_str(script.trim().trim_end_matches(';')).ok().or_else(|| {
        // Line ends inside strings, which some write.
        serde_json::from_str(&script.replace(['\n', '\r', '\t'], " ")).ok()
    })
}

/// The things that a value describes: of lists, of `@graph`, and what a page is about.
fn collect<'a>(value: &'a Value, nodes: &mut Vec<&'a Value>, depth: usize) {
    const DEEPEST: usize = 8;
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(list) => list.iter().for_each(|it| collect(it, nodes, depth + 1)),
        Value::Object(object) => {
            nodes.push(value);
            for name in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(it) = object.get(name) {
                    collect(it, nodes, depth + 1);
                }
            }
        }
        _ => {}
    }
}

fn is_article(node: &Value) -> bool {
    let Some(types) = node.get("@type") else { return false };
    each(types).filter_map(Value::as_str).any(|it| {
        let it = it.rsplit(['/', '#', ':']).next().unwrap_or(it);
        !PAGES.contains(&it) && (it.ends_with("Article") || ARTICLES.contains(&it))
    })
}

/// A value, or those in a list.
fn each(value: &Value) -> impl Iterator<Item = &Value> {
    let list = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    list.iter()
}

/// The name of a person or an organization, which may be described elsewhere.
fn name_of<'a>(value: &'a Value, named: &impl Fn(&str) -> Option<&'a Value>) -> Option<String> {
    if let Some(name) = value.as_str() {
        return plain(name).filter(|name| !name.contains("://"));
    }
    let name = value.get("name").or_else(|| named(value.get("@id")?.as_str()?)?.get("name"))?;
    each(name).find_map(|name| plain(name.as_str()?))
}

/// Text on one line. Some write it with entities, as in HTML.
fn plain(text: &str) -> Option<String> {
    let text = [
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#039;", "'"),
        ("&apos;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c));
    fact(&text)
}
