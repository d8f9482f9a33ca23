//! The articles of a file, as its annotations name them.

use std::rc::Rc;

use crate::{
    annotation::{Anchor, Quote, describe, find},
    article::{Article, Body},
    order::Map,
    record::ArticleId,
    text::{TextRange, occurrences},
};

/// How much text is searched for words that do not stand where the file says, in bytes: about a second's
/// work. Anchors beyond it are kept as the file gives them.
const SEARCH_BUDGET: usize = 1 << 31;

/// Context that is compared on each side, in characters: as much as [`describe`] keeps. Other tools may give
/// more, a hostile file megabytes.
const CONTEXT: usize = 32;

/// Words that stand in more places than this are not looked for without a position.
const MAX_OCCURRENCES: usize = 1000;

/// The articles of a file.
#[derive(Debug)]
pub(super) struct Library {
    by_id: Map<ArticleId, Rc<Article>>,
    by_iri: Map<Rc<str>, ArticleId>,
    budget: usize,
}

/// An article that an annotation names.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// Its identity.
    pub id: ArticleId,
    /// Its text, where the file has it.
    pub body: Option<Rc<Body>>,
}

impl Default for Library {
    fn default() -> Self {
        Self { by_id: Map::new(), by_iri: Map::new(), budget: SEARCH_BUDGET }
    }
}

impl Library {
    /// Adds an article that the file calls `iri`, or merges it with the copy already there. Whether it could:
    /// not where that copy has another text.
    pub(super) fn add(&mut self, iri: &str, article: Article) -> bool {
        let id = article.id;
        let url = (*article.url).clone();
        if let Some(copy) = self.by_id.get_mut(&id) {
            if !same_opening(copy, &article) {
                return false;
            }
            Rc::make_mut(copy).merge(&article);
        } else {
            self.by_id.insert(id, Rc::new(article));
        }
        for iri in [Some(iri.into()), url].into_iter().flatten() {
            self.by_iri.get_or_insert(iri, || id);
        }
        true
    }

    /// The article that `iri` names: by its id or address in this file, or by a UUID of an article that is
    /// not in this file but may be in the reader's library.
    pub(super) fn find(&self, iri: &str) -> Option<Named> {
        let id = match iri.parse() {
            Ok(id) if self.by_id.contains_key(&id) => id,
            other => self.by_iri.get(iri).copied().or(other.ok())?,
        };
        Some(Named { id, body: self.by_id.get(&id).map(|article| article.body.clone()) })
    }

    /// All articles, by identity.
    pub(super) fn into_articles(self) -> Vec<Rc<Article>> {
        self.by_id.into_values().collect()
    }

    /// An anchor for words that should stand at `range` of `text`, or anywhere where there is no range. Where
    /// they do not stand there, they are looked for; where they are not found, the anchor is kept for what it
    /// is: an orphan.
    pub(super) fn anchor(&mut self, text: &str, range: Option<TextRange>, quote: Quote) -> Anchor {
        let hint = range.unwrap_or(TextRange::bytes(0, 0));
        let given = Anchor { range: hint, quote };
        let quote = &given.quote;
        if quote.exact.is_empty() || hint.of(text) == Some(&*quote.exact) {
            return given;
        }
        if text.len() > self.budget {
            return given;
        }
        self.budget -= text.len();
        // Without position and context, the same words elsewhere may be another speaker's.
        let bare = range.is_none() && quote.prefix.is_empty() && quote.suffix.is_empty();
        let limit = if bare { 1 } else { MAX_OCCURRENCES };
        if occurrences(text, &quote.exact).nth(limit).is_some() {
            return given;
        }
        let skipped = quote.prefix.chars().count().saturating_sub(CONTEXT);
        let near = Quote {
            exact: quote.exact.clone(),
            prefix: quote.prefix.chars().skip(skipped).collect::<String>().into(),
            suffix: quote.suffix.chars().take(CONTEXT).collect::<String>().into(),
        };
        find(text, &Anchor { range: hint, quote: near })
            .and_then(|found| describe(text, found))
            .unwrap_or(given)
    }
}

/// Whether two copies of an article agree in all that never changes.
fn same_opening(a: &Article, b: &Article) -> bool {
    let facts = |it: &Article| {
        [&it.language, &it.byline, &it.dateline, &it.published, &it.site].map(Clone::clone)
    };
    a.opened == b.opened && a.body == b.body && facts(a) == facts(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str = "The mayor said taxes fell. The minister said taxes fell too.";

    fn quote(prefix: &str, exact: &str, suffix: &str) -> Quote {
        Quote { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() }
    }

    fn found(range: Option<TextRange>, quote: Quote) -> TextRange {
        Library::default().anchor(STORY, range, quote).range
    }

    #[test]
    fn words_that_stand_elsewhere_are_found_by_their_context() {
        assert_eq!(
            found(None, quote("minister said ", "taxes fell", " too")),
            at("taxes fell too")
        );
        let astray = Some(TextRange::bytes(3, 5));
        assert_eq!(found(astray, quote("", "The minister", "")), at("The minister"));
    }

    fn at(words: &str) -> TextRange {
        let start = STORY.find(words).unwrap_or_default();
        TextRange::bytes(start, start + words.trim_end_matches(" too").len())
    }

    #[test]
    fn a_found_anchor_has_the_context_of_its_place() {
        let anchor = Library::default().anchor(STORY, None, quote("", "minister", ""));
        assert_eq!(Some(anchor.clone()), describe(STORY, anchor.range));
    }

    #[test]
    fn bare_words_of_two_speakers_stay_orphans() {
        let bare = quote("", "taxes fell", "");
        let anchor = Library::default().anchor(STORY, None, bare.clone());
        assert_eq!(anchor, Anchor { range: TextRange::bytes(0, 0), quote: bare });
    }

    #[test]
    fn endless_context_is_cut_to_what_is_kept() {
        let long = quote(&format!("{}said ", "x".repeat(100_000)), "taxes fell", "");
        assert_eq!(found(None, long.clone()), TextRange::bytes(0, 0), "too little of it agrees");
        let story = quote(&STORY.repeat(1000), "taxes fell", " too.");
        assert_eq!(found(None, story), TextRange::bytes(0, 0));
    }

    #[test]
    fn searching_ends_when_the_budget_is_spent() {
        let mut library = Library { budget: STORY.len(), ..Library::default() };
        let minister = quote("", "minister", "");
        let first = library.anchor(STORY, None, minister.clone());
        let second = library.anchor(STORY, None, minister.clone());
        assert_eq!(first.range, at("minister"));
        assert_eq!(second, Anchor { range: TextRange::bytes(0, 0), quote: minister });
    }
}
