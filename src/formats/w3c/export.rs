//! The whole file: a W3C annotation collection with its articles and sources.

use uuid::Uuid;

use super::{
    agent, article, claim, identity,
    json::Writer,
    place, source,
    terms::{
        ANNO, ARTICLES, COLLECTION, CONTEXT, DELETED_CLAIMS, FIRST, FORMAT_VERSION,
        FORMAT_VERSION_TERM, GENERATED, GENERATOR, ID, ITEMS, LABEL, LAST, NAME, NEXT, PAGE, PAGES,
        PART_OF, PREV, SOFTWARE, SOURCES, START_INDEX, TOTAL, TYPE, define,
    },
};
use crate::{
    annotation::{Attribution, Claim, Source},
    article::Article,
    formats::{Dataset, ExportContext},
    order::{self, Map},
    record::{ArticleId, SourceId},
};

/// Annotations on one page.
const PAGE_SIZE: usize = 500;

/// Writes a file. The same data gives the same bytes.
pub(super) fn export(data: &Dataset, context: &ExportContext) -> String {
    let articles: Map<_, _> = data.articles.iter().map(|it| (it.id, &**it)).collect();
    let sources: Map<_, _> = data.sources.iter().map(|it| (it.id, &**it)).collect();
    let mut claims: Vec<&Claim> = data.claims.iter().map(|claim| &**claim).collect();
    order::sort_by_key(&mut claims, |claim| place(claim));
    let (deleted, live): (Vec<_>, Vec<_>) = claims.into_iter().partition(|claim| *claim.deleted);
    let known = Known { articles, sources };
    let written_at = format!("{} {}", context.at, context.creator.id);
    let iri = Uuid::from_u128(identity::derive(&written_at)).urn().to_string();
    Writer::document(|w| {
        w.list(CONTEXT, |w| {
            w.text_element(ANNO);
            w.object_element(define);
        });
        w.text(ID, &iri);
        w.text(TYPE, COLLECTION);
        w.text(LABEL, "Claims and who makes them");
        agent::write(w, &context.creator);
        w.object(GENERATOR, |w| {
            w.text(ID, "urn:claimlight:app");
            w.text(TYPE, SOFTWARE);
            w.text(NAME, "Claimlight");
        });
        w.text(GENERATED, &context.at.to_string());
        w.number(FORMAT_VERSION_TERM, FORMAT_VERSION);
        w.list(ARTICLES, |w| {
            known.articles.values().for_each(|it| w.object_element(|w| article::write(w, it)));
        });
        w.list(SOURCES, |w| {
            known.sources.values().for_each(|it| w.object_element(|w| source::write(w, it)));
        });
        w.number(TOTAL, live.len());
        write_pages(w, &iri, &live, &known);
        if !deleted.is_empty() {
            w.list(DELETED_CLAIMS, |w| known.write(w, &deleted));
        }
    })
}

/// What the claims refer to.
struct Known<'a> {
    articles: Map<ArticleId, &'a Article>,
    sources: Map<SourceId, &'a Source>,
}

impl Known<'_> {
    fn write(&self, w: &mut Writer, claims: &[&Claim]) {
        for it in claims {
            let article = self.articles.get(&it.article).copied();
            let source = match *it.attribution {
                Attribution::Source(id) => self.sources.get(&id).copied(),
                Attribution::OwnVoice | Attribution::Unattributed => None,
            };
            w.object_element(|w| claim::write(w, it, article, source));
        }
    }
}

/// Writes the pages: the first embedded, the others under our own term, as a W3C page refers to the next one
/// by its IRI only.
fn write_pages(w: &mut Writer, collection: &str, claims: &[&Claim], known: &Known<'_>) {
    let iri = |page: usize| format!("{collection}#page-{page}");
    let pages: Vec<&[&Claim]> = claims.chunks(PAGE_SIZE).collect();
    let write = |w: &mut Writer, index: usize, items: &[&Claim]| {
        let number = index + 1;
        w.text(ID, &iri(number));
        w.text(TYPE, PAGE);
        w.text(PART_OF, collection);
        w.number(START_INDEX, index * PAGE_SIZE);
        if number > 1 {
            w.text(PREV, &iri(number - 1));
        }
        if number < pages.len() {
            w.text(NEXT, &iri(number + 1));
        }
        w.list(ITEMS, |w| known.write(w, items));
    };
    let Some((first, others)) = pages.split_first() else { return };
    w.object(FIRST, |w| write(w, 0, first));
    w.text(LAST, &iri(pages.len()));
    if !others.is_empty() {
        w.list(PAGES, |w| {
            for (i, items) in others.iter().enumerate() {
                w.object_element(|w| write(w, i + 1, items));
            }
        });
    }
}
