//! Selecting, choosing, moving about: what changes the session but not the library.

use super::fixture::{Desk, claim_id, named, source};
use crate::{
    annotation::Attribution,
    store::{
        Action, Bar, Glance, Input, Sheet,
        cursor::{Direction, Edge, Unit},
        edit::{ClaimEdit, Part, Speaker},
        filter::Filter,
        view_state::Settings,
    },
    text::{ByteOffset, TextRange},
};

const OWN: Speaker = Speaker::Known(Attribution::OwnVoice);

/// Claim 1 (the mayor's) encloses claim 2 (the article's own), which encloses claim 3 (the mayor's).
fn nested() -> Desk {
    let mut desk =
        Desk::with("[out]The [one]old [two]city [three]tax[/] law[/] of 1999[/][/] ended.");
    desk.create(1, "one", named(1, "Mayor")).create(2, "two", OWN).create(
        3,
        "three",
        named(1, "Mayor"),
    );
    desk
}

fn offset(desk: &Desk, tag: &str) -> ByteOffset {
    desk.range(tag).start()
}

fn select(desk: &mut Desk, tag: &str) {
    let range = desk.range(tag);
    desk.act(Action::Select(Some(range), Input::Pointer));
}

#[test]
fn the_bar_opens_on_a_selection_and_closes_with_it() {
    let mut desk = nested();
    select(&mut desk, "three");
    assert_eq!(desk.session.bar, Some(Bar::Selection(desk.range("three"), Input::Pointer)));
    desk.act(Action::Select(None, Input::Pointer));
    assert_eq!(desk.session.bar, None);
    desk.refuses(Action::Select(None, Input::Pointer));
    desk.act(Action::Select(Some(TextRange::bytes(3, 3)), Input::Pointer));
    assert_eq!(desk.session.bar, None, "nothing is selected");
}

#[test]
fn a_selection_that_goes_away_leaves_the_bar_of_a_claim_open() {
    let mut desk = nested();
    desk.act(Action::Choose(Some(claim_id(2)))).act(Action::OpenBar);
    assert_eq!(desk.session.bar, Some(Bar::Claim(claim_id(2))));
    desk.refuses(Action::Select(None, Input::Pointer));
}

#[test]
fn naming_somebody_makes_a_claim_of_the_selection_and_chooses_it() {
    let mut desk = nested();
    select(&mut desk, "out");
    desk.act(Action::Attribute(claim_id(4), named(2, "Minister")));
    let session = &desk.session;
    assert_eq!(desk.says(4), source(2));
    assert_eq!((session.chosen, session.bar), (Some(claim_id(4)), None));
    assert_eq!(session.view.last_used, Some(source(2)));
    assert!(session.view.hint_seen, "the hint has done its work");
}

#[test]
fn naming_somebody_else_for_the_chosen_claim_makes_no_new_one() {
    let mut desk = nested();
    desk.act(Action::Choose(Some(claim_id(2)))).act(Action::OpenBar);
    desk.act(Action::Attribute(claim_id(4), Speaker::Known(source(1))));
    assert_eq!(desk.says(2), source(1));
    assert_eq!((desk.claim_at(4), desk.session.bar), (None, None));
    assert_eq!(desk.session.chosen, Some(claim_id(2)));
}

#[test]
fn leaving_a_claim_unattributed_is_not_remembered_as_the_last_attribution() {
    let mut desk = nested();
    select(&mut desk, "out");
    desk.act(Action::Attribute(claim_id(4), OWN));
    select(&mut desk, "out");
    desk.act(Action::Attribute(claim_id(5), Speaker::Known(Attribution::Unattributed)));
    assert_eq!(desk.session.view.last_used, Some(Attribution::OwnVoice));
}

#[test]
fn a_blank_name_leaves_the_bar_open() {
    let mut desk = nested();
    select(&mut desk, "out");
    desk.refuses(Action::Attribute(claim_id(4), named(2, "  ")));
}

#[test]
fn nobody_is_named_without_a_bar() {
    let mut desk = nested();
    desk.refuses(Action::Attribute(claim_id(4), OWN));
    desk.refuses(Action::OpenBar);
}

#[test]
fn the_chosen_claim_takes_a_selection_as_a_fragment_mention_or_cue() {
    let mut desk = Desk::with("The [m]mayor[/] [q]said[/] [a]taxes[/] fell [b]twice[/].");
    desk.create(1, "a", named(1, "Mayor"));
    desk.refuses(Action::ExtendChosen);
    desk.act(Action::Choose(Some(claim_id(1))));
    desk.refuses(Action::ExtendChosen);
    desk.refuses(Action::MarkChosen(Part::Cue));
    for (tag, action) in [
        ("b", Action::ExtendChosen),
        ("m", Action::MarkChosen(Part::Mention)),
        ("q", Action::MarkChosen(Part::Cue)),
    ] {
        select(&mut desk, tag);
        desk.act(action);
        assert_eq!(desk.session.bar, None);
        assert_eq!(desk.session.chosen, Some(claim_id(1)));
    }
    let claim = desk.claim_at(1).unwrap();
    assert_eq!(claim.quote(), "taxes … twice");
    let at = |anchor: &Option<crate::annotation::Anchor>| anchor.as_ref().map(|a| a.range);
    assert_eq!(at(&claim.mention), Some(desk.range("m")));
    assert_eq!(at(&claim.cue), Some(desk.range("q")));
}

