use crate::text::{ByteOffset, TextRange};
/// s
pub fn sentences(text: &str, within: TextRange) -> Vec<TextRange> {
    let _ = text;
    vec![within]
}
/// s
pub fn sentence_at(text: &str, within: TextRange, at: ByteOffset) -> Option<TextRange> {
    let all = sentences(text, within);
    let i = all.partition_point(|s| s.start() <= at).saturating_sub(1);
    all.get(i).copied()
}
