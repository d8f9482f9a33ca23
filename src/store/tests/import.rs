//! Taking files in, also those that no honest program wrote.

use std::rc::Rc;

use super::fixture::{Desk, STORY, article, article_id, claim_id, named, node, source_id, time};
use crate::{
    annotation::{Claim, Dataset},
    article::Article,
    record::{Register, Stamp, Timestamp},
    store::{
        Action, Count, Library,
        change::{ArticleField, ClaimField},
        edit::{ArticleEdit, ClaimEdit, Edit, SourceEdit},
        preview,
    },
};

const DAY: u64 = 24 * 60 * 60 * 1000;
const LAST: u64 = u64::MAX;

/// Claim 1, on article 1, with this note, written by another at this time.
fn file(note: &str, at: u64, counter: u32) -> Dataset {
    let mut desk = Desk::with("[c]The mayor[/] said taxes fell twice.");
    desk.create(1, "c", named(1, "Mayor"));
    let mut data = desk.session.library.to_dataset(None);
    let stamp = Stamp { at: Timestamp::from_millis(at), counter, node: node(9) };
    Rc::make_mut(&mut data.claims[0]).note = Register::new(note.into(), stamp);
    data
}

fn import(desk: &mut Desk, data: &Dataset) {
    desk.act(Action::Edit(Edit::Import(Rc::new(data.clone()))));
}

fn note(desk: &Desk) -> Register<Rc<str>> {
    desk.claim_at(1).unwrap().note.clone()
}

/// The day of the story.
fn desk() -> Desk {
    Desk { now: 1_637_053_200_000, ..Desk::empty(1) }
}

fn count(new: usize, changed: usize, same: usize) -> Count {
    Count { new, changed, same }
}

#[test]
fn what_is_dated_in_the_year_9999_counts_as_written_when_it_was_taken_in() {
    let mut desk = desk();
    import(&mut desk, &file("From afar", LAST, u32::MAX));
    assert_eq!(&**note(&desk), "From afar");
    assert_eq!(note(&desk).stamp().at, time(desk.now));
    desk.claim(ClaimEdit::Note(claim_id(1), "Mine".into()));
    assert_eq!((&**note(&desk), note(&desk).stamp().at), ("Mine", time(desk.now)));
}

#[test]
fn it_wins_when_it_is_taken_in_and_one_undo_takes_it_back() {
    let mut desk = desk();
    import(&mut desk, &file("First", 1_500, 0));
    let before = desk.values();
    let afar = file("From afar", LAST, 7);
    assert_eq!(preview(&desk.session.library, &afar).claims, count(0, 1, 0));
    import(&mut desk, &afar);
    assert_eq!(&**note(&desk), "From afar");
    assert_eq!(preview(&desk.session.library, &afar).claims, count(0, 0, 1));
    desk.refuses(Action::Edit(Edit::Import(Rc::new(afar))));
    assert_eq!(desk.undo().values(), before);
}

#[test]
fn a_clock_that_is_a_day_ahead_is_believed_and_still_does_not_win_over_later_edits() {
    let mut desk = desk();
    let ahead = desk.now + DAY;
    import(&mut desk, &file("Tomorrow", ahead, u32::MAX));
    assert_eq!(note(&desk).stamp().at, time(ahead));
    desk.claim(ClaimEdit::Note(claim_id(1), "Today".into()));
    assert_eq!(&**note(&desk), "Today");
    assert!(note(&desk).stamp().at <= time(ahead + 1));
    assert_eq!(&**note(desk.undo()), "Tomorrow");
}

