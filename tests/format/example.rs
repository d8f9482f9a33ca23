//! The example of `docs/FORMAT.md`: a small invented article, put together by hand.

use std::rc::Rc;

use claimlight::{
    annotation::{
        Anchor, Attribution, Claim, Creator, Mode, Origin, Source, SourceKind, SourceStyle,
        Verdict, describe,
    },
    article::{Article, BlockKind, BodyBuilder, MarkKind, Spot},
    formats::Dataset,
    record::{ArticleId, ClaimId, NodeId, Register, SourceId, Stamp, Timestamp},
    text::{ByteOffset, TextRange},
};

const ARTICLE: ArticleId = ArticleId::from_u128(0xa1);
const COUNCIL: SourceId = SourceId::from_u128(0x51);
const MAYOR: SourceId = SourceId::from_u128(0x52);
const HER_HONOUR: SourceId = SourceId::from_u128(0x53);
const ADA: NodeId = NodeId::from_u128(0xc0);

/// Nine in the morning of the day of the story, and so many minutes.
fn at(minutes: u64) -> Timestamp {
    Timestamp::from_millis(18_947 * 86_400_000 + 9 * 3_600_000 + minutes * 60_000)
}

fn stamp(minutes: u64) -> Stamp {
    Stamp { at: at(minutes), counter: 0, node: ADA }
}

fn written<T>(value: T, minutes: u64) -> Register<T> {
    Register::new(value, stamp(minutes))
}

fn article() -> Article {
    let mut body = BodyBuilder::default();
    body.block(BlockKind::Headline, "Bridge 𝟕 closes for a year");
    let lead = "RIVERTON (RN) “The bridge,” Mayor Anna Weiß said, “is safe.” It is 90 years old.";
    let mark = |words: &str, kind: MarkKind| {
        let start = lead.find(words).unwrap();
        (kind, TextRange::bytes(start, start + words.len()))
    };
    let marks = [
        mark("RIVERTON (RN)", MarkKind::Dateline),
        mark("Anna Weiß", MarkKind::Link("https://riverton.example/mayor".into())),
    ];
    body.marked_block(BlockKind::Paragraph, lead, marks);
    body.block(BlockKind::Paragraph, "Repairs will cost 4 million, according to the city.");
    let body = body.build().unwrap();
    let start = body.text().find("closes").unwrap();
    let spot = Spot {
        range: TextRange::bytes(0, body.blocks()[0].range.end().get()),
        cue: Some(ByteOffset::new(start)),
    };
    Article {
        id: ARTICLE,
        previous: Some(ArticleId::from_u128(0xa0)),
        opened: at(0),
        body: Rc::new(body),
        language: Some("en".into()),
        byline: Some("By R. Porter".into()),
        dateline: Some("RIVERTON (RN)".into()),
        published: Some("16 November 2021".into()),
        site: Some("Riverton News".into()),
        title: written("Bridge 𝟕 closes for a year".into(), 0),
        url: written(Some("https://news.example/bridge".into()), 0),
        deleted: written(false, 0),
        dismissed: [(spot, written(true, 9))].into_iter().collect(),
    }
}

fn source(id: SourceId, name: &str, kind: SourceKind, nth: usize) -> Source {
    Source {
        id,
        created: at(1),
        name: written(name.into(), 1),
        aliases: written(Rc::default(), 1),
        kind: written(kind, 1),
        parent: written(None, 1),
        style: written(SourceStyle::nth(nth), 1),
        merged_into: written(None, 1),
        deleted: written(false, 1),
    }
}

fn claim(id: u128, content: Rc<[Anchor]>) -> Claim {
    Claim {
        id: ClaimId::from_u128(id),
        article: ARTICLE,
        created: at(2),
        creator: Creator { id: ADA, name: "Ada".into() },
        origin: Origin::Hand,
        content: written(content, 2),
        attribution: written(Attribution::Unattributed, 2),
        mention: written(None, 2),
        cue: written(None, 2),
        mode: written(Mode::Indirect, 2),
        verdict: written(Verdict::Unchecked, 2),
        evidence: written(Rc::default(), 2),
        note: written("".into(), 2),
        tags: written(Rc::default(), 2),
        deleted: written(false, 2),
    }
}

/// One claim of each kind, and every term of the format.
pub(crate) fn dataset() -> Dataset {
    let article = article();
    let text = article.body.text().clone();
    let words = |words: &str| {
        let start = text.find(words).unwrap();
        describe(&text, TextRange::bytes(start, start + words.len())).unwrap()
    };

    let mut council = source(COUNCIL, "City of Riverton", SourceKind::Government, 0);
    council.aliases = written(["the city".into(), "City Hall".into()].into(), 1);
    let mut mayor = source(MAYOR, "Anna Weiß", SourceKind::Person, 1);
    mayor.parent = written(Some(COUNCIL), 4);
    let mut merged = source(HER_HONOUR, "the mayor", SourceKind::Unnamed, 2);
    merged.merged_into = written(Some(MAYOR), 5);
    merged.deleted = written(true, 5);

    let safe = Claim {
        attribution: written(Attribution::Source(MAYOR), 2),
        mention: written(Some(words("Mayor Anna Weiß")), 3),
        cue: written(Some(words("said")), 3),
        mode: written(Mode::Direct, 2),
        verdict: written(Verdict::Disputed, 6),
        evidence: written(["https://riverton.example/report".into()].into(), 6),
        note: written("The report found <b>cracks</b>.".into(), 7),
        tags: written(["bridge".into(), "safety".into()].into(), 7),
        ..claim(1, [words("The bridge,"), words("is safe.")].into())
    };
    let cost = Claim {
        attribution: written(Attribution::Source(COUNCIL), 2),
        cue: written(Some(words("according to")), 3),
        origin: Origin::Engine("1".into()),
        ..claim(2, [words("Repairs will cost 4 million")].into())
    };
    let age = Claim {
        attribution: written(Attribution::OwnVoice, 2),
        ..claim(3, [words("It is 90 years old.")].into())
    };
    let closes = claim(4, [words("closes for a year")].into());
    // The words of an earlier version of the article.
    let mut gone = words("Repairs will cost 4 million");
    gone.quote.exact = "Repairs will cost 3 million".into();
    let orphan = claim(5, [gone].into());
    let thrown_away = Claim { deleted: written(true, 8), ..claim(6, [words("safe")].into()) };

    Dataset {
        articles: vec![Rc::new(article)],
        sources: [council, mayor, merged].map(Rc::new).into(),
        claims: [safe, cost, age, closes, orphan, thrown_away].map(Rc::new).into(),
    }
}
