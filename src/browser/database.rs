//! IndexedDB, with its failures as values. One database, one object store, one text under each key.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::{
    indexed_db::{Connection, ObjectStore, Request, Source, answer, open, transaction},
    storage::reason,
};
use crate::{
    order::Set,
    store::persist::{Draft, Outcome, StorageError},
};

const NAME: &str = "claimlight";
const STORE: &str = "records";

/// The browser's database of this app. It opens when it is first asked, and anew where it was closed.
#[derive(Clone, Default)]
pub struct Database {
    connection: Rc<RefCell<Option<Rc<Connection>>>>,
    lost: Rc<RefCell<Option<Lost>>>,
}

type Lost = Rc<dyn Fn()>;

/// Whether this browser has a database of ours; where it does not say, no.
pub async fn exists() -> bool {
    let ask = || {
        let factory = Reflect::get(&js_sys::global(), &"indexedDB".into())?;
        let list: Function = Reflect::get(&factory, &"databases".into())?.dyn_into()?;
        list.call0(&factory)?.dyn_into::<Promise>()
    };
    let Ok(asked) = ask() else { return false };
    let found = JsFuture::from(asked).await.map(|found| Array::from(&found)).unwrap_or_default();
    let name = |database: JsValue| Reflect::get(&database, &"name".into()).ok()?.as_string();
    found.iter().any(|database| name(database).as_deref() == Some(NAME))
}

impl Database {
    /// Whom to call where the browser takes the database away, with all that is in it.
    pub fn when_lost(&self, call: impl Fn() + 'static) {
        self.lost.replace(Some(Rc::new(call)));
    }

    /// All keys and records.
    ///
    /// # Errors
    /// Where there is no database, or it cannot be read.
    pub async fn everything(&self) -> Result<Vec<(String, String)>, StorageError> {
        let (store, done) = self.begin("readonly").await?;
        let keys = store.get_all_keys().map_err(reason)?;
        let records = store.get_all().map_err(reason)?;
        let (keys, records) = (answer(&keys).await?, answer(&records).await?);
        done.await?;
        let (keys, records) = (Array::from(&keys), Array::from(&records));
        let pairs = keys.iter().zip(records.iter());
        // What is no text is none of ours; where its key is, it shows as damaged.
        let text = |value: JsValue| value.as_string();
        Ok(pairs.filter_map(|(k, v)| Some((text(k)?, text(v).unwrap_or_default()))).collect())
    }

    /// The records that there are under these keys.
    ///
    /// # Errors
    /// As [`Self::everything`].
    pub async fn records(&self, keys: Vec<String>) -> Result<Vec<(String, String)>, StorageError> {
        let (store, _) = self.begin("readonly").await?;
        let mut records = Vec::new();
        for (key, request) in requested(&store, keys)? {
            if let Some(record) = answer(&request).await?.as_string() {
                records.push((key, record));
            }
        }
        Ok(records)
    }

    /// Writes all drafts, or none. Gives the keys of what was written, once it is on the disk.
    ///
    /// # Errors
    /// Where none was.
    pub async fn write(&self, drafts: Vec<Draft>) -> Result<Vec<String>, StorageError> {
        let (store, done) = self.begin("readwrite").await?;
        let mut written = Set::new();
        let mut due = drafts;
        while !due.is_empty() {
            let names = due.iter().map(Draft::name).collect();
            let mut aside = Vec::new();
            for (draft, (name, request)) in due.iter().zip(requested(&store, names)?) {
                let mut there = answer(&request).await?.as_string();
                // Two drafts can have one name: what the first wrote, the second must see.
                if written.contains(&name) {
                    there = answer(&store.get(&name).map_err(reason)?).await?.as_string();
                }
                match draft.meet(there.as_deref()) {
                    Outcome::Kept => {}
                    Outcome::Put(record) => {
                        store.put(&record.as_str().into(), &name).map_err(reason)?;
                        written.insert(name);
                    }
                    Outcome::Next(next) => aside.push(next),
                }
            }
            due = aside;
        }
        done.await?;
        Ok(written.into_iter().collect())
    }

    /// Takes records away.
    ///
    /// # Errors
    /// Where none was.
    pub async fn remove(&self, keys: Vec<String>) -> Result<(), StorageError> {
        let (store, done) = self.begin("readwrite").await?;
        for key in keys {
            store.delete(&key).map_err(reason)?;
        }
        done.await
    }

    /// A transaction, and word of its end.
    async fn begin(
        &self,
        mode: &str,
    ) -> Result<(ObjectStore, impl Future<Output = Result<(), StorageError>>), StorageError> {
        let connection = self.connection().await?;
        match transaction(&connection, STORE, mode) {
            Ok(begun) => Ok(begun),
            // The browser closed the connection.
            Err(_) => {
                self.connection.replace(None);
                transaction(&*self.connection().await?, STORE, mode)
            }
        }
    }

    async fn connection(&self) -> Result<Rc<Connection>, StorageError> {
        if let Some(connection) = &*self.connection.borrow() {
            return Ok(connection.clone());
        }
        let connection = open(NAME, STORE).await?;
        let connection = Rc::new(connection);
        self.mind_closing(&connection);
        self.connection.replace(Some(connection.clone()));
        Ok(connection)
    }

    /// Whoever clears this page's data, or opens a newer version, is not to wait for us.
    fn mind_closing(&self, connection: &Rc<Connection>) {
        let cell = Rc::downgrade(&self.connection);
        let lost = self.lost.clone();
        let forget = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            // It may outlive everything here.
            if let Ok(connection) = Reflect::get(&event, &"target".into()) {
                connection.unchecked_into::<Connection>().close();
            }
            if let Some(cell) = cell.upgrade() {
                cell.replace(None);
            }
            let lost = lost.borrow().clone();
            if let Some(lost) = lost {
                lost();
            }
        })
        .into_js_value();
        let source: &Source = (**connection).unchecked_ref();
        source.set_onversionchange(forget.unchecked_ref());
        source.set_onclose(forget.unchecked_ref());
    }
}

fn requested(
    store: &ObjectStore,
    keys: Vec<String>,
) -> Result<Vec<(String, Request)>, StorageError> {
    let ask = |key: String| store.get(&key).map(|request| (key, request)).map_err(reason);
    keys.into_iter().map(ask).collect()
}
