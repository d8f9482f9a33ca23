//! What is proposed: taken over, put away, learnt from.

use std::rc::Rc;

use super::fixture::{Desk, claim_id, named, source, source_id};
use crate::{
    annotation::{Attribution, Mode, Origin, SourceKind},
    store::{
        Action, Bar, Fresh, Input, Offers, Proposals, Reading,
        cursor::Direction,
        edit::{ArticleEdit, ClaimEdit, Part, SourceEdit, Speaker},
        view_state::Settings,
    },
    suggest::{self, ENGINE_VERSION, NewSource, Proposal},
    text::{ByteOffset, TextRange},
};

/// Three statements, of which “it” makes two.
const STORY: &str = "[one]“Taxes fell,[/]” [m1]it[/] [c1]said[/], [two]“twice.[/]”\n\n\
    [m2]It[/] [c2]added[/] that [three]taxes had never fallen[/].\n\n\
    [c3]According to[/] [m3]Ada Bell[/], [four]taxes rose[/].";

fn new(name: &str) -> suggest::Speaker {
    suggest::Speaker::New(NewSource {
        name: name.to_owned(),
        aliases: vec!["the ministry".into(), name.to_owned(), " ".into()],
        kind: SourceKind::Government,
        parent: Some("Government".into()),
    })
}

fn fresh(n: u128) -> Fresh {
    Fresh { claim: claim_id(n), source: source_id(10 * n), parent: source_id(10 * n + 1) }
}

/// What the engine could say of the story.
fn proposals(desk: &Desk) -> Vec<Proposal> {
    let proposal = |content: &[&str], mention, cue, speaker, group, confidence| Proposal {
        content: content.iter().map(|tag| desk.range(tag)).collect(),
        mention: Some(desk.range(mention)),
        antecedent: None,
        cue: Some(desk.range(cue)),
        mode: Mode::Direct,
        speaker,
        group,
        confidence,
        explanation: "a test".into(),
    };
    vec![
        proposal(&["one", "two"], "m1", "c1", new("it"), 1, 0.95),
        proposal(&["three"], "m2", "c2", new("it"), 1, 0.5),
        proposal(&["four"], "m3", "c3", new("Ada Bell"), 2, 0.99),
    ]
}

fn desk() -> Desk {
    let mut desk = Desk::with(STORY);
    let said = proposals(&desk);
    tell(&mut desk, said);
    desk
}

fn tell(desk: &mut Desk, said: Vec<Proposal>) {
    let all: Rc<[Rc<Proposal>]> = said.into_iter().map(Rc::new).collect();
    let open = desk.open().unwrap();
    desk.act(Action::Propose(open, Proposals { reading: Reading::Finished, all }));
}

fn offered(desk: &Desk) -> Vec<usize> {
    desk.session.offers().all().iter().map(|offer| offer.nth).collect()
}

fn speakers(desk: &Desk) -> Vec<suggest::Speaker> {
    desk.session.offers().all().iter().map(|offer| (*offer.speaker).clone()).collect()
}

#[test]
fn accepting_makes_what_a_hand_would_have_made() {
    let mut desk = desk();
    desk.act(Action::Accept(0, fresh(1)));
    let accepted = desk.claim_at(1).unwrap();

    let mut hand = Desk::with(STORY);
    hand.create(1, "one", named(10, "it"));
    hand.claim(ClaimEdit::Extend(claim_id(1), hand.range("two")));
    for (part, tag) in [(Part::Mention, "m1"), (Part::Cue, "c1")] {
        hand.claim(ClaimEdit::Mark(claim_id(1), part, Some(hand.range(tag))));
    }
    hand.claim(ClaimEdit::Mode(claim_id(1), Mode::Direct));
    let made = hand.claim_at(1).unwrap();

    assert_eq!(*accepted.content, *made.content);
    assert_eq!(accepted.content.len(), 2);
    assert_eq!(*accepted.attribution, *made.attribution);
    assert_eq!(*accepted.mention, *made.mention);
    assert_eq!(*accepted.cue, *made.cue);
    assert_eq!(*accepted.mode, *made.mode);
    assert_eq!(accepted.creator, made.creator);
    assert_eq!(made.origin, Origin::Hand);
    assert_eq!(accepted.origin, Origin::Engine(ENGINE_VERSION.into()));
}

