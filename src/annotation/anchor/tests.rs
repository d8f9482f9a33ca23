//! What becomes of claims when the article changes.

use proptest::{collection::vec, prelude::*, sample::Index};

use super::*;
use crate::text::fixture::{tagged, tagged_one};

/// Describes the range of `old`, and finds it in the text of `new`, whose one range is tagged with the outcome: `exact`,
/// `moved`, or `reworded` with its flags. Without a range, an orphan.
#[track_caller]
fn check(old: &str, new: &str) {
    let (before, range) = tagged_one(old);
    let (after, expected) = tagged(new);
    let anchor = describe(&before, range).unwrap();
    let found = match resolve(&after, &anchor) {
        Resolution::Exact(range) => vec![("exact".to_owned(), range)],
        Resolution::Moved(range) => vec![("moved".to_owned(), range)],
        Resolution::Reworded(it) => vec![(written(&it.flags), it.range)],
        Resolution::Orphan => vec![],
    };
    let words = |found: &[(String, TextRange)]| -> Vec<_> {
        found
            .iter()
            .map(|(tag, range)| (tag.clone(), range.of(&after).unwrap().to_owned()))
            .collect()
    };
    assert_eq!(words(&found), words(&expected), "{old} → {new}");
    assert_eq!(found, expected, "{old} → {new}");
}

fn written(flags: &Flags) -> String {
    let all = [
        (true, "reworded"),
        (flags.negation, "negation"),
        (flags.number, "number"),
        (flags.name, "name"),
        (flags.surroundings, "surroundings"),
    ];
    let set: Vec<_> = all.into_iter().filter(|(set, _)| *set).map(|(_, word)| word).collect();
    set.join(" ")
}

#[test]
fn words_stay_where_they_are() {
    check(
        "The mayor said [c]taxes fell[/]. The minister said taxes fell too.",
        "The mayor said [exact]taxes fell[/]. The minister said taxes fell too.",
    );
    check(
        "The mayor said [c]taxes fell[/].\n\nIt rains.",
        "The mayor said [exact]taxes fell[/].\n\nIt snows today.",
    );
}

#[test]
fn words_are_followed_with_their_surroundings() {
    check(
        "The mayor said [c]taxes fell[/] in town.",
        "News broke.\n\nThe mayor said [moved]taxes fell[/] in town.",
    );
    check(
        "It rains.\n\nThe mayor said [c]taxes fell[/] in town.",
        "The mayor said [moved]taxes fell[/] in town.",
    );
    check(
        "The mayor said [c]taxes fell[/] in town. The minister said taxes fell too.",
        "The minister said taxes fell too.\n\nThe mayor said [moved]taxes fell[/] in town. The minister said taxes fell too.",
    );
}

#[test]
fn paragraphs_may_change_places() {
    let (mayor, baron) = ("The mayor said [c]taxes fell[/] now.", "The baron said taxes fell now.");
    check(
        &format!("{mayor}\n\n{baron}"),
        &format!("{baron}\n\n{}", mayor.replace("[c]", "[moved]")),
    );
    check(
        "[c]No tax was ever raised by this council in all its years, the mayor said.[/]\n\nIt rains.\n\nIt snows.",
        "It rains.\n\nIt snows.\n\n[moved]No tax was ever raised by this council in all its years, the mayor said.[/]",
    );
}

#[test]
fn the_same_words_of_another_speaker_are_never_taken_silently() {
    check(
        "The mayor said [c]taxes fell[/]. The minister said taxes fell too.",
        "Nobody expected it then. The minister said taxes fell too.",
    );
    check(
        "The mayor said [c]taxes fell[/] in town.",
        "The minister said [reworded surroundings]taxes fell[/] in town.",
    );
    check(
        "The mayor said [c]taxes fell[/] in town.",
        "The mayor denied [reworded negation surroundings]taxes fell[/] in town.",
    );
    check(
        "So said Lavrov: [c]sanctions failed[/], all of them.",
        "So said Borrell: [reworded name surroundings]sanctions failed[/], all of them.",
    );
    check(
        "[c]Taxes fell[/] in town last year.",
        "The mayor denied it. [reworded surroundings]Taxes fell[/] in town last year.",
    );
}

#[test]
fn marks_around_the_words_count_where_they_say_something() {
    let old = "The mayor of the town said [c]taxes fell[/].";
    check(old, "The mayor of the town said: [moved]taxes fell[/].");
    check(old, "The mayor of the town said [reworded surroundings]taxes fell[/]?");
    check(old, "The mayor of the town said “[reworded surroundings]taxes fell[/]”.");
}

