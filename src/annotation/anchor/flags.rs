//! Changes that can turn a statement around.
//!
//! Whatever is flagged without need is looked at once more; whatever is missed may be printed. So the lists are long,
//! of several languages at once, and a word that is a negation in one of them counts in all.

use super::Flags;
use crate::text::{Step, occurrences, reads_same};

/// English, then what German, French, Spanish, Italian, Russian, Ukrainian, Polish and Turkish news negate with.
const NEGATIONS: &str = "not no never none nobody nothing nowhere neither nor without cannot \
    deny denies denied denying denial refuse refuses refused refusing reject rejects rejected rejecting rejection \
    refute refutes refuted dismiss dismisses dismissed fail fails failed failing lack lacks lacked hardly barely \
    scarcely rarely seldom false falsely untrue \
    nicht kein keine keinen keinem keiner nie niemals niemand nichts ohne weder noch \
    ne pas non jamais aucun aucune sans ni rien personne nunca jamás sin ningún ninguna nadie nada mai senza nessuno \
    не ни нет без никогда никто ничего нельзя отрицает отрицал опроверг немає ні ніколи ніхто nie bez nigdy nikt \
    değil yok hayır asla";

/// What a word is put before to say the opposite.
const NEGATING: [&str; 8] = ["un", "in", "im", "il", "ir", "dis", "non", "не"];

const NUMBERS: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds \
    thousand thousands million millions billion billions trillion trillions dozen dozens half halves third thirds \
    quarter quarters once twice double doubled triple tripled tenfold first second percent";

const UNITS: &str = "%‰€$£¥₽₴₺°";

/// What changed between two texts, word by word.
pub(super) struct Changed<'a> {
    /// The tokens there were.
    pub(super) old: &'a [&'a str],
    /// The tokens there are.
    pub(super) new: &'a [&'a str],
    /// The whole new text: a word that it nowhere writes small is a name even at the start of a sentence.
    pub(super) text: &'a str,
}

impl Changed<'_> {
    /// What `steps` touch.
    pub(super) fn flags(&self, steps: &[Step]) -> Flags {
        let mut flags = Flags::default();
        for step in steps {
            let (was, is) = match *step {
                Step::Kept(..) => continue,
                Step::Replaced(i, j) => (Some(i), Some(j)),
                Step::Removed(i) => (Some(i), None),
                Step::Added(j) => (None, Some(j)),
            };
            let old = was.and_then(|i| self.old.get(i)).copied().unwrap_or_default();
            let new = is.and_then(|j| self.new.get(j)).copied().unwrap_or_default();
            let (low, high) = (old.to_lowercase(), new.to_lowercase());
            let opposite = |a: &str, b: &str| {
                let prefix = b.strip_suffix(a).filter(|_| !a.is_empty());
                prefix.is_some_and(|prefix| NEGATING.contains(&prefix.trim_end_matches('-')))
            };
            flags.negation |= negates(&low) || negates(&high);
            flags.negation |= opposite(&low, &high) || opposite(&high, &low);
            let number = |tokens: &[&str], at: Option<usize>| at.is_some_and(|i| counts(tokens, i));
            flags.number |= number(self.old, was) || number(self.new, is);
            if !reads_same(&low, &high) {
                let name =
                    |tokens: &[&str], at: Option<usize>| at.is_some_and(|i| self.names(tokens, i));
                flags.name |= name(self.old, was) || name(self.new, is);
            }
        }
        flags
    }

    /// Whether the token with this index is a name, or part of one: it starts with a capital where no sentence starts.
    fn names(&self, tokens: &[&str], index: usize) -> bool {
        let Some((before, [word, ..])) = tokens.split_at_checked(index) else { return false };
        if !word.starts_with(char::is_uppercase) || *word == "I" {
            return false;
        }
        let last = before.iter().rev().find(|token| !token.trim().is_empty());
        let marks = |token: &&&str| !token.contains(char::is_alphanumeric) && **token != ",";
        let starts_sentence = last.is_none() || last.filter(marks).is_some();
        let small = word.to_lowercase();
        let written_small =
            || self.old.contains(&&*small) || occurrences(self.text, &small).next().is_some();
        !starts_sentence || !written_small()
    }
}

/// Whether a word in small letters negates.
fn negates(word: &str) -> bool {
    NEGATIONS.split_whitespace().any(|negation| negation == word)
        || word.ends_with("n't")
        || word.ends_with("n’t")
}

/// Whether the token with this index is a number or part of one: a sign, a decimal point, a unit.
fn counts(tokens: &[&str], index: usize) -> bool {
    let has_digit = |token: &str| token.contains(char::is_numeric);
    let Some(token) = tokens.get(index) else { return false };
    let beside = [index.checked_sub(1), index.checked_add(1)];
    let mut beside = beside.into_iter().flatten().filter_map(|i| tokens.get(i));
    let mark = !token.contains(|c: char| c.is_alphanumeric() || c.is_whitespace());
    let word = token.to_lowercase();
    has_digit(token)
        || token.contains(|c| UNITS.contains(c))
        || NUMBERS.split_whitespace().any(|number| number == word)
        || mark && beside.any(|token| has_digit(token))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{align, tokens};

    #[track_caller]
    fn check(old: &str, new: &str, expect: &str) {
        let paragraph = |text| ["\n"].into_iter().chain(tokens(text)).chain(["\n"]).collect();
        let (was, is): (Vec<&str>, Vec<&str>) = (paragraph(old), paragraph(new));
        let flags = Changed { old: &was, new: &is, text: new }.flags(&align(&was, &is).unwrap());
        let found: Vec<_> = flags.labels().map(|label| label.split(' ').nth(1).unwrap()).collect();
        assert_eq!(found.join(" "), expect, "{old} → {new}");
    }

    #[test]
    fn negations_are_seen() {
        check("they did attack", "they did not attack", "negation");
        check("they did attack", "they didn’t attack", "negation");
        check("they can’t attack", "they can attack", "negation");
        check("he admitted it", "he denied it", "negation");
        check("a legal order", "an illegal order", "negation");
        check("with help", "without help", "negation");
        check("он был там", "он не был там", "negation");
    }

    #[test]
    fn numbers_are_seen() {
        check("it cost 35 euros", "it cost 53 euros", "number");
        check("it cost two euros", "it cost ten euros", "number");
        check("it fell 3%", "it fell 3", "number");
        check("it is 5 now", "it is -5 now", "number");
        check("it fell once now", "it fell twice now", "number");
    }

    #[test]
    fn names_are_seen() {
        check("so said Lavrov today", "so said Peskov today", "name");
        check("so said Lavrov today", "so said he today", "name");
        check("Lavrov said so", "Peskov said so", "name");
        check("Taxes fell, and taxes rose", "Rates fell, and rates rose", "");
        check("TAXES FELL", "Taxes fell", "");
    }

    #[test]
    fn other_words_are_not_flagged() {
        check("taxes fell sharply", "taxes fell steeply", "");
        check("“Taxes,” it said", "\"Taxes,\" it said", "");
        check("taxes fell , he said", "taxes fell; he said", "");
    }
}
