//! IndexedDB behind its few operations.

use claimlight::{
    browser::{
        database::Database,
        storage::LocalStorage,
        tabs::{Place, within},
    },
    record::{NodeId, Timestamp},
    store::persist::{Draft, Keeper, Status},
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{clear, forget_database};

#[wasm_bindgen_test]
async fn what_a_keeper_asks_for_is_in_the_database() {
    clear();
    forget_database().await;
    let now = Timestamp::from_millis(5);
    let database = Database::default();
    let mut keeper = Keeper::open(&LocalStorage, 0, &[]);
    assert!(!keeper.has_enough());
    keeper.database(&LocalStorage, database.everything().await, now);
    let session = keeper.start(NodeId::from_u128(1), NodeId::from_u128(2), now);
    keeper.keep(&LocalStorage, &session, now);
    assert_eq!(keeper.status(), Status::Saving);
    let batch = keeper.batch().unwrap();
    let mut names: Vec<String> = batch.drafts.iter().map(|draft| draft.name()).collect();
    names.sort();
    let written = database.write(batch.drafts.clone()).await;
    assert_eq!(written, Ok(names.clone()));
    keeper.written(&LocalStorage, batch.number, written.map(|_| ()));
    assert_eq!(keeper.status(), Status::Saved);

    // Once more, it is there already.
    assert_eq!(database.write(batch.drafts).await, Ok(Vec::new()));
    let all = Database::default().everything().await.unwrap();
    assert_eq!(all.len(), names.len());
    assert_eq!(database.records(names[..2].to_vec()).await.unwrap().len(), 2);
    database.remove(names.clone()).await.unwrap();
    assert_eq!(database.everything().await, Ok(Vec::new()));
    clear();
}

#[wasm_bindgen_test]
async fn no_two_tabs_have_one_number() {
    let first = Place::take(Vec::new()).await;
    let second = Place::take(vec![first.number, first.number + 7]).await;
    assert!(first.number < second.number);
    assert_eq!(second.gone, [first.number + 7]);
    assert!(within(5, std::future::pending::<()>()).await.is_none());
    assert_eq!(within(5_000, std::future::ready(3)).await, Some(3));
}

#[wasm_bindgen_test]
async fn records_that_meet_in_one_batch_are_all_written() {
    clear();
    forget_database().await;
    let now = Timestamp::from_millis(1_000);
    let database = Database::default();
    let mut keeper = Keeper::open(&LocalStorage, 0, &[]);
    keeper.database(&LocalStorage, database.everything().await, now);
    let session = keeper.start(NodeId::from_u128(1), NodeId::from_u128(2), now);
    keeper.keep(&LocalStorage, &session, now);
    let mut drafts = keeper.batch().expect("the sample is to be written").drafts;
    // The second asks for what the first wrote while the answers to all others arrive.
    drafts.insert(1, drafts[0].clone());
    let names: Vec<_> = drafts.iter().map(Draft::name).collect();

    let written = within(5_000, async move { database.write(drafts).await }).await;

    let written = written.expect("the database answers").expect("it writes");
    assert!(names.iter().all(|name| written.contains(name)));
}
