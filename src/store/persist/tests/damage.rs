//! Records that cannot be read: shown, left byte for byte where they are, and never in the way.

use std::{collections::BTreeMap, rc::Rc};

use super::disk::{Disk, reopened, save};
use crate::{
    annotation::Attribution,
    store::{
        Action, Glance, Library, Session,
        edit::{ArticleEdit, ClaimEdit, Edit, SourceEdit, Speaker},
        persist::Loaded,
        tests::fixture::{
            Desk, STORY, article, article_id, claim_id, named, node, source_id, values,
        },
        view_state::Place,
    },
};

const NODE: &str = "claimlight/1/node";
const VIEW: &str = "claimlight/1/view";

fn key(kind: &str) -> String {
    match kind {
        "claim" => format!("claimlight/1/claim/{}", claim_id(1)),
        "source" => format!("claimlight/1/source/{}", source_id(1)),
        kind => format!("claimlight/1/{kind}/{}", article_id(1)),
    }
}

/// One record of each kind, and a second claim.
fn desk() -> Desk {
    let mut desk = Desk::with("The [m]mayor[/] said [c]taxes “fell”[/].");
    desk.create(1, "c", named(1, "Mayor"));
    desk.create(2, "m", Speaker::Known(Attribution::OwnVoice));
    desk.act(Action::Glance(Glance::Scrolled(Place { block: 1, above: -2 })));
    desk.article(ArticleEdit::Rename(article_id(1), "Renamed".into()));
    desk
}

/// A page opens on the disk, everything there is is edited, and all of it is written.
fn go_on(disk: &Disk) -> Rc<Session> {
    let Loaded { node: found, library, view, .. } = disk.load();
    let session = Rc::new(Session::new(found.unwrap_or(node(7)), library, view));
    let mut desk = Desk { session, now: 50_000, ..Desk::empty(1) };
    desk.article(ArticleEdit::Rename(article_id(1), "Anew".into()));
    desk.source(SourceEdit::Rename(source_id(1), "Anew".into()));
    for n in [1, 2] {
        desk.claim(ClaimEdit::Note(claim_id(n), "Anew".into()));
    }
    desk.act(Action::Glance(Glance::HideHint))
        .act(Action::Glance(Glance::Scrolled(Place { block: 7, above: 7 })));
    save(disk, None, &desk.session).unwrap();
    desk.session.clone()
}

/// Whether every record that could not be read is untouched, and everything else comes back.
#[track_caller]
fn spares(disk: &Disk, key: &str, record: &str) {
    let session = go_on(disk);
    assert_eq!(disk.records()[key], record);
    let loaded = disk.load();
    assert_eq!(values(&loaded.library), values(&session.library), "{key}");
    assert_eq!((loaded.node, &loaded.view), (Some(session.node()), &session.view), "{key}");
    assert!(loaded.problems.iter().any(|problem| problem.key == key), "still shown");
}

fn reasons(disk: &Disk) -> Vec<(String, String)> {
    disk.load().problems.into_iter().map(|p| (p.key, p.reason)).collect()
}

/// What could be read of one record damaged: what the others hold.
#[track_caller]
fn others_are_read(whole: &Library, disk: &Disk, damaged: &str) {
    let library = disk.load().library;
    for n in [1, 2] {
        let kept = library.all_claims()[&article_id(1)].contains_key(&claim_id(n));
        assert_eq!(kept, !damaged.ends_with(&claim_id(n).to_string()), "{damaged}");
    }
    assert_eq!(library.sources().len(), usize::from(!damaged.contains("/source/")));
    let readable = !damaged.contains("/article/") && !damaged.contains("/text/");
    assert_eq!(library.articles().len(), usize::from(readable));
    assert!(library.latest_stamp() <= whole.latest_stamp());
}

#[test]
fn a_record_cut_short_anywhere_is_shown_and_spared() {
    let session = desk().session;
    let whole = Disk::with(&session).records();
    for (key, record) in &whole {
        // Every cut through version and checksum, then every third.
        let cuts = (0..record.len()).filter(|at| *at < 20 || at % 3 == 0);
        for at in cuts.filter(|at| record.is_char_boundary(*at)) {
            let disk = Disk::of(&whole);
            let cut = &record[..at];
            disk.tamper(key, cut);
            assert_eq!(reasons(&disk), [(key.clone(), "it is damaged".into())], "{at}");
            if at % 24 == 0 {
                others_are_read(&session.library, &disk, key);
                spares(&disk, key, cut);
            }
        }
    }
    assert_eq!(whole.len(), 7, "node, view, article, text, source, two claims");
}

