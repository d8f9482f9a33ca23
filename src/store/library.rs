//! Everything a reader has: articles, claims, sources.

use std::rc::Rc;

use super::{
    change::{ArticleField, Change, ClaimField, SourceField},
    registry,
};
use crate::{
    annotation::{Attribution, Claim, Dataset, Source},
    article::{Article, Dismissed},
    order::{self, Map, Set},
    record::{ArticleId, ClaimId, Register, SourceId, Stamp},
};

/// The claims of one article by identity, thrown-away ones included.
pub type Claims = Map<ClaimId, Rc<Claim>>;
/// The registry by identity, thrown-away ones included.
pub type Sources = Map<SourceId, Rc<Source>>;
/// The articles by identity, thrown-away ones included.
pub type Articles = Map<ArticleId, Rc<Article>>;

/// Everything a reader has. Immutable behind its `Rc`s: parts that did not change stay the same allocation, which
/// is how the view and the store see what did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    articles: Rc<Articles>,
    sources: Rc<Sources>,
    claims: Map<ArticleId, Rc<Claims>>,
    bare: Rc<Map<ArticleId, Bare>>,
}

/// What is known of an article whose text is not here: it was thrown away, or could not be read. Should the article
/// come back, this counts as if it had been here all along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bare {
    /// What the library called it.
    pub title: Register<Rc<str>>,
    /// Where it came from.
    pub url: Register<Option<Rc<str>>>,
    /// Whether a person threw it away.
    pub deleted: Register<bool>,
    /// The proposals that are not wanted in it.
    pub dismissed: Dismissed,
}

impl Bare {
    fn merge(&mut self, other: &Self) {
        self.title.merge(&other.title);
        self.url.merge(&other.url);
        self.deleted.merge(&other.deleted);
        self.dismissed.merge(&other.dismissed);
    }
}

impl Library {
    /// What a file holds, as a library.
    pub fn from_dataset(data: &Dataset) -> Self {
        let mut library = Self::default();
        let stamp = Stamp::shipped();
        for article in &data.articles {
            library.apply(Change::AddArticle(article.clone()), stamp);
        }
        for source in &data.sources {
            library.apply(Change::AddSource(source.clone()), stamp);
        }
        for claim in &data.claims {
            library.apply(Change::AddClaim(claim.clone()), stamp);
        }
        library
    }

    /// An article with its claims and the sources these name, parents included; or everything there is. What was
    /// thrown away stays out.
    pub fn to_dataset(&self, article: Option<ArticleId>) -> Dataset {
        let articles: Vec<_> =
            self.shelf().into_iter().filter(|a| article.is_none_or(|id| a.id == id)).collect();
        let claims: Vec<_> =
            articles.iter().flat_map(|a| self.live_claims(a.id)).cloned().collect();
        let mut wanted: Set<SourceId> = Set::new();
        let named = claims.iter().filter_map(|claim| match *claim.attribution {
            Attribution::Source(id) => Some(id),
            _ => None,
        });
        let mut due: Vec<SourceId> = match article {
            Some(_) => named.collect(),
            None => self.sources.keys().copied().collect(),
        };
        // A merged source goes along, so that claims still put down to it find the one that stayed.
        let kept = |source: &&Rc<Source>| !*source.deleted || source.merged_into.is_some();
        while let Some(id) = due.pop() {
            if let Some(source) = self.sources.get(&id).filter(kept)
                && wanted.insert(id)
            {
                due.extend(*source.parent);
                due.extend(*source.merged_into);
            }
        }
        let sources = wanted.iter().filter_map(|id| self.sources.get(id)).cloned().collect();
        Dataset { articles, sources, claims }
    }

    /// All articles.
    pub fn articles(&self) -> &Rc<Articles> {
        &self.articles
    }

    /// All sources.
    pub fn sources(&self) -> &Rc<Sources> {
        &self.sources
    }

    /// All claims, article by article.
    pub fn all_claims(&self) -> &Map<ArticleId, Rc<Claims>> {
        &self.claims
    }

    /// The claims of an article.
    pub fn claims(&self, article: ArticleId) -> Rc<Claims> {
        self.claims.get(&article).cloned().unwrap_or_default()
    }

    /// The claims of an article that are not thrown away.
    pub fn live_claims(&self, article: ArticleId) -> impl Iterator<Item = &Rc<Claim>> {
        self.claims
            .get(&article)
            .into_iter()
            .flat_map(|claims| claims.values())
            .filter(|c| !*c.deleted)
    }

    /// An article that is not thrown away.
    pub fn article(&self, id: ArticleId) -> Option<&Rc<Article>> {
        self.articles.get(&id).filter(|article| !*article.deleted)
    }

    /// A claim that is not thrown away.
    pub fn claim(&self, article: ArticleId, id: ClaimId) -> Option<&Rc<Claim>> {
        self.claims.get(&article)?.get(&id).filter(|claim| !*claim.deleted)
    }

