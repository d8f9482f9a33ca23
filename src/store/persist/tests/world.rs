//! A browser in which everything fails: several tabs over one localStorage and one database.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet, VecDeque},
    rc::Rc,
};

use crate::{
    annotation::Claim,
    record::ClaimId,
    store::{
        Action, Command, Library, Session,
        persist::{Batch, Keeper, MemoryStorage, Outcome, Status, Storage, StorageError},
        tests::{
            fixture::{node, time},
            laws::everything,
        },
    },
};

pub(super) type Records = BTreeMap<String, String>;

/// How a write of localStorage goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Health {
    #[default]
    Well,
    Full,
    Blocked,
    Odd,
}

/// localStorage that can be told to fail after some writes.
pub(super) struct Faulty {
    memory: RefCell<MemoryStorage>,
    health: Cell<Health>,
    left: Cell<usize>,
}

impl Faulty {
    fn well(&self) -> Result<(), StorageError> {
        if let Some(left) = self.left.get().checked_sub(1) {
            self.left.set(left);
            return Ok(());
        }
        match self.health.get() {
            Health::Well => Ok(()),
            Health::Full => Err(StorageError::Full),
            Health::Blocked => Err(StorageError::Blocked),
            Health::Odd => Err(StorageError::Other("odd".into())),
        }
    }

    fn blocked(&self) -> Result<(), StorageError> {
        let is_blocked = self.health.get() == Health::Blocked && self.left.get() == 0;
        if is_blocked { Err(StorageError::Blocked) } else { Ok(()) }
    }
}

impl Storage for Faulty {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.blocked()?;
        self.memory.borrow().keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.blocked()?;
        self.memory.borrow().get(key)
    }

    fn set(&self, key: &str, record: &str) -> Result<(), StorageError> {
        self.well()?;
        self.memory.borrow().set(key, record)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.well()?;
        self.memory.borrow().remove(key)
    }
}

/// One tab that is open.
struct Tab {
    number: u32,
    keeper: Keeper,
    session: Rc<Session>,
    /// What the database was asked to write.
    asked: VecDeque<Batch>,
    /// Whether the database has said what it holds.
    has_database: bool,
    /// Keys of localStorage that other tabs wrote.
    hints: VecDeque<String>,
    /// Names in the database that other tabs wrote.
    news: VecDeque<Vec<String>>,
}

pub(super) struct World {
    pub(super) local: Faulty,
    /// `None` where the browser has none.
    pub(super) database: Option<Records>,
    tabs: Vec<Tab>,
    pub(super) now: u64,
    opened: u128,
    /// What some tab called saved, ever: the oracle.
    pub(super) promised: Library,
    /// All that was ever in a session.
    pub(super) ever: Library,
}

impl World {
    pub(super) fn new(has_database: bool) -> Self {
        let memory = RefCell::new(MemoryStorage::new(usize::MAX));
        Self {
            local: Faulty { memory, health: Cell::default(), left: Cell::new(0) },
            database: has_database.then(Records::new),
            tabs: Vec::new(),
            now: 1_000,
            opened: 0,
            promised: Library::default(),
            ever: Library::default(),
        }
    }

    pub(super) fn tabs(&self) -> usize {
        self.tabs.len()
    }

    pub(super) fn session(&self, tab: usize) -> &Rc<Session> {
        &self.tabs[tab].session
    }

    pub(super) fn status(&self, tab: usize) -> Status {
        self.tabs[tab].keeper.status()
    }

    pub(super) fn problems(&self, tab: usize) -> usize {
        self.tabs[tab].keeper.problems().len()
    }

    /// From now on, after so many writes more, localStorage fares like this.
    pub(super) fn local_fares(&self, health: Health, after: usize) {
        self.local.health.set(health);
        self.local.left.set(after);
    }

    pub(super) fn local_records(&self) -> Records {
        let memory = self.local.memory.borrow();
        let keys = memory.keys().unwrap();
        keys.into_iter().map(|key| (key.clone(), memory.get(&key).unwrap().unwrap())).collect()
    }

