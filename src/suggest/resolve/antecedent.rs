//! Follows the text from attribution to attribution, and says whom pronouns, roles and descriptions mean.

mod candidate;

use std::collections::HashMap;

use super::{
    entity::{Entities, Entity},
    mention::{Reader, Reference},
    names::Names,
    nature::{Nature, gender_of_word},
    pronoun::Pronoun,
    words,
};
use crate::{suggest::gather::Attributed, text::TextRange};

/// How much farther one seems whom others speak of, in bytes.
const SPOKEN_OF: u32 = 600;

/// Where the text has been read to, and who was heard of.
pub(super) struct Tracker<'a> {
    text: &'a str,
    names: &'a Names,
    entities: Entities,
    /// The next run to take note of.
    next: usize,
    /// Who spoke last: the entities in the order they spoke, the last of them last.
    spoke: Vec<usize>,
    /// Described speakers by head word, and by all words.
    by_head: HashMap<u32, usize>,
    by_words: HashMap<String, usize>,
    /// Persons, institutions and groups named lately, the last of them last.
    lately: Vec<usize>,
    /// Who asks and who answers in an interview.
    interviewer: Option<usize>,
    answers: Option<usize>,
}

impl<'a> Tracker<'a> {
    pub(super) fn new(text: &'a str, names: &'a Names, entities: Entities) -> Self {
        Self {
            text,
            names,
            entities,
            next: 0,
            spoke: Vec::new(),
            by_head: HashMap::new(),
            by_words: HashMap::new(),
            lately: Vec::new(),
            interviewer: None,
            answers: None,
        }
    }

    pub(super) fn into_entities(self) -> Vec<Entity> {
        self.entities.all
    }

    /// The speaker of each attribution.
    pub(super) fn follow(&mut self, found: &[Attributed]) -> Vec<Option<usize>> {
        let mut speakers: Vec<Option<usize>> = Vec::with_capacity(found.len());
        let mut waiting = Vec::new();
        for (number, attributed) in found.iter().enumerate() {
            let at = place(attributed);
            self.note_names(at, found.get(number.saturating_sub(6)..number).unwrap_or_default());
            let around = self.spoken_around(number, found).filter(|around| *around > number);
            if let Some(around) = around {
                // “I” in the words of one who is only named behind them.
                waiting.push((number, around));
                speakers.push(None);
                continue;
            }
            let speaker = self.speaker(attributed, found, &speakers, at);
            if let Some(id) = speaker {
                self.entities.all[id].spoke_at = Some(at);
                self.spoke.push(id);
            }
            speakers.push(speaker);
        }
        for (number, around) in waiting {
            speakers[number] = speakers.get(around).copied().flatten();
        }
        speakers
    }

    /// The attribution whose words “I” or “we”, the mention of attribution `number`, stands in.
    fn spoken_around(&self, number: usize, found: &[Attributed]) -> Option<usize> {
        let mention = found.get(number)?.mention?;
        let word = mention.of(self.text)?;
        if !["I", "we", "We", "me", "us"].contains(&word) {
            return None;
        }
        let near = number.saturating_sub(6)..found.len().min(number + 7);
        near.into_iter().find(|other| {
            *other != number && found[*other].content.iter().any(|range| range.encloses(mention))
        })
    }

    /// Takes note of the names up to byte `until`; those in what others say count as far away.
    fn note_names(&mut self, until: u32, before: &[Attributed]) {
        while let Some(run) = self.names.runs.get(self.next) {
            let Some(word) =
                self.names.words.get(run.words.start).filter(|word| word.start < until)
            else {
                break;
            };
            let at = crate::text::ByteOffset::new(word.start as usize);
            let said =
                before.iter().any(|other| other.content.iter().any(|range| range.contains(at)));
            if let Some(id) = self.entities.of_run[self.next] {
                let seen = if said { word.start.saturating_sub(SPOKEN_OF) } else { word.start };
                let entity = &mut self.entities.all[id];
                entity.named_at = entity.named_at.max(Some(seen));
                self.lately.push(id);
            }
            self.next += 1;
        }
    }

    fn speaker(
        &mut self,
        attributed: &Attributed,
        found: &[Attributed],
        speakers: &[Option<usize>],
        at: u32,
    ) -> Option<usize> {
        let Some(mention) = attributed.mention else {
            return self.carried(attributed, found, speakers, at);
        };
        match mention.of(self.text).unwrap_or_default() {
            "Q" | "Q." | "QUESTION" | "Question" => return Some(self.interviewer(mention)),
            "A" | "A." | "ANSWER" | "Answer" => return self.main_person(at),
            _ => {}
        }
        let reference = Reader::new(self.text, self.names, &self.entities, span(mention)).read()?;
        self.refer(reference, mention, found, speakers, at)
    }

