//! Formatted text: the fixed pages, and what a publisher adds to the articles.
//!
//! ```
//! use zeitlupe_core::prose::{Block, Piece, plain};
//! let block = Block::Paragraph(vec![Piece::plain("Suchen Sie "), Piece { link: Some("#/suche?q=Gas".into()), ..Piece::plain("Gas") }]);
//! let Block::Paragraph(pieces) = &block else { panic!() };
//! assert_eq!(plain(pieces), "Suchen Sie Gas");
//! ```

use serde::{Deserialize, Serialize};

/// The style of a piece of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Style {
    /// Plain text.
    #[default]
    Plain,
    /// Strong, whether emphasised or not.
    Strong,
    /// Emphasised.
    Emphasis,
    /// Code.
    Code,
}

/// Text with one style and at most one link.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Their style.
    pub style: Style,
    /// The link: `#/…`, or a web (`https:`, `http:`) or mail address (`mailto:`).
    pub link: Option<String>,
}

impl Piece {
    /// Plain text without a link.
    pub fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading of level 1 to 3.
    Heading(u8, Vec<Piece>),
    /// A paragraph.
    Paragraph(Vec<Piece>),
    /// A list, and whether it is numbered.
    List(bool, Vec<Vec<Piece>>),
}

/// The text of some pieces, without style and links.
pub fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// The fixed pages in one language. Each begins with its title, a heading of level 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages {
    /// What this is, and how to search.
    pub about: Vec<Block>,
    /// The error rates of the analysis.
    pub limits: Vec<Block>,
    /// Which data is transferred.
    pub privacy: Vec<Block>,
    /// Accessibility.
    pub access: Vec<Block>,
}
