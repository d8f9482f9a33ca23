//! The registry: who speaks, under which names, and what becomes of their claims.

use super::fixture::{Desk, STORY, article, article_id, claim_id, named, source, source_id};
use crate::{
    annotation::{Attribution, SourceKind, SourceStyle},
    store::{
        Action, Glance, Sheet,
        edit::{ArticleEdit, ClaimEdit, SourceEdit, Speaker},
        filter::Filter,
        registry::{self, Names},
    },
};

/// Claims 1 and 2 are the mayor's (source 1), claim 3 is the minister's (source 2).
fn newsroom() -> Desk {
    let mut desk = Desk::with("[a]Taxes[/] fell [b]twice[/] or [c]never[/].");
    desk.create(1, "a", named(1, "Mayor")).create(2, "b", named(1, "Mayor")).create(
        3,
        "c",
        named(2, "Minister"),
    );
    desk
}

fn add(n: u128, name: &str) -> SourceEdit {
    SourceEdit::Add { id: source_id(n), name: name.to_owned() }
}

fn merge(from: u128, into: u128) -> SourceEdit {
    SourceEdit::Merge { from: source_id(from), into: source_id(into) }
}

fn parent(child: u128, of: u128) -> SourceEdit {
    SourceEdit::Parent(source_id(child), Some(source_id(of)))
}

fn refuses(desk: &mut Desk, edit: SourceEdit) {
    desk.refuses(Action::Edit(crate::store::edit::Edit::Source(edit)));
}

#[test]
fn a_name_is_put_on_one_line_and_a_blank_one_refused() {
    let mut desk = Desk::empty(1);
    desk.source(add(1, "  Ministry\nof \t Defence "));
    assert_eq!(&**desk.source_at(1).unwrap().name, "Ministry of Defence");
    refuses(&mut desk, add(2, " \n\t"));
    refuses(&mut desk, SourceEdit::Rename(source_id(1), " ".into()));
}

#[test]
fn a_typed_name_reuses_the_source_that_goes_by_it() {
    let mut desk = newsroom();
    desk.source(SourceEdit::Aliases(source_id(1), "Ann Smith, the mayor’s office".into()));
    desk.claim(ClaimEdit::Attribute(claim_id(3), named(9, "ANN  smith")));
    assert_eq!(desk.says(3), source(1), "by an alias, letter case and spaces aside");
    desk.claim(ClaimEdit::Attribute(claim_id(1), named(9, "minister")));
    assert_eq!(desk.says(1), source(2), "by its name");
    assert_eq!(desk.source_at(9), None);
    refuses(&mut desk, add(9, "Ann Smith"));
}

#[test]
fn a_name_wins_over_the_same_alias() {
    let mut desk = Desk::empty(1);
    desk.source(add(1, "Kremlin")).source(SourceEdit::Aliases(source_id(1), "Putin".into()));
    desk.source(add(2, "Moscow")).source(SourceEdit::Rename(source_id(2), "Putin".into()));
    let sources = desk.session.library.sources();
    let found = crate::store::registry::named(sources, "putin").map(|source| source.id);
    assert_eq!(found, Some(source_id(2)));
}

#[test]
fn a_new_source_never_takes_an_identity_that_is_known() {
    let mut desk = newsroom();
    refuses(&mut desk, add(1, "Somebody else"));
    desk.source(SourceEdit::Delete(source_id(2)));
    refuses(&mut desk, add(2, "Somebody else"));
}

#[test]
fn new_sources_look_like_no_other() {
    let mut desk = Desk::empty(1);
    for n in 0..60 {
        desk.source(add(n, &format!("Source {n}")));
    }
    let styles: std::collections::BTreeSet<_> =
        (0..60).map(|n| *desk.source_at(n).unwrap().style).collect();
    assert_eq!(styles.len(), 60, "12 colours × 5 patterns");
    desk.source(add(60, "One too many"));
    assert!(desk.source_at(60).is_some());
}

#[test]
fn a_look_that_became_free_is_given_again() {
    let mut desk = newsroom();
    let first = *desk.source_at(1).unwrap().style;
    assert_eq!(first, SourceStyle::nth(0));
    desk.source(SourceEdit::Delete(source_id(1))).source(add(3, "EU"));
    assert_eq!(*desk.source_at(3).unwrap().style, first);
}

#[test]
fn every_field_is_edited_and_undone() {
    let mut desk = newsroom();
    let looks = SourceStyle::nth(30);
    let edits = [
        (SourceEdit::Rename(source_id(1), "Lord Mayor".into()), "rename Mayor to Lord Mayor"),
        (SourceEdit::Aliases(source_id(1), "Ann, Smith".into()), "change other names of Mayor"),
        (SourceEdit::Kind(source_id(1), SourceKind::Government), "change kind of Mayor"),
        (parent(1, 2), "change what Mayor belongs to"),
        (SourceEdit::Style(source_id(1), looks), "change look of Mayor"),
    ];
    for (edit, label) in edits {
        let before = desk.values();
        desk.source(edit.clone());
        let after = desk.values();
        assert_ne!(after, before, "{edit:?}");
        assert_eq!(desk.label(), Some(label));
        assert_eq!(desk.undo().values(), before, "{edit:?}");
        assert_eq!(desk.redo().values(), after, "{edit:?}");
        desk.undo();
        desk.redo();
        desk.undo();
        assert_eq!(desk.values(), before, "{edit:?}");
    }
}

