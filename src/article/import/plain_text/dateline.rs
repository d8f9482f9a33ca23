//! Where a report starts with its place and agency: “MOSCOW (AA) –”, “BRUSSELS, Nov 16 (Reuters) -”.

use super::{
    date::published,
    ending::{is_finished, is_unspaced, starts_lower, width},
};

/// How far a dateline is looked for, in characters.
const LONGEST: usize = 120;

/// The longest place, or part of one between commas, in characters.
const LONGEST_PLACE: usize = 40;

/// The shortest paragraph that starts with a mere place, “Berlin – Die …”, in characters.
const SHORTEST_AFTER_PLACE: usize = 60;

/// Agencies that stand after the dash: “МОСКВА, 16 ноя — РИА Новости.”
const AFTER_DASH: &[&str] = &["РИА Новости.", "Sputnik.", "Интерфакс.", "ТАСС."];

/// Agencies a Chinese report starts with: “新华社北京11月16日电”.
const CHINESE: &[&str] = &["新华社", "中新社", "中新网", "人民网", "央视网", "环球网"];

/// How many bytes of `paragraph` are the dateline, without the dash after it.
pub(in crate::article::import) fn dateline(paragraph: &str) -> Option<usize> {
    let head = paragraph
        .char_indices()
        .nth(LONGEST)
        .map_or(paragraph, |(end, _)| paragraph.get(..end).unwrap_or_default());
    chinese(head).or_else(|| between_slashes(head)).or_else(|| before_dash(paragraph, head))
}

fn chinese(head: &str) -> Option<usize> {
    CHINESE.iter().find(|agency| head.starts_with(**agency))?;
    let (before, _) = head.split_once('电')?;
    before.ends_with('日').then_some(before.len() + '电'.len_utf8())
}

/// “МОСКВА, 16 ноября. /ТАСС/. …”
fn between_slashes(head: &str) -> Option<usize> {
    let (place, rest) = head.split_once(" /")?;
    let (agency, _) = rest.split_once('/')?;
    let end = place.len() + " /".len() + agency.len() + "/".len();
    (is_agency(agency) && Place::read(place.trim_end_matches(['.', ',']))?.is_sure()).then_some(end)
}

fn before_dash(paragraph: &str, head: &str) -> Option<usize> {
    let (dash, dash_len) = find_dash(head)?;
    let printed = head.get(..dash)?.trim_end();
    let rest = paragraph.get(dash + dash_len..)?.trim_start();
    let (place, agency) = match printed.strip_suffix(')').and_then(|open| open.rsplit_once('(')) {
        Some((place, agency)) if is_agency(agency) => (place.trim_end(), true),
        Some(_) => return None,
        None => (printed, false),
    };
    let place = Place::read(place)?;
    let goes_on = starts_lower(rest) == Some(true);
    let sure = place.large || !goes_on && (agency || place.is_sure());
    let alone = || {
        place.words <= 2
            && !goes_on
            && width(paragraph) >= SHORTEST_AFTER_PLACE
            && is_finished(paragraph)
            && find_dash(rest).is_none()
            && starts_lower(printed) == Some(false)
    };
    if rest.is_empty() || !(sure || alone()) {
        return None;
    }
    let after = AFTER_DASH.iter().find(|agency| rest.starts_with(**agency));
    Some(after.map_or(printed.len(), |agency| {
        paragraph.len() - rest.len() + agency.trim_end_matches('.').len()
    }))
}

/// The first dash, and its length. A hyphen is one where spaces are around it.
fn find_dash(text: &str) -> Option<(usize, usize)> {
    let long = text.find(['–', '—', '―']).map(|at| (at, '–'.len_utf8()));
    let hyphen = [" - ", " -- "].iter().filter_map(|it| Some((text.find(it)?, it.len()))).min();
    [long, hyphen, text.find("--").map(|at| (at, 2))].into_iter().flatten().min_by_key(|it| it.0)
}

fn is_agency(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        && width(text) <= LONGEST_PLACE
        && !text.contains(['.', '/'])
}

/// “ST. PETERSBURG, Russia, Nov 16”, “Paris / Berlin”.
struct Place {
    words: usize,
    /// Whether it is written in capitals.
    large: bool,
    /// Whether a date or a second place stands with it.
    detailed: bool,
}

