//! What came of opening an article, and how it came about.

use std::{fmt, rc::Rc};

use serde::{Deserialize, Serialize};

use super::Draft;
use crate::article::Body;

/// What came of it; with the article's text, unless `B` says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported<B = Rc<Body>> {
    /// The article, for the person to look over. Its warnings say what was left out.
    pub draft: Draft<B>,
    /// The importer that read it: one of [`CHOICES`].
    pub importer: Rc<str>,
    /// Why that one.
    pub reason: Reason,
}

/// All that can be chosen, in the order in which people see them: identity and label of every importer.
pub const CHOICES: [(&str, &str); 4] = [
    ("web-page", "Web page"),
    ("saved-page", "Saved page or e-mail"),
    ("markdown", "Markdown"),
    ("plain-text", "Plain text"),
];

/// Why an importer was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// A person chose it.
    Chosen,
    /// It was copied from a page.
    Copied,
    /// It starts as such files do.
    Start,
    /// Its name ends so.
    Name(String),
    /// It was handed over as being so.
    MediaType(String),
    /// It has the marks of Markdown: headings, links, emphasis.
    Marks,
    /// It is nothing else.
    Words,
}

/// A sentence for people.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chosen => f.write_str("You chose it."),
            Self::Copied => f.write_str("It was copied from a page."),
            Self::Start => f.write_str("It starts as such files do."),
            Self::Name(ending) => write!(f, "Its name ends in .{ending}."),
            Self::MediaType(kind) => write!(f, "It was handed over as {kind}."),
            Self::Marks => {
                f.write_str("It has headings, links or emphasis as Markdown marks them.")
            }
            Self::Words => f.write_str("It is words without markup."),
        }
    }
}

#[cfg(feature = "import-pages")]
#[cfg(test)]
mod tests {
    use super::CHOICES;
    use crate::article::import::IMPORTERS;

    #[test]
    fn every_importer_can_be_chosen() {
        let mut known: Vec<_> = IMPORTERS.iter().map(|it| (it.id(), it.label())).collect();
        let mut choices = CHOICES.to_vec();
        known.sort_unstable();
        choices.sort_unstable();
        assert_eq!(choices, known);
    }
}
