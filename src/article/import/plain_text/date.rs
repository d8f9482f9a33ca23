//! Lines that say when something was published.

use super::ending::width;

/// The longest line that is looked at, in characters.
const LONGEST: usize = 100;

/// Months as dates name them, in lower case and without a full stop.
#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec", "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "janvier", "février",
    "mars", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "enero",
    "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre", "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia",
    "września", "października", "listopada", "grudnia", "ocak", "şubat", "mart", "nisan", "mayıs",
    "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım", "aralık", "января", "февраля", "марта",
    "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря", "янв", "фев",
    "апр", "авг", "сен", "сент", "окт", "ноя", "нояб", "дек", "січня", "лютого", "березня", "квітня",
    "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня", "يناير", "فبراير",
    "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
];

/// Days of the week.
#[rustfmt::skip]
const WEEKDAYS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues",
    "wed", "thu", "thurs", "fri", "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
];

/// Words that say what the date is of. Those from [`FIRST_UPDATE`] on say that it is not the first.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "published", "posted", "date", "first", "опубликовано", "дата", "veröffentlicht", "publié",
    "publicado", "opublikowano", "yayınlanma", "yayın", "tarihi", "نشر", "发布时间", "updated", "last",
    "modified", "update", "обновлено", "изменено", "aktualisiert", "stand", "mis", "jour", "güncelleme",
    "actualizado", "更新时间",
];
const FIRST_UPDATE: usize = 15;

/// Other words that dates are written with.
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "at", "on", "of", "the", "ago", "hour", "hours", "minutes", "min", "days", "gmt", "utc", "est", "edt",
    "et", "cet", "cest", "bst", "msk", "ist", "мск", "am", "pm", "a.m", "p.m", "local", "time", "um",
    "uhr", "à", "le", "de", "del", "den", "der", "в", "г", "года", "saat", "tsi", "h",
];

/// When something was published, or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::article::import) struct Published<'a> {
    /// As printed, without what says that it is a date.
    pub(in crate::article::import) when: &'a str,
    /// Whether it is when it was changed.
    pub(in crate::article::import) update: bool,
}

/// What `word` is to a date.
#[derive(PartialEq)]
enum Part {
    Label {
        update: bool,
    },
    Month,
    Number,
    /// A whole date in numbers.
    Whole,
    Other,
}

/// Reads a line of nothing but a date: “November 16, 2021”, “Updated: 16.11.2021 10:30”.
pub(in crate::article::import) fn published(line: &str) -> Option<Published<'_>> {
    if width(line) > LONGEST {
        return None;
    }
    // “2021年11月16日 20:15 来源：新华网” says also where it is from.
    let line = line.split_once("来源").map_or(line, |(when, _)| when);
    let (mut month, mut number, mut whole, mut label) = (false, false, false, None);
    let mut when = None;
    let mut at = 0;
    for word in line.split(is_separator) {
        let start = at;
        at += word.len() + line.get(at + word.len()..)?.chars().next().map_or(0, char::len_utf8);
        if word.is_empty() {
            continue;
        }
        match part(word)? {
            Part::Label { update } => {
                label.get_or_insert(update);
                continue;
            }
            Part::Month => month = true,
            Part::Number => number = true,
            Part::Whole => whole = true,
            // “Published on”: before the date itself.
            Part::Other if !(month || number || whole || is_weekday(word)) => continue,
            Part::Other => {}
        }
        when.get_or_insert(start);
    }
    let is_date = whole || number && (month || label.is_some());
    let when = line.get(when.filter(|_| is_date)?..)?.trim_end();
    Some(Published { when, update: label.unwrap_or_default() })
}

/// Whether `word` names a month.
pub(in crate::article::import) fn is_month(word: &str) -> bool {
    MONTHS.contains(&&*plain(word))
}

/// Whether `word` names a day of the week.
pub(in crate::article::import) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&&*plain(word))
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '(' | ')' | '|' | '·' | '•' | '–' | '—' | '،' | '：')
}

fn plain(word: &str) -> String {
    word.trim_matches(['.', ':', ';']).to_lowercase()
}

fn part(word: &str) -> Option<Part> {
    let plain = plain(word);
    if let Some(i) = LABELS.iter().position(|label| *label == plain) {
        return Some(Part::Label { update: i >= FIRST_UPDATE });
    }
    if MONTHS.contains(&&*plain) {
        return Some(Part::Month);
    }
    if WEEKDAYS.contains(&&*plain) || FILLERS.contains(&&*plain) || matches!(word, "-" | "/") {
        return Some(Part::Other);
    }
    if plain.starts_with(|c: char| c.is_numeric()) { numeric(&plain) } else { None }
}

/// `16`, `16th`, `2021`, `10:30`, `16.11.2021`, `2021-11-16t10:30:00z`, `2021年11月16日`.
fn numeric(word: &str) -> Option<Part> {
    let count = |of: fn(char) -> bool| word.chars().filter(|c| of(*c)).count();
    let digits = count(char::is_numeric);
    let east_asian = count(|c| matches!(c, '年' | '月' | '日' | '时' | '時' | '分' | '秒'));
    let between = count(|c| matches!(c, '.' | '/' | '-'));
    let letters = count(|c| c.is_ascii_alphabetic());
    let other =
        width(word) - digits - east_asian - between - letters - count(|c| matches!(c, ':' | '+'));
    if other > 0 || letters > 2 {
        None
    } else if digits >= 4 && between >= 2 || word.contains('月') && word.contains('日') {
        Some(Part::Whole)
    } else {
        Some(Part::Number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_dates_of_many_kinds() {
        for (line, when) in [
            ("November 16, 2021", "November 16, 2021"),
            ("Tuesday, 16 November 2021 10:30 GMT", "Tuesday, 16 November 2021 10:30 GMT"),
            ("16.11.2021 10:30", "16.11.2021 10:30"),
            ("2021-11-16T10:30:00Z", "2021-11-16T10:30:00Z"),
            ("Published: Nov. 16, 2021", "Nov. 16, 2021"),
            ("Published on 16/11/2021", "16/11/2021"),
            ("Published 2 hours ago", "2 hours ago"),
            ("16. November 2021, 10:30 Uhr", "16. November 2021, 10:30 Uhr"),
            ("Опубликовано 16 ноября 2021 г.", "16 ноября 2021 г."),
            ("16 Kasım 2021", "16 Kasım 2021"),
            ("16 نوفمبر 2021", "16 نوفمبر 2021"),
            ("2021年11月16日 10:30", "2021年11月16日 10:30"),
            ("2021年11月16日 20:15 来源：新华网", "2021年11月16日 20:15"),
        ] {
            assert_eq!(published(line), Some(Published { when, update: false }), "{line}");
        }
        let update = Published { when: "November 17th, 2021 at 9 a.m.", update: true };
        assert_eq!(published("Last updated November 17th, 2021 at 9 a.m."), Some(update));
    }

    #[test]
    fn prose_is_no_date() {
        for line in [
            "On November 16, taxes fell",
            "May",
            "2021",
            "10:30",
            "In 2021",
            "March on Washington",
            "Published by the ministry in 2021",
            "",
        ] {
            assert_eq!(published(line), None, "{line}");
        }
    }
}
