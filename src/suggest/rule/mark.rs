//! Marks that part a speaker from what is said, without a verb.

use std::ops::Range;

use crate::{
    article::BlockKind,
    suggest::{
        lexicon::{flag, literal},
        passage::{Kind, Passage, Token},
    },
};

/// Whether the dash or colon at `at` parts a headline from who says it: “Dam is safe – engineers”.
pub(super) fn is_afterword(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let heading =
        matches!(passage.kind, BlockKind::Headline | BlockKind::Heading | BlockKind::Standfirst);
    let rest = at + 1..sentence.end;
    if !heading || rest.is_empty() || rest.len() > 4 || at < sentence.start + 3 {
        return false;
    }
    let speaks =
        flag::ROLE | flag::GROUP | flag::INSTITUTION | flag::DOCUMENT | flag::MEDIA | flag::CITED;
    [":", "–", "—", "-", "--"].iter().any(|mark| passage.is(at, mark))
        && passage.tokens[rest.clone()].iter().all(Token::is_word)
        && passage.has(sentence.end - 1, speaks)
}

/// Whether the colon at `at` ends the label of a speaker: “Q:”, “Ms. Lind:”, or the first part of a headline.
pub(super) fn is_label(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let label = sentence.start..at;
    if label.is_empty() || label.len() > 14 || passage.tokens.len() <= at + 2 {
        return false;
    }
    let words = &passage.tokens[label.clone()];
    // “Rail North on X: “…””, without a verb; “@somebody: …”.
    let quotes = passage.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Opens);
    let posts = passage.is(sentence.start, "@");
    let verbless = !words.iter().any(|t| {
        t.kind == Kind::Lower
            && (t.is_finite_cue() && !t.has(flag::NOMINAL | flag::ROLE | flag::DOCUMENT)
                || t.has(flag::AUX | flag::MODAL | flag::PAST))
    });
    let named = words.iter().any(|t| {
        t.is_capital()
            || t.has(flag::ROLE | flag::GROUP | flag::INSTITUTION | flag::DOCUMENT | flag::MEDIA)
    });
    if quotes && verbless && named || posts && label.len() <= 4 {
        return true;
    }
    if label.len() > 8 {
        return false;
    }
    const NO_SPEAKERS: [&str; 14] = [
        "image",
        "images",
        "photo",
        "photos",
        "photograph",
        "picture",
        "pictured",
        "video",
        "file",
        "credit",
        "note",
        "update",
        "updated",
        "related",
    ];
    if words.iter().any(|t| NO_SPEAKERS.iter().any(|word| t.word == literal(word))) {
        return false;
    }
    let heading =
        matches!(passage.kind, BlockKind::Headline | BlockKind::Heading | BlockKind::Standfirst);
    let plain = words.iter().all(|t| {
        t.is_capital()
            || matches!(t.kind, Kind::Mark | Kind::Number)
            || t.has(flag::ROLE | flag::DET | flag::PREP)
    });
    // “Tagesspiegel am Sund: …”, where nothing else is before it.
    let ends = [words.first(), words.last()].into_iter().flatten();
    let name = label.start == 0
        && label.len() <= 5
        && ends.clone().all(|t| t.is_capital() && !t.has(flag::SMALL | flag::DET))
        && words.iter().all(|t| t.is_capital() || passage.slice_of(t).len() <= 3);
    heading || plain || name
}
