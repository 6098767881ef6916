//! Dates and times in German text, with TIMEX3 values.
//!
//! Relative expressions (`am Donnerstag`, `im Vorjahr`) are resolved against the date of publication or a date named earlier in the text.
//!
//! ```
//! let text = "Der Gipfel begann am 4. Februar 2022.";
//! let times = zeitlupe_core::time::recognise(text, None);
//! assert_eq!((times[0].span.of(text), times[0].value.as_str()), ("4. Februar 2022", "2022-02-04"));
//! ```

mod compound;
mod granularity;
mod guard;
mod hit;
pub mod holiday;
mod item;
pub mod lexicon;
pub mod meaning;
pub mod pattern;
mod recognise;
mod resolve;
mod resolver;
mod rules;
mod tense;
#[cfg(test)]
mod tests;
mod words;

pub use granularity::Granularity;
pub use recognise::{recognise, recognise_in};

use crate::day::Day;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// The four kinds of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TimeKind {
    /// A day, month, year, season, or a vague reference to one.
    Date,
    /// A time of day.
    Time,
    /// A duration.
    Duration,
    /// A recurring time.
    Set,
}

impl TimeKind {
    /// The TIMEX3 name: `DATE`, `TIME`, `DURATION` or `SET`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// What an expression was resolved against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Anchor {
    /// Nothing: it is complete.
    Explicit,
    /// The publication date.
    Publication,
    /// A date named earlier in the text.
    Focus,
    /// Nothing: it is unresolved or vague.
    None,
    /// The publication date, which was itself inferred from passages shared with another article.
    Article,
}

impl Anchor {
    /// Stored name: `explicit`, `publication`, `focus`, `none` or `article`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Publication => "publication",
            Self::Focus => "focus",
            Self::None => "none",
            Self::Article => "article",
        }
    }
}

/// A direction from the anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Toward {
    /// Into the past, including the anchor's own day.
    Back,
    /// Into the future, including the anchor's own day.
    Ahead,
}

/// Why an expression was resolved as it was, or why not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reason {
    /// It is complete: `4. Februar 2022`, `Ende 2019`.
    Said,
    /// The year is named before it in the sentence, or is the one that the paragraph is about.
    Year,
    /// The weekday given with it fits the date only in this year.
    Weekday,
    /// The nearest one that the tense of the clause allows.
    Tense(Toward),
    /// It says so itself: `heute`, `vergangenen Freitag`, `nächste Woche`, `Vorjahr`.
    Word,
    /// The nearest one; there is no other cue, or none is needed.
    Near,
    /// The coming one, as nothing indicates the direction: a weekday without a verb.
    Coming,
    /// Counted from the anchor: `vor zwei Jahren`, `am Tag danach`, `in den vergangenen zwei Jahrzehnten`.
    Counted,
    /// The day of the anchor itself: a time of day without a day, `am selben Tag`.
    SameDay,
    /// The current week, month, quarter or year of the anchor: `Ende des Jahres`, `im dritten Quartal`.
    Running,
    /// It is vague: `in Kürze`, `damals`, `seit Wochen`.
    Vague,
    /// A duration without beginning or end.
    Length,
    /// It recurs, or applies to several days.
    Recurs,
    /// It is relative, and no anchor is known.
    Unanchored,
    /// The calendar has no such day: `29. Februar 2022`.
    NoSuchDay,
}

impl Reason {
    /// Stored name: `said`, `year`, `weekday`, `tense`, `word`, `near`, `coming`, `counted`, `same-day`, `running`, `vague`, `length`, `recurs`,
    /// `unanchored` or `no-such-day`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Year => "year",
            Self::Weekday => "weekday",
            Self::Tense(_) => "tense",
            Self::Word => "word",
            Self::Near => "near",
            Self::Coming => "coming",
            Self::Counted => "counted",
            Self::SameDay => "same-day",
            Self::Running => "running",
            Self::Vague => "vague",
            Self::Length => "length",
            Self::Recurs => "recurs",
            Self::Unanchored => "unanchored",
            Self::NoSuchDay => "no-such-day",
        }
    }
}

/// A date, time, duration or recurring time in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeExpression {
    /// Its span in bytes, without its preposition.
    pub span: Span,
    /// Its TIMEX3 type.
    pub kind: TimeKind,
    /// Its TIMEX3 value; empty if it cannot be resolved.
    pub value: String,
    /// First possible day.
    pub earliest: Option<Day>,
    /// Last possible day.
    pub latest: Option<Day>,
    /// What it was resolved against.
    pub anchor: Anchor,
    /// First and last day of its anchor: when the article may have appeared, or the date named earlier; `None` if it is complete or unresolved.
    pub anchor_days: Option<(Day, Day)>,
    /// Why it was resolved to these days, or not at all.
    pub reason: Reason,
}
