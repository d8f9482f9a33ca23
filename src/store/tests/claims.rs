//! Claims: making them, putting them down to somebody, and everything else a person can say of them.

use super::fixture::{Desk, STORY, claim_id, named, source, source_id};
use crate::{
    annotation::{Attribution, Mode, Verdict},
    store::{
        Action,
        edit::{ClaimEdit, Edit, Part, SourceEdit, Speaker},
    },
    text::TextRange,
};

const OWN: Speaker = Speaker::Known(Attribution::OwnVoice);

fn refuses(desk: &mut Desk, edit: ClaimEdit) {
    desk.refuses(Action::Edit(Edit::Claim(edit)));
}

fn create(n: u128, range: TextRange, speaker: Speaker) -> ClaimEdit {
    ClaimEdit::Create { id: claim_id(n), range, speaker }
}

fn quotes(desk: &Desk, n: u128) -> Vec<String> {
    let claim = desk.claim_at(n).unwrap();
    claim.content.iter().map(|anchor| anchor.quote.exact.to_string()).collect()
}

#[test]
fn a_claim_holds_its_words_its_speaker_and_its_maker() {
    let mut desk = Desk::with("The mayor said [c]taxes fell[/].");
    desk.create(1, "c", named(1, "Mayor"));
    let claim = desk.claim_at(1).unwrap();
    assert_eq!(quotes(&desk, 1), ["taxes fell"]);
    assert_eq!(*claim.attribution, source(1));
    assert_eq!(claim.creator, desk.session.creator());
    assert_eq!(claim.created.millis(), desk.now);
    assert_eq!(desk.label(), Some("attribute to Mayor"));
}

#[test]
fn one_step_takes_back_the_claim_and_the_source_named_for_it() {
    let mut desk = Desk::with("[c]Taxes[/] fell.");
    let before = desk.values();
    desk.create(1, "c", named(1, "Mayor"));
    let after = desk.values();
    assert_eq!(desk.undo().values(), before);
    assert_eq!((desk.claim_at(1), desk.source_at(1)), (None, None));
    assert_eq!(desk.redo().values(), after);
}

#[test]
fn no_claim_is_made_of_nothing_or_for_nobody() {
    let mut desk = Desk::with("Né [c]taxes[/].");
    let c = desk.range("c");
    refuses(&mut desk, create(1, TextRange::bytes(3, 3), OWN));
    refuses(&mut desk, create(1, TextRange::bytes(0, 2), OWN));
    refuses(&mut desk, create(1, TextRange::bytes(4, 400), OWN));
    refuses(&mut desk, create(1, c, named(1, "  ")));
    refuses(&mut desk, create(1, c, Speaker::Known(source(7))));
}

#[test]
fn a_new_claim_never_takes_an_identity_that_is_known() {
    let mut desk = Desk::with("[a]Taxes[/] [b]fell[/].");
    desk.create(1, "a", OWN);
    let b = desk.range("b");
    refuses(&mut desk, create(1, b, OWN));
    desk.claim(ClaimEdit::Delete(vec![claim_id(1)]));
    refuses(&mut desk, create(1, b, OWN));
}

#[test]
fn every_field_is_edited_and_undone() {
    let mut desk =
        Desk::with("The [m]mayor[/] [q]said[/] [a]taxes[/] fell, [b]twice[/] [d]now[/].");
    desk.create(1, "a", OWN);
    let (id, of) = (claim_id(1), |tag| desk.range(tag));
    let edits = [
        (ClaimEdit::Attribute(id, named(2, "Mayor")), "attribute to Mayor"),
        (
            ClaimEdit::Attribute(id, Speaker::Known(Attribution::Unattributed)),
            "attribute to nobody yet",
        ),
        (ClaimEdit::Extend(id, of("b")), "extend claim"),
        (ClaimEdit::MoveFragment(id, 0, of("d")), "move the end of a claim"),
        (ClaimEdit::Mark(id, Part::Mention, Some(of("m"))), "mark mention"),
        (ClaimEdit::Mark(id, Part::Cue, Some(of("q"))), "mark cue"),
        (ClaimEdit::Mode(id, Mode::Mixed), "set mode to mixed"),
        (ClaimEdit::Verdict(id, Verdict::Refuted), "mark as refuted"),
        (ClaimEdit::Evidence(id, "https://example.org/".into()), "change evidence"),
        (ClaimEdit::Note(id, "Ask the clerk.".into()), "change note"),
        (ClaimEdit::Tags(id, "tax, city".into()), "change tags"),
        (ClaimEdit::Delete(vec![id]), "delete claim"),
    ];
    for (edit, label) in edits {
        let before = desk.values();
        desk.claim(edit.clone());
        let after = desk.values();
        assert_ne!(after, before, "{edit:?}");
        assert_eq!(desk.label(), Some(label));
        assert_eq!(desk.undo().values(), before, "{edit:?}");
        assert_eq!(desk.redo().values(), after, "{edit:?}");
        // A fragment that moved may have another index now; what is deleted cannot be edited.
        if !matches!(edit, ClaimEdit::MoveFragment(..) | ClaimEdit::Delete(..)) {
            refuses(&mut desk, edit);
        }
    }
}

