//! Reads a file: whatever is understood, and a list of what is not.

use std::rc::Rc;

use super::{
    agent::moment,
    article, claim,
    json::{Aside, Node, Parsed, parse},
    library::Library,
    place, source,
    terms::{
        ANNOTATION, ARTICLES, COLLECTION, CONTEXT, CREATED, CREATOR, DELETED_CLAIMS, FIRST,
        FORMAT_VERSION, FORMAT_VERSION_TERM, GENERATED, GENERATOR, ID, ITEMS, LABEL, LAST,
        MODIFIED, NEXT, PAGE, PAGES, PART_OF, PREV, SOURCES, START_INDEX, TOTAL, TYPE,
    },
};
use crate::{
    annotation::{Claim, Source, SourceStyle},
    formats::{Dataset, FormatError, Imported},
    order::{self, Map, Set},
    record::{ClaimId, Register, SourceId, Stamp, Timestamp},
};

/// What makes an object a collection or a page of one.
const CONTENTS: [&str; 6] = [ARTICLES, SOURCES, FIRST, PAGES, ITEMS, DELETED_CLAIMS];
/// What else a collection has; it says nothing about the claims.
const COLLECTION_TERMS: &[&str] =
    &[CONTEXT, CREATED, CREATOR, FORMAT_VERSION_TERM, GENERATED, GENERATOR, LAST, MODIFIED];
const PAGE_TERMS: &[&str] = &[ID, TYPE, LABEL, TOTAL, PART_OF, START_INDEX, PREV, NEXT, ITEMS];

/// Reads a file.
///
/// # Errors
/// Where it is not JSON that can be parsed safely, or holds neither annotations nor articles nor sources.
pub(super) fn import(file: &str) -> Result<Imported, FormatError> {
    let Parsed { value, hidden } = parse(file)?;
    let root = Node::root(&value);
    let mut import = Import { aside: Aside::of(hidden), ..Import::default() };
    let is_annotation = |node: &Node<'_>| node.has(TYPE, ANNOTATION);
    if CONTENTS.iter().any(|name| root.get(name).is_some())
        || root.has(TYPE, COLLECTION)
        || root.has(TYPE, PAGE)
    {
        import.collection(&root);
    } else if root.each().any(|node| is_annotation(&node)) {
        // One annotation, or a plain list of them.
        root.each().for_each(|node| import.annotation(&node));
    } else {
        let shape = if root.object().is_some() {
            "it is an object without annotations, articles or sources"
        } else if root.is_compound() {
            "it is a list without annotations"
        } else {
            "it is a single value"
        };
        return Err(FormatError::Shape(shape.to_owned()));
    }
    Ok(import.finish())
}

/// What was read so far.
#[derive(Debug, Default)]
struct Import {
    library: Library,
    sources: Map<SourceId, Source>,
    claims: Map<ClaimId, Rc<Claim>>,
    /// When the file was written.
    written: Option<Timestamp>,
    aside: Aside,
}

impl Import {
    fn collection(&mut self, root: &Node<'_>) {
        self.check_version(root);
        let moment = |name, aside: &mut Aside| moment(root, name, aside);
        self.written = moment(GENERATED, &mut self.aside)
            .or_else(|| moment(MODIFIED, &mut self.aside))
            .or_else(|| moment(CREATED, &mut self.aside));
        root.for_each(ARTICLES, |node| self.article(&node));
        root.for_each(SOURCES, |node| self.source(&node));
        let pages = page_ids(root);
        self.page(root, &pages);
        root.for_each(FIRST, |node| self.page_or_reference(&node, &pages));
        root.for_each(PAGES, |node| self.page_or_reference(&node, &pages));
        root.for_each(DELETED_CLAIMS, |node| self.annotation(&node));
        self.aside.unknown(root, &[&CONTENTS, COLLECTION_TERMS, PAGE_TERMS]);
    }

    fn check_version(&mut self, root: &Node<'_>) {
        let Some(version) = root.get(FORMAT_VERSION_TERM) else { return };
        if version.number().is_none_or(|number| number as usize > FORMAT_VERSION) {
            let reason = "A newer Claimlight wrote this file; what it added is listed here.";
            self.aside.put(&version, reason);
        }
    }

    /// Reads a page, or looks whether the page that is referred to is there.
    fn page_or_reference(&mut self, node: &Node<'_>, pages: &Set<String>) {
        if node.object().is_some() {
            self.page(node, pages);
            self.aside.unknown(node, &[PAGE_TERMS, &[CONTEXT]]);
        } else if !node.text().is_some_and(|iri| pages.contains(iri)) {
            self.aside.put(node, "This page of annotations is not in this file.");
        }
    }

    /// Reads the annotations of a page, and the next page where it is embedded.
    fn page(&mut self, page: &Node<'_>, pages: &Set<String>) {
        page.for_each(ITEMS, |node| self.annotation(&node));
        page.for_each(NEXT, |next| self.page_or_reference(&next, pages));
    }

    fn article(&mut self, node: &Node<'_>) {
        let Some(article) = article::read(node, self.written, &mut self.aside) else { return };
        if !self.library.add(node.text_of(ID).unwrap_or_default(), article) {
            self.aside.put(node, "Another article of this file has the same id.");
        }
    }

    fn source(&mut self, node: &Node<'_>) {
        let nth = self.sources.len();
        let Some(source) = source::read(node, nth, self.written, &mut self.aside) else { return };
        match self.sources.get_mut(&source.id) {
            None => drop(self.sources.insert(source.id, source)),
            Some(copy) if copy.created == source.created => copy.merge(&source),
            Some(_) => self.aside.put(node, "Another source of this file has the same id."),
        }
    }

    fn annotation(&mut self, node: &Node<'_>) {
        let Self { library, aside, .. } = self;
        let Some((claim, source)) = claim::read(node, library, self.written, aside) else {
            return;
        };
        if let Some(source) = source {
            let style = Register::new(SourceStyle::nth(self.sources.len()), Stamp::shipped());
            self.sources.get_or_insert(source.id, || Source { style, ..source });
        }
        match self.claims.get_mut(&claim.id) {
            None => drop(self.claims.insert(claim.id, Rc::new(claim))),
            Some(copy) if same_making(copy, &claim) => Rc::make_mut(copy).merge(&claim),
            Some(_) => self.aside.put(node, "Another annotation of this file has the same id."),
        }
    }

    fn finish(self) -> Imported {
        let mut claims: Vec<_> = self.claims.into_values().collect();
        order::sort_by_key(&mut claims, |claim| place(claim));
        let data = Dataset {
            articles: self.library.into_articles(),
            sources: self.sources.into_values().map(Rc::new).collect(),
            claims,
        };
        Imported { data, set_aside: self.aside.finish() }
    }
}

/// The pages that stand in the collection itself.
fn page_ids(root: &Node<'_>) -> Set<String> {
    let mut ids = Vec::new();
    for name in [FIRST, PAGES] {
        root.for_each(name, |page| ids.extend(page.text_of(ID).map(str::to_owned)));
    }
    ids.into()
}

/// Whether two copies of a claim agree in all that never changes.
fn same_making(a: &Claim, b: &Claim) -> bool {
    (a.article, a.created, &a.creator, &a.origin) == (b.article, b.created, &b.creator, &b.origin)
}
