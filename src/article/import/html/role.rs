//! What an element is in an article, as its class says it.

use dom_query::Element;

use super::element::{lists, words};

/// What an element says it is, where that is something at the top of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    None,
    Standfirst,
    Byline,
    /// Above the headline.
    Kicker,
    /// Words of the article again, large.
    PullQuote,
}

/// What the class of an element says of it.
pub(super) fn role(element: &Element) -> Role {
    if lists(element, "rel", "author")
        || lists(element, "itemprop", "author")
        || lists(element, "itemprop", "datePublished")
    {
        return Role::Byline;
    }
    let words = words(element);
    let pair = |a: &str, b: &str| words.windows(2).any(|pair| pair[0] == a && pair[1] == b);
    let any = |of: &[&str]| words.iter().any(|word| of.contains(&&**word));
    if any(&["pullquote", "pullquotes"]) || pair("pull", "quote") {
        Role::PullQuote
    } else if any(&[
        "kicker",
        "eyebrow",
        "overline",
        "spitzmarke",
        "rubric",
        "surtitre",
        "dachzeile",
    ]) {
        Role::Kicker
    } else if any(&[
        "byline",
        "bylines",
        "author",
        "authors",
        "dateline",
        "timestamp",
        "pubdate",
        "published",
        "datetime",
        "autor",
        "auteur",
    ]) || pair("publish", "date")
        || pair("article", "date")
        || pair("article", "info")
        || pair("article", "meta")
        || pair("entry", "meta")
        || pair("post", "meta")
    {
        Role::Byline
    } else if any(&[
        "standfirst",
        "dek",
        "subtitle",
        "subheadline",
        "subhead",
        "deck",
        "chapo",
        "chapeau",
        "vorspann",
        "teasertext",
        "strapline",
        "abstract",
        "spot",
    ]) || pair("sub", "headline")
        || pair("sub", "title")
        || pair("article", "summary")
        || pair("article", "intro")
        || pair("article", "lead")
        || pair("article", "description")
    {
        Role::Standfirst
    } else {
        Role::None
    }
}

/// Whether the class of an element says that it stands under a picture.
pub(super) fn is_caption(element: &Element) -> bool {
    words(element).iter().any(|word| {
        matches!(
            &**word,
            "caption" | "figcaption" | "imagecaption" | "legende" | "bildunterschrift"
        )
    })
}