    /// Puts localStorage in another state, behind the back of everyone.
    pub(super) fn replace_local(&self, records: &Records) {
        let memory = MemoryStorage::new(usize::MAX);
        records.iter().for_each(|(key, record)| memory.set(key, record).unwrap());
        self.local.memory.replace(memory);
    }

    fn stored(&self) -> Result<Vec<(String, String)>, StorageError> {
        let database = self.database.as_ref().ok_or(StorageError::Blocked)?;
        Ok(database.iter().map(|(key, record)| (key.clone(), record.clone())).collect())
    }

    /// A tab opens; the database answers it at once, or only where it cannot do without.
    pub(super) fn open(&mut self, at_once: bool) {
        let taken = |n: &u32| self.tabs.iter().any(|tab| tab.number == *n);
        let number = (0..).find(|n| !taken(n)).unwrap();
        let gone: Vec<u32> = (0..20).filter(|n| *n != number && !taken(n)).collect();
        let mut keeper = Keeper::open(&self.local, number, &gone);
        let has_database = at_once || !keeper.has_enough();
        if has_database {
            keeper.database(&self.local, self.stored(), time(self.now));
        }
        self.opened += 1;
        let session = keeper.start(node(1), node(100 + self.opened), time(self.now));
        let (asked, hints, news) = Default::default();
        self.tabs.push(Tab { number, keeper, session, asked, has_database, hints, news });
        self.keep(self.tabs.len() - 1);
    }

    /// The database says to a tab what it holds.
    pub(super) fn introduce(&mut self, tab: usize) {
        if std::mem::replace(&mut self.tabs[tab].has_database, true) {
            return;
        }
        let stored = self.stored();
        let at = &mut self.tabs[tab];
        let (found, _) = at.keeper.database(&self.local, stored, time(self.now));
        self.merge(tab, found);
        self.ask(tab);
        self.look(tab);
    }

    /// The database is emptied; its tabs notice, and look what it holds.
    pub(super) fn wipe_database(&mut self) {
        self.database = Some(Records::new());
        for tab in 0..self.tabs.len() {
            self.tabs[tab].has_database = false;
            self.introduce(tab);
        }
    }

    pub(super) fn act(&mut self, tab: usize, action: Action) {
        self.now += 1;
        let command = Command { at: time(self.now), action };
        let at = &mut self.tabs[tab];
        let next = at.session.clone().after(command);
        if !Rc::ptr_eq(&next, &at.session) {
            at.session = next;
            self.keep(tab);
        }
    }

    fn keep(&mut self, tab: usize) {
        let before = self.local_records();
        let at = &mut self.tabs[tab];
        at.keeper.keep(&self.local, &at.session, time(self.now));
        self.ever.merge(&at.session.library);
        let after = self.local_records();
        for (key, record) in &after {
            if before.get(key) != Some(record) {
                for (i, other) in self.tabs.iter_mut().enumerate() {
                    if i != tab {
                        other.hints.push_back(key.clone());
                    }
                }
            }
        }
        self.ask(tab);
        self.look(tab);
    }

    fn ask(&mut self, tab: usize) {
        let at = &mut self.tabs[tab];
        at.asked.extend(at.keeper.batch());
    }

    /// The oracle takes down what is called saved.
    fn look(&mut self, tab: usize) {
        if self.status(tab) == Status::Saved {
            self.promised.merge(&self.tabs[tab].session.library);
        }
    }

    fn merge(&mut self, tab: usize, found: Option<Rc<Library>>) {
        if let Some(found) = found {
            self.act(tab, Action::Merge(found));
        }
    }

    /// The database writes what a tab asked for first; `answers` says whether the tab lives to hear of it.
    pub(super) fn write(&mut self, tab: usize, answers: bool) {
        let Some(mut batch) = self.tabs[tab].asked.pop_front() else { return };
        while !batch.go_on(usize::MAX) {}
        let mut result = Err(StorageError::Blocked);
        if let Some(database) = &mut self.database {
            let mut written = Vec::new();
            for draft in batch.drafts {
                let mut draft = draft;
                loop {
                    let name = draft.name();
                    match draft.meet(database.get(&name).map(|it| &**it)) {
                        Outcome::Kept => break,
                        Outcome::Put(record) => {
                            database.insert(name.clone(), record);
                            written.push(name);
                            break;
                        }
                        Outcome::Next(next) => draft = next,
                    }
                }
            }
            for (i, other) in self.tabs.iter_mut().enumerate() {
                if i != tab && !written.is_empty() {
                    other.news.push_back(written.clone());
                }
            }
            result = Ok(());
        }
        if answers {
            self.tabs[tab].keeper.written(&self.local, batch.number, result.clone());
            if result.is_ok() {
                self.ask(tab);
            }
            self.look(tab);
        }
    }

