//! The keys themselves.

use super::{KeyCommand, Shortcut, When};
use crate::store::cursor::{Direction, Edge, Unit};

const fn key(
    when: When,
    keys: &'static [&'static str],
    shown: &'static str,
    does: &'static str,
    command: KeyCommand,
) -> Shortcut {
    Shortcut { when, keys, ctrl: false, shift: false, alt: false, shown, does, command }
}

const fn ctrl(shortcut: Shortcut) -> Shortcut {
    Shortcut { ctrl: true, ..shortcut }
}

const fn shift(shortcut: Shortcut) -> Shortcut {
    Shortcut { shift: true, ..shortcut }
}

const fn alt(shortcut: Shortcut) -> Shortcut {
    Shortcut { alt: true, ..shortcut }
}

use Direction::{Back, Forward};
use Edge::{End, Start};
use Unit::{Sentence, Word};
use When::{Always, Bar, Chosen, Cursor, Extending, Offered, Reading};

/// Every key. Earlier entries win.
pub static SHORTCUTS: &[Shortcut] = &[
    key(Reading, &["j"], "j", "Next sentence", KeyCommand::Sentence(Forward)),
    key(Reading, &["k"], "k", "Previous sentence", KeyCommand::Sentence(Back)),
    key(Reading, &["n"], "n", "Next claim", KeyCommand::Claim(Forward)),
    key(Reading, &["p"], "p", "Previous claim", KeyCommand::Claim(Back)),
    key(Reading, &["f"], "f", "Next proposal", KeyCommand::Proposal(Forward)),
    key(Reading, &["F"], "F", "Previous proposal", KeyCommand::Proposal(Back)),
    key(Reading, &["A"], "A", "Accept all proposals above 90 %", KeyCommand::AcceptSure),
    key(Offered, &["a"], "a", "Accept the proposal", KeyCommand::AcceptOffer),
    key(Offered, &["d"], "d", "Dismiss it", KeyCommand::Dismiss),
    key(Offered, &["Delete", "Backspace"], "Delete", "Dismiss it", KeyCommand::Dismiss),
    key(Offered, &["Enter"], "Enter", "Accept it for somebody else", KeyCommand::OpenBar),
    key(Cursor, &["ArrowDown"], "↓", "Next sentence", KeyCommand::Sentence(Forward)),
    key(Cursor, &["ArrowUp"], "↑", "Previous sentence", KeyCommand::Sentence(Back)),
    shift(key(
        Cursor,
        &["ArrowRight"],
        "Shift →",
        "One word more",
        KeyCommand::CursorEdge(End, Word, Forward),
    )),
    shift(key(
        Cursor,
        &["ArrowLeft"],
        "Shift ←",
        "One word less",
        KeyCommand::CursorEdge(End, Word, Back),
    )),
    shift(key(
        Cursor,
        &["ArrowDown"],
        "Shift ↓",
        "One sentence more",
        KeyCommand::CursorEdge(End, Sentence, Forward),
    )),
    shift(key(
        Cursor,
        &["ArrowUp"],
        "Shift ↑",
        "One sentence less",
        KeyCommand::CursorEdge(End, Sentence, Back),
    )),
    alt(shift(key(
        Cursor,
        &["ArrowRight"],
        "Alt Shift →",
        "Start one word later",
        KeyCommand::CursorEdge(Start, Word, Forward),
    ))),
    alt(shift(key(
        Cursor,
        &["ArrowLeft"],
        "Alt Shift ←",
        "Start one word earlier",
        KeyCommand::CursorEdge(Start, Word, Back),
    ))),
    alt(shift(key(
        Cursor,
        &["ArrowUp"],
        "Alt Shift ↑",
        "Start one sentence earlier",
        KeyCommand::CursorEdge(Start, Sentence, Back),
    ))),
    alt(shift(key(
        Cursor,
        &["ArrowDown"],
        "Alt Shift ↓",
        "Start one sentence later",
        KeyCommand::CursorEdge(Start, Sentence, Forward),
    ))),
    key(Cursor, &["Enter"], "Enter", "Ask who says it", KeyCommand::OpenBar),
    key(
        Bar,
        &["1", "2", "3", "4", "5", "6", "7", "8", "9"],
        "1 – 9",
        "The source with this digit",
        KeyCommand::Digit,
    ),
    key(Bar, &["0"], "0", "The article’s own voice", KeyCommand::OwnVoice),
    key(Bar, &["-"], "-", "Leave unattributed", KeyCommand::Unattributed),
    key(Bar, &["Enter"], "Enter", "The first source offered", KeyCommand::Accept),
    key(Extending, &["+"], "+", "Add the text to the claim", KeyCommand::Extend),
    key(Extending, &["@"], "@", "The text names the source (mention)", KeyCommand::Mention),
    key(Extending, &[":"], ":", "The text attributes (cue)", KeyCommand::Cue),
    key(Chosen, &["Enter"], "Enter", "Attribute to somebody else", KeyCommand::OpenBar),
    key(Chosen, &["e"], "e", "Write a note", KeyCommand::Note),
    key(Chosen, &["t"], "t", "Write tags", KeyCommand::Tags),
    key(Chosen, &["m"], "m", "Next mode: direct, indirect, mixed", KeyCommand::Mode),
    key(Chosen, &["v"], "v", "Next verdict", KeyCommand::Verdict),
    key(
        Chosen,
        &["["],
        "[",
        "Move the start: ← → characters, with Ctrl words, ↑ ↓ sentences",
        KeyCommand::Handle(Start),
    ),
    key(Chosen, &["]"], "]", "Move the end, the same way", KeyCommand::Handle(End)),
    key(Chosen, &["Delete", "Backspace"], "Delete", "Delete the claim", KeyCommand::Delete),
    ctrl(key(Always, &["z"], "Ctrl Z", "Undo", KeyCommand::Undo)),
    ctrl(shift(key(Always, &["z", "Z"], "Ctrl Shift Z", "Redo", KeyCommand::Redo))),
    ctrl(key(Always, &["y"], "Ctrl Y", "Redo", KeyCommand::Redo)),
    key(Always, &["Escape"], "Esc", "Close, let go", KeyCommand::Escape),
    key(Reading, &["/"], "/", "Filter claims by text", KeyCommand::Find),
    key(Reading, &["o"], "o", "Open an article", KeyCommand::OpenSheet),
    key(Reading, &["l"], "l", "Library", KeyCommand::Library),
    key(Reading, &["c"], "c", "List of claims", KeyCommand::Claims),
    key(Reading, &["s"], "s", "Sources", KeyCommand::Sources),
    key(Reading, &["x"], "x", "Export", KeyCommand::Export),
    key(Reading, &["i"], "i", "Import", KeyCommand::Import),
    key(Reading, &[","], ",", "Text size, colours, keys", KeyCommand::Settings),
    key(Reading, &["?"], "?", "All keys", KeyCommand::Help),
];
