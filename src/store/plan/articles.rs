//! Edits of the library's articles.

use std::rc::Rc;

use super::{Context, Plan, revise, tidy_name};
use crate::{
    article::Article,
    record::Register,
    store::{
        change::{ArticleField, Change},
        edit::ArticleEdit,
    },
};

pub(super) fn plan(context: Context<'_>, edit: ArticleEdit) -> Option<Plan> {
    let (label, change) = match edit {
        ArticleEdit::Add(article) => (format!("open “{}”", *article.title), add(context, &article)),
        ArticleEdit::Revise { version, accepted } => {
            return revise::plan(context, &version, &accepted);
        }
        ArticleEdit::Rename(id, name) => {
            let before = context.library.article(id)?;
            let label = format!("rename “{}”", *before.title);
            (label, Change::Article(id, ArticleField::Title(tidy_name(&name)?.into())))
        }
        ArticleEdit::Address(id, url) => {
            context.library.article(id)?;
            let url = url.trim();
            let field = ArticleField::Url((!url.is_empty()).then(|| url.into()));
            ("change address".to_owned(), Change::Article(id, field))
        }
        ArticleEdit::Dismiss(id, spot) => {
            let text = context.library.article(id)?.body.text();
            spot.range.of(text)?;
            if spot.cue.is_some_and(|cue| !text.is_char_boundary(cue.get())) {
                return None;
            }
            ("dismiss proposal".to_owned(), Change::Dismissal(id, spot, true))
        }
        ArticleEdit::Delete(id) => {
            let label = format!("delete “{}”", *context.library.article(id)?.title);
            (label, Change::Article(id, ArticleField::Deleted(true)))
        }
    };
    Some(Plan::new(label, context.stamp, vec![change]))
}

/// What adds an article. One that was thrown away comes back as it was, with its claims.
pub(super) fn add(context: Context<'_>, article: &Rc<Article>) -> Change {
    if context.library.articles().contains_key(&article.id) {
        Change::Article(article.id, ArticleField::Deleted(false))
    } else {
        Change::AddArticle(unburied(context, article))
    }
}

/// An article about to be added: one whose like was thrown away and forgotten is wanted again from now on.
pub(super) fn unburied(context: Context<'_>, article: &Rc<Article>) -> Rc<Article> {
    if *article.deleted || !context.library.is_buried(article.id) {
        return Rc::clone(article);
    }
    let deleted = Register::new(false, context.stamp);
    Rc::new(Article { deleted, ..Article::clone(article) })
}
