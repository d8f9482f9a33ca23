//! A file on a person's disk that the page may write again and again, by the File System Access API
//! (<https://wicg.github.io/file-system-access/>): so far only Chromium has it.

use js_sys::{Function, Object, Promise, Reflect};
use thiserror::Error;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::{
    files::words,
    indexed_db::{ObjectStore, Request, answer, open, transaction},
    page::window,
    storage::reason,
};
use crate::store::persist::StorageError;

/// Handles are no text, so they live beside the records, not among them.
const DATABASE: &str = "claimlight-backup";
const STORE: &str = "handles";
const KEY: &str = "file";

#[wasm_bindgen]
extern "C" {
    type Handle;
    #[wasm_bindgen(method, getter)]
    fn name(this: &Handle) -> String;
    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    fn query_permission(this: &Handle, descriptor: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    fn request_permission(this: &Handle, descriptor: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = createWritable)]
    fn create_writable(this: &Handle) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getFile)]
    fn get_file(this: &Handle) -> Result<Promise, JsValue>;

    type Writable;
    #[wasm_bindgen(method, catch)]
    fn write(this: &Writable, text: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn close(this: &Writable) -> Result<Promise, JsValue>;
}

/// Why a file was not chosen or not written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FileError {
    /// The person closed the window in which files are chosen.
    #[error("No file was chosen.")]
    NotChosen,
    /// The browser's own words.
    #[error("The browser did not write the file: {0}")]
    Failed(String),
}

/// A file that the page may write, once it has the person's leave.
pub struct KeptFile(Handle);

/// Whether this browser lets a page keep a file up to date.
pub fn is_offered() -> bool {
    picker().is_some()
}

fn picker() -> Option<Function> {
    let window: JsValue = window().ok()?.into();
    Reflect::get(&window, &"showSaveFilePicker".into()).ok()?.dyn_into().ok()
}

/// Lets the person choose a file. The browser only shows its window right after a press.
///
/// # Errors
/// Where none is chosen, or the browser does not let them.
pub async fn choose(name: &str) -> Result<KeptFile, FileError> {
    let picker = picker().ok_or(FileError::NotChosen)?;
    let options = Object::new();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&options, &"suggestedName".into(), &name.into());
    let window = window().map_err(failed)?;
    let picked = picker.call1(&window, &options).map_err(failed)?;
    match JsFuture::from(picked.unchecked_into::<Promise>()).await {
        Ok(handle) => Ok(KeptFile(handle.unchecked_into())),
        Err(error) if is_abort(&error) => Err(FileError::NotChosen),
        Err(error) => Err(failed(error)),
    }
}

/// The file that was chosen on an earlier visit.
pub async fn remembered() -> Option<KeptFile> {
    let connection = open(DATABASE, STORE).await.ok()?;
    let (store, _) = transaction(&connection, STORE, "readonly").ok()?;
    let handle = answer(&store.get(KEY).ok()?).await.ok()?;
    connection.close();
    (!handle.is_undefined()).then(|| KeptFile(handle.unchecked_into()))
}

/// Forgets the file that was chosen; it stays on the disk.
///
/// # Errors
/// Where the browser's database cannot be written.
pub async fn forget() -> Result<(), StorageError> {
    change(|store| store.delete(KEY)).await
}

/// Changes what is remembered.
async fn change(
    ask: impl FnOnce(&ObjectStore) -> Result<Request, JsValue>,
) -> Result<(), StorageError> {
    let connection = open(DATABASE, STORE).await?;
    let (store, done) = transaction(&connection, STORE, "readwrite")?;
    ask(&store).map_err(reason)?;
    done.await?;
    connection.close();
    Ok(())
}

impl KeptFile {
    /// What the file is called.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Has the browser remember the file for the next visit.
    ///
    /// # Errors
    /// Where the browser's database cannot be written.
    pub async fn remember(&self) -> Result<(), StorageError> {
        change(|store| store.put(&self.0, KEY)).await
    }

    /// Whether the page may write it without asking.
    pub async fn may_write(&self) -> bool {
        granted(self.0.query_permission(&to_write())).await
    }

    /// Asks the person, where that is needed. The browser only does so right after a press.
    pub async fn ask(&self) -> bool {
        granted(self.0.request_permission(&to_write())).await
    }

    /// When the file was last written, in milliseconds since 1970 by the disk's clock.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub async fn stamp(&self) -> Result<f64, FileError> {
        Ok(self.file().await?.last_modified())
    }

    /// What the file holds.
    ///
    /// # Errors
    /// Where the browser does not read it: it was moved, leave was taken back.
    pub async fn read(&self) -> Result<String, FileError> {
        let text = done(Ok(self.file().await?.text())).await?;
        Ok(text.as_string().unwrap_or_default())
    }

    async fn file(&self) -> Result<File, FileError> {
        Ok(done(self.0.get_file()).await?.unchecked_into())
    }

    /// Replaces what the file holds: all of it, or nothing.
    ///
    /// # Errors
    /// Where the browser does not write it: the file was moved, the disk is full, leave was taken back.
    pub async fn write(&self, text: &str) -> Result<(), FileError> {
        let writable = done(self.0.create_writable()).await?.unchecked_into::<Writable>();
        done(writable.write(text)).await?;
        done(writable.close()).await.map(|_| ())
    }
}

fn to_write() -> Object {
    let descriptor = Object::new();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&descriptor, &"mode".into(), &"readwrite".into());
    descriptor
}

async fn granted(asked: Result<Promise, JsValue>) -> bool {
    let Ok(asked) = asked else { return false };
    JsFuture::from(asked).await.is_ok_and(|state| state.as_string().as_deref() == Some("granted"))
}

async fn done(begun: Result<Promise, JsValue>) -> Result<JsValue, FileError> {
    JsFuture::from(begun.map_err(failed)?).await.map_err(failed)
}

fn failed(error: JsValue) -> FileError {
    FileError::Failed(words(&error))
}

fn is_abort(error: &JsValue) -> bool {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    name.as_deref() == Some("AbortError")
}