    /// The articles that are not thrown away, the last opened first.
    pub fn shelf(&self) -> Vec<Rc<Article>> {
        let mut shelf: Vec<_> = self.articles.values().filter(|a| !*a.deleted).cloned().collect();
        order::sort_by(&mut shelf, |a, b| {
            b.opened.cmp(&a.opened).then_with(|| a.title.cmp(&b.title))
        });
        shelf
    }

    /// A source that is neither thrown away nor merged into another.
    pub fn source(&self, id: SourceId) -> Option<&Rc<Source>> {
        registry::live(&self.sources, id)
    }

    /// Who a claim is put down to, merged sources followed and thrown-away ones left out.
    pub fn attribution(&self, claim: &Claim) -> Attribution {
        registry::current(&self.sources, *claim.attribution)
    }

    /// Takes note of an article whose text is not here.
    pub(super) fn add_bare(&mut self, id: ArticleId, known: Bare) {
        if let Some(article) = self.articles.get(&id) {
            let all = with_bare(article.clone(), Some(&known));
            if all != *article {
                Rc::make_mut(&mut self.articles).insert(id, all);
            }
        } else if let Some(bare) = Rc::make_mut(&mut self.bare).get_mut(&id) {
            bare.merge(&known);
        } else {
            Rc::make_mut(&mut self.bare).insert(id, known);
        }
    }

    /// Takes over what was written later elsewhere. Commutative, associative and idempotent.
    pub(super) fn merge(&mut self, other: &Self) {
        let articles = other.articles.values().cloned().map(Change::AddArticle);
        let sources = other.sources.values().cloned().map(Change::AddSource);
        let claims = other.claims.values().flat_map(|claims| claims.values());
        let claims = claims.cloned().map(Change::AddClaim);
        for change in articles.chain(sources).chain(claims) {
            if !self.already(&change) {
                self.apply(change, Stamp::shipped());
            }
        }
        for (id, bare) in other.bare.iter() {
            if self.bare.get(id) != Some(bare) {
                self.add_bare(*id, bare.clone());
            }
        }
    }

    /// Whether this article was thrown away, and its text with it.
    pub(super) fn is_buried(&self, id: ArticleId) -> bool {
        !self.articles.contains_key(&id) && self.bare.get(&id).is_some_and(|bare| *bare.deleted)
    }

    /// Adds an article, or merges it with the copy that is here; whether one came that was not here, or thrown away.
    pub(super) fn add_article(&mut self, new: Rc<Article>) -> bool {
        let id = new.id;
        let gone = self.article(id).is_none();
        let articles = Rc::make_mut(&mut self.articles);
        match articles.get_mut(&id) {
            Some(known) => Rc::make_mut(known).merge(&new),
            None => drop(articles.insert(id, with_bare(new, self.bare.get(&id)))),
        }
        gone && self.article(id).is_some()
    }

    /// Adds a source as [`Library::add_article`] does an article.
    pub(super) fn add_source(&mut self, new: Rc<Source>) -> bool {
        let id = new.id;
        let gone = self.sources.get(&id).is_none_or(|s| *s.deleted);
        let sources = Rc::make_mut(&mut self.sources);
        match sources.get_mut(&id) {
            Some(known) => Rc::make_mut(known).merge(&new),
            None => drop(sources.insert(id, new)),
        }
        gone && self.sources.get(&id).is_some_and(|s| !*s.deleted)
    }

    /// Makes a change, dated `stamp` where it writes a field; gives the change that takes it back, or `None` where
    /// nothing a person can see changed.
    pub fn apply(&mut self, change: Change, stamp: Stamp) -> Option<Change> {
        match change {
            Change::AddArticle(new) => {
                let id = new.id;
                self.add_article(new).then_some(Change::Article(id, ArticleField::Deleted(true)))
            }
            Change::AddSource(new) => {
                let id = new.id;
                self.add_source(new).then_some(Change::Source(id, SourceField::Deleted(true)))
            }
            Change::AddClaim(new) => {
                let (article, id) = (new.article, new.id);
                let gone = self.claim(article, id).is_none();
                let claims = Rc::make_mut(self.claims.get_or_insert(article, Rc::default));
                match claims.get_mut(&id) {
                    Some(known) => Rc::make_mut(known).merge(&new),
                    None => drop(claims.insert(id, new)),
                }
                let came = gone && self.claim(article, id).is_some();
                came.then_some(Change::Claim(article, id, ClaimField::Deleted(true)))
            }
            Change::Article(id, field) => {
                let article = Rc::make_mut(&mut self.articles).get_mut(&id)?;
                let before = field.write(Rc::make_mut(article), stamp)?;
                Some(Change::Article(id, before))
            }
            Change::Dismissal(id, spot, dismissed) => {
                let article = Rc::make_mut(&mut self.articles).get_mut(&id)?;
                let before = Rc::make_mut(article).dismissed.write(spot, dismissed, stamp)?;
                Some(Change::Dismissal(id, spot, before))
            }
            Change::Source(id, field) => {
                let source = Rc::make_mut(&mut self.sources).get_mut(&id)?;
                let before = field.write(Rc::make_mut(source), stamp)?;
                Some(Change::Source(id, before))
            }
            Change::Claim(article, id, field) => {
                let claims = Rc::make_mut(self.claims.get_mut(&article)?);
                let before = field.write(Rc::make_mut(claims.get_mut(&id)?), stamp)?;
                Some(Change::Claim(article, id, before))
            }
        }
    }