#[test]
fn one_step_makes_the_claim_its_source_and_what_that_belongs_to() {
    let mut desk = desk();
    let before = desk.values();
    desk.act(Action::Accept(0, fresh(1)));
    assert_eq!(desk.label(), Some("accept claim of it"));
    let it = desk.source_at(10).unwrap();
    assert_eq!((&**it.name, *it.kind), ("it", SourceKind::Government));
    assert_eq!(it.aliases.iter().map(|it| &**it).collect::<Vec<_>>(), ["the ministry"]);
    assert_eq!(*it.parent, Some(source_id(11)));
    let parent = desk.source_at(11).unwrap();
    assert_eq!(&**parent.name, "Government");
    assert_ne!(*parent.style, *it.style);
    assert_eq!(desk.undo().values(), before);
    assert_eq!(offered(&desk), [0, 1, 2]);
    desk.redo();
    assert_eq!(offered(&desk), [1, 2]);
}

#[test]
fn after_a_decision_the_next_proposal_takes_its_place() {
    let mut desk = desk();
    desk.act(Action::LookAt(Some(1)));
    desk.act(Action::Accept(1, fresh(1)));
    assert_eq!(desk.session.offered, Some(2));
    assert_eq!(desk.session.chosen, None);
    desk.act(Action::Dismiss(2));
    assert_eq!(desk.session.offered, Some(0), "after the last comes the first");
    desk.act(Action::Dismiss(0));
    assert_eq!(desk.session.offered, None);
    desk.refuses(Action::Dismiss(0));
    desk.refuses(Action::Accept(1, fresh(2)));
}

#[test]
fn what_was_dismissed_stays_away_until_that_is_undone() {
    let mut desk = desk();
    desk.act(Action::Dismiss(1));
    assert_eq!(offered(&desk), [0, 2]);
    assert_eq!(desk.label(), Some("dismiss proposal"));
    // A later engine draws its edges a little otherwise.
    let mut said = proposals(&desk);
    let three = desk.range("three");
    said[1].content = vec![TextRange::new(three.start().plus(6), three.end())];
    tell(&mut desk, said);
    assert_eq!(offered(&desk), [0, 2]);
    desk.undo();
    assert_eq!(offered(&desk), [0, 1, 2]);
    desk.redo();
    assert_eq!(offered(&desk), [0, 2]);
}

#[test]
fn a_dismissal_goes_along_to_another_version_of_the_text() {
    let mut desk = desk();
    desk.act(Action::Dismiss(1));
    let open = desk.open().unwrap();
    let text = format!("Late news.\n\n{}", desk.session.article().unwrap().body.text());
    let version = (*super::fixture::article(7, &text)).clone().as_version_of(open);
    let (id, accepted) = (version.id, Default::default());
    desk.article(ArticleEdit::Revise { version: Rc::new(version), accepted });
    assert_eq!(desk.open(), Some(id));
    let by = |range: TextRange| {
        TextRange::new(range.start().plus("Late news.\n\n".len()), range.end().plus(12))
    };
    let mut said = proposals(&desk);
    for proposal in &mut said {
        proposal.content = proposal.content.iter().map(|range| by(*range)).collect();
        (proposal.mention, proposal.cue) = (proposal.mention.map(by), proposal.cue.map(by));
    }
    tell(&mut desk, said);
    assert_eq!(offered(&desk), [0, 2]);
}

