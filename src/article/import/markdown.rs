//! Markdown (CommonMark, with tables). Raw HTML in it counts by its words only.

mod front_matter;
mod signs;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use self::front_matter::FrontMatter;
pub(super) use self::signs::is_markdown;
use super::{
    Draft, ImportError, Importer, Request,
    html::{
        self,
        inline::{Inline, Style},
        web,
    },
    plain_text::{byline::byline, date::published, dateline::dateline},
    title::title_of,
};
use crate::{
    article::{BlockKind, BodyBuilder, MarkKind},
    text::TextRange,
};

/// How deep lists and quotations nest before a text is no article.
const MAX_DEPTH: usize = 100;

/// The importer of Markdown.
pub(super) struct Markdown;

impl Importer for Markdown {
    fn id(&self) -> &'static str {
        "markdown"
    }

    fn label(&self) -> &'static str {
        "Markdown"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    fn import(&self, text: &str, request: Request<'_>) -> Result<Draft, ImportError> {
        let text = text.trim_start_matches('\u{feff}');
        let (facts, text) = front_matter::split(text);
        let mut reader = Reader::default();
        check(text)?;
        for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            reader.read(event)?;
        }
        reader.flush();
        draft(reader.blocks, facts, request)
    }
}

/// Refuses lines that nest very deep: each level costs a look at all before it.
fn check(text: &str) -> Result<(), ImportError> {
    let nests = |line: &str| {
        let marks = line.chars().take_while(|c| {
            matches!(c, '>' | ' ' | '\t' | '-' | '*' | '+' | '0'..='9' | '.' | ')')
        });
        marks.filter(|c| !matches!(c, ' ' | '\t' | '0'..='9')).count()
    };
    // A rule, drawn with one character, is no nesting.
    let is_rule = |line: &str| line.trim_matches([' ', '-', '*', '\t']).is_empty();
    if text.lines().any(|line| nests(line) > MAX_DEPTH && !is_rule(line)) {
        return Err(ImportError::TooComplex);
    }
    Ok(())
}

fn is_line_break(tag: &str) -> bool {
    tag.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("<br"))
}

/// One block.
struct Block {
    kind: BlockKind,
    text: String,
    marks: Vec<(MarkKind, TextRange)>,
    is_first_heading: bool,
}

/// Reads what the parser finds.
#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    current: Inline,
    style: Style,
    /// Links around the current words, inner last.
    links: Vec<Option<std::rc::Rc<str>>>,
    strong: usize,
    emphasis: usize,
    /// Kinds of the blocks around the current words, inner last.
    around: Vec<BlockKind>,
    is_code: bool,
    /// Whether a cell stands before the next in its row.
    after_cell: bool,
    /// Raw HTML that is being read.
    html: Option<String>,
}

impl Reader {
    fn read(&mut self, event: Event<'_>) -> Result<(), ImportError> {
        match event {
            Event::Start(tag) => self.start(tag)?,
            Event::End(tag) => self.end(tag)?,
            Event::Text(text) | Event::Code(text) => {
                self.current.push(&text, &self.style, self.is_code);
            }
            Event::SoftBreak => {
                self.current.push("\n", &self.style, false);
            }
            Event::HardBreak => self.current.line_break(),
            Event::Html(html) => match &mut self.html {
                Some(block) => block.push_str(&html),
                None => self.raw(&html)?,
            },
            // A tag among words; the words themselves come as text.
            Event::InlineHtml(tag) if is_line_break(&tag) => self.current.line_break(),
            Event::Rule => self.flush(),
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag<'_>) -> Result<(), ImportError> {
        if self.around.len() > MAX_DEPTH {
            return Err(ImportError::TooComplex);
        }
        match tag {
            Tag::Heading { .. } => self.open(BlockKind::Heading),
            Tag::BlockQuote(_) => self.open(BlockKind::Quote),
            Tag::Item => self.open(BlockKind::ListItem),
            Tag::TableHead | Tag::TableRow => {
                self.open(BlockKind::TableRow);
                self.after_cell = false;
            }
            Tag::TableCell if self.after_cell => self.current.tab(),
            Tag::TableCell => self.after_cell = true,
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.flush();
                self.is_code = true;
            }
            Tag::HtmlBlock => self.html = Some(String::new()),
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strong => self.strong += 1,
            Tag::Link { dest_url, .. } => self.links.push(web_or_mail(&dest_url).map(Into::into)),
            // Its words are what stands for it where it is not seen.
            Tag::Image { .. } => self.links.push(None),
            _ => {}
        }
        self.set_style();
        Ok(())
    }