    /// When the field that a change writes was last written; for a record to be added, whether it is thrown away.
    pub(super) fn stamp(&self, change: &Change) -> Option<Stamp> {
        match change {
            Change::AddArticle(new) => self.articles.get(&new.id).map(|a| a.deleted.stamp()),
            Change::AddSource(new) => self.sources.get(&new.id).map(|s| s.deleted.stamp()),
            Change::AddClaim(new) => {
                let claims = self.claims.get(&new.article);
                claims.and_then(|claims| claims.get(&new.id)).map(|c| c.deleted.stamp())
            }
            Change::Article(id, field) => self.articles.get(id).map(|a| field.stamp_in(a)),
            Change::Dismissal(id, spot, _) => self.articles.get(id)?.dismissed.stamp(spot),
            Change::Source(id, field) => self.sources.get(id).map(|s| field.stamp_in(s)),
            Change::Claim(article, id, field) => {
                let claims = self.claims.get(article);
                claims.and_then(|claims| claims.get(id)).map(|c| field.stamp_in(c))
            }
        }
    }

    /// Whether the record that a change is about is there and not thrown away.
    pub(super) fn shows(&self, change: &Change) -> bool {
        match change {
            Change::AddArticle(new) => self.article(new.id).is_some(),
            Change::AddSource(new) => self.source(new.id).is_some(),
            Change::AddClaim(new) => self.claim(new.article, new.id).is_some(),
            Change::Article(id, _) | Change::Dismissal(id, ..) => self.article(*id).is_some(),
            Change::Source(id, _) => self.source(*id).is_some(),
            Change::Claim(article, id, _) => self.claim(*article, *id).is_some(),
        }
    }

    /// Whether a change would change nothing.
    pub fn already(&self, change: &Change) -> bool {
        match change {
            Change::AddArticle(new) => self.articles.get(&new.id) == Some(new),
            Change::AddSource(new) => self.sources.get(&new.id) == Some(new),
            Change::AddClaim(new) => {
                self.claims.get(&new.article).and_then(|claims| claims.get(&new.id)) == Some(new)
            }
            Change::Article(id, field) => self.articles.get(id).is_none_or(|a| field.holds_in(a)),
            Change::Dismissal(id, spot, dismissed) => {
                self.articles.get(id).is_none_or(|a| a.dismissed.holds(spot) == *dismissed)
            }
            Change::Source(id, field) => self.sources.get(id).is_none_or(|s| field.holds_in(s)),
            Change::Claim(article, id, field) => {
                let claims = self.claims.get(article);
                claims.and_then(|claims| claims.get(id)).is_none_or(|c| field.holds_in(c))
            }
        }
    }

    /// The latest stamp anywhere: a clock that has seen it writes after everything here.
    pub fn latest_stamp(&self) -> Option<Stamp> {
        let mut latest = None;
        let mut see = |stamps: &[Stamp]| {
            stamps.iter().for_each(|stamp| latest = latest.max(Some(*stamp)));
        };
        for article in self.articles.values() {
            see(&ArticleField::stamps(article));
            article.dismissed.iter().for_each(|(_, dismissed)| see(&[dismissed.stamp()]));
        }
        self.sources.values().for_each(|source| see(&SourceField::stamps(source)));
        for claims in self.claims.values() {
            claims.values().for_each(|claim| see(&ClaimField::stamps(claim)));
        }
        for bare in self.bare.values() {
            see(&[bare.title.stamp(), bare.url.stamp(), bare.deleted.stamp()]);
            bare.dismissed.iter().for_each(|(_, dismissed)| see(&[dismissed.stamp()]));
        }
        latest
    }
}

/// An article that comes back, with what was known of it meanwhile.
fn with_bare(mut article: Rc<Article>, bare: Option<&Bare>) -> Rc<Article> {
    if let Some(Bare { title, url, deleted, dismissed }) = bare {
        let article = Rc::make_mut(&mut article);
        article.title.merge(title);
        article.url.merge(url);
        article.deleted.merge(deleted);
        article.dismissed.merge(dismissed);
    }
    article
}
