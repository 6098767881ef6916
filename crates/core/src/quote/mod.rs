//! Quotations and reported speech: what somebody said, word for word or not, and who.
//!
//! ```
//! use zeitlupe_core::{entity, quote::{QuoteKind, quotes}, text::Document};
//! let text = "„Das ist falsch“, sagte Olaf Scholz. Er habe davon nichts gewusst.";
//! let document = Document::new(text);
//! let names = entity::recognise_in(&document, None);
//! let found = quotes(&document, &names);
//! assert_eq!((found[0].span.of(text), found[0].kind), ("Das ist falsch", QuoteKind::Direct));
//! assert_eq!(found[0].speaker.expect("somebody said it").span.of(text), "Olaf Scholz");
//! assert_eq!((found[1].span.of(text), found[1].kind), ("Er habe davon nichts gewusst.", QuoteKind::Indirect));
//! ```
//!
//! The rules are those of German syntax: where the subject of a verb of speech stands, what a clause of content begins with, and the
//! subjunctive of reported speech. There is no parser.

mod act;
mod direct;
mod frame;
mod marks;
mod phrase;
mod report;
mod story;
#[cfg(test)]
mod tests;

use crate::entity::Mention;
use crate::german::Colour;
use crate::text::{Document, Span};
use story::Story;

/// How somebody's words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuoteKind {
    /// Somebody's words in quotation marks, however few.
    Direct,
    /// A term, title or name in quotation marks, with which nobody is quoted.
    Scare,
    /// What somebody said, in the words of the report: `sagte, dass …`, `laut …`, the subjunctive.
    Indirect,
    /// That somebody said something, told in summary: `forderte ein Ende der …`.
    Reported,
}

impl QuoteKind {
    /// The word for it in exported data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Scare => "scare",
            Self::Indirect => "indirect",
            Self::Reported => "reported",
        }
    }
}

/// Who says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The words of the text that name the source: a name, a description, or a pronoun.
    pub span: Span,
    /// The words to which a pronoun refers; the same as `span` for everything else.
    pub full: Span,
    /// The number of the name that the source is, among the names of the text; `None` for a source without a name.
    pub mention: Option<u32>,
}

/// The verb that says how somebody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeechVerb {
    /// Where it stands, without a separate prefix.
    pub span: Span,
    /// How it presents what was said.
    pub colour: Colour,
}

/// A quotation or a stretch of reported speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words, without quotation marks around them.
    pub span: Span,
    /// How they are given.
    pub kind: QuoteKind,
    /// Who says them; `None` where the text does not make it clear.
    pub speaker: Option<Speaker>,
    /// The verb that introduces them, if there is one.
    pub verb: Option<SpeechVerb>,
}

/// The quotations and the reported speech of a text, sorted by their place; quotations can be parts of reported speech.
///
/// `names` are those of [`crate::entity::recognise`], in text order. Never fails.
pub fn quotes(document: &Document, names: &[Mention]) -> Vec<Quote> {
    let marked = marks::marked(document);
    let mut story = Story::new(document, names, &marked);
    for frame in &frame::frames(document, &marked) {
        story.read(frame);
    }
    story.finish()
}