#[test]
fn what_a_claim_says_already_is_not_proposed() {
    let mut desk = desk();
    let three = desk.range("three");
    let range = TextRange::new(three.start(), three.end().plus(1));
    desk.claim(ClaimEdit::Create { id: claim_id(1), range, speaker: named(1, "Ada") });
    assert_eq!(offered(&desk), [0, 2]);
    // A claim of a word of it is another one.
    let word = TextRange::new(desk.range("four").start(), desk.range("four").start().plus(4));
    desk.claim(ClaimEdit::Create { id: claim_id(2), range: word, speaker: named(1, "Ada") });
    assert_eq!(offered(&desk), [0, 2]);
    desk.claim(ClaimEdit::Delete(vec![claim_id(1)]));
    assert_eq!(offered(&desk), [0, 1, 2]);
}

#[test]
fn all_that_is_sure_enough_is_accepted_in_one_step() {
    let mut desk = desk();
    let before = desk.values();
    desk.act(Action::AcceptSure(vec![fresh(2), fresh(1)]));
    assert_eq!(desk.label(), Some("accept 2 proposals"));
    assert_eq!(offered(&desk), [1]);
    let notice = desk.session.notice.as_ref().unwrap();
    assert_eq!((notice.text.as_str(), notice.undoes), ("Accept 2 proposals", true));
    // In the order of the text.
    assert_eq!(desk.claim_at(1).unwrap().start(), desk.range("one").start());
    assert_eq!(desk.claim_at(2).unwrap().start(), desk.range("four").start());
    // Both name the same parent, which is made once.
    let parents = [10, 20].map(|n| *desk.source_at(n).unwrap().parent);
    assert_eq!(parents, [Some(source_id(11)); 2]);
    assert_eq!(desk.undo().values(), before);
    assert_eq!(offered(&desk), [0, 1, 2]);
}

#[test]
fn naming_somebody_else_once_names_the_whole_group() {
    let mut desk = desk();
    desk.act(Action::LookAt(Some(0)));
    desk.act(Action::OpenBar);
    assert_eq!(desk.session.bar, Some(Bar::Offer(0)));
    desk.act(Action::Attribute(claim_id(1), named(1, "press service")));
    assert_eq!(desk.says(1), source(1));
    assert_eq!(desk.claim_at(1).unwrap().origin, Origin::Engine(ENGINE_VERSION.into()));
    assert_eq!(desk.session.offered, Some(1));
    assert_eq!(speakers(&desk), [suggest::Speaker::Known(source_id(1)), new("Ada Bell")]);
    // Taken back, it was never said.
    desk.undo();
    assert_eq!(speakers(&desk)[1], new("it"));
}

#[test]
fn renaming_and_merging_sources_reaches_the_proposals() {
    let mut desk = desk();
    desk.act(Action::Accept(0, fresh(1)));
    desk.source(SourceEdit::Rename(source_id(10), "press service".into()));
    assert_eq!(speakers(&desk)[0], suggest::Speaker::Known(source_id(10)));
    desk.source(SourceEdit::Add { id: source_id(5), name: "Minsk".into() });
    desk.source(SourceEdit::Merge { from: source_id(10), into: source_id(5) });
    assert_eq!(speakers(&desk)[0], suggest::Speaker::Known(source_id(5)));
}

#[test]
fn what_most_claims_of_a_group_say_counts_and_what_was_said_last_of_equal_many() {
    let mut desk = desk();
    let mut said = proposals(&desk);
    said[2].group = 1;
    tell(&mut desk, said);
    for (nth, n, name) in [(0, 1, "A"), (1, 2, "B")] {
        desk.act(Action::LookAt(Some(nth)));
        desk.act(Action::OpenBar);
        desk.act(Action::Attribute(claim_id(n), named(n, name)));
    }
    assert_eq!(speakers(&desk), [suggest::Speaker::Known(source_id(2))]);
    desk.claim(ClaimEdit::Attribute(claim_id(1), Speaker::Known(source(1))));
    desk.claim(ClaimEdit::Attribute(claim_id(2), Speaker::Known(source(1))));
    assert_eq!(speakers(&desk), [suggest::Speaker::Known(source_id(1))]);
}