#[test]
fn a_flipped_bit_is_found_or_does_no_harm() {
    let session = desk().session;
    let whole = Disk::with(&session).records();
    let mut harmless = 0;
    for (key, record) in &whole {
        for at in 0..record.len() {
            let mut bytes = record.clone().into_bytes();
            bytes[at] ^= 1 << (at % 8);
            // What is no text cannot stand in a storage of texts.
            let Ok(flipped) = String::from_utf8(bytes) else { continue };
            let disk = Disk::of(&whole);
            disk.tamper(key, &flipped);
            let loaded = disk.load();
            if loaded.problems.is_empty() {
                harmless += 1;
                assert_eq!(loaded.library, session.library, "{key} {at}");
                assert_eq!((loaded.node, &loaded.view), (Some(session.node()), &session.view));
            } else {
                assert_eq!(loaded.problems.len(), 1);
                assert_eq!(&loaded.problems[0].key, key);
            }
        }
    }
    assert!(harmless < 20, "only the letter case of checksums: {harmless}");
}

#[test]
fn a_record_of_a_newer_version_is_shown_and_spared() {
    for key in
        [NODE.to_owned(), VIEW.into(), key("article"), key("text"), key("source"), key("claim")]
    {
        let disk = Disk::with(&desk().session);
        let newer = disk.records()[&key].replacen('1', "2", 1);
        disk.tamper(&key, &newer);
        assert_eq!(
            reasons(&disk),
            [(key.clone(), "it was written by a newer version of Claimlight".into())]
        );
        spares(&disk, &key, &newer);
    }
}

#[test]
fn a_whole_record_of_another_shape_or_under_another_name_is_spared() {
    let records = Disk::with(&desk().session).records();
    let second = format!("claimlight/1/claim/{}", claim_id(2));
    for (key, record) in [
        (key("claim"), &records[&key("source")]),
        (key("claim"), &records[&second]),
        (key("source"), &records[&key("text")]),
        (key("article"), &records[VIEW]),
        (key("text"), &records[NODE]),
        (NODE.to_owned(), &records[&key("claim")]),
    ] {
        let disk = Disk::of(&records);
        disk.tamper(&key, record);
        let found = reasons(&disk);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, key);
        spares(&disk, &key, record);
    }
}

#[test]
fn what_a_newer_build_writes_in_another_tab_is_not_written_over() {
    let mut desk = desk();
    let disk = Disk::with(&desk.session);
    let before = desk.session.clone();
    disk.tamper(&key("claim"), "2 00000000 {}");
    desk.claim(ClaimEdit::Note(claim_id(1), "Mine".into()));
    save(&disk, Some(&before), &desk.session).unwrap();
    assert_eq!(disk.records()[&key("claim")], "2 00000000 {}");
    let note = |session: &Session| {
        session.library.claim(article_id(1), claim_id(1)).map(|c| c.note.to_string())
    };
    assert_eq!(note(&reopened(&disk)).as_deref(), Some("Mine"));
}

#[test]
fn an_article_with_a_damaged_text_is_opened_again_with_all_that_was_known_of_it() {
    let mut desk = desk();
    let backup = Rc::new(desk.session.library.to_dataset(None));
    let disk = Disk::with(&desk.session);
    let before = desk.session.clone();
    desk.article(ArticleEdit::Rename(article_id(1), "After the back-up".into()));
    desk.claim(ClaimEdit::Note(claim_id(1), "After the back-up".into()));
    save(&disk, Some(&before), &desk.session).unwrap();
    let damaged = disk.records()[&key("text")].replace("mayor", "m yor");
    disk.tamper(&key("text"), &damaged);

    let page = reopened(&disk);
    assert_eq!(page.view.open, None);
    assert_eq!(reasons(&disk), [(key("text"), "it is damaged".into())]);
    let mut desk = Desk { session: page.clone(), now: 50_000, ..Desk::empty(1) };
    desk.act(Action::Edit(Edit::Import(backup)));
    save(&disk, Some(&page), &desk.session).unwrap();

    let page = reopened(&disk);
    let article = page.article().unwrap();
    assert_eq!(&**article.title, "After the back-up");
    assert_eq!(&**article.body.text(), "The mayor said taxes “fell”.");
    let claim = page.library.claim(article_id(1), claim_id(1)).unwrap();
    assert_eq!(&**claim.note, "After the back-up");
    assert_eq!(disk.records()[&key("text")], damaged);
    assert_eq!(disk.records().keys().filter(|name| name.starts_with(&key("text"))).count(), 2);
}

