//! What decides, for one tab, what is written where, and what may be called saved.
//!
//! Everything is kept twice: in localStorage, within the task of the edit, and in a database, which is asked and answers
//! later. The edge (`browser`, `view`) carries requests and answers; nothing here waits.

mod durable;
mod heard;
mod local;
mod sizes;
mod status;

use std::{collections::BTreeMap, rc::Rc};

pub use self::{durable::Batch, status::Status};

use self::{
    durable::{Durable, Said, State},
    heard::{other_half, understood},
    local::Local,
};
use super::{
    SMALL,
    blend::{Digest, Draft, readable},
    load::{Loaded, Loading, Problem, records},
    save::{Kept, changed, sealed},
    sealing::{Sealing, long_text},
    storage::{Storage, StorageError},
    stored::{Key, Owner},
};
use crate::{
    record::{NodeId, Timestamp},
    store::{Library, Session, seed},
    text::utf16_len,
};

/// How long the text of an article thrown away is kept, in milliseconds: another tab may take it back.
const GRACE: u64 = 7 * 24 * 60 * 60 * 1000;

/// What keeps a tab's session.
#[derive(Debug, Default)]
pub struct Keeper {
    local: Local,
    durable: Durable,
    /// What was found until the session starts.
    found: Loaded,
    /// The records that were found, until the database knows them too: a session does not hold all that they say, and
    /// localStorage may be gone by then.
    opened: Vec<(String, String)>,
    /// The session as it was last kept, once it has started.
    session: Option<Rc<Session>>,
    kept: Option<Kept>,
    /// What another tab wrote last: it need not be written once more.
    heard: BTreeMap<Key, String>,
    /// Records that could not be read.
    problems: Vec<Problem>,
    /// The latest time there was: it does not go back when the clock does.
    now: Timestamp,
}

impl Keeper {
    /// Reads what `storage` has, for a tab with this number. `gone` are the numbers of tabs that are closed, and stay so
    /// until this returns: what they left becomes this tab's.
    pub fn open(storage: &dyn Storage, tab: u32, gone: &[u32]) -> Self {
        let mut keeper = Self::default();
        match records(storage) {
            Ok(records) => {
                keeper.local = Local::new(tab, &records);
                keeper.local.adopt(storage, &records, gone);
                let mut loading = Loading::default();
                for (name, record) in &records {
                    loading.read(name, record);
                }
                keeper.found = loading.finish();
                keeper.opened = records;
            }
            Err(error) => {
                keeper.local = Local::new(tab, &[]);
                keeper.local.failure = Some(error);
            }
        }
        keeper.problems = keeper.found.problems.clone();
        keeper
    }

    /// Whether what was found is worth showing before the database answers.
    pub fn has_enough(&self) -> bool {
        self.found.node.is_some() && self.found.without_text.is_empty()
    }

    /// The session as it was left; with nothing there, the sample. `profile` is for a first start, `writer` is this
    /// tab's alone.
    pub fn start(&mut self, profile: NodeId, writer: NodeId, now: Timestamp) -> Rc<Session> {
        let Loaded { node, library, view, .. } = std::mem::take(&mut self.found);
        self.now = now.max(Timestamp::from_millis(view.left.millis() + 1));
        let first = node.is_none() && library == Library::default() && self.problems.is_empty();
        let library = if first { seed(now) } else { library };
        let session =
            Session::new(node.unwrap_or(profile), library, view).writing_as(writer).looking();
        let session = Rc::new(session);
        self.kept = node.is_some().then(|| Kept::of(&session));
        self.session = Some(session.clone());
        session
    }

    /// Takes on a session that began before this was there, of which nothing is kept yet. Gives what was found all the
    /// same: another tab may have begun too, and kept its own.
    pub fn adopt(&mut self, session: &Rc<Session>, now: Timestamp) -> Option<Rc<Library>> {
        let Loaded { node, library, view, .. } = std::mem::take(&mut self.found);
        self.now = now.max(Timestamp::from_millis(view.left.millis() + 1));
        // The profile that is stored already stays.
        self.kept = node.map(|_| Kept { node: session.node(), library: library.clone(), view });
        self.session = Some(session.clone());
        (library != Library::default()).then(|| Rc::new(library))
    }