    fn end(&mut self, tag: TagEnd) -> Result<(), ImportError> {
        match tag {
            TagEnd::Paragraph => self.flush(),
            TagEnd::Heading(level) => {
                let before = self.blocks.len();
                self.close();
                if let Some(block) = self.blocks.get_mut(before) {
                    block.is_first_heading = level == HeadingLevel::H1;
                }
            }
            TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::TableHead | TagEnd::TableRow => {
                self.close()
            }
            TagEnd::CodeBlock => {
                self.flush();
                self.is_code = false;
            }
            TagEnd::HtmlBlock => {
                if let Some(html) = self.html.take() {
                    self.raw(&html)?;
                }
            }
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link | TagEnd::Image => drop(self.links.pop()),
            _ => {}
        }
        self.set_style();
        Ok(())
    }

    fn set_style(&mut self) {
        let link = self.links.iter().rev().flatten().next().cloned();
        self.style = Style { link, strong: self.strong > 0, emphasis: self.emphasis > 0 };
    }

    fn open(&mut self, kind: BlockKind) {
        self.flush();
        self.around.push(kind);
    }

    fn close(&mut self) {
        self.flush();
        self.around.pop();
    }

    /// Raw HTML: its words, as paragraphs.
    fn raw(&mut self, html: &str) -> Result<(), ImportError> {
        self.flush();
        for text in html::words(html)? {
            self.blocks.push(Block {
                kind: BlockKind::Paragraph,
                text,
                marks: Vec::new(),
                is_first_heading: false,
            });
        }
        Ok(())
    }

    fn flush(&mut self) {
        let (text, marks) = std::mem::take(&mut self.current).finish();
        let kind =
            self.around.iter().rev().find(|kind| **kind == BlockKind::Quote).or(self.around.last());
        let kind = kind.copied().unwrap_or(BlockKind::Paragraph);
        if !text.trim().is_empty() {
            self.blocks.push(Block { kind, text, marks, is_first_heading: false });
        }
    }
}

/// Where a link leads, if to the web or to mail.
fn web_or_mail(address: &str) -> Option<String> {
    html::absolute(address)
}

fn draft(
    mut blocks: Vec<Block>,
    facts: Option<FrontMatter>,
    request: Request<'_>,
) -> Result<Draft, ImportError> {
    let facts = facts.unwrap_or_default();
    let first = blocks.iter().position(|block| block.is_first_heading).filter(|at| *at <= 1);
    if let Some(block) = first.and_then(|at| blocks.get_mut(at)) {
        block.kind = BlockKind::Headline;
    }
    let mut body = BodyBuilder::default();
    if let (None, Some(title)) = (first, &facts.title) {
        body.block(BlockKind::Headline, title);
    }
    let (mut who, mut when, mut place, mut is_top) = (None, None, None, true);
    for block in &blocks {
        let line = Some(&*block.text).filter(|_| is_top && block.kind == BlockKind::Paragraph);
        let (by, at) = (line.and_then(byline), line.and_then(published));
        let is_byline = by.is_some() || at.is_some();
        who = who.or_else(|| by.map(|by| by.who.to_owned()));
        when = when.or_else(|| by.and_then(|by| by.published).or(at).map(|at| at.when.to_owned()));
        is_top &= is_byline || block.kind != BlockKind::Paragraph;
        let end = line.filter(|_| !is_byline && place.is_none()).and_then(dateline);
        place = place.or_else(|| block.text.get(..end?).map(str::to_owned));
        let kind = if is_byline { BlockKind::Byline } else { block.kind };
        let dateline = end.map(|end| (MarkKind::Dateline, TextRange::bytes(0, end)));
        let after = block
            .marks
            .iter()
            .filter(|(_, range)| range.start().get() >= end.unwrap_or(0))
            .cloned();
        body.marked_block(kind, &block.text, dateline.into_iter().chain(after));
    }
    let body = body.build().map_err(|_| ImportError::Empty)?;
    Ok(Draft {
        title: title_of(&body).into(),
        language: facts.language.map(Into::into),
        byline: facts.author.or(who).map(Into::into),
        dateline: place.map(Into::into),
        published: facts.date.or(when).map(Into::into),
        url: facts.url.or_else(|| request.address.and_then(web)).map(Into::into),
        site: facts.site.map(Into::into),
        body: body.into(),
        warnings: Vec::new(),
    })
}

#[cfg(test)]
mod tests;
