//! What holds for any session.

use std::rc::Rc;

use proptest::{collection::vec, prelude::*};

use super::disk::{Disk, reopened, save};
use crate::store::{
    Action, Library, Session,
    tests::{
        fixture::{Desk, STORY, values},
        generate::action,
    },
};

fn acted(actions: Vec<Action>) -> Vec<Rc<Session>> {
    let mut desk = Desk::with(STORY);
    let mut sessions = vec![desk.session.clone()];
    for action in actions {
        desk.act(action);
        sessions.push(desk.session.clone());
    }
    sessions
}

/// What of a library outlives the page, stamps included. The text of an article thrown away does not.
fn lasting(library: &Library) -> impl PartialEq + std::fmt::Debug + use<> {
    let articles: Vec<_> = library.articles().values().filter(|a| !*a.deleted).cloned().collect();
    (articles, library.sources().clone(), library.all_claims().clone(), library.latest_stamp())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_kept_after_each_action_comes_back(actions in vec(action(), 0..25)) {
        let disk = Disk::new();
        let mut before: Option<Rc<Session>> = None;
        for session in acted(actions) {
            save(&disk, before.as_deref(), &session).unwrap();
            let loaded = disk.load();
            prop_assert_eq!(loaded.problems, vec![]);
            prop_assert_eq!(loaded.node, Some(session.node()));
            prop_assert_eq!(lasting(&loaded.library), lasting(&session.library));
            prop_assert_eq!(&loaded.view, &session.view);
            before = Some(session);
        }
    }

    #[test]
    fn a_page_opened_again_goes_on_as_if_it_had_never_been_closed(
        first in vec(action(), 0..15),
        then in vec(action(), 0..10),
    ) {
        let left = acted(first).pop().unwrap();
        let disk = Disk::with(&left);
        let mut here = Desk { session: left, now: 9_000, ..Desk::empty(1) };
        let mut there = Desk { session: reopened(&disk), now: 9_000, ..Desk::empty(1) };
        prop_assert_eq!(there.session.view.open, here.session.view.open);
        // The way back ends where the page was opened, and what was looked at is let go of.
        for action in then {
            if let Action::Edit(_) | Action::Open(_) | Action::Settings(_) | Action::Filter(_) = action {
                here.act(action.clone());
                there.act(action);
            }
        }
        prop_assert_eq!(values(&there.session.library), values(&here.session.library));
        prop_assert_eq!(&there.session.view, &here.session.view);
    }

    #[test]
    fn when_room_is_found_again_nothing_is_lost(actions in vec((action(), 0..5_usize), 1..20)) {
        let (actions, room): (Vec<_>, Vec<_>) = actions.into_iter().unzip();
        let sessions = acted(actions);
        let disk = Disk::with(&sessions[0]);
        let mut kept = sessions[0].clone();
        for (session, room) in sessions.iter().skip(1).zip(room) {
            disk.room_for(room);
            match save(&disk, Some(&kept), session) {
                Ok(()) => kept = session.clone(),
                // What did find room can be read.
                Err(_) => prop_assert!(disk.load().problems.iter().all(|p| p.reason.contains("missing"))),
            }
        }
        disk.room_for(usize::MAX);
        let last = sessions.last().unwrap();
        save(&disk, Some(&kept), last).unwrap();
        let loaded = disk.load();
        prop_assert_eq!(loaded.problems, vec![]);
        prop_assert_eq!(lasting(&loaded.library), lasting(&last.library));
        prop_assert_eq!(&loaded.view, &last.view);
    }
}
