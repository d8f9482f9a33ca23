//! Every key, in one list: what the page listens to, what `?` shows, and what the README's table holds.

mod list;

use super::cursor::{Direction, Edge, Unit};
pub use list::SHORTCUTS;

/// A key as the browser names it (UI Events KeyboardEvent key Values), with modifiers. For letters and signs, Shift
/// is part of the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord<'a> {
    /// `KeyboardEvent.key`.
    pub key: &'a str,
    /// Ctrl, or Cmd on a Mac.
    pub ctrl: bool,
    /// Shift; only looked at for keys whose name it does not change.
    pub shift: bool,
    /// Alt, or Option on a Mac.
    pub alt: bool,
}

/// What a key can depend on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// The bar is open.
    pub bar: bool,
    /// … on selected text.
    pub selection: bool,
    /// A claim is chosen.
    pub chosen: bool,
    /// A proposal is looked at.
    pub offered: bool,
    /// The reading cursor is on a sentence, or the article has the keyboard.
    pub reading: bool,
    /// The keyboard is on a control that Enter presses.
    pub on_control: bool,
    /// Single letters are commands.
    pub letters: bool,
}

/// When a key means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Whenever nothing is being typed.
    Always,
    /// While the bar is closed.
    Reading,
    /// While the bar is open.
    Bar,
    /// While the bar is open on selected text, and a claim is chosen.
    Extending,
    /// While a claim is chosen and the bar is closed.
    Chosen,
    /// While a proposal is looked at and the bar is closed.
    Offered,
    /// While the reading cursor is on a sentence, or the article has the keyboard.
    Cursor,
}

impl When {
    /// What people read above a group of keys.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Always => "Anywhere",
            Self::Reading => "While reading",
            Self::Cursor => "With the reading cursor",
            Self::Bar => "Who says it?",
            Self::Extending => "Text selected, claim chosen",
            Self::Chosen => "Claim chosen",
            Self::Offered => "Proposal looked at",
        }
    }

    /// All groups, in the order help shows them.
    pub const ALL: [Self; 7] = [
        Self::Reading,
        Self::Cursor,
        Self::Bar,
        Self::Chosen,
        Self::Extending,
        Self::Offered,
        Self::Always,
    ];

    fn holds(self, now: Situation) -> bool {
        match self {
            Self::Always => true,
            Self::Reading => !now.bar,
            Self::Bar => now.bar,
            Self::Extending => now.selection && now.chosen,
            Self::Chosen => now.chosen && !now.bar,
            Self::Offered => now.offered && !now.bar,
            Self::Cursor => now.reading && !now.bar,
        }
    }
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyCommand {
    /// Takes the last edit back.
    Undo,
    /// Makes it again.
    Redo,
    /// Closes what is open.
    Escape,
    /// Shows every key.
    Help,
    /// Opens an article.
    OpenSheet,
    /// Shows the library.
    Library,
    /// Lists the claims.
    Claims,
    /// Lists the sources.
    Sources,
    /// Takes annotations away.
    Export,
    /// Brings annotations in.
    Import,
    /// Looks and behaviour.
    Settings,
    /// Filters claims by text.
    Find,
    /// The reading cursor, by sentence.
    Sentence(Direction),
    /// An edge of the reading cursor.
    CursorEdge(Edge, Unit, Direction),
    /// Opens the bar.
    OpenBar,
    /// Another claim.
    Claim(Direction),
    /// Another proposal.
    Proposal(Direction),
    /// Takes the proposal over.
    AcceptOffer,
    /// Puts the proposal away.
    Dismiss,
    /// Takes over what is sure.
    AcceptSure,
    /// Throws the chosen claim away.
    Delete,
    /// Writes a note.
    Note,
    /// Writes tags.
    Tags,
    /// The next mode.
    Mode,
    /// The next verdict.
    Verdict,
    /// The keyboard goes to a handle.
    Handle(Edge),
    /// The source with this digit.
    Digit,
    /// The article's own voice.
    OwnVoice,
    /// Nobody yet.
    Unattributed,
    /// The first source offered.
    Accept,
    /// Adds the selection to the chosen claim.
    Extend,
    /// The selection is the mention.
    Mention,
    /// The selection is the cue.
    Cue,
}

/// One entry of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// When it means something.
    pub when: When,
    /// The keys, any of them.
    keys: &'static [&'static str],
    ctrl: bool,
    shift: bool,
    alt: bool,
    /// What people read for the keys.
    pub shown: &'static str,
    /// What people read for what it does.
    pub does: &'static str,
    /// What it does.
    pub command: KeyCommand,
}

