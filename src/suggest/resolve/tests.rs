//! Whom mentions mean: each tag of the notation is the name that its mention should lead to.

use super::*;
use crate::{
    annotation::SourceKind,
    article::{Block, BlockKind},
    text::{TextRange, fixture::tagged},
};

/// The text, what was expected for each mention, and what the resolver says.
fn resolve(notation: &str) -> Vec<(String, NewSource)> {
    let (text, mut mentions) = tagged(notation);
    mentions.sort_by_key(|(_, range)| *range);
    let block =
        Block { kind: BlockKind::Paragraph, range: TextRange::bytes(0, text.len()), marks: vec![] };
    let mut resolver = Resolver::default();
    resolver.read(&Passage::read(&text, &block));
    let found: Vec<Attributed> = mentions.iter().map(|(_, range)| mentioned(*range)).collect();
    let resolved = resolver.resolve(&text, &found, &[]);
    let name = |resolved: Resolved| match resolved.speaker {
        Speaker::New(source) => source,
        Speaker::Known(_) | Speaker::Nobody => NewSource::named("nobody"),
    };
    mentions.into_iter().map(|(name, _)| name).zip(resolved.into_iter().map(name)).collect()
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
fn kinds_and_parents_are_guessed() {
    assert_eq!(kind("[x]Two officials[/] said so."), (SourceKind::Unnamed, None));
    assert_eq!(kind("[x]A report[/] said so."), (SourceKind::Document, None));
    assert_eq!(kind("[x]The Transport Ministry[/] said so."), (SourceKind::Government, None));
    assert_eq!(kind("[x]The Varnes Herald[/] said so."), (SourceKind::Media, None));
    assert_eq!(kind("[x]The Harbour Workers’ Union[/] said so."), (SourceKind::Organization, None));
    let union = Some("Harbour Workers’ Union".to_owned());
    let notation = "[x]Karin Lind, a spokeswoman for the Harbour Workers’ Union[/], said so.";
    assert_eq!(kind(notation), (SourceKind::Person, union));
    let notation = "[x]Russian Foreign Minister Sergey Lavrov[/] said so.";
    assert_eq!(kind(notation), (SourceKind::Person, Some("Russian government".to_owned())));
}