#[test]
fn an_edit_that_says_what_is_so_already_is_refused() {
    let mut desk = newsroom();
    refuses(&mut desk, SourceEdit::Rename(source_id(1), "Mayor".into()));
    refuses(&mut desk, SourceEdit::Aliases(source_id(1), " , ".into()));
    refuses(&mut desk, SourceEdit::Kind(source_id(1), SourceKind::Person));
    refuses(&mut desk, SourceEdit::Parent(source_id(1), None));
    refuses(&mut desk, SourceEdit::Style(source_id(1), SourceStyle::nth(0)));
}

#[test]
fn nothing_belongs_to_itself_or_to_what_belongs_to_it() {
    let mut desk = newsroom();
    desk.source(add(3, "Council")).source(parent(1, 2)).source(parent(2, 3));
    refuses(&mut desk, parent(1, 1));
    refuses(&mut desk, parent(3, 1));
    refuses(&mut desk, parent(2, 1));
    refuses(&mut desk, parent(3, 77));
    desk.source(SourceEdit::Parent(source_id(2), None)).source(parent(3, 1));
    assert_eq!(*desk.source_at(3).unwrap().parent, Some(source_id(1)), "no ring any more");
}

#[test]
fn a_parent_must_be_alive() {
    let mut desk = newsroom();
    desk.source(add(3, "Council")).source(SourceEdit::Delete(source_id(2)));
    refuses(&mut desk, parent(1, 2));
    desk.source(merge(3, 1)).source(add(4, "Clerk"));
    refuses(&mut desk, parent(4, 3));
}

#[test]
fn merging_moves_claims_of_all_articles_names_and_children() {
    let mut desk = newsroom();
    desk.source(SourceEdit::Aliases(source_id(1), "Ann Smith".into()));
    desk.source(add(3, "Clerk")).source(parent(3, 1));
    desk.article(ArticleEdit::Add(article(2, "Taxes rose.")));
    desk.claim(ClaimEdit::Create {
        id: claim_id(4),
        range: crate::text::TextRange::bytes(0, 5),
        speaker: Speaker::Known(source(1)),
    });
    let before = desk.values();

    desk.source(merge(1, 2));
    let after = desk.values();
    assert_eq!(desk.says(4), source(2));
    let minister = desk.source_at(2).unwrap();
    let aliases: Vec<&str> = minister.aliases.iter().map(|alias| &**alias).collect();
    assert_eq!(aliases, ["Ann Smith", "Mayor"]);
    assert_eq!(*desk.source_at(3).unwrap().parent, Some(source_id(2)));
    assert_eq!(desk.source_at(1), None);
    desk.act(Action::Open(article_id(1)));
    assert_eq!([1, 2, 3].map(|n| desk.says(n)), [source(2); 3]);

    assert_eq!(desk.undo().values(), before);
    assert_eq!(desk.open(), Some(article_id(2)), "where it was done");
    assert_eq!(desk.redo().values(), after);
}

#[test]
fn merging_into_a_descendant_leaves_no_ring() {
    // The minister belongs to the clerk, who belongs to the mayor, who belongs to the council.
    let mut desk = newsroom();
    desk.source(add(3, "Clerk")).source(add(4, "Council"));
    desk.source(parent(1, 4)).source(parent(3, 1)).source(parent(2, 3));
    desk.source(merge(1, 2));
    assert_eq!(*desk.source_at(2).unwrap().parent, Some(source_id(4)));
    assert_eq!(*desk.source_at(3).unwrap().parent, Some(source_id(2)));
}

#[test]
fn merging_into_itself_or_with_what_is_gone_is_refused() {
    let mut desk = newsroom();
    refuses(&mut desk, merge(1, 1));
    refuses(&mut desk, merge(1, 9));
    desk.source(merge(1, 2));
    refuses(&mut desk, merge(1, 2));
    refuses(&mut desk, merge(2, 1));
}

#[test]
fn a_claim_put_down_to_a_merged_source_is_the_other_ones() {
    // Such claims come from files that were written before the merge.
    let mut desk = newsroom();
    let old = desk.session.library.to_dataset(None);
    desk.claim(ClaimEdit::Delete(vec![claim_id(1)])).source(merge(1, 2)).source(add(3, "King"));
    desk.source(merge(2, 3));
    desk.act(Action::Edit(crate::store::edit::Edit::Import(old.into())));
    assert_eq!(desk.says(1), source(3), "by way of two merges");
}

#[test]
fn deleting_a_source_leaves_its_claims_unattributed() {
    let mut desk = newsroom();
    desk.source(add(3, "Clerk")).source(parent(3, 1));
    let before = desk.values();
    desk.source(SourceEdit::Delete(source_id(1)));
    assert_eq!([desk.says(1), desk.says(2)], [Attribution::Unattributed; 2]);
    assert_eq!(desk.says(3), source(2));
    assert_eq!(*desk.source_at(3).unwrap().parent, None);
    assert_eq!(desk.undo().values(), before);
}

