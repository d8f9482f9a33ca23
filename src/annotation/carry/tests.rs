//! Claims of one text in another.

use std::rc::Rc;

use super::*;
use crate::{
    annotation::{Attribution, Creator, Mode, Origin, Verdict},
    article::{BlockKind, BodyBuilder},
    record::{ArticleId, ClaimId, NodeId, Register, Stamp, Timestamp},
    text::fixture::tagged,
};

fn article(text: &str) -> Article {
    let stamp = Stamp::shipped();
    let mut body = BodyBuilder::default();
    for block in text.split("\n\n") {
        body.block(BlockKind::Paragraph, block);
    }
    Article {
        id: ArticleId::from_u128(1),
        previous: None,
        opened: Timestamp::from_millis(1),
        body: body.build().unwrap().into(),
        language: None,
        byline: None,
        dateline: None,
        published: None,
        site: None,
        title: Register::new("Taxes".into(), stamp),
        url: Register::new(None, stamp),
        deleted: Register::new(false, stamp),
        dismissed: crate::article::Dismissed::default(),
    }
}

/// A claim of the ranges tagged `c`, with those tagged `m` and `q` as mention and cue.
fn claim(text: &str, ranges: &[(String, TextRange)]) -> Claim {
    let stamp = Stamp::shipped();
    let tagged = |tag: &str| -> Vec<Anchor> {
        let of_tag = ranges.iter().filter(|(name, _)| name == tag);
        of_tag.map(|(_, range)| describe(text, *range).unwrap()).collect()
    };
    Claim {
        id: ClaimId::from_u128(1),
        article: ArticleId::from_u128(1),
        created: Timestamp::from_millis(1),
        creator: Creator { id: NodeId::from_u128(1), name: "".into() },
        origin: Origin::Hand,
        content: Register::new(tagged("c").into(), stamp),
        attribution: Register::new(Attribution::OwnVoice, stamp),
        mention: Register::new(tagged("m").pop(), stamp),
        cue: Register::new(tagged("q").pop(), stamp),
        mode: Register::new(Mode::Indirect, stamp),
        verdict: Register::new(Verdict::Unchecked, stamp),
        evidence: Register::new([].into(), stamp),
        note: Register::new("".into(), stamp),
        tags: Register::new([].into(), stamp),
        deleted: Register::new(false, stamp),
    }
}

/// Carries the claim of `old` over to `new`, whose tagged ranges are where the fragments should stand.
#[track_caller]
fn check(old: &str, new: &str, expect: &str) {
    let ((before, ranges), (after, expected)) = (tagged(old), tagged(new));
    let (old, new) = (article(&before), article(&after));
    let claim = Rc::new(claim(old.body.text(), &ranges));
    let carried = carry_over(&old, [&claim], &new.body);
    let (name, found): (String, Vec<TextRange>) = match &carried[0].outcome {
        Outcome::Exact(ranges) => ("exact".into(), ranges.clone()),
        Outcome::Moved(ranges) => ("moved".into(), ranges.clone()),
        Outcome::Reworded { parts, flags } => {
            let labels: Vec<_> =
                flags.labels().map(|label| label.split(' ').nth(1).unwrap()).collect();
            let name = ["reworded"].into_iter().chain(labels).collect::<Vec<_>>().join(" ");
            (name, parts.iter().map(|part| part.range).collect())
        }
        Outcome::Orphan => ("orphan".into(), vec![]),
    };
    assert_eq!(name, expect, "{before} → {after}");
    let words = |ranges: &[TextRange]| -> Vec<String> {
        ranges.iter().map(|it| new.body.slice(*it).to_owned()).collect()
    };
    let expected: Vec<TextRange> = expected.into_iter().map(|(_, range)| range).collect();
    assert_eq!(words(&found), words(&expected), "{before} → {after}");
}

#[test]
fn claims_that_stand_or_moved_are_carried_over() {
    let old = "The mayor said [c]taxes fell[/] in town.\n\nIt rains.";
    check(old, "The mayor said [c]taxes fell[/] in town.\n\nIt snows now.", "exact");
    check(old, "It snows.\n\nThe mayor said [c]taxes fell[/] in town.\n\nIt rains.", "moved");
}

/// The minister is further away than an anchor's 32 characters.
#[test]
fn the_whole_sentence_counts() {
    let old = "The mayor, who spoke to reporters at the town hall this morning, said that [c]taxes fell[/].";
    check(old, &old.replace("mayor", "minister"), "reworded words");
    check(&format!("It rains. {old}"), &format!("It snows a lot today. {old}"), "moved");
}

/// Both said it in the same words; the first paragraph is gone, and what is left is the other's.
#[test]
fn what_stood_twice_is_not_taken_from_the_other() {
    let old = "The mayor came in.\n\n“[c]No comment[/],” he said, and left.\n\nThe minister came in.\n\n“No comment,” he \
        said, and left.";
    check(old, "The minister came in.\n\n“No comment,” he said, and left.", "orphan");
    check(old, &format!("It rains.\n\n{old}"), "moved");
}

#[test]
fn where_the_text_no_longer_attributes_the_claim_is_to_be_decided() {
    let old = "[m]The mayor[/] spoke at the town hall this morning. It was a short speech. [c]All local taxes fell last year.[/]";
    let new = "The minister spoke at the town hall this morning. It was a short speech. [c]All local taxes fell last year.[/]";
    check(old, new, "reworded words");
    check(&old.replace("[m]The mayor[/]", "The mayor"), new, "moved");
}

#[test]
fn a_claim_ends_as_its_worst_fragment_does() {
    let old = "“[c]The local taxes fell[/],” said the mayor of the town, “[c]and the prices fell too[/].”";
    check(old, &format!("It rains.\n\n{old}"), "moved");
    check(old, &old.replace("prices", "rents"), "reworded words");
    check(old, "“The local taxes fell,” said the mayor of the town.", "orphan");
}

#[test]
fn typography_may_be_ticked_and_other_words_may_not() {
    let (text, ranges) = tagged("The mayor said [c]\"taxes fell\" sharply[/] in town.");
    let (old, claim) = (article(&text), Rc::new(claim(&text, &ranges)));
    let typography =
        |new: &str| carry_over(&old, [&claim], &article(new).body)[0].outcome.is_typography();
    assert!(typography("The mayor said “taxes fell” sharply in town."));
    assert!(!typography("The mayor said “taxes fell” steeply in town."));
    assert!(!typography("The baron said “taxes fell” sharply in town."));
    assert!(!typography(&text), "nothing to decide");
}

#[test]
fn counts_add_up() {
    let (text, ranges) = tagged("The mayor said [c]taxes fell sharply[/] in town.");
    let old = article(&text);
    let claim = Rc::new(claim(&text, &ranges));
    let tally = |new: &str| Tally::of(&carry_over(&old, [&claim, &claim], &article(new).body));
    assert_eq!(tally(&text), Tally { exact: 2, ..Tally::default() });
    let new = text.replace("fell", "never fell");
    assert_eq!(tally(&new), Tally { reworded: 2, flagged: 2, ..Tally::default() });
    assert_eq!(tally("It rains."), Tally { orphans: 2, ..Tally::default() });
}