    /// The database is there, with these records, or there is none; or it was emptied, and is there anew. Gives what it
    /// adds to a session that has started, and the keys that may be taken out of it.
    pub fn database(
        &mut self,
        storage: &dyn Storage,
        found: Result<Vec<(String, String)>, StorageError>,
        now: Timestamp,
    ) -> (Option<Rc<Library>>, Vec<String>) {
        let stored = match found {
            Ok(stored) => stored,
            Err(error) => {
                self.lose_database(storage, error);
                return (None, Vec::new());
            }
        };
        self.durable.state = State::Open;
        let here = records(storage).unwrap_or_default();
        // Both are in the order of their names, and as a rule the same: then nothing is read twice.
        let mut gone = std::mem::take(&mut self.opened);
        gone.retain(|record| here.binary_search(record).is_err());
        let (there, mut said) = (Digest::of(&stored), Digest::of(&here));
        for (key, record) in there.beyond(&said) {
            // Where it finds no place, the database has it all the same.
            if self.local.makes_room(storage, key, record, |_| false) {
                let _ = self.local.put(storage, key, record);
            }
        }
        said.extend(&gone);
        let drafts = said.beyond(&there).map(|(key, record)| Draft::new(key, 0, record.clone()));
        self.durable.drafts.extend(drafts);
        let mut loading = Loading::default();
        for (name, record) in gone.iter().chain(&here).chain(&stored) {
            loading.read(name, record);
        }
        let mut loaded = loading.finish();
        loaded.mind_missing_texts();
        self.problems = loaded.problems.clone();
        let old = |since: Timestamp| since.millis().saturating_add(GRACE) < now.millis();
        let stale = loaded.stale.iter().filter(|text| old(text.since)).map(|text| text.key.clone());
        let stale: Vec<String> = stale.collect();
        for key in &stale {
            // It may go, but need not.
            let _ = storage.remove(key);
        }
        let Some(session) = &self.session else {
            self.found = loaded;
            return (None, stale);
        };
        // What the session found earlier may be gone from there by now.
        let node = loaded.node.unwrap_or_else(|| session.node());
        let known = Kept { node, library: loaded.library, view: session.view.clone() };
        let keys = changed(Some(&known), session);
        self.local.due.extend(keys.iter().copied());
        self.durable.due.extend(keys);
        // All of this is in both places, or on its way.
        if let Some(kept) = &mut self.kept {
            kept.library.merge(&known.library);
        }
        self.write_local(storage);
        (Some(Rc::new(known.library)), stale)
    }

    /// Keeps a session, here and now; what the database is to do stands in [`Self::batch`].
    pub fn keep(&mut self, storage: &dyn Storage, session: &Rc<Session>, now: Timestamp) {
        self.now = now.max(Timestamp::from_millis(self.now.millis() + 1));
        let keys = changed(self.kept.as_ref(), session);
        self.local.due.extend(keys.iter().copied());
        self.durable.due.extend(keys);
        self.kept = Some(Kept::of(session));
        self.session = Some(session.clone());
        self.write_local(storage);
        self.heard.clear();
    }

    /// What the database is to write now.
    pub fn batch(&mut self) -> Option<Batch> {
        let (session, now) = (self.session.as_deref()?, self.now);
        self.durable.batch(|key| match long_text(session, key) {
            Some(article) => Said::Text(Sealing::of(article)),
            None => {
                let records = sealed(session, key, now).into_iter();
                Said::Records(records.map(|record| Draft::new(key, 0, record)).collect())
            }
        })
    }

    /// The database's answer to a batch.
    pub fn written(
        &mut self,
        storage: &dyn Storage,
        number: u64,
        result: Result<(), StorageError>,
    ) {
        let missed = self.durable.written(number, result);
        if !missed.is_empty() {
            self.local.due.extend(missed);
            self.write_local(storage);
        }
    }

    /// How well all of it is kept.
    pub fn status(&self) -> Status {
        Status::of(&self.local, &self.durable)
    }

    /// Records that could not be read: they stay where they are.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Other tabs wrote or removed these keys. Gives what is new, all at once.
    pub fn heard_all(
        &mut self,
        storage: &dyn Storage,
        names: &[Option<String>],
    ) -> Option<Rc<Library>> {
        let mut all = None::<Rc<Library>>;
        for name in names {
            let found = self.heard(storage, name.as_deref());
            match (&mut all, found) {
                (Some(all), Some(found)) => Rc::make_mut(all).merge(&found),
                (None, found) => all = found,
                (Some(_), None) => {}
            }
        }
        all
    }

