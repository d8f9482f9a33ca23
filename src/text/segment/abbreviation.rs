//! Full stops that do not end a sentence: abbreviations and initials.

/// What a full stop after a word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// Ends the sentence: the word is no abbreviation known here.
    Ends,
    /// Belongs to the word, and something always follows in the same sentence: “Mr.”, “e.g.”.
    Binds,
    /// Belongs to the word where a number follows: “No. 5”, but “He said no.”
    BindsNumber,
    /// Belongs to the word, which may also be the last of its sentence: “U.S.”, “Nov.”, “J.”.
    MayEnd,
}

/// Longest word looked at, in characters. Longer ones are no abbreviations, and a text without spaces still
/// takes linear time.
pub(super) const LONGEST: usize = 12;

/// Titles and words that point at what follows, without the full stop. Letter case counts: “Gen.” is a title,
/// “gen.” is not.
const BINDING: &[&str] = &[
    "Adm", "Amb", "Atty", "Brig", "Capt", "Cmdr", "Col", "Cpl", "Dr", "Fr", "Ft", "Gen", "Gov",
    "Hon", "Hr", "Lt", "Maj", "Messrs", "Mgr", "Mlle", "Mme", "Mr", "Mrs", "Ms", "Mt", "Mx",
    "Pres", "Prof", "Pvt", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "Sra", "St", "Ste", "Supt",
    "approx", "bzw", "ca", "cf", "e.g", "i.e", "v", "viz", "vs", "z.B", "акад", "ген", "им",
    "проф", "св", "см", "ст", "ул",
];

/// Words that come before a number.
const NUMBERING: &[&str] = &[
    "Art", "Ch", "Fig", "No", "Nos", "Nr", "Para", "Sec", "Vol", "art", "fig", "p", "para", "pp",
    "vol",
];

/// Words that end sentences as well as stand within them: months, American states, companies, units.
const ENDING: &[&str] = &[
    "Ala", "Apr", "Ariz", "Ark", "Aug", "Ave", "Blvd", "Bros", "Calif", "Co", "Colo", "Conn",
    "Corp", "Dec", "Del", "Dept", "Feb", "Fla", "Ga", "Ill", "Inc", "Ind", "Jan", "Jr", "Jul",
    "Jun", "Kan", "Ky", "La", "Ltd", "Mar", "Mass", "Md", "Mich", "Minn", "Mont", "Neb", "Nev",
    "Nov", "Oct", "Okla", "Ore", "Pa", "Rd", "Sep", "Sept", "Sr", "Tenn", "Tex", "Univ", "Va",
    "Vt", "Wash", "Wis", "Wyo", "al", "dept", "est", "etc", "min", "usw", "г", "гг", "др", "млн",
    "млрд", "пр", "руб", "т", "тыс",
];

/// Words that start sentences and hardly ever go on with a name: after “U.S.”, “The” starts anew and
/// “President” does not.
const STARTING: &[&str] = &[
    "A",
    "According",
    "After",
    "All",
    "Also",
    "Although",
    "Among",
    "An",
    "And",
    "Another",
    "Any",
    "As",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Despite",
    "During",
    "Earlier",
    "Even",
    "Every",
    "For",
    "From",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "It",
    "Its",
    "Last",
    "Later",
    "Many",
    "Meanwhile",
    "More",
    "Moreover",
    "Most",
    "My",
    "Neither",
    "No",
    "Not",
    "Nothing",
    "Now",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Our",
    "Over",
    "Separately",
    "She",
    "Since",
    "So",
    "Some",
    "Still",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Through",
    "Thus",
    "To",
    "Today",
    "Two",
    "Under",
    "Until",
    "We",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Why",
    "With",
    "Without",
    "Yet",
    "You",
    "Your",
];

/// What a full stop right after `word` does. `word` may hold full stops itself: “U.S”, “a.m”.
pub(super) fn stop_after(word: &str) -> Stop {
    let mut letters = word.chars();
    let initial = matches!((letters.next(), letters.next()), (Some(c), None) if c.is_uppercase());
    if BINDING.contains(&word) {
        Stop::Binds
    } else if NUMBERING.contains(&word) {
        Stop::BindsNumber
    } else if initial || ENDING.contains(&word) || is_dotted(word) {
        Stop::MayEnd
    } else {
        Stop::Ends
    }
}

/// Whether `text` begins with a word that starts sentences.
pub(super) fn starts_sentence(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    // “J. A. Smith”: an initial, not an article.
    let initial = word.len() == 1 && rest.starts_with('.');
    !initial && STARTING.contains(&word)
}

/// Whether `word` is short groups of letters between full stops: “U.S”, “Ph.D”, “a.m”.
fn is_dotted(word: &str) -> bool {
    let group = |part: &str| (1..=2).contains(&part.chars().count());
    word.contains('.') && word.split('.').all(group) && !word.contains(|c: char| c.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_titles_numbers_initials_and_dotted_words() {
        assert_eq!(["Mr", "St", "vs", "e.g", "им"].map(stop_after), [Stop::Binds; 5]);
        assert_eq!(["No", "pp"].map(stop_after), [Stop::BindsNumber; 2]);
        assert_eq!(
            ["J", "В", "U.S", "a.m", "Ph.D", "Nov", "Inc"].map(stop_after),
            [Stop::MayEnd; 7]
        );
        assert_eq!(
            ["no", "x", "gen", "3.5", "allowed", "site.example", ""].map(stop_after),
            [Stop::Ends; 7]
        );
    }

    #[test]
    fn an_initial_starts_no_sentence() {
        assert!(starts_sentence("A man") && starts_sentence("The"));
        assert!(
            !starts_sentence("A. Smith") && !starts_sentence("Theodor") && !starts_sentence("")
        );
    }

    #[test]
    fn no_listed_word_is_too_long_to_be_looked_at() {
        for word in BINDING.iter().chain(NUMBERING).chain(ENDING) {
            assert!(word.chars().count() <= LONGEST, "{word}");
        }
    }
}
