//! What the pure core must be given: time and randomness.

use std::cell::RefCell;

use crate::record::{ArticleId, ClaimId, NodeId, SourceId, Timestamp};

/// The wall clock.
pub fn now() -> Timestamp {
    let millis = js_sys::Date::now();
    // A clock before 1970 counts as 1970.
    Timestamp::from_millis(millis.max(0.0) as u64)
}

/// A moment as people here write it: day, month, year.
pub fn date(moment: Timestamp) -> String {
    let date = js_sys::Date::new(&(moment.millis() as f64).into());
    let options = js_sys::Object::new();
    for (key, value) in [("day", "numeric"), ("month", "short"), ("year", "numeric")] {
        // Setting a property of a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&options, &key.into(), &value.into());
    }
    String::from(date.to_locale_date_string("en-GB", &options))
}

/// A moment as people here write it: the time of day where it is today's, else day, month, year.
pub fn moment(moment: Timestamp) -> String {
    if date(moment) != date(now()) {
        return date(moment);
    }
    let date = js_sys::Date::new(&(moment.millis() as f64).into());
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// Bytes that are drawn at once: who accepts a book’s proposals needs tens of thousands of identities.
const DRAWN: usize = 4096;

thread_local! {
    /// Random bytes that nothing was made of yet.
    static POOL: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// 16 random bytes as a version 4 UUID (RFC 9562, section 5.4).
fn uuid() -> [u8; 16] {
    let mut bytes = POOL.with_borrow_mut(|pool| {
        if pool.len() < 16 {
            *pool = drawn();
        }
        let rest = pool.len().saturating_sub(16);
        <[u8; 16]>::try_from(pool.split_off(rest)).unwrap_or_default()
    });
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    bytes
}

fn drawn() -> Vec<u8> {
    let mut bytes = vec![0; DRAWN];
    match crypto() {
        Some(crypto) => crypto.get_random_values(&mut bytes),
        None => bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8),
    }
    bytes
}

fn crypto() -> Option<Crypto> {
    use wasm_bindgen::JsCast;
    let crypto = js_sys::Reflect::get(&js_sys::global(), &"crypto".into()).ok()?;
    (!crypto.is_undefined()).then(|| crypto.unchecked_into())
}

#[wasm_bindgen::prelude::wasm_bindgen]
extern "C" {
    type Crypto;
    #[wasm_bindgen(method, js_name = getRandomValues)]
    fn get_random_values(this: &Crypto, bytes: &mut [u8]);
}

/// A new claim's identity.
pub fn claim_id() -> ClaimId {
    ClaimId::from_bytes(uuid())
}

/// A new source's identity.
pub fn source_id() -> SourceId {
    SourceId::from_bytes(uuid())
}

/// A new article's identity.
pub fn article_id() -> ArticleId {
    ArticleId::from_bytes(uuid())
}

/// A new browser profile's identity.
pub fn node_id() -> NodeId {
    NodeId::from_bytes(uuid())
}
