//! Edits of the library's articles.

use super::{Context, Plan, tidy_name};
use crate::store::{
    change::{ArticleField, Change},
    edit::ArticleEdit,
};

pub(super) fn plan(context: Context<'_>, edit: ArticleEdit) -> Option<Plan> {
    let (label, change) = match edit {
        ArticleEdit::Add(article) => {
            let label = format!("open “{}”", *article.title);
            // One that was thrown away comes back as it was, with its claims.
            let back = context.library.articles().contains_key(&article.id);
            let back = back.then_some(Change::Article(article.id, ArticleField::Deleted(false)));
            (label, back.unwrap_or(Change::AddArticle(article)))
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
