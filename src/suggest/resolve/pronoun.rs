//! Pronouns.

use crate::suggest::{
    lexicon::{flag, literal},
    passage::{Kind, Token},
};

/// Pronouns by what they can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    He,
    She,
    They,
    It,
    /// “I”, “we”: who speaks around it.
    Self_,
    /// “who”, “which”: what stands right before.
    Relative,
}

/// The pronoun that a mention consists of, if it does.
pub(super) fn pronoun(words: &[Token]) -> Option<Pronoun> {
    let [first, rest @ ..] = words else { return None };
    if rest.len() > 1 {
        return None;
    }
    let he = first.has(flag::HE);
    Some(match first {
        _ if first.kind == Kind::Upper && first.end - first.start > 1 => return None,
        _ if (he || first.word == literal("his")) && rest.is_empty() => Pronoun::He,
        _ if first.has(flag::SHE) && rest.is_empty() => Pronoun::She,
        _ if (first.has(flag::THEY) || first.word == literal("their")) && rest.is_empty() => {
            Pronoun::They
        }
        _ if (first.has(flag::IT) || first.word == literal("its")) && rest.is_empty() => {
            Pronoun::It
        }
        _ if first.has(flag::ME) && rest.is_empty() => Pronoun::Self_,
        _ if first.has(flag::WH) && rest.is_empty() => Pronoun::Relative,
        _ => return None,
    })
}
