//! What holds whatever a person does.

use std::rc::Rc;

use proptest::{collection::vec, prelude::*};

use super::{
    fixture::{Desk, STORY, node, time, values},
    generate::{edit, edits_of_desk},
};
use crate::{
    annotation::Dataset,
    formats::{ExportContext, FORMATS, Imported},
    store::{Action, Command, Count, Library, Session, edit::Edit, preview},
};

/// The state of a desk that a person sees: the library, and which article is open.
fn seen(desk: &Desk) -> impl PartialEq + std::fmt::Debug + use<> {
    (desk.values(), desk.open())
}

/// The steps that can be taken back.
fn steps(desk: &Desk) -> usize {
    let mut probe = Desk { session: desk.session.clone(), ..Desk::empty(1) };
    std::iter::from_fn(|| {
        probe.session.history.next_undo()?;
        probe.undo();
        Some(())
    })
    .count()
}

/// Everything a library has, thrown-away things included.
pub(in crate::store) fn everything(library: &Library) -> Dataset {
    Dataset {
        articles: library.articles().values().cloned().collect(),
        sources: library.sources().values().cloned().collect(),
        claims: library.all_claims().values().flat_map(|it| it.values()).cloned().collect(),
    }
}

fn travelled(data: &Dataset) -> Imported {
    let format = FORMATS.first().unwrap();
    let creator = Desk::empty(9).session.creator();
    format.import(&format.export(data, &ExportContext { at: time(1), creator })).unwrap()
}

fn merged(libraries: &[&Library]) -> Library {
    let mut data = Dataset::default();
    for library in libraries {
        let Dataset { articles, sources, claims } = everything(library);
        data.articles.extend(articles);
        data.sources.extend(sources);
        data.claims.extend(claims);
    }
    Library::from_dataset(&data)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_edit_is_taken_back_and_made_again_exactly(edits in vec(edit(), 0..20)) {
        let mut desk = Desk::with(STORY);
        for edit in edits {
            let (before, was) = (seen(&desk), steps(&desk));
            let session = desk.session.clone();
            desk.act(Action::Edit(edit.clone()));
            let after = seen(&desk);
            if steps(&desk) == was {
                prop_assert_eq!(&desk.values(), &values(&session.library), "no step for {:?}", edit);
                continue;
            }
            prop_assert_eq!(steps(&desk), was + 1);
            prop_assert!(before != after, "a step that does nothing: {:?}", edit);
            desk.undo();
            prop_assert_eq!(seen(&desk), before, "undo of {:?}", edit);
            prop_assert_eq!(steps(&desk), was);
            desk.redo();
            prop_assert_eq!(seen(&desk), after, "redo of {:?}", edit);
        }
    }

    #[test]
    fn undoing_all_leads_to_the_start_and_redoing_all_to_the_end(edits in vec(edit(), 0..30)) {
        let mut desk = Desk::with(STORY);
        let mut path = vec![desk.values()];
        for edit in edits {
            desk.act(Action::Edit(edit));
            if path.last() != Some(&desk.values()) {
                path.push(desk.values());
            }
        }
        for before in path.iter().rev().skip(1) {
            prop_assert_eq!(&desk.undo().values(), before);
        }
        for after in path.iter().skip(1) {
            prop_assert_eq!(&desk.redo().values(), after);
        }
        prop_assert_eq!(desk.session.history.next_redo(), None);
    }

    #[test]
    fn an_edit_that_changes_nothing_gives_the_same_session(edits in vec(edit(), 0..12), last in edit()) {
        let mut desk = Desk::with(STORY);
        for edit in edits {
            desk.act(Action::Edit(edit));
        }
        desk.act(Action::Edit(last.clone()));
        let again = desk.session.clone();
        let settled = desk.session.clone().after(Command {
            at: time(desk.now + 1),
            action: Action::Edit(last.clone()),
        });
        // Most edits say what is so already when made again; those that do must leave no trace.
        if settled.library == again.library && settled.view == again.view {
            prop_assert!(Rc::ptr_eq(&settled, &again), "{:?}", last);
        }
        if let Edit::Import(_) = last {
            prop_assert!(Rc::ptr_eq(&settled, &again), "a file taken in twice");
        }
    }

    #[test]
    fn taking_in_what_was_taken_away_changes_nothing(edits in vec(edit(), 0..20)) {
        let mut desk = Desk::with(STORY);
        for edit in edits {
            desk.act(Action::Edit(edit));
        }
        let data = desk.session.library.to_dataset(None);
        let Imported { data: file, set_aside } = travelled(&data);
        prop_assert_eq!(set_aside, vec![]);
        let found = preview(&desk.session.library, &file);
        prop_assert!(!found.changes_anything());
        let same = |n| Count { new: 0, changed: 0, same: n };
        prop_assert_eq!(found.claims, same(data.claims.len()));
        prop_assert_eq!(found.sources, same(data.sources.len()));
        prop_assert_eq!(found.articles, same(data.articles.len()));
        desk.refuses(Action::Edit(Edit::Import(Rc::new(file.clone()))));

        // And elsewhere it is all there.
        let mut other = Desk::empty(3);
        other.now = desk.now;
        other.act(Action::Edit(Edit::Import(Rc::new(file))));
        prop_assert_eq!(&other.session.library.to_dataset(None), &data);
        if !data.articles.is_empty() {
            other.undo();
            prop_assert_eq!(other.values(), values(&Library::default()));
        }
    }

    #[test]
    fn what_is_written_after_an_import_wins(edits in vec(edit(), 0..20), title in "[a-z]{1,9}") {
        let mut desk = Desk::with(STORY);
        for edit in edits {
            desk.act(Action::Edit(edit));
        }
        if let Some(open) = desk.open() {
            desk.article(crate::store::edit::ArticleEdit::Rename(open, title.clone()));
            prop_assert_eq!(&**desk.session.article().unwrap().title, &*title);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    /// Three desks that start from the same library and go their own ways.
    #[test]
    fn merging_libraries_is_commutative_associative_and_idempotent(
        common in edits_of_desk(0),
        ways in (edits_of_desk(1), edits_of_desk(2), edits_of_desk(3)),
        late in 0..40_u64,
    ) {
        let mut start = Desk::with(STORY);
        for edit in common {
            start.act(Action::Edit(edit));
        }
        let go = |k: u128, edits: Vec<Edit>| {
            let library = start.session.library.clone();
            let session = Session::new(node(k), library, start.session.view.clone());
            let now = start.now + if k == 2 { late } else { 0 };
            let mut desk = Desk { session: Rc::new(session), now, ..Desk::empty(k) };
            for edit in edits {
                desk.act(Action::Edit(edit));
            }
            desk.session.library.clone()
        };
        let (a, b, c) = (go(1, ways.0), go(2, ways.1), go(3, ways.2));
        prop_assert_eq!(merged(&[&a, &b]), merged(&[&b, &a]));
        prop_assert_eq!(merged(&[&merged(&[&a, &b]), &c]), merged(&[&a, &merged(&[&b, &c])]));
        prop_assert_eq!(&merged(&[&a, &a]), &a);
        // Nothing that one of them has is missing.
        let all = merged(&[&a, &b, &c]);
        for one in [&a, &b, &c] {
            prop_assert_eq!(&merged(&[&all, one]), &all);
        }
    }
}
