//! What the importer makes of whole texts, and the laws it keeps.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::{
    article::{
        Body, RawBody,
        import::{import, title::first_words},
    },
    text::fixture::real_article,
};

use BlockKind::{Byline, Heading, Headline, ListItem, Paragraph, Quote, Standfirst};

/// The blocks of a draft.
fn blocks(draft: &Draft) -> Vec<(BlockKind, &str)> {
    let body = &draft.body;
    body.blocks().iter().map(|block| (block.kind, body.slice(block.range))).collect()
}

#[track_caller]
fn check(text: &str, want: &[(BlockKind, &str)]) -> Draft {
    let draft = import(text, Furniture::LeaveOut).unwrap();
    assert_eq!(blocks(&draft), want);
    draft
}

/// Checked by hand against the file.
#[test]
fn reads_the_real_article() {
    let draft = import(&real_article(), Furniture::LeaveOut).unwrap();
    let kinds: Vec<BlockKind> = draft.body.blocks().iter().map(|block| block.kind).collect();
    let mut want = vec![Headline, Standfirst];
    want.extend([Paragraph; 5]);
    want.push(Heading);
    want.extend([Paragraph; 9]);
    assert_eq!(kinds, want);

    let found = blocks(&draft);
    let headline = "Putin, Lukashenko discuss migration crisis on Belarus-Poland border";
    assert_eq!(found[0].1, headline);
    assert_eq!(
        found[1].1,
        "Russian, Belarusian presidents also discuss situation in Ukraine, US-Ukraine military drills near Russian borders."
    );
    assert!(found[2].1.starts_with("MOSCOW (AA) – The Russian president and his Belarusian"));
    assert_eq!(found[7].1, "Poland’s behavior towards migrants slammed");
    assert!(found[16].1.starts_with("Polish authorities stepped up border protection last week"));
    assert!(found[16].1.ends_with("accompanied by the Belarusian military."));

    let marks: Vec<_> = draft.body.blocks().iter().flat_map(|block| &block.marks).collect();
    assert_eq!(marks.len(), 1);
    assert_eq!(marks[0].kind, MarkKind::Dateline);
    assert_eq!(draft.body.slice(marks[0].range), "MOSCOW (AA)");
    assert_eq!(draft.dateline.as_deref(), Some("MOSCOW (AA)"));
    assert_eq!(&*draft.title, headline);
    assert_eq!((draft.byline, draft.published, draft.language), (None, None, None));
    let left_out = [
        "Related posts",
        "Moscow to host upcoming meeting of CIS Council of Foreign Ministers",
        "FM Lavrov thanks Tajikistan for assistance in investigation of Crocus City Hall terrorist attack",
        "Cabinet Chairman Japarov approves agreement with Russia on order of use of military products",
    ];
    assert_eq!(draft.warnings, [Warning::LeftOut(left_out.map(str::to_owned).to_vec())]);
}

#[test]
fn keeps_the_furniture_of_the_real_article_when_asked() {
    let draft = import(&real_article(), Furniture::Keep).unwrap();
    assert_eq!(draft.warnings, []);
    assert!(draft.body.text().contains("\n\nRelated posts\n\nMoscow to host"));
    assert!(draft.body.text().ends_with("of military products"));
}

/// However it was saved, it is the same article.
#[test]
fn reads_the_real_article_in_other_layouts() {
    let text = real_article();
    let draft = import(&text, Furniture::LeaveOut).unwrap();
    let crlf = text.replace('\n', "\r\n");
    let one_line_each = text.replace("\n\n", "\n");
    for other in [crlf, format!("\u{feff}{text}\n\n"), one_line_each, wrapped(&text)] {
        let other = import(&other, Furniture::LeaveOut).unwrap();
        assert_eq!(blocks(&other), blocks(&draft));
        assert_eq!(other.dateline, draft.dateline);
    }
}

/// `text` with lines of at most 70 characters.
fn wrapped(text: &str) -> String {
    let mut wrapped = String::new();
    for line in text.split('\n') {
        let mut width = 0;
        for word in line.split(' ') {
            if width > 0 {
                let fits = width + 1 + word.chars().count() <= 70;
                wrapped.push(if fits { ' ' } else { '\n' });
                width = if fits { width + 1 } else { 0 };
            }
            wrapped.push_str(word);
            width += word.chars().count();
        }
        wrapped.push('\n');
    }
    wrapped
}

