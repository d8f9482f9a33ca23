//! Where somebody’s view is given without a verb of saying: “in her view”, “per the ministry”, “was adamant that”.

use std::ops::Range;

use super::site::opens_clause;
use crate::suggest::{
    lexicon::{BE, flag, literal},
    passage::{Kind, Passage, Token},
};

/// Whether `at` is the noun of “in the words of”, “in the view of”.
pub(super) fn is_view(passage: &Passage<'_>, at: usize) -> bool {
    const VIEWS: [u32; 10] = [
        literal("words"),
        literal("view"),
        literal("opinion"),
        literal("estimate"),
        literal("estimation"),
        literal("judgment"),
        literal("judgement"),
        literal("phrase"),
        literal("telling"),
        literal("reckoning"),
    ];
    let noun = passage.tokens.get(at).is_some_and(|t| VIEWS.contains(&t.word));
    noun && at >= 2 && passage.is(at - 1, "the") && passage.is(at - 2, "in")
}

/// Whether `at` is the noun of “in her view, …”, “by the union’s own account”.
pub(super) fn is_own_view(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    const VIEWS: [u32; 9] = [
        literal("view"),
        literal("opinion"),
        literal("account"),
        literal("admission"),
        literal("telling"),
        literal("estimate"),
        literal("reckoning"),
        literal("count"),
        literal("judgment"),
    ];
    let owner = at.checked_sub(1).map(|i| i - usize::from(passage.is(i, "own") && i > 0));
    let Some(owner) = owner.filter(|i| *i >= sentence.start) else { return false };
    let owned = passage.has(owner, flag::OWN) || passage.tokens[owner].kind == Kind::Possessive;
    let view = |t: &Token| VIEWS.contains(&t.word);
    let from = sentence.start.max(owner.saturating_sub(6));
    owned
        && passage.tokens.get(at).is_some_and(view)
        && (from..owner).any(|i| passage.is(i, "in") || passage.is(i, "by"))
}

/// Whether `at` says how somebody stands to a clause: “was adamant that”, “is not convinced that”.
pub(super) fn is_stance(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    const STANCES: [u32; 14] = [
        literal("adamant"),
        literal("confident"),
        literal("convinced"),
        literal("sceptical"),
        literal("skeptical"),
        literal("optimistic"),
        literal("pessimistic"),
        literal("hopeful"),
        literal("certain"),
        literal("sure"),
        literal("satisfied"),
        literal("doubtful"),
        literal("unconvinced"),
        literal("afraid"),
    ];
    let stance = |t: &Token| STANCES.contains(&t.word);
    let from = sentence.start.max(at.saturating_sub(4));
    opens_clause(passage, at + 1)
        && passage.tokens.get(at).is_some_and(stance)
        && passage.tokens[from..at].iter().any(|t| BE.contains(&t.word))
}

/// Whether `at` is the “per” of “per the ministry”, where a clause may start; not that of “per cent” and “per head”.
pub(super) fn is_per(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let named = passage.tokens.get(at + 1).is_some_and(|t| {
        t.is_capital() || t.has(flag::DET | flag::OWN) && !passage.is(at + 1, "one")
    });
    passage.is(at, "per") && named && (at == sentence.start || passage.is(at - 1, ","))
}

#[cfg(test)]
mod tests {
    use super::super::{TriggerKind, tests::kinds};

    #[test]
    fn a_view_attributes_where_it_is_somebodys() {
        let noun = Some(TriggerKind::Noun);
        assert_eq!(kinds("In her view, it was late.", "view"), noun);
        assert_eq!(kinds("By the union’s own account, it was late.", "account"), noun);
        assert_eq!(kinds("The room has its view, and a desk.", "view"), None);
        let unknown = Some(TriggerKind::Unknown);
        assert_eq!(kinds("She was adamant that it was late.", "adamant"), unknown);
        assert_eq!(kinds("She was not convinced the bridge was safe.", "convinced"), unknown);
        assert_eq!(kinds("She met an adamant mayor.", "adamant"), None);
    }

    #[test]
    fn a_plural_far_off_may_have_the_verb() {
        let verb = Some(TriggerKind::Verb);
        assert_eq!(kinds("Critics of the plan claim the river will rise.", "claim"), verb);
        assert_eq!(kinds("Analysts at Castellan reckon prices will rise.", "reckon"), verb);
        assert_eq!(kinds("The insurance claim rose.", "claim"), None);
    }
}
