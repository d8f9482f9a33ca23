//! Web pages: saved, copied, or as source.
//!
//! A page is parsed as browsers do it, within bounds, and read block by block as it is seen. What the page names as
//! furniture, and what does not belong with the main text, is left out. Nothing of the markup is kept: only text, and
//! where its links lead.

mod attributes;
mod charset;
mod choose;
mod element;
mod fragment;
mod furniture;
mod head;
pub(super) mod inline;
mod json_ld;
mod link;
mod main_text;
mod metadata;
mod parse;
mod pieces;
mod role;
mod table;

use dom_query::Document;

pub(super) use self::{
    fragment::fragment,
    link::{absolute, web},
};
use self::{furniture::Weights, head::Head, link::Base, metadata::Metadata, pieces::Piece};
use super::{
    Draft, Furniture, ImportError, Importer, Request, Warning, plain_text::dateline::dateline,
    title::title_of,
};
use crate::{
    article::{BlockKind, BodyBuilder, MarkKind},
    text::TextRange,
};

/// The importer of web pages.
pub(super) struct WebPage;

impl Importer for WebPage {
    fn id(&self) -> &'static str {
        "web-page"
    }

    fn label(&self) -> &'static str {
        "Web page"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn import(&self, text: &str, request: Request<'_>) -> Result<Draft, ImportError> {
        page(text, request)
    }

    fn import_bytes(&self, bytes: &[u8], request: Request<'_>) -> Result<Draft, ImportError> {
        let decoded = charset::decode_page(bytes)?;
        Ok(page(&decoded.text, request)?.with_undecodable(decoded.replaced))
    }
}

/// Reads a page, or what was copied from one.
pub(super) fn page(html: &str, request: Request<'_>) -> Result<Draft, ImportError> {
    let address = request.address;
    match fragment(html) {
        Some(fragment) => return copied(fragment, address),
        None if request.is_copied => return copied(html, address),
        None => {}
    }
    let page = parse::parse(html)?;
    let mut metadata = Metadata::read(&page);
    metadata.url = metadata.url.or_else(|| link::web(address?));
    let base_element = page.base_uri();
    let base =
        Base::of(base_element.as_deref().into_iter().chain(address).chain(metadata.url.as_deref()));
    let Some(body) = page.body() else { return Err(ImportError::Empty) };
    if request.furniture == Furniture::Keep {
        let pieces = pieces::pieces(body, &base, None);
        return whole(pieces, metadata);
    }
    let weights = Weights::of(body);
    let mut pieces = pieces::pieces(body, &base, Some(&weights));
    let main = main_text::main_text(&page, &weights);
    let mut chosen = choose::choose(&page, &pieces, main.as_ref());
    let head = head::read(&mut pieces, &mut chosen, &metadata);
    let mut chosen = chosen.into_iter();
    let (article, rest): (Vec<Piece>, Vec<Piece>) =
        pieces.into_iter().partition(|_| chosen.next().unwrap_or(true));
    let left_out: Vec<String> =
        rest.into_iter().map(|piece| piece.text.replace(['\n', '\t'], " ")).collect();
    let mut draft = draft(article, head, metadata)?;
    draft.warnings.extend((!left_out.is_empty()).then_some(Warning::LeftOut(left_out)));
    Ok(draft)
}

/// The words of a stretch of HTML, block by block, without their markup.
pub(super) fn words(html: &str) -> Result<Vec<String>, ImportError> {
    let page = parse::parse(html)?;
    let Some(body) = page.body() else { return Err(ImportError::Empty) };
    Ok(pieces::pieces(body, &Base::default(), None).into_iter().map(|piece| piece.text).collect())
}

/// Reads what was copied from a page: all of it was meant.
fn copied(html: &str, address: Option<&str>) -> Result<Draft, ImportError> {
    let page: Document = parse::parse(html)?;
    let base = Base::of(address);
    let Some(body) = page.body() else { return Err(ImportError::Empty) };
    let metadata = Metadata { url: address.and_then(link::web), ..Metadata::default() };
    whole(pieces::pieces(body, &base, None), metadata)
}

/// All blocks. The first heading is the headline if nothing stands before it but who and when.
fn whole(mut pieces: Vec<Piece>, metadata: Metadata) -> Result<Draft, ImportError> {
    let first = pieces.iter().position(choose::is_prose).unwrap_or(pieces.len());
    let headline = pieces.iter().take(first).position(|piece| piece.is_first_heading);
    let mut head = Head::default();
    if let Some(piece) = headline.and_then(|at| pieces.get_mut(at)) {
        piece.kind = BlockKind::Headline;
        head.headline = Some(piece.text.clone());
    }
    draft(pieces, head, metadata)
}

/// Paragraphs that may start with the dateline.
const BEFORE_DATELINE: usize = 3;

fn draft(pieces: Vec<Piece>, head: Head, metadata: Metadata) -> Result<Draft, ImportError> {
    let mut body = BodyBuilder::default();
    let (mut place, mut paragraphs) = (None, 0);
    for piece in &pieces {
        paragraphs += usize::from(piece.kind == BlockKind::Paragraph);
        let may_start =
            piece.kind == BlockKind::Paragraph && place.is_none() && paragraphs <= BEFORE_DATELINE;
        let end = dateline(&piece.text).filter(|_| may_start);
        place = place.or_else(|| piece.text.get(..end?));
        body.marked_block(piece.kind, &piece.text, with_dateline(&piece.marks, end));
    }
    let place = place.map(Into::into);
    let body = body.build().map_err(|_| ImportError::Empty)?;
    let title = head.headline.or(metadata.title).unwrap_or_else(|| title_of(&body));
    Ok(Draft {
        title: title.replace('\n', " ").into(),
        language: metadata.language.map(Into::into),
        byline: metadata.byline.or(head.byline).map(Into::into),
        dateline: place,
        published: metadata.published.or(head.published).map(Into::into),
        url: metadata.url.map(Into::into),
        site: metadata.site.map(Into::into),
        body: body.into(),
        warnings: Vec::new(),
    })
}

/// The marks of a block, with the dateline in place of what marks its first words otherwise.
fn with_dateline(
    marks: &[(MarkKind, TextRange)],
    end: Option<usize>,
) -> Vec<(MarkKind, TextRange)> {
    let Some(end) = end else { return marks.to_vec() };
    let after = marks.iter().filter(|(_, range)| range.start().get() >= end).cloned();
    std::iter::once((MarkKind::Dateline, TextRange::bytes(0, end))).chain(after).collect()
}

#[cfg(test)]
mod tests;
