//! How good predictions are: `shared/attribution/score.py`, number for number.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use claimlight::text::TextRange;

use crate::{corpus::Document, predict::Predicted};

const SPEECH: &str = "say says said saying tell tells told telling add adds added adding ask asks asked asking \
claim claims claimed claiming argue argues argued arguing accuse accuses accused accusing warn warns warned warning \
deny denies denied denying insist insists insisted insisting state states stated stating note notes noted noting \
announce announces announced announcing report reports reported reporting explain explains explained explaining \
suggest suggests suggested suggesting declare declares declared declaring write writes wrote written writing \
call calls called calling according acknowledge acknowledged acknowledges acknowledging admit admits admitted \
allege alleges alleged alleging assert asserts asserted asserting tweet tweets tweeted tweeting testify testified \
criticize criticizes criticized criticizing criticise criticised blast blasted blasts slam slams slammed slamming \
respond responds responded responding reply replies replied confirm confirms confirmed confirming contend contends \
contended continue continued continues conclude concluded concludes describe describes described describing \
statement mention mentioned predict predicts predicted promise promised promises promising recall recalled recalls \
reiterate reiterated repeat repeated reveal revealed reveals stress stressed stresses tout touted urge urged urges \
vow vowed vows pledge pledged point pointed joke joked charge charged complain complained demand demanded \
emphasize emphasized quip quipped remark remarked read reads show shows showed found find finds";

const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// Which attributions count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subset {
    All,
    /// Reported speech only: attitudes (“wants”, “plans”) are neither right nor wrong.
    Speech,
}

/// Found, predicted and wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) right: usize,
    pub(crate) predicted: usize,
    pub(crate) gold: usize,
}

impl Count {
    fn add(&mut self, right: usize, predicted: usize, gold: usize) {
        self.right += right;
        self.predicted += predicted;
        self.gold += gold;
    }

    pub(crate) fn precision(self) -> f64 {
        percent(self.right, self.predicted)
    }

    pub(crate) fn recall(self) -> f64 {
        percent(self.right, self.gold)
    }

    pub(crate) fn f1(self) -> f64 {
        percent(2 * self.right, self.predicted + self.gold)
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// One article’s pairs of gold and prediction, for what is counted besides.
pub(crate) struct Pair {
    pub(crate) document: usize,
    pub(crate) gold: usize,
    pub(crate) predicted: usize,
    /// Whether the source overlaps too.
    pub(crate) link: bool,
}

/// What the scorer says.
#[derive(Default)]
pub(crate) struct Score {
    pub(crate) link: Count,
    pub(crate) strict: Count,
    /// By role (content, source, cue) and way of counting (tok, exact, part).
    pub(crate) roles: BTreeMap<(&'static str, &'static str), Count>,
    /// Pairs of matching content, of which the source overlaps, and of which it is exact.
    pub(crate) source: [usize; 3],
    pub(crate) pairs: Vec<Pair>,
    /// Gold of each document that counts, and predictions that do.
    pub(crate) counted: Vec<(Vec<usize>, Vec<usize>)>,
}

/// Words of a text as the scorer counts them: `\w+(?:[.'’\-]\w+)*|[$%]`.
fn words(text: &str) -> Vec<(usize, usize)> {
    let of_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if matches!(c, '$' | '%') {
            found.push((start, start + 1));
        } else if of_word(c) {
            let mut end = start + c.len_utf8();
            while let Some((at, c)) = chars.peek().copied() {
                let joins = matches!(c, '.' | '\'' | '’' | '-')
                    && text[at + c.len_utf8()..].starts_with(of_word);
                if !of_word(c) && !joins {
                    break;
                }
                end = at + c.len_utf8();
                chars.next();
            }
            found.push((start, end));
        }
    }
    found
}

type Tokens = BTreeSet<usize>;

fn tokens(words: &[(usize, usize)], spans: &[TextRange]) -> Tokens {
    let mut all = Tokens::new();
    for span in spans {
        let (x, y) = (span.start().get(), span.end().get());
        let from = words.partition_point(|(_, e)| *e <= x);
        all.extend((from..words.len()).take_while(|i| words[*i].0 < y));
    }
    all
}

struct Parts {
    content: Tokens,
    source: Tokens,
    cue: Tokens,
    speech: bool,
}

impl Parts {
    fn new(
        text: &str,
        words: &[(usize, usize)],
        content: &[TextRange],
        source: &[TextRange],
        cue: &[TextRange],
    ) -> Self {
        let speech: HashSet<&str> = SPEECH.split_ascii_whitespace().collect();
        let cue_tokens = tokens(words, cue);
        let says = cue_tokens
            .iter()
            .any(|i| speech.contains(&*text[words[*i].0..words[*i].1].to_lowercase()));
        let quotes = content.iter().any(|range| range.of(text).is_some_and(|t| t.contains(QUOTES)));
        Self {
            content: tokens(words, content),
            source: tokens(words, source),
            cue: cue_tokens,
            speech: says || quotes,
        }
    }

