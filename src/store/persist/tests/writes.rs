//! What is written, and when.

use super::disk::{Disk, reopened, save};
use crate::{
    annotation::Attribution,
    store::{
        Action, Glance,
        edit::{ArticleEdit, ClaimEdit, SourceEdit, Speaker},
        persist::{MemoryStorage, Storage, StorageError, load},
        tests::fixture::{Desk, STORY, article, article_id, claim_id, named, source_id},
        view_state::{Draft, Place},
    },
};

const OWN: Speaker = Speaker::Known(Attribution::OwnVoice);

/// A desk with a claim, and a disk with all of it.
fn kept() -> (Desk, Disk) {
    let mut desk = Desk::with("The [m]mayor[/] said [c]taxes fell[/].");
    desk.create(1, "c", named(1, "Mayor"));
    let disk = Disk::with(&desk.session);
    (desk, disk)
}

/// The keys that acting writes.
fn written(desk: &mut Desk, disk: &Disk, act: impl FnOnce(&mut Desk)) -> Vec<String> {
    let before = desk.session.clone();
    act(desk);
    save(disk, Some(&before), &desk.session).unwrap();
    disk.written()
}

fn claim(n: u128) -> String {
    format!("claimlight/1/claim/{}", claim_id(n))
}

fn source(n: u128) -> String {
    format!("claimlight/1/source/{}", source_id(n))
}

fn of_article(kind: &str, n: u128) -> String {
    format!("claimlight/1/{kind}/{}", article_id(n))
}

const VIEW: &str = "claimlight/1/view";

#[test]
fn each_edit_writes_the_records_it_changes_and_no_other() {
    let (mut desk, disk) = kept();
    let create = |desk: &mut Desk| {
        desk.create(2, "m", OWN);
    };
    assert_eq!(written(&mut desk, &disk, create), [claim(2)]);
    let edit = |desk: &mut Desk| {
        desk.claim(ClaimEdit::Note(claim_id(1), "Why?".into()));
    };
    assert_eq!(written(&mut desk, &disk, edit), [claim(1)]);
    let delete = |desk: &mut Desk| {
        desk.claim(ClaimEdit::Delete(vec![claim_id(1)]));
    };
    assert_eq!(written(&mut desk, &disk, delete), [claim(1)]);
    let undo = |desk: &mut Desk| {
        desk.undo();
    };
    assert_eq!(written(&mut desk, &disk, undo), [claim(1)]);
    let rename = |desk: &mut Desk| {
        desk.source(SourceEdit::Rename(source_id(1), "EU".into()));
    };
    assert_eq!(written(&mut desk, &disk, rename), [source(1)]);
    let title = |desk: &mut Desk| {
        desk.article(ArticleEdit::Rename(article_id(1), "T".into()));
    };
    assert_eq!(
        written(&mut desk, &disk, title),
        [of_article("article", 1)],
        "never the text again"
    );
    let add = |desk: &mut Desk| {
        desk.article(ArticleEdit::Add(article(2, STORY)));
    };
    let expected = [of_article("text", 2), of_article("article", 2), VIEW.to_owned()];
    assert_eq!(written(&mut desk, &disk, add), expected);
}

#[test]
fn attributing_a_selection_to_somebody_new_writes_claim_source_and_view() {
    let (mut desk, disk) = kept();
    let (range, input) = (desk.range("m"), crate::store::Input::Pointer);
    let selected = |desk: &mut Desk| {
        desk.act(Action::Select(Some(range), input));
    };
    assert_eq!(written(&mut desk, &disk, selected), [""; 0]);
    let act = |desk: &mut Desk| {
        desk.act(Action::Attribute(claim_id(2), named(2, "Clerk")));
    };
    assert_eq!(written(&mut desk, &disk, act), [source(2), claim(2), VIEW.to_owned()]);
}

#[test]
fn looking_about_writes_the_view_alone_or_nothing() {
    let (mut desk, disk) = kept();
    let place = Place { block: 3, above: -7 };
    let scroll = |desk: &mut Desk| {
        desk.act(Action::Glance(Glance::Scrolled(place)));
    };
    assert_eq!(written(&mut desk, &disk, scroll), [VIEW]);
    let draft = Draft { claim: claim_id(1), text: "Ask".into() };
    let write = |desk: &mut Desk| {
        desk.act(Action::Draft(Some(draft.clone())));
    };
    assert_eq!(written(&mut desk, &disk, write), [VIEW]);
    let choose = |desk: &mut Desk| {
        desk.act(Action::Choose(Some(claim_id(1))));
    };
    assert_eq!(written(&mut desk, &disk, choose), [""; 0]);
    let session = reopened(&disk);
    assert_eq!((session.place(), session.view.draft.clone()), (place, Some(draft)));
    assert_eq!(session.chosen, Some(claim_id(1)), "the note is open");
}