#[test]
fn fragments_stand_in_text_order_and_those_that_touch_are_one() {
    let mut desk = Desk::with("[all][a]Taxes[/][gap] will [/][b]fall[/][/] and [c]rise[/].");
    let (b, gap, c) = (desk.range("b"), desk.range("gap"), desk.range("c"));
    desk.create(1, "c", OWN);
    let a = desk.range("a");
    desk.claim(ClaimEdit::Extend(claim_id(1), b)).claim(ClaimEdit::Extend(claim_id(1), a));
    assert_eq!(quotes(&desk, 1), ["Taxes", "fall", "rise"]);
    desk.claim(ClaimEdit::Extend(claim_id(1), gap));
    assert_eq!(quotes(&desk, 1), ["Taxes will fall", "rise"]);
    refuses(&mut desk, ClaimEdit::Extend(claim_id(1), c));
    let all = desk.range("all");
    refuses(&mut desk, ClaimEdit::Extend(claim_id(1), all));
}

#[test]
fn the_last_fragment_stays() {
    let mut desk = Desk::with("[a]Taxes[/] will [b]fall[/].");
    desk.create(1, "a", OWN);
    let b = desk.range("b");
    desk.claim(ClaimEdit::Extend(claim_id(1), b));
    refuses(&mut desk, ClaimEdit::DropFragment(claim_id(1), 2));
    desk.claim(ClaimEdit::DropFragment(claim_id(1), 0));
    assert_eq!(quotes(&desk, 1), ["fall"]);
    assert_eq!(desk.label(), Some("shorten claim"));
    refuses(&mut desk, ClaimEdit::DropFragment(claim_id(1), 0));
}

#[test]
fn a_fragment_moves_only_to_where_there_is_text() {
    let mut desk = Desk::with("[a]Taxes[/] will [b]fall[/].");
    desk.create(1, "a", OWN);
    let b = desk.range("b");
    refuses(&mut desk, ClaimEdit::MoveFragment(claim_id(1), 1, b));
    refuses(&mut desk, ClaimEdit::MoveFragment(claim_id(1), 0, TextRange::bytes(2, 2)));
    desk.claim(ClaimEdit::MoveFragment(claim_id(1), 0, b));
    assert_eq!(quotes(&desk, 1), ["fall"]);
}

#[test]
fn marks_are_cleared_and_taken_back() {
    let mut desk = Desk::with("The [m]mayor[/] said [c]taxes fell[/].");
    desk.create(1, "c", OWN);
    let m = desk.range("m");
    refuses(&mut desk, ClaimEdit::Mark(claim_id(1), Part::Mention, None));
    desk.claim(ClaimEdit::Mark(claim_id(1), Part::Mention, Some(m)));
    let mention = |desk: &Desk| desk.claim_at(1).unwrap().mention.as_ref().map(|m| m.range);
    assert_eq!(mention(&desk), Some(m));
    desk.claim(ClaimEdit::Mark(claim_id(1), Part::Mention, None));
    assert_eq!((mention(&desk), desk.label()), (None, Some("clear mention")));
    assert_eq!(mention(desk.undo()), Some(m));
    refuses(&mut desk, ClaimEdit::Mark(claim_id(1), Part::Cue, Some(TextRange::bytes(1, 1))));
}