#[test]
fn a_source_that_goes_by_the_name_is_the_one_meant() {
    let mut desk = desk();
    desk.source(SourceEdit::Add { id: source_id(3), name: "Bell".into() });
    desk.source(SourceEdit::Aliases(source_id(3), "Ada Bell".into()));
    assert_eq!(speakers(&desk)[2], suggest::Speaker::Known(source_id(3)));
    desk.act(Action::Accept(2, fresh(1)));
    assert_eq!(desk.says(1), source(3));
    assert_eq!(desk.source_at(10), None);
}

#[test]
fn a_source_of_the_registry_that_was_thrown_away_is_proposed_anew() {
    let mut desk = desk();
    desk.source(SourceEdit::Add { id: source_id(3), name: "Bell".into() });
    let mut said = proposals(&desk);
    said[2].speaker = suggest::Speaker::Known(source_id(3));
    said[0].speaker = suggest::Speaker::Nobody;
    tell(&mut desk, said);
    assert_eq!(speakers(&desk)[2], suggest::Speaker::Known(source_id(3)));
    desk.source(SourceEdit::Delete(source_id(3)));
    assert!(matches!(&speakers(&desk)[2], suggest::Speaker::New(it) if it.name == "Bell"));
    desk.act(Action::Accept(0, fresh(1)));
    assert_eq!(desk.says(1), Attribution::Unattributed);
}

#[test]
fn a_selection_is_filled_in_with_what_is_proposed_for_it() {
    let mut desk = desk();
    let three = desk.range("three");
    let range = TextRange::new(three.start(), three.end());
    let select = Action::Select(Some(range), Input::Pointer);
    desk.act(select.clone());
    let found = desk.session.completion(range).unwrap();
    assert_eq!(found.speaker, new("it"));
    let to = crate::store::speaker(&found.speaker, fresh(1));
    desk.act(Action::Attribute(claim_id(1), to));
    let made = desk.claim_at(1).unwrap();
    assert_eq!(made.origin, Origin::Hand);
    assert_eq!(made.mention.as_ref().map(|it| it.range), Some(desk.range("m2")));
    assert_eq!(made.cue.as_ref().map(|it| it.range), Some(desk.range("c2")));
    assert_eq!(*made.mode, Mode::Indirect);
    assert_eq!(desk.says(1), source(10));
    assert_eq!(desk.label(), Some("attribute to it"));
    assert_eq!(offered(&desk), [0, 2]);
}

#[test]
fn a_selection_that_is_something_else_is_left_as_it_is() {
    let mut desk = desk();
    let select = |desk: &mut Desk, tag| {
        let range = desk.range(tag);
        desk.act(Action::Select(Some(range), Input::Pointer));
    };
    // The article's own words have neither mention nor cue.
    select(&mut desk, "three");
    desk.act(Action::Attribute(claim_id(1), Speaker::Known(Attribution::OwnVoice)));
    // A word of a statement, put down to somebody else.
    let four = desk.range("four");
    let word = TextRange::new(four.start().plus(6), four.end());
    desk.act(Action::Select(Some(word), Input::Pointer));
    desk.act(Action::Attribute(claim_id(2), named(1, "Eve")));
    // Where nothing is proposed.
    select(&mut desk, "m3");
    desk.act(Action::Attribute(claim_id(3), named(1, "Eve")));
    for n in 1..=3 {
        let made = desk.claim_at(n).unwrap();
        assert_eq!((&*made.mention, &*made.cue), (&None, &None), "claim {n}");
    }
}

