//! Where words stand: W3C specific resources with selectors.

use std::rc::Rc;

use super::{
    blocks::{read_range, write_range},
    json::{Aside, Found, Node, Writer},
    library::{Library, Named},
    terms::{
        BYTES, END, EXACT, FRAGMENT, ID, PREFIX, SELECTOR, SOURCE, SPECIFIC_RESOURCE, START,
        SUFFIX, TEXT_POSITION_SELECTOR, TEXT_QUOTE_SELECTOR, TYPE,
    },
};
use crate::{
    annotation::{Anchor, Quote, describe},
    article::Body,
    record::ArticleId,
    text::TextRange,
};

/// Writes the members of a specific resource: words of an article.
///
/// Where the words do not stand at their position, or the article's text is not in the file, the position
/// would mislead other tools, or cannot be counted in code points: then it is written under our own term.
pub(super) fn write(
    w: &mut Writer,
    article: ArticleId,
    body: Option<&Body>,
    anchor: &Anchor,
    fragment: Option<usize>,
) {
    let stands = body.filter(|body| {
        !anchor.range.is_empty() && anchor.range.of(body.text()) == Some(&*anchor.quote.exact)
    });
    w.text(TYPE, SPECIFIC_RESOURCE);
    w.text(SOURCE, &article.urn());
    if let Some(fragment) = fragment {
        w.number(FRAGMENT, fragment);
    }
    w.list(SELECTOR, |w| {
        w.object_element(|w| {
            w.text(TYPE, TEXT_QUOTE_SELECTOR);
            w.text(EXACT, &anchor.quote.exact);
            w.text(PREFIX, &anchor.quote.prefix);
            w.text(SUFFIX, &anchor.quote.suffix);
        });
        if let Some(body) = stands {
            w.object_element(|w| {
                w.text(TYPE, TEXT_POSITION_SELECTOR);
                write_range(w, body.text(), body.offsets(), anchor.range);
            });
        }
    });
    if stands.is_none() {
        w.object(BYTES, |w| {
            w.number(START, anchor.range.start().get());
            w.number(END, anchor.range.end().get());
        });
    }
}

/// What an annotation is about.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// The article.
    pub article: Named,
    /// The words, or `None` for the article as a whole.
    pub anchor: Option<Anchor>,
    /// Which part of a discontinuous content it is, where the file says so.
    pub fragment: Option<u32>,
}

/// Reads a target.
///
/// # Errors
/// Why it cannot be used, as a sentence; setting it aside is up to the caller.
pub(super) fn read(
    node: &Node<'_>,
    library: &mut Library,
    aside: &mut Aside,
) -> Result<Target, &'static str> {
    let source = node.get(SOURCE);
    let source = source.as_ref().unwrap_or(node);
    let iri = source.text().or_else(|| source.text_of(ID));
    let iri = iri.ok_or("It does not say which article it is about.")?;
    let article = library.find(iri).ok_or("The article it is about is not in this file.")?;
    let fragment =
        Found::read(node, FRAGMENT, aside, "a whole number", |fragment| fragment.number());
    if node.object().is_some() {
        aside.unknown(node, &[&[TYPE, ID, SOURCE, SELECTOR, BYTES, FRAGMENT]]);
    }
    let anchor = match node.get(SELECTOR) {
        Some(selectors) => {
            let stood = Found::read(node, BYTES, aside, "a start and an end", read_bytes).given();
            Some(read_anchor(&selectors, stood, article.body.as_deref(), library, aside)?)
        }
        None => None,
    };
    Ok(Target { article, anchor, fragment: fragment.given() })
}

fn read_bytes(node: &Node<'_>) -> Option<TextRange> {
    let at = |name| node.get(name)?.number().map(|at| at as usize);
    let (start, end) = (at(START)?, at(END)?);
    (start <= end).then(|| TextRange::bytes(start, end))
}

/// `stood` is where the words stood in another version of the text: our own term, which is taken as it is.
fn read_anchor(
    selectors: &Node<'_>,
    stood: Option<TextRange>,
    body: Option<&Body>,
    library: &mut Library,
    aside: &mut Aside,
) -> Result<Anchor, &'static str> {
    let mut quote = None;
    let mut position = None;
    for selector in selectors.each() {
        if selector.has(TYPE, TEXT_QUOTE_SELECTOR) && quote.is_none() {
            quote = read_quote(&selector, aside);
        } else if selector.has(TYPE, TEXT_POSITION_SELECTOR) && position.is_none() {
            position = read_position(&selector, body, aside);
        } else {
            aside.put(&selector, "Claimlight does not know this way of selecting words.");
        }
    }
    // Only our own term may say that no words are meant.
    let quote = quote.filter(|quote| stood.is_some() || !quote.exact.is_empty());
    match (quote, body) {
        (Some(quote), Some(body)) if stood.is_none() => {
            Ok(library.anchor(body.text(), position, quote))
        }
        (Some(quote), _) => {
            let range = stood.or(position).unwrap_or(TextRange::bytes(0, 0));
            Ok(Anchor { range, quote })
        }
        (None, Some(body)) => position
            .and_then(|range| describe(body.text(), range))
            .ok_or("It does not say which words it is about in a way that Claimlight knows."),
        (None, None) => Err("It quotes no words, and its article is not in this file."),
    }
}

fn read_quote(selector: &Node<'_>, aside: &mut Aside) -> Option<Quote> {
    let Some(exact) = selector.text_of(EXACT) else {
        aside.put(selector, "A TextQuoteSelector needs the exact words.");
        return None;
    };
    let mut context = |name| {
        let found = Found::read(selector, name, aside, "text", |node| node.text().map(Rc::from));
        found.given().unwrap_or_default()
    };
    let (prefix, suffix) = (context(PREFIX), context(SUFFIX));
    aside.unknown(selector, &[&[TYPE, EXACT, PREFIX, SUFFIX]]);
    Some(Quote { exact: exact.into(), prefix, suffix })
}

/// The position in bytes. Without the text, the count of code points is the best guess there is.
fn read_position(selector: &Node<'_>, body: Option<&Body>, aside: &mut Aside) -> Option<TextRange> {
    let range = match body {
        Some(body) => read_range(selector, body.text(), body.offsets()),
        None => read_bytes(selector),
    };
    match range {
        Some(_) => aside.unknown(selector, &[&[TYPE, START, END]]),
        None => aside.put(selector, "These positions do not fit the article's text."),
    }
    range
}
