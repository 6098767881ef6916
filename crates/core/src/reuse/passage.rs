//! A passage that two texts share.

use crate::text::Span;

/// How the words of a piece differ between two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The same words.
    Same,
    /// The same words in another spelling.
    Spelling,
    /// Another form of the same word: `gewesen`, `gewesenen`.
    Form,
    /// Other words.
    Changed,
    /// Words that only the first text has.
    OnlyA,
    /// Words that only the second text has.
    OnlyB,
}

impl Kind {
    /// The word for it in exported data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Spelling => "spelling",
            Self::Form => "form",
            Self::Changed => "changed",
            Self::OnlyA => "only-a",
            Self::OnlyB => "only-b",
        }
    }

    /// Whether the words are the same, in whatever spelling.
    pub fn is_same(self) -> bool {
        matches!(self, Self::Same | Self::Spelling)
    }
}

/// A piece of a passage: words next to each other in both texts, all of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// How they differ.
    pub kind: Kind,
    /// The words in the first text; empty, at the place where they are missing, if it has none.
    pub a: Span,
    /// The words in the second text.
    pub b: Span,
    /// The number of words in each.
    pub words: (u32, u32),
    /// Whether some of them have a meaning of their own, unlike articles, pronouns or prepositions.
    pub content: bool,
}

/// A passage that two texts share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands in the first text, from the first to the last word.
    pub a: Span,
    /// Where it stands in the second text.
    pub b: Span,
    /// Its words, piece by piece, without gaps.
    pub pieces: Vec<Piece>,
}

impl Passage {
    /// Whether the words are the same in both texts, apart from their spelling.
    pub fn is_verbatim(&self) -> bool {
        self.pieces.iter().all(|piece| piece.kind.is_same())
    }

    /// The number of words that both texts have.
    pub fn common(&self) -> u32 {
        self.pieces.iter().filter(|piece| piece.kind.is_same()).map(|piece| piece.words.0).sum()
    }
}
