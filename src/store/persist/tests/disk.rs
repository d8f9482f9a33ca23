//! A storage that counts, fails when told, and can be tampered with.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use crate::store::{
    Session,
    persist::{self, Loaded, MemoryStorage, Storage, StorageError, load},
    tests::fixture::time,
};

/// Keeps what changed, each time a little later.
pub(super) fn save(
    storage: &dyn Storage,
    before: Option<&Session>,
    after: &Session,
) -> Result<(), StorageError> {
    thread_local!(static NOW: Cell<u64> = const { Cell::new(1) });
    NOW.set(NOW.get() + 1);
    persist::save(storage, before, after, time(NOW.get()))
}

pub(super) struct Disk {
    memory: MemoryStorage,
    /// The keys written since [`Disk::written`] was last asked.
    written: RefCell<Vec<String>>,
    /// How many writes succeed before every further one fails.
    left: Cell<usize>,
}

impl Disk {
    pub(super) fn new() -> Self {
        let memory = MemoryStorage::new(usize::MAX);
        Self { memory, written: RefCell::default(), left: Cell::new(usize::MAX) }
    }

    /// With these records, and room for any number more.
    pub(super) fn of(records: &BTreeMap<String, String>) -> Self {
        let disk = Self::new();
        for (key, record) in records {
            disk.memory.set(key, record).unwrap();
        }
        disk
    }

    /// A disk with all of a session.
    pub(super) fn with(session: &Session) -> Self {
        let disk = Self::new();
        save(&disk, None, session).unwrap();
        disk.written();
        disk
    }

    /// From now on this many writes succeed.
    pub(super) fn room_for(&self, writes: usize) {
        self.left.set(writes);
    }

    /// The keys written since this was last asked.
    pub(super) fn written(&self) -> Vec<String> {
        self.written.take()
    }

    pub(super) fn records(&self) -> BTreeMap<String, String> {
        let keys = self.memory.keys().unwrap();
        keys.into_iter().map(|key| (key.clone(), self.memory.get(&key).unwrap().unwrap())).collect()
    }

    /// What a page that opens now finds; when it was kept is left out.
    pub(super) fn load(&self) -> Loaded {
        let mut loaded = load(self).unwrap();
        loaded.view.left = time(0);
        loaded
    }

    /// Puts a record there behind the back of the app.
    pub(super) fn tamper(&self, key: &str, record: &str) {
        self.memory.set(key, record).unwrap();
    }
}

impl Storage for Disk {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.memory.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.memory.get(key)
    }

    fn set(&self, key: &str, record: &str) -> Result<(), StorageError> {
        let Some(left) = self.left.get().checked_sub(1) else { return Err(StorageError::Full) };
        self.left.set(left);
        self.written.borrow_mut().push(key.to_owned());
        self.memory.set(key, record)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.memory.remove(key)
    }
}

/// The session of a page that opens on this, as the app starts it.
pub(super) fn reopened(disk: &Disk) -> Rc<Session> {
    let Loaded { node, library, view, .. } = disk.load();
    Rc::new(Session::new(node.unwrap(), library, view))
}
