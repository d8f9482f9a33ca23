//! Characters that are not part of what a reader sees, and the many ends of lines.

/// `text` with `\n` for every line end, and without control characters, soft hyphens, zero-width spaces and
/// stray byte order marks. Joiners stay: Persian words and emoji need them.
pub(in crate::article::import) fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' => clean.push('\n'),
            '\u{2029}' => clean.push_str("\n\n"),
            // A word divided at the end of a line is whole again.
            '\u{ad}' => {
                if chars.next_if_eq(&'\r').is_some() | chars.next_if_eq(&'\n').is_some() {
                    while chars.next_if(|c| matches!(c, ' ' | '\t')).is_some() {}
                }
            }
            '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
            '\t' => clean.push('\t'),
            c if c.is_control() => {}
            c => clean.push(c),
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn every_line_end_becomes_one() {
        assert_eq!(
            clean("a\r\nb\rc\nd\u{85}e\u{2028}f\u{2029}g\r\r\nh"),
            "a\nb\nc\nd\ne\nf\n\ng\n\nh"
        );
    }

    #[test]
    fn what_cannot_be_seen_goes() {
        assert_eq!(
            clean("\u{feff}mi\u{ad}grants\u{200b}, \0the\u{7} \u{2060}EU"),
            "migrants, the EU"
        );
        assert_eq!(clean("migra\u{ad}\r\n  tion\u{ad}\nal"), "migrational");
    }

    #[test]
    fn no_break_spaces_and_joiners_stay() {
        let text = "10\u{a0}000 می\u{200c}خواهم 👩\u{200d}🔧 «\u{202f}Non\u{202f}»";
        assert_eq!(clean(text), text);
    }
}
