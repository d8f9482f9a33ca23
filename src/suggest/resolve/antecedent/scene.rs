//! Who was mentioned up to a point of the text: names, nouns, and whom “he” and “she” between them stand for.

use super::{
    super::{
        mention::Description,
        nature::{Gender, Nature},
        noun::{Article, Noun, Stands},
        pronoun::Pronoun,
        words,
    },
    Tracker,
    traits::Wanted,
};
use crate::{
    suggest::{gather::Attributed, lexicon::flag},
    text::{ByteOffset, TextRange},
};

/// Who is mentioned: one who has a name or has spoken, or a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Who {
    Entity(usize),
    Noun(usize),
}

/// A mention that was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) who: Who,
    /// Where, in bytes.
    pub(super) at: u32,
    /// In which sentence and which paragraph.
    pub(super) sentence: usize,
    pub(super) paragraph: u32,
    pub(super) stands: Stands,
    /// Whether it is that of a speaker.
    pub(super) spoke: bool,
}

impl Tracker<'_> {
    /// Takes note of all who are mentioned before byte `until`.
    pub(super) fn read_on(&mut self, until: u32, before: &[Attributed]) {
        loop {
            let run = self.names.runs.get(self.next);
            let run_at = run
                .and_then(|run| self.names.words.get(run.words.start))
                .map_or(u32::MAX, |word| word.start);
            let noun_at = self.names.nouns.get(self.next_noun).map_or(u32::MAX, |noun| noun.start);
            let pronoun = self.names.pronouns.get(self.next_pronoun).copied();
            let pronoun_at = pronoun.map_or(u32::MAX, |(at, ..)| at);
            let at = run_at.min(noun_at).min(pronoun_at);
            if at >= until {
                break;
            }
            let here = ByteOffset::new(at as usize);
            let spoken = before.iter().any(|other| other.mention.is_some_and(|m| m.contains(here)));
            let said = before.iter().any(|other| other.content.iter().any(|r| r.contains(here)));
            if run_at == at {
                if let Some(id) = self.entities.of_run[self.next] {
                    let entity = &mut self.entities.all[id];
                    entity.named_at = entity.named_at.max(Some(at));
                    let mut stands = run.map(|run| run.stands).unwrap_or_default();
                    stands.quoted |= said;
                    self.apposed(id, at);
                    self.see(Who::Entity(id), at, stands, false);
                }
                self.next += 1;
            } else if noun_at == at {
                if !spoken {
                    self.see_noun(self.next_noun, said);
                }
                self.next_noun += 1;
            } else {
                if let Some((_, gender, subject)) = pronoun.filter(|_| !spoken) {
                    let wanted = if gender == Gender::She { Wanted::She } else { Wanted::He };
                    if let Some(who) = self.best(wanted, at, None) {
                        self.call(wanted, who);
                        let stands = Stands { subject, quoted: said };
                        self.see(who, at, stands, false);
                    }
                }
                self.next_pronoun += 1;
            }
        }
    }

    /// Takes note of a mention; `spoke` where it is that of a speaker.
    pub(super) fn see(&mut self, who: Who, at: u32, stands: Stands, spoke: bool) {
        let (sentence, paragraph) = (self.sentence(at), self.paragraph(at));
        self.seen.push(Seen { who, at, sentence, paragraph, stands, spoke });
    }

    /// Takes note of a noun phrase: who was said to be that, what was called so before, or something new.
    fn see_noun(&mut self, number: usize, said: bool) {
        let noun = self.names.nouns[number];
        let known = noun.article == Article::Definite;
        let before = self.noun_by_head.get(&noun.head).copied().filter(|_| known);
        let role = || {
            let ids = self.entities.by_role.get(&noun.head)?;
            let heard = |id: &&usize| self.entities.all[**id].named_at.is_some();
            ids.iter().rev().take(16).find(heard).copied()
        };
        let spoke = || self.by_head.get(&noun.head).copied();
        let named = if known && !noun.plural { role() } else { None };
        let named = named.or_else(|| if known { spoke() } else { None });
        let named = self.apposition(&noun).or(named);
        let number = before.filter(|_| named.is_none()).unwrap_or(number);
        self.of_noun[number] = named.or(self.of_noun[number]);
        self.noun_by_head.insert(noun.head, number);
        let mut stands = noun.stands;
        stands.quoted |= said;
        self.see(Who::Noun(number), noun.start, stands, false);
    }

    /// The name right before a noun phrase that stands in apposition to it: “Karin Lind, a geologist”.
    fn apposition(&self, noun: &Noun) -> Option<usize> {
        let run = self.names.runs.get(self.next.checked_sub(1)?)?;
        let end = self.names.words.get(run.words.end.checked_sub(1)?)?.end;
        let id = self.entities.of_run.get(self.next - 1).copied().flatten()?;
        let between = words(self.text, (end, noun.start)).strip_prefix(',')?.trim();
        let article = ["", "a", "an", "the", "his", "her", "its", "their"].contains(&between);
        let person = self.entities.all[id].nature == Nature::Person;
        (article && person == (noun.flags & flag::ROLE != 0)).then_some(id)
    }

    /// Takes a noun phrase for the name right behind it: “its author, Karin Lind”.
    fn apposed(&mut self, id: usize, at: u32) {
        let Some(Who::Noun(number)) = self.seen.last().map(|seen| seen.who) else { return };
        let noun = self.names.nouns[number];
        let person = self.entities.all[id].nature == Nature::Person;
        let joined = words(self.text, (noun.end, at)).trim() == ",";
        if joined && person && noun.flags & flag::ROLE != 0 && !noun.plural {
            self.of_noun[number].get_or_insert(id);
        }
    }

    /// What “who” or “which” at byte `at` stands for: the nearest in its sentence that it fits.
    pub(super) fn relative(&mut self, at: u32, persons: bool) -> Option<usize> {
        let sentence = self.sentence(at);
        let fits = |seen: &&Seen| {
            let who = self.whose(seen.who).map_or(seen.who, Who::Entity);
            let traits = self.traits(who);
            seen.sentence == sentence
                && seen.at < at
                && if persons {
                    traits.person || traits.plural && traits.nature == Nature::Described
                } else {
                    self.fits(Wanted::It, who)
                }
        };
        let who = self.seen.iter().rev().take(8).find(fits)?.who;
        Some(match who {
            Who::Noun(number) => self.introduce(number),
            Who::Entity(id) => id,
        })
    }

    /// The entity, where it is one.
    pub(super) fn whose(&self, who: Who) -> Option<usize> {
        match who {
            Who::Entity(id) => Some(id),
            Who::Noun(number) => self.of_noun.get(number).copied().flatten(),
        }
    }

    /// The sentence that byte `at` is in.
    pub(super) fn sentence(&self, at: u32) -> usize {
        self.names.sentences.partition_point(|(start, _)| *start <= at)
    }

    /// The paragraph that byte `at` is in.
    pub(super) fn paragraph(&self, at: u32) -> u32 {
        let sentence = self.sentence(at).checked_sub(1);
        sentence
            .and_then(|number| self.names.sentences.get(number))
            .map_or(0, |(_, number)| *number)
    }

    /// Whom a pronoun of a speaker at byte `at` stands for.
    pub(super) fn pronoun(
        &mut self,
        pronoun: Pronoun,
        at: u32,
        attributed: &Attributed,
    ) -> Option<usize> {
        let wanted = match pronoun {
            Pronoun::He => Wanted::He,
            Pronoun::She => Wanted::She,
            Pronoun::They => Wanted::They,
            _ => Wanted::It,
        };
        self.likeliest(wanted, at, Some(attributed)).or_else(|| self.spoke.last().copied())
    }

    /// Who is looked for at byte `at`, most likely.
    pub(super) fn likeliest(
        &mut self,
        wanted: Wanted,
        at: u32,
        attributed: Option<&Attributed>,
    ) -> Option<usize> {
        let who = self.best(wanted, at, attributed)?;
        self.call(wanted, who);
        Some(match who {
            Who::Noun(number) => self.introduce(number),
            Who::Entity(id) => id,
        })
    }

    /// The entity of a noun phrase, new where there is none yet.
    pub(super) fn introduce(&mut self, number: usize) -> usize {
        if let Some(id) = self.whose(Who::Noun(number)) {
            return id;
        }
        let noun = self.names.nouns[number];
        let description = Description {
            head: noun.head,
            head_span: (noun.start, noun.end),
            flags: noun.flags,
            others: Vec::new(),
            definite: false,
            owned: false,
            bare: false,
            plural: noun.plural,
            span: (noun.start, noun.end),
            owner: None,
            office: false,
        };
        let mention = TextRange::bytes(noun.start as usize, noun.end as usize);
        let id = self.described(&description, mention);
        self.of_noun[number] = Some(id);
        self.entities.all[id].called = self.called[number];
        id
    }

    /// Takes note of who is “he”, who is “she”.
    fn call(&mut self, wanted: Wanted, who: Who) {
        let more = match wanted {
            Wanted::He => 1,
            Wanted::She => -1,
            _ => return,
        };
        match who {
            Who::Entity(id) => self.entities.all[id].called += more,
            Who::Noun(number) => self.called[number] += more,
        }
    }
}
