//! What a text says, in little: enough to tell how much of it another text says too.

use std::rc::Rc;

use super::Body;

/// Words in a row that are compared.
const SHINGLE: usize = 4;
/// So many hashes are kept: of a report all, of a book a sample.
const MOST: usize = 8 * 1024;

/// Hashes of the words in a row, sorted, each once; of a long text those that a power of two divides (Broder, “On the
/// resemblance and containment of documents”, 1997, section 3: sampling by a modulus).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    hashes: Vec<u64>,
    /// How many bits at the end of each are zero.
    bits: u32,
}

impl Sketch {
    /// How many hashes this one and another have, and how many they share, of those that both sample.
    pub(super) fn compare(&self, other: &Self) -> Shared {
        let bits = self.bits.max(other.bits);
        let sampled =
            |of: &'_ Self| of.hashes.iter().copied().filter(|it| is_sampled(*it, bits)).collect();
        let (ours, theirs): (Vec<u64>, Vec<u64>) = (sampled(self), sampled(other));
        Shared { ours: ours.len(), theirs: theirs.len(), both: common(&ours, &theirs) }
    }

    /// Each once, and no more than [`MOST`].
    fn tidy(&mut self) {
        loop {
            self.hashes.sort_unstable();
            self.hashes.dedup();
            if self.hashes.len() <= MOST {
                return;
            }
            self.bits += 1;
            let bits = self.bits;
            self.hashes.retain(|it| is_sampled(*it, bits));
        }
    }

    fn add(&mut self, hash: u64) {
        if is_sampled(hash, self.bits) {
            self.hashes.push(hash);
            if self.hashes.len() > 4 * MOST {
                self.tidy();
            }
        }
    }
}

/// What two sketches have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shared {
    pub(super) ours: usize,
    pub(super) theirs: usize,
    pub(super) both: usize,
}

/// Reads a text bit by bit, so that a page need not stand still meanwhile. The body then has the sketch at hand.
#[derive(Debug)]
pub struct Sketching {
    body: Rc<Body>,
    /// What is read, in bytes.
    read: usize,
    /// The last words.
    row: [u64; SHINGLE],
    sketch: Sketch,
}

impl Sketching {
    /// Of this body.
    pub fn of(body: Rc<Body>) -> Self {
        Self { body, read: 0, row: [0; SHINGLE], sketch: Sketch::default() }
    }

    /// How many bytes are still to be read.
    pub fn left(&self) -> usize {
        if self.body.known_sketch().is_some() { 0 } else { self.body.text().len() - self.read }
    }

    /// Reads on, `most` bytes or a word more. Gives how many: fewer than `most` once the sketch is made.
    pub fn go_on(&mut self, most: usize) -> usize {
        if self.body.known_sketch().is_some() {
            return 0;
        }
        let text = self.body.text().clone();
        let rest = text.get(self.read..).unwrap_or_default();
        let from = rest.ceil_char_boundary(most);
        // Up to where no word is cut.
        let end = rest.get(from..).and_then(|it| it.find(is_between)).map(|at| from + at);
        let read = end.unwrap_or(rest.len());
        self.add(rest.get(..read).unwrap_or_default());
        self.read += read;
        if read < most {
            self.sketch.tidy();
            self.body.keep_sketch(std::mem::take(&mut self.sketch));
        }
        read
    }

    fn add(&mut self, text: &str) {
        for word in words(text) {
            self.row.rotate_left(1);
            if let Some(last) = self.row.last_mut() {
                *last = word;
            }
            self.sketch.add(hash(self.row.iter().copied()));
        }
    }
}

/// A hash of each word of a text, in small letters; where words are not parted by spaces, of each character.
pub(super) fn words(text: &str) -> impl Iterator<Item = u64> {
    text.split(is_between).filter(|word| !word.is_empty()).flat_map(|word| {
        let dense = word.starts_with(|c| c >= '\u{2e80}');
        let small = |c: char| c.to_lowercase().map(u64::from);
        let whole = (!dense).then(|| hash(word.chars().flat_map(small)));
        let single = dense.then(|| word.chars().map(move |c| hash(small(c))));
        whole.into_iter().chain(single.into_iter().flatten())
    })
}

fn is_between(c: char) -> bool {
    !c.is_alphanumeric()
}

/// FNV-1a, a number at a time.
fn hash(numbers: impl Iterator<Item = u64>) -> u64 {
    numbers.fold(0xcbf2_9ce4_8422_2325, |hash, number| {
        (hash ^ number).wrapping_mul(0x0100_0000_01b3).rotate_left(23)
    })
}

fn is_sampled(hash: u64, bits: u32) -> bool {
    hash.trailing_zeros() >= bits
}

/// How many numbers two sorted lists share.
fn common(a: &[u64], b: &[u64]) -> usize {
    let mut b = b.iter().peekable();
    let shared = |number: &&u64| {
        while b.next_if(|other| other < number).is_some() {}
        b.next_if(|other| other == number).is_some()
    };
    a.iter().filter(shared).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{BlockKind, BodyBuilder};

    fn body(text: &str) -> Rc<Body> {
        let mut body = BodyBuilder::default();
        body.block(BlockKind::Paragraph, text);
        body.build().unwrap().into()
    }

    /// So many different words.
    fn text(numbers: std::ops::Range<usize>) -> String {
        numbers.map(|n| format!("word{n} ")).collect()
    }

    #[test]
    fn of_a_report_every_four_words_count() {
        let (a, b) = (body("One two three four five."), body("Zero. One, TWO three FOUR"));
        // Three rows begin before four words are there, and differ: zero's.
        let shared = a.sketch().compare(b.sketch());
        assert_eq!((shared.ours, shared.theirs), (5, 5));
        assert_eq!(shared.both, 1, "“one two three four”");
    }

    #[test]
    fn of_a_book_a_sample_tells_how_much_is_shared() {
        let (a, b) = (body(&text(0..100_000)), body(&text(50_000..100_000)));
        let (a, b) = (a.sketch(), b.sketch());
        assert!(a.hashes.len() <= MOST && b.hashes.len() <= MOST && a.bits > b.bits);
        let shared = a.compare(b);
        // Half of one is all of the other, within three standard deviations of so large a sample.
        assert!(shared.both + 20 > shared.theirs, "{shared:?}");
        assert!(shared.both.abs_diff(shared.ours / 2) < 150, "{shared:?}");
    }

    #[test]
    fn read_bit_by_bit_it_says_the_same() {
        let long = text(0..100_000);
        let (bits, whole) = (body(&long), body(&long));
        let mut sketching = Sketching::of(bits.clone());
        let mut read = Vec::new();
        while read.last().is_none_or(|last| *last >= 100_000) {
            assert_eq!(bits.known_sketch(), None);
            let left = sketching.left();
            read.push(sketching.go_on(100_000));
            assert_eq!(sketching.left(), left - read.last().unwrap());
        }
        assert_eq!(read.iter().sum::<usize>(), bits.text().len());
        assert!(read.len() == 10 && read.iter().all(|n| *n < 100_010), "{read:?}");
        assert_eq!(bits.known_sketch(), Some(whole.sketch()));
        assert_eq!(sketching.go_on(100_000), 0, "there is no more");
    }
}
