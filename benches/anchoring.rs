//! How long claims take to be found again when their article changed: `cargo bench --bench anchoring`.
//!
//! Prints the median of some runs, and fails where it is above what issue 3 allows. The text is made up, the same each
//! time, so that no file is needed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::{
    hint::black_box,
    rc::Rc,
    time::{Duration, Instant},
};

use claimlight::{
    annotation::{
        Anchor, Attribution, Claim, Creator, Mode, Origin, Resolution, Verdict, carry_over,
        describe, places, resolve_all,
    },
    article::{Article, BlockKind, BodyBuilder, same_article},
    record::{ArticleId, ClaimId, NodeId, Register, Stamp, Timestamp},
    text::{Needles, TextRange, occurrences},
};

const WORDS: usize = 500_000;
const CLAIMS: usize = 10_000;
const RUNS: usize = 5;

/// SplitMix64 (Steele, Lea, Flood 2014): a bench wants the same text each time, not good chance.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % limit as u64).unwrap()
    }
}

/// Words as news repeats them: the first are frequent, the last are rare.
fn word(dice: &mut Dice) -> String {
    const FREQUENT: [&str; 24] = [
        "the",
        "of",
        "to",
        "and",
        "in",
        "that",
        "said",
        "a",
        "on",
        "for",
        "he",
        "was",
        "with",
        "not",
        "by",
        "government",
        "minister",
        "mayor",
        "border",
        "“we",
        "they”",
        "taxes",
        "Lavrov",
        "Минск",
    ];
    if dice.below(2) == 0 {
        return FREQUENT[dice.below(FREQUENT.len())].to_owned();
    }
    let syllables = ["ka", "lo", "mi", "ren", "tu", "sha", "ve", "do", "pé", "gri"];
    (0..2 + dice.below(3)).map(|_| syllables[dice.below(syllables.len())]).collect()
}

fn article(dice: &mut Dice) -> String {
    let mut text = String::new();
    for i in 1..=WORDS {
        text.push_str(&word(dice));
        text.push_str(match () {
            () if i % 64 == 0 => ".\n\n",
            () if i % 16 == 0 => ". ",
            () => " ",
        });
    }
    text
}

/// Claims of 1 to 40 words, evenly over the text.
fn claims(dice: &mut Dice, text: &str) -> Vec<Anchor> {
    let edges: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let claim = |i: usize| {
        let start = i * (edges.len() - 50) / CLAIMS;
        let range = TextRange::bytes(edges[start] + 1, edges[start + 1 + dice.below(40)]);
        describe(text, range).unwrap()
    };
    (0..CLAIMS).map(claim).collect()
}

/// One to three letters in each tenth claim are others, gone or new.
fn edited(dice: &mut Dice, text: &str, claims: &[Anchor]) -> String {
    let mut bytes: Vec<char> = Vec::new();
    let mut edits: Vec<usize> = Vec::new();
    for claim in claims.iter().step_by(10) {
        for _ in 0..=dice.below(3) {
            edits.push(claim.range.start().get() + dice.below(claim.range.len()));
        }
    }
    edits.sort_unstable();
    let mut edits = edits.into_iter().peekable();
    for (at, c) in text.char_indices() {
        if edits.next_if(|edit| *edit <= at).is_none() {
            bytes.push(c);
            continue;
        }
        match dice.below(3) {
            0 => bytes.push('x'),
            1 => bytes.extend([c, 'y']),
            _ => {}
        }
    }
    bytes.into_iter().collect()
}

fn opened(text: &str) -> Article {
    let mut body = BodyBuilder::default();
    for block in text.trim_end().split("\n\n") {
        body.block(BlockKind::Paragraph, block);
    }
    Article {
        id: ArticleId::from_u128(1),
        previous: None,
        opened: Timestamp::default(),
        body: Rc::new(body.build().unwrap()),
        language: None,
        byline: None,
        dateline: None,
        published: None,
        site: None,
        title: Register::new("News".into(), Stamp::shipped()),
        url: Register::new(None, Stamp::shipped()),
        deleted: Register::new(false, Stamp::shipped()),
        dismissed: claimlight::article::Dismissed::default(),
    }
}