    fn role(&self, role: &str) -> &Tokens {
        match role {
            "content" => &self.content,
            "source" => &self.source,
            _ => &self.cue,
        }
    }
}

fn iou(a: &Tokens, b: &Tokens) -> f64 {
    let both = a.intersection(b).count();
    if both == 0 { 0.0 } else { both as f64 / (a.len() + b.len() - both) as f64 }
}

fn greedy(gold: &[&Tokens], predicted: &[&Tokens], least: f64) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, p) in predicted.iter().enumerate() {
            let share = iou(g, p);
            if share > 0.0 {
                all.push((share, i, j));
            }
        }
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(b.2.cmp(&a.2)));
    let (mut used, mut taken, mut pairs) = (HashSet::new(), HashSet::new(), Vec::new());
    for (share, i, j) in all {
        if share < least {
            break;
        }
        if !used.contains(&i) && !taken.contains(&j) {
            used.insert(i);
            taken.insert(j);
            pairs.push((i, j));
        }
    }
    pairs
}

/// Scores the predictions of each document.
pub(crate) fn score(
    documents: &[Document],
    predictions: &[Vec<Predicted>],
    subset: Subset,
) -> Score {
    let mut all = Score::default();
    for (number, (document, predicted)) in documents.iter().zip(predictions).enumerate() {
        score_document(&mut all, number, document, predicted, subset);
    }
    all
}

fn score_document(
    all: &mut Score,
    number: usize,
    document: &Document,
    predicted: &[Predicted],
    subset: Subset,
) {
    let text = document.body.text();
    let words = words(text);
    let gold =
        document.gold.iter().map(|a| Parts::new(text, &words, &a.content, &a.source, &a.cue));
    let mut gold: Vec<(usize, Parts)> = gold.enumerate().collect();
    let found = predicted.iter().map(|a| Parts::new(text, &words, &a.content, &a.source, &a.cue));
    let mut found: Vec<(usize, Parts)> = found.enumerate().collect();
    let mut other = Vec::new();
    if subset == Subset::Speech {
        let contents = |parts: &[(usize, Parts)]| {
            parts.iter().map(|(_, p)| p.content.clone()).collect::<Vec<_>>()
        };
        let speech: Vec<_>;
        (speech, other) = gold.into_iter().partition(|(_, a)| a.speech);
        gold = speech;
        let predictions = contents(&found);
        let refs = |all: &'_ [Tokens]| -> Vec<Tokens> { all.to_vec() };
        let (others, mine) = (refs(&contents(&other)), refs(&contents(&gold)));
        let pairs = |golds: &[Tokens], least| {
            greedy(
                &golds.iter().collect::<Vec<_>>(),
                &predictions.iter().collect::<Vec<_>>(),
                least,
            )
        };
        let drop: HashSet<usize> = pairs(&others, 0.01).into_iter().map(|(_, j)| j).collect();
        let keep: HashSet<usize> = pairs(&mine, 0.5).into_iter().map(|(_, j)| j).collect();
        let mut j = 0;
        found.retain(|(_, p)| {
            let kept = keep.contains(&j) || p.speech && !drop.contains(&j);
            j += 1;
            kept
        });
    }
    count_roles(all, &gold, &found, &other, subset);
    gold.retain(|(_, g)| !g.content.is_empty());
    found.retain(|(_, p)| !p.content.is_empty());
    let contents = |parts: &'_ [(usize, Parts)]| {
        parts.iter().map(|(_, p)| p.content.clone()).collect::<Vec<_>>()
    };
    let (golds, predictions) = (contents(&gold), contents(&found));
    let pairs =
        greedy(&golds.iter().collect::<Vec<_>>(), &predictions.iter().collect::<Vec<_>>(), 0.5);
    let (mut link, mut strict) = (0, 0);
    for (i, j) in pairs {
        let (g, p) = (&gold[i].1, &found[j].1);
        let overlaps = g.source.intersection(&p.source).next().is_some();
        let right = overlaps || g.source.is_empty() && p.source.is_empty();
        let exact = g.source == p.source;
        link += usize::from(right);
        strict += usize::from(exact && g.content == p.content);
        for (sum, add) in all.source.iter_mut().zip([true, right, exact]) {
            *sum += usize::from(add);
        }
        all.pairs.push(Pair {
            document: number,
            gold: gold[i].0,
            predicted: found[j].0,
            link: right,
        });
    }
    all.link.add(link, found.len(), gold.len());
    all.strict.add(strict, found.len(), gold.len());
    let numbers = |parts: &[(usize, Parts)]| parts.iter().map(|(n, _)| *n).collect();
    all.counted.push((numbers(&gold), numbers(&found)));
}