    /// Who asks in an interview.
    fn interviewer(&mut self, mention: TextRange) -> usize {
        if let Some(id) = self.interviewer {
            return id;
        }
        let mut entity = Entity::new(Nature::Described, span(mention));
        entity.label = Some("interviewer");
        self.entities.all.push(entity);
        *self.interviewer.insert(self.entities.all.len() - 1)
    }

    /// The person named most often before byte `until`: who answers in an interview.
    fn main_person(&mut self, until: u32) -> Option<usize> {
        if self.answers.is_none() {
            let before = self.names.within(0, until as usize);
            let mut counts: HashMap<usize, usize> = HashMap::new();
            for id in before.filter_map(|run| self.entities.of_run.get(run).copied().flatten()) {
                if self.entities.all[id].nature == Nature::Person {
                    *counts.entry(id).or_default() += 1;
                }
            }
            self.answers = counts
                .into_iter()
                .max_by_key(|(id, count)| (*count, std::cmp::Reverse(*id)))
                .map(|(id, _)| id);
        }
        self.answers
    }

    /// Who speaks where the text does not say again.
    fn carried(
        &mut self,
        attributed: &Attributed,
        found: &[Attributed],
        speakers: &[Option<usize>],
        at: u32,
    ) -> Option<usize> {
        let earlier = || found.iter().zip(speakers).rev().take(8);
        if let Some(antecedent) = attributed.antecedent {
            let same = |other: &&Attributed| other.mention == Some(antecedent);
            let spoke = earlier().find(|(other, _)| same(other)).and_then(|(_, speaker)| *speaker);
            return spoke.or_else(|| {
                let reference =
                    Reader::new(self.text, self.names, &self.entities, span(antecedent)).read()?;
                self.refer(reference, antecedent, found, speakers, at)
            });
        }
        let cue = attributed.cue.and_then(|cue| cue.of(self.text)).unwrap_or_default();
        let passive =
            ["is ", "are ", "was ", "were ", "be ", "been "].iter().any(|aux| cue.contains(aux));
        if passive || cue.starts_with(|c: char| c.is_uppercase()) && !cue.ends_with("ing") {
            return None;
        }
        earlier().next().and_then(|(_, speaker)| *speaker)
    }

    fn refer(
        &mut self,
        reference: Reference,
        mention: TextRange,
        found: &[Attributed],
        speakers: &[Option<usize>],
        at: u32,
    ) -> Option<usize> {
        match reference {
            Reference::Named(id) => {
                self.belong(id, mention);
                Some(id)
            }
            Reference::For(description, institution) => {
                let person = if description.definite { self.by_role(&description) } else { None };
                person.or_else(|| self.refer(*institution, mention, found, speakers, at))
            }
            Reference::Pronoun(Pronoun::Self_) => {
                let inside =
                    |other: &Attributed| other.content.iter().any(|range| range.encloses(mention));
                let around =
                    found.iter().zip(speakers).rev().take(6).find(|(other, _)| inside(other));
                around.and_then(|(_, speaker)| *speaker).or_else(|| self.spoke.last().copied())
            }
            Reference::Pronoun(Pronoun::Relative) => {
                self.named_before(mention).or_else(|| self.spoke.last().copied())
            }
            Reference::Pronoun(pronoun) => self.pronoun(pronoun, at),
            Reference::Described(description) => Some(self.described(&description, mention)),
        }
    }

    /// The parent of a person named with an institution: “Karin Lind, a spokeswoman for the union”.
    fn belong(&mut self, id: usize, mention: TextRange) {
        let (start, end) = span(mention);
        let inside = self.names.within(start as usize, end as usize);
        let person = self.entities.all[id].nature == Nature::Person;
        if let Some(gender) = words(self.text, (start, end))
            .split(|c: char| !c.is_alphabetic())
            .find_map(gender_of_word)
            .filter(|_| person)
        {
            self.entities.all[id].gender = gender;
        }
        let institution = inside
            .filter_map(|run| self.entities.of_run[run])
            .find(|other| *other != id && self.entities.all[*other].nature == Nature::Institution);
        if let Some(parent) = institution.filter(|_| person) {
            self.entities.all[id].parent.get_or_insert(parent);
        }
    }

    /// The name right before a mention: “Lind, who”.
    fn named_before(&self, mention: TextRange) -> Option<usize> {
        let start = mention.start().get();
        let runs = self.names.within(start.saturating_sub(90), start);
        runs.rev().find_map(|run| self.entities.of_run[run])
    }
}

/// Where an attribution stands for what was heard of before: at its mention, or else its start.
fn place(attributed: &Attributed) -> u32 {
    let first = attributed.content.first().map_or(0, |range| range.start().get());
    attributed.mention.map_or(first, |mention| mention.start().get()) as u32
}

fn span(range: TextRange) -> (u32, u32) {
    (range.start().get() as u32, range.end().get() as u32)
}
