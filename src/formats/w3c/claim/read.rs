//! Annotation → claim. Annotations of other tools become claims too: unattributed, with what they say as note
//! and tags.

use std::rc::Rc;

use super::{
    super::{
        agent::{self, Times},
        body::{self, Bodies},
        identity,
        json::{Aside, Found, Node},
        library::{Library, Named},
        stamps::Stamps,
        target,
        terms::{
            ANNOTATION, ASSESSING, ATTRIBUTION, BODY, BODY_VALUE, COMMENTING, CONTENT, CONTEXT,
            CREATED, CREATOR, CUE, DELETED, DESCRIBING, EVIDENCE, GENERATED, GENERATOR,
            HIGHLIGHTING, ID, IDENTIFYING, MENTION, MODE, MODIFIED, MOTIVATION, NOTE,
            STAMPS as STAMPS_TERM, TAGGING, TAGS, TARGET, TYPE, VERDICT,
        },
        words,
    },
    FIELDS, OWN_VOICE, SOURCE, UNATTRIBUTED,
};
use crate::{
    annotation::{Anchor, Attribution, Claim, Mode, Source, Verdict, guess_mode},
    order,
    record::{ClaimId, Register, Stamp, Timestamp},
    text::TextRange,
};

/// What is read, and what may be there and follows from the rest.
const KNOWN: &[&str] = &[
    ATTRIBUTION,
    BODY,
    BODY_VALUE,
    CONTEXT,
    CREATED,
    CREATOR,
    CUE,
    DELETED,
    GENERATED,
    GENERATOR,
    ID,
    MENTION,
    MODE,
    MODIFIED,
    MOTIVATION,
    STAMPS_TERM,
    TARGET,
    TYPE,
];

/// Motivations that follow from what a claim has.
const MOTIVATIONS: [&str; 6] =
    [ASSESSING, COMMENTING, DESCRIBING, HIGHLIGHTING, IDENTIFYING, TAGGING];

/// Reads an annotation as a claim, with the source it describes; or sets it aside. `file` is when the file was
/// written.
pub(in super::super) fn read(
    node: &Node<'_>,
    library: &mut Library,
    file: Option<Timestamp>,
    aside: &mut Aside,
) -> Option<(Claim, Option<Source>)> {
    let mark = aside.mark();
    let claim = try_read(node, library, file, aside);
    claim.map_err(|reason| aside.instead(mark, node, reason)).ok()
}

fn try_read(
    node: &Node<'_>,
    library: &mut Library,
    file: Option<Timestamp>,
    aside: &mut Aside,
) -> Result<(Claim, Option<Source>), &'static str> {
    if !node.has(TYPE, ANNOTATION) {
        return Err("This is no annotation.");
    }
    let times = Times::read(node, file, aside);
    let stamps = Stamps::read(node, FIELDS, times.modified, aside);
    let Content { article, anchors, complete } = read_content(node, library, aside)?;
    if anchors.is_empty() && !stamps.has(CONTENT) {
        return Err("It is about an article as a whole, not about words of it.");
    }
    let mode = Found::read(node, MODE, aside, "direct, indirect or mixed", |mode| {
        words::to_mode(mode.text()?)
    });
    let mention = read_words(node, MENTION, &article, library, aside);
    let cue = read_words(node, CUE, &article, library, aside);
    let deleted = Found::flag(node, DELETED, aside);
    let mut bodies = body::read(node, article.id, times.created, aside);
    let attribution = read_attribution(node, &mut bodies, aside);
    let Bodies { verdict, evidence, note, mut tags, source, .. } = bodies;
    order::sort(&mut tags);
    tags.dedup();
    let tags = if tags.is_empty() { Found::Absent } else { Found::Given(tags.into()) };
    node.for_each(MOTIVATION, |motivation| {
        if !motivation.text().is_some_and(|word| MOTIVATIONS.contains(&word)) {
            aside.put(&motivation, "Claimlight does not know this motivation.");
        }
    });
    aside.unknown(node, &[KNOWN]);
    let guess = guess_mode_of(&anchors, &article);
    let claim = Claim {
        id: match node.text_of(ID) {
            Some(iri) => identity::of(iri, ClaimId::from_u128),
            None => ClaimId::from_u128(identity::derive(&node.json())),
        },
        article: article.id,
        created: times.created,
        creator: agent::read(node, aside),
        origin: agent::read_origin(node),
        content: content_register(&stamps, anchors, complete),
        attribution: stamps.register(ATTRIBUTION, attribution, Attribution::Unattributed),
        mention: stamps.register(MENTION, mention, None),
        cue: stamps.register(CUE, cue, None),
        mode: stamps.register(MODE, mode, guess),
        verdict: stamps.register(VERDICT, verdict, Verdict::Unchecked),
        evidence: stamps.register(EVIDENCE, evidence, Rc::default()),
        note: stamps.register(NOTE, note.map(Rc::from), Rc::default()),
        tags: stamps.register(TAGS, tags, Rc::default()),
        deleted: stamps.register(DELETED, deleted, false),
    };
    Ok((claim, source))
}