/// The mayor's sentence is gone; the minister's says the same, and is known to be the minister's.
#[test]
fn a_place_that_is_another_claims_stays_its_own() {
    let (old, claims) = tagged(
        "The mayor said [a]taxes fell[/] in town.\n\nThe minister said [b]taxes fell[/] in town.",
    );
    let anchors: Vec<_> = claims.iter().map(|(_, range)| describe(&old, *range).unwrap()).collect();
    let found = resolve_all("The minister said taxes fell in town.", &anchors);
    assert_eq!(found, [Resolution::Orphan, Resolution::Moved(TextRange::bytes(18, 28))]);
}

#[test]
fn of_several_places_that_nothing_tells_apart_none_is_taken() {
    check(
        "He said: [c]no comment[/], and left.",
        "It rains.\n\nHe said: no comment, and left.\n\nHe said: no comment, and left.",
    );
    check(
        "[c]“No.”[/]\n\nSo said the mayor of the town.",
        "“No.”\n\nSo said the minister.\n\n“No.”\n\nSo said the clerk.",
    );
}

/// One of them is gone, and nothing says which.
#[test]
fn two_claims_never_move_to_one_place() {
    let (old, claims) = tagged(
        "He said: [a]no comment[/], and left.\n\nIt rains.\n\nHe said: [b]no comment[/], and left.\n\nIt snows.",
    );
    let anchors: Vec<_> = claims.iter().map(|(_, range)| describe(&old, *range).unwrap()).collect();
    let found = resolve_all("News.\n\nHe said: no comment, and left.\n\nThe sun shines.", &anchors);
    assert_eq!(found, [Resolution::Orphan, Resolution::Orphan]);
}

#[test]
fn neighbours_tell_equal_places_apart() {
    let (old, claims) = tagged(
        "[a]The mayor of this town spoke.[/]\n\nHe said: [b]no comment[/], and left.\n\n[c]The minister of the \
         country spoke.[/]\n\nHe said: [d]no comment[/], and left.\n\n[e]The clerk of the court spoke.[/]",
    );
    let anchors: Vec<_> = claims.iter().map(|(_, range)| describe(&old, *range).unwrap()).collect();
    let new = format!("It rains.\n\n{old}");
    for (found, anchor) in resolve_all(&new, &anchors).iter().zip(&anchors) {
        let range = anchor.range;
        let moved = TextRange::new(range.start().plus(11), range.end().plus(11));
        assert_eq!(*found, Resolution::Moved(moved));
    }
}

#[test]
fn a_negation_is_never_accepted_silently() {
    check(
        "Officials said [c]Russian forces did attack[/] the border post.",
        "Officials said [reworded negation]Russian forces did not attack[/] the border post.",
    );
    check(
        "He said they [c]did attack[/] the border post.",
        "He said they [reworded negation]did not attack[/] the border post.",
    );
    check(
        "Officials said [c]they can’t leave the camp[/] this winter.",
        "Officials said [reworded negation]they can leave the camp[/] this winter.",
    );
    check(
        "He said they [c]did attack[/] the border post.",
        "He said they never [reworded negation surroundings]did attack[/] the border post.",
    );
}

#[test]
fn a_number_or_a_name_is_never_accepted_silently() {
    check(
        "Officials said [c]the repairs will cost 4 million[/] this year.",
        "Officials said [reworded number]the repairs will cost 9 million[/] this year.",
    );
    check(
        "Officials said [c]three people died at the border[/] this year.",
        "Officials said [reworded number]seven people died at the border[/] this year.",
    );
    check(
        "Officials said [c]the talks with Lavrov failed[/] this year.",
        "Officials said [reworded name]the talks with Peskov failed[/] this year.",
    );
    check(
        "[c]Lavrov said the talks had failed[/] this year.",
        "[reworded name]Peskov said the talks had failed[/] this year.",
    );
}

#[test]
fn words_that_changed_slightly_are_offered() {
    check(
        "The mayor said [c]local taxes fell sharply[/] last year.",
        "It rains.\n\nThe mayor said [reworded]local taxes fell steeply[/] last year.",
    );
    check(
        "The mayor said [c]taxes fell sharply[/] last year.",
        "The mayor said [reworded]rates fell sharply[/] last year.",
    );
    check(
        "The mayor said [c]local taxes fell sharply[/] last year.",
        "The mayor said [reworded]local taxes fell[/] last year.",
    );
    check(
        "[c]Town Taxes Fall Again[/]\n\nIt rains.",
        "[reworded]Town taxes fall yet again[/]\n\nIt rains.",
    );
}

