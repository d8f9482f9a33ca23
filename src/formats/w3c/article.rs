//! An article with its full text.

use std::rc::Rc;

use super::{
    agent::moment,
    blocks, dismissed, identity,
    json::{Aside, Found, Node, Writer},
    stamps::{self, Stamps},
    terms::{
        BLOCKS, BYLINE, DATELINE, DELETED, DISMISSED, ID, LANGUAGE, OPENED, PREVIOUS, PUBLISHED,
        SITE, STAMPS, TEXT, TEXT_CLASS, TITLE, TYPE, URL,
    },
};
use crate::{
    article::Article,
    record::{ArticleId, Timestamp},
};

const KNOWN: &[&str] = &[
    BLOCKS, BYLINE, DATELINE, DELETED, DISMISSED, ID, LANGUAGE, OPENED, PREVIOUS, PUBLISHED, SITE,
    STAMPS, TEXT, TITLE, TYPE, URL,
];

/// Writes an article.
pub(super) fn write(w: &mut Writer, article: &Article) {
    w.text(ID, &article.id.urn());
    w.text(TYPE, TEXT_CLASS);
    w.some_text(PREVIOUS, article.previous.map(ArticleId::urn).as_deref());
    w.text(TITLE, &article.title);
    w.some_text(URL, article.url.as_deref());
    w.some_text(LANGUAGE, article.language.as_deref());
    w.some_text(BYLINE, article.byline.as_deref());
    w.some_text(DATELINE, article.dateline.as_deref());
    w.some_text(PUBLISHED, article.published.as_deref());
    w.some_text(SITE, article.site.as_deref());
    w.text(OPENED, &article.opened.to_string());
    w.text(TEXT, article.body.text());
    blocks::write(w, &article.body);
    dismissed::write(w, &article.body, &article.dismissed);
    w.flag(DELETED, *article.deleted);
    let stamps = [
        (TITLE, article.title.stamp()),
        (URL, article.url.stamp()),
        (DELETED, article.deleted.stamp()),
    ];
    stamps::write(w, &stamps);
}

/// Reads an article, or sets it aside.
pub(super) fn read(node: &Node<'_>, file: Option<Timestamp>, aside: &mut Aside) -> Option<Article> {
    let mark = aside.mark();
    let (Some(id), Some(text)) = (node.text_of(ID), node.text_of(TEXT)) else {
        aside.put(node, "An article needs an id and its text.");
        return None;
    };
    let Some(body) = blocks::read(node, text, aside) else {
        aside.instead(mark, node, "This article has no words.");
        return None;
    };
    let dismissed = dismissed::read(node, &body, aside);
    let opened = moment(node, OPENED, aside).or(file).unwrap_or_default();
    let stamps = Stamps::read(node, &[TITLE, URL, DELETED], opened, aside);
    let mut fact = |name| Found::read(node, name, aside, "text", |fact| fact.text().map(Rc::from));
    let previous = fact(PREVIOUS).given();
    let language = fact(LANGUAGE).given();
    let byline = fact(BYLINE).given();
    let dateline = fact(DATELINE).given();
    let published = fact(PUBLISHED).given();
    let site = fact(SITE).given();
    let title = fact(TITLE);
    let url = Found::read(node, URL, aside, "text", |url| url.text().map(|url| Some(url.into())));
    let deleted = Found::flag(node, DELETED, aside);
    aside.unknown(node, &[KNOWN]);
    let first_line: String = text.trim().chars().take_while(|c| *c != '\n').take(120).collect();
    Some(Article {
        id: identity::of(id, ArticleId::from_u128),
        previous: previous.map(|iri| identity::of(&iri, ArticleId::from_u128)),
        opened,
        body: Rc::new(body),
        language,
        byline,
        dateline,
        published,
        site,
        title: stamps.register(TITLE, title, first_line.into()),
        url: stamps.register(URL, url, None),
        deleted: stamps.register(DELETED, deleted, false),
        dismissed,
    })
}