fn count_roles(
    all: &mut Score,
    gold: &[(usize, Parts)],
    found: &[(usize, Parts)],
    other: &[(usize, Parts)],
    subset: Subset,
) {
    for role in ["content", "source", "cue"] {
        let union = |parts: &[(usize, Parts)]| {
            parts.iter().flat_map(|(_, p)| p.role(role).iter().copied()).collect::<Tokens>()
        };
        let distinct = |parts: &[(usize, Parts)]| {
            let mut all: Vec<Tokens> = Vec::new();
            for (_, part) in parts.iter().filter(|(_, p)| !p.role(role).is_empty()) {
                if !all.contains(part.role(role)) {
                    all.push(part.role(role).clone());
                }
            }
            all
        };
        let (g, mut p) = (union(gold), union(found));
        if subset == Subset::Speech {
            let others = union(other);
            p.retain(|i| !others.contains(i) || g.contains(i));
        }
        let entry = |all: &mut Score, way, right, predicted, gold| {
            all.roles.entry((role, way)).or_default().add(right, predicted, gold);
        };
        entry(all, "tok", g.intersection(&p).count(), p.len(), g.len());
        let (gs, mut ps) = (distinct(gold), distinct(found));
        if subset == Subset::Speech && role != "content" {
            let others: Vec<&Tokens> = other.iter().map(|(_, o)| o.role(role)).collect();
            ps.retain(|p| !others.contains(&p) || gs.contains(p));
        }
        let exact = gs.iter().filter(|g| ps.contains(g)).count();
        entry(all, "exact", exact, ps.len(), gs.len());
        let part =
            greedy(&gs.iter().collect::<Vec<_>>(), &ps.iter().collect::<Vec<_>>(), 0.5).len();
        entry(all, "part", part, ps.len(), gs.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::read_article;

    const GOLD: &str = "source a: A | person\n---\nTitle\n\n[c1]“Taxes fell a lot,”[/] [s1:a]the mayor of Varnes[/] [q1]said[/] on \
                        Monday, [q2:a]adding[/] that [c2]prices rose by 3% this year[/]. [s3:a]He[/] [q3]wants[/] [c3]to leave at once[/].";
    const FOUND: &str = "source a: A | person\n---\nTitle\n\n[c1]“Taxes fell a lot,”[/] the [s1:a]mayor of Varnes[/] [q1]said[/] on \
                         Monday, [q2:a]adding[/] that [c2]prices rose by 3% this year[/]. [s3:a]He[/] [q3]wants[/] to [c3]leave at[/] once.";

    /// What `score.py` prints for the same two files.
    #[test]
    fn counts_as_score_py_does() {
        let gold = read_article("a", GOLD).unwrap();
        let found = read_article("a", FOUND).unwrap();
        let predicted = found.gold.iter().map(|a| Predicted {
            source: a.source.clone(),
            cue: a.cue.clone(),
            content: a.content.clone(),
            confidence: 1.0,
            speaker: String::new(),
        });
        let predicted = vec![predicted.collect()];
        let gold = [gold];
        let all = score(&gold, &predicted, Subset::All);
        assert_eq!(all.link, Count { right: 3, predicted: 3, gold: 3 });
        assert_eq!(all.strict, Count { right: 1, predicted: 3, gold: 3 });
        assert_eq!(all.roles[&("content", "tok")], Count { right: 13, predicted: 13, gold: 15 });
        assert_eq!(all.roles[&("source", "exact")], Count { right: 1, predicted: 2, gold: 2 });
        let speech = score(&gold, &predicted, Subset::Speech);
        assert_eq!(speech.link, Count { right: 2, predicted: 2, gold: 2 });
    }
}
