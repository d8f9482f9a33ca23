//! The engine as a whole: on the real article, on any text, on texts of unusual size.

use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::{
    annotation::{Mode, Source, SourceKind, SourceStyle},
    article::{BlockKind, Body, BodyBuilder},
    record::{Register, SourceId, Stamp, Timestamp},
    text::{TextRange, fixture::real_article},
};

fn model() -> Model {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/attribution.bin");
    Model::from_bytes(&std::fs::read(path).unwrap()).unwrap()
}

fn body(text: &str) -> Body {
    let mut body = BodyBuilder::default();
    for (number, part) in text.split("\n\n").enumerate() {
        let kind = if number == 0 { BlockKind::Headline } else { BlockKind::Paragraph };
        body.block(kind, part.trim());
    }
    body.build().unwrap()
}

fn name(speaker: &Speaker) -> &str {
    match speaker {
        Speaker::New(source) => &source.name,
        Speaker::Known(_) => "known",
        Speaker::Nobody => "nobody",
    }
}

/// What each proposal says, and who says it.
fn told(body: &Body, proposals: &[Proposal]) -> Vec<(String, String)> {
    let words = |proposal: &Proposal| {
        let pieces: Vec<&str> = proposal.content.iter().map(|range| body.slice(*range)).collect();
        pieces.join(" … ")
    };
    proposals.iter().map(|p| (words(p), name(&p.speaker).to_owned())).collect()
}

/// Read off the article by hand: how each content begins and ends, and who says it. Where the mention is a pronoun, a role
/// or figures, the speaker is whom the article means.
const SAID: [(&str, &str, &str); 13] = [
    ("The Russian president", "on the Belarusian-Polish border", "Kremlin"),
    ("In a phone talk", "Germany’s acting Chancellor Angela Merkel", "Kremlin"),
    (
        "Putin and Lukashenko discussed",
        "the Union State.”",
        "press service of the Belarusian president",
    ),
    (
        "The situation in Ukraine",
        "came under discussion",
        "press service of the Belarusian president",
    ),
    ("“unacceptable behavior”", "towards migrants", "Sergey Lavrov"),
    ("the country’s law enforcement", "against migrants", "Sergey Lavrov"),
    ("Poland’s authorities are hiding", "the zone of the crisis", "Sergey Lavrov"),
    ("“The EU has a Border", "such situations,”", "Sergey Lavrov"),
    ("the EU bodies", "for Brussels.”", "Sergey Lavrov"),
    ("“using irregular migration", "“trying to destabilize the EU”", "EU"),
    ("allegations", "allegations", "Alexander Lukashenko"),
    ("migrants are using Belarus", "military ventures.”", "Alexander Lukashenko"),
    ("7,935 people tried", "last year", "EU"),
];

/// What the article says in its own voice.
const OWN: [&str; 5] = [
    "In October, Belarus suspended",
    "Polish authorities stepped up",
    "On Monday, Lukashenko and Merkel discussed",
    "12,000 troops",
    "migrants started marching",
];

#[test]
fn proposes_every_attribution_of_the_real_article() {
    let body = body(&real_article());
    let model = model();
    let told = told(&body, &propose(&body, &[], Some(&model)));
    for (from, to, speaker) in SAID {
        let found = told.iter().find(|(content, _)| content.starts_with(from));
        let found = found.unwrap_or_else(|| panic!("{from} is not proposed: {told:#?}"));
        assert!(found.0.contains(to), "{to}: {}", found.0);
        assert_eq!(found.1, speaker, "{from}");
    }
    for words in OWN {
        assert!(!told.iter().any(|(content, _)| content.contains(words)), "{words}: {told:#?}");
    }
}

#[test]
fn of_two_subjects_the_one_before_the_verb_speaks() {
    let body = body("Harbour\n\nPoland sends soldiers, Belarus denies any hand in it.");
    let told = told(&body, &propose(&body, &[], Some(&model())));
    assert_eq!(told, [("any hand in it".to_owned(), "Belarus".to_owned())]);
}

#[test]
fn according_to_needs_no_comma() {
    let body = body("Fire\n\nAccording to police two men were seen near the house.");
    let told = told(&body, &propose(&body, &[], Some(&model())));
    assert_eq!(told, [("two men were seen near the house".to_owned(), "police".to_owned())]);
}

#[test]
fn a_month_is_not_what_somebody_may_do() {
    let body = body("Taxes fell in May, says Treasury\n\nThe bridge opened again on Monday.");
    let told = told(&body, &propose(&body, &[], Some(&model())));
    assert_eq!(told, [("Taxes fell in May".to_owned(), "Treasury".to_owned())]);
}

#[test]
fn who_is_told_does_not_speak() {
    let body =
        body("Fees\n\nThe bank went on taking fees after it had been told that they were dead.");
    let told = told(&body, &propose(&body, &[], Some(&model())));
    assert_eq!(told, [("they were dead".to_owned(), "nobody".to_owned())]);
}

#[test]
fn rules_alone_find_most_of_the_real_article() {
    let body = body(&real_article());
    let told = told(&body, &propose(&body, &[], None));
    let found = |(from, to, speaker): &&(&str, &str, &str)| {
        told.iter().any(|(content, name)| {
            (content.contains(*from) || content.contains(*to)) && name == speaker
        })
    };
    let found = SAID.iter().filter(found).count();
    assert!(found >= 10, "{found}: {told:#?}");
    for words in OWN {
        assert!(!told.iter().any(|(content, _)| content.contains(words)), "{words}: {told:#?}");
    }
}

