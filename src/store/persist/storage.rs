//! Where records go.

use std::cell::RefCell;

use thiserror::Error;

use crate::{order::Map, text::utf16_len};

/// Why a record could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StorageError {
    /// The browser does not let this page keep anything.
    #[error("This browser does not let Claimlight keep anything")]
    Blocked,
    /// There is no room left.
    #[error("The browser’s storage for this page is full")]
    Full,
    /// Anything else, in the browser's own words.
    #[error("The browser could not keep your work ({0})")]
    Other(String),
}

/// A place for records: text under a key. No operation depends on another, so that any one may fail.
pub trait Storage {
    /// All keys, in any order.
    ///
    /// # Errors
    /// Where nothing can be read.
    fn keys(&self) -> Result<Vec<String>, StorageError>;
    /// The record under `key`.
    ///
    /// # Errors
    /// Where it cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// Puts a record under `key`, in the place of what was there.
    ///
    /// # Errors
    /// Where it cannot be written; what was there stays.
    fn set(&self, key: &str, record: &str) -> Result<(), StorageError>;
    /// Takes the record under `key` away, if there is one.
    ///
    /// # Errors
    /// Where it cannot be taken away.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
}

/// Records in memory, with room for so much: keys and records counted in UTF-16 units, as browsers do.
#[derive(Debug)]
pub struct MemoryStorage {
    records: RefCell<Map<String, String>>,
    quota: usize,
}

impl MemoryStorage {
    /// An empty storage with room for `quota` UTF-16 units.
    pub const fn new(quota: usize) -> Self {
        Self { records: RefCell::new(Map::new()), quota }
    }
}

impl Storage for MemoryStorage {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.records.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.records.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, record: &str) -> Result<(), StorageError> {
        let mut records = self.records.borrow_mut();
        if self.quota < usize::MAX {
            let others = records.iter().filter(|(other, _)| *other != key);
            let used: usize = others.map(|(key, record)| utf16_len(key) + utf16_len(record)).sum();
            if used + utf16_len(key) + utf16_len(record) > self.quota {
                return Err(StorageError::Full);
            }
        }
        records.insert(key.to_owned(), record.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.records.borrow_mut().remove(key);
        Ok(())
    }
}
