//! Person or thing, he or she: what the words around a name tell where the name itself does not.

use std::ops::Range;

use super::{
    entity::Entities,
    names::Names,
    nature::{Gender, Nature, ORG},
};
use crate::suggest::{
    lexicon::{flag, literals},
    passage::{Kind, Passage},
};

/// Last words of the names of places and of firms that are no words for institutions.
const THINGS: [u32; 70] = literals(
    "street road lane avenue hill park river lake island islands valley vale bridge square bay beach \
    harbour harbor mountain mountains forest sea strait gulf north south east west region act bill cup prize award day \
    analytics pharma foods air logistics energy electric power marine shipping aerospace research nutrition capital \
    gas oil steel mining telecom consulting robotics software biotech insurance records studios pictures solutions \
    services works brothers sons united city town",
);

/// Whether the name at token `start` stands where a place does.
pub(super) fn located(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let start = tokens.start;
    let lower = passage.tokens.get(tokens.end).is_some_and(|t| t.kind == Kind::Lower);
    let article = ["a", "an"].iter().any(|word| passage.is(start.wrapping_sub(1), word));
    let dashes = ["-", "--", "–", "—"];
    let dateline = start == 0
        && passage.tokens.len() > 12
        && (tokens.end..tokens.end + 7).any(|i| dashes.iter().any(|dash| passage.is(i, dash)));
    if article && lower && tokens.len() == 1 || dateline {
        return true;
    }
    let before =
        if start > 1 && passage.is(start - 1, "the") { start - 2 } else { start.wrapping_sub(1) };
    ["in", "near", "across", "outside", "throughout", "off"]
        .iter()
        .any(|word| passage.is(before, word))
}

/// For a person (more than 0) or a thing (less); `located` as [`located`] says.
pub(super) fn leaning(passage: &Passage<'_>, tokens: &Range<usize>, located: bool) -> i8 {
    let behind = tokens.end + usize::from(passage.is(tokens.end, ","));
    let followed = |words: &[&str]| words.iter().any(|word| passage.is(behind, word));
    let mut before = tokens.start;
    if before > 0 && passage.is(before - 1, "the") {
        before -= 1;
    }
    let last = tokens.end.saturating_sub(1);
    let thing = passage
        .tokens
        .get(last)
        .is_some_and(|token| tokens.len() > 1 && THINGS.contains(&token.word));
    let mut lean = 0;
    let after = passage.has(tokens.start.wrapping_sub(1), flag::PREP);
    if followed(&["who", "whose"]) && !after {
        lean += 3;
    }
    if followed(&["which"]) || thing {
        lean -= 3;
    }
    if located || before > 0 && passage.is(before - 1, "at") {
        lean -= 2;
    }
    let first = passage.tokens.get(tokens.start);
    if tokens.len() > 1 && first.is_some_and(|t| t.has(flag::MALE | flag::FEMALE)) {
        lean += 3;
    }
    let shouts = passage.tokens.get(tokens.clone()).unwrap_or_default();
    if shouts.len() > 1 && shouts.iter().all(|t| t.kind == Kind::Upper) {
        lean -= 2;
    }
    lean
}

impl Entities {
    /// Lets what was said of names in all places decide on what they are.
    pub(super) fn decide(&mut self, names: &Names) {
        for entity in &mut self.all {
            entity.place &= entity.leaning < 0 && entity.flags & ORG == 0;
            let unsure = matches!(entity.nature, Nature::Person | Nature::Open);
            if unsure && entity.leaning < 0 {
                entity.nature = Nature::Institution;
            } else if entity.nature == Nature::Open && entity.leaning > 2 {
                entity.nature = Nature::Person;
            }
        }
        self.hear_pronouns(names);
    }

    /// Each “he” speaks for one right before whose gender is not known.
    fn hear_pronouns(&mut self, names: &Names) {
        for (at, gender, _) in &names.pronouns {
            let runs = names.within(names.paragraph_start(*at) as usize, *at as usize);
            let mut nearest = None;
            for id in runs.rev().take(12).filter_map(|run| self.of_run[run]) {
                let entity = &self.all[id];
                if entity.nature != Nature::Person || nearest == Some(id) {
                    continue;
                }
                if entity.gender == *gender {
                    nearest = None;
                    break;
                }
                if entity.gender == Gender::Unknown {
                    if nearest.is_some() {
                        nearest = None;
                        break;
                    }
                    nearest = Some(id);
                }
            }
            if let Some(id) = nearest {
                self.all[id].heard += if *gender == Gender::He { 1 } else { -1 };
            }
        }
    }
}
