//! Predictions of the engine, as the scorer reads them.

use std::{io::Write, path::Path};

use anyhow::Result;
use claimlight::{
    suggest::{Model, Proposal, Speaker, propose},
    text::{ByteOffset, TextRange},
};

use crate::corpus::{Document, NameTest};

/// One predicted attribution.
#[derive(Clone)]
pub(crate) struct Predicted {
    pub(crate) source: Vec<TextRange>,
    pub(crate) cue: Vec<TextRange>,
    pub(crate) content: Vec<TextRange>,
    pub(crate) confidence: f32,
    /// What the speaker is called.
    pub(crate) speaker: String,
}

/// What the engine proposes for each document. In GUM, a source is marked even where the sentence only carries it over;
/// in our own articles it is not.
pub(crate) fn predict(documents: &[Document], model: Option<&Model>) -> Vec<Vec<Predicted>> {
    let of = |document: &Document| {
        let proposals = propose(&document.body, &[], model);
        let predicted = |proposal: Proposal| Predicted {
            source: match document.names {
                NameTest::Listed => proposal.mention.into_iter().collect(),
                NameTest::Chain => proposal.mention.or(proposal.antecedent).into_iter().collect(),
            },
            cue: proposal.cue.into_iter().collect(),
            confidence: proposal.confidence,
            speaker: match proposal.speaker {
                Speaker::New(source) => source.name,
                Speaker::Known(_) | Speaker::Nobody => String::new(),
            },
            content: proposal.content,
        };
        proposals.into_iter().map(predicted).collect()
    };
    documents.iter().map(of).collect()
}

/// Writes gold or predictions as the JSON lines that `score.py` reads, to check one scorer against the other.
pub(crate) fn write_lines(
    path: &Path,
    documents: &[Document],
    predictions: Option<&[Vec<Predicted>]>,
) -> Result<()> {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
    for (number, document) in documents.iter().enumerate() {
        let text = document.body.text();
        let point =
            |at: ByteOffset| text.get(..at.get()).map_or(0, |before| before.chars().count());
        let spans = |ranges: &[TextRange]| {
            ranges.iter().map(|r| (point(r.start()), point(r.end()))).collect::<Vec<_>>()
        };
        let entry = |source: &[TextRange],
                     cue: &[TextRange],
                     content: &[TextRange],
                     confidence: f32| {
            serde_json::json!({ "source": spans(source), "cue": spans(cue), "content": spans(content), "confidence": confidence })
        };
        let all: Vec<_> = match predictions {
            Some(all) => all[number]
                .iter()
                .map(|p| entry(&p.source, &p.cue, &p.content, p.confidence))
                .collect(),
            None => {
                document.gold.iter().map(|g| entry(&g.source, &g.cue, &g.content, 1.0)).collect()
            }
        };
        let line = serde_json::json!({ "id": document.id, "text": &**text, "attributions": all });
        writeln!(file, "{line}")?;
    }
    Ok(())
}
