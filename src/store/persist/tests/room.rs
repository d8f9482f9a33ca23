//! How much localStorage takes, beside a database and without.

use std::rc::Rc;

use super::world::{Records, World, assert_holds};
use crate::{
    annotation::Attribution,
    store::{
        Action,
        edit::{ArticleEdit, ClaimEdit, Edit, Speaker},
        persist::Status,
        tests::fixture::{article, claim_id},
    },
    text::TextRange,
};

/// Opens article `n`, of about so many units.
fn add(world: &mut World, n: u128, units: usize) {
    let text = "Taxes rose. ".repeat(units / 12);
    let edit = ArticleEdit::Add(article(n, text.trim_end()));
    world.act(0, Action::Edit(Edit::Article(edit)));
}

fn claim(world: &mut World, n: u128) {
    let (range, speaker) = (TextRange::bytes(0, 11), Speaker::Known(Attribution::OwnVoice));
    let edit = ClaimEdit::Create { id: claim_id(n), range, speaker };
    world.act(0, Action::Edit(Edit::Claim(edit)));
}

fn names(world: &World, kind: &str) -> usize {
    world.local_records().keys().filter(|name| name.contains(kind)).count()
}

fn opened(has_database: bool) -> World {
    let mut world = World::new(has_database);
    world.open(true);
    world.settle();
    world
}

#[test]
fn a_large_text_is_in_the_database_only() {
    let mut world = opened(true);
    let texts = names(&world, "/text/");
    add(&mut world, 1, 100_000);
    claim(&mut world, 1);
    world.settle();
    assert_eq!((names(&world, "/text/"), names(&world, "/claim/")), (texts, 1));
    assert_eq!(world.status(0), Status::Saved);
    world.crash();
    world.open(false);
    assert_holds(&world.session(0).library, &world.promised, "the page waits for the database");
    assert_eq!(world.problems(0), 0);
    assert!(world.session(0).article().is_some_and(|a| a.body.text().len() > 90_000));
}

#[test]
fn texts_make_room_for_claims_and_all_stays_within_the_budget() {
    let mut world = opened(true);
    for n in 1..40 {
        add(&mut world, n, 60_000);
        claim(&mut world, n);
        world.settle();
    }
    world.assert_within_budget();
    assert_eq!(names(&world, "/claim/"), 39);
    assert!(names(&world, "/text/") < 35);
    world.crash();
    world.open(false);
    assert_holds(&world.session(0).library, &world.promised, "from both");
    world.assert_within_budget();
}

#[test]
fn without_a_database_a_large_text_is_here_too() {
    let mut world = opened(false);
    add(&mut world, 1, 100_000);
    claim(&mut world, 1);
    assert!(matches!(world.status(0), Status::Fleeting(_)));
    world.crash();
    world.open(true);
    assert_holds(&world.session(0).library, &world.ever, "after a crash");
}

#[test]
fn a_text_that_is_nowhere_is_said_and_comes_back_with_a_backup() {
    let mut world = opened(true);
    add(&mut world, 1, 100_000);
    claim(&mut world, 1);
    world.settle();
    let backup = world.session(0).library.to_dataset(None);
    world.crash();
    world.database = Some(Records::new());
    world.open(true);
    assert_eq!(world.problems(0), 1);
    world.act(0, Action::Edit(Edit::Import(Rc::new(backup))));
    world.settle();
    world.crash();
    world.open(true);
    assert_eq!(world.problems(0), 0);
    assert_holds(&world.session(0).library, &world.ever, "with the text");
}