impl Shortcut {
    /// Whether it is a single letter, which a reader can switch off.
    pub fn is_letter(&self) -> bool {
        !self.ctrl
            && self.keys.iter().all(|key| key.len() == 1 && key.as_bytes()[0].is_ascii_alphabetic())
    }

    fn is(&self, chord: Chord<'_>) -> bool {
        // A sign such as “?” or “+” is the same key name wherever Shift is needed for it.
        let named = chord.key.chars().count() > 1;
        let shift = if named || self.ctrl { self.shift == chord.shift } else { true };
        shift && self.ctrl == chord.ctrl && self.alt == chord.alt && self.keys.contains(&chord.key)
    }
}

/// What a key does now.
pub fn command(chord: Chord<'_>, now: Situation) -> Option<KeyCommand> {
    let found = SHORTCUTS.iter().find(|shortcut| {
        shortcut.is(chord) && shortcut.when.holds(now) && (now.letters || !shortcut.is_letter())
    })?;
    let pressed = matches!(chord.key, "Enter" | "Delete" | "Backspace") && now.on_control;
    (!pressed).then_some(found.command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::Forward;
    use Edge::End;
    use Unit::Sentence;

    fn plain(key: &str) -> Chord<'_> {
        Chord { key, ctrl: false, shift: false, alt: false }
    }

    const ALL: Situation = Situation {
        bar: false,
        selection: false,
        chosen: false,
        offered: false,
        reading: false,
        on_control: false,
        letters: true,
    };

    #[test]
    fn a_letter_does_nothing_once_letters_are_switched_off() {
        assert_eq!(command(plain("j"), ALL), Some(KeyCommand::Sentence(Forward)));
        assert_eq!(command(plain("j"), Situation { letters: false, ..ALL }), None);
        assert_eq!(
            command(plain("?"), Situation { letters: false, ..ALL }),
            Some(KeyCommand::Help)
        );
    }

    #[test]
    fn enter_means_what_the_situation_asks() {
        let at = |now| command(plain("Enter"), now);
        assert_eq!(at(ALL), None);
        assert_eq!(at(Situation { reading: true, ..ALL }), Some(KeyCommand::OpenBar));
        assert_eq!(at(Situation { bar: true, ..ALL }), Some(KeyCommand::Accept));
        assert_eq!(at(Situation { chosen: true, on_control: true, ..ALL }), None);
    }

    #[test]
    fn digits_go_to_the_bar_only() {
        assert_eq!(command(plain("3"), ALL), None);
        assert_eq!(command(plain("3"), Situation { bar: true, ..ALL }), Some(KeyCommand::Digit));
    }

    #[test]
    fn shift_tells_undo_from_redo_and_extending_from_moving() {
        let z = |shift| Chord { key: if shift { "Z" } else { "z" }, ctrl: true, shift, alt: false };
        assert_eq!(command(z(false), ALL), Some(KeyCommand::Undo));
        assert_eq!(command(z(true), ALL), Some(KeyCommand::Redo));
        let down = |shift| Chord { key: "ArrowDown", ctrl: false, shift, alt: false };
        let reading = Situation { reading: true, ..ALL };
        assert_eq!(command(down(false), reading), Some(KeyCommand::Sentence(Forward)));
        assert_eq!(
            command(down(true), reading),
            Some(KeyCommand::CursorEdge(End, Sentence, Forward))
        );
    }

    /// In no situation does one key mean two things, so that the list says all there is to know.
    #[test]
    fn no_key_means_two_things_in_one_situation() {
        let flag = |bits: u32, i: u32| bits >> i & 1 == 1;
        // A proposal is never looked at while a claim is chosen.
        for bits in (0..32).filter(|bits| !(flag(*bits, 2) && flag(*bits, 4))) {
            let (bar, chosen) = (flag(bits, 0), flag(bits, 2));
            let now = Situation {
                bar,
                selection: bar && flag(bits, 1),
                chosen,
                reading: flag(bits, 3),
                offered: flag(bits, 4),
                ..ALL
            };
            let live: Vec<_> = SHORTCUTS.iter().filter(|s| s.when.holds(now)).collect();
            for (i, a) in live.iter().enumerate() {
                for b in live.get(i + 1..).unwrap_or_default() {
                    let clash = a.command != b.command
                        && (a.ctrl, a.shift, a.alt) == (b.ctrl, b.shift, b.alt)
                        && a.keys.iter().any(|key| b.keys.contains(key));
                    assert!(!clash, "{} and {} in {now:?}", a.does, b.does);
                }
            }
        }
    }
}
