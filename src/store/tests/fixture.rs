//! What the tests start from: a desk with an article on it, and short ways to act on it.

use std::{collections::BTreeMap, rc::Rc};

use crate::{
    annotation::{Anchor, Attribution, Claim, Mode, Source, SourceKind, SourceStyle, Verdict},
    article::{Article, BlockKind, BodyBuilder, Dismissed, Spot},
    record::{ArticleId, ClaimId, NodeId, Register, SourceId, Stamp, Timestamp},
    store::{
        Action, Command, Library, Session,
        edit::{ArticleEdit, ClaimEdit, Edit, SourceEdit, Speaker},
        history::Step,
        view_state::ViewState,
    },
    text::{TextRange, fixture::tagged},
};

/// Two paragraphs of one sentence each.
pub(in crate::store) const STORY: &str =
    "The mayor said taxes fell twice.\n\nThe minister said that taxes never fell.";

pub(in crate::store) const fn article_id(n: u128) -> ArticleId {
    ArticleId::from_u128(0xa000 + n)
}

pub(in crate::store) const fn claim_id(n: u128) -> ClaimId {
    ClaimId::from_u128(0xc000 + n)
}

pub(in crate::store) const fn source_id(n: u128) -> SourceId {
    SourceId::from_u128(0x5000 + n)
}

pub(in crate::store) const fn node(n: u128) -> NodeId {
    NodeId::from_u128(0xe000 + n)
}

pub(in crate::store) const fn time(millis: u64) -> Timestamp {
    Timestamp::from_millis(millis)
}

/// Source `n`, as an attribution.
pub(in crate::store) const fn source(n: u128) -> Attribution {
    Attribution::Source(source_id(n))
}

/// Somebody typed in; if new, source `n`.
pub(in crate::store) fn named(n: u128, name: &str) -> Speaker {
    Speaker::Named { id: source_id(n), name: name.to_owned() }
}

/// Article `n`: its blocks are parted by blank lines, its title is “Article n”.
pub(in crate::store) fn article(n: u128, text: &str) -> Rc<Article> {
    let stamp = Stamp { node: node(0), ..Stamp::shipped() };
    let mut body = BodyBuilder::default();
    for block in text.split("\n\n") {
        body.block(BlockKind::Paragraph, block);
    }
    let body = body.build().unwrap();
    assert_eq!(&**body.text(), text, "blocks keep their offsets");
    Rc::new(Article {
        id: article_id(n),
        previous: None,
        opened: time(u64::try_from(n).unwrap()),
        body: Rc::new(body),
        language: None,
        byline: None,
        dateline: None,
        published: None,
        site: None,
        title: Register::new(format!("Article {n}").into(), stamp),
        url: Register::new(None, stamp),
        deleted: Register::new(false, stamp),
        dismissed: Dismissed::default(),
    })
}

/// A session and the hand that acts on it; a millisecond passes with each action.
pub(in crate::store) struct Desk {
    pub(in crate::store) session: Rc<Session>,
    pub(in crate::store) now: u64,
    /// The tagged ranges of the notation it started from.
    pub(in crate::store) ranges: Vec<(String, TextRange)>,
}

impl Desk {
    /// Nothing in it; writer `n`.
    pub(in crate::store) fn empty(n: u128) -> Self {
        let session = Session::new(node(n), Library::default(), ViewState::default());
        Self { session: Rc::new(session), now: 1_000, ranges: Vec::new() }
    }

    /// Article 1 is open, with the text of `notation` (see [`tagged`]).
    pub(in crate::store) fn with(notation: &str) -> Self {
        let (text, ranges) = tagged(notation);
        let mut desk = Self { ranges, ..Self::empty(1) };
        desk.article(ArticleEdit::Add(article(1, &text)));
        desk
    }

    /// The range tagged so.
    pub(in crate::store) fn range(&self, tag: &str) -> TextRange {
        self.ranges.iter().find(|(name, _)| name == tag).unwrap().1
    }

    pub(in crate::store) fn act(&mut self, action: Action) -> &mut Self {
        self.now += 1;
        let command = Command { at: time(self.now), action };
        self.session = Rc::clone(&self.session).after(command);
        self
    }

    /// Acts, and checks that nothing came of it: not even a new allocation.
    #[track_caller]
    pub(in crate::store) fn refuses(&mut self, action: Action) {
        let before = Rc::clone(&self.session);
        self.act(action);
        assert!(Rc::ptr_eq(&self.session, &before), "the session is another one now");
    }