    /// The database refuses what a tab asked for first.
    pub(super) fn refuse(&mut self, tab: usize) {
        if let Some(batch) = self.tabs[tab].asked.pop_front() {
            let at = &mut self.tabs[tab];
            at.keeper.written(&self.local, batch.number, Err(StorageError::Full));
            self.look(tab);
        }
    }

    /// A tab hears of one thing that another did.
    pub(super) fn hear(&mut self, tab: usize) {
        let at = &mut self.tabs[tab];
        if let Some(name) = at.hints.pop_front() {
            let found = at.keeper.heard(&self.local, Some(&name));
            self.merge(tab, found);
            self.ask(tab);
            self.look(tab);
        }
        let at = &mut self.tabs[tab];
        if let (Some(names), Some(database)) = (at.news.pop_front(), &self.database) {
            let wanted = at.keeper.announced(&names);
            let found = wanted
                .into_iter()
                .filter_map(|name| Some((name.clone(), database.get(&name)?.clone())));
            let found: Vec<_> = found.collect();
            let found = at.keeper.read(&found);
            self.merge(tab, found);
        }
    }

    /// Everything that is under way arrives.
    pub(super) fn settle(&mut self) {
        for _ in 0..1_000 {
            for tab in 0..self.tabs.len() {
                self.introduce(tab);
                self.ask(tab);
                self.write(tab, true);
                self.hear(tab);
            }
            let calm =
                |tab: &Tab| tab.asked.is_empty() && tab.hints.is_empty() && tab.news.is_empty();
            if self.tabs.iter().all(calm) {
                return;
            }
        }
        panic!("the tabs never come to rest");
    }

    pub(super) fn close(&mut self, tab: usize) {
        self.tabs.remove(tab);
    }

    pub(super) fn crash(&mut self) {
        self.tabs.clear();
    }

    /// The units that localStorage takes.
    pub(super) fn assert_within_budget(&self) {
        let units: usize = self
            .local_records()
            .iter()
            .map(|(key, record)| key.encode_utf16().count() + record.encode_utf16().count())
            .sum();
        assert!(units <= 2_000_000, "{units}");
    }
}

/// Whether `whole` says all that `part` says.
#[track_caller]
pub(super) fn assert_holds(whole: &Library, part: &Library, when: &str) {
    let mut both = whole.clone();
    both.merge(&without_doubles(part, whole));
    assert_eq!(alike(&both), alike(whole), "{when}");
}

/// What is compared: all that merges, thrown-away things included. Articles whose text is gone count by what is known of
/// them.
fn alike(library: &Library) -> impl PartialEq + std::fmt::Debug + use<> {
    let articles: Vec<_> = library.articles().values().filter(|a| !*a.deleted).cloned().collect();
    (articles, library.sources().clone(), library.all_claims().clone(), library.latest_stamp())
}

/// All of a library but claims of several articles that share an identity, and what they become when they are told
/// apart: a tab does that when it reads them at once, so not every tab does before the page is opened anew.
fn without_doubles(part: &Library, whole: &Library) -> Library {
    let mut data = everything(part);
    let all = || part.all_claims().iter().chain(whole.all_claims().iter());
    let shared = |claim: &Claim| {
        all().any(|(id, claims)| *id != claim.article && claims.contains_key(&claim.id))
    };
    let every = all().flat_map(|(_, claims)| claims.values());
    let doubles: BTreeSet<ClaimId> = every
        .filter(|claim| shared(claim))
        .flat_map(|claim| [claim.id, claim.id.within(claim.article)])
        .collect();
    data.claims.retain(|claim| !doubles.contains(&claim.id));
    Library::from_dataset(&data)
}