#[test]
fn keys_of_other_apps_are_neither_read_nor_touched() {
    let (desk, disk) = kept();
    let others =
        ["other", "claimlight", "claimlight/0/view", "claimlight/2/view", "claimlight/10/x", ""];
    for key in others {
        disk.tamper(key, "1 theirs");
    }
    save(&disk, None, &desk.session).unwrap();
    assert_eq!(disk.load().problems, []);
    let records = disk.records();
    assert!(others.iter().all(|key| records[*key] == "1 theirs"));
    assert!(disk.written().iter().all(|key| key.starts_with("claimlight/1/")));
}

/// A text that finds no room must not keep everything after it out.
#[test]
fn an_article_too_large_for_the_storage_keeps_no_other_record_out() {
    let (mut desk, _) = kept();
    let storage = MemoryStorage::new(20_000);
    save(&storage, None, &desk.session).unwrap();
    let before = desk.session.clone();
    desk.article(ArticleEdit::Add(article(2, "Taxes rose. ".repeat(2_000).trim_end())));
    desk.act(Action::Open(article_id(1))).claim(ClaimEdit::Note(claim_id(1), "Kept".into()));
    assert_eq!(save(&storage, Some(&before), &desk.session), Err(StorageError::Full));
    let loaded = load(&storage).unwrap();
    let note = loaded.library.claim(article_id(1), claim_id(1)).map(|c| c.note.to_string());
    assert_eq!(note.as_deref(), Some("Kept"));
    let problems: Vec<_> = loaded.problems.iter().map(|p| (&*p.key, &*p.reason)).collect();
    assert_eq!(problems, [(&*of_article("text", 2), "the article’s text is missing")]);
}

#[test]
fn a_blocked_storage_is_asked_once() {
    #[derive(Default)]
    struct Blocked(std::cell::Cell<usize>);
    impl Storage for Blocked {
        fn keys(&self) -> Result<Vec<String>, StorageError> {
            Err(StorageError::Blocked)
        }
        fn get(&self, _: &str) -> Result<Option<String>, StorageError> {
            self.0.set(self.0.get() + 1);
            Err(StorageError::Blocked)
        }
        fn set(&self, _: &str, _: &str) -> Result<(), StorageError> {
            Err(StorageError::Blocked)
        }
        fn remove(&self, _: &str) -> Result<(), StorageError> {
            Err(StorageError::Blocked)
        }
    }
    let blocked = Blocked::default();
    assert_eq!(save(&blocked, None, &kept().0.session), Err(StorageError::Blocked));
    assert_eq!(blocked.0.get(), 1);
    assert_eq!(load(&blocked).err(), Some(StorageError::Blocked));
}

#[test]
fn the_text_of_a_deleted_article_may_go_and_its_tombstone_stays() {
    let (mut desk, disk) = kept();
    let delete = |desk: &mut Desk| {
        desk.article(ArticleEdit::Delete(article_id(1)));
    };
    written(&mut desk, &disk, delete);
    let loaded = disk.load();
    let stale: Vec<_> = loaded.stale.iter().map(|text| &text.key).collect();
    assert_eq!(stale, [&of_article("text", 1)]);
    loaded.stale.iter().for_each(|text| disk.remove(&text.key).unwrap());
    let loaded = disk.load();
    assert_eq!((loaded.problems, loaded.stale), (vec![], vec![]));
    assert!(loaded.library.is_buried(article_id(1)));

    // Opened again from a file, it is there, and is there the next time.
    let mut desk = Desk { session: reopened(&disk), ..desk };
    let add = |desk: &mut Desk| {
        desk.article(ArticleEdit::Add(article(1, STORY)));
    };
    written(&mut desk, &disk, add);
    let session = reopened(&disk);
    assert_eq!(session.view.open, Some(article_id(1)));
    assert_eq!(session.library.live_claims(article_id(1)).count(), 1, "with its claims");
}
