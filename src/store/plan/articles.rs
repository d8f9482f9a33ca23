//! Edits of the library's articles.

use std::rc::Rc;

use super::{Context, Plan, tidy_name};
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
        ArticleEdit::Add(article) => {
            let label = format!("open “{}”", *article.title);
            // One that was thrown away comes back as it was, with its claims.
            let back = context.library.articles().contains_key(&article.id);
            let back = back.then_some(Change::Article(article.id, ArticleField::Deleted(false)));
            let add = || Change::AddArticle(unburied(context, &article));
            (label, back.unwrap_or_else(add))
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
        ArticleEdit::Delete(id) => {
            let label = format!("delete “{}”", *context.library.article(id)?.title);
            (label, Change::Article(id, ArticleField::Deleted(true)))
        }
    };
    Some(Plan::new(label, context.stamp, vec![change]))
}

/// An article about to be added: one whose like was thrown away and forgotten is wanted again from now on.
pub(super) fn unburied(context: Context<'_>, article: &Rc<Article>) -> Rc<Article> {
    if *article.deleted || !context.library.is_buried(article.id) {
        return Rc::clone(article);
    }
    let deleted = Register::new(false, context.stamp);
    Rc::new(Article { deleted, ..Article::clone(article) })
}
