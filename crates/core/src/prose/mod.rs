//! A small Markdown for pages of plain words: our own, and those that lie beside the articles.
//!
//! Headings, paragraphs, lists, links, strong words, emphasis and code; everything else is text. Nothing of it is ever HTML.
//!
//! ```
//! use zeitlupe_core::prose::{Block, Piece, read};
//! let blocks = read("## Erstens\n\nSuchen Sie [Gas](#/suche?q=Gas).");
//! assert_eq!(blocks[0], Block::Heading(2, vec![Piece::plain("Erstens")]));
//! let Block::Paragraph(pieces) = &blocks[1] else { panic!() };
//! assert_eq!((pieces[1].text.as_str(), pieces[1].link.as_deref()), ("Gas", Some("#/suche?q=Gas")));
//! ```

mod inline;
pub mod pages;
mod parts;

pub use inline::pieces;
pub(crate) use parts::{Kind, Part, parts};

use serde::{Deserialize, Serialize};

/// How a stretch of words is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Style {
    /// Like the rest.
    #[default]
    Plain,
    /// `**strong**`, also where it is emphasised, too.
    Strong,
    /// `*emphasis*`.
    Emphasis,
    /// `` `code` ``.
    Code,
}

/// Words that are set in one way and lead to one place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// How they are set.
    pub style: Style,
    /// Where they lead: `#/…`, or an address of the web or of mail; see [`target`].
    pub link: Option<String>,
}

impl Piece {
    /// Words without anything.
    pub fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading of level 1 to 3; deeper ones are of level 3.
    Heading(u8, Vec<Piece>),
    /// A paragraph.
    Paragraph(Vec<Piece>),
    /// A list; numbered or not, as its first item is.
    List(bool, Vec<Vec<Piece>>),
}

/// The words of some pieces without their looks.
pub fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// Reads a text. Never fails: what is no Markdown is text.
pub fn read(text: &str) -> Vec<Block> {
    blocks(&parts(text))
}

/// Puts items that follow each other into lists.
pub(crate) fn blocks(parts: &[Part]) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    for part in parts {
        let pieces = pieces(&part.text);
        match (part.kind, out.last_mut()) {
            (Kind::Heading(level), _) => out.push(Block::Heading(level.min(3), pieces)),
            (Kind::Paragraph, _) => out.push(Block::Paragraph(pieces)),
            (Kind::Item(numbered), Some(Block::List(open, items))) if *open == numbered => items.push(pieces),
            (Kind::Item(numbered), _) => out.push(Block::List(numbered, vec![pieces])),
        }
    }
    out
}

/// All links into the room (`#/…`) of a text, each with its line, from 1.
pub fn links(text: &str) -> Vec<(u32, String)> {
    let of = |(line, text): (u32, &str)| {
        let inside = pieces(text).into_iter().filter_map(|piece| piece.link).filter(|link| link.starts_with("#/"));
        let mut links: Vec<(u32, String)> = inside.map(|link| (line, link)).collect();
        // A link whose words are set in two ways is two pieces.
        links.dedup();
        links
    };
    (1..).zip(text.lines()).flat_map(of).collect()
}

/// What may become a link: a state of the room (`#/…`), and of an address on the web that holds one only that state, as it may have been
/// copied from another place where the room lies; other addresses of the web; addresses of mail. `None` for anything else.
pub fn target(written: &str) -> Option<String> {
    let written = written.split_whitespace().next()?;
    let begins = |scheme: &str| written.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let on_the_web = begins("https://") || begins("http://");
    match written.find("#/") {
        Some(at) if at == 0 || on_the_web => Some(written[at..].to_owned()),
        _ => (on_the_web || begins("mailto:")).then(|| written.to_owned()),
    }
}

#[cfg(test)]
mod tests;
