//! What another tab writes, and what undo then does.

use std::rc::Rc;

use super::fixture::{Desk, claim_id, node};
use crate::{
    annotation::{Attribution, Verdict},
    store::{
        Action, Session,
        edit::{ClaimEdit, Speaker},
    },
};

/// A desk with a claim, and the same in another tab, a little later.
fn two() -> (Desk, Desk) {
    let mut here = Desk::with("The [m]mayor[/] said [c]taxes fell[/].");
    here.create(1, "c", Speaker::Known(Attribution::OwnVoice));
    let session = Session::clone(&here.session).writing_as(node(2));
    let there = Desk { session: Rc::new(session), now: here.now + 100, ..Desk::empty(2) };
    (here, there)
}

fn note(desk: &mut Desk, text: &str) {
    desk.claim(ClaimEdit::Note(claim_id(1), text.into()));
}

fn hear(here: &mut Desk, there: &Desk) {
    here.act(Action::Merge(Rc::new(there.session.library.clone())));
}

fn said(desk: &Desk) -> String {
    desk.claim_at(1).unwrap().note.to_string()
}

#[test]
fn undo_leaves_what_another_tab_wrote_since() {
    let (mut here, mut there) = two();
    note(&mut here, "Mine");
    note(&mut there, "Theirs");
    hear(&mut here, &there);
    assert_eq!(said(&here), "Theirs");
    here.undo();
    assert_eq!(said(&here), "Theirs");
    let notice = here.session.notice.clone().unwrap();
    assert_eq!(notice.text, "Not undone: change note. It was changed in another tab.");
    // The step before is the next.
    here.undo();
    assert!(here.claim_at(1).is_none());
    here.redo();
    assert_eq!(said(&here), "Theirs");
}

#[test]
fn undo_takes_back_what_another_tab_did_not_touch() {
    let (mut here, mut there) = two();
    note(&mut here, "Mine");
    there.claim(ClaimEdit::Verdict(claim_id(1), Verdict::Refuted));
    hear(&mut here, &there);
    here.undo();
    assert_eq!(said(&here), "");
    assert_eq!(*here.claim_at(1).unwrap().verdict, Verdict::Refuted);
    here.redo();
    assert_eq!(said(&here), "Mine");
}

#[test]
fn undo_goes_back_through_several_writes_of_one_field_and_stops_at_that_of_another_tab() {
    let (mut here, mut there) = two();
    note(&mut here, "One");
    there.now = here.now + 10;
    note(&mut there, "Theirs");
    hear(&mut here, &there);
    here.now = there.now;
    note(&mut here, "Two");
    note(&mut here, "Three");
    assert_eq!(said(here.undo()), "Two");
    assert_eq!(said(here.undo()), "Theirs");
    assert_eq!(said(here.undo()), "Theirs", "“One” is not to be taken back any more");
    assert_eq!(said(here.redo()), "Two");
    assert_eq!(said(here.redo()), "Three");
    assert_eq!(said(here.undo()), "Two");
}

#[test]
fn what_is_heard_is_no_step_and_clears_none() {
    let (mut here, mut there) = two();
    note(&mut here, "Mine");
    here.undo();
    there.claim(ClaimEdit::Verdict(claim_id(1), Verdict::Refuted));
    let before = here.session.history.clone();
    hear(&mut here, &there);
    assert_eq!(here.session.history, before);
    assert_eq!(said(here.redo()), "Mine");
}

#[test]
fn hearing_the_same_twice_changes_nothing() {
    let (mut here, mut there) = two();
    note(&mut there, "Theirs");
    hear(&mut here, &there);
    here.refuses(Action::Merge(Rc::new(there.session.library.clone())));
}

#[test]
fn a_claim_deleted_here_and_edited_there_ends_the_same_in_both() {
    let (mut here, mut there) = two();
    here.claim(ClaimEdit::Delete(vec![claim_id(1)]));
    note(&mut there, "Theirs");
    let gone = here.session.library.clone();
    hear(&mut here, &there);
    there.act(Action::Merge(Rc::new(gone)));
    assert_eq!(here.session.library, there.session.library);
    assert!(here.claim_at(1).is_none());
    // Taking the deletion back brings it with all that was written meanwhile.
    assert_eq!(said(here.undo()), "Theirs");
}
