//! Reading everything back.

use std::{
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
    rc::Rc,
};

use super::{
    envelope::EnvelopeError,
    storage::{Storage, StorageError},
    stored::{Key, Owner, Record, Slot, StoredArticle, StoredText},
};
use crate::{
    annotation::{Claim, Source},
    article::Body,
    record::{ArticleId, ClaimId, NodeId, Stamp, Timestamp},
    store::{change::Change, library::Library, view_state::ViewState},
};

/// What a storage held.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// Which browser profile wrote it.
    pub node: Option<NodeId>,
    /// Articles, claims, sources.
    pub library: Library,
    /// How the reader left the page.
    pub view: ViewState,
    /// Records that could not be read. They stay where they are, untouched.
    pub problems: Vec<Problem>,
    /// Articles whose text is not here.
    pub without_text: Vec<ArticleId>,
    /// Texts whose article was thrown away.
    pub stale: Vec<Stale>,
}

/// A record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its key.
    pub key: String,
    /// Why, as the end of a sentence.
    pub reason: String,
    /// What stands there; empty where that is nothing.
    pub record: String,
}

/// The text of an article that was thrown away: in the end it may go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// Its key.
    pub key: String,
    /// When the article was thrown away.
    pub since: Timestamp,
}

/// Reads all records of this app.
///
/// # Errors
/// Where the storage itself cannot be read; a record that cannot is a [`Problem`].
pub fn load(storage: &dyn Storage) -> Result<Loaded, StorageError> {
    let mut loading = Loading::default();
    for (name, record) in records(storage)? {
        loading.read(&name, &record);
    }
    let mut loaded = loading.finish();
    loaded.mind_missing_texts();
    Ok(loaded)
}

/// The numbers of tabs that have left something.
pub fn tabs_in(storage: &dyn Storage) -> Vec<u32> {
    let names = storage.keys().unwrap_or_default();
    let tabs = names.iter().filter_map(|name| match Owner::of(name) {
        Owner::Ours(slot) => Some(slot.tab),
        _ => None,
    });
    tabs.collect::<BTreeSet<u32>>().into_iter().collect()
}

/// All that a storage holds, of other apps too.
pub(super) fn records(storage: &dyn Storage) -> Result<Vec<(String, String)>, StorageError> {
    let mut names = storage.keys()?;
    names.sort_unstable();
    let mut records = Vec::with_capacity(names.len());
    for name in names {
        if let Some(record) = storage.get(&name)? {
            records.push((name, record));
        }
    }
    Ok(records)
}

impl Loaded {
    /// Texts that no storage has are a problem too.
    pub(super) fn mind_missing_texts(&mut self) {
        for id in &self.without_text {
            let key = Slot::first(Key::Text(*id), 0).to_string();
            // One that is there, but damaged, was said already.
            if !self.problems.iter().any(|problem| problem.key.starts_with(&key)) {
                let reason = "the article’s text is missing".to_owned();
                self.problems.push(Problem { key, reason, record: String::new() });
            }
        }
    }
}

/// What was read so far. Copies of one record, wherever they stand, merge; of those that do not, the first counts.
#[derive(Clone, Debug, Default)]
pub(super) struct Loading {
    node: Option<NodeId>,
    view: Option<ViewState>,
    articles: BTreeMap<ArticleId, StoredArticle>,
    texts: BTreeMap<ArticleId, Texts>,
    claims: BTreeMap<ClaimId, BTreeMap<ArticleId, Claim>>,
    library: Library,
    problems: Vec<Problem>,
}

/// The copies of one text.
#[derive(Clone, Debug, Default)]
struct Texts {
    body: Option<Rc<Body>>,
    /// The names of those that could be read.
    readable: Vec<String>,
}

impl Loading {
    /// Reads one record of any app.
    pub(super) fn read(&mut self, name: &str, record: &str) {
        let reason = match Owner::of(name) {
            Owner::Other => return,
            Owner::Unknown => "its name is not understood".to_owned(),
            Owner::Ours(slot) => match self.read_slot(slot, record) {
                Ok(()) => return,
                Err(error) => error.to_string(),
            },
        };
        let problem = Problem { key: name.to_owned(), reason, record: record.to_owned() };
        // The same in two storages is one problem.
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn read_slot(&mut self, slot: Slot, record: &str) -> Result<(), EnvelopeError> {
        let key = slot.key;
        match key {
            Key::Node => merge(&mut self.node, NodeId::read(key, record)?),
            Key::View => merge(&mut self.view, ViewState::read(key, record)?),
            Key::Article(id) => {
                let article = StoredArticle::read(key, record)?;
                match self.articles.get_mut(&id) {
                    None => drop(self.articles.insert(id, article)),
                    Some(other) => other.merge(&article),
                }
            }
            Key::Text(id) => {
                let texts = self.texts.entry(id).or_default();
                let StoredText(body) = StoredText::read(key, record)?;
                texts.body.get_or_insert(body);
                texts.readable.push(slot.to_string());
            }
            Key::Source(_) => {
                let source = Source::read(key, record)?;
                self.library.apply(Change::AddSource(source.into()), Stamp::shipped());
            }
            Key::Claim(id) => {
                let claim = Claim::read(key, record)?;
                match self.claims.entry(id).or_default().entry(claim.article) {
                    Entry::Vacant(place) => drop(place.insert(claim)),
                    Entry::Occupied(other) => other.into_mut().merge(&claim),
                }
            }
        }
        Ok(())
    }

    /// All of it as a library.
    pub(super) fn finish(mut self) -> Loaded {
        let mut stale = Vec::new();
        let mut without_text = Vec::new();
        for (id, article) in std::mem::take(&mut self.articles) {
            let Texts { body, readable } = self.texts.remove(&id).unwrap_or_default();
            match body {
                Some(body) if !*article.deleted => {
                    let article = Rc::new(article.with_body(body));
                    self.library.apply(Change::AddArticle(article), Stamp::shipped());
                }
                _ => {
                    if *article.deleted {
                        let since = article.deleted.stamp().at;
                        stale.extend(readable.into_iter().map(|key| Stale { key, since }));
                    } else {
                        without_text.push(id);
                    }
                    self.library.add_bare(id, article.bare());
                }
            }
        }
        for (id, copies) in std::mem::take(&mut self.claims) {
            // Claims of several articles under one identity are several claims: the first keeps it.
            for (nth, (article, claim)) in copies.into_iter().enumerate() {
                let id = if nth == 0 { id } else { id.within(article) };
                let claim = Rc::new(Claim { id, ..claim });
                self.library.apply(Change::AddClaim(claim), Stamp::shipped());
            }
        }
        Loaded {
            node: self.node,
            library: self.library,
            view: self.view.unwrap_or_default(),
            problems: self.problems,
            without_text,
            stale,
        }
    }
}

fn merge<T: Record>(known: &mut Option<T>, new: T) {
    match known {
        Some(known) => known.merge(&new),
        None => *known = Some(new),
    }
}
