//! Whom mentions mean: each tag of the notation is the name that its mention should lead to.

use super::*;
use crate::{
    annotation::SourceKind,
    article::{Block, BlockKind},
    text::{TextRange, fixture::tagged},
};

/// The text, what was expected for each mention, and what the resolver says. Where there are several blocks, the first is
/// the headline. A tag “+” is content of the mention behind it.
fn resolve(notation: &str) -> Vec<(String, NewSource)> {
    let (text, mut tags) = tagged(notation);
    tags.sort_by_key(|(_, range)| *range);
    let mut resolver = Resolver::default();
    let (mut start, blocks) = (0, text.split("\n\n").count());
    for (number, block) in text.split("\n\n").enumerate() {
        let headline = blocks > 1 && number == 0;
        let kind = if headline { BlockKind::Headline } else { BlockKind::Paragraph };
        let range = TextRange::bytes(start, start + block.len());
        resolver.read(&Passage::read(&text, &Block { kind, range, marks: vec![] }));
        start += block.len() + 2;
    }
    let (mut found, mut names, mut content) = (Vec::new(), Vec::new(), Vec::new());
    for (name, range) in tags {
        if name == "+" {
            content.push(range);
        } else {
            found.push(Attributed { content: std::mem::take(&mut content), ..mentioned(range) });
            names.push(name);
        }
    }
    let resolved = resolver.resolve(&text, &found, &[]);
    let name = |resolved: Resolved| match resolved.speaker {
        Speaker::New(source) => source,
        Speaker::Known(_) | Speaker::Nobody => NewSource::named("nobody"),
    };
    names.into_iter().zip(resolved.into_iter().map(name)).collect()
}

/// An attribution of which only the mention is known.
fn mentioned(mention: TextRange) -> Attributed {
    Attributed {
        content: Vec::new(),
        mention: Some(mention),
        antecedent: None,
        cue: None,
        words: Default::default(),
        rule: None,
        confidence: 1.0,
        signs: [0.0; crate::suggest::confidence::SIGNS],
        extent: Default::default(),
    }
}

#[track_caller]
fn check(notation: &str) {
    for (wanted, got) in resolve(notation) {
        assert_eq!(wanted, got.name, "{notation}");
    }
}

#[track_caller]
fn kind(notation: &str) -> (SourceKind, Option<String>) {
    let (_, source) = resolve(notation).remove(0);
    (source.kind, source.parent)
}

#[test]
fn names_are_gathered_by_surname_under_the_longest_form() {
    check(
        "[Karin Lind]Karin Lind, a geologist[/], said so. [Karin Lind]Lind[/] said more. [Karin Lind]Ms. Lind[/] left.",
    );
    check(
        "[Sergey Lavrov]Russian Foreign Minister Sergey Lavrov[/] said so, [Sergey Lavrov]Lavrov[/] said.",
    );
    check("[Gleb Trofimov]Deputy Minister of Health Gleb Trofimov[/] said so.");
    check("[Naomi Ferris]Naomi Ferris KC[/] said so.");
}

#[test]
fn the_same_surname_with_another_title_is_another_person() {
    check("[Arvid Pellerin]Mr. Arvid Pellerin[/] said so. [Pellerin]Mrs. Pellerin[/] said no.");
}

#[test]
fn short_forms_and_acronyms_are_the_institution() {
    check(
        "[Transport Union Solidarity]The Transport Union Solidarity (TUS)[/] said so; [Transport Union Solidarity]the TUS[/] said.",
    );
    check(
        "[Brightpath Systems]Brightpath Systems[/] said so. [Brightpath Systems]Brightpath[/] said more.",
    );
}

#[test]
fn pronouns_follow_gender_and_kind() {
    check(
        "[Karin Lind]Karin Lind[/] met Peter Holm. [Karin Lind]She[/] said so. [Peter Holm]He[/] said no.",
    );
    check("[Kremlin]The Kremlin[/] said so to Vladimir Putin. [Kremlin]It[/] said more.");
    check(
        "[press service of the president]The press service of the president[/] said so. [press service of the president]It[/] said more.",
    );
}

#[test]
fn roles_lead_to_who_was_said_to_have_them() {
    check("Karin Lind, the mayor, met the press. [Karin Lind]The mayor[/] said so.");
    check("The Harbour Workers’ Union met. [Harbour Workers’ Union]The union[/] said so.");
}

#[test]
fn who_speaks_for_an_institution_without_a_name_is_the_institution() {
    check(
        "[Kremlin]A spokesman for the Kremlin[/] said so. [Kremlin]A Kremlin spokeswoman[/] said more.",
    );
    check("[EU]The latest EU figures[/] say so.");
}

#[test]
fn descriptions_stay_what_they_are() {
    check("[Two officials]Two officials[/] said so. [neighbour]A neighbour[/] said more.");
    check("The tax authority closed. [tax authority]The authority[/] said so.");
}

#[test]
fn he_is_the_subject_of_the_sentence_before() {
    check(
        "Peter Holm met James Rook at the bridge. It rained. Peter Holm was wet. [Peter Holm]He[/] said so.",
    );
    check("Peter Holm left. Olu Bakare saw James Rook. [Olu Bakare]He[/] said so.");
}

#[test]
fn a_pronoun_elsewhere_tells_the_gender() {
    check(
        "Adaku Eze won. She smiled. She left.\n\nOn the bridge were Adaku Eze and Ilan Dor. [Adaku Eze]She[/] said so.",
    );
    check(
        "A driver saw a nurse. The nurse had lost her way. The driver was late. [driver]He[/] said so.",
    );
}

