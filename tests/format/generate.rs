//! Any data at all, as proptest strategies.

use std::{collections::BTreeMap, fmt::Debug, rc::Rc};

use claimlight::{
    annotation::{
        Anchor, Attribution, Claim, Creator, Mode, Origin, PATTERNS, Quote, Source, SourceKind,
        SourceStyle, Verdict, describe,
    },
    article::{Article, BlockKind, BodyBuilder, Dismissed, MarkKind, Spot},
    formats::Dataset,
    record::{ArticleId, ClaimId, NodeId, Register, SourceId, Stamp, Timestamp},
    text::{ByteOffset, TextRange},
};
use proptest::{collection::vec, option, prelude::*};

const LAST_MILLIS: u64 = 253_402_300_799_999;

/// Latin, Cyrillic, Hebrew, a combining accent, a letter beyond the Basic Multilingual Plane, an emoji with a
/// joiner, all that JSON and markup make special, and any other character.
const TEXT: &str = "(\\PC|[aбאe\u{301}𝒜\u{200d}👩 \"<>&/\\\\\\n\\t\u{0}\u{2028}]){0,40}";

fn text() -> impl Strategy<Value = Rc<str>> + Clone {
    TEXT.prop_map(Rc::from)
}

fn words() -> impl Strategy<Value = String> {
    TEXT.prop_map(|text| format!("w{text}"))
}

fn timestamp() -> impl Strategy<Value = Timestamp> {
    prop_oneof![Just(0), Just(LAST_MILLIS), 0..=LAST_MILLIS].prop_map(Timestamp::from_millis)
}

fn stamp() -> impl Strategy<Value = Stamp> {
    let counter = prop_oneof![Just(0), Just(u32::MAX), 0..9_u32];
    let free = (timestamp(), counter, any::<u128>().prop_map(NodeId::from_u128))
        .prop_map(|(at, counter, node)| Stamp { at, counter, node });
    let same = Stamp { at: Timestamp::from_millis(7), counter: 0, node: NodeId::from_u128(7) };
    prop_oneof![2 => Just(same), 1 => free]
}

