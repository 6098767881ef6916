//! Headings, paragraphs and list items, with their lines.

use super::target::target;
use crate::commonmark::{self, Dialect, Stretch, blocks};
use zeitlupe_core::prose::{Piece, Style};

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A heading, with its level.
    Heading(u8),
    Paragraph,
    /// A list item; whether it has a number.
    Item(bool),
}

/// A heading, a paragraph, or an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// The line on which it begins, from 1.
    pub line: u32,
    pub kind: Kind,
    pub pieces: Vec<Piece>,
}

/// The most digits in the number of an item; a longer number is a year that begins a sentence.
const MAX_DIGITS: usize = 3;

/// The parts of a text, in order.
pub(crate) fn parts(text: &str) -> Vec<Part> {
    blocks(text, Dialect::Common).into_iter().map(part).collect()
}

fn part(block: commonmark::Block) -> Part {
    use commonmark::Kind as Read;
    let mut pieces = Vec::new();
    let kind = match &block.kind {
        Read::Heading(level) => Kind::Heading(*level),
        Read::Item(Some(number)) if number.len() > MAX_DIGITS + 1 => {
            pieces.push(Piece::plain(&format!("{number} ")));
            Kind::Paragraph
        }
        Read::Item(number) => Kind::Item(number.is_some()),
        Read::Paragraph | Read::Code | Read::Html | Read::Row | Read::Note => Kind::Paragraph,
    };
    let is_code = block.kind == Read::Code;
    block.stretches.iter().for_each(|stretch| push(&mut pieces, stretch, is_code));
    Part { line: block.line, kind, pieces: trimmed(pieces) }
}

/// Adds a stretch to the last piece, or as a new piece if its style or link differs.
fn push(out: &mut Vec<Piece>, stretch: &Stretch, is_code: bool) {
    let style = match stretch {
        _ if is_code => Style::Code,
        Stretch { code: true, .. } => Style::Code,
        Stretch { strong: true, .. } => Style::Strong,
        Stretch { emphasis: true, .. } => Style::Emphasis,
        Stretch { .. } => Style::Plain,
    };
    let link = stretch.link.as_ref().and_then(|link| target(&link.address));
    let text = stretch.text.replace('\n', " ");
    match out.last_mut() {
        Some(last) if last.style == style && last.link == link => last.text.push_str(&text),
        _ if text.is_empty() => {}
        _ => out.push(Piece { text, style, link }),
    }
}

/// Trims the white space at both ends.
fn trimmed(mut pieces: Vec<Piece>) -> Vec<Piece> {
    if let Some(first) = pieces.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    if let Some(last) = pieces.last_mut() {
        last.text = last.text.trim_end().to_owned();
    }
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}
