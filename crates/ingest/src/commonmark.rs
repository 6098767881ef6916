//! Markdown, parsed by `pulldown-cmark`, as a flat list of blocks.
//!
//! Nested blocks (lists in lists, quotations) are flattened. Two rules of CommonMark are relaxed for German texts:
//! an asterisk inside a word is the gender star ("Bürger*innen und Lehrer*innen"), and an indented paragraph is not code.

use crate::line_numbers::LineNumbers;
use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A heading, with its level from 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list item, with its number as written (`2.`, `2)`) if the list is numbered.
    Item(Option<String>),
    /// A table row; its cells are separated by [`CELL`].
    Row,
    /// Lines of code, each with its line end.
    Code,
    /// Raw HTML.
    Html,
    /// A footnote, or the definition of a link.
    Note,
}

/// The separator between two cells of a row.
const CELL: &str = " | ";

/// A link's address and line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// As written.
    pub address: String,
    /// Its line, from 1.
    pub line: u32,
}

/// A stretch of text within a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub text: String,
    pub strong: bool,
    pub emphasis: bool,
    pub code: bool,
    /// Whether it is raw HTML.
    pub html: bool,
    /// Whether it is the alternative text of an image.
    pub image: bool,
    pub link: Option<Link>,
}

/// A block that is not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub kind: Kind,
    /// The line on which it begins, from 1.
    pub line: u32,
    /// Whether a blank line precedes it.
    pub after_blank: bool,
    pub stretches: Vec<Stretch>,
}

/// Which Markdown is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// CommonMark.
    Common,
    /// With tables, strikethrough and footnotes; a reference to a missing link definition still counts as a link, and the end of a line stays.
    Extended,
}

/// The blocks of a text, in order.
pub(crate) fn blocks(text: &str, dialect: Dialect) -> Vec<Block> {
    let text = prepare(text);
    let options = match dialect {
        Dialect::Common => Options::empty(),
        Dialect::Extended => Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_OLD_FOOTNOTES,
    };
    let is_reference = |link: BrokenLink<'_>| matches!(link.link_type, LinkType::Reference | LinkType::Collapsed);
    let refer = |link: BrokenLink<'_>| is_reference(link).then(|| (CowStr::from(""), CowStr::from("")));
    let refer = (dialect == Dialect::Extended).then_some(refer);
    let mut walk = Walk::new(&text, dialect);
    let mut depth = 0;
    for (event, range) in Parser::new_with_broken_link_callback(&text, options, refer).into_offset_iter() {
        if depth == 0 {
            walk.covered.push(range.clone());
        }
        match event {
            Event::Start(tag) => {
                depth += 1;
                walk.start(tag, range);
            }
            Event::End(tag) => {
                depth -= 1;
                walk.end(tag);
            }
            event => walk.inline(event, range),
        }
    }
    walk.finish(dialect)
}

/// Replaces an asterisk that is not Markdown. A control character, which no cleaned text contains.
const ASTERISK: char = '\u{1}';

/// The deepest indentation that CommonMark does not read as code.
const INDENT: &str = "   ";

/// Protects what CommonMark would misread: the gender star and deep indentation.
fn prepare(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    for line in text.trim_start_matches('\u{feff}').lines() {
        let words = line.trim_start();
        let indent = &line[..line.len() - words.len()];
        out.push_str(if indent.len() > INDENT.len() || indent.contains('\t') { INDENT } else { indent });
        let mut before = None;
        let mut rest = words.chars().peekable();
        while let Some(c) = rest.next() {
            let is_word = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
            out.push(if c == '*' && is_word(before.as_ref()) && is_word(rest.peek()) { ASTERISK } else { c });
            before = Some(c);
        }
        out.push('\n');
    }
    out
}

fn restored(text: &str) -> String {
    text.replace(ASTERISK, "*")
}

