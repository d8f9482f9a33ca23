//! What the words around a name say of it.

use std::ops::Range;

use super::names::Names;
use crate::suggest::{
    lexicon::{flag, lexicon},
    passage::{Kind, Passage, Token},
};

impl Names {
    /// Reads the words before a name (“state-owned operator RailBel”) and the apposition behind (“Karin Lind, a
    /// spokeswoman for the union,”).
    pub(super) fn read_context(&mut self, passage: &Passage<'_>, tokens: &Range<usize>) -> u32 {
        let mut said = 0;
        let mut note = |token: &Token, all: &mut Vec<u32>| {
            said |= token.entry.flags;
            if token.has(flag::ROLE | flag::INSTITUTION | flag::MEDIA) {
                all.push(token.word);
            }
        };
        for i in (tokens.start.saturating_sub(3)..tokens.start).rev() {
            let token = &passage.tokens[i];
            if token.kind != Kind::Lower
                || token
                    .has(flag::PREP | flag::CONJ | flag::AUX | flag::DET | flag::OWN | flag::SUBORD)
            {
                break;
            }
            if i + 1 < tokens.start
                && token.has(flag::INSTITUTION | flag::MEDIA)
                && !token.has(flag::ROLE)
            {
                // “Village head Karin Lind” is no village.
                continue;
            }
            note(token, &mut self.roles);
        }
        for i in tokens.clone() {
            let token = &passage.tokens[i];
            if token.has(flag::ROLE | flag::TITLE) {
                self.roles.push(token.word);
            }
        }
        let mut i = tokens.end;
        // “Karin Lind, 41,” is somebody.
        let aged = passage.is(i, ",")
            && passage.tokens.get(i + 1).is_some_and(|t| t.kind == Kind::Number)
            && passage.is(i + 2, ",");
        if aged {
            i += 2;
        }
        if passage.is(i, ",") {
            for token in passage.tokens.iter().skip(i + 1).take(9) {
                if !token.is_word() && token.kind != Kind::Possessive
                    || token.has(flag::WH | flag::AUX | flag::CONJ)
                {
                    break;
                }
                if token.is_finite_cue()
                    && token.kind == Kind::Lower
                    && !token.has(flag::ROLE | flag::INSTITUTION)
                {
                    break;
                }
                let prep = token.has(flag::PREP) && token.kind == Kind::Lower;
                if prep {
                    break;
                }
                note(token, &mut self.roles);
            }
        }
        said | if aged { lexicon().word("man").flags } else { 0 }
    }
}