#[test]
fn a_click_takes_the_shortest_claim_and_clicking_on_cycles() {
    let mut desk = nested();
    let at = offset(&desk, "three");
    let mut seen = Vec::new();
    for _ in 0..4 {
        desk.act(Action::Click(at));
        seen.push(desk.session.chosen);
    }
    assert_eq!(seen, [3, 2, 1, 3].map(|n| Some(claim_id(n))));
    let elsewhere = offset(&desk, "one");
    desk.act(Action::Click(elsewhere));
    assert_eq!(desk.session.chosen, Some(claim_id(1)), "starts over where the chosen one is not");
    desk.act(Action::Click(ByteOffset::ZERO));
    assert_eq!(desk.session.chosen, None);
}

#[test]
fn a_click_cycles_only_through_what_the_filter_shows() {
    let mut desk = nested();
    let attributions = [source(1)].into();
    desk.act(Action::Filter(Filter { attributions, ..Filter::default() }));
    let at = offset(&desk, "three");
    let mut seen = Vec::new();
    for _ in 0..3 {
        desk.act(Action::Click(at));
        seen.push(desk.session.chosen);
    }
    assert_eq!(seen, [3, 1, 3].map(|n| Some(claim_id(n))));
}

#[test]
fn the_next_claim_is_the_next_in_the_text_that_the_filter_shows() {
    let mut desk = nested();
    let walk = |desk: &mut Desk, direction| {
        desk.act(Action::ChooseNext(direction));
        desk.session.chosen
    };
    let (on, back) = (Direction::Forward, Direction::Back);
    assert_eq!([(); 3].map(|()| walk(&mut desk, on)), [1, 2, 3].map(|n| Some(claim_id(n))));
    desk.refuses(Action::ChooseNext(on));
    assert_eq!(walk(&mut desk, back), Some(claim_id(2)));
    let attributions = [source(1)].into();
    desk.act(Action::Filter(Filter { attributions, ..Filter::default() }));
    desk.act(Action::Choose(None));
    assert_eq!([(); 2].map(|()| walk(&mut desk, on)), [1, 3].map(|n| Some(claim_id(n))));
    desk.act(Action::Choose(None));
    assert_eq!(walk(&mut desk, back), Some(claim_id(3)), "from the end, without a claim");
}

#[test]
fn only_claims_that_are_here_are_chosen_or_hovered() {
    let mut desk = nested();
    desk.refuses(Action::Choose(Some(claim_id(77))));
    desk.refuses(Action::Glance(Glance::Hover(Some(claim_id(77)))));
    desk.act(Action::Choose(Some(claim_id(1))))
        .act(Action::Glance(Glance::Hover(Some(claim_id(1)))));
    desk.claim(ClaimEdit::Delete(vec![claim_id(1)]));
    assert_eq!((desk.session.chosen, desk.session.hovered), (None, None));
    desk.undo();
    desk.act(Action::Choose(Some(claim_id(1)))).act(Action::OpenBar).undo();
    assert_eq!(desk.session.bar, None, "undo does not leave the bar over other state");
}

#[test]
fn escape_closes_one_thing_at_a_time() {
    let mut desk = nested();
    desk.act(Action::Choose(Some(claim_id(1)))).act(Action::OpenBar);
    desk.act(Action::Escape);
    assert_eq!((desk.session.bar, desk.session.chosen), (None, Some(claim_id(1))));
    desk.act(Action::OpenBar).act(Action::Show(Some(Sheet::Help)));
    assert_eq!(desk.session.bar, None, "a sheet covers the bar");
    desk.act(Action::Escape);
    assert_eq!((desk.session.sheet, desk.session.chosen), (None, Some(claim_id(1))));
    desk.act(Action::Escape);
    assert_eq!(desk.session.chosen, None);
    desk.act(Action::MoveCursor(Direction::Forward, ByteOffset::ZERO)).act(Action::OpenBar);
    assert!(desk.session.cursor.is_some() && desk.session.bar.is_some());
    desk.act(Action::Escape);
    assert!(desk.session.cursor.is_some() && desk.session.bar.is_none());
    desk.act(Action::Escape);
    assert_eq!(desk.session.cursor, None);
    desk.refuses(Action::Escape);
}

