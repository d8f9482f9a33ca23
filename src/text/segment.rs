//! Sentences, words and characters as people see them.

mod abbreviation;
mod grapheme;
mod sentence;
mod word;

pub use grapheme::{next_grapheme, previous_grapheme};
pub(super) use sentence::{is_line_end, is_mark};
pub use sentence::{sentence_at, sentences};
pub use word::{next_word_end, previous_word_start, word_at, word_count, words};
