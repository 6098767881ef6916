//! What articles side by side are made of.

use crate::compare::Version;
use crate::compare::lines::Line;
use crate::text::Span;

/// Most texts that are shown side by side.
pub const MOST_COLUMNS: usize = 4;
/// The length of a text in [`End::from`] and [`End::to`].
pub const WHOLE: u32 = 10_000;

/// Articles side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// The numbers of the articles, from left to right.
    pub reports: Vec<u32>,
    /// From top to bottom; each but the first begins with a passage that stands level in at least two columns.
    pub rows: Vec<Row>,
    /// What connects them, for small drawings: in the order of [`Twin::link`].
    pub ribbons: Vec<Ribbon>,
}

/// A row of the grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// For each article its blocks, in the order of its text; none if it has nothing here.
    pub cells: Vec<Vec<Block>>,
}

/// A stretch of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Who else has it.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
    /// The numbers of its first and last sentence, from 1; `None` for headings.
    pub sentences: Option<(u32, u32)>,
    /// Its lines.
    pub lines: Vec<Line>,
    /// What follows them and can be folded.
    pub rest: Option<Rest>,
}

/// The rest of a long block that only one article has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest {
    /// Its lines.
    pub lines: Vec<Line>,
    /// The number of its sentences.
    pub sentences: u32,
    /// The number of its words.
    pub words: u32,
    /// Its first heading.
    pub heading: Option<Span>,
}

/// Who has a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Others of the articles shown.
    Shared(Shared),
    /// No other article shown, but these.
    Elsewhere(Vec<Version>),
    /// Nobody else.
    Alone,
}

/// A block that another article has, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The number of the passage in [`crate::compare::Comparison::passages`].
    pub passage: u32,
    /// Whether the words are the same, apart from their spelling.
    pub is_verbatim: bool,
    /// Its counterparts, from left to right.
    pub twins: Vec<Twin>,
    /// Where articles have it that are not shown.
    pub also: Vec<Version>,
}

/// A counterpart of a block in another column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twin {
    /// What connects the two, the same number at both ends: the index of a ribbon.
    pub link: u32,
    /// The column.
    pub column: u32,
    /// Where the passage stands there.
    pub span: Span,
    /// The number of the sentence in which it begins there; `None` in a heading.
    pub sentence: Option<u32>,
}

/// Two stretches that two articles share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ribbon {
    /// The number of the passage in [`crate::compare::Comparison::passages`].
    pub passage: u32,
    /// Whether the words are the same, apart from their spelling.
    pub is_verbatim: bool,
    /// Whether the two stand level; else the passage changed its place.
    pub is_level: bool,
    /// Its ends, the left one first.
    pub ends: [End; 2],
}

/// A stretch as a part of its text, whose length is [`WHOLE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// The column.
    pub column: u32,
    /// Its beginning.
    pub from: u32,
    /// Its end.
    pub to: u32,
}
