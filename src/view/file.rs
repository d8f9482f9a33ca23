//! What leaves the page as a file.

use crate::{
    browser::chance,
    formats::{ExportContext, FORMATS},
    store::Session,
};

/// A file about to leave.
pub(super) struct File {
    pub(super) name: String,
    pub(super) media_type: &'static str,
    pub(super) text: String,
}

impl File {
    /// Of the open article, or of everything.
    pub(super) fn of(session: &Session, all: bool) -> Option<Self> {
        let format = FORMATS.first()?;
        let at = chance::now();
        let open = session.article().filter(|_| !all);
        let data = session.library.to_dataset(open.map(|article| article.id));
        let text = format.export(&data, &ExportContext { at, creator: session.creator() });
        let what = open.map_or_else(|| "library".to_owned(), |article| slug(&article.title));
        let name = format!("claimlight-{what}.{}", format.extension());
        Some(Self { name, media_type: format.media_type(), text })
    }
}

/// A title as a file name: letters and digits of any script, at most eight words.
fn slug(title: &str) -> String {
    let words: Vec<String> = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(8)
        .map(str::to_lowercase)
        .collect();
    words.join("-")
}