fn source(n: u128, name: &str, kind: SourceKind) -> Rc<Source> {
    let stamp = Stamp::shipped();
    Rc::new(Source {
        id: SourceId::from_u128(n),
        created: Timestamp::from_millis(0),
        name: Register::new(name.into(), stamp),
        aliases: Register::new(Rc::from([]), stamp),
        kind: Register::new(kind, stamp),
        parent: Register::new(None, stamp),
        style: Register::new(SourceStyle::nth(0), stamp),
        merged_into: Register::new(None, stamp),
        deleted: Register::new(false, stamp),
    })
}

#[test]
fn puts_words_down_to_sources_of_the_registry() {
    let known = [
        source(1, "The Kremlin", SourceKind::Government),
        source(2, "Lavrov", SourceKind::Person),
        source(3, "Alexander Lukashenko", SourceKind::Person),
    ];
    let body = body(&real_article());
    let proposals = propose(&body, &known, Some(&model()));
    let of = |words: &str| {
        let says = |p: &&Proposal| p.content.iter().any(|range| body.slice(*range).contains(words));
        proposals.iter().find(says).unwrap().speaker.clone()
    };
    assert_eq!(of("exchanged views"), Speaker::Known(SourceId::from_u128(1)));
    assert_eq!(of("are hiding"), Speaker::Known(SourceId::from_u128(2)));
    assert_eq!(of("migrants are using"), Speaker::Known(SourceId::from_u128(3)));
    assert!(matches!(of("7,935"), Speaker::New(source) if source.name == "EU"));
}

#[test]
fn proposals_of_one_speaker_share_a_group() {
    let body = body(&real_article());
    let proposals = propose(&body, &[], Some(&model()));
    for a in &proposals {
        for b in &proposals {
            assert_eq!(a.group == b.group, a.speaker == b.speaker);
        }
    }
}

#[test]
fn completes_a_selection_from_the_nearest_proposal() {
    let text = "Title\n\n“The EU left. It was late,” Sergey Lavrov said on Monday.";
    let body = body(text);
    let proposals = propose(&body, &[], Some(&model()));
    let start = text.find("It was").unwrap();
    let selection = TextRange::bytes(start, start + 11);
    let completion = complete(&body, selection, &proposals).unwrap();
    assert_eq!(name(&completion.speaker), "Sergey Lavrov");
    assert_eq!(completion.mode, Mode::Direct);
    assert_eq!(completion.cue.map(|cue| body.slice(cue)), Some("said"));
    let elsewhere = TextRange::bytes(0, 5);
    assert_eq!(complete(&body, elsewhere, &proposals), None);
}

#[test]
fn reads_in_parts_what_it_reads_at_once() {
    let body = body(&real_article());
    let model = model();
    let mut proposing = Proposing::new(&body, &[], Some(&model));
    let mut read = 0.0;
    while read < 1.0 {
        let more = proposing.read_blocks(3);
        assert!(more > read);
        read = more;
    }
    assert_eq!(proposing.finish(), propose(&body, &[], Some(&model)));
}

#[test]
fn a_text_without_a_full_stop_is_looked_at_in_proportion() {
    let looked_at = |words: usize| {
        let piece = "Lavrov said “we (left and the minister's aides claimed that ";
        let body = body(&piece.repeat(words / 10));
        let mut work = 0;
        for block in body.blocks() {
            let passage = passage::Passage::read(body.text(), block);
            // Each trigger is looked at with its window: what the tagger and the rules go over.
            work += finding::sites(&passage).map(|site| site.sentence.len()).sum::<usize>();
        }
        work
    };
    let (short, long) = (looked_at(1_000), looked_at(16_000));
    assert!(long < short * 20, "{short}, then {long} for sixteen times as much");
}

#[test]
fn a_text_without_a_full_stop_is_read_to_the_end() {
    let model = model();
    for piece in
        ["Lavrov said “we (left and ", "«“‘\"'", "“A,” he said, “", "’s the ", "İ\u{301}\u{200d}"]
    {
        let body = body(&piece.repeat(30_000 / piece.len()));
        for proposal in propose(&body, &[], Some(&model)) {
            assert!(proposal.content.iter().all(|range| range.of(body.text()).is_some()));
        }
    }
}

#[test]
fn refuses_weights_that_are_none() {
    assert_eq!(Model::from_bytes(b"PNG"), Err(ModelError::Foreign));
    let mut bytes = model().to_bytes();
    assert_eq!(Model::from_bytes(&bytes).map(|m| m.to_bytes()), Ok(bytes.clone()));
    let version = std::mem::replace(&mut bytes[4], 99);
    assert_eq!(Model::from_bytes(&bytes), Err(ModelError::Version(99)));
    bytes[4] = version;
    if let Some(last) = bytes.last_mut() {
        *last ^= 1;
    }
    assert_eq!(Model::from_bytes(&bytes), Err(ModelError::Damaged));
    assert_eq!(Model::from_bytes(&bytes[..40]), Err(ModelError::Damaged));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn any_text_is_read_and_every_range_fits(
        text in "(\\PC|[ab .,:;\n“”„\"‘’‚'`«»‹›()–—@]|said |Lavrov |the minister |according to |that |\n\n|’s |e\u{301}|İ){0,80}",
    ) {
        let mut builder = BodyBuilder::default();
        for part in text.split("\n\n") {
            builder.block(BlockKind::Paragraph, part);
        }
        let Ok(body) = builder.build() else { return Ok(()) };
        thread_local!(static MODEL: Model = model());
        MODEL.with(|model| {
            for model in [None, Some(model)] {
                for proposal in propose(&body, &[], model) {
                    let all = proposal.content.iter().chain(&proposal.mention).chain(&proposal.cue);
                    for range in all {
                        assert!(range.of(body.text()).is_some_and(|words| !words.is_empty()));
                    }
                    assert!((0.0..=1.0).contains(&proposal.confidence));
                    assert!(!proposal.content.is_empty());
                }
            }
        });
    }
}