fn register<T: Clone + Debug>(
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Register<T>> {
    (value, stamp()).prop_map(|(value, stamp)| Register::new(value, stamp))
}

/// The boundary at or before a share of the text.
fn boundary(text: &str, share: f64) -> usize {
    let at = (text.len() as f64 * share) as usize;
    (0..=at).rev().find(|i| text.is_char_boundary(*i)).unwrap_or_default()
}

fn within(text: &str, (a, b): (f64, f64)) -> TextRange {
    TextRange::bytes(boundary(text, a), boundary(text, b))
}

type Share = (f64, f64);

fn share() -> impl Strategy<Value = Share> {
    (0.0..=1.0, 0.0..=1.0)
}

fn block_kind() -> impl Strategy<Value = BlockKind> {
    prop::sample::select(vec![
        BlockKind::Headline,
        BlockKind::Standfirst,
        BlockKind::Byline,
        BlockKind::Heading,
        BlockKind::Paragraph,
        BlockKind::Quote,
        BlockKind::ListItem,
        BlockKind::Caption,
        BlockKind::TableRow,
    ])
}

fn mark_kind() -> impl Strategy<Value = MarkKind> {
    prop_oneof![
        Just(MarkKind::Emphasis),
        Just(MarkKind::Strong),
        Just(MarkKind::Dateline),
        text().prop_map(MarkKind::Link),
    ]
}

type BlockParts = (BlockKind, String, Vec<(MarkKind, Share)>);

fn block() -> impl Strategy<Value = BlockParts> {
    (block_kind(), words(), vec((mark_kind(), share()), 0..3))
}

/// Marks in order, each starting where the one before ends or later.
fn marks(text: &str, marks: Vec<(MarkKind, Share)>) -> Vec<(MarkKind, TextRange)> {
    let mut from = 0;
    let mut fitting = Vec::new();
    for (kind, share) in marks {
        let range = within(text, share);
        if range.start().get() >= from {
            from = range.end().get();
            fitting.push((kind, range));
        }
    }
    fitting
}

prop_compose! {
    fn article()(
        id in any::<u128>(),
        previous in option::of(any::<u128>()),
        opened in timestamp(),
        blocks in vec(block(), 1..5),
        facts in vec(option::of(text()), 5),
        title in register(text()),
        url in register(option::of(text())),
        deleted in register(any::<bool>()),
        dismissed in vec((share(), option::of(0.0..=1.0), register(any::<bool>())), 0..3),
    ) -> Article {
        let mut body = BodyBuilder::default();
        for (kind, text, given) in blocks {
            let given = marks(&text, given);
            body.marked_block(kind, &text, given);
        }
        let [language, byline, dateline, published, site] = facts.try_into().unwrap();
        let body = body.build().unwrap();
        let dismissed: Dismissed = dismissed
            .into_iter()
            .map(|(share, cue, register)| {
                let cue = cue.map(|cue| ByteOffset::new(boundary(body.text(), cue)));
                (Spot { range: within(body.text(), share), cue }, register)
            })
            .collect();
        Article {
            // Never the number of a source, to which own voice would look alike.
            id: ArticleId::from_u128(id | 1 << 127),
            previous: previous.map(ArticleId::from_u128),
            opened,
            body: Rc::new(body),
            language,
            byline,
            dateline,
            published,
            site,
            title,
            url,
            deleted,
            dismissed,
        }
    }
}

prop_compose! {
    fn source()(
        id in any::<u128>(),
        created in timestamp(),
        name in register(text()),
        aliases in register(vec(text(), 0..3).prop_map(Rc::from)),
        kind in register(prop::sample::select(SourceKind::ALL.to_vec())),
        relatives in (option::of(any::<prop::sample::Index>()), option::of(any::<u128>())),
        stamps in (stamp(), stamp()),
        style in register((any::<u8>(), prop::sample::select(PATTERNS.to_vec()))
            .prop_map(|(colour, pattern)| SourceStyle { colour, pattern })),
        deleted in register(any::<bool>()),
    ) -> (Source, Option<prop::sample::Index>) {
        let source = Source {
            id: SourceId::from_u128(id >> 1),
            created,
            name,
            aliases,
            kind,
            parent: Register::new(None, stamps.0),
            style,
            merged_into: Register::new(relatives.1.map(SourceId::from_u128), stamps.1),
            deleted,
        };
        (source, relatives.0)
    }
}

/// How an anchor relates to its article's text.
#[derive(Clone, Debug)]
enum Place {
    /// The words stand there.
    Standing(Share),
    /// They stand there, but the anchor says elsewhere.
    Astray(Share, Share),
    /// They never stood in this text.
    Orphan(Quote, u32, u32),
}

fn place() -> impl Strategy<Value = Place> {
    let quote = (text(), text(), text()).prop_map(|(exact, prefix, suffix)| Quote {
        exact,
        prefix,
        suffix,
    });
    prop_oneof![
        4 => share().prop_map(Place::Standing),
        1 => (share(), share()).prop_map(|(a, b)| Place::Astray(a, b)),
        1 => (quote, any::<u32>(), any::<u32>()).prop_map(|(q, a, b)| Place::Orphan(q, a, b)),
    ]
}

impl Place {
    fn anchor(&self, text: &str) -> Anchor {
        let described = |share: &Share| {
            let anchor = describe(text, within(text, *share));
            anchor.unwrap_or_else(|| describe(text, TextRange::bytes(0, 1)).unwrap())
        };
        match self {
            Self::Standing(share) => described(share),
            Self::Astray(share, other) => {
                Anchor { range: within(text, *other), ..described(share) }
            }
            Self::Orphan(quote, a, b) => {
                Anchor { range: TextRange::bytes(*a as usize, *b as usize), quote: quote.clone() }
            }
        }
    }
}

#[derive(Clone, Debug)]
struct ClaimParts {
    claim: Claim,
    article: prop::sample::Index,
    source: Option<prop::sample::Index>,
    content: Vec<Place>,
    mention: Option<Place>,
    cue: Option<Place>,
}

fn attribution() -> impl Strategy<Value = Attribution> {
    prop_oneof![
        Just(Attribution::Unattributed),
        Just(Attribution::OwnVoice),
        any::<u128>().prop_map(|id| Attribution::Source(SourceId::from_u128(id >> 1))),
    ]
}

prop_compose! {
    fn claim()(
        ids in any::<[u128; 3]>(),
        created in timestamp(),
        creator in text(),
        origin in prop_oneof![Just(Origin::Hand), text().prop_map(Origin::Engine)],
        attribution in register(attribution()),
        mode in register(prop::sample::select(Mode::ALL.to_vec())),
        checked in (
            register(prop::sample::select(Verdict::ALL.to_vec())),
            register(vec(text(), 0..3).prop_map(Rc::from)),
        ),
        note in register(text()),
        tags in register(prop::collection::btree_set(text(), 0..4).prop_map(|set| set.into_iter().collect())),
        deleted in register(prop::bool::weighted(0.2)),
        stamps in [stamp(), stamp(), stamp()],
        refers in (any::<prop::sample::Index>(), option::of(any::<prop::sample::Index>())),
        places in (vec(place(), 0..4), option::of(place()), option::of(place())),
    ) -> ClaimParts {
        let claim = Claim {
            id: ClaimId::from_u128(ids[0]),
            article: ArticleId::from_u128(ids[1] | 1 << 127),
            created,
            creator: Creator { id: NodeId::from_u128(ids[2]), name: creator },
            origin,
            content: Register::new(Rc::default(), stamps[0]),
            attribution,
            mention: Register::new(None, stamps[1]),
            cue: Register::new(None, stamps[2]),
            mode,
            verdict: checked.0,
            evidence: checked.1,
            note,
            tags,
            deleted,
        };
        let (content, mention, cue) = places;
        ClaimParts { claim, article: refers.0, source: refers.1, content, mention, cue }
    }
}

impl ClaimParts {
    /// The claim, about one of these articles. With no articles it is about one that is not in the data.
    fn build(self, articles: &[Rc<Article>], sources: &[Rc<Source>]) -> Claim {
        let Self { mut claim, article, source, content, mention, cue } = self;
        // One position in `articles.len() + 1` is an article that is not there.
        let article = articles.get(article.index(articles.len() + 1));
        claim.article = article.map_or(claim.article, |article| article.id);
        let text = article.map_or("Some words of a text that is not here", |it| it.body.text());
        let anchor = |place: &Place| place.anchor(text);
        let content: Rc<[Anchor]> = content.iter().map(anchor).collect();
        claim.content = Register::new(content, claim.content.stamp());
        claim.mention = Register::new(mention.as_ref().map(anchor), claim.mention.stamp());
        claim.cue = Register::new(cue.as_ref().map(anchor), claim.cue.stamp());
        if let (Some(source), false) = (source, sources.is_empty()) {
            let id = source.get(sources).id;
            claim.attribution = Register::new(Attribution::Source(id), claim.attribution.stamp());
        }
        claim
    }
}

prop_compose! {
    /// Any data: claims on texts in several scripts, orphans, claims on articles and by sources that are not
    /// in the data, sources with parents and merges, tombstones.
    pub(crate) fn dataset()(
        articles in vec(article(), 0..4),
        sources in vec(source(), 0..5),
        claims in vec(claim(), 0..7),
    ) -> Dataset {
        let articles: BTreeMap<ArticleId, Rc<Article>> =
            articles.into_iter().map(|it| (it.id, Rc::new(it))).collect();
        let articles: Vec<Rc<Article>> = articles.into_values().collect();
        let sources: BTreeMap<SourceId, (Source, _)> =
            sources.into_iter().map(|it| (it.0.id, it)).collect();
        let sources: Vec<_> = sources.into_values().collect();
        let ids: Vec<SourceId> = sources.iter().map(|(source, _)| source.id).collect();
        let sources: Vec<Rc<Source>> = sources.into_iter().map(|(source, parent)| {
            let parent = parent.map(|parent| *parent.get(&ids)).filter(|id| *id != source.id);
            let stamp = source.parent.stamp();
            Rc::new(Source { parent: Register::new(parent, stamp), ..source })
        }).collect();
        let claims: BTreeMap<ClaimId, Rc<Claim>> = claims.into_iter()
            .map(|parts| parts.build(&articles, &sources))
            .map(|claim| (claim.id, Rc::new(claim)))
            .collect();
        Dataset { articles, sources, claims: claims.into_values().collect() }
    }
}