#[test]
fn reads_all_parts_of_a_news_page() {
    let draft = check(
        "Skip to content\n\
         Taxes fall twice in a year\n\
         Mayor promises a third time.\n\
         By Jane Doe and John Roe, Agency\n\
         Published: November 16, 2021\n\
         BRUSSELS, Nov 16 (Reuters) - Taxes fell, the mayor said.\n\
         Advertisement\n\
         She gave three reasons:\n\
         • Rain.\n\
         • Snow.\n\
         What comes next\n\
         Nobody knows.\n\
         > Taxes fell.\n\
         © 2021 Agency. All rights reserved.",
        &[
            (Headline, "Taxes fall twice in a year"),
            (Standfirst, "Mayor promises a third time."),
            (Byline, "By Jane Doe and John Roe, Agency"),
            (Byline, "Published: November 16, 2021"),
            (Paragraph, "BRUSSELS, Nov 16 (Reuters) - Taxes fell, the mayor said."),
            (Paragraph, "She gave three reasons:"),
            (ListItem, "Rain."),
            (ListItem, "Snow."),
            (Heading, "What comes next"),
            (Paragraph, "Nobody knows."),
            (Quote, "Taxes fell."),
        ],
    );
    assert_eq!(&*draft.title, "Taxes fall twice in a year");
    assert_eq!(draft.byline.as_deref(), Some("By Jane Doe and John Roe, Agency"));
    assert_eq!(draft.published.as_deref(), Some("November 16, 2021"));
    assert_eq!(draft.dateline.as_deref(), Some("BRUSSELS, Nov 16 (Reuters)"));
    let left_out = ["Skip to content", "Advertisement", "© 2021 Agency. All rights reserved."];
    assert_eq!(draft.warnings, [Warning::LeftOut(left_out.map(str::to_owned).to_vec())]);
}

#[test]
fn a_pasted_fragment_has_no_headline() {
    let draft = check(
        "Taxes fell, the mayor said.\n\nPrices rose.",
        &[(Paragraph, "Taxes fell, the mayor said."), (Paragraph, "Prices rose.")],
    );
    assert_eq!(&*draft.title, "Taxes fell, the mayor said.");
    let long =
        "The Russian president and his Belarusian counterpart on Tuesday discussed the situation.";
    let draft = check(long, &[(Paragraph, long)]);
    assert_eq!(&*draft.title, "The Russian president and his Belarusian counterpart on…");
    let draft =
        check("By Jane Doe\n\nTaxes fell.", &[(Byline, "By Jane Doe"), (Paragraph, "Taxes fell.")]);
    assert_eq!(&*draft.title, "Taxes fell.");
    let draft = check("By Jane Doe", &[(Byline, "By Jane Doe")]);
    assert_eq!(&*draft.title, "By Jane Doe");
    assert_eq!(first_words(&"税".repeat(61)), format!("{}…", "税".repeat(60)));
}

#[test]
fn reads_other_languages() {
    let draft = check(
        "Путин и Лукашенко обсудили кризис\n\nМОСКВА, 16 ноября. /ТАСС/. Президенты поговорили.\n\n— Да, — сказал он.",
        &[
            (Headline, "Путин и Лукашенко обсудили кризис"),
            (Paragraph, "МОСКВА, 16 ноября. /ТАСС/. Президенты поговорили."),
            (Paragraph, "— Да, — сказал он."),
        ],
    );
    assert_eq!(draft.dateline.as_deref(), Some("МОСКВА, 16 ноября. /ТАСС/"));
    check(
        "Steuern sinken\n\nVon Max Mustermann\n\nBerlin (dpa) - Die Steuern sinken.",
        &[
            (Headline, "Steuern sinken"),
            (Byline, "Von Max Mustermann"),
            (Paragraph, "Berlin (dpa) - Die Steuern sinken."),
        ],
    );
    let draft = check(
        "انخفاض الضرائب\n\nموسكو (رويترز) - قال الوزير إن الضرائب انخفضت.",
        &[
            (Headline, "انخفاض الضرائب"),
            (Paragraph, "موسكو (رويترز) - قال الوزير إن الضرائب انخفضت."),
        ],
    );
    assert_eq!(draft.dateline.as_deref(), Some("موسكو (رويترز)"));
    check(
        "Vergiler düştü\nİSTANBUL (AA) - Vergiler düştü.\nİlgili haberler",
        &[(Headline, "Vergiler düştü"), (Paragraph, "İSTANBUL (AA) - Vergiler düştü.")],
    );
    check(
        "税收下降\n\u{3000}\u{3000}新华社北京11月16日电\u{3000}税收下降。\n\u{3000}\u{3000}他走了。",
        &[
            (Headline, "税收下降"),
            (Paragraph, "新华社北京11月16日电\u{3000}税收下降。"),
            (Paragraph, "他走了。"),
        ],
    );
}