/// The words do not hold byte for byte, so that it is no move; nothing is flagged, so that all may be accepted at once.
#[test]
fn typography_is_reworded_without_flags() {
    check(
        "He said: [c]\"It's a lie\"[/], and left.",
        "He said: [reworded]“It’s a lie”[/], and left.",
    );
    check(
        "He said [c]10\u{a0}000 people came[/], and left.",
        "He said [reworded]10 000 people came[/], and left.",
    );
    check(
        "One fine summer day [c]taxes fell[/],\r\nhe said.",
        "One fine summer day [exact]taxes fell[/],\nhe said.",
    );
    check(
        "He said \"no\": [c]taxes fell[/], he said.",
        "He said “no”: [moved]taxes fell[/], he said.",
    );
}

#[test]
fn what_is_gone_or_wholly_rewritten_is_an_orphan() {
    check("The mayor said [c]taxes fell[/] in town.", "It rains.");
    check("The mayor said [c]taxes fell[/] in town.", "");
    check("The mayor said [c]taxes fell[/] in town.", "The mayor said it would rain in town.");
}

#[test]
fn scripts_and_combining_marks_keep_their_characters() {
    check(
        "Мэр сказал: [c]налоги упали резко[/] в городе.",
        "Дождь.\n\nМэр сказал: [reworded]налоги упали сильно[/] в городе.",
    );
    check(
        "אמר ראש העיר [c]המסים ירדו השנה[/] בעיר.",
        "גשם.\n\nאמר ראש העיר [moved]המסים ירדו השנה[/] בעיר.",
    );
    check(
        "𝒜𝒜 said [c]cafe\u{301} prices 𝒜 fell[/] today.",
        "x\n\n𝒜𝒜 said [moved]cafe\u{301} prices 𝒜 fell[/] today.",
    );
    check(
        "市长说[c]税收下降了[/]很多，今年。",
        "今天下雨。\n\n市长说[moved]税收下降了[/]很多，今年。",
    );
}

#[test]
fn long_words_are_found_far_away_although_they_changed() {
    let filler = "Nothing of this has to do with it at all, said somebody. ".repeat(400);
    let claim = "The mayor said [c]the council had lowered every local tax there is[/] in town.";
    check(
        &format!("{claim}\n\n{filler}"),
        &format!(
            "{filler}\n\n{}",
            claim.replace("[c]", "[reworded]").replace("lowered", "cut down")
        ),
    );
}

#[test]
fn the_diff_says_what_changed_in_the_words_and_around() {
    let (old, range) = tagged_one("The mayor said [c]taxes fell twice[/] in town.");
    let anchor = describe(&old, range).unwrap();
    let Resolution::Reworded(it) = resolve("The clerk said taxes fell once in town.", &anchor)
    else {
        panic!("reworded");
    };
    let kept = |text: &str| Piece::Kept(text.into());
    let changed = |was: &str, is: &str| [Piece::Removed(was.into()), Piece::Added(is.into())];
    let [gone, come] = changed("mayor", "clerk");
    assert_eq!(it.before, [kept("The "), gone, come, kept(" said ")]);
    let [gone, come] = changed("twice", "once");
    assert_eq!(it.words, [kept("taxes fell "), gone, come]);
    assert_eq!(it.after, [kept(" in town.")]);
}

#[test]
fn describes_nothing_for_an_empty_range_or_half_a_character() {
    assert_eq!(describe("né", TextRange::bytes(1, 1)), None);
    assert_eq!(describe("né", TextRange::bytes(0, 2)), None);
}

#[test]
fn in_their_own_text_words_stand_at_their_position_and_orphans_nowhere() {
    let text = "The mayor said taxes fell. It rains.";
    let quote = |exact: &str| Quote { exact: exact.into(), prefix: "x".into(), suffix: "y".into() };
    let anchor = |a, b, exact| Anchor { range: TextRange::bytes(a, b), quote: quote(exact) };
    let stands = anchor(15, 25, "taxes fell");
    let orphan = describe(text, stands.range).unwrap().orphaned(ByteOffset::new(15));
    let astray = Anchor { range: TextRange::bytes(0, 3), ..describe(text, stands.range).unwrap() };
    let found = places(text, [&stands, &orphan, &astray, &anchor(4, 9, "baron")]);
    assert_eq!(found, [Some(stands.range), None, Some(stands.range), None]);
}

/// Words as news has them, few of them, so that they repeat.
fn news() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "taxes",
        "fell",
        "not",
        "“No,”",
        "he",
        "said",
        "Lavrov",
        "35",
        "города",
        "𝒜",
        "e\u{301}",
        "אמר",
        "税",
        "the",
        "mayor",
        "minister",
        "\u{a0}",
        "\n\n",
        "denied",
        ".",
    ]);
    vec(word, 1..60).prop_map(|words| words.join(" "))
}

#[derive(Clone, Debug)]
enum Change {
    Insert(Index, String),
    Remove(Index, Index),
    Swap(Index),
}

