//! The library: several articles side by side.

use super::fixture::{Desk, STORY, article, article_id, claim_id, named, source};
use crate::{
    annotation::Attribution,
    store::{
        Action, Glance, Library, Session,
        edit::{ArticleEdit, ClaimEdit, Edit, Speaker},
        filter::Filter,
        view_state::{Draft, Place, ViewState},
    },
    text::TextRange,
};

/// Articles 1, 2 and 3; the last is open.
fn library() -> Desk {
    let mut desk = Desk::with(STORY);
    desk.article(ArticleEdit::Add(article(2, "Taxes rose.")));
    desk.article(ArticleEdit::Add(article(3, "Nobody knows.")));
    desk
}

fn refuses(desk: &mut Desk, edit: ArticleEdit) {
    desk.refuses(Action::Edit(Edit::Article(edit)));
}

#[test]
fn an_article_that_is_added_is_opened_and_stands_first() {
    let desk = library();
    assert_eq!(desk.open(), Some(article_id(3)));
    assert_eq!(desk.label(), Some("open “Article 3”"));
    let shelf: Vec<_> = desk.session.library.shelf().iter().map(|a| a.id).collect();
    assert_eq!(shelf, [3, 2, 1].map(article_id), "the last opened first");
}

#[test]
fn undo_of_adding_goes_back_to_the_article_before_and_redo_to_the_new_one() {
    let mut desk = library();
    desk.act(Action::Open(article_id(1)));
    desk.article(ArticleEdit::Add(article(4, "Late news.")));
    desk.undo();
    assert_eq!(desk.open(), Some(article_id(1)));
    assert_eq!(desk.session.library.article(article_id(4)), None);
    desk.redo();
    assert_eq!(desk.open(), Some(article_id(4)));
}

#[test]
fn deleting_the_open_article_lands_on_another_and_undo_returns() {
    let mut desk = library();
    let before = desk.values();
    desk.article(ArticleEdit::Delete(article_id(3)));
    assert_eq!(desk.open(), Some(article_id(2)));
    assert_eq!(desk.session.notice.as_ref().unwrap().text, "Delete “Article 3”");
    assert_eq!(desk.undo().values(), before);
    assert_eq!(desk.open(), Some(article_id(3)));
    desk.redo();
    assert_eq!(desk.open(), Some(article_id(2)));
}

#[test]
fn deleting_another_article_leaves_the_open_one() {
    let mut desk = library();
    desk.article(ArticleEdit::Delete(article_id(1)));
    assert_eq!(desk.open(), Some(article_id(3)));
    desk.undo();
    assert_eq!(desk.open(), Some(article_id(3)));
    assert!(desk.session.library.article(article_id(1)).is_some());
}

#[test]
fn deleting_the_last_article_lets_go_of_everything_in_it() {
    let mut desk = Desk::with("[c]Taxes[/] fell.");
    desk.create(1, "c", named(1, "Mayor"));
    let before = desk.values();
    desk.act(Action::Glance(Glance::Hover(Some(claim_id(1)))))
        .act(Action::Choose(Some(claim_id(1))));
    desk.act(Action::OpenBar).article(ArticleEdit::Delete(article_id(1)));
    let session = &desk.session;
    assert_eq!(session.view.open, None);
    assert_eq!((session.chosen, session.hovered, session.bar), (None, None, None));
    assert_eq!(session.placement().all(), []);
    assert_eq!(desk.undo().values(), before);
    assert_eq!(desk.open(), Some(article_id(1)));
}

#[test]
fn the_claims_of_a_deleted_article_come_back_with_it() {
    let mut desk = Desk::with("[c]Taxes[/] fell.");
    desk.create(1, "c", named(1, "Mayor")).article(ArticleEdit::Delete(article_id(1)));
    desk.article(ArticleEdit::Add(article(1, "Taxes fell.")));
    assert_eq!(desk.open(), Some(article_id(1)));
    assert_eq!(desk.says(1), source(1));
    desk.undo();
    assert_eq!(desk.open(), None, "thrown away as it was");
}

#[test]
fn adding_what_is_there_only_opens_it() {
    let mut desk = library();
    desk.article(ArticleEdit::Rename(article_id(1), "Mine".into()));
    let (before, label) = (desk.values(), desk.label().map(str::to_owned));
    desk.article(ArticleEdit::Add(article(1, STORY)));
    assert_eq!(desk.open(), Some(article_id(1)));
    assert_eq!((desk.values(), desk.label()), (before, label.as_deref()));
    refuses(&mut desk, ArticleEdit::Add(article(1, STORY)));
}