#[test]
fn every_field_from_the_future_is_dated_anew() {
    let afar = Stamp { at: Timestamp::from_millis(LAST), counter: 1, node: node(9) };
    let mut data = file("", LAST, 0);
    let article = Rc::make_mut(&mut data.articles[0]);
    article.title = Register::new("Far".into(), afar);
    article.url = Register::new(Some("https://far.example".into()), afar);
    let source = Rc::make_mut(&mut data.sources[0]);
    source.name = Register::new("Far".into(), afar);
    let mut desk = desk();
    import(&mut desk, &data);
    let library = &desk.session.library;
    assert_eq!(library.latest_stamp().map(|stamp| stamp.at), Some(time(desk.now)));
    assert_eq!(library.to_dataset(None).sources[0].name.to_string(), "Far");
}

#[test]
fn later_stamps_on_the_same_values_make_no_step_but_are_taken_in() {
    let mut desk = desk();
    import(&mut desk, &file("Same", 1_500, 0));
    let (steps, later) = (desk.session.history.clone(), desk.now + DAY / 2);
    let data = file("Same", later, 3);
    assert!(!preview(&desk.session.library, &data).changes_anything());
    import(&mut desk, &data);
    assert_eq!(desk.session.history, steps);
    assert_eq!(note(&desk).stamp().at, time(later));
    desk.claim(ClaimEdit::Note(claim_id(1), "New".into()));
    assert_eq!(&**note(&desk), "New", "written after what the file says");
}

#[test]
fn a_claim_with_the_identity_of_another_articles_claim_gets_its_own() {
    let mut desk = desk();
    import(&mut desk, &file("Ours", 1_500, 0));
    let mut data = file("Theirs", 1_500, 0);
    data.articles = vec![article(2, "The mayor said nothing.")];
    data.claims = vec![Rc::new(Claim { article: article_id(2), ..(*data.claims[0]).clone() })];
    let found = preview(&desk.session.library, &data);
    assert_eq!((found.claims, found.without_article), (count(1, 0, 0), 0));
    import(&mut desk, &data);
    assert_eq!(&**note(&desk), "Ours");
    let library = &desk.session.library;
    let theirs: Vec<_> = library.live_claims(article_id(2)).collect();
    assert_eq!(theirs.len(), 1);
    assert_eq!(&**theirs[0].note, "Theirs");
    assert_ne!(theirs[0].id, claim_id(1));
    assert_eq!(preview(library, &data).claims, count(0, 0, 1), "the same one the second time");
}

#[test]
fn claims_without_their_article_are_counted_and_show_once_it_comes() {
    let whole = file("Early", 1_500, 0);
    let mut desk = desk();
    let claims = Dataset { articles: Vec::new(), ..whole.clone() };
    assert_eq!(preview(&desk.session.library, &claims).without_article, 1);
    import(&mut desk, &claims);
    assert_eq!(desk.open(), None);
    import(&mut desk, &Dataset { articles: whole.articles, ..Dataset::default() });
    assert_eq!(&**note(&desk), "Early");
    assert_eq!(preview(&desk.session.library, &claims).without_article, 0);
}

#[test]
fn an_article_with_another_text_is_counted_and_leaves_ours() {
    let mut data = file("x", 1_500, 0);
    let mut desk = desk();
    desk.article(ArticleEdit::Add(article(
        1,
        "Today the mayor said nothing.\n\nThe mayor said taxes fell twice.",
    )));
    assert_eq!(preview(&desk.session.library, &data).other_text, 1);
    import(&mut desk, &data);
    assert_eq!(desk.session.article().unwrap().body.blocks().len(), 2);
    assert_eq!(
        desk.session.placement().in_text().len(),
        1,
        "“The mayor”, in the same surroundings"
    );
    data.articles = vec![desk.session.article().unwrap().clone()];
    assert_eq!(preview(&desk.session.library, &data).other_text, 0);
}

/// As it is after a reload, when the text is gone and the article is only known to have been thrown away.
fn buried(title: &str) -> Library {
    let mut desk = Desk::with(STORY);
    desk.article(ArticleEdit::Rename(article_id(1), title.into()));
    desk.article(ArticleEdit::Delete(article_id(1)));
    let gone: Article = (*desk.session.library.articles()[&article_id(1)]).clone();
    let mut library = Library::default();
    let (title, url, deleted) = (gone.title, gone.url, gone.deleted);
    library.add_bare(
        article_id(1),
        crate::store::Bare { title, url, deleted, dismissed: crate::article::Dismissed::default() },
    );
    library
}

