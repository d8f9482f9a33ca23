//! Who fits best of those mentioned before: the signs of each are weighed.

use super::{
    super::nature::{Gender, Nature},
    Tracker,
    scene::{Seen, Who},
    traits::{Traits, Wanted},
};
use crate::{
    suggest::{gather::Attributed, lexicon::flag},
    text::ByteOffset,
};

/// How many mentions back an antecedent may be.
const BACK: usize = 60;
/// How many signs there are.
const SIGNS: usize = 21;

/// What each sign counts for “he” and “she”, for “they”, for “it” and “the company”: a conditional logit over the
/// pronouns of the articles trained on.
const WEIGHTS: [[f32; 3]; SIGNS] = [
    // How many sentences back the nearest mention is.
    [-0.4, -0.3, -0.9],
    // It is the subject of a clause of this sentence.
    [-0.1, 0.5, 1.1],
    // It is the subject of the sentence before.
    [1.3, 0.4, 1.6],
    // It is in quotation marks.
    [0.2, 0.2, -0.2],
    // It is who spoke last.
    [0.1, 0.6, 0.3],
    // It is who says this in quotation marks.
    [-0.3, 0.0, 0.0],
    // It is in the same quotation marks, or those right before.
    [0.2, 0.0, 0.0],
    // Its gender is known.
    [0.9, -0.1, 0.0],
    // A single word that may be anything.
    [-0.1, -1.3, -0.4],
    // Nothing with a name.
    [-0.8, -0.4, -0.9],
    // How often it was mentioned, as a logarithm.
    [-0.2, 0.5, -0.4],
    // How many others are nearer.
    [-0.4, 0.1, 0.4],
    // It is mentioned in this paragraph.
    [0.6, 2.5, 1.3],
    // It speaks in this paragraph.
    [0.1, 0.2, 0.9],
    // A document.
    [0.0, -0.3, 0.4],
    // A person.
    [0.9, 0.0, -0.2],
    // A place.
    [0.0, -0.8, -0.7],
    // Several.
    [0.0, 0.6, -0.1],
    // The same pronoun, or the other, follows it elsewhere in the text.
    [0.6, 0.0, 0.0],
    // Its first name sounds like it.
    [0.2, 0.0, 0.0],
    // It was called so before.
    [0.3, 0.0, 0.0],
];

/// What speaks for one candidate.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    who: Who,
    /// The nearest mention, outside quotation marks if there is one.
    nearest: Seen,
    /// Whether it is the subject of the sentence before, or of this.
    parallel: bool,
    within: bool,
    /// The paragraph of the nearest mention as a speaker.
    spoke: Option<u32>,
    /// Mentions.
    count: u32,
    /// How many others are nearer.
    rank: usize,
}

impl Candidate {
    fn new(who: Who, nearest: Seen, rank: usize) -> Self {
        Self { who, nearest, parallel: false, within: false, spoke: None, count: 0, rank }
    }

    /// Adds a mention that is `gap` sentences back.
    fn add(&mut self, seen: &Seen, gap: usize) {
        self.count += 1;
        if self.nearest.stands.quoted && !seen.stands.quoted {
            self.nearest = *seen;
        }
        if seen.stands.subject && !seen.stands.quoted {
            self.parallel |= gap == 1;
            self.within |= gap == 0;
        }
        if seen.spoke {
            self.spoke.get_or_insert(seen.paragraph);
        }
    }
}

impl Tracker<'_> {
    /// Who fits best what is looked for at byte `at`, outside the words of the attribution itself.
    pub(super) fn best(
        &self,
        wanted: Wanted,
        at: u32,
        attributed: Option<&Attributed>,
    ) -> Option<Who> {
        let foreign = |seen: &&Seen| {
            let here = ByteOffset::new(seen.at as usize);
            !attributed.is_some_and(|a| a.content.iter().any(|range| range.contains(here)))
        };
        let here = self.sentence(at);
        let mut all: Vec<Candidate> = Vec::new();
        for seen in self.seen.iter().rev().filter(foreign).take(BACK) {
            let who = self.whose(seen.who).map_or(seen.who, Who::Entity);
            let gap = here.saturating_sub(seen.sentence);
            if let Some(known) = all.iter_mut().find(|candidate| candidate.who == who) {
                known.add(seen, gap);
            } else if self.fits(wanted, who) {
                let mut candidate = Candidate::new(who, *seen, all.len());
                candidate.add(seen, gap);
                all.push(candidate);
            }
        }
        let column = match wanted {
            Wanted::He | Wanted::She => 0,
            Wanted::They | Wanted::Several => 1,
            _ => 2,
        };
        let place = (here, self.paragraph(at));
        let score = |candidate: &Candidate| -> f32 {
            let signs = self.signs(candidate, wanted, place);
            signs.iter().zip(&WEIGHTS).map(|(sign, weights)| sign * weights[column]).sum()
        };
        let scored = all.iter().map(|candidate| (score(candidate), candidate.who));
        scored.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, who)| who)
    }

    /// The signs of a candidate for what stands in this sentence and this paragraph.
    fn signs(
        &self,
        candidate: &Candidate,
        wanted: Wanted,
        (sentence, paragraph): (usize, u32),
    ) -> [f32; SIGNS] {
        let yes = |holds: bool| f32::from(u8::from(holds));
        let near = sentence.saturating_sub(candidate.nearest.sentence).min(8) as f32;
        let quoted = candidate.nearest.stands.quoted;
        let Traits { nature, gender, flags, plural, place, .. } = self.traits(candidate.who);
        let is = |id: Option<usize>| id.is_some_and(|id| candidate.who == Who::Entity(id));
        let described = nature == Nature::Described;
        // Which gender is wanted; nothing where it is known to be right.
        let sex = match wanted {
            Wanted::He if gender == Gender::Unknown => 1.0,
            Wanted::She if gender == Gender::Unknown => -1.0,
            _ => 0.0,
        };
        let (entity, called) = match candidate.who {
            Who::Entity(id) => (self.entities.all.get(id), self.entities.all[id].called),
            Who::Noun(number) => (None, self.called[number]),
        };
        let heard = entity.map_or(0.0, |entity| (f32::from(entity.heard) / 2.0).clamp(-1.0, 1.0));
        [
            near,
            yes(candidate.within),
            yes(candidate.parallel),
            yes(quoted),
            yes(is(self.spoke.last().copied())),
            yes(is(self.around)),
            yes(self.around.is_some() && quoted && near < 2.0),
            yes(gender != Gender::Unknown),
            yes(nature == Nature::Open),
            yes(described),
            (candidate.count as f32).ln(),
            candidate.rank.min(6) as f32,
            yes(candidate.nearest.paragraph == paragraph),
            yes(candidate.spoke == Some(paragraph)),
            yes(nature == Nature::Document || described && flags & flag::DOCUMENT != 0),
            yes(nature == Nature::Person),
            yes(place),
            yes(plural),
            sex * heard,
            sex * entity.map_or(0.0, |entity| self.ending(entity)),
            sex * f32::from(called.signum()),
        ]
    }
}
