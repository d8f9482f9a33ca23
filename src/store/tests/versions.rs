//! Another version of an article: claims carried over, taken back, attached again.

use std::{collections::BTreeSet, rc::Rc};

use super::fixture::{Desk, article, article_id, claim_id, named, source};
use crate::{
    annotation::Attribution,
    article::Article,
    record::ClaimId,
    store::{
        Action, Input, Library,
        edit::{ArticleEdit, ClaimEdit, Edit, Part, Speaker},
    },
    text::{TextRange, fixture::tagged},
};

const OWN: Speaker = Speaker::Known(Attribution::OwnVoice);

const OLD: &str = "[m]The mayor[/] of the town [q]said[/] that [a]taxes fell last year[/] in town.\n\nNobody knows \
    [b]why the bridge was closed[/] so early.\n\n[c]It rains.[/]";
const NEW: &str = "News came in today.\n\nThe mayor of the town said that taxes fell last year in town.\n\nNobody knows \
    why the bridge was opened so early.";

/// Three claims on article 1, the first with mention, cue and note.
fn desk() -> Desk {
    let mut desk = Desk::with(OLD);
    let (m, q) = (desk.range("m"), desk.range("q"));
    desk.create(1, "a", named(1, "Mayor")).create(2, "b", OWN).create(3, "c", OWN);
    desk.claim(ClaimEdit::Mark(claim_id(1), Part::Mention, Some(m)));
    desk.claim(ClaimEdit::Mark(claim_id(1), Part::Cue, Some(q)));
    desk.claim(ClaimEdit::Note(claim_id(1), "Ask the clerk.".into()));
    desk
}

fn version(text: &str) -> Rc<Article> {
    let new = Article::clone(&article(2, &tagged(text).0));
    Rc::new(new.as_version_of(article_id(1)))
}

fn revise(text: &str, accepted: &[u128]) -> ArticleEdit {
    let accepted: BTreeSet<ClaimId> = accepted.iter().map(|n| claim_id(*n)).collect();
    ArticleEdit::Revise { version: version(text), accepted }
}

/// The words of the claims on screen where they stand, and those of the orphans.
fn words(desk: &Desk) -> (Vec<String>, Vec<String>) {
    let placement = desk.session.placement();
    let body = &desk.session.article().unwrap().body;
    let standing = placement.in_text().iter().map(|it| body.slice(it.ranges[0]).to_owned());
    let orphans = placement.orphans().iter().map(|it| it.claim.quote());
    (standing.collect(), orphans.collect())
}

#[test]
fn claims_are_carried_over_in_one_step() {
    let mut desk = desk();
    let before = desk.values();
    desk.article(revise(NEW, &[]));
    assert_eq!(desk.open(), Some(version(NEW).id));
    assert_eq!(desk.label(), Some("carry 3 claims over"));
    assert_eq!(desk.session.notice.as_ref().unwrap().text, "Carry 3 claims over");
    let (standing, orphans) = words(&desk);
    assert_eq!(standing, ["taxes fell last year"]);
    assert_eq!(orphans, ["why the bridge was closed", "It rains."]);
    let after = desk.values();
    assert_eq!(desk.undo().values(), before);
    assert_eq!(desk.open(), Some(article_id(1)));
    assert_eq!(desk.redo().values(), after);
    assert_eq!(desk.open(), Some(version(NEW).id));
}

#[test]
fn what_a_person_wrote_comes_along_and_the_old_version_stays() {
    let mut desk = desk();
    desk.article(revise(NEW, &[]));
    let library = &desk.session.library;
    let text = version(NEW);
    let claims: Vec<_> = library.live_claims(text.id).collect();
    let carried = claims.iter().find(|claim| !claim.note.is_empty()).unwrap();
    assert_eq!(&**carried.note, "Ask the clerk.");
    assert_eq!(*carried.attribution, source(1));
    let stands = |anchor: &Option<crate::annotation::Anchor>| {
        anchor.as_ref().is_some_and(|anchor| anchor.stands_in(text.body.text()))
    };
    assert!(stands(&carried.mention) && stands(&carried.cue));
    assert_eq!(library.live_claims(article_id(1)).count(), 3);
    assert_eq!(library.article(article_id(1)).unwrap().body.text(), &tagged(OLD).0.into());
}