#[test]
fn nobody_speaks_of_himself_by_name() {
    check("Karin Lind spoke. [+]Anna Rook has won[/], [Karin Lind]she[/] said.");
}

#[test]
fn people_without_a_name_are_meant_too() {
    check("It rained. A waiter brought the coats. [waiter]He[/] said so.");
    check("A visitor came from Leeds. [visitor]She[/] said so.");
    check("[government]A government spokesman[/] spoke. [government]He[/] said more.");
}

#[test]
fn who_is_a_person_and_which_a_thing() {
    check("Moira Teague of the Workers’ Union, [Moira Teague]who[/] said so, left.");
    check("Karin Lind of the Workers’ Union, [Workers’ Union]which[/] said so, left.");
}

#[test]
fn an_apposition_is_who_stands_before_it() {
    check("Karin Lind, a geologist from Varnes, [Karin Lind]who[/] said so, left.");
    check("Its author, Karin Lind, was late. [Karin Lind]She[/] said so.");
}

#[test]
fn what_stands_around_a_name_tells_what_it_is() {
    check(
        "Anna Rook came. Village head Mara Kol, who had lost her land, met the police in South Tolm. [Mara Kol]She[/] said so.",
    );
    check("Karin Lind left. “I’ve won.” [Karin Lind]She[/] said so.");
}

#[test]
fn some_of_a_group_are_the_group() {
    check(
        "Three EU diplomats met. [Three EU diplomats]They[/] said so. [Three EU diplomats]Two of the diplomats[/] left.",
    );
    check(
        "Nurses in the ward spoke. [Nurses]One of them[/] said so. [Nurses]Several[/] said more.",
    );
    check("[others]others[/] said so.");
}

#[test]
fn a_headline_speaks_of_who_is_named_below() {
    check(
        "[Hendra Wiryawan]Minister[/]: no imports\n\nFood Minister Hendra Wiryawan spoke on Friday.",
    );
}

#[test]
fn a_name_behind_a_description_is_the_name() {
    check("[Clémence Adler]Its author, the historian Clémence Adler,[/] said so.");
    check("[Water Companies Forum]Their lobby, the Water Companies Forum,[/] said so.");
    check("[Pavel Obraztsov]Deputy head of the directorate Pavel Obraztsov[/] said so.");
    check("[Aoife Brophy]a student nurse named Aoife Brophy[/] said so.");
    check("[trader in Austin]A trader in Austin, Texas,[/] said so.");
}

#[test]
fn the_company_is_a_firm() {
    check(
        "Veltkamp Analytics, which built it, was silent. The University of Graz met in Lima. [Veltkamp Analytics]The company[/] said so.",
    );
    check(
        "The daily Die Warte has it. Karin Lind met the Workers’ Union. [Die Warte]The paper[/] said so.",
    );
}

#[test]
fn who_speaks_for_nobody_in_particular_speaks_for_the_last_institution() {
    check("The Education Ministry would study it. [Education Ministry]A spokesperson[/] said so.");
    check(
        "[Banco Meridional]Analysts at Banco Meridional[/] said so; [ministry]a ministry official[/] said no.",
    );
}

#[test]
fn another_of_its_kind_is_another() {
    check(
        "[World Ice Federation]The World Ice Federation[/] said so. [Italian federation]The Italian federation[/] said no.",
    );
    check(
        "The Rimba News Agency has it. [Singapore’s environment agency]Singapore’s environment agency[/] said so.",
    );
    check("The Police Act was old. [police]The police[/] said so.");
}

#[test]
fn an_owner_that_is_a_pronoun_is_no_part_of_the_name() {
    check("[mother]His mother[/] said so.");
}

#[test]
fn names_of_institutions_go_on_behind_small_words() {
    check("[Friends of the Museum]The Friends of the Museum[/] said so.");
    check("[Office of the Victims’ Advocate]The Office of the Victims’ Advocate[/] said so.");
    check("[Association of Head Teachers]The Association of Head Teachers[/] said so.");
    check(
        "[Declan Tobin]Minister for Enterprise Declan Tobin[/] said so. [Declan Tobin]The minister[/] left.",
    );
}

#[test]
fn kinds_and_parents_are_guessed() {
    assert_eq!(kind("[x]Two officials[/] said so."), (SourceKind::Unnamed, None));
    assert_eq!(kind("[x]A report[/] said so."), (SourceKind::Document, None));
    assert_eq!(kind("[x]The Transport Ministry[/] said so."), (SourceKind::Government, None));
    assert_eq!(kind("[x]The Treasury[/] said so."), (SourceKind::Government, None));
    assert_eq!(kind("[x]The Varnes Herald[/] said so."), (SourceKind::Media, None));
    assert_eq!(kind("[x]The Harbour Workers’ Union[/] said so."), (SourceKind::Organization, None));
    let union = Some("Harbour Workers’ Union".to_owned());
    let notation = "[x]Karin Lind, a spokeswoman for the Harbour Workers’ Union[/], said so.";
    assert_eq!(kind(notation), (SourceKind::Person, union));
    let notation = "[x]Russian Foreign Minister Sergey Lavrov[/] said so.";
    assert_eq!(kind(notation), (SourceKind::Person, Some("Russian government".to_owned())));
}
