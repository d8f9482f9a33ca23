//! What tells Markdown from other text.

use super::front_matter::split;

/// Whether a text has the marks of Markdown, of more than one kind: a line of news can start with a dash.
pub(in crate::article::import) fn is_markdown(text: &str) -> bool {
    if split(text).0.is_some() {
        return true;
    }
    let mut kinds = [false; 5];
    let mut headings = 0;
    for line in text.lines().take(2000) {
        let start = line.trim_start();
        let hashes = start.len() - start.trim_start_matches('#').len();
        let is_heading = (1..=6).contains(&hashes)
            && start.get(hashes..).is_some_and(|rest| rest.starts_with(' '));
        headings += usize::from(is_heading);
        kinds[0] |= is_heading;
        kinds[1] |= line.split_once("](").is_some_and(|(before, after)| {
            before.contains('[')
                && after.contains(')')
                && (after.starts_with("http") || after.starts_with(['/', '#', '<']))
        });
        kinds[2] |= pairs(line, "**") || pairs(line, "__");
        kinds[3] |= start.starts_with("```") || start.starts_with("~~~");
        kinds[4] |= start.starts_with("> ");
    }
    headings >= 2 || kinds.iter().filter(|kind| **kind).count() >= 2
}

/// Whether words stand between two such marks.
fn pairs(line: &str, mark: &str) -> bool {
    let mut parts = line.split(mark).skip(1);
    let word = |part: &str| {
        part.starts_with(|c: char| !c.is_whitespace())
            && part.ends_with(|c: char| !c.is_whitespace())
    };
    parts.next().is_some_and(word) && parts.next().is_some()
}
