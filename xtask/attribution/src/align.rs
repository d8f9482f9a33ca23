//! What the gold says of each trigger the engine sees: whether it is one, and the role of each token.

use claimlight::{
    suggest::lab::{self, Example},
    text::TextRange,
};

use crate::corpus::{Document, Gold};

/// An example with its answer.
pub(crate) struct Taught {
    pub(crate) example: Example,
    /// Whether the trigger is one.
    pub(crate) right: bool,
    /// The role of each token to it.
    pub(crate) roles: Vec<usize>,
}

/// The examples of a document, and how many of its attributions no trigger stands for.
pub(crate) fn align(document: &Document) -> (Vec<Taught>, Vec<Gold>) {
    let examples = lab::examples(&document.body);
    let mut answers: Vec<Option<usize>> = vec![None; examples.len()];
    let mut missed = Vec::new();
    for (number, gold) in document.gold.iter().enumerate() {
        let fits = |example: &&Example| stands_for(example, gold);
        let best = examples.iter().filter(fits).map(|e| e.trigger).next_back();
        match best.and_then(|best| examples.iter().position(|e| e.trigger == best)) {
            Some(at) => answers[at] = Some(number),
            None => missed.push(gold.clone()),
        }
    }
    // A quotation by itself goes on from an attribution elsewhere.
    for (example, answer) in examples.iter().zip(&mut answers) {
        if example.alone && answer.is_none() {
            *answer = document
                .gold
                .iter()
                .position(|gold| gold.content.iter().any(|c| c.start() == example.trigger.start()));
        }
    }
    let taught = examples.into_iter().zip(answers).map(|(example, answer)| {
        let gold = answer.and_then(|n| document.gold.get(n));
        let roles = gold
            .map_or_else(|| vec![lab::OTHER; example.tokens.len()], |gold| roles(&example, gold));
        Taught { example, right: answer.is_some(), roles }
    });
    (taught.collect(), missed)
}

fn touches(range: TextRange, ranges: &[TextRange]) -> bool {
    ranges.iter().any(|other| other.intersection(range).is_some())
}

fn stands_for(example: &Example, gold: &Gold) -> bool {
    let at = example.trigger;
    if !gold.cue.is_empty() {
        return !example.alone && !example.colon && touches(at, &gold.cue);
    }
    if example.alone {
        return gold.content.iter().any(|content| content.start() == at.start());
    }
    let near = |end: usize| at.start().get().abs_diff(end) <= 2;
    let ends = gold.source.iter().chain(&gold.content).any(|part| near(part.end().get()));
    example.colon && ends
}

fn roles(example: &Example, gold: &Gold) -> Vec<usize> {
    let role = |token: &TextRange| {
        if *token == example.trigger && !example.alone {
            lab::CUE
        } else if touches(*token, &gold.source) {
            lab::SOURCE
        } else if touches(*token, &gold.cue) {
            lab::CUE
        } else if touches(*token, &gold.content) {
            lab::CONTENT
        } else {
            lab::OTHER
        }
    };
    example.tokens.iter().map(role).collect()
}
