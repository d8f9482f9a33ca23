//! What an importer hands over: an article for the person to look over, and what to know about it.

use std::{fmt, rc::Rc};

use serde::{Deserialize, Serialize};

use crate::{
    article::{Article, Body, Dismissed},
    record::{ArticleId, Register, Stamp, Timestamp},
};

/// An article as an importer understood it, for the person to look over; with its text, unless `B` says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft<B = Rc<Body>> {
    /// What the library will call it: the headline, or the first words. Never blank.
    pub title: Rc<str>,
    /// BCP 47 tag of the language, where the input says so.
    pub language: Option<Rc<str>>,
    /// Who wrote it, as printed.
    pub byline: Option<Rc<str>>,
    /// Place and agency it starts with, as printed.
    pub dateline: Option<Rc<str>>,
    /// When it was published, as printed.
    pub published: Option<Rc<str>>,
    /// Where it came from, where the input says so.
    pub url: Option<Rc<str>>,
    /// The name of the site or paper, where the input says so.
    pub site: Option<Rc<str>>,
    /// Text and blocks.
    pub body: B,
    /// What the person should know, each a sentence.
    pub warnings: Vec<Warning>,
}

impl<B> Draft<B> {
    /// The same, with another body.
    pub fn with_body<C>(self, body: C) -> Draft<C> {
        let Self { title, language, byline, dateline, published, url, site, body: _, warnings } =
            self;
        Draft { title, language, byline, dateline, published, url, site, body, warnings }
    }
}

impl Draft {
    /// The draft, with a warning of characters that could not be decoded.
    #[must_use]
    pub(super) fn with_undecodable(mut self, characters: usize) -> Self {
        self.warnings.extend((characters > 0).then_some(Warning::Undecodable(characters)));
        self
    }

    /// The lines that were left out.
    pub fn left_out(&self) -> impl Iterator<Item = &str> {
        self.warnings.iter().flat_map(|warning| match warning {
            Warning::LeftOut(lines) => lines.iter().map(String::as_str),
            Warning::Undecodable(_) => [].iter().map(String::as_str),
        })
    }

    /// The article, as it comes into the library; `title` and `url` are what the person wrote in place of
    /// what was read.
    pub fn into_article(
        self,
        id: ArticleId,
        opened: Timestamp,
        stamp: Stamp,
        title: Option<&str>,
        url: Option<&str>,
    ) -> Article {
        Article {
            id,
            previous: None,
            opened,
            body: self.body,
            language: self.language,
            byline: self.byline,
            dateline: self.dateline,
            published: self.published,
            site: self.site,
            title: Register::new(title.map_or(self.title, Rc::from), stamp),
            url: Register::new(url.map(Rc::from).or(self.url), stamp),
            deleted: Register::new(false, stamp),
            dismissed: Dismissed::default(),
        }
    }
}

/// What an importer did that a person should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Warning {
    /// These lines look like page furniture and were left out.
    LeftOut(Vec<String>),
    /// This many characters could not be decoded and stand as “�”.
    Undecodable(usize),
}

/// Lines that a warning quotes; the rest is counted.
const QUOTED: usize = 6;

/// A sentence for people.
impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LeftOut(lines) => {
                let what = if lines.len() == 1 {
                    "line that looks like part of the page"
                } else {
                    "lines that look like part of the page"
                };
                write!(f, "Left out {} {what}, not of the article: ", lines.len())?;
                for (i, line) in lines.iter().take(QUOTED).enumerate() {
                    write!(f, "{}“{line}”", if i == 0 { "" } else { ", " })?;
                }
                match lines.len().saturating_sub(QUOTED) {
                    0 => f.write_str("."),
                    more => write!(f, ", and {more} more."),
                }
            }
            Self::Undecodable(1) => {
                f.write_str("One character could not be read and stands as “�”.")
            }
            Self::Undecodable(n) => write!(f, "{n} characters could not be read and stand as “�”."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{BlockKind, BodyBuilder};

    fn draft() -> Draft {
        let mut body = BodyBuilder::default();
        body.block(BlockKind::Paragraph, "Taxes fell.");
        Draft {
            title: "Taxes fell".into(),
            language: Some("en".into()),
            byline: Some("By Jane Doe".into()),
            dateline: Some("MOSCOW (AA)".into()),
            published: Some("16.11.2021".into()),
            url: None,
            site: Some("Daily".into()),
            body: body.build().unwrap().into(),
            warnings: vec![Warning::Undecodable(1)],
        }
    }

    fn article(title: Option<&str>, url: Option<&str>) -> Article {
        let stamp = Stamp { counter: 3, ..Stamp::shipped() };
        draft().into_article(ArticleId::from_u128(7), Timestamp::from_millis(5), stamp, title, url)
    }

    #[test]
    fn becomes_an_article_with_all_that_was_read() {
        let article = article(None, None);
        assert_eq!(article.id, ArticleId::from_u128(7));
        assert_eq!(article.opened, Timestamp::from_millis(5));
        assert_eq!(article.body, draft().body);
        assert_eq!(article.language.as_deref(), Some("en"));
        assert_eq!(article.byline.as_deref(), Some("By Jane Doe"));
        assert_eq!(article.dateline.as_deref(), Some("MOSCOW (AA)"));
        assert_eq!(article.published.as_deref(), Some("16.11.2021"));
        assert_eq!(article.site.as_deref(), Some("Daily"));
        let stamp = Stamp { counter: 3, ..Stamp::shipped() };
        assert_eq!(article.title, Register::new("Taxes fell".into(), stamp));
        assert_eq!(article.url, Register::new(None, stamp));
        assert_eq!(article.deleted, Register::new(false, stamp));
    }

    #[test]
    fn title_and_address_are_what_the_person_wrote() {
        let article = article(Some("Mine"), Some("https://example.org"));
        assert_eq!(&**article.title, "Mine");
        assert_eq!(article.url.as_deref(), Some("https://example.org"));
    }

    #[test]
    fn warnings_are_sentences() {
        let left_out = |lines: &[&str]| {
            Warning::LeftOut(lines.iter().map(ToString::to_string).collect()).to_string()
        };
        assert_eq!(
            left_out(&["Advertisement"]),
            "Left out 1 line that looks like part of the page, not of the article: “Advertisement”."
        );
        assert_eq!(
            left_out(&["Read also", "Rain"]),
            "Left out 2 lines that look like part of the page, not of the article: “Read also”, “Rain”."
        );
        assert!(
            left_out(&["1", "2", "3", "4", "5", "6", "7", "8"]).ends_with("“5”, “6”, and 2 more.")
        );
        assert_eq!(
            Warning::Undecodable(1).to_string(),
            "One character could not be read and stands as “�”."
        );
        assert_eq!(
            Warning::Undecodable(3).to_string(),
            "3 characters could not be read and stand as “�”."
        );
    }
}