#[test]
fn a_rewording_is_taken_over_where_it_was_accepted() {
    let mut desk = desk();
    desk.article(revise(NEW, &[2]));
    let (standing, orphans) = words(&desk);
    assert_eq!(standing, ["taxes fell last year", "why the bridge was opened"]);
    assert_eq!(orphans, ["It rains."]);
}

/// Its words may stand anywhere in the new text: it was said that they are not the claim's.
#[test]
fn an_orphan_stays_one_until_it_is_attached_again() {
    let mut desk = Desk::with("The mayor said [a]taxes fell[/] in town this year.");
    desk.create(1, "a", OWN);
    desk.article(revise("The baron said taxes fell in town this year.", &[]));
    assert_eq!(words(&desk), (vec![], vec!["taxes fell".to_owned()]));
    let orphan = desk.session.placement().orphans()[0].claim.id;
    let before = desk.values();
    let baron = TextRange::bytes(15, 25);
    desk.act(Action::Choose(Some(orphan))).act(Action::Select(Some(baron), Input::Pointer));
    desk.act(Action::ReattachChosen);
    assert_eq!(desk.label(), Some("re-attach claim"));
    assert_eq!(words(&desk), (vec!["taxes fell".to_owned()], vec![]));
    let again = ClaimEdit::Reattach(orphan, TextRange::bytes(0, 3));
    desk.refuses(Action::Edit(Edit::Claim(again)));
    assert_eq!(desk.undo().values(), before);
}

#[test]
fn a_version_that_is_there_is_only_opened() {
    let mut desk = desk();
    desk.article(revise(NEW, &[]));
    desk.act(Action::Open(article_id(1)));
    let before = desk.values();
    desk.article(revise(NEW, &[2]));
    assert_eq!(desk.open(), Some(version(NEW).id));
    assert_eq!(desk.values(), before);
}

#[test]
fn what_was_taken_back_can_be_carried_over_otherwise() {
    let mut desk = desk();
    desk.article(revise(NEW, &[])).undo();
    desk.article(revise(NEW, &[2]));
    assert_eq!(words(&desk).0.len(), 2);
    desk.undo().redo();
    assert_eq!(words(&desk).0.len(), 2);
}

#[test]
fn a_version_of_nothing_is_refused() {
    let mut desk = desk();
    let edit = |version| {
        Action::Edit(Edit::Article(ArticleEdit::Revise { version, accepted: BTreeSet::new() }))
    };
    desk.refuses(edit(article(2, "Taxes fell.")));
    let of_gone = Article::clone(&article(2, "Taxes fell.")).as_version_of(article_id(9));
    desk.refuses(edit(Rc::new(of_gone)));
}

/// The same version taken over on two devices, with other decisions, is one article with each claim once.
#[test]
fn two_devices_carry_over_to_the_same_claims() {
    let go = |accepted: &[u128], late: u64| {
        let mut desk = desk();
        desk.now += late;
        desk.article(revise(NEW, accepted));
        desk.session.library.clone()
    };
    let (a, b) = (go(&[], 0), go(&[2], 50));
    let merged = |first: &Library, second: &Library| {
        let mut data = first.to_dataset(None);
        let other = second.to_dataset(None);
        data.articles.extend(other.articles);
        data.sources.extend(other.sources);
        data.claims.extend(other.claims);
        Library::from_dataset(&data)
    };
    assert_eq!(merged(&a, &b), merged(&b, &a));
    let id = version(NEW).id;
    assert_eq!(merged(&a, &b).live_claims(id).count(), 3);
    assert_eq!(merged(&a, &b).claims(id), b.claims(id), "the later decision counts");
}
