//! Page furniture: what a page shows around an article, and a person who saved it did not mean.

mod phrases;

use self::phrases::{ALONE, LISTS, REMARKS, STARTS};
use super::{
    ending::{is_finished, width},
    layout::Piece,
    line::Marker,
};

/// The shortest sentence that is taken for running text, in characters.
const SHORTEST_PROSE: usize = 60;

/// From this width on, anything is running text.
const LONG: usize = 200;

/// The longest line that is furniture by how it starts, in characters, and the longest cookie notice.
const LONGEST: usize = 140;
const LONGEST_NOTICE: usize = 600;

/// Paragraphs before readers' remarks can start: a link to them may stand on top.
const PROSE_BEFORE_REMARKS: usize = 2;

/// What a piece is to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::article::import) enum Role {
    /// Part of the article, as far as it can be told.
    Article,
    /// Furniture.
    Alone,
    /// The heading of a list of links.
    List,
    /// The heading of what readers remark.
    Remarks,
}

/// A list of links. It ends where running text goes on, or at a heading after a dash.
#[derive(Clone, Copy, Default)]
struct Links {
    /// What stands before its first link.
    marker: Option<Marker>,
}

impl Links {
    /// The list with `piece` in it, if it belongs there.
    fn with(self, piece: &Piece<'_>) -> Option<Self> {
        let marker = self.marker.unwrap_or(piece.marker);
        let dashed = matches!(piece.marker, Marker::Hyphen | Marker::Dash);
        (!dashed || piece.marker == marker).then_some(Self { marker: Some(marker) })
    }
}

/// Parts `pieces` into the article's and the furniture's. Where all of it looks like furniture, all is the article's.
pub(super) fn part(pieces: Vec<Piece<'_>>) -> (Vec<Piece<'_>>, Vec<Piece<'_>>) {
    let mut is_furniture = Vec::with_capacity(pieces.len());
    let (mut prose, mut list, mut in_remarks) = (0, None, false);
    for piece in &pieces {
        let role = role(&piece.text);
        let running = is_prose(piece);
        in_remarks |= role == Role::Remarks && prose >= PROSE_BEFORE_REMARKS;
        list = match list {
            // One before all running text is a menu.
            _ if role == Role::List && prose > 0 => Some(Links::default()),
            Some(links) if !running => links.with(piece),
            _ => None,
        };
        prose += usize::from(running && role == Role::Article);
        is_furniture.push(role != Role::Article || list.is_some() || in_remarks);
    }
    if is_furniture.iter().all(|furniture| *furniture) {
        return (pieces, Vec::new());
    }
    let (mut article, mut furniture) = (Vec::new(), Vec::new());
    for (piece, is_furniture) in pieces.into_iter().zip(is_furniture) {
        if is_furniture { furniture.push(piece) } else { article.push(piece) }
    }
    (article, furniture)
}

/// Whether a piece is running text rather than a link or a heading.
pub(super) fn is_prose(piece: &Piece<'_>) -> bool {
    let width = width(&piece.text);
    width >= LONG || width >= SHORTEST_PROSE && is_finished(&piece.text)
}

/// What a text is to the page that it stands on, by its words alone.
pub(in crate::article::import) fn role(text: &str) -> Role {
    let width = width(text);
    if width > LONGEST_NOTICE {
        return Role::Article;
    }
    // The small letter of İ is two characters.
    let text = text.to_lowercase().replace('’', "'").replace('\u{307}', "");
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '©');
    let starts = |(start, longest): &(&str, usize)| bare.starts_with(start) && width <= *longest;
    if LISTS.contains(&bare) {
        Role::List
    } else if REMARKS.contains(&bare) || is_count_of_remarks(bare) {
        Role::Remarks
    } else if ALONE.contains(&bare)
        || is_time_to_read(bare)
        || STARTS.iter().any(starts)
        || is_rights(bare) && width <= LONGEST
    {
        Role::Alone
    } else {
        Role::Article
    }
}

/// “12 comments”, “Comments (12”.
fn is_count_of_remarks(bare: &str) -> bool {
    let is_number = |text: &str| text.trim().parse::<u32>().is_ok();
    let of = |word: &str| {
        bare.strip_suffix(word).is_some_and(is_number)
            || bare
                .strip_prefix(word)
                .is_some_and(|rest| is_number(rest.trim_start_matches([' ', '('])))
    };
    REMARKS.iter().any(|word| of(word)) || of("comment")
}

/// “4 min read”.
fn is_time_to_read(bare: &str) -> bool {
    let ends = ["min read", "mins read", "minute read", "minutes read"];
    let number = |rest: &str| rest.trim_end_matches(['-', ' ']).parse::<u32>().is_ok();
    ends.iter().any(|end| bare.strip_suffix(end).is_some_and(number))
}

