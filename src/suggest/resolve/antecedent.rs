//! Follows the text from attribution to attribution, and says whom pronouns, roles and descriptions mean.

mod candidate;
mod interview;
mod scene;
mod traits;
mod weigh;

use std::collections::HashMap;

use self::{
    scene::{Seen, Who},
    traits::Wanted,
};
use super::{
    entity::{Entities, Entity},
    mention::{Reader, Reference},
    names::Names,
    nature::{Nature, gender_of_word},
    noun::Stands,
    pronoun::Pronoun,
    words,
};
use crate::{annotation::Mode, suggest::gather::Attributed, text::TextRange};

/// Where the text has been read to, and who was heard of.
pub(super) struct Tracker<'a> {
    text: &'a str,
    names: &'a Names,
    entities: Entities,
    /// The next run, noun and pronoun to take note of.
    next: usize,
    next_noun: usize,
    next_pronoun: usize,
    /// Who spoke last: the entities in the order they spoke, the last of them last.
    spoke: Vec<usize>,
    /// Described speakers by head word, and by all words.
    by_head: HashMap<u32, usize>,
    by_words: HashMap<u32, usize>,
    /// Who was mentioned, the last of them last.
    seen: Vec<Seen>,
    /// Whom noun phrases mean, by number and by head.
    of_noun: Vec<Option<usize>>,
    noun_by_head: HashMap<u32, usize>,
    /// How often each noun phrase was “he” more than “she” so far.
    called: Vec<i16>,
    /// Who speaks around the mention that is being read, in quotation marks.
    around: Option<usize>,
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
            next_noun: 0,
            next_pronoun: 0,
            spoke: Vec::new(),
            by_head: HashMap::new(),
            by_words: HashMap::new(),
            seen: Vec::new(),
            of_noun: vec![None; names.nouns.len()],
            noun_by_head: HashMap::new(),
            called: vec![0; names.nouns.len()],
            around: None,
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
            self.read_on(at, found.get(number.saturating_sub(6)..number).unwrap_or_default());
            let around = self.spoken_around(number, found).filter(|around| *around > number);
            if let Some(around) = around {
                // “I” in the words of one who is only named behind them.
                waiting.push((number, around));
                speakers.push(None);
                continue;
            }
            self.around =
                self.quoted_by(number, found).and_then(|n| speakers.get(n).copied().flatten());
            let speaker = self.speaker(attributed, found, &speakers, at);
            if let Some(id) = speaker {
                self.entities.all[id].spoke_at = Some(at);
                self.spoke.push(id);
                let stands = Stands { subject: true, ..Stands::default() };
                self.see(Who::Entity(id), at, stands, true);
            }
            speakers.push(speaker);
        }
        for (number, around) in waiting {
            speakers[number] = speakers.get(around).copied().flatten();
        }
        speakers
    }

    /// The attribution in whose quotation the mention of attribution `number` stands.
    fn quoted_by(&self, number: usize, found: &[Attributed]) -> Option<usize> {
        let mention = found.get(number)?.mention?;
        (number.saturating_sub(6)..number).rev().find(|other| {
            let other = &found[*other];
            other.words.mode() == Mode::Direct
                && other.content.iter().any(|range| range.encloses(mention))
        })
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
                let gender = gender_of_word(words(self.text, description.head_span));
                person.or_else(|| {
                    let id = self.refer(*institution, mention, found, speakers, at)?;
                    self.entities.all[id].voice = Some(gender.unwrap_or_default());
                    Some(id)
                })
            }
            Reference::Pronoun(Pronoun::Self_) => {
                let inside =
                    |other: &Attributed| other.content.iter().any(|range| range.encloses(mention));
                let around =
                    found.iter().zip(speakers).rev().take(6).find(|(other, _)| inside(other));
                around.and_then(|(_, speaker)| *speaker).or_else(|| self.spoke.last().copied())
            }
            Reference::Pronoun(Pronoun::Relative) => {
                let persons = mention.of(self.text).is_some_and(|word| word.starts_with("who"));
                let nearest = self.relative(at, persons).or_else(|| self.named_before(mention));
                nearest.or_else(|| self.spoke.last().copied())
            }
            Reference::Pronoun(pronoun) => self.pronoun(pronoun, at, &found[speakers.len()]),
            Reference::Described(description) => {
                let unnamed = description.is_spokes() && description.others.is_empty();
                let office = if unnamed && self.by_role(&description).is_none() {
                    self.likeliest(Wanted::Office, at, Some(&found[speakers.len()]))
                } else {
                    None
                };
                Some(office.unwrap_or_else(|| self.described(&description, mention)))
            }
            Reference::Part(head, description) => {
                let noun = head.and_then(|head| {
                    let spoke = self.by_head.get(&head).map(|id| Who::Entity(*id));
                    spoke.or_else(|| self.noun_by_head.get(&head).map(|noun| Who::Noun(*noun)))
                });
                let group = match noun {
                    Some(Who::Noun(number)) => Some(self.introduce(number)),
                    Some(Who::Entity(id)) => Some(id),
                    None => self.likeliest(Wanted::Several, at, Some(&found[speakers.len()])),
                };
                Some(group.unwrap_or_else(|| self.described(&description, mention)))
            }
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
