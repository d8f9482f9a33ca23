//! Everything that can happen.

use std::rc::Rc;

use super::{
    cursor::{Direction, Edge, Unit},
    edit::{Edit, Speaker},
    filter::Filter,
    library::Library,
    offers::Proposals,
    view_state::{Draft, Place, Settings},
};
use crate::{
    record::{ArticleId, ClaimId, SourceId, Timestamp},
    text::{ByteOffset, TextRange},
};

/// An action and when it happens: the store has no clock of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// Wall clock.
    pub at: Timestamp,
    /// What.
    pub action: Action,
}

/// Identities for what accepting a proposal may make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fresh {
    /// The claim’s.
    pub claim: ClaimId,
    /// Its source’s, where that is new.
    pub source: SourceId,
    /// That of what the source belongs to, where that is new.
    pub parent: SourceId,
}

/// How a selection was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// Mouse, pen or finger.
    Pointer,
    /// Keys.
    Keyboard,
}

/// A sheet over the page. One at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Paste, choose or write an article.
    Open,
    /// All articles.
    Library,
    /// All claims of the article.
    Claims,
    /// Sources and their shares, where the window has no room beside the text.
    Sources,
    /// One source.
    Source(SourceId),
    /// Taking annotations away.
    Export,
    /// Bringing annotations in.
    Import,
    /// How the page looks and behaves.
    Settings,
    /// Every key.
    Help,
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// An edit of the library; it undoes.
    Edit(Edit),
    /// Takes the last edit back.
    Undo,
    /// Makes it again.
    Redo,
    /// The next part of what takes long is done: see [`Session::left`](super::Session::left).
    GoOn,
    /// Shows an article.
    Open(ArticleId),
    /// Text was selected (or, with `None`, the selection went away).
    Select(Option<TextRange>, Input),
    /// The bar opens on what the reading cursor holds, or on the chosen claim.
    OpenBar,
    /// Whoever the bar is for is put down to this speaker; a new claim gets this identity.
    Attribute(ClaimId, Speaker),
    /// The selection becomes part of the chosen claim.
    ExtendChosen,
    /// The selection is what the chosen claim, an orphan, is about.
    ReattachChosen,
    /// The selection is where the chosen claim's text names the source, or attributes.
    MarkChosen(super::edit::Part),
    /// A claim is looked at, or none.
    Choose(Option<ClaimId>),
    /// The text was clicked: its claims, then its proposals, are chosen in turn.
    Click(ByteOffset),
    /// The claim after or before the chosen one is chosen.
    ChooseNext(Direction),
    /// The reading cursor goes a sentence on or back; without one it starts at this offset.
    MoveCursor(Direction, ByteOffset),
    /// One edge of the reading cursor moves.
    MoveCursorEdge(Edge, Unit, Direction),
    /// One edge of a fragment of the chosen claim moves.
    MoveClaimEdge(usize, Edge, Unit, Direction),
    /// What the engine says of an article so far.
    Propose(ArticleId, Proposals),
    /// A proposal is looked at, or none: which of all.
    LookAt(Option<usize>),
    /// The proposal after or before the one looked at; without one, the next from this offset on.
    LookOn(Direction, ByteOffset),
    /// A proposal becomes a claim.
    Accept(usize, Fresh),
    /// All proposals that are sure enough become claims, in one step.
    AcceptSure(Vec<Fresh>),
    /// A proposal is not wanted.
    Dismiss(usize),
    /// Closes what is open: bar, chosen claim, reading cursor; one at a time.
    Escape,
    /// Which claims are shown.
    Filter(Filter),
    /// How the page looks and behaves.
    Settings(Settings),
    /// A note is being written; `None` where it is not any more.
    Draft(Option<Draft>),
    /// Shows a sheet, or none.
    Show(Option<Sheet>),
    /// A file of everything was made.
    BackedUp(Timestamp),
    /// Something was found that was written elsewhere.
    Merge(Rc<Library>),
    /// Something that does no more than look.
    Glance(Glance),
}

/// What can happen to a reader who only reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Glance {
    /// A pointer rests on a claim, or leaves it.
    Hover(Option<ClaimId>),
    /// The article was read as far as this.
    Scrolled(Place),
    /// The hint is put away.
    HideHint,
    /// The message is put away.
    HideNotice,
    /// The page has something to say that no edit caused.
    Say(String),
}