#[test]
fn what_is_gone_cannot_be_edited() {
    let mut desk = newsroom();
    desk.source(SourceEdit::Delete(source_id(1)));
    refuses(&mut desk, SourceEdit::Delete(source_id(1)));
    refuses(&mut desk, SourceEdit::Rename(source_id(1), "Ghost".into()));
    refuses(&mut desk, SourceEdit::Aliases(source_id(1), "Ghost".into()));
    refuses(&mut desk, SourceEdit::Kind(source_id(1), SourceKind::Media));
    refuses(&mut desk, SourceEdit::Style(source_id(1), SourceStyle::nth(9)));
    refuses(&mut desk, parent(1, 2));
}

fn filter(of: impl IntoIterator<Item = Attribution>) -> Filter {
    Filter { attributions: of.into_iter().collect(), ..Filter::default() }
}

#[test]
fn a_filter_follows_a_source_that_became_another() {
    let mut desk = newsroom();
    desk.act(Action::Filter(filter([source(1), Attribution::OwnVoice])));
    desk.source(merge(1, 2));
    let both = filter([source(2), Attribution::OwnVoice]);
    assert_eq!(desk.session.view.filter, both);
    desk.undo();
    assert_eq!(desk.session.view.filter, both, "undo does not guess which of the two was meant");
    desk.act(Action::Filter(filter([source(1)]))).redo();
    assert_eq!(desk.session.view.filter, filter([source(2)]), "redo merges just as well");
}

#[test]
fn a_filter_lets_go_of_a_source_that_is_gone() {
    let mut desk = newsroom();
    desk.act(Action::Filter(filter([source(1), Attribution::Unattributed])));
    desk.source(SourceEdit::Delete(source_id(1)));
    assert_eq!(desk.session.view.filter, filter([Attribution::Unattributed]));
    desk.undo().act(Action::Filter(filter([source(1)]))).redo();
    assert!(desk.session.view.filter.is_empty());
}

#[test]
fn the_attribution_given_last_is_never_a_source_that_is_gone() {
    let mut desk = newsroom();
    let give = |desk: &mut Desk| {
        desk.act(Action::Choose(Some(claim_id(3)))).act(Action::OpenBar);
        desk.act(Action::Attribute(claim_id(9), Speaker::Known(source(1))));
    };
    give(&mut desk);
    assert_eq!(desk.session.view.last_used, Some(source(1)));
    desk.source(merge(1, 2));
    assert_eq!(desk.session.view.last_used, Some(source(2)));
    desk.source(SourceEdit::Delete(source_id(2)));
    assert_eq!(desk.session.view.last_used, None);
}

#[test]
fn the_sheet_of_a_source_follows_it() {
    let mut desk = newsroom();
    desk.act(Action::Show(Some(Sheet::Source(source_id(1))))).source(merge(1, 2));
    assert_eq!(desk.session.sheet, Some(Sheet::Source(source_id(2))));
    desk.source(SourceEdit::Delete(source_id(2)));
    assert_eq!(desk.session.sheet, None);
}

#[test]
fn what_takes_claims_along_is_announced_and_offers_undo() {
    let mut desk = newsroom();
    desk.source(SourceEdit::Kind(source_id(1), SourceKind::Government));
    assert_eq!(desk.session.notice, None);
    desk.source(merge(1, 2));
    let notice = desk.session.notice.clone().unwrap();
    assert_eq!((notice.text.as_str(), notice.undoes), ("Merge Mayor into Minister", true));
    desk.undo();
    let notice = desk.session.notice.clone().unwrap();
    assert_eq!((notice.text.as_str(), notice.undoes), ("Undone: merge Mayor into Minister", false));
    desk.act(Action::Glance(Glance::HideNotice));
    assert_eq!(desk.session.notice, None);
}

#[test]
fn many_names_find_the_sources_that_one_name_finds() {
    let mut desk = Desk::with(STORY);
    for (n, name) in [(1, "Mayor"), (2, "Minister"), (3, "mayor’s office"), (4, "Clerk")] {
        desk.source(SourceEdit::Add { id: source_id(n), name: name.into() });
    }
    desk.source(SourceEdit::Aliases(source_id(4), "minister, ΟΔΥΣΣΕΥΣ, the office".into()));
    desk.source(SourceEdit::Aliases(source_id(3), "The Office".into()));
    desk.source(SourceEdit::Delete(source_id(1)));
    let sources = desk.session.library.sources();
    let names = Names::of(sources);
    let found = ["mayor", "MINISTER", "οδυσσευς", "the office", "Mayor’s Office", "nobody", ""];
    let expected = [None, Some(2), Some(4), Some(3), Some(3), None, None];
    for (name, expected) in found.into_iter().zip(expected) {
        let expected = expected.map(source_id);
        assert_eq!(names.find(name), expected, "{name}");
        assert_eq!(registry::named(sources, name).map(|it| it.id), expected, "{name}");
    }
}
