//! Reading one article.

use super::{Report, Request};
use crate::{
    order,
    suggest::{Model, Proposing},
};

/// The weights of the tagger.
const WEIGHTS: &[u8] = include_bytes!("../../assets/attribution.bin");
/// How many reports of progress there are about.
const STEPS: usize = 50;
/// Proposals handed over at once: the page reads so many in a few milliseconds.
const PART: usize = 100;

/// Reads what a request asks for, in the text beside it, and reports. What is no request is answered by no proposals.
pub fn answer(request: &str, text: &[u8], mut report: impl FnMut(Report)) {
    if let (Ok(Request { blocks, known }), Ok(text)) =
        (serde_json::from_str(request), std::str::from_utf8(text))
        && let Ok(body) = blocks.of_text(text.into())
    {
        // Weights that do not fit this engine leave the rules.
        let model = Model::from_bytes(WEIGHTS).ok();
        let mut proposing = Proposing::new(&body, &known, model.as_ref());
        let step = body.blocks().len().div_ceil(STEPS);
        let mut read = 0.0;
        while read < 1.0 {
            read = proposing.read_blocks(step);
            report(Report::Read((read * 100.0) as u8));
        }
        let mut proposals = proposing.finish();
        // Of two that start together, as chained ones may, the one around the other first.
        order::sort_by_key(&mut proposals, |proposal| {
            let start = proposal.content.iter().map(|piece| piece.start()).min();
            let length: usize = proposal.content.iter().map(|piece| piece.len()).sum();
            (start, std::cmp::Reverse(length))
        });
        for part in proposals.chunks(PART) {
            report(Report::Proposed(part.to_vec()));
        }
    }
    report(Report::Finished);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{super::Blocks, *};
    use crate::{
        article::{BlockKind, Body, BodyBuilder},
        suggest::{Proposal, propose},
    };

    fn reports(body: &Body) -> Vec<Report> {
        let request = Request { blocks: Blocks::of(body), known: Vec::new() };
        said(&serde_json::to_string(&request).unwrap(), body.text().as_bytes())
    }

    fn said(request: &str, text: &[u8]) -> Vec<Report> {
        let mut reports = Vec::new();
        answer(request, text, |report| reports.push(report));
        reports
    }

    fn long() -> Body {
        let mut builder = BodyBuilder::default();
        for n in 0..300 {
            let words =
                format!("Taxes fell by {n} per cent, the mayor of Riverton said on Monday.");
            builder.block(BlockKind::Paragraph, &words);
        }
        builder.build().unwrap()
    }

    #[test]
    fn hands_over_in_parts_what_the_engine_proposes() {
        let body = long();
        let reports = reports(&body);
        let parts: Vec<&Vec<Proposal>> = reports
            .iter()
            .filter_map(|report| match report {
                Report::Proposed(part) => Some(part),
                _ => None,
            })
            .collect();
        assert!(parts.len() > 2 && parts.iter().all(|part| part.len() <= PART));
        let model = Model::from_bytes(WEIGHTS).unwrap();
        let whole = propose(&body, &[], Some(&model));
        assert!(whole.len() >= 300);
        assert_eq!(parts.into_iter().flatten().cloned().collect::<Vec<_>>(), whole);
        assert_eq!(reports.last(), Some(&Report::Finished));
    }

    #[test]
    fn hands_over_in_the_order_of_the_text() {
        let mut builder = BodyBuilder::default();
        let chained = "The ministry said the mayor had told reporters that taxes would rise.";
        builder.block(BlockKind::Paragraph, chained);
        builder.block(BlockKind::Paragraph, "“Taxes,” he said, “rise.” It is so, she said.");
        let mut starts = Vec::new();
        for report in reports(&builder.build().unwrap()) {
            if let Report::Proposed(part) = report {
                starts.extend(part.iter().map(|it| it.content[0].start()));
            }
        }
        assert!(starts.len() > 2 && starts.is_sorted(), "{starts:?}");
    }

    #[test]
    fn says_how_far_it_is_before_it_hands_over() {
        let reports = reports(&long());
        let read: Vec<u8> = reports
            .iter()
            .map_while(|report| match report {
                Report::Read(percent) => Some(*percent),
                _ => None,
            })
            .collect();
        assert!(read.len() > 20 && read.is_sorted() && read.last() == Some(&100), "{read:?}");
    }

    #[test]
    fn what_is_no_request_is_answered_all_the_same() {
        assert_eq!(said("{", b"Taxes fell."), [Report::Finished]);
        let request = Request { blocks: Blocks::default(), known: Vec::new() };
        let nothing = serde_json::to_string(&request).unwrap();
        assert_eq!(said(&nothing, b""), [Report::Finished]);
        assert_eq!(said(&nothing, &[0xFF]), [Report::Finished]);
    }

    #[test]
    fn a_report_reads_back_as_it_was_written() {
        let model = Model::from_bytes(WEIGHTS).unwrap();
        let report = Report::Proposed(propose(&long(), &[], Some(&model)));
        let json = serde_json::to_string(&report).unwrap();
        assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
    }
}