/// “© 2021 Agency”, “Agency 2021. All rights reserved”.
fn is_rights(bare: &str) -> bool {
    let year = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let marks = ["©", "copyright ©", "copyright", "(c)", "c)"];
    marks.iter().any(|mark| bare.strip_prefix(mark).is_some_and(year))
        || bare.starts_with('©')
        || phrases::RIGHTS.iter().any(|rights| bare.ends_with(rights))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::import::plain_text::{layout::pieces, line::lines};

    const PROSE: &str =
        "Taxes fell twice in a year, the mayor said on Tuesday, and prices rose at the same time.";

    /// Expects these lines to be furniture, and all others not.
    #[track_caller]
    fn check(text: &str, want: &[&str]) {
        let (article, furniture) = part(pieces(text, &lines(text)));
        let left_out: Vec<&str> = furniture.iter().flat_map(|piece| piece.lines.clone()).collect();
        assert_eq!(left_out, want);
        assert_eq!(
            article.iter().chain(&furniture).map(|piece| piece.lines.len()).sum::<usize>(),
            lines(text).len(),
            "no line is lost"
        );
    }

    #[test]
    fn a_list_of_links_goes_with_its_heading() {
        let text =
            format!("Headline\n\n{PROSE}\n\nRelated posts\n\nOne link\n\nWill it rain?\n\nA third");
        check(&text, &["Related posts", "One link", "Will it rain?", "A third"]);
        check(&format!("H\n{PROSE}\nЧитайте также:\nСсылка"), &["Читайте также:", "Ссылка"]);
        check(
            &format!("H\n{PROSE}\nRELATED ARTICLES\n• One\n• Two"),
            &["RELATED ARTICLES", "• One", "• Two"],
        );
    }

    #[test]
    fn the_article_goes_on_after_a_list_within_it() {
        let text = format!(
            "Headline\n\n{PROSE}\n\nRead also\n\nOne link\n\n{PROSE}\n\nA heading\n\n{PROSE}"
        );
        check(&text, &["Read also", "One link"]);
    }

    #[test]
    fn a_heading_after_a_dash_is_no_link() {
        let text =
            format!("Headline\n\n{PROSE}\n\nRead also\n\nOne link\n\n– A heading\n\n{PROSE}");
        check(&text, &["Read also", "One link"]);
        check(&format!("H\n{PROSE}\nRead also\n- One\n- Two"), &["Read also", "- One", "- Two"]);
    }

    #[test]
    fn a_menu_above_the_article_takes_no_headline_with_it() {
        check(&format!("Trending\nHeadline\n{PROSE}"), &["Trending"]);
    }

    #[test]
    fn single_lines_go_wherever_they_stand() {
        for line in [
            "Advertisement",
            "ADVERTISEMENT",
            "Share this",
            "Share this article:",
            "Share on Facebook",
            "Subscribe to our newsletter.",
            "Sign up for The Morning, our daily briefing",
            "Read also: Poland closes its border",
            "© 2021 Agency",
            "© Agency",
            "Copyright 2021 Agency. All rights reserved.",
            "All rights reserved",
            "Skip to content",
            "4 Min Read",
            "Accept all cookies",
            "We use cookies to make this site better for you. By going on you agree to that.",
            "Alle Rechte vorbehalten.",
            "Реклама",
            "版权所有",
        ] {
            check(&format!("Headline\n\n{PROSE}\n\n{line}\n\n{PROSE}"), &[line]);
        }
    }

    #[test]
    fn remarks_of_readers_go_to_the_end() {
        let text = format!(
            "Comments\n\nHeadline\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n12 Comments\n\n{PROSE}"
        );
        check(&text, &["Comments", "12 Comments", PROSE]);
    }

    #[test]
    fn paragraphs_with_such_words_stay() {
        for line in [
            "Related posts were deleted by the ministry after the outcry, the newspaper reported on Monday.",
            "The advertisement was read by thousands.",
            "“Share this with your friends,” he said.",
            "All rights reserved for citizens are human rights, the court said.",
            "Comments by the minister were not welcome.",
            "Subscribers to the newspaper were told to read the comments.",
            "Many subscribe to the theory that taxes fell.",
        ] {
            check(&format!("Headline\n\n{PROSE}\n\n{line}\n\n{PROSE}"), &[]);
        }
    }

    #[test]
    fn nothing_but_furniture_is_an_article() {
        check("Comments\n\nAdvertisement", &[]);
    }
}
