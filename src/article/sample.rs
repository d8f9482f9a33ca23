//! The article that a first start shows.

use std::rc::Rc;

use super::{Article, BlockKind, BodyBuilder, BodyError, Dismissed, MarkKind};
use crate::{
    record::{ArticleId, Register, Stamp, Timestamp},
    text::TextRange,
};

/// Our own words on events of November 2021, so that nobody's text ships with the app. It says so at its end.
const STORY: &str = include_str!("sample.txt");

/// The same in every browser, so that the claims of two people on it meet.
const ID: ArticleId = ArticleId::from_u128(0x7361_6d70_6c65_4e00_8000_0000_0000_0001);

/// Place and agency it starts with.
const DATELINE: &str = "MOSCOW (Claimlight)";

/// The sample, older than anything a person does to it. A test holds it to what the importer makes of the story; the
/// importer itself is not needed on a first visit.
///
/// # Errors
/// None, as long as the story has text.
pub fn sample(opened: Timestamp) -> Result<Article, BodyError> {
    let stamp = Stamp::shipped();
    let mut parts = STORY.split("\n\n").map(str::trim);
    let title = parts.next().unwrap_or_default();
    let mut body = BodyBuilder::default();
    body.block(BlockKind::Headline, title);
    body.block(BlockKind::Standfirst, parts.next().unwrap_or_default());
    for part in parts {
        if let Some(heading) = part.strip_prefix("– ") {
            body.block(BlockKind::Heading, heading);
        } else {
            let dateline = part.starts_with(DATELINE).then_some(DATELINE.len());
            let mark = dateline.map(|end| (MarkKind::Dateline, TextRange::bytes(0, end)));
            body.marked_block(BlockKind::Paragraph, part, mark);
        }
    }
    Ok(Article {
        id: ID,
        previous: None,
        opened,
        body: Rc::new(body.build()?),
        language: Some("en".into()),
        byline: None,
        dateline: Some(DATELINE.into()),
        published: None,
        site: None,
        title: Register::new(title.into(), stamp),
        url: Register::new(None, stamp),
        deleted: Register::new(false, stamp),
        dismissed: Dismissed::default(),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::{
        article::{
            BlockKind::{Heading, Headline, Paragraph, Standfirst},
            import::{Furniture, import},
        },
        text::{fixture::real_article, word_count},
    };

    fn words(text: &str) -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    }

    fn sample(millis: u64) -> Article {
        super::sample(Timestamp::from_millis(millis)).unwrap()
    }

    #[test]
    fn is_what_the_importer_makes_of_the_story() {
        let opened = Timestamp::from_millis(7);
        let draft = import(STORY, Furniture::Keep).unwrap();
        let read = draft.into_article(ID, opened, Stamp::shipped(), None, None);
        assert_eq!(sample(7), Article { language: Some("en".into()), ..read });
    }

    #[test]
    fn is_a_whole_short_article() {
        let sample = sample(7);
        let kinds: Vec<_> = sample.body.blocks().iter().map(|block| block.kind).collect();
        let mut want = vec![Headline, Standfirst];
        want.extend([Paragraph; 4]);
        want.push(Heading);
        want.extend([Paragraph; 7]);
        assert_eq!(kinds, want);
        assert!((330..=420).contains(&word_count(sample.body.text())));
        assert_eq!(
            &**sample.title,
            "Frost reaches the border camp as Moscow and Brussels trade blame"
        );
        assert_eq!(sample.dateline.as_deref(), Some("MOSCOW (Claimlight)"));
        assert_eq!(sample.language.as_deref(), Some("en"));
        assert_eq!(sample.opened, Timestamp::from_millis(7));
        assert_eq!(sample.title.stamp(), Stamp::shipped());
    }

    #[test]
    fn names_its_sources_and_says_what_it_is() {
        let sample = sample(0);
        let text = sample.body.text();
        for name in [
            "the Kremlin",
            "Sergey Lavrov",
            "The EU",
            "Lukashenko",
            "border guard",
            "European Commission",
        ] {
            assert!(text.contains(name), "{name}");
        }
        assert!(text.contains("This is a sample, written for Claimlight"));
    }

    /// Names are shared (“Foreign Minister Sergey Lavrov”), phrases are not.
    #[test]
    fn shares_no_phrase_with_the_real_article() {
        let (real, ours) = (words(&real_article()), words(STORY));
        let theirs: HashSet<&[String]> = real.windows(5).collect();
        for phrase in ours.windows(5) {
            assert!(!theirs.contains(phrase), "{phrase:?}");
        }
    }
}
