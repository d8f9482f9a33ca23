//! What an annotation says of its words: W3C bodies with their purposes.

use std::rc::Rc;

use super::{
    identity,
    json::{Aside, Found, Node, Writer},
    source,
    terms::{
        ASSESSING, ATTRIBUTION, BODY, BODY_VALUE, COMMENTING, DESCRIBING, EVIDENCE, FORMAT, ID,
        IDENTIFYING, LANGUAGE, MOTIVATION, NAME, PROCESSING_LANGUAGE, PURPOSE, SOURCE,
        SPECIFIC_RESOURCE, TAGGING, TEXT_CLASS, TEXT_DIRECTION, TEXTUAL_BODY, TYPE, VALUE, VERDICT,
    },
    words,
};
use crate::{
    annotation::{Attribution, Claim, Source, Verdict},
    article::Article,
    record::{ArticleId, SourceId, Timestamp},
};

/// Writes the bodies of a claim; none where there is nothing to say. `article` is the one it is about and
/// `source` the one it is attributed to, where they are known.
pub(super) fn write(
    w: &mut Writer,
    claim: &Claim,
    article: Option<&Article>,
    source: Option<&Source>,
) {
    let checked = *claim.verdict != Verdict::Unchecked || !claim.evidence.is_empty();
    let attributed = *claim.attribution != Attribution::Unattributed;
    if !attributed && !checked && claim.note.is_empty() && claim.tags.is_empty() {
        return;
    }
    w.list(BODY, |w| {
        if attributed {
            w.object_element(|w| write_speaker(w, claim, article, source));
        }
        if checked {
            textual(w, ASSESSING, claim.verdict.label(), |w| {
                w.text(VERDICT, words::verdict(*claim.verdict));
                w.some_texts(EVIDENCE, &claim.evidence);
            });
        }
        for tag in claim.tags.iter() {
            textual(w, TAGGING, tag, |_| ());
        }
        if !claim.note.is_empty() {
            textual(w, COMMENTING, &claim.note, |_| ());
        }
    });
}

/// Who speaks: a source, or the article itself.
fn write_speaker(
    w: &mut Writer,
    claim: &Claim,
    article: Option<&Article>,
    source: Option<&Source>,
) {
    w.text(TYPE, SPECIFIC_RESOURCE);
    w.text(PURPOSE, IDENTIFYING);
    w.object(SOURCE, |w| match (*claim.attribution, source) {
        (Attribution::Source(_), Some(source)) => source::write_agent(w, source),
        (Attribution::Source(id), None) => w.text(ID, &id.urn()),
        (Attribution::OwnVoice | Attribution::Unattributed, _) => {
            w.text(ID, &claim.article.urn());
            if let Some(article) = article {
                w.text(TYPE, TEXT_CLASS);
                w.text(NAME, &article.title);
            }
        }
    });
}

fn textual(w: &mut Writer, purpose: &str, value: &str, more: impl FnOnce(&mut Writer)) {
    w.object_element(|w| {
        w.text(TYPE, TEXTUAL_BODY);
        w.text(PURPOSE, purpose);
        w.text(VALUE, value);
        more(w);
    });
}

/// What the bodies of an annotation gave.
#[derive(Debug)]
pub(super) struct Bodies {
    /// Who speaks.
    pub attribution: Found<Attribution>,
    /// Whether it holds.
    pub verdict: Found<Verdict>,
    /// What bears it out.
    pub evidence: Found<Rc<[Rc<str>]>>,
    /// Remarks, those after the first parted by blank lines.
    pub note: Found<String>,
    /// Keywords, as they come.
    pub tags: Vec<Rc<str>>,
    /// The source as the annotation describes it, where it does.
    pub source: Option<Source>,
}

/// What bodies stand in for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    Source,
    Verdict,
    Tag,
    Note,
}

/// Properties of a textual body that change nothing for a reader of plain text.
const HARMLESS: &[&str] = &[FORMAT, LANGUAGE, PROCESSING_LANGUAGE, TEXT_DIRECTION];

