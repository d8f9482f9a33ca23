//! All state, and the one function that changes it.

use std::rc::Rc;

use super::{
    action::{Action, Command, Input, Sheet},
    cursor::{move_edge, next_sentence},
    edit::{ArticleEdit, ClaimEdit, Edit, Part, SourceEdit, Speaker},
    filter::Filter,
    history::{History, Screen, Step},
    library::Library,
    placement::Placement,
    plan::{Context, plan},
    registry,
    view_state::{Place, ViewState},
};
use crate::{
    annotation::{Attribution, Creator},
    article::Article,
    record::{ArticleId, ClaimId, Clock, NodeId, Stamp, Timestamp},
    text::{TextRange, snap},
};

/// What the bar is open for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// This text, to become a claim.
    Selection(TextRange, Input),
    /// This claim, to be put down to somebody else.
    Claim(ClaimId),
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
            hovered: None,
            bar: None,
            cursor: None,
            sheet: None,
            notice: None,
            clock,
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

    /// This browser profile.
    pub fn node(&self) -> NodeId {
        self.clock.node()
    }

    /// Who makes annotations here.
    pub fn creator(&self) -> Creator {
        Creator { id: self.clock.node(), name: self.view.settings.name.clone() }
    }

    /// Where the claims of the open article stand.
    pub fn placement(&self) -> Placement {
        self.article().map_or_else(Placement::default, |article| {
            let claims = self.library.claims(article.id);
            Placement::new(article.body.text(), &claims, self.library.sources())
        })
    }

    /// The session after a command; the same allocation where nothing changed.
    #[must_use]
    pub fn after(self: Rc<Self>, command: Command) -> Rc<Self> {
        let mut next = Self::clone(&self);
        next.take(command);
        if next == *self { self } else { Rc::new(next) }
    }

    fn take(&mut self, Command { at, action }: Command) {
        match action {
            Action::Edit(edit) => self.edit(at, edit),
            Action::Undo => self.travel(at, "Undone", History::undo),
            Action::Redo => self.travel(at, "Redone", History::redo),
            Action::Open(id) => self.open(id),
            Action::Select(range, input) => self.select(range, input),
            Action::OpenBar => self.open_bar(),
            Action::Attribute(new, speaker) => self.attribute(at, new, speaker),
            Action::ExtendChosen => self.with_selection(at, ClaimEdit::Extend),
            Action::MarkChosen(part) => self.mark(at, part),
            Action::Choose(id) => self.choose(id),
            Action::Click(offset) => {
                let placement = self.shown();
                let ids: Vec<ClaimId> = placement.at(offset).iter().map(|p| p.claim.id).collect();
                let now = self.chosen.and_then(|id| ids.iter().position(|other| *other == id));
                let next = now.map_or(0, |i| (i + 1) % ids.len());
                self.choose(ids.get(next).copied());
            }
            Action::ChooseNext(direction) => {
                let forward = direction == super::cursor::Direction::Forward;
                if let Some(next) = self.shown().step(self.chosen, forward) {
                    self.choose(Some(next));
                }
            }
            Action::Hover(id) => self.hovered = id.filter(|id| self.is_here(*id)),
            Action::MoveCursor(direction, from) => {
                let Some(article) = self.article() else { return };
                let start = self.cursor.or_else(|| self.chosen_hull());
                if let Some(next) = next_sentence(&article.body, start, from, direction) {
                    self.cursor = Some(next);
                    self.bar = None;
                }
            }
            Action::MoveCursorEdge(edge, unit, direction) => {
                let (Some(article), Some(cursor)) = (self.article(), self.cursor) else { return };
                self.cursor = Some(move_edge(&article.body, cursor, edge, unit, direction));
            }
            Action::MoveClaimEdge(fragment, edge, unit, direction) => {
                let Some(id) = self.chosen else { return };
                let moved = self.placement().get(id).and_then(|placed| {
                    let range = *placed.ranges.get(fragment)?;
                    Some(move_edge(&self.article()?.body, range, edge, unit, direction))
                });
                if let Some(range) = moved {
                    self.edit(at, Edit::Claim(ClaimEdit::MoveFragment(id, fragment, range)));
                }
            }
            Action::Escape => self.escape(),
            Action::Filter(filter) => self.view.filter = filter,
            Action::Settings(settings) => self.view.settings = settings.within_limits(),
            Action::Draft(draft) => self.view.draft = draft,
            Action::Scrolled(place) => {
                if let Some(id) = self.view.open {
                    self.view.places.insert(id, place);
                }
            }
            Action::Show(sheet) => {
                self.sheet = sheet;
                self.bar = None;
            }
            Action::HideHint => self.view.hint_seen = true,
            Action::HideNotice => self.notice = None,
        }
    }

    /// The claims that the filter lets through.
    fn shown(&self) -> Placement {
        self.placement().filtered(&self.view.filter)
    }

    fn chosen_hull(&self) -> Option<TextRange> {
        self.placement().get(self.chosen?)?.hull()
    }

    fn edit(&mut self, at: Timestamp, edit: Edit) {
        let adds = match &edit {
            Edit::Article(ArticleEdit::Add(article)) => Some(article.id),
            _ => None,
        };
        if let Some(id) = adds.filter(|id| self.library.article(*id).is_some()) {
            self.open(id);
            return;
        }
        // The clock only moves for what is done.
        let mut clock = self.clock;
        let stamp = clock.tick(at);
        if let Edit::Import(data) = &edit
            && let Some(seen) = Library::from_dataset(data).latest_stamp()
        {
            clock.observe(seen);
        }
        let announced = announced(&edit);
        let creator = self.creator();
        let context =
            Context { library: &self.library, article: self.view.open, stamp, creator: &creator };
        let Some(plan) = plan(context, edit) else { return };
        let text = capitalised(&plan.label);
        let place = Screen { before: self.view.open, after: adds.or(self.view.open) };
        let history = Rc::make_mut(&mut self.history);
        if !history.perform(&mut self.library, plan.label, place, plan.writes) {
            return;
        }
        self.clock = clock;
        self.notice = announced.then_some(Notice { text, undoes: true, at });
        if let Some(id) = adds {
            self.open(id);
        }
        self.settle();
    }

    fn travel(
        &mut self,
        at: Timestamp,
        verb: &str,
        go: impl FnOnce(&mut History, &mut Library, Stamp) -> Option<(Rc<Step>, Option<ArticleId>)>,
    ) {
        let mut clock = self.clock;
        let stamp = clock.tick(at);
        let history = Rc::make_mut(&mut self.history);
        let Some((step, article)) = go(history, &mut self.library, stamp) else { return };
        self.clock = clock;
        if let Some(id) = article {
            self.open(id);
        }
        self.notice = Some(Notice { text: format!("{verb}: {}", step.label), undoes: false, at });
        self.bar = None;
        self.settle();
    }

    /// Lets go of what is no longer there, and follows sources that became others. A note that is being written
    /// stays: its claim may come back.
    fn settle(&mut self) {
        self.land();
        self.chosen = self.chosen.filter(|id| self.is_here(*id));
        self.hovered = self.hovered.filter(|id| self.is_here(*id));
        self.bar = self.bar.filter(|bar| match bar {
            Bar::Claim(id) => self.is_here(*id),
            Bar::Selection(..) => self.view.open.is_some(),
        });
        let follow = |attribution: Attribution| {
            let now = registry::current(self.library.sources(), attribution);
            (now == attribution || now != Attribution::Unattributed).then_some(now)
        };
        let wanted = &self.view.filter.attributions;
        let followed = wanted.iter().filter_map(|attribution| follow(*attribution)).collect();
        let last_used = self.view.last_used.and_then(follow);
        let sheet = match self.sheet {
            Some(Sheet::Source(id)) => match follow(Attribution::Source(id)) {
                Some(Attribution::Source(id)) => Some(Sheet::Source(id)),
                _ => None,
            },
            sheet => sheet,
        };
        self.view.filter.attributions = followed;
        self.view.last_used = last_used;
        self.sheet = sheet;
    }

    /// Whether a claim of the open article has this identity.
    fn is_here(&self, id: ClaimId) -> bool {
        self.view.open.is_some_and(|article| self.library.claim(article, id).is_some())
    }

    fn open(&mut self, id: ArticleId) {
        if self.library.article(id).is_none() || self.view.open == Some(id) {
            return;
        }
        self.view.open = Some(id);
        self.view.filter = Filter::default();
        self.chosen = None;
        self.hovered = None;
        self.bar = None;
        self.cursor = None;
    }

    /// Makes sure that an article is open where there is one.
    fn land(&mut self) {
        if self.article().is_none() {
            self.view.open = None;
            self.cursor = None;
            if let Some(first) = self.library.shelf().first() {
                self.open(first.id);
            }
        }
    }

    fn select(&mut self, range: Option<TextRange>, input: Input) {
        let snapped = range.and_then(|range| snap(self.article()?.body.text(), range));
        match snapped {
            Some(range) => {
                self.bar = Some(Bar::Selection(range, input));
                self.cursor = None;
            }
            // A selection that goes away closes its own bar, not that of a claim.
            None => self.bar = self.bar.filter(|bar| matches!(bar, Bar::Claim(_))),
        }
    }

    fn open_bar(&mut self) {
        if let Some(range) = self.cursor {
            let snapped = self.article().and_then(|a| snap(a.body.text(), range));
            self.bar = snapped.map(|range| Bar::Selection(range, Input::Keyboard));
        } else if let Some(id) = self.chosen {
            self.bar = Some(Bar::Claim(id));
        }
    }

    fn attribute(&mut self, at: Timestamp, new: ClaimId, speaker: Speaker) {
        let Some(bar) = self.bar else { return };
        if matches!(&speaker, Speaker::Named { name, .. } if name.trim().is_empty()) {
            return;
        }
        let (id, edit) = match bar {
            Bar::Selection(range, _) => (new, ClaimEdit::Create { id: new, range, speaker }),
            Bar::Claim(id) => (id, ClaimEdit::Attribute(id, speaker)),
        };
        self.edit(at, Edit::Claim(edit));
        let claim = self.view.open.and_then(|article| self.library.claim(article, id));
        let Some(given) = claim.map(|claim| *claim.attribution) else { return };
        self.bar = None;
        if given != Attribution::Unattributed {
            self.view.last_used = Some(given);
        }
        self.chosen = Some(id);
        self.cursor = None;
        self.view.hint_seen = true;
    }

    /// Does something to the chosen claim with the selected text.
    fn with_selection(
        &mut self,
        at: Timestamp,
        edit: impl FnOnce(ClaimId, TextRange) -> ClaimEdit,
    ) {
        if let (Some(id), Some(Bar::Selection(range, _))) = (self.chosen, self.bar) {
            self.bar = None;
            self.cursor = None;
            self.edit(at, Edit::Claim(edit(id, range)));
        }
    }

    fn mark(&mut self, at: Timestamp, part: Part) {
        self.with_selection(at, |id, range| ClaimEdit::Mark(id, part, Some(range)));
    }

    fn choose(&mut self, id: Option<ClaimId>) {
        if id.is_some_and(|id| !self.is_here(id)) {
            return;
        }
        self.chosen = id;
        self.bar = None;
        if id.is_some() {
            self.cursor = None;
        }
    }

    fn escape(&mut self) {
        if self.sheet.take().is_some() || self.bar.take().is_some() {
            return;
        }
        if self.chosen.take().is_none() {
            self.cursor = None;
        }
    }

    /// Where the open article was left.
    pub fn place(&self) -> Place {
        self.view.open.and_then(|id| self.view.places.get(&id)).copied().unwrap_or_default()
    }
}

/// Whether an edit is worth a message: what takes more than one thing away, or shows elsewhere.
fn announced(edit: &Edit) -> bool {
    match edit {
        Edit::Claim(ClaimEdit::Delete(_)) | Edit::Import(_) => true,
        Edit::Source(edit) => matches!(edit, SourceEdit::Delete(_) | SourceEdit::Merge { .. }),
        Edit::Article(edit) => matches!(edit, ArticleEdit::Delete(_)),
        Edit::Claim(_) => false,
    }
}

fn capitalised(label: &str) -> String {
    let mut chars = label.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
