//! Reading everything back.

use std::{collections::BTreeMap, rc::Rc};

use super::{
    envelope::unseal,
    storage::{Storage, StorageError},
    stored::{Key, StoredArticle},
};
use crate::{
    annotation::{Claim, Source},
    article::{Body, RawBody},
    record::{NodeId, Stamp},
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
    let mut loaded = Loaded::default();
    let mut articles: Vec<StoredArticle> = Vec::new();
    let mut texts: BTreeMap<_, RawBody> = BTreeMap::new();
    let mut keys = storage.keys()?;
    keys.sort_unstable();
    for name in keys {
        let Some(key) = Key::parse(&name) else { continue };
        let Some(record) = storage.get(&name)? else { continue };
        let record = record.as_str();
        let read = match key {
            Key::Node => unseal(record).map(|node| loaded.node = Some(node)),
            Key::View => unseal(record).map(|view| loaded.view = view),
            Key::Article(_) => unseal(record).map(|article| articles.push(article)),
            Key::Text(id) => unseal(record).map(|text| drop(texts.insert(id, text))),
            Key::Source(_) => {
                unseal(record).map(|s: Source| loaded.add(Change::AddSource(s.into())))
            }
            Key::Claim(_) => unseal(record).map(|c: Claim| loaded.add(Change::AddClaim(c.into()))),
        };
        if let Err(error) = read {
            loaded.problems.push(Problem { key: name, reason: error.to_string() });
        }
    }
    for article in articles {
        loaded.article(article, &mut texts);
    }
    Ok(loaded)
}

impl Loaded {
    fn add(&mut self, change: Change) {
        self.library.apply(change, Stamp::shipped());
    }

    fn article(
        &mut self,
        article: StoredArticle,
        texts: &mut BTreeMap<crate::record::ArticleId, RawBody>,
    ) {
        let text_key = Key::Text(article.id).to_string();
        let text = texts.remove(&article.id);
        if *article.deleted {
            self.stale.extend(text.map(|_| text_key));
            return;
        }
        let body = text.map(Body::try_from);
        match body {
            Some(Ok(body)) => {
                self.add(Change::AddArticle(Rc::new(article.with_body(body))));
            }
            Some(Err(error)) => {
                self.problems.push(Problem { key: text_key, reason: error.to_string() });
            }
            None => {
                let reason = "the article’s text is missing".to_owned();
                self.problems.push(Problem { key: text_key, reason });
            }
        }
    }
}
