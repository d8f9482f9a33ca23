//! Edits of the library's articles.

use super::{Context, Plan, tidy_name};
use crate::store::{
    change::{ArticleField, Change},
    edit::ArticleEdit,
};

pub(super) fn plan(context: Context<'_>, edit: ArticleEdit) -> Option<Plan> {
    let (label, change) = match edit {
        ArticleEdit::Add(article) => {
            (format!("open “{}”", *article.title), Change::AddArticle(article))
        }
        ArticleEdit::Rename(id, name) => {
            let before = context.library.article(id)?;
            let label = format!("rename “{}”", *before.title);
            (label, Change::Article(id, ArticleField::Title(tidy_name(&name)?.into())))
        }
        ArticleEdit::Address(id, url) => {
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