#[test]
fn the_reading_cursor_goes_from_sentence_to_sentence() {
    let mut desk = Desk::with("[a]Taxes fell twice.[/]\n\n[b]Nobody knows why.[/]");
    let (a, b) = (desk.range("a"), desk.range("b"));
    let (on, back) = (Direction::Forward, Direction::Back);
    let start = ByteOffset::ZERO;
    desk.refuses(Action::MoveCursorEdge(Edge::End, Unit::Word, on));
    desk.act(Action::MoveCursor(on, start));
    assert_eq!(desk.session.cursor, Some(a));
    desk.refuses(Action::MoveCursor(back, start));
    desk.act(Action::MoveCursor(on, start));
    assert_eq!(desk.session.cursor, Some(b));
    desk.refuses(Action::MoveCursor(on, start));
    desk.act(Action::MoveCursor(back, start));
    assert_eq!(desk.session.cursor, Some(a));
    desk.act(Action::MoveCursorEdge(Edge::End, Unit::Sentence, on));
    assert_eq!(desk.session.cursor, Some(TextRange::new(a.start(), b.end())));
    desk.act(Action::MoveCursorEdge(Edge::End, Unit::Sentence, back));
    assert_eq!(desk.session.cursor, Some(a));
}

#[test]
fn the_reading_cursor_starts_at_what_is_on_screen_or_chosen() {
    let mut desk = Desk::with("[a]Taxes [c]fell[/] twice.[/]\n\n[b]Nobody [d]knows[/] why.[/]");
    let (a, b, d) = (desk.range("a"), desk.range("b"), desk.range("d"));
    desk.act(Action::MoveCursor(Direction::Forward, d.start()));
    assert_eq!(desk.session.cursor, Some(b), "the sentence that stands there");
    desk.create(1, "d", OWN).act(Action::Choose(Some(claim_id(1))));
    assert_eq!(desk.session.cursor, None, "a chosen claim lets it go");
    desk.act(Action::MoveCursor(Direction::Back, ByteOffset::ZERO));
    let both = (Some(b), Some(claim_id(1)));
    assert_eq!(
        (desk.session.cursor, desk.session.chosen),
        both,
        "what it finds can extend the claim"
    );
    desk.act(Action::MoveCursor(Direction::Back, ByteOffset::ZERO));
    assert_eq!(desk.session.cursor, Some(a));
}

#[test]
fn enter_opens_the_bar_on_the_reading_cursor() {
    let mut desk = Desk::with("[a]Taxes fell twice[/].\n\nNobody knows why.");
    desk.act(Action::MoveCursor(Direction::Forward, ByteOffset::ZERO)).act(Action::OpenBar);
    let Some(Bar::Selection(range, Input::Keyboard)) = desk.session.bar else {
        unreachable!("the bar is open for {:?}", desk.session.bar)
    };
    assert!(range.encloses(desk.range("a")));
    desk.act(Action::Attribute(claim_id(1), OWN));
    assert_eq!(desk.claim_at(1).unwrap().ranges().collect::<Vec<_>>(), [range]);
}

#[test]
fn the_edges_of_the_chosen_claim_move_and_undo() {
    let mut desk = Desk::with("[a]Taxes [b]fell[/][/] and [c]rose[/].");
    desk.create(1, "a", OWN);
    let c = desk.range("c");
    desk.claim(ClaimEdit::Extend(claim_id(1), c));
    let shorter = Action::MoveClaimEdge(0, Edge::Start, Unit::Word, Direction::Forward);
    desk.refuses(shorter.clone());
    desk.act(Action::Choose(Some(claim_id(1)))).act(shorter);
    assert_eq!(desk.claim_at(1).unwrap().quote(), "fell … rose");
    desk.act(Action::MoveClaimEdge(1, Edge::End, Unit::Character, Direction::Back));
    assert_eq!(desk.claim_at(1).unwrap().quote(), "fell … ros");
    desk.refuses(Action::MoveClaimEdge(2, Edge::End, Unit::Word, Direction::Back));
    desk.undo().undo();
    assert_eq!(desk.claim_at(1).unwrap().quote(), "Taxes fell … rose");
}

#[test]
fn the_size_of_the_text_stays_within_its_steps() {
    let mut desk = Desk::empty(1);
    let sized = |text_size| Settings { text_size, ..Settings::default() };
    desk.act(Action::Settings(sized(100)));
    assert_eq!(desk.session.view.settings.text_size, *Settings::TEXT_SIZES.end());
    desk.act(Action::Settings(sized(-100)));
    assert_eq!(desk.session.view.settings.text_size, *Settings::TEXT_SIZES.start());
    desk.act(Action::Settings(sized(3)));
    assert_eq!(desk.session.view.settings.text_size, 3);
}

#[test]
fn what_is_so_already_changes_nothing() {
    let mut desk = nested();
    desk.act(Action::Choose(Some(claim_id(1))));
    desk.act(Action::Glance(Glance::HideHint));
    for action in [
        Action::Choose(Some(claim_id(1))),
        Action::Glance(Glance::Hover(None)),
        Action::Show(None),
        Action::Draft(None),
        Action::Glance(Glance::HideHint),
        Action::Glance(Glance::HideNotice),
        Action::Filter(Filter::default()),
        Action::Settings(Settings::default()),
        Action::Open(super::fixture::article_id(1)),
    ] {
        desk.refuses(action);
    }
}
