//! Markdown for pages of text: the fixed pages, tasks, tours and imprint.
//!
//! Headings, paragraphs, lists, links, strong, emphasis and code are supported; everything else, HTML included, is plain text.
//!
//! ```
//! use zeitlupe_core::prose::{Block, Piece};
//! let blocks = zeitlupe_ingest::prose::read("## Erstens\n\nSuchen Sie [Gas](#/suche?q=Gas).");
//! assert_eq!(blocks[0], Block::Heading(2, vec![Piece::plain("Erstens")]));
//! let Block::Paragraph(pieces) = &blocks[1] else { panic!() };
//! assert_eq!((pieces[1].text.as_str(), pieces[1].link.as_deref()), ("Gas", Some("#/suche?q=Gas")));
//! ```

mod parts;
mod target;
#[cfg(test)]
mod tests;

pub(crate) use parts::{Kind, Part, parts};
use target::target;

use crate::commonmark::{self, Dialect};
use zeitlupe_core::prose::Block;

/// Reads a text. Never fails: what is not Markdown is plain text.
pub fn read(text: &str) -> Vec<Block> {
    blocks(parts(text))
}

/// Groups consecutive items into lists.
pub(crate) fn blocks(parts: impl IntoIterator<Item = Part>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    for Part { kind, pieces, .. } in parts {
        match (kind, out.last_mut()) {
            (Kind::Heading(level), _) => out.push(Block::Heading(level.min(3), pieces)),
            (Kind::Paragraph, _) => out.push(Block::Paragraph(pieces)),
            (Kind::Item(numbered), Some(Block::List(open, items))) if *open == numbered => items.push(pieces),
            (Kind::Item(numbered), _) => out.push(Block::List(numbered, vec![pieces])),
        }
    }
    out
}

/// All links into the room (`#/…`) of a text, each with its line, from 1.
pub(crate) fn links(text: &str) -> Vec<(u32, String)> {
    let blocks = commonmark::blocks(text, Dialect::Common);
    let links = blocks.into_iter().flat_map(|block| block.stretches).filter_map(|stretch| stretch.link);
    let inside = links.filter_map(|link| Some((link.line, target(&link.address).filter(|target| target.starts_with("#/"))?)));
    let mut out: Vec<(u32, String)> = inside.collect();
    // A link whose text has two styles is two stretches.
    out.dedup();
    out
}