/// What an annotation is about.
struct Content {
    article: Named,
    /// In order; none where it is about the article as a whole.
    anchors: Vec<Anchor>,
    /// Whether every target was understood.
    complete: bool,
}

/// Reads the targets. Those that are not words of the first one's article are set aside.
///
/// # Errors
/// Where none is left; why, as a sentence.
fn read_content(
    node: &Node<'_>,
    library: &mut Library,
    aside: &mut Aside,
) -> Result<Content, &'static str> {
    let mut article: Option<Named> = None;
    let mut parts: Vec<(Option<u32>, Anchor)> = Vec::new();
    let mut failure = None;
    node.for_each(TARGET, |part| {
        let mark = aside.mark();
        let found = target::read(&part, library, aside).and_then(|target| {
            let first = article.get_or_insert_with(|| target.article.clone());
            if first.id != target.article.id {
                return Err("It is about another article than the target before it.");
            }
            parts.extend(target.anchor.map(|anchor| (target.fragment, anchor)));
            Ok(())
        });
        if let Err(reason) = found {
            aside.instead(mark, &part, reason);
            failure.get_or_insert(reason);
        }
    });
    let Some(article) = article else { return Err(failure.unwrap_or("It has no target.")) };
    if parts.is_empty()
        && let Some(reason) = failure
    {
        return Err(reason);
    }
    if parts.iter().all(|(fragment, _)| fragment.is_some()) {
        order::sort_by_key(&mut parts, |(fragment, _)| *fragment);
    }
    let anchors = parts.into_iter().map(|(_, anchor)| anchor).collect();
    Ok(Content { article, anchors, complete: failure.is_none() })
}

/// What is left of a content of which a part was set aside must not win over the whole of it.
fn content_register(
    stamps: &Stamps,
    anchors: Vec<Anchor>,
    complete: bool,
) -> Register<Rc<[Anchor]>> {
    if complete {
        stamps.register(CONTENT, Found::Given(anchors.into()), Rc::default())
    } else {
        Register::new(anchors.into(), Stamp::shipped())
    }
}

/// Reads the mention or the cue.
fn read_words(
    node: &Node<'_>,
    name: &str,
    article: &Named,
    library: &mut Library,
    aside: &mut Aside,
) -> Found<Option<Anchor>> {
    let Some(member) = node.get(name) else { return Found::Absent };
    let mark = aside.mark();
    let found = target::read(&member, library, aside).and_then(|target| {
        let anchor = target.anchor.filter(|_| target.article.id == article.id);
        anchor.ok_or("These are no words of the claim's article.")
    });
    match found {
        Ok(anchor) => Found::Given(Some(anchor)),
        Err(reason) => {
            aside.instead(mark, &member, reason);
            Found::Broken
        }
    }
}

/// Who speaks: as a body says, or else our own term.
fn read_attribution(node: &Node<'_>, bodies: &mut Bodies, aside: &mut Aside) -> Found<Attribution> {
    let by_body = std::mem::replace(&mut bodies.attribution, Found::Absent);
    let Some(term) = node.get(ATTRIBUTION) else { return by_body };
    match (by_body, term.text()) {
        (Found::Given(attribution), Some(SOURCE | OWN_VOICE | UNATTRIBUTED)) => {
            Found::Given(attribution)
        }
        (_, Some(OWN_VOICE)) => Found::Given(Attribution::OwnVoice),
        (_, Some(UNATTRIBUTED)) => Found::Given(Attribution::Unattributed),
        (by_body, word) => {
            let reason = match word {
                Some(SOURCE) => "No body identifies this source.",
                _ => "This should be source, own-voice or unattributed.",
            };
            aside.put(&term, reason);
            if by_body == Found::Absent { Found::Broken } else { by_body }
        }
    }
}

/// The mode of an annotation that says none.
fn guess_mode_of(anchors: &[Anchor], article: &Named) -> Mode {
    let ranges: Vec<TextRange> = anchors.iter().map(|anchor| anchor.range).collect();
    article.body.as_ref().map_or(Mode::Indirect, |body| guess_mode(body.text(), &ranges))
}