#[test]
fn the_same_story_opened_anew_is_another_article_and_touches_nothing() {
    let disk = Disk::with(&desk().session);
    disk.tamper(&key("text"), "1 broken");
    let page = reopened(&disk);
    let records = disk.records();
    let mut desk = Desk { session: page.clone(), now: 50_000, ..Desk::empty(1) };
    desk.article(ArticleEdit::Add(article(2, STORY)));
    save(&disk, Some(&page), &desk.session).unwrap();
    let after = disk.records();
    let same = |(key, record): (&String, &String)| key == VIEW || after[key] == *record;
    assert!(records.iter().all(same));
    assert_eq!(reopened(&disk).view.open, Some(article_id(2)));
}

#[test]
fn a_claim_that_was_damaged_comes_back_from_a_backup_beside_it() {
    let backup = Rc::new(desk().session.library.to_dataset(None));
    let disk = Disk::with(&desk().session);
    disk.tamper(&key("claim"), "1 00000000 {}");
    let page = reopened(&disk);
    let mut desk = Desk { session: page.clone(), now: 50_000, ..Desk::empty(1) };
    desk.claim(ClaimEdit::Note(claim_id(2), "Meanwhile".into()));
    desk.act(Action::Edit(Edit::Import(backup)));
    desk.claim(ClaimEdit::Note(claim_id(1), "Back".into()));
    disk.written();
    save(&disk, Some(&page), &desk.session).unwrap();
    let beside = format!("{}/2", key("claim"));
    assert!(disk.written().contains(&beside));
    assert_eq!(disk.records()[&key("claim")], "1 00000000 {}");
    let page = reopened(&disk);
    let note = |n| page.library.claim(article_id(1), claim_id(n)).unwrap().note.to_string();
    assert_eq!((note(1), note(2)), ("Back".into(), "Meanwhile".into()));

    // It goes on living there: one write for one edit.
    desk.claim(ClaimEdit::Note(claim_id(1), "Again".into()));
    save(&disk, Some(&page), &desk.session).unwrap();
    assert_eq!(disk.records().keys().filter(|name| name.contains("/claim/")).count(), 3);
    // And where the first slot becomes free, both are one claim.
    let mut records = disk.records();
    let good = records.remove(&beside).unwrap();
    records.insert(key("claim"), good.clone());
    records.insert(beside, good);
    let library = Disk::of(&records).load().library;
    assert_eq!(library.all_claims()[&article_id(1)].len(), 2);
}

#[test]
fn a_profile_whose_name_is_damaged_takes_a_new_one_and_keeps_it() {
    let disk = Disk::with(&desk().session);
    disk.tamper(NODE, "1 ffffffff \"\"");
    assert_eq!(disk.load().node, None);
    assert_eq!(go_on(&disk).node(), node(7));
    assert_eq!(disk.load().node, Some(node(7)));
    assert_eq!(go_on(&disk).node(), node(7));
    assert_eq!(disk.records().keys().filter(|name| name.starts_with(NODE)).count(), 2);
}

#[test]
fn names_that_are_almost_ours_are_shown_and_spared() {
    let session = desk().session;
    let strange: BTreeMap<String, String> = [
        "claimlight/1/claim/none",
        "claimlight/1/claim",
        "claimlight/1/",
        "claimlight/1/view/1",
        "claimlight/1/view/0",
        "claimlight/1/view/x",
        "claimlight/1/node/2/3",
        "claimlight/1/later/thing",
        &format!("claimlight/1/claim/{}", claim_id(1).to_string().to_uppercase()),
    ]
    .map(|name| (name.to_owned(), "1 ?".to_owned()))
    .into();
    let disk = Disk::of(&strange);
    save(&disk, None, &session).unwrap();
    let shown = reasons(&disk);
    assert_eq!(shown.len(), strange.len());
    assert!(
        shown.iter().all(
            |(key, reason)| strange.contains_key(key) && reason == "its name is not understood"
        )
    );
    go_on(&disk);
    let after = disk.records();
    assert!(strange.iter().all(|(key, record)| after[key] == *record));
}