#[test]
fn what_cannot_be_seen_is_no_text() {
    for text in ["", " \n\t", "\u{feff}", "\u{ad}\u{200b}\n", "\0\u{7}", "* * *\n---"] {
        assert_eq!(import(text, Furniture::LeaveOut), Err(ImportError::Empty), "{text:?}");
    }
}

/// Quadratic work on that much of the worst would take minutes.
#[test]
fn takes_linear_time() {
    for unit in [
        "a",
        "a ",
        "a\n",
        "a\n\n",
        "A-\nb",
        "– a\n",
        "> a\n",
        "1. a\n",
        "Related\n",
        "By A\n",
        "(",
        "\u{ad}",
        "a. ",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        let started = Instant::now();
        let _ = import(&text, Furniture::LeaveOut);
        assert!(
            started.elapsed() < Duration::from_secs(10),
            "{unit:?} took {:?}",
            started.elapsed()
        );
    }
}

/// The letters and digits of `text`.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Texts made of what the importer looks for, and of anything.
fn texts() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "\\PC{0,40}",
        "[A-Za-z ,.]{30,75}",
        "(– |- |• |\\* |[12]\\. |> |>)?[A-Za-zäя ’“”]{0,30}[.?:-]?",
        prop::sample::select(vec![
            "Related posts",
            "Comments",
            "Advertisement",
            "By Jane Doe",
            "Published: 16.11.2021",
            "MOSCOW (AA) – It rained.",
            "МОСКВА, 16 ноября. /ТАСС/. Дождь.",
            "© 2021 Agency",
            "***",
            "visa-",
            "\u{ad}\u{200b}",
            "Taxes fell twice in a year, the mayor said on Tuesday, and prices rose at once.",
        ])
        .prop_map(str::to_owned),
    ];
    let end =
        prop::sample::select(vec!["\n", "\n", "\n\n", "\r\n", "\r", "\u{2029}", "\u{85}", "\n  "]);
    prop::collection::vec((part, end), 0..12)
        .prop_map(|parts| parts.into_iter().map(|(part, end)| part + end).collect())
}

proptest! {
    #[test]
    fn any_text_gives_a_body_or_is_empty(text in texts(), keep in any::<bool>()) {
        let furniture = if keep { Furniture::Keep } else { Furniture::LeaveOut };
        match import(&text, furniture) {
            Ok(draft) => {
                prop_assert!(!draft.title.trim().is_empty());
                let body = Body::try_from(RawBody::from(&*draft.body));
                prop_assert_eq!(body.as_ref(), Ok(&*draft.body));
                prop_assert!(blocks(&draft).iter().all(|(_, text)| !text.trim().is_empty() && !text.contains('\n')));
                prop_assert!(!keep || draft.warnings.is_empty());
            }
            Err(error) => {
                prop_assert_eq!(error, ImportError::Empty);
                prop_assert_eq!(letters(&text), "");
            }
        }
    }

    #[test]
    fn no_letter_is_lost_or_changes_its_place(text in texts()) {
        if let Ok(draft) = import(&text, Furniture::Keep) {
            prop_assert_eq!(letters(draft.body.text()), letters(&text));
        }
    }

    #[test]
    fn what_is_not_in_the_body_is_in_the_warning(text in texts()) {
        if let Ok(draft) = import(&text, Furniture::LeaveOut) {
            let sorted = |text: &str| {
                let mut letters: Vec<char> = letters(text).chars().collect();
                letters.sort_unstable();
                letters
            };
            let left_out = draft.warnings.iter().map(|warning| match warning {
                Warning::LeftOut(lines) => lines.concat(),
                Warning::Undecodable(_) => String::new(),
            });
            let all = left_out.fold(draft.body.text().to_string(), |all, lines| all + &lines);
            prop_assert_eq!(sorted(&all), sorted(&text));
        }
    }

    #[test]
    fn importing_again_keeps_the_words(text in texts()) {
        if let Ok(once) = import(&text, Furniture::Keep) {
            let twice = import(once.body.text(), Furniture::Keep).unwrap();
            let words = |draft: &Draft| -> Vec<String> {
                let words = draft.body.text().split_whitespace().map(letters);
                words.filter(|word| !word.is_empty()).collect()
            };
            prop_assert_eq!(words(&twice), words(&once));
        }
    }
}