/// Collects blocks from the events of the parser.
struct Walk<'t> {
    text: &'t str,
    /// What stands for the end of a line.
    line_end: &'static str,
    lines: LineNumbers,
    out: Vec<Block>,
    open: Option<Block>,
    /// Whether the open block is an item or a footnote whose first paragraph has not begun yet.
    fresh: bool,
    strong: u32,
    emphasis: u32,
    images: u32,
    link: Option<Link>,
    /// The byte ranges of the top-level blocks.
    covered: Vec<Range<usize>>,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str, dialect: Dialect) -> Self {
        let lines = LineNumbers::of(text);
        let line_end = if dialect == Dialect::Extended { "\n" } else { " " };
        Self {
            text,
            line_end,
            lines,
            out: Vec::new(),
            open: None,
            fresh: false,
            strong: 0,
            emphasis: 0,
            images: 0,
            link: None,
            covered: Vec::new(),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strong => self.strong += 1,
            Tag::Image { .. } => self.images += 1,
            Tag::Link { link_type, dest_url, .. } => self.link = Some(self.link(link_type, &dest_url, range.start)),
            Tag::Paragraph if self.fresh => self.fresh = false,
            Tag::Heading { level, .. } => self.open(Kind::Heading(level as u8), range.start),
            Tag::Item => {
                let number = self.number(range.start);
                self.open(Kind::Item(number), range.start);
                self.fresh = true;
            }
            Tag::FootnoteDefinition(label) => {
                self.open(Kind::Note, range.start);
                self.push(&format!("[^{label}]: "), range.start);
                self.fresh = true;
            }
            Tag::CodeBlock(_) => self.open(Kind::Code, range.start),
            Tag::HtmlBlock => self.open(Kind::Html, range.start),
            Tag::TableHead | Tag::TableRow => self.open(Kind::Row, range.start),
            Tag::TableCell if self.open.as_ref().is_some_and(|row| !row.stretches.is_empty()) => self.push(CELL, range.start),
            Tag::TableCell | Tag::Strikethrough => {}
            Tag::Paragraph => self.open(Kind::Paragraph, range.start),
            _ => self.close(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.emphasis -= 1,
            TagEnd::Strong => self.strong -= 1,
            TagEnd::Image => self.images -= 1,
            TagEnd::Link => self.link = None,
            TagEnd::Strikethrough | TagEnd::TableCell => {}
            _ => self.close(),
        }
    }

    fn inline(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Text(text) => self.push(&text, range.start),
            Event::SoftBreak | Event::HardBreak => self.push(self.line_end, range.start),
            Event::Rule => self.close(),
            Event::Code(text) => self.push_as(&text, range.start, |stretch| stretch.code = true),
            Event::InlineHtml(text) | Event::Html(text) => self.push_as(&text, range.start, |stretch| stretch.html = true),
            // Other events need options that are not set, or have no text.
            _ => {}
        }
    }

    fn link(&self, kind: LinkType, address: &str, at: usize) -> Link {
        let scheme = if kind == LinkType::Email { "mailto:" } else { "" };
        Link { address: format!("{scheme}{}", restored(address)), line: self.lines.at(at) }
    }

    /// The number of an item as written, if it has one.
    fn number(&self, at: usize) -> Option<String> {
        let item = self.text[at..].trim_start();
        let digits = item.bytes().take_while(u8::is_ascii_digit).count();
        (digits > 0).then(|| item.get(..digits + 1).unwrap_or_default().to_owned())
    }

    fn open(&mut self, kind: Kind, at: usize) {
        self.close();
        let line = self.lines.at(at);
        let after_blank = line > 1 && self.lines.text(self.text, line - 1).trim().is_empty();
        self.open = Some(Block { kind, line, after_blank, stretches: Vec::new() });
    }

    fn close(&mut self) {
        self.fresh = false;
        self.out.extend(self.open.take().filter(|block| block.stretches.iter().any(|stretch| !stretch.text.trim().is_empty())));
    }

    fn push(&mut self, text: &str, at: usize) {
        self.push_as(text, at, |_| ());
    }

    fn push_as(&mut self, text: &str, at: usize, mark: impl FnOnce(&mut Stretch)) {
        if self.open.is_none() {
            self.open(Kind::Paragraph, at);
        }
        let (strong, emphasis, image) = (self.strong > 0, self.emphasis > 0, self.images > 0);
        let mut stretch = Stretch { text: restored(text), strong, emphasis, image, link: self.link.clone(), code: false, html: false };
        mark(&mut stretch);
        if let Some(block) = &mut self.open {
            block.stretches.push(stretch);
        }
    }

    /// The blocks; in the extended dialect also the lines that no block covers, which are link definitions.
    fn finish(mut self, dialect: Dialect) -> Vec<Block> {
        self.close();
        if dialect == Dialect::Extended {
            let mut covered = std::mem::take(&mut self.covered).into_iter().peekable();
            let mut blocks = std::mem::take(&mut self.out);
            for line in 1..=self.lines.count() {
                let (start, words) = (self.lines.start(line), self.lines.text(self.text, line).trim());
                while covered.next_if(|range| range.end <= start).is_some() {}
                let is_covered = covered.peek().is_some_and(|range| range.start < start + words.len().max(1));
                if !words.is_empty() && !is_covered {
                    self.open(Kind::Note, start);
                    self.push(words, start);
                    self.close();
                }
            }
            blocks.append(&mut self.out);
            blocks.sort_by_key(|block| block.line);
            return blocks;
        }
        self.out
    }
}
