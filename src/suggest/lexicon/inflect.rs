//! The forms of English verbs.

use super::verbs::{DOUBLING, IRREGULAR};

/// What a form of a verb is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// “say”.
    Base,
    /// “says”.
    Third,
    /// “said”.
    Past,
    /// “written”, where it differs from the past.
    Participle,
    /// “saying”.
    Ing,
}

/// All forms of `lemma`.
pub(super) fn forms(lemma: &str) -> [(Form, String); 5] {
    let irregular = IRREGULAR.iter().find(|row| row.0 == lemma);
    let of = |third: String, past: String, participle: String, ing: String| {
        [
            (Form::Base, lemma.to_owned()),
            (Form::Third, third),
            (Form::Past, past),
            (Form::Participle, participle),
            (Form::Ing, ing),
        ]
    };
    if let Some((_, third, past, participle, ing)) = irregular {
        return of((*third).into(), (*past).into(), (*participle).into(), (*ing).into());
    }
    let consonant_y =
        lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    let third = match consonant_y {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| lemma.ends_with(end)) => {
            format!("{lemma}es")
        }
        None => format!("{lemma}s"),
    };
    let doubled = DOUBLING.split_ascii_whitespace().any(|verb| verb == lemma);
    let last = lemma.chars().next_back().filter(|_| doubled);
    let stem = lemma.to_owned() + &last.map(String::from).unwrap_or_default();
    let past = match (consonant_y, lemma.strip_suffix('e')) {
        (Some(stem), _) => format!("{stem}ied"),
        (_, Some(stem)) => format!("{stem}ed"),
        _ => format!("{stem}ed"),
    };
    let ing = match lemma.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y'])) {
        Some(short) => format!("{short}ing"),
        None => format!("{stem}ing"),
    };
    of(third, past.clone(), past, ing)
}

/// The forms that American papers spell with one l: “labeled”, “signaling”.
pub(super) fn american(lemma: &str) -> Vec<(Form, String)> {
    let doubled = lemma.ends_with('l') && DOUBLING.split_ascii_whitespace().any(|v| v == lemma);
    let forms = [(Form::Past, format!("{lemma}ed")), (Form::Ing, format!("{lemma}ing"))];
    forms.into_iter().filter(|_| doubled).collect()
}

#[cfg(test)]
mod tests {
    use super::forms;

    #[test]
    fn forms_are_spelt_as_news_spells_them() {
        for expect in [
            "say says said said saying",
            "deny denies denied denied denying",
            "flag flags flagged flagged flagging",
            "argue argues argued argued arguing",
            "admit admits admitted admitted admitting",
            "stress stresses stressed stressed stressing",
            "agree agrees agreed agreed agreeing",
            "write writes wrote written writing",
            "warn warns warned warned warning",
            "reply replies replied replied replying",
        ] {
            let lemma = expect.split(' ').next().unwrap();
            let got: Vec<String> = forms(lemma).into_iter().map(|(_, form)| form).collect();
            assert_eq!(got.join(" "), expect);
        }
    }
}
