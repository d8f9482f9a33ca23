//! Inside a mention: its head, the name it ends in, whom it belongs to.

use std::ops::Range;

use super::{Description, Reader, Reference, SPOKES};
use crate::suggest::{
    lexicon::{flag, literal},
    passage::Kind,
    resolve::nature::Nature,
};

/// What stands for some of a group.
const PARTS: [u32; 14] = [
    literal("one"),
    literal("two"),
    literal("three"),
    literal("four"),
    literal("some"),
    literal("several"),
    literal("both"),
    literal("many"),
    literal("most"),
    literal("few"),
    literal("half"),
    literal("all"),
    literal("neither"),
    literal("each"),
];

/// People who speak for where they work.
const STAFF: [u32; 12] = [
    literal("official"),
    literal("officials"),
    literal("analyst"),
    literal("analysts"),
    literal("economists"),
    literal("strategists"),
    literal("consultants"),
    literal("monitors"),
    literal("judges"),
    literal("doctors"),
    literal("adviser"),
    literal("staff"),
];

impl Reader<'_> {
    /// Whether a phrase is of the staff of an institution that has a name.
    pub(super) fn staff(&self, part: &Range<usize>, head: usize) -> bool {
        let prep = head + 1;
        let at = prep < part.end && ["at", "of", "from"].contains(&self.word(prep));
        let named = part.end.checked_sub(1).and_then(|last| self.entity_at(last));
        let institution = named.is_some_and(|id| {
            let entity = &self.entities.all[id];
            entity.nature == Nature::Institution && !entity.place && entity.flags & flag::PLACE == 0
        });
        STAFF.contains(&self.tokens[head].word) && at && institution
    }

    pub(super) fn follows_preposition(&self, part: &Range<usize>, head: usize) -> bool {
        (head + 1..part.end).any(|i| self.tokens[i].has(flag::PREP))
    }

    /// The head of a part: the last word before “of”, “for” and their like that is not inside a name.
    pub(super) fn head(&self, part: Range<usize>) -> Option<usize> {
        let mut head = None;
        for i in part {
            let token = &self.tokens[i];
            if token.kind == Kind::Possessive {
                continue;
            }
            if !token.is_word() {
                if head.is_some() && token.kind != Kind::Possessive && token.word != literal("&") {
                    break;
                }
                continue;
            }
            let small = token.kind == Kind::Lower
                && token.has(flag::PREP | flag::WH | flag::AUX | flag::CONJ)
                && !token.has(flag::DET);
            if small && head.is_some() && !self.is_in_run(i) {
                break;
            }
            let participle = token.kind == Kind::Lower
                && head.is_some_and(|h: usize| {
                    self.tokens[h]
                        .has(flag::ROLE | flag::GROUP | flag::DOCUMENT | flag::INSTITUTION)
                })
                && !token.has(
                    flag::ROLE
                        | flag::GROUP
                        | flag::DOCUMENT
                        | flag::INSTITUTION
                        | flag::MEDIA
                        | flag::NOMINAL,
                )
                && ["ed", "ing", "en"].iter().any(|end| self.word(i).ends_with(end));
            let nouns = flag::ROLE
                | flag::GROUP
                | flag::INSTITUTION
                | flag::DOCUMENT
                | flag::MEDIA
                | flag::NOMINAL
                | flag::HEARER;
            let determined =
                head.is_some_and(|h: usize| !self.tokens[h].has(flag::DET | flag::OWN));
            let verb = token.kind == Kind::Lower
                && token.is_finite_cue()
                && !token.has(nouns)
                && determined;
            if participle || (token.has(flag::DATE) || verb) && head.is_some() {
                break;
            }
            if !small {
                head = Some(i);
            }
        }
        head
    }

    /// The person whose name ends a phrase: “the head of the directorate Pavel Obraztsov”, “a nurse named Aoife Brophy”.
    pub(super) fn closing_name(&self, part: &Range<usize>, head: usize) -> Option<usize> {
        let last = part.end.checked_sub(1).filter(|last| *last > head)?;
        let id = self.entity_at(last)?;
        let start = (part.start..last).rev().find(|i| self.entity_at(*i) != Some(id))?;
        let before = &self.tokens[start];
        let called = ["named", "called", "as"].contains(&self.word(start));
        let titled = self.tokens[head].has(flag::ROLE) && !SPOKES.contains(&self.tokens[head].word)
            || start == head + 1
            || start == head && before.is_word();
        let joins = before.kind == Kind::Lower
            && !before.has(flag::PREP | flag::DET | flag::CONJ | flag::AUX | flag::WH);
        let person = self.entities.all.get(id).is_some_and(|e| e.nature == Nature::Person);
        (person && (called || titled && joins)).then_some(id)
    }

    /// The name that stands behind a comma for the description before it: “its author, the historian Clémence Adler”.
    pub(super) fn apposed(&self, first: &Range<usize>, part: &Range<usize>) -> Option<usize> {
        let opens = self.tokens.get(part.start)?;
        if opens.kind == Kind::Lower
            && opens.has(flag::PREP | flag::WH | flag::SUBORD | flag::CONJ | flag::AUX)
        {
            return None;
        }
        let head = self.head(part.clone())?;
        let id = self.entity_at(head)?;
        let person = self.entities.all.get(id).is_some_and(|e| e.nature == Nature::Person);
        // “A trader in Austin, Texas”.
        let place = self.tokens[first.end - 1].is_capital() && self.tokens[part.start].is_capital();
        (person || !place && first.end + 1 == part.start).then_some(id)
    }

    /// Whether a phrase is some of a group, and the noun of the group where it has one.
    pub(super) fn partitive(&self, part: &Range<usize>, head: usize) -> Option<Option<u32>> {
        if !PARTS.contains(&self.tokens[head].word) || head > part.start + 1 {
            return None;
        }
        let rest: Vec<usize> = (head + 1..part.end).filter(|i| self.tokens[*i].is_word()).collect();
        match rest.as_slice() {
            [] => Some(None),
            [of, them] if self.word(*of) == "of" && self.tokens[*them].has(flag::THEY) => {
                Some(None)
            }
            [of, the, .., noun]
                if self.word(*of) == "of"
                    && ["the", "those", "these"].contains(&self.word(*the)) =>
            {
                Some(Some(self.tokens[*noun].word))
            }
            _ => None,
        }
    }

    /// The name that a phrase belongs to: “EU figures”, “the union’s president”, “a report by the ministry”.
    pub(super) fn owner(&self, part: &Range<usize>, head: usize) -> Option<usize> {
        let before = (part.start..head)
            .rev()
            .find_map(|i| self.entity_at(i).filter(|_| self.tokens[i].is_capital()));
        before.or_else(|| {
            (head + 1..part.end)
                .find_map(|i| self.entity_at(i).filter(|_| self.tokens[i].is_capital()))
        })
    }

    /// What stands for the institution in “a ministry spokesman”, “the union’s spokeswoman”, “a spokesman for the EU”.
    pub(super) fn institution(
        &self,
        part: &Range<usize>,
        head: usize,
        depth: u8,
    ) -> Option<Reference> {
        let after = (head + 1..part.end).find(|i| self.tokens[*i].has(flag::PREP));
        if let Some(prep) = after.filter(|i| i + 1 < part.end) {
            return self.read_tokens(prep + 1..part.end, depth + 1);
        }
        let owned = (part.start..head).rev().find(|i| self.tokens[*i].kind == Kind::Possessive);
        let end = owned.unwrap_or(head);
        let named = |i: &usize| {
            let token = &self.tokens[*i];
            token.is_capital() && !token.has(flag::DET)
                || token.has(flag::INSTITUTION | flag::MEDIA)
        };
        let last = (part.start..end).rev().find(named)?;
        if let Some(id) = self.entity_at(last) {
            return Some(Reference::Named(id));
        }
        let reference = self.read_tokens(part.start..last + 1, depth + 1)?;
        // “A ministry spokesman” speaks of the ministry.
        Some(match reference {
            Reference::Described(description) => {
                Reference::Described(Description { definite: true, ..description })
            }
            other => other,
        })
    }
}
