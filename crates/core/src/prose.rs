//! Pages of text: the fixed pages, and what a publisher adds to the articles.
//!
//! ```
//! use zeitlupe_core::prose::{Block, Piece, plain};
//! let block = Block::Paragraph(vec![Piece::plain("Suchen Sie "), Piece { link: Some("#/suche?q=Gas".into()), ..Piece::plain("Gas") }]);
//! let Block::Paragraph(pieces) = &block else { panic!() };
//! assert_eq!(plain(pieces), "Suchen Sie Gas");
//! ```

use serde::{Deserialize, Serialize};

/// How a stretch of words is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Style {
    /// Like the rest.
    #[default]
    Plain,
    /// Strong, also where it is emphasised, too.
    Strong,
    /// Emphasised.
    Emphasis,
    /// Code.
    Code,
}

/// Words that are set in one way and lead to one place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// How they are set.
    pub style: Style,
    /// Where they lead: `#/…`, or an address of the web (`https:`, `http:`) or of mail (`mailto:`).
    pub link: Option<String>,
}

impl Piece {
    /// Words that are set like the rest and lead nowhere.
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

/// The words of some pieces, without style and links.
pub fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// The fixed pages in one language. Each begins with its title, a heading of level 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages {
    /// What this is and how to search.
    pub about: Vec<Block>,
    /// How often the analysis errs.
    pub limits: Vec<Block>,
    /// What is transferred, and what is not.
    pub privacy: Vec<Block>,
    /// Who can use it, and what does not work.
    pub access: Vec<Block>,
}