#[test]
fn title_and_address_are_edited_and_undone() {
    let mut desk = Desk::with(STORY);
    let id = article_id(1);
    for edit in [
        ArticleEdit::Rename(id, " Taxes \n fell ".into()),
        ArticleEdit::Address(id, " https://example.org/ ".into()),
        ArticleEdit::Address(id, " ".into()),
    ] {
        let before = desk.values();
        desk.article(edit.clone());
        let after = desk.values();
        assert_ne!(after, before, "{edit:?}");
        assert_eq!(desk.undo().values(), before, "{edit:?}");
        assert_eq!(desk.redo().values(), after, "{edit:?}");
        refuses(&mut desk, edit);
    }
    assert_eq!(&**desk.session.article().unwrap().title, "Taxes fell");
    refuses(&mut desk, ArticleEdit::Rename(id, "\n".into()));
}

#[test]
fn what_is_gone_cannot_be_edited_or_opened() {
    let mut desk = library();
    let id = article_id(1);
    desk.article(ArticleEdit::Delete(id));
    refuses(&mut desk, ArticleEdit::Rename(id, "Ghost".into()));
    refuses(&mut desk, ArticleEdit::Address(id, "https://example.org/".into()));
    refuses(&mut desk, ArticleEdit::Delete(id));
    desk.refuses(Action::Open(id));
    desk.refuses(Action::Open(article_id(99)));
}

#[test]
fn each_article_keeps_its_reading_place_and_loses_its_filter() {
    let mut desk = library();
    let (one, two) = (Place { block: 1, above: 7 }, Place { block: 4, above: -3 });
    desk.act(Action::Glance(Glance::Scrolled(one)));
    let filter = Filter { text: "tax".into(), ..Filter::default() };
    desk.act(Action::Filter(filter.clone()));
    desk.refuses(Action::Open(article_id(3)));
    assert_eq!(desk.session.view.filter, filter, "it is open already");
    desk.act(Action::Open(article_id(1)));
    assert!(desk.session.view.filter.is_empty());
    assert_eq!(desk.session.place(), Place::default());
    desk.act(Action::Glance(Glance::Scrolled(two))).act(Action::Open(article_id(3)));
    assert_eq!(desk.session.place(), one);
    desk.act(Action::Open(article_id(1)));
    assert_eq!(desk.session.place(), two);
}

#[test]
fn opening_another_article_lets_go_of_what_was_looked_at() {
    let mut desk = Desk::with("[c]Taxes[/] fell.");
    desk.create(1, "c", named(1, "Mayor")).article(ArticleEdit::Add(article(2, "Taxes rose.")));
    desk.act(Action::Open(article_id(1)));
    desk.act(Action::Choose(Some(claim_id(1))))
        .act(Action::Glance(Glance::Hover(Some(claim_id(1)))));
    desk.act(Action::OpenBar).act(Action::Open(article_id(2)));
    let session = &desk.session;
    assert_eq!((session.chosen, session.hovered, session.bar), (None, None, None));
    assert_eq!(session.cursor, None);
}

#[test]
fn a_note_being_written_survives_a_look_at_another_article() {
    let mut desk = Desk::with("[c]Taxes[/] fell.");
    desk.create(1, "c", named(1, "Mayor")).article(ArticleEdit::Add(article(2, "Taxes rose.")));
    desk.act(Action::Open(article_id(1)));
    let draft = Draft { claim: claim_id(1), text: "Ask the cl".into() };
    desk.act(Action::Draft(Some(draft.clone()))).act(Action::Open(article_id(2)));
    desk.claim(ClaimEdit::Create {
        id: claim_id(2),
        range: TextRange::bytes(0, 5),
        speaker: Speaker::Known(Attribution::OwnVoice),
    });
    desk.undo();
    desk.act(Action::Open(article_id(1))).claim(ClaimEdit::Delete(vec![claim_id(1)])).undo();
    assert_eq!(desk.session.view.draft, Some(draft));
}

#[test]
fn a_session_starts_on_the_article_that_was_open() {
    let library = library().session.library.clone();
    let filter = Filter { text: "tax".into(), ..Filter::default() };
    let view = ViewState { open: Some(article_id(1)), filter, ..ViewState::default() };
    let session = Session::new(super::fixture::node(1), library.clone(), view.clone());
    assert_eq!(session.view, view);
    let gone = ViewState { open: Some(article_id(9)), ..view };
    let session = Session::new(super::fixture::node(1), library, gone.clone());
    assert_eq!(session.view.open, Some(article_id(3)), "the last opened, where that one is gone");
    assert!(session.view.filter.is_empty());
    let session = Session::new(super::fixture::node(1), Library::default(), gone);
    assert_eq!(session.view.open, None);
}

#[test]
fn a_session_starts_on_the_note_that_was_being_written() {
    let mut desk = Desk::with("[c]Taxes[/] fell.");
    desk.create(1, "c", named(1, "Mayor"));
    let library = desk.session.library.clone();
    let writing = |claim| {
        let draft = Some(Draft { claim, text: "Ask".into() });
        let view = ViewState { open: Some(article_id(1)), draft, ..ViewState::default() };
        Session::new(super::fixture::node(1), library.clone(), view).chosen
    };
    assert_eq!(writing(claim_id(1)), Some(claim_id(1)));
    assert_eq!(writing(claim_id(9)), None, "its claim is gone");
}
