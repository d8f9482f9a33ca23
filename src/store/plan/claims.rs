//! Edits of claims.

use std::rc::Rc;

use super::{Context, Plan, sources, take, tidy_list};
use crate::{
    annotation::{Anchor, Attribution, Claim, Mode, Origin, Verdict, describe, guess_mode, places},
    article::Article,
    order::Set,
    record::{ClaimId, Register},
    store::{
        change::{Change, ClaimField},
        edit::{ClaimEdit, Part, Speaker},
    },
    text::{TextRange, united},
};

pub(super) fn plan(context: Context<'_>, edit: ClaimEdit) -> Option<Plan> {
    let article = context.library.article(context.article?)?;
    let at = Desk { context, article };
    match edit {
        ClaimEdit::Create { id, range, speaker } => at.create(id, range, speaker),
        ClaimEdit::Take(taken) => take::plan(&at, taken),
        ClaimEdit::Attribute(id, speaker) => {
            let (mut changes, attribution, name) = at.speaker(speaker)?;
            changes.push(at.field(id, ClaimField::Attribution(attribution))?);
            Some(at.plan(format!("attribute to {name}"), changes))
        }
        ClaimEdit::Extend(id, range) => {
            let mut ranges = at.ranges(id)?;
            ranges.push(range);
            at.content(id, ranges, "extend claim")
        }
        ClaimEdit::DropFragment(id, index) => {
            let mut ranges = at.ranges(id)?;
            if ranges.len() < 2 || index >= ranges.len() {
                return None;
            }
            ranges.remove(index);
            at.content(id, ranges, "shorten claim")
        }
        ClaimEdit::MoveFragment(id, index, range) => {
            let mut ranges = at.ranges(id)?;
            *ranges.get_mut(index)? = range;
            at.content(id, ranges, "move the end of a claim")
        }
        ClaimEdit::Reattach(id, range) => {
            // Words that stand are moved, not replaced.
            at.ranges(id).is_none().then(|| at.content(id, vec![range], "re-attach claim"))?
        }
        ClaimEdit::Mark(id, part, range) => {
            let anchor = match range {
                Some(range) => Some(describe(article.body.text(), range)?),
                None => None,
            };
            let verb = if anchor.is_some() { "mark" } else { "clear" };
            let field = match part {
                Part::Mention => ClaimField::Mention(anchor),
                Part::Cue => ClaimField::Cue(anchor),
            };
            Some(at.plan(format!("{verb} {}", part.label()), vec![at.field(id, field)?]))
        }
        ClaimEdit::Mode(id, mode) => {
            let label = format!("set mode to {}", mode.label().to_lowercase());
            Some(at.plan(label, vec![at.field(id, ClaimField::Mode(mode))?]))
        }
        ClaimEdit::Verdict(id, verdict) => {
            let label = match verdict {
                Verdict::Unchecked => "clear verdict".to_owned(),
                verdict => format!("mark as {}", verdict.label().to_lowercase()),
            };
            Some(at.plan(label, vec![at.field(id, ClaimField::Verdict(verdict))?]))
        }
        ClaimEdit::Evidence(id, lines) => {
            let field = ClaimField::Evidence(addresses(&lines));
            Some(at.plan("change evidence", vec![at.field(id, field)?]))
        }
        ClaimEdit::Note(id, text) => {
            let field = ClaimField::Note(text.trim_end().into());
            Some(at.plan("change note", vec![at.field(id, field)?]))
        }
        ClaimEdit::Tags(id, list) => {
            let field = ClaimField::Tags(tidy_list(&list, &[',', '\n']));
            Some(at.plan("change tags", vec![at.field(id, field)?]))
        }
        ClaimEdit::Delete(ids) => {
            let delete = |id: &ClaimId| at.field(*id, ClaimField::Deleted(true));
            let changes: Vec<Change> = ids.iter().filter_map(delete).collect();
            let label = match changes.len() {
                1 => "delete claim".to_owned(),
                n => format!("delete {n} claims"),
            };
            Some(at.plan(label, changes))
        }
    }
}

