//! Our own articles with attributions written into them (`corpus/GUIDELINES.md`), read.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use claimlight::{
    article::{Block, BlockKind, Body, RawBody},
    text::TextRange,
};

/// An article with its attributions.
pub(crate) struct Document {
    /// What it is called in reports: `wire-europe/belgian-rail-strike`.
    pub(crate) id: String,
    /// Its text.
    pub(crate) body: Body,
    /// What is attributed in it.
    pub(crate) gold: Vec<Gold>,
    /// How its canonical sources are compared.
    pub(crate) names: NameTest,
}

/// How canonical sources are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameTest {
    /// The name or an alias is the same.
    Listed,
    /// The name is one of the mentions of the chain, or part of one.
    Chain,
}

/// One attribution.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gold {
    pub(crate) source: Vec<TextRange>,
    pub(crate) cue: Vec<TextRange>,
    pub(crate) content: Vec<TextRange>,
    /// Whether who speaks has no name of their own: “two officials”, “a report”.
    pub(crate) described: bool,
    /// The names of who speaks; none where nobody is named.
    pub(crate) names: Vec<String>,
    /// What tells one speaker of the article from another.
    pub(crate) speaker: String,
}

impl Document {
    /// The words of an attribution, on one line.
    pub(crate) fn words(
        &self,
        source: &[TextRange],
        cue: &[TextRange],
        content: &[TextRange],
    ) -> String {
        let [source, cue, content] = [source, cue, content].map(|ranges| {
            ranges.iter().map(|r| self.body.slice(*r)).collect::<Vec<_>>().join(" … ")
        });
        format!("S[{source}] Q[{cue}] C[{content}]")
    }

    /// The words of what is marked in it.
    pub(crate) fn words_of(&self, gold: &Gold) -> String {
        self.words(&gold.source, &gold.cue, &gold.content)
    }
}

/// All articles under `folder`, by path.
pub(crate) fn read_folder(folder: &Path) -> Result<Vec<Document>> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    paths.sort();
    let read = |path: &PathBuf| {
        let id = path.strip_prefix(folder).unwrap_or(path).with_extension("");
        let text = fs::read_to_string(path)?;
        read_article(&id.to_string_lossy(), &text).with_context(|| path.display().to_string())
    };
    paths.iter().map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, paths)?;
        } else if path.extension().is_some_and(|ext| ext == "txt") {
            paths.push(path);
        }
    }
    Ok(())
}

/// Reads one file.
pub(crate) fn read_article(id: &str, file: &str) -> Result<Document> {
    let Some((head, text)) = file.split_once("\n---\n") else { bail!("no line ---") };
    let names = read_head(head);
    let mut reader = Reader::default();
    for (number, line) in
        text.split("\n\n").map(str::trim).filter(|line| !line.is_empty()).enumerate()
    {
        let (kind, line) = match (number, line) {
            (0, line) => (BlockKind::Headline, line),
            (_, line) => match line.split_at_checked(2) {
                Some(("> ", rest)) => (BlockKind::Quote, rest),
                Some(("- ", rest)) => (BlockKind::ListItem, rest),
                _ => match line.strip_prefix("## ") {
                    Some(rest) => (BlockKind::Heading, rest),
                    None => (BlockKind::Paragraph, line),
                },
            },
        };
        reader.read_block(kind, line)?;
    }
    let body = Body::try_from(RawBody { text: reader.text.into(), blocks: reader.blocks })?;
    let mut gold: Vec<(u32, Gold)> = reader.parts.into_iter().collect();
    gold.sort_by_key(|(number, _)| *number);
    let gold = gold.into_iter().map(|(_, mut gold)| {
        gold.content.sort();
        let source = names.get(&gold.speaker).cloned();
        (gold.names, gold.described) = source.unwrap_or_default();
        gold
    });
    Ok(Document { id: id.to_owned(), body, gold: gold.collect(), names: NameTest::Listed })
}

