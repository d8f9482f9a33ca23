//! Whether a text is another version of an article that is known.

use super::{Article, Body, sketch::words};
use crate::record::{ArticleId, derive};

/// How much must be the same, in thousandths of the shorter text, at the same address.
///
/// More, and a report that was rewritten twice is a new article; less, and each day's “live” page is a version of the
/// day before.
const SAME_ADDRESS: u16 = 300;
/// Under the same title: columns have the same one each week.
const SAME_TITLE: u16 = 500;
/// With neither, of the longer text: what is pasted has no address, and headlines change.
const SAME_TEXT: u16 = 700;

/// How a text is like an article that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Another version; so many thousandths of the shorter one are the same.
    Version(u16),
    /// The same, letter by letter.
    Same,
}

/// Whether `new` is the same as `known`, or another version of it.
pub fn same_article(known: &Article, new: &Article) -> Option<Likeness> {
    if known.body.text() == new.body.text() {
        return Some(Likeness::Same);
    }
    let same_address = match (&*known.url, &*new.url) {
        (Some(a), Some(b)) => address(a) == address(b),
        _ => false,
    };
    let same_title = words(&known.title).eq(words(&new.title));
    let shared = known.body.sketch().compare(new.body.sketch());
    let (shorter, longer) = (shared.ours.min(shared.theirs), shared.ours.max(shared.theirs));
    let thousandths = |of: usize| u16::try_from(shared.both * 1000 / of.max(1)).unwrap_or_default();
    let like = same_address && thousandths(shorter) >= SAME_ADDRESS
        || same_title && thousandths(shorter) >= SAME_TITLE
        || thousandths(longer) >= SAME_TEXT;
    like.then_some(Likeness::Version(thousandths(shorter)))
}

impl Article {
    /// This article as a version of `known`. Its identity follows from what it is a version of and from its text, so
    /// that the same version opened in two places is one article.
    #[must_use]
    pub fn as_version_of(self, known: ArticleId) -> Self {
        Self { id: version_id(known, &self.body), previous: Some(known), ..self }
    }
}

fn version_id(known: ArticleId, body: &Body) -> ArticleId {
    ArticleId::from_u128(derive(&format!("version of {known}: {}", body.text())))
}

/// An address without what says nothing of which page it is: scheme, `www.`, what follows `#`, what campaigns add, and a
/// slash at the end.
fn address(url: &str) -> (String, Vec<&str>) {
    let url = url.split('#').next().unwrap_or_default().trim();
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (page, query) = url.split_once('?').unwrap_or((url, ""));
    let page = page.strip_prefix("www.").unwrap_or(page).trim_end_matches('/');
    let (host, path) = page.split_once('/').unwrap_or((page, ""));
    let campaign = |part: &&str| {
        part.is_empty() || ["utm_", "fbclid", "gclid"].iter().any(|name| part.starts_with(name))
    };
    let query = query.split('&').filter(|part| !campaign(part)).collect();
    (format!("{}/{path}", host.to_lowercase()), query)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::{BlockKind, BodyBuilder, Dismissed},
        record::{Register, Stamp, Timestamp},
    };

    const REPORT: &str = "The council of Riverton closed the bridge on Tuesday after engineers had found cracks in \
        two of its five arches. Repairs will take a year and cost four million, the mayor said in the evening.";

    fn article(title: &str, url: Option<&str>, text: &str) -> Article {
        let mut body = BodyBuilder::default();
        body.block(BlockKind::Paragraph, text);
        Article {
            id: ArticleId::from_u128(1),
            previous: None,
            opened: Timestamp::from_millis(1),
            body: body.build().unwrap().into(),
            language: None,
            byline: None,
            dateline: None,
            published: None,
            site: None,
            title: Register::new(title.into(), Stamp::shipped()),
            url: Register::new(url.map(Into::into), Stamp::shipped()),
            deleted: Register::new(false, Stamp::shipped()),
            dismissed: Dismissed::default(),
        }
    }

    #[track_caller]
    fn check(title: &str, url: Option<&str>, text: &str, like: bool) {
        let known =
            article("Bridge closes", Some("https://www.news.example/bridge?utm_source=x"), REPORT);
        let found = same_article(&known, &article(title, url, text));
        assert_eq!(found.is_some(), like, "{title} {url:?} {text}: {found:?}");
    }

    const ADDRESS: Option<&str> = Some("http://News.example/bridge/#top");

    #[test]
    fn a_report_that_grew_is_a_version() {
        let longer = format!(
            "Traffic came to a halt this morning. {REPORT} Shops nearby fear for their trade."
        );
        check("Bridge closed", ADDRESS, &longer, true);
        check("BRIDGE CLOSES", None, &longer, true);
        check("Chaos", None, &REPORT.replace("Tuesday", "Wednesday"), true);
    }

    #[test]
    fn the_same_page_with_another_text_is_not() {
        let other = "It will rain all over the country tomorrow, and the day after that it will most likely snow.";
        check("Bridge closes", ADDRESS, other, false);
        check("Bridge closes", None, other, false);
        check("Rain", Some("https://news.example/bridge?id=7"), other, false);
    }

    #[test]
    fn half_a_text_under_another_title_is_not() {
        let half = &REPORT[..REPORT.len() / 2];
        check("Chaos", None, half, false);
        check("Bridge closes", None, half, true);
    }

    #[test]
    fn the_same_text_is_the_same_whatever_it_is_called() {
        let (a, b) = (article("A", None, REPORT), article("B", None, REPORT));
        assert_eq!(same_article(&a, &b), Some(Likeness::Same));
    }

    #[test]
    fn texts_without_spaces_are_compared_by_character() {
        let text = "今天河镇议会宣布大桥将关闭一年，市长晚上表示修理费用约四百万。";
        let (a, b) = (article("A", None, text), article("B", None, &text.replace('四', "五")));
        assert!(matches!(same_article(&a, &b), Some(Likeness::Version(700..))));
    }

    #[test]
    fn a_version_is_one_article_wherever_it_is_opened() {
        let version = |text| article("A", None, text).as_version_of(ArticleId::from_u128(1));
        assert_eq!(version(REPORT).id, version(REPORT).id);
        assert_ne!(version(REPORT).id, version("Other.").id);
        assert_eq!(version(REPORT).previous, Some(ArticleId::from_u128(1)));
    }
}