/// The open article and what else a plan may look at.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub(super) context: Context<'a>,
    pub(super) article: &'a Rc<Article>,
}

impl Desk<'_> {
    pub(super) fn plan(&self, label: impl Into<String>, changes: Vec<Change>) -> Plan {
        Plan::new(label, self.context.stamp, changes)
    }

    /// A write of a field of a live claim.
    fn field(&self, id: ClaimId, field: ClaimField) -> Option<Change> {
        self.context.library.claim(self.article.id, id)?;
        Some(Change::Claim(self.article.id, id, field))
    }

    /// Who is meant: what must be added first, the attribution, and the name people read.
    pub(super) fn speaker(&self, speaker: Speaker) -> Option<(Vec<Change>, Attribution, String)> {
        let library = self.context.library;
        match speaker {
            Speaker::Known(attribution) => {
                let name = match attribution {
                    Attribution::Source(id) => library.source(id)?.name.to_string(),
                    Attribution::OwnVoice => "the article’s own voice".into(),
                    Attribution::Unattributed => "nobody yet".into(),
                };
                Some((Vec::new(), attribution, name))
            }
            Speaker::Named { id, name } => sources::known_or_new(self.context, id, &name),
            Speaker::Proposed { id, parent, source } => {
                sources::proposed(self.context, id, parent, &source)
            }
        }
    }

    /// Where the fragments of a live claim stand now.
    fn ranges(&self, id: ClaimId) -> Option<Vec<TextRange>> {
        let claim = self.context.library.claim(self.article.id, id)?;
        let text = self.article.body.text();
        places(text, claim.content.iter()).into_iter().collect()
    }

    fn create(&self, id: ClaimId, range: TextRange, speaker: Speaker) -> Option<Plan> {
        if self.is_taken(id) {
            return None;
        }
        let (mut changes, attribution, name) = self.speaker(speaker)?;
        let text = self.article.body.text();
        let content: Rc<[Anchor]> = [describe(text, range)?].into();
        let made = self.made(id, content, attribution, guess_mode(text, &[range]));
        changes.push(Change::AddClaim(Rc::new(made)));
        Some(self.plan(format!("attribute to {name}"), changes))
    }

    /// A claim as it is made by hand.
    pub(super) fn made(
        &self,
        id: ClaimId,
        content: Rc<[Anchor]>,
        attribution: Attribution,
        mode: Mode,
    ) -> Claim {
        let Context { stamp, creator, .. } = self.context;
        Claim {
            id,
            article: self.article.id,
            created: stamp.at,
            creator: creator.clone(),
            origin: Origin::Hand,
            content: Register::new(content, stamp),
            attribution: Register::new(attribution, stamp),
            mention: Register::new(None, stamp),
            cue: Register::new(None, stamp),
            mode: Register::new(mode, stamp),
            verdict: Register::new(Verdict::default(), stamp),
            evidence: Register::new([].into(), stamp),
            note: Register::new("".into(), stamp),
            tags: Register::new([].into(), stamp),
            deleted: Register::new(false, stamp),
        }
    }

    /// New content; the mode follows it where it was the one guessed before.
    fn content(&self, id: ClaimId, ranges: Vec<TextRange>, label: &str) -> Option<Plan> {
        let claim = self.context.library.claim(self.article.id, id)?;
        let text = self.article.body.text();
        let ranges = united(ranges);
        let anchors: Option<Rc<[Anchor]>> = ranges.iter().map(|r| describe(text, *r)).collect();
        let mut changes = vec![self.field(id, ClaimField::Content(anchors?))?];
        if self.ranges(id).is_some_and(|before| guess_mode(text, &before) == *claim.mode) {
            changes.push(self.field(id, ClaimField::Mode(guess_mode(text, &ranges)))?);
        }
        Some(self.plan(label, changes))
    }
}

/// One address to a line, each once, in the order given.
fn addresses(lines: &str) -> Rc<[Rc<str>]> {
    let mut seen = Set::new();
    let lines = lines.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && seen.insert(*line)).map(Rc::from).collect()
}