    pub(in crate::store) fn claim(&mut self, edit: ClaimEdit) -> &mut Self {
        self.act(Action::Edit(Edit::Claim(edit)))
    }

    pub(in crate::store) fn source(&mut self, edit: SourceEdit) -> &mut Self {
        self.act(Action::Edit(Edit::Source(edit)))
    }

    pub(in crate::store) fn article(&mut self, edit: ArticleEdit) -> &mut Self {
        self.act(Action::Edit(Edit::Article(edit)))
    }

    /// Makes claim `n` of the range with this tag.
    pub(in crate::store) fn create(&mut self, n: u128, tag: &str, speaker: Speaker) -> &mut Self {
        let range = self.range(tag);
        self.claim(ClaimEdit::Create { id: claim_id(n), range, speaker })
    }

    pub(in crate::store) fn undo(&mut self) -> &mut Self {
        self.act(Action::Undo)
    }

    pub(in crate::store) fn redo(&mut self) -> &mut Self {
        self.act(Action::Redo)
    }

    pub(in crate::store) fn open(&self) -> Option<ArticleId> {
        self.session.view.open
    }

    pub(in crate::store) fn values(&self) -> Values {
        values(&self.session.library)
    }

    /// Claim `n` of the open article.
    pub(in crate::store) fn claim_at(&self, n: u128) -> Option<Rc<Claim>> {
        self.session.library.claim(self.open()?, claim_id(n)).cloned()
    }

    /// Who claim `n` of the open article is put down to.
    pub(in crate::store) fn says(&self, n: u128) -> Attribution {
        self.session.library.attribution(&self.claim_at(n).unwrap())
    }

    /// Source `n`.
    pub(in crate::store) fn source_at(&self, n: u128) -> Option<Rc<Source>> {
        self.session.library.source(source_id(n)).cloned()
    }

    /// What undo would take back.
    pub(in crate::store) fn label(&self) -> Option<&str> {
        self.session.history.next_undo().map(|step: &Step| step.label.as_str())
    }
}

/// What a library reads as: everything live, without stamps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Values {
    articles: BTreeMap<ArticleId, ArticleValues>,
    sources: BTreeMap<SourceId, SourceValues>,
    claims: BTreeMap<(ArticleId, ClaimId), ClaimValues>,
}

/// Title, address, text, what is dismissed.
type ArticleValues = (Rc<str>, Option<Rc<str>>, Rc<str>, Vec<Spot>);
/// Name, aliases, kind, parent, look, what it was merged into.
type SourceValues =
    (Rc<str>, Rc<[Rc<str>]>, SourceKind, Option<SourceId>, SourceStyle, Option<SourceId>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct ClaimValues {
    content: Rc<[Anchor]>,
    attribution: Attribution,
    mention: Option<Anchor>,
    cue: Option<Anchor>,
    mode: Mode,
    verdict: Verdict,
    evidence: Rc<[Rc<str>]>,
    note: Rc<str>,
    tags: Rc<[Rc<str>]>,
}

pub(in crate::store) fn values(library: &Library) -> Values {
    let articles = library.articles().values().filter(|a| !*a.deleted).map(|a| {
        let dismissed = a.dismissed.iter().filter(|(_, it)| ***it).map(|(spot, _)| *spot);
        let facts = (Rc::clone(&a.title), (*a.url).clone(), Rc::clone(a.body.text()));
        (a.id, (facts.0, facts.1, facts.2, dismissed.collect()))
    });
    let sources = library.sources().values().filter(|s| !*s.deleted).map(|s| {
        let (name, aliases) = (Rc::clone(&s.name), Rc::clone(&s.aliases));
        (s.id, (name, aliases, *s.kind, *s.parent, *s.style, *s.merged_into))
    });
    let claims = library.all_claims().values().flat_map(|claims| claims.values());
    let claims = claims.filter(|c| !*c.deleted).map(|c| {
        let values = ClaimValues {
            content: Rc::clone(&c.content),
            attribution: *c.attribution,
            mention: (*c.mention).clone(),
            cue: (*c.cue).clone(),
            mode: *c.mode,
            verdict: *c.verdict,
            evidence: Rc::clone(&c.evidence),
            note: Rc::clone(&c.note),
            tags: Rc::clone(&c.tags),
        };
        ((c.article, c.id), values)
    });
    Values { articles: articles.collect(), sources: sources.collect(), claims: claims.collect() }
}