#[test]
fn an_article_whose_text_was_forgotten_comes_back_with_what_was_written_since() {
    for add in [true, false] {
        let mut desk = desk();
        desk.session = Rc::new(crate::store::Session::new(
            node(1),
            buried("Renamed since"),
            crate::store::view_state::ViewState::default(),
        ));
        let old = article(1, STORY);
        let data = Dataset { articles: vec![old.clone()], ..Dataset::default() };
        assert_eq!(preview(&desk.session.library, &data).articles, count(1, 0, 0));
        if add {
            desk.article(ArticleEdit::Add(old));
        } else {
            import(&mut desk, &data);
        }
        assert_eq!(desk.open(), Some(article_id(1)), "added: {add}");
        assert_eq!(&**desk.session.article().unwrap().title, "Renamed since");
        assert_eq!(desk.undo().open(), None);
        assert_eq!(desk.redo().open(), Some(article_id(1)));
    }
}

#[test]
fn a_file_that_says_it_was_thrown_away_does_not_bring_it_back() {
    let mut library = buried("Gone");
    let mut theirs = (*article(1, STORY)).clone();
    theirs.deleted = Register::new(true, Stamp { at: time(9), counter: 0, node: node(9) });
    let data = Dataset { articles: vec![Rc::new(theirs)], ..Dataset::default() };
    assert!(!preview(&library, &data).changes_anything());
    library.apply(
        crate::store::change::Change::AddArticle(data.articles[0].clone()),
        Stamp::shipped(),
    );
    assert_eq!(library.article(article_id(1)), None);
}

#[test]
fn dating_leaves_alone_what_is_not_ahead() {
    let data = file("x", 5_000, 0);
    let stamp = Stamp { at: time(1), counter: 0, node: node(1) };
    let (claim, article) = (&data.claims[0], &data.articles[0]);
    assert!(Rc::ptr_eq(claim, &ClaimField::dated(claim, time(5_000), stamp)));
    assert!(Rc::ptr_eq(article, &ArticleField::dated(article, time(5_000), stamp)));
    let dated = ClaimField::dated(claim, time(4_999), stamp);
    assert_eq!(dated.note, Register::new("x".into(), stamp));
    assert_eq!(dated.content, claim.content, "made at 1,002");
}

#[test]
fn what_shows_nowhere_is_no_step_and_goes_back_with_the_one_before() {
    let mut desk = desk();
    for (n, name) in [(1, "Mayor"), (2, "Town hall")] {
        desk.source(SourceEdit::Add { id: source_id(n), name: name.into() });
    }
    let start = desk.values();
    let mut file = desk.session.library.to_dataset(None);
    desk.source(SourceEdit::Merge { from: source_id(1), into: source_id(2) });
    let (merged, label) = (desk.values(), desk.label().map(str::to_owned));
    for (n, at) in [("Mayor of Riga", 1), ("Mayor of Tartu", 2)] {
        let stamp = Stamp { at: time(desk.now + at), counter: 0, node: node(9) };
        Rc::make_mut(&mut file.sources[0]).name = Register::new(n.into(), stamp);
        desk.act(Action::Edit(Edit::Import(Rc::new(file.clone()))));
        assert_eq!(&**desk.session.library.sources().get(&source_id(1)).unwrap().name, n);
        assert_eq!(
            (desk.values(), desk.label().map(str::to_owned)),
            (merged.clone(), label.clone())
        );
    }
    assert_eq!(desk.undo().values(), start);
    assert_eq!(desk.redo().values(), merged);
    assert_eq!(desk.undo().values(), start);
}