fn claim(number: usize, anchor: &Anchor) -> Rc<Claim> {
    let stamp = Stamp::shipped();
    Rc::new(Claim {
        id: ClaimId::from_u128(number as u128),
        article: ArticleId::from_u128(1),
        created: Timestamp::default(),
        creator: Creator { id: NodeId::from_u128(1), name: "".into() },
        origin: Origin::Hand,
        content: Register::new([anchor.clone()].into(), stamp),
        attribution: Register::new(Attribution::OwnVoice, stamp),
        mention: Register::new(None, stamp),
        cue: Register::new(None, stamp),
        mode: Register::new(Mode::Indirect, stamp),
        verdict: Register::new(Verdict::Unchecked, stamp),
        evidence: Register::new([].into(), stamp),
        note: Register::new("".into(), stamp),
        tags: Register::new([].into(), stamp),
        deleted: Register::new(false, stamp),
    })
}

/// The median of some runs, printed; whether it is within the limit.
fn measure<T>(name: &str, limit: Option<Duration>, mut run: impl FnMut() -> T) -> bool {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let median = times[RUNS / 2];
    let within = limit.map_or(String::new(), |limit| format!("(limit {} ms)", limit.as_millis()));
    println!("{name:52} {:>9.1} ms {within}", median.as_secs_f64() * 1e3);
    limit.is_none_or(|limit| median <= limit)
}

fn tally(found: &[Resolution]) -> String {
    let count = |is: fn(&Resolution) -> bool| found.iter().filter(|it| is(it)).count();
    format!(
        "exact {}, moved {}, reworded {}, orphans {}",
        count(|it| matches!(it, Resolution::Exact(_))),
        count(|it| matches!(it, Resolution::Moved(_))),
        count(|it| matches!(it, Resolution::Reworded(_))),
        count(|it| matches!(it, Resolution::Orphan)),
    )
}

fn main() {
    let mut dice = Dice(7);
    let text = article(&mut dice);
    let anchors = claims(&mut dice, &text);
    let inserted = format!("{}\n\n{text}", "Late news came in this morning. ".repeat(12).trim());
    let edited = format!("Late news.\n\n{}", edited(&mut dice, &text, &anchors));
    let rewritten = "Nothing is as it was. ".repeat(text.len() / 22);
    println!("{CLAIMS} claims, {WORDS} words, {} bytes; median of {RUNS}", text.len());
    for (name, new) in [("inserted", &inserted), ("edited", &edited), ("rewritten", &rewritten)] {
        println!("{name}: {}", tally(&resolve_all(new, &anchors)));
    }
    let limit = |seconds| Some(Duration::from_secs(seconds));
    let quotes: Vec<&str> = anchors.iter().map(|anchor| &*anchor.quote.exact).collect();
    let (known, new) = (opened(&text), opened(&edited));
    let of_article: Vec<Rc<Claim>> =
        anchors.iter().enumerate().map(|(i, it)| claim(i, it)).collect();
    let fine = [
        measure("the same, as claims of an article", None, || {
            carry_over(&known, &of_article, &new.body)
        }),
        measure("whether it is the same article", None, || same_article(&known, &new)),
        measure("in their own text", None, || places(&text, &anchors)),
        measure("a paragraph put in at the top", limit(2), || resolve_all(&inserted, &anchors)),
        measure("and a tenth of the claims with 1 to 3 edits", limit(10), || {
            resolve_all(&edited, &anchors)
        }),
        measure("nothing left", None, || resolve_all(&rewritten, &anchors)),
        measure("all quotes in one pass", None, || {
            let mut found = 0;
            Needles::new(quotes.clone()).each_in(&text, 4096, |_, _| found += 1);
            found
        }),
        measure("100 quotes one by one", None, || {
            quotes.iter().step_by(100).map(|quote| occurrences(&text, quote).count()).sum::<usize>()
        }),
    ];
    assert!(fine.iter().all(|fine| *fine), "slower than it may be");
}
