//! Quotations, their kind, and their speaker.

use crate::german::Colour;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How somebody's words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
