//! What the form for opening holds, and what it means.

use std::{collections::BTreeSet, rc::Rc};

use crate::{
    annotation::Carried,
    article::{
        Article, Likeness,
        import::{Draft, Furniture},
    },
    browser::given::Given,
    record::{ArticleId, ClaimId, Stamp, Timestamp},
    store::Library,
    view::{
        hooks::Request,
        sheets::version::{carried, known},
    },
};

/// The longest text that is put into the field for editing, in bytes: fields grow slow beyond it.
const EDITABLE: usize = 500_000;

/// What the form holds.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Form {
    /// What was handed over or written.
    pub(super) given: Option<Rc<Given>>,
    /// The importer that the person chose.
    pub(super) importer: Option<Rc<str>>,
    pub(super) keep_all: bool,
    pub(super) title: String,
    pub(super) url: String,
}

impl Form {
    /// The form with what a person hands over.
    pub(super) fn with(self, given: Rc<Given>) -> Self {
        Self { given: Some(given), importer: None, keep_all: false, ..self }
    }

    /// The words to edit in the field; `None` where something is handed over that is not edited: a file, a page.
    pub(super) fn words(&self) -> Option<&str> {
        match &self.given {
            Some(given) => given.as_words().filter(|words| words.len() <= EDITABLE),
            None => Some(""),
        }
    }

    /// What is to be understood; `None` for nothing.
    pub(super) fn request(&self) -> Option<Request> {
        let given = self.given.clone()?;
        if given.as_words().is_some_and(|words| words.trim().is_empty()) {
            return None;
        }
        let furniture = if self.keep_all { Furniture::Keep } else { Furniture::LeaveOut };
        Some(Request { given, importer: self.importer.clone(), furniture })
    }

    /// The article, as the person named it.
    pub(super) fn article(
        &self,
        draft: &Draft,
        (id, at, stamp): (ArticleId, Timestamp, Stamp),
    ) -> Article {
        let (title, url) = (written(&self.title), written(&self.url));
        Draft::clone(draft).into_article(id, at, stamp, title, url)
    }
}

/// What was written, unless it is blank.
fn written(field: &str) -> Option<&str> {
    Some(field.trim()).filter(|text| !text.is_empty())
}

/// An article of the library that the new one is, or is a version of.
#[derive(Clone, PartialEq)]
pub(super) struct Known {
    pub(super) article: Rc<Article>,
    pub(super) likeness: Likeness,
    pub(super) carried: Rc<Vec<Carried>>,
}

impl Known {
    pub(super) fn find(library: &Library, form: &Form, draft: &Draft) -> Option<Self> {
        // Only what it says of itself is compared: its identity is drawn when it is added.
        let nobody = (ArticleId::from_u128(0), Timestamp::from_millis(0), Stamp::shipped());
        let new = form.article(draft, nobody);
        let (article, likeness) = known(library, &new)?;
        let carried = match likeness {
            Likeness::Same => Vec::new(),
            Likeness::Version(_) => carried(library, &article, &new),
        };
        Some(Self { article, likeness, carried: Rc::new(carried) })
    }
}

/// What a person decided about the claims of a known article.
#[derive(Clone, PartialEq)]
pub(super) struct Decision {
    pub(super) carry: bool,
    pub(super) accepted: BTreeSet<ClaimId>,
}
