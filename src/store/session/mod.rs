//! All state, and the one function that changes it.

mod editing;
mod glancing;
mod going;
mod looking;
mod proposing;

pub use proposing::speaker;

use std::rc::Rc;

use self::going::Going;
use super::{
    action::{Action, Command, Glance, Input, Sheet},
    edit::ClaimEdit,
    history::{History, Way},
    library::Library,
    offers::{Current, Proposals},
    placement::Placement,
    view_state::{Place, ViewState},
};
use crate::{
    annotation::Creator,
    article::Article,
    record::{ClaimId, Clock, NodeId, Timestamp},
    text::TextRange,
};

/// What the bar is open for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// This text, to become a claim.
    Selection(TextRange, Input),
    /// This claim, to be put down to somebody else.
    Claim(ClaimId),
    /// This proposal, to be taken over for somebody else.
    Offer(usize),
}

/// What just happened, for those who see it and those who hear it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// A sentence.
    pub text: String,
    /// Whether it can be taken back from here.
    pub undoes: bool,
    /// When.
    pub at: Timestamp,
}

/// All state of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Articles, claims, sources.
    pub library: Library,
    /// What can be taken back.
    pub history: Rc<History>,
    /// How the reader left the page, and finds it again.
    pub view: ViewState,
    /// The claim that is looked at.
    pub chosen: Option<ClaimId>,
    /// What the engine says of the open article.
    pub proposals: Proposals,
    current: Current,
    going: Option<Going>,
    /// Which proposal is looked at: never while a claim is chosen.
    pub offered: Option<usize>,
    /// The claim a pointer rests on.
    pub hovered: Option<ClaimId>,
    /// The bar, where it is open.
    pub bar: Option<Bar>,
    /// What the reading cursor holds.
    pub cursor: Option<TextRange>,
    /// The sheet that is open.
    pub sheet: Option<Sheet>,
    /// What just happened.
    pub notice: Option<Notice>,
    clock: Clock,
    profile: NodeId,
}

impl Session {
    /// A session of `node` over `library`.
    pub fn new(node: NodeId, library: Library, view: ViewState) -> Self {
        let mut clock = Clock::new(node);
        if let Some(latest) = library.latest_stamp() {
            clock.observe(latest);
        }
        let mut session = Self {
            library,
            history: Rc::default(),
            view,
            chosen: None,
            proposals: Proposals::default(),
            current: Current::default(),
            going: None,
            offered: None,
            hovered: None,
            bar: None,
            cursor: None,
            sheet: None,
            notice: None,
            clock,
            profile: node,
        };
        session.land();
        // Whoever was writing a note finds it open.
        let draft = session.view.draft.as_ref().map(|draft| draft.claim);
        session.chosen = draft.filter(|id| session.is_here(*id));
        session
    }

    /// The article on screen.
    pub fn article(&self) -> Option<&Rc<Article>> {
        self.library.article(self.view.open?)
    }

    /// The same, its writes told from those of other tabs of the profile.
    #[must_use]
    pub fn writing_as(mut self, writer: NodeId) -> Self {
        let mut clock = Clock::new(writer);
        clock.observe(self.clock.latest());
        self.clock = clock;
        self
    }

    /// This browser profile.
    pub const fn node(&self) -> NodeId {
        self.profile
    }

    /// Who makes annotations here.
    pub fn creator(&self) -> Creator {
        Creator { id: self.profile, name: self.view.settings.name.clone() }
    }

    /// Where the claims of the open article stand.
    pub fn placement(&self) -> Rc<Placement> {
        self.basis().map_or_else(Rc::default, |basis| self.current.placement(&basis))
    }

    /// The same as the last command left it: for a page that has not loaded more of the program, and so has no claims.
    pub const fn placed(&self) -> &Rc<Placement> {
        self.current.placed()
    }

    /// The same session, knowing where its claims stand.
    #[must_use]
    pub fn looking(mut self) -> Self {
        self.follow();
        self
    }

    /// The session after a command; the same allocation where nothing changed.
    #[must_use]
    pub fn after(self: Rc<Self>, command: Command) -> Rc<Self> {
        let mut next = Self::clone(&self);
        next.take(command);
        if next == *self { self } else { Rc::new(next) }
    }

    /// The session after a glance, as [`Session::after`] gives it, for a page that has not loaded more of the program.
    #[must_use]
    pub fn glanced(self: Rc<Self>, at: Timestamp, glance: Glance) -> Rc<Self> {
        if self.has_seen(&glance) {
            return self;
        }
        let mut next = Self::clone(&self);
        next.glance(at, glance);
        Rc::new(next)
    }

    fn take(&mut self, Command { at, action }: Command) {
        self.finish(at, &action);
        match action {
            Action::Edit(edit) => self.edit(at, edit),
            Action::Undo => self.travel(at, Way::Back),
            Action::Redo => self.travel(at, Way::Forth),
            Action::GoOn => self.go_on(at),
            Action::Open(id) => self.open(id),
            Action::Select(range, input) => self.select(range, input),
            Action::OpenBar => self.open_bar(),
            Action::Attribute(new, speaker) => self.attribute(at, new, speaker),
            Action::ExtendChosen => self.with_selection(at, ClaimEdit::Extend),
            Action::ReattachChosen => self.with_selection(at, ClaimEdit::Reattach),
            Action::MarkChosen(part) => self.mark(at, part),
            Action::Choose(id) => self.choose(id),
            Action::Click(offset) => self.click(offset),
            Action::ChooseNext(direction) => self.choose_next(direction),
            Action::MoveCursor(direction, from) => self.move_cursor(direction, from),
            Action::MoveCursorEdge(edge, unit, direction) => {
                self.move_cursor_edge(edge, unit, direction);
            }
            Action::MoveClaimEdge(fragment, edge, unit, direction) => {
                self.move_claim_edge(at, fragment, edge, unit, direction);
            }
            Action::Propose(article, proposals) => self.propose(article, proposals),
            Action::LookAt(nth) => self.look_at(nth),
            Action::LookOn(direction, from) => self.look_on(direction, from),
            Action::Accept(nth, fresh) => self.accept(at, nth, fresh),
            Action::AcceptSure(fresh) => self.accept_sure(at, fresh),
            Action::Dismiss(nth) => self.dismiss(at, nth),
            Action::Escape => self.escape(),
            Action::Filter(filter) => self.view.filter = filter,
            Action::Settings(settings) => self.set(settings),
            Action::Draft(draft) => self.view.draft = draft,
            Action::Show(sheet) => self.show(sheet),
            Action::Glance(glance) => self.glance(at, glance),
            Action::BackedUp(of) => self.view.backed_up = self.view.backed_up.max(Some(of)),
            Action::Merge(found) => self.merge(&found),
        }
        if self.shows() {
            self.follow();
        }
    }

    /// Where the open article was left.
    pub fn place(&self) -> Place {
        self.view.open.and_then(|id| self.view.places.get(&id)).copied().unwrap_or_default()
    }

    /// Whether a claim of the open article has this identity.
    fn is_here(&self, id: ClaimId) -> bool {
        self.view.open.is_some_and(|article| self.library.claim(article, id).is_some())
    }
}
