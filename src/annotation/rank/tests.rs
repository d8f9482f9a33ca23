use super::*;
use crate::{
    annotation::{SourceKind, SourceStyle},
    record::{Register, Stamp, Timestamp},
    text::fixture::{real_article, tagged_one},
};

fn source(n: u128, name: &str, aliases: &[&str], kind: SourceKind) -> Rc<Source> {
    let stamp = Stamp::shipped();
    Rc::new(Source {
        id: SourceId::from_u128(n),
        created: Timestamp::from_millis(0),
        name: Register::new(name.into(), stamp),
        aliases: Register::new(aliases.iter().map(|alias| Rc::from(*alias)).collect(), stamp),
        kind: Register::new(kind, stamp),
        parent: Register::new(None, stamp),
        style: Register::new(SourceStyle::nth(0), stamp),
        merged_into: Register::new(None, stamp),
        deleted: Register::new(false, stamp),
    })
}

/// Those of the real article; Poland comes first, so that nothing is right by chance.
fn sources() -> Vec<Rc<Source>> {
    vec![
        source(1, "Poland", &["Polish authorities"], SourceKind::Government),
        source(2, "EU", &["Brussels"], SourceKind::Government),
        source(3, "Kremlin", &[], SourceKind::Government),
        source(4, "Sergey Lavrov", &[], SourceKind::Person),
        source(5, "Alexander Lukashenko", &[], SourceKind::Person),
        source(6, "press service of the Belarusian president", &[], SourceKind::Government),
    ]
}

fn name_of(id: SourceId) -> String {
    let sources = sources();
    sources.iter().find(|source| source.id == id).unwrap().name.to_string()
}

/// Who comes first for the tagged words.
fn first(notation: &str) -> String {
    let (text, range) = tagged_one(notation);
    name_of(rank(&text, range, &sources(), None, &|_| 0)[0])
}

/// Names in the text: the words, and whose they are.
fn named(text: &str) -> Vec<(String, String)> {
    let all = TextRange::bytes(0, text.len());
    let found = mentions(text, all, &sources());
    found.iter().map(|m| (m.range.of(text).unwrap().to_owned(), name_of(m.source))).collect()
}

#[test]
fn names_are_whole_words_and_the_longest_wins() {
    let pair = |words: &str, name: &str| (words.to_owned(), name.to_owned());
    assert_eq!(
        named("The EU and the NEUTRAL, eu, EUR, EU-wide."),
        [pair("EU", "EU"), pair("EU", "EU")]
    );
    assert_eq!(
        named("Sergey Lavrov met Lavrov; Sergey left."),
        [pair("Sergey Lavrov", "Sergey Lavrov"), pair("Lavrov", "Sergey Lavrov")]
    );
    assert_eq!(
        named("Press service of the Belarusian president"),
        [pair(
            "Press service of the Belarusian president",
            "press service of the Belarusian president"
        )]
    );
    assert_eq!(named("Poland’s"), [pair("Poland", "Poland")]);
}

#[test]
fn what_the_sentence_attributes_to_comes_first() {
    assert_eq!(first("[c]The EU lies[/], Lavrov said."), "Sergey Lavrov");
    assert_eq!(first("Lavrov also said [c]the EU lies[/]."), "Sergey Lavrov");
    assert_eq!(first("[c]“The EU lies,”[/] said Lavrov."), "Sergey Lavrov");
    assert_eq!(first("[c]The EU grows[/], according to the latest Kremlin figures."), "Kremlin");
    assert_eq!(first("The Kremlin said Lavrov thinks [c]that the EU lies[/]."), "Kremlin");
    // The verb after a name that is not in the same breath says nothing of it.
    assert_eq!(first("Lavrov left. [c]It lies[/], the EU, the minister and others said."), "EU");
}

#[test]
fn a_pronoun_points_back_to_who_was_attributed_to() {
    assert_eq!(
        first("Lavrov said no. Then the EU came. [c]“I left,”[/] he added."),
        "Sergey Lavrov"
    );
    assert_eq!(first("Lavrov said no. Then the EU came. [c]Rain fell[/]."), "EU");
}

#[test]
fn what_is_said_before_wins_over_what_is_spoken_of() {
    assert_eq!(first("Lavrov slammed Poland’s plan as [c]bad for the EU[/]."), "Sergey Lavrov");
    assert_eq!(first("[c]The EU[/] met."), "EU");
}

#[test]
fn the_attribution_at_the_end_of_a_quotation_counts_for_all_of_it() {
    assert_eq!(
        first("Kremlin news. “[c]The EU met.[/] Nothing came of it,” Lavrov said."),
        "Sergey Lavrov"
    );
}

#[test]
fn without_a_mention_the_one_used_last_comes_first_then_by_use() {
    let text = "Rain fell.";
    let range = TextRange::bytes(0, text.len());
    let uses = |id: SourceId| if id == SourceId::from_u128(5) { 3 } else { 0 };
    let ranked = rank(text, range, &sources(), Some(SourceId::from_u128(3)), &uses);
    let ids: Vec<SourceId> = [3, 5, 1, 2, 4, 6].map(SourceId::from_u128).into();
    assert_eq!(ranked, ids);
}

/// Read off the article by hand.
#[test]
fn the_right_source_comes_first_for_the_real_article() {
    let text = real_article();
    let cases = [
        ("The Russian president", "Belarusian-Polish border", "Kremlin"),
        ("exchanged views", "Angela Merkel", "Kremlin"),
        (
            "Putin and Lukashenko discussed “joint",
            "Union State.”",
            "press service of the Belarusian president",
        ),
        (
            "The situation in Ukraine and",
            "under discussion",
            "press service of the Belarusian president",
        ),
        ("Poland’s “unacceptable", "migrants", "Sergey Lavrov"),
        ("the country’s law", "against migrants", "Sergey Lavrov"),
        ("Poland’s authorities", "of the crisis", "Sergey Lavrov"),
        ("“The EU has", "situations,”", "Sergey Lavrov"),
        ("The EU has a Border", "Support Bureau.", "Sergey Lavrov"),
        ("the EU bodies", "for Brussels.”", "Sergey Lavrov"),
        ("“using irregular", "tool”", "EU"),
        ("trying to destabilize", "Latvia", "EU"),
        ("migrants are using", "ventures.”", "Alexander Lukashenko"),
        ("7,935 people", "last year", "EU"),
        ("stepped up border", "12,000 troops", "Poland"),
    ];
    for (from, to, speaker) in cases {
        let start = text.find(from).unwrap();
        let end = start + text[start..].find(to).unwrap() + to.len();
        let ranked = rank(&text, TextRange::bytes(start, end), &sources(), None, &|_| 0);
        assert_eq!(name_of(ranked[0]), speaker, "{from} … {to}");
    }
}

/// What the order above cannot know: who speaks is only named elsewhere, or not at all.
#[test]
fn the_articles_own_voice_is_put_down_to_whoever_it_speaks_of() {
    let text = real_article();
    let start = text.find("In October, Belarus").unwrap();
    let range = TextRange::bytes(start, start + 60);
    assert_eq!(name_of(rank(&text, range, &sources(), None, &|_| 0)[0]), "EU");
}