fn change() -> impl Strategy<Value = Change> {
    let at = || any::<Index>();
    prop_oneof![
        (at(), "\\PC{0,6}|not |\n\nIt rains\\.\n\n")
            .prop_map(|(at, words)| Change::Insert(at, words)),
        (at(), at()).prop_map(|(a, b)| Change::Remove(a, b)),
        at().prop_map(Change::Swap),
    ]
}

fn changed(text: &str, change: &Change) -> String {
    let edge = |index: &Index, most: usize| text.floor_char_boundary(index.index(most + 1));
    match change {
        Change::Insert(at, words) => {
            let at = edge(at, text.len());
            [&text[..at], words, &text[at..]].concat()
        }
        Change::Remove(a, b) => {
            let a = edge(a, text.len());
            let b = text.ceil_char_boundary((a + b.index(12)).min(text.len()));
            [&text[..a], &text[b..]].concat()
        }
        Change::Swap(at) => {
            let at = edge(at, text.len());
            [&text[at..], &text[..at]].concat()
        }
    }
}

/// What must hold of every outcome.
fn consistent(text: &str, anchor: &Anchor, found: &Resolution) -> Result<(), TestCaseError> {
    match found {
        Resolution::Exact(range) => {
            prop_assert_eq!(*range, anchor.range);
            prop_assert_eq!(range.of(text), Some(&*anchor.quote.exact));
        }
        Resolution::Moved(range) => {
            prop_assert_ne!(*range, anchor.range);
            prop_assert_eq!(range.of(text), Some(&*anchor.quote.exact));
        }
        Resolution::Reworded(it) => {
            let now: String = it
                .words
                .iter()
                .filter_map(|piece| match piece {
                    Piece::Kept(text) | Piece::Added(text) => Some(&**text),
                    Piece::Removed(_) => None,
                })
                .collect();
            let was: String = it
                .words
                .iter()
                .filter_map(|piece| match piece {
                    Piece::Kept(text) | Piece::Removed(text) => Some(&**text),
                    Piece::Added(_) => None,
                })
                .collect();
            prop_assert_eq!(was, &*anchor.quote.exact, "the diff starts from the words");
            let words = it.range.of(text);
            prop_assert_eq!(
                words.map(str::trim),
                Some(now.trim()),
                "and ends at what stands there"
            );
            if words == Some(&*anchor.quote.exact) {
                prop_assert!(it.flags.surroundings, "the same words are only offered for a reason");
            }
        }
        Resolution::Orphan => {}
    }
    Ok(())
}

proptest! {
    #[test]
    fn resolving_a_description_gives_the_range(text in "(\\PC|[aбe\u{301}𝒜א \\n]){1,60}", a in 0usize..240, b in 0usize..240) {
        let edge = |at: usize| (0..=at.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap();
        let range = TextRange::bytes(edge(a), edge(b));
        match describe(&text, range) {
            Some(anchor) => {
                prop_assert_eq!(resolve(&text, &anchor), Resolution::Exact(range));
                prop_assert_eq!(find(&text, &anchor), Some(range));
                prop_assert_eq!(places(&text, [&anchor]), [Some(range)]);
            }
            None => prop_assert!(range.is_empty()),
        }
    }

    #[test]
    fn whatever_changes_each_outcome_is_what_it_says(
        text in news(),
        claims in vec(any::<(Index, Index)>(), 1..8),
        changes in vec(change(), 0..4),
    ) {
        let anchors: Vec<Anchor> = claims.iter().filter_map(|(a, b)| {
            let a = text.floor_char_boundary(a.index(text.len()));
            let b = text.floor_char_boundary((a + b.index(80)).min(text.len()));
            describe(&text, TextRange::bytes(a, b))
        }).collect();
        let new = changes.iter().fold(text.clone(), |text, change| changed(&text, change));
        let found = resolve_all(&new, &anchors);
        prop_assert_eq!(found.len(), anchors.len());
        for (anchor, found) in anchors.iter().zip(&found) {
            consistent(&new, anchor, found)?;
            consistent(&new, anchor, &resolve(&new, anchor))?;
        }
    }

    /// Anchors of other tools say anything.
    #[test]
    fn any_anchor_in_any_text_is_survived(
        text in news(),
        parts in ["\\PC{0,40}|(he said)?", "\\PC{0,30}|said|taxes fell", "\\PC{0,40}|\\."],
        a in 0usize..600,
        length in 0usize..60,
    ) {
        let [prefix, exact, suffix] = parts.map(Rc::from);
        let anchor = Anchor { range: TextRange::bytes(a, a + length), quote: Quote { exact, prefix, suffix } };
        consistent(&text, &anchor, &resolve(&text, &anchor))?;
        prop_assert!(places(&text, [&anchor])[0].is_none_or(|it| it.of(&text) == Some(&*anchor.quote.exact)));
    }
}