impl Place {
    fn read(text: &str) -> Option<Self> {
        let (place, rest) = text.split_once(',').unwrap_or((text, ""));
        let is_of_name = |c: char| {
            c.is_alphabetic() || c == ' ' || matches!(c, '.' | '-' | '\'' | '’' | '/' | '·')
        };
        let is_word = |word: &str| {
            let small = matches!(
                word,
                "de" | "am" | "an" | "der" | "upon" | "la" | "del" | "on" | "and" | "/"
            );
            small || starts_lower(word) != Some(true)
        };
        let fits = !place.is_empty()
            && width(place) <= LONGEST_PLACE
            && place.chars().all(is_of_name)
            && place.starts_with(char::is_alphabetic)
            && place.split(' ').all(is_word)
            && !place.chars().any(is_unspaced)
            && rest.split(',').all(|part| width(part) <= LONGEST_PLACE);
        let capitals = place.chars().filter(|c| c.is_uppercase()).count();
        let dated = rest.split(',').any(|part| published(part.trim_end_matches('.')).is_some());
        let several = place.split('/').filter(|name| starts_lower(name) == Some(false)).count() > 1;
        fits.then(|| Self {
            words: place.split_whitespace().count(),
            large: capitals >= 2 && !place.contains(char::is_lowercase),
            detailed: dated || several,
        })
    }

    /// Whether it is a dateline even where no agency follows.
    fn is_sure(&self) -> bool {
        self.large || self.detailed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(paragraph: &str, want: Option<&str>) {
        assert_eq!(dateline(paragraph).and_then(|end| paragraph.get(..end)), want, "{paragraph}");
    }

    #[test]
    fn reads_place_agency_and_date() {
        for (paragraph, want) in [
            ("MOSCOW (AA) – The president spoke.", "MOSCOW (AA)"),
            ("BRUSSELS, Nov 16 (Reuters) - The EU said so.", "BRUSSELS, Nov 16 (Reuters)"),
            ("WASHINGTON — Taxes fell.", "WASHINGTON"),
            ("WASHINGTON—Taxes fell.", "WASHINGTON"),
            ("KYIV, Ukraine (AP) -- Taxes fell.", "KYIV, Ukraine (AP)"),
            ("ST. PETERSBURG – “Taxes fell.”", "ST. PETERSBURG"),
            ("Moscow (Interfax) - Taxes fell.", "Moscow (Interfax)"),
            ("МОСКВА, 16 ноября. /ТАСС/. Налоги снизились.", "МОСКВА, 16 ноября. /ТАСС/"),
            ("MOSCOW, November 16. /TASS/. Taxes fell.", "MOSCOW, November 16. /TASS/"),
            ("МОСКВА, 16 ноя — РИА Новости. Налоги.", "МОСКВА, 16 ноя — РИА Новости"),
            ("Paris / Berlin – Taxes fell.", "Paris / Berlin"),
            ("Warsaw, Nov. 16 – Taxes fell.", "Warsaw, Nov. 16"),
            ("İSTANBUL (AA) - Vergiler düştü.", "İSTANBUL (AA)"),
            ("موسكو (رويترز) - انخفضت الضرائب.", "موسكو (رويترز)"),
            ("新华社北京11月16日电（记者王）税收下降。", "新华社北京11月16日电"),
            (
                "Berlin – Die Bundesregierung hat am Dienstag neue Hilfen für Polen angekündigt.",
                "Berlin",
            ),
        ] {
            check(paragraph, Some(want));
        }
    }

    #[test]
    fn prose_has_no_dateline() {
        for paragraph in [
            "Poland – a member of the EU – has sent twelve thousand troops to its border.",
            "Poland – Lukashenko’s neighbour – has sent twelve thousand troops to its border.",
            "The minister (left) – who was in Minsk – said that taxes fell twice last year.",
            "Taxes fell – and prices rose.",
            "He said so – The end.",
            "Poland – The background",
            "– MOSCOW (AA)",
            "MOSCOW –",
            "The Belarus-Poland border was closed.",
            "",
        ] {
            check(paragraph, None);
        }
    }
}