#[test]
fn proposals_of_another_article_come_too_late() {
    let mut desk = desk();
    let first = desk.open().unwrap();
    desk.article(ArticleEdit::Add(super::fixture::article(2, "Other news.")));
    assert_eq!(desk.session.proposals, Proposals::default());
    let said = proposals(&desk).into_iter().map(Rc::new).collect();
    desk.refuses(Action::Propose(first, Proposals { reading: Reading::Finished, all: said }));
}

#[test]
fn looking_at_a_proposal_lets_go_of_all_else_and_the_other_way_round() {
    let mut desk = desk();
    desk.create(1, "m3", named(1, "Ada"));
    desk.act(Action::Choose(Some(claim_id(1))));
    desk.act(Action::LookAt(Some(0)));
    assert_eq!((desk.session.chosen, desk.session.offered), (None, Some(0)));
    desk.act(Action::MoveCursor(Direction::Forward, ByteOffset::ZERO));
    assert_eq!(desk.session.offered, None);
    desk.act(Action::LookAt(Some(0)));
    assert_eq!(desk.session.cursor, None);
    desk.act(Action::Choose(Some(claim_id(1))));
    assert_eq!(desk.session.offered, None);
    desk.act(Action::LookAt(Some(0)));
    desk.act(Action::Escape);
    assert_eq!(desk.session.offered, None);
    desk.refuses(Action::LookAt(Some(7)));
}

#[test]
fn the_next_proposal_is_looked_for_from_where_the_reader_is() {
    let mut desk = desk();
    let on = |desk: &mut Desk, direction, from| {
        desk.act(Action::LookOn(direction, from));
        desk.session.offered
    };
    let three = desk.range("three").start();
    assert_eq!(on(&mut desk, Direction::Forward, three), Some(1));
    assert_eq!(on(&mut desk, Direction::Forward, ByteOffset::ZERO), Some(2));
    assert_eq!(on(&mut desk, Direction::Forward, ByteOffset::ZERO), Some(2), "the last stays");
    assert_eq!(on(&mut desk, Direction::Back, ByteOffset::ZERO), Some(1));
    desk.create(1, "m3", named(1, "Ada"));
    desk.act(Action::Choose(Some(claim_id(1))));
    assert_eq!(on(&mut desk, Direction::Back, ByteOffset::ZERO), Some(1));
}

#[test]
fn a_click_comes_to_the_proposals_after_the_claims() {
    let mut desk = desk();
    let three = desk.range("three");
    let word = TextRange::new(three.start(), three.start().plus(5));
    desk.claim(ClaimEdit::Create { id: claim_id(1), range: word, speaker: named(1, "Ada") });
    let at = three.start().plus(1);
    desk.act(Action::Click(at));
    assert_eq!((desk.session.chosen, desk.session.offered), (Some(claim_id(1)), None));
    desk.act(Action::Click(at));
    assert_eq!((desk.session.chosen, desk.session.offered), (None, Some(1)));
    desk.act(Action::Click(at));
    assert_eq!((desk.session.chosen, desk.session.offered), (Some(claim_id(1)), None));
    desk.act(Action::Click(desk.range("m3").start()));
    assert_eq!((desk.session.chosen, desk.session.offered), (None, None));
}

#[test]
fn switched_off_nothing_is_proposed() {
    let mut desk = desk();
    desk.act(Action::LookAt(Some(0)));
    desk.act(Action::Settings(Settings { propose: false, ..Settings::default() }));
    assert_eq!((offered(&desk), desk.session.offered), (vec![], None));
    assert_eq!(**desk.session.offers(), Offers::default());
}

#[test]
fn progress_is_shown_without_letting_go_of_anything() {
    let mut desk = Desk::with(STORY);
    let open = desk.open().unwrap();
    for percent in [10, 20] {
        let reading = Reading::Read(percent);
        desk.act(Action::Propose(open, Proposals { reading, ..Proposals::default() }));
        assert_eq!(desk.session.proposals.reading, reading);
    }
}