/// Reads the bodies of an annotation on `article`; those that are not understood are set aside.
pub(super) fn read(
    annotation: &Node<'_>,
    article: ArticleId,
    made: Timestamp,
    aside: &mut Aside,
) -> Bodies {
    let mut bodies = Bodies {
        attribution: Found::Absent,
        verdict: Found::Absent,
        evidence: Found::Absent,
        note: Found::Absent,
        tags: Vec::new(),
        source: None,
    };
    if let Some(value) = annotation.get(BODY_VALUE) {
        match value.text() {
            Some(text) => bodies.add_note(text),
            None => aside.put(&value, "This should be text."),
        }
    }
    annotation.for_each(BODY, |body| {
        let purpose = purpose(&body).or_else(|| match body.get(PURPOSE) {
            Some(_) => None,
            // Without a purpose, the motivation is that of the body (section 3.3.5).
            None => Some(motive(annotation)),
        });
        let understood = match (purpose, body.text_of(VALUE)) {
            (Some(Purpose::Source), _) => {
                // Our own term tells a source from the article even where they have one id.
                let own = !annotation.has(ATTRIBUTION, SOURCE);
                bodies.read_source(&body, Some(article).filter(|_| own), made, aside)
            }
            (Some(Purpose::Verdict), Some(text)) => bodies.read_verdict(&body, text, aside),
            (Some(Purpose::Tag), Some(text)) => {
                bodies.tags.push(text.into());
                aside.unknown(&body, &[&[TYPE, PURPOSE, VALUE], HARMLESS]);
                true
            }
            (Some(Purpose::Note), Some(text)) => {
                bodies.add_note(text);
                aside.unknown(&body, &[&[TYPE, PURPOSE, VALUE], HARMLESS]);
                true
            }
            _ => false,
        };
        if !understood {
            aside.put(&body, "Claimlight does not know this kind of body.");
        }
    });
    bodies
}

impl Bodies {
    fn add_note(&mut self, text: &str) {
        match &mut self.note {
            Found::Given(note) => {
                note.push_str("\n\n");
                note.push_str(text);
            }
            other => *other = Found::Given(text.to_owned()),
        }
    }

    /// Reads who speaks; `article` itself is its own voice.
    fn read_source(
        &mut self,
        body: &Node<'_>,
        article: Option<ArticleId>,
        made: Timestamp,
        aside: &mut Aside,
    ) -> bool {
        let Some(agent) = body.get(SOURCE) else { return false };
        let Some(iri) = agent.text().or_else(|| agent.text_of(ID)) else { return false };
        if self.attribution != Found::Absent {
            return false;
        }
        self.attribution = Found::Given(if article.is_some() && iri.parse().ok() == article {
            Attribution::OwnVoice
        } else {
            let id = identity::of(iri, SourceId::from_u128);
            self.source = source::from_agent(id, &agent, made);
            Attribution::Source(id)
        });
        aside.unknown(body, &[&[TYPE, PURPOSE, SOURCE]]);
        if agent.object().is_some() {
            aside.unknown(&agent, &[&[ID, TYPE, NAME]]);
        }
        true
    }

    /// Reads what a check found: our own word, or else the text that other tools see.
    fn read_verdict(&mut self, body: &Node<'_>, text: &str, aside: &mut Aside) -> bool {
        let word = body.text_of(VERDICT).map_or_else(|| text.to_lowercase(), str::to_owned);
        let verdict = words::to_verdict(&word);
        let (Some(verdict), Found::Absent) = (verdict, &self.verdict) else { return false };
        self.verdict = Found::Given(verdict);
        let mut evidence: Vec<Rc<str>> = Vec::new();
        body.for_each(EVIDENCE, |link| match link.text() {
            Some(link) => evidence.push(link.into()),
            None => aside.put(&link, "This should be an address."),
        });
        if !evidence.is_empty() {
            self.evidence = Found::Given(evidence.into());
        }
        aside.unknown(body, &[&[TYPE, PURPOSE, VALUE, VERDICT, EVIDENCE], HARMLESS]);
        true
    }
}

/// The purpose of a body that says it.
fn purpose(body: &Node<'_>) -> Option<Purpose> {
    let purposes = [
        (IDENTIFYING, Purpose::Source),
        (ASSESSING, Purpose::Verdict),
        (TAGGING, Purpose::Tag),
        (COMMENTING, Purpose::Note),
        (DESCRIBING, Purpose::Note),
    ];
    let purpose = purposes.into_iter().find(|(word, _)| body.has(PURPOSE, word));
    purpose.map(|(_, purpose)| purpose)
}

/// The purpose of a body that does not say it.
fn motive(annotation: &Node<'_>) -> Purpose {
    if annotation.has(MOTIVATION, TAGGING) { Purpose::Tag } else { Purpose::Note }
}
