//! Stub.
use super::{Article, BlockKind, BodyBuilder};
use crate::record::{ArticleId, Register, Stamp, Timestamp};
use std::rc::Rc;
/// Stub.
pub fn sample(opened: Timestamp) -> Article {
    let mut b = BodyBuilder::default();
    b.block(BlockKind::Headline, "Sample").block(
        BlockKind::Paragraph,
        "The Kremlin said so, the EU said. “It is true,” Lavrov said.",
    );
    let s = Stamp::shipped();
    Article {
        id: ArticleId::from_u128(1),
        opened,
        body: Rc::new(b.build().unwrap_or_else(|_| unreachable!())),
        language: None,
        byline: None,
        dateline: None,
        published: None,
        title: Register::new("Sample".into(), s),
        url: Register::new(None, s),
        deleted: Register::new(false, s),
    }
}