/// The names of each source the head declares.
fn read_head(head: &str) -> HashMap<String, (Vec<String>, bool)> {
    let sources = head.lines().filter_map(|line| line.strip_prefix("source ")?.split_once(':'));
    let read = |(id, value): (&str, &str)| {
        let mut parts = value.split('|').map(str::trim);
        let name = parts.next().unwrap_or_default().to_owned();
        let described = parts.clone().any(|part| part == "unnamed" || part == "document");
        let aliases = parts.filter_map(|part| part.strip_prefix("aka ")).map(str::to_owned);
        (id.trim().to_owned(), (std::iter::once(name).chain(aliases).collect(), described))
    };
    sources.map(read).collect()
}

/// Reads blocks with tags in them.
#[derive(Default)]
struct Reader {
    text: String,
    blocks: Vec<Block>,
    parts: HashMap<u32, Gold>,
}

impl Reader {
    fn read_block(&mut self, kind: BlockKind, line: &str) -> Result<()> {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        let mut open: Vec<(String, usize)> = Vec::new();
        let mut rest = line;
        while let Some(at) = rest.find('[') {
            let (before, tag) = rest.split_at(at);
            if let Some(before) = before.strip_suffix('\\') {
                self.text.push_str(before);
                self.text.push('[');
                rest = &tag[1..];
                continue;
            }
            self.text.push_str(before);
            let Some((tag, after)) = tag[1..].split_once(']') else { bail!("a tag is not closed") };
            rest = after;
            if tag != "/" {
                open.push((tag.to_owned(), self.text.len()));
            } else if let Some((tag, from)) = open.pop() {
                self.close(&tag, TextRange::bytes(from, self.text.len()))?;
            } else {
                bail!("[/] closes nothing");
            }
        }
        self.text.push_str(rest);
        if let Some((tag, _)) = open.first() {
            bail!("[{tag}] is not closed");
        }
        self.blocks.push(Block {
            kind,
            range: TextRange::bytes(start, self.text.len()),
            marks: Vec::new(),
        });
        Ok(())
    }

    fn close(&mut self, tag: &str, range: TextRange) -> Result<()> {
        let (tag, speaker) = tag.split_once(':').unwrap_or((tag, ""));
        let tag = tag.trim_end_matches('~');
        let Some((role, number)) = tag.split_at_checked(1) else { bail!("an empty tag") };
        let part = self.parts.entry(number.parse().with_context(|| tag.to_owned())?).or_default();
        if !speaker.is_empty() {
            part.speaker = speaker.to_owned();
        }
        match role {
            "s" => part.source.push(range),
            "q" => part.cue.push(range),
            "c" => part.content.push(range),
            _ => bail!("[{tag}]?"),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::read_article;

    #[test]
    fn reads_tags_sources_and_blocks() {
        let file = "style: wire\nsource lind: Karin Lind | person | aka Ms Lind\n---\nTitle\n\n## More\n\n\
                    [c1]“It \\[the dam] is [c2]safe[/],”[/] [s1:lind]she[/] [q1~]said[/], [q2:lind]adding[/] [c1]“yes”[/].\n";
        let document = read_article("a", file).unwrap();
        assert_eq!(
            &**document.body.text(),
            "Title\n\nMore\n\n“It [the dam] is safe,” she said, adding “yes”."
        );
        let text = |i: usize| {
            document.gold[i].content.iter().map(|r| document.body.slice(*r)).collect::<Vec<_>>()
        };
        assert_eq!(text(0), ["“It [the dam] is safe,”", "“yes”"]);
        assert_eq!(text(1), ["safe"]);
        assert_eq!(document.gold[0].names, ["Karin Lind", "Ms Lind"]);
        assert!(document.gold[1].source.is_empty());
    }

    #[test]
    fn refuses_tags_that_do_not_close() {
        assert!(read_article("a", "x\n---\nT\n\n[c1]so").is_err());
        assert!(read_article("a", "x\n---\nT\n\nso[/]").is_err());
    }
}
