//! Claim → annotation.

use super::{
    super::{
        agent, body,
        json::Writer,
        stamps, target,
        terms::{
            ANNO, ANNOTATION, ASSESSING, ATTRIBUTION, COMMENTING, CONTENT, CONTEXT, CREATED, CUE,
            DELETED, EVIDENCE, HIGHLIGHTING, ID, IDENTIFYING, MENTION, MODE, MODIFIED, MOTIVATION,
            NAMESPACE, NOTE, TAGGING, TAGS, TARGET, TYPE, VERDICT,
        },
        words,
    },
    OWN_VOICE, SOURCE, UNATTRIBUTED,
};
use crate::{
    annotation::{Attribution, Claim, Source, Verdict},
    article::{Article, Body},
    record::Stamp,
};

/// Writes the members of an annotation. `article` is the one it is about and `source` the one it is
/// attributed to, where the file has them.
pub(in super::super) fn write(
    w: &mut Writer,
    claim: &Claim,
    article: Option<&Article>,
    source: Option<&Source>,
) {
    w.list(CONTEXT, |w| {
        w.text_element(ANNO);
        // Our terms stay ours where an annotation is taken out of the file.
        w.object_element(|w| w.text("@vocab", NAMESPACE));
    });
    w.text(ID, &claim.id.urn());
    w.text(TYPE, ANNOTATION);
    w.text(MOTIVATION, motivation(claim));
    w.text(CREATED, &claim.created.to_string());
    w.text(MODIFIED, &claim.modified().to_string());
    agent::write(w, &claim.creator);
    agent::write_origin(w, &claim.origin);
    let text = article.map(|article| &*article.body);
    body::write(w, claim, article, source);
    write_content(w, claim, text);
    w.text(ATTRIBUTION, attribution(*claim.attribution));
    w.text(MODE, words::mode(*claim.mode));
    for (name, anchor) in [(MENTION, &claim.mention), (CUE, &claim.cue)] {
        if let Some(anchor) = &**anchor {
            w.object(name, |w| target::write(w, claim.article, text, anchor, None));
        }
    }
    w.flag(DELETED, *claim.deleted);
    stamps::write(w, &field_stamps(claim));
}

/// The one motivation that says most of why the claim was made.
fn motivation(claim: &Claim) -> &'static str {
    if *claim.attribution != Attribution::Unattributed {
        IDENTIFYING
    } else if *claim.verdict != Verdict::Unchecked {
        ASSESSING
    } else if !claim.note.is_empty() {
        COMMENTING
    } else if !claim.tags.is_empty() {
        TAGGING
    } else {
        HIGHLIGHTING
    }
}

const fn attribution(attribution: Attribution) -> &'static str {
    match attribution {
        Attribution::Unattributed => UNATTRIBUTED,
        Attribution::OwnVoice => OWN_VOICE,
        Attribution::Source(_) => SOURCE,
    }
}

/// Writes the content: one target, or one for each part, numbered; a claim of no words is about the article.
fn write_content(w: &mut Writer, claim: &Claim, text: Option<&Body>) {
    match &**claim.content {
        [] => w.text(TARGET, &claim.article.urn()),
        [anchor] => w.object(TARGET, |w| target::write(w, claim.article, text, anchor, None)),
        parts => w.list(TARGET, |w| {
            for (i, part) in parts.iter().enumerate() {
                w.object_element(|w| target::write(w, claim.article, text, part, Some(i + 1)));
            }
        }),
    }
}

fn field_stamps(claim: &Claim) -> [(&'static str, Stamp); 10] {
    [
        (CONTENT, claim.content.stamp()),
        (ATTRIBUTION, claim.attribution.stamp()),
        (MENTION, claim.mention.stamp()),
        (CUE, claim.cue.stamp()),
        (MODE, claim.mode.stamp()),
        (VERDICT, claim.verdict.stamp()),
        (EVIDENCE, claim.evidence.stamp()),
        (NOTE, claim.note.stamp()),
        (TAGS, claim.tags.stamp()),
        (DELETED, claim.deleted.stamp()),
    ]
}