#[test]
fn tags_are_sorted_and_each_stands_once() {
    let mut desk = Desk::with("[c]Taxes[/] fell.");
    desk.create(1, "c", OWN).claim(ClaimEdit::Tags(claim_id(1), " tax,city ,, tax\n a  b ".into()));
    let claim = desk.claim_at(1).unwrap();
    let tags: Vec<&str> = claim.tags.iter().map(|tag| &**tag).collect();
    assert_eq!(tags, ["a b", "city", "tax"]);
    refuses(&mut desk, ClaimEdit::Tags(claim_id(1), "city, tax, a b".into()));
}

#[test]
fn evidence_keeps_whole_addresses_in_the_order_they_were_given() {
    let long = format!("https://example.org/{}", "x".repeat(500));
    let mut desk = Desk::with("[c]Taxes[/] fell.");
    desk.create(1, "c", OWN);
    let lines = format!(" {long} \n\nhttps://b.example/?q=a,b\n{long}\nhttps://a.example/");
    desk.claim(ClaimEdit::Evidence(claim_id(1), lines));
    let claim = desk.claim_at(1).unwrap();
    let evidence: Vec<&str> = claim.evidence.iter().map(|line| &**line).collect();
    assert_eq!(evidence, [&*long, "https://b.example/?q=a,b", "https://a.example/"]);
}

#[test]
fn a_note_keeps_its_lines() {
    let mut desk = Desk::with("[c]Taxes[/] fell.");
    desk.create(1, "c", OWN);
    desk.claim(ClaimEdit::Note(claim_id(1), "  One\n\n  two  \n\n".into()));
    assert_eq!(&**desk.claim_at(1).unwrap().note, "  One\n\n  two");
    refuses(&mut desk, ClaimEdit::Note(claim_id(1), "  One\n\n  two".into()));
}

#[test]
fn many_claims_are_deleted_in_one_step() {
    let mut desk = Desk::with("[a]Taxes[/] [b]fell[/] [c]now[/].");
    desk.create(1, "a", OWN).create(2, "b", OWN).create(3, "c", OWN);
    let before = desk.values();
    desk.claim(ClaimEdit::Delete(vec![claim_id(1), claim_id(3), claim_id(77)]));
    assert_eq!(desk.label(), Some("delete 2 claims"));
    assert_eq!(desk.session.notice.as_ref().unwrap().text, "Delete 2 claims");
    assert!(desk.claim_at(2).is_some());
    assert_eq!(desk.undo().values(), before);
    refuses(&mut desk, ClaimEdit::Delete(vec![claim_id(77)]));
    refuses(&mut desk, ClaimEdit::Delete(vec![]));
}

#[test]
fn what_is_gone_or_elsewhere_cannot_be_edited() {
    let mut desk = Desk::with("[c]Taxes[/] [b]fell[/].");
    desk.create(1, "c", OWN).claim(ClaimEdit::Delete(vec![claim_id(1)]));
    let (id, b) = (claim_id(1), desk.range("b"));
    for edit in [
        ClaimEdit::Attribute(id, named(5, "Ghost")),
        ClaimEdit::Extend(id, b),
        ClaimEdit::DropFragment(id, 0),
        ClaimEdit::MoveFragment(id, 0, b),
        ClaimEdit::Mark(id, Part::Cue, Some(b)),
        ClaimEdit::Mode(id, Mode::Mixed),
        ClaimEdit::Verdict(id, Verdict::Disputed),
        ClaimEdit::Evidence(id, "https://example.org/".into()),
        ClaimEdit::Note(id, "Boo".into()),
        ClaimEdit::Tags(id, "boo".into()),
        ClaimEdit::Delete(vec![id]),
    ] {
        refuses(&mut desk, edit);
    }
    let mut nothing = Desk::empty(1);
    refuses(&mut nothing, create(1, TextRange::bytes(0, 1), OWN));
}

#[test]
fn the_clock_does_not_move_for_what_is_refused() {
    let mut desk = Desk::with(STORY);
    desk.undo().redo();
    let before = desk.session.clone();
    desk.refuses(Action::Redo);
    refuses(&mut desk, ClaimEdit::Delete(vec![claim_id(1)]));
    desk.refuses(Action::Edit(Edit::Source(SourceEdit::Delete(source_id(1)))));
    assert_eq!(desk.session, before);
}
