//! Reading everything back.

use std::rc::Rc;

use super::{
    envelope::EnvelopeError,
    storage::{Storage, StorageError},
    stored::{Key, Owner, Record, Slot, StoredArticle, StoredText},
};
use crate::{
    annotation::{Claim, Source},
    article::Body,
    order::{self, Map},
    record::{ArticleId, NodeId, Stamp},
    store::{change::Change, library::Library, view_state::ViewState},
};

/// What a storage held.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Which browser profile wrote it.
    pub node: Option<NodeId>,
    /// Articles, claims, sources.
    pub library: Library,
    /// How the reader left the page.
    pub view: ViewState,
    /// Records that could not be read. They stay where they are, untouched.
    pub problems: Vec<Problem>,
    /// Keys of texts whose article was thrown away: they may go, nothing can bring them back.
    pub stale: Vec<String>,
}

/// A record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its key.
    pub key: String,
    /// Why, as the end of a sentence.
    pub reason: String,
}

/// Reads all records of this app.
///
/// # Errors
/// Where the storage itself cannot be read; a record that cannot is a [`Problem`].
pub fn load(storage: &dyn Storage) -> Result<Loaded, StorageError> {
    let mut loading = Loading::default();
    let mut slots: Vec<Slot> = Vec::new();
    for name in storage.keys()? {
        match Owner::of(&name) {
            Owner::Ours(slot) => slots.push(slot),
            Owner::Unknown => loading.problem(name, "its name is not understood"),
            Owner::Other => {}
        }
    }
    order::sort(&mut slots);
    for slot in slots {
        if let Some(record) = storage.get(&slot.to_string())?
            && let Err(error) = loading.read(slot, &record)
        {
            loading.problem(slot.to_string(), error);
        }
    }
    Ok(loading.finish())
}

/// What was read so far. Of records that stand in several slots, those that merge do; of the others the first counts,
/// for it is the one that is written.
#[derive(Debug, Default)]
struct Loading {
    loaded: Loaded,
    view: Option<ViewState>,
    articles: Map<ArticleId, StoredArticle>,
    texts: Map<ArticleId, Texts>,
}

/// The slots of one text.
#[derive(Debug, Default)]
struct Texts {
    body: Option<Body>,
    /// The names of those that could be read.
    readable: Vec<String>,
}

impl Loading {
    fn problem(&mut self, key: String, reason: impl ToString) {
        self.loaded.problems.push(Problem { key, reason: reason.to_string() });
    }

    fn add(&mut self, change: Change) {
        self.loaded.library.apply(change, Stamp::shipped());
    }

    fn read(&mut self, slot: Slot, record: &str) -> Result<(), EnvelopeError> {
        let key = slot.key;
        match key {
            Key::Node => {
                let node = NodeId::read(key, record)?;
                self.loaded.node.get_or_insert(node);
            }
            Key::View => {
                let view = ViewState::read(key, record)?;
                self.view.get_or_insert(view);
            }
            Key::Article(id) => {
                let article = StoredArticle::read(key, record)?;
                match self.articles.get_mut(&id) {
                    None => drop(self.articles.insert(id, article)),
                    Some(other) => other.merge(&article),
                }
            }
            Key::Text(id) => {
                let texts = self.texts.get_or_insert(id, Texts::default);
                let StoredText(body) = StoredText::read(key, record)?;
                texts.body.get_or_insert(body);
                texts.readable.push(slot.to_string());
            }
            Key::Source(_) => self.add(Change::AddSource(Source::read(key, record)?.into())),
            Key::Claim(_) => self.add(Change::AddClaim(Claim::read(key, record)?.into())),
        }
        Ok(())
    }

    fn finish(mut self) -> Loaded {
        self.loaded.view = self.view.take().unwrap_or_default();
        for (id, article) in std::mem::take(&mut self.articles) {
            let texts = self.texts.remove(&id);
            let missing = texts.is_none();
            let Texts { body, readable } = texts.unwrap_or_default();
            match body {
                Some(body) if !*article.deleted => {
                    self.add(Change::AddArticle(Rc::new(article.with_body(body))));
                }
                _ => {
                    if missing && !*article.deleted {
                        let text = Slot { key: Key::Text(id), number: 1 };
                        self.problem(text.to_string(), "the article’s text is missing");
                    }
                    self.loaded.stale.extend(readable);
                    self.loaded.library.add_bare(id, article.bare());
                }
            }
        }
        self.loaded
    }
}
