//! Several tabs at once.

use std::rc::Rc;

use proptest::{collection::vec, prelude::*};

use super::world::{Health, World, assert_holds};
use crate::{
    annotation::Dataset,
    record::{NodeId, Stamp},
    store::{
        Action, Library,
        change::{ClaimField, SourceField},
        edit::{ArticleEdit, Edit},
        persist::Status,
        tests::{
            fixture::{STORY, article, article_id, node},
            generate::{action, edits_of_desk},
        },
    },
};

/// Two tabs on one article.
fn two_tabs() -> World {
    let mut world = World::new(true);
    world.open(true);
    let add = ArticleEdit::Add(article(1, STORY));
    world.act(0, Action::Edit(Edit::Article(add)));
    world.settle();
    world.open(true);
    world.settle();
    world
}

/// The stamps of all fields, each at its place.
fn stamps(library: &Library) -> Vec<(String, Vec<Stamp>)> {
    let sources = library.sources().values();
    let sources = sources.map(|source| (source.id.to_string(), SourceField::stamps(source)));
    let claims = library.all_claims().iter().flat_map(|(article, claims)| {
        claims
            .values()
            .map(move |claim| (format!("{article} {}", claim.id), ClaimField::stamps(claim)))
    });
    sources.chain(claims).collect()
}

fn written_by(writer: NodeId, library: &Library) -> Vec<(String, usize, Stamp)> {
    let all = stamps(library).into_iter().flat_map(|(record, stamps)| {
        stamps.into_iter().enumerate().map(move |(field, stamp)| (record.clone(), field, stamp))
    });
    all.filter(|(_, _, stamp)| stamp.node == writer).collect()
}

/// Of a thrown-away article no more than that is in a session, so nothing but its record can tell it to the database.
#[test]
fn what_was_thrown_away_stays_so_where_local_storage_fails_before_the_database_knows() {
    let mut world = World::new(true);
    world.open(true);
    world.open(false);
    let file = Dataset { articles: vec![article(7, "Taxes fell.")], ..Dataset::default() };
    world.act(1, Action::Edit(Edit::Import(Rc::new(file))));
    world.act(1, Action::Undo);
    world.crash();
    world.local_fares(Health::Blocked, 1);
    world.open(false);
    world.settle();
    assert_eq!(world.status(0), Status::Saved);
    let database = world.database.unwrap();
    let record = &database[&format!("claimlight/1/article/{}", article_id(7))];
    assert!(record.contains("\"deleted\":[\"1002.") && record.ends_with(",true]}"), "{record}");
}

/// The same where a tab only heard of it from another, which has not saved it yet.
#[test]
fn what_another_tab_threw_away_is_not_saved_before_the_database_knows() {
    let mut world = two_tabs();
    let file = Dataset { articles: vec![article(7, "Taxes fell.")], ..Dataset::default() };
    world.act(0, Action::Edit(Edit::Import(Rc::new(file))));
    world.act(0, Action::Undo);
    (0..20).for_each(|_| world.hear(1));
    while world.status(1) != Status::Saved {
        world.write(1, true);
    }
    let database = world.database.unwrap();
    let record = &database[&format!("claimlight/1/article/{}", article_id(7))];
    assert!(record.ends_with(",true]}"), "{record}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn tabs_that_hear_of_each_other_agree_and_lose_nothing(
        acts in vec((0..2_usize, action(), 0..3_u8), 0..40),
    ) {
        let mut world = two_tabs();
        for (tab, action, then) in acts {
            world.act(tab, action);
            match then {
                0 => world.hear(1 - tab),
                1 => world.write(tab, true),
                _ => {}
            }
        }
        world.settle();
        for tab in 0..2 {
            assert_holds(&world.session(tab).library, &world.ever, "in each tab");
            prop_assert_eq!(world.status(tab), Status::Saved);
            prop_assert_eq!(world.problems(tab), 0);
        }
        world.assert_within_budget();
    }

    #[test]
    fn undo_takes_back_ones_own_edits_and_no_others(
        ours in edits_of_desk(1),
        theirs in edits_of_desk(2),
        steps in 1..12_usize,
    ) {
        let mut world = two_tabs();
        let (mut ours, mut theirs) = (ours.into_iter(), theirs.into_iter());
        loop {
            let (mine, other) = (ours.next(), theirs.next());
            if mine.is_none() && other.is_none() {
                break;
            }
            mine.into_iter().for_each(|edit| world.act(0, Action::Edit(edit)));
            world.settle();
            other.into_iter().for_each(|edit| world.act(1, Action::Edit(edit)));
            world.settle();
        }
        let writer = node(102);
        let before = written_by(writer, &world.session(0).library);
        for _ in 0..steps {
            world.act(0, Action::Undo);
        }
        world.settle();
        for tab in 0..2 {
            prop_assert_eq!(&written_by(writer, &world.session(tab).library), &before);
        }
    }
}
