//! What takes long is done in parts, and is one step all the same.

use std::rc::Rc;

use super::fixture::{Desk, article_id, claim_id, source_id};
use crate::{
    annotation::Mode,
    record::ClaimId,
    store::{
        Action, Fresh, Proposals, Reading,
        edit::{ArticleEdit, ClaimEdit, SourceEdit},
    },
    suggest::{NewSource, Proposal, Speaker},
    text::TextRange,
};

/// More statements than are taken over at once.
///
/// The last of them is a part of its own.
const MANY: usize = 401;

fn fresh(n: u128) -> Fresh {
    Fresh { claim: claim_id(n), source: source_id(10 * n), parent: source_id(10 * n + 1) }
}

/// A desk with so many sure proposals, each of a line.
fn desk() -> Desk {
    let mut desk = Desk::with(&vec!["Taxes fell."; MANY].join("\n\n"));
    let blocks = desk.session.article().unwrap().body.blocks().to_vec();
    let proposal = |(n, range): (usize, TextRange)| Proposal {
        content: vec![range],
        mention: None,
        antecedent: None,
        cue: None,
        mode: Mode::Indirect,
        speaker: Speaker::New(NewSource {
            name: format!("Mayor {}", n % 3),
            aliases: Vec::new(),
            kind: crate::annotation::SourceKind::Person,
            parent: None,
        }),
        group: u32::try_from(n % 3).unwrap(),
        confidence: 0.95,
        explanation: "a test".into(),
    };
    let ranges = blocks.iter().map(|block| block.range).enumerate();
    let all: Vec<Rc<Proposal>> = ranges.map(proposal).map(Rc::new).collect();
    let proposals = Proposals { reading: Reading::Finished, all: all.into() };
    desk.act(Action::Propose(article_id(1), proposals));
    assert_eq!(desk.session.offers().all().len(), MANY);
    desk
}

fn accept(desk: &mut Desk) {
    desk.act(Action::AcceptSure((1..=MANY as u128).map(fresh).collect()));
}

fn go_on(desk: &mut Desk) {
    let mut goes = 0;
    while desk.session.left() > 0 {
        let left = desk.session.left();
        desk.act(Action::GoOn);
        assert!(desk.session.left() < left, "it comes to an end");
        goes += 1;
    }
    assert!(goes > 1);
}

fn claims(desk: &Desk) -> Vec<ClaimId> {
    desk.session.placement().all().iter().map(|placed| placed.claim.id).collect()
}

#[test]
fn parts_come_to_the_same_as_the_whole_and_are_one_step() {
    let mut desk = desk();
    let before = desk.values();
    accept(&mut desk);
    assert_eq!((desk.session.left(), claims(&desk).len()), (MANY, 0));
    desk.act(Action::GoOn);
    let first = claims(&desk).len();
    assert!(first > 0 && first < MANY, "{first}");
    go_on(&mut desk);
    let ids: Vec<ClaimId> = (1..=MANY as u128).map(claim_id).collect();
    assert_eq!(claims(&desk), ids, "in the order of the text");
    assert_eq!(desk.session.library.sources().len(), 3, "each source is made once");
    assert_eq!(desk.label(), Some("accept 401 proposals"));
    let notice = desk.session.notice.clone().unwrap();
    assert_eq!((notice.text.as_str(), notice.undoes), ("Accept 401 proposals", true));
    let after = desk.values();

    desk.undo();
    desk.act(Action::GoOn);
    assert!(
        claims(&desk).len() < MANY && !claims(&desk).is_empty(),
        "it goes back in parts as well"
    );
    go_on(&mut desk);
    assert_eq!(desk.values(), before);
    assert_eq!(desk.session.offers().all().len(), MANY);
    assert_eq!(desk.session.notice.as_ref().unwrap().text, "Undone: accept 401 proposals");
    desk.redo();
    go_on(&mut desk);
    assert_eq!(desk.values(), after);
    assert_eq!(desk.session.notice.as_ref().unwrap().text, "Redone: accept 401 proposals");
    desk.undo();
    go_on(&mut desk);
    assert_eq!(desk.values(), before);
}

#[test]
fn whoever_does_something_else_meanwhile_finds_it_done() {
    let mut desk = desk();
    let before = desk.values();
    accept(&mut desk);
    desk.source(SourceEdit::Add { id: source_id(5), name: "Minsk".into() });
    assert_eq!(desk.session.left(), 0);
    assert_eq!(claims(&desk).len(), MANY);
    desk.undo();
    assert_eq!(desk.label(), Some("accept 401 proposals"));

    desk.undo();
    desk.redo();
    assert_eq!(desk.values(), before, "all was taken back");
    desk.act(Action::GoOn);
    let first = claims(&desk).len();
    assert!(first > 0 && first < MANY / 2, "a part is there again: {first}");
    desk.undo();
    go_on(&mut desk);
    assert_eq!(desk.values(), before);
}

#[test]
fn another_article_does_not_stop_it() {
    let mut desk = desk();
    desk.article(ArticleEdit::Add(super::fixture::article(2, "Other.")));
    desk.act(Action::Open(article_id(1)));
    // Proposals of the first article are gone by now: a whole library of claims is thrown away instead.
    let blocks = desk.session.article().unwrap().body.blocks().to_vec();
    for (n, block) in (1..=MANY as u128).zip(&blocks) {
        let speaker = super::fixture::named(1, "Ada");
        desk.claim(ClaimEdit::Create { id: claim_id(n), range: block.range, speaker });
    }
    desk.claim(ClaimEdit::Delete(claims(&desk)));
    assert_eq!(claims(&desk), []);
    desk.undo();
    assert!(desk.session.left() > 0);
    desk.act(Action::Open(article_id(2)));
    assert_eq!((desk.open(), desk.session.left()), (Some(article_id(2)), 0));
    desk.act(Action::Open(article_id(1)));
    assert_eq!(claims(&desk).len(), MANY);
}
