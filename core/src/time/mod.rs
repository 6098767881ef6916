//! Dates and times in German text, with TIMEX3 values.

mod compound;
mod day;
mod guard;
pub mod holiday;
mod item;
pub mod lexicon;
pub mod meaning;
pub mod pattern;
mod recognise;
mod resolve;
mod rules;
mod tense;
#[cfg(test)]
mod tests;
mod words;

pub use day::Day;
pub use recognise::{recognise, recognise_with};

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// The four kinds of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TimeKind {
    /// A day, month, year, season, or a vague reference to one.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// What an expression was resolved against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Anchor {
    /// It says everything itself.
    Explicit,
    /// The publication date.
    Publication,
    /// A date named before in the text.
    Focus,
    /// Nothing: it stays unresolved or vague.
    None,
}

/// A date, time, duration or set that the text names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeExpression {
    /// Where it stands, without its preposition.
    pub span: Span,
    /// Its TIMEX3 type.
    pub kind: TimeKind,
    /// Its TIMEX3 value; empty where it cannot be resolved.
    pub value: String,
    /// First day that it can mean.
    pub earliest: Option<Day>,
    /// Last day that it can mean.
    pub latest: Option<Day>,
    /// What it was resolved against.
    pub anchor: Anchor,
}
