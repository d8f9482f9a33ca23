//! Where and when a report was written: `MOSCOW (AA) –`.

use super::{Kind, Passage};
use crate::article::BlockKind;

/// Tokens that one may have: `ST. PETERSBURG, Russia, Oct. 19 (Agency) –`.
const LONGEST: usize = 16;

impl Passage<'_> {
    /// The token behind the dateline that the block begins with; 0 where it begins with none.
    pub(crate) fn dateline_end(&self) -> usize {
        let begins = self.tokens.first().is_some_and(|token| token.kind == Kind::Upper);
        if !begins || matches!(self.kind, BlockKind::Headline | BlockKind::Heading) {
            return 0;
        }
        for (i, token) in self.tokens.iter().enumerate().take(LONGEST).skip(1) {
            if ["–", "—", "-", "--"].iter().any(|dash| self.is(i, dash)) {
                return i + 1;
            }
            // Places, agencies and dates, and nothing that is said.
            let belongs = match token.kind {
                Kind::Upper | Kind::Capital | Kind::Number => true,
                Kind::Mark => [",", ".", "(", ")", "/"].iter().any(|mark| self.is(i, mark)),
                Kind::Lower => self.is(i, "and"),
                Kind::Possessive | Kind::Opens | Kind::Closes => false,
            };
            if !belongs {
                return 0;
            }
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{article::Block, text::TextRange};

    /// What stands behind the dateline.
    fn rest(kind: BlockKind, text: &str) -> &str {
        let block = Block { kind, range: TextRange::bytes(0, text.len()), marks: vec![] };
        let passage = Passage::read(text, &block);
        &text[passage.tokens[passage.dateline_end()].start as usize..]
    }

    #[test]
    fn places_agencies_and_dates_before_a_dash() {
        for line in [
            "MOSCOW (AA) – ",
            "ST. PETERSBURG, Russia, Oct. 19 (Agency) -- ",
            "PARIS/LONDON — ",
            "ASTANA. April 11. STEPPE-INFORM - ",
            "LVIV and KYIV, 3 March - ",
        ] {
            assert_eq!(rest(BlockKind::Paragraph, &format!("{line}Taxes fell.")), "Taxes fell.");
        }
    }

    #[test]
    fn what_somebody_does_before_a_dash_is_none() {
        for text in
            ["NATO said on Monday – it was late – that it would.", "Moscow – Taxes fell.", "EU"]
        {
            assert_eq!(rest(BlockKind::Paragraph, text), text);
        }
        assert_eq!(rest(BlockKind::Headline, "EU Talks – Day Three"), "EU Talks – Day Three");
    }
}