    /// Another tab wrote or removed a key of `storage`, or (with `None`) removed all. Gives what is new.
    pub fn heard(&mut self, storage: &dyn Storage, name: Option<&str>) -> Option<Rc<Library>> {
        let Some(name) = name else {
            self.local.forget();
            self.local.due.extend(changed(None, self.session.as_ref()?));
            self.write_local(storage);
            return None;
        };
        let record = self.local.look(storage, name);
        let Owner::Ours(slot) = Owner::of(name) else { return None };
        let Some(record) = record else {
            if self.local.owns(slot) && self.session.is_some() {
                self.local.due.insert(slot.key);
                self.write_local(storage);
            }
            return None;
        };
        // Where browsers have no locks, two tabs can have one number.
        if !readable(slot.key, &record) {
            return None;
        }
        let mut found = vec![(name.to_owned(), record.clone())];
        if let Some(other) = other_half(slot)
            && let Ok(Some(record)) = storage.get(&other)
        {
            found.push((other, record));
        }
        let understood = understood(&found);
        // Of an article thrown away a session holds no more than that: only its record can tell it to the database.
        if let Key::Article(id) = slot.key
            && understood.as_ref().is_none_or(|library| library.article(id).is_none())
        {
            self.durable.drafts.push(Draft::new(slot.key, 0, record.clone()));
        }
        self.heard.insert(slot.key, record);
        understood
    }

    /// What to look up in the database, where another tab has written these.
    pub fn announced(&self, names: &[String]) -> Vec<String> {
        let mut wanted = Vec::new();
        for name in names {
            if let Owner::Ours(slot) = Owner::of(name) {
                wanted.extend(other_half(slot));
                wanted.push(name.clone());
            }
        }
        wanted
    }

    /// What these records of the database say, for a session that may know it already.
    pub fn read(&mut self, records: &[(String, String)]) -> Option<Rc<Library>> {
        let library = understood(records)?;
        // Whoever wrote it wrote it in both places.
        if let Some(kept) = &mut self.kept {
            kept.library.merge(&library);
        }
        Some(library)
    }

    /// Without a database localStorage is all there is, and keeps whatever it can.
    fn lose_database(&mut self, storage: &dyn Storage, error: StorageError) {
        self.durable.state = State::Missing(error);
        if let Some(session) = &self.session {
            self.local.due.extend(session.library.articles().keys().map(|id| Key::Text(*id)));
            self.write_local(storage);
        } else {
            self.found.mind_missing_texts();
            self.problems = self.found.problems.clone();
        }
    }

    /// Writes what is due here.
    fn write_local(&mut self, storage: &dyn Storage) {
        let Some(session) = self.session.clone() else { return };
        self.local.failure = None;
        for key in std::mem::take(&mut self.local.due) {
            // Where nothing can be kept, nothing more is tried.
            let is_blocked = self.local.failure == Some(StorageError::Blocked);
            let is_not_for_here = long_text(&session, key).is_some()
                && (self.durable.state == State::Opening || self.durable.works());
            let written = if is_not_for_here {
                self.durable.works()
            } else {
                let mut records = sealed(&session, key, self.now).into_iter();
                !is_blocked && records.all(|record| self.write_record(storage, key, &record))
            };
            // What the database keeps need not be tried again.
            if !written && !self.durable.works() {
                self.local.due.insert(key);
            }
        }
    }

    /// Writes a record here, where it should be. Says whether that is settled.
    fn write_record(&mut self, storage: &dyn Storage, key: Key, record: &str) -> bool {
        let Self { local, durable, heard, .. } = self;
        if heard.get(&key).is_some_and(|heard| heard == record) {
            return true;
        }
        let is_large = matches!(key, Key::Text(_)) && utf16_len(record) > SMALL;
        if is_large && durable.state == State::Opening {
            return false;
        }
        let safe = |key| durable.has(key);
        if durable.works() && !local.makes_room(storage, key, record, safe) {
            return true;
        }
        let mut written = local.put(storage, key, record);
        while written == Err(StorageError::Full) && local.drop_text(storage, safe) {
            written = local.put(storage, key, record);
        }
        match written {
            Ok(()) => true,
            Err(error) => {
                local.failure.get_or_insert(error);
                false
            }
        }
    }
}
