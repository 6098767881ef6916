//! Dates and times in German text, with TIMEX3 values.
//!
//! ```
//! let text = "Der Gipfel begann am 4. Februar 2022.";
//! let times = zeitlupe_core::time::recognise(text, None);
//! assert_eq!((times[0].span.of(text), times[0].value.as_str()), ("4. Februar 2022", "2022-02-04"));
//! ```

mod compound;
mod granularity;
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
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

impl TimeKind {
    /// `DATE`, `TIME`, `DURATION`, `SET`, as TIMEX3 calls them.
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
    /// It says everything itself.
    Explicit,
    /// The publication date.
    Publication,
    /// A date named before in the text.
    Focus,
    /// Nothing: it stays unresolved or vague.
    None,
    /// The publication date, which is itself concluded from passages that the article shares with another one.
    Article,
}

impl Anchor {
    /// `explicit`, `publication`, `focus`, `none`, `article`.
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

/// Which way from the anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Toward {
    /// Into the past; the anchor's own day counts.
    Back,
    /// Into the future; the anchor's own day counts.
    Ahead,
}

/// Why an expression points where it does, or why nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reason {
    /// It says everything itself: `4. Februar 2022`, `Ende 2019`.
    Said,
    /// The sentence names the year.
    Year,
    /// The weekday that stands with it falls on that date in this year only.
    Weekday,
    /// The nearest one that the tense of the clause allows.
    Tense(Toward),
    /// A word of its own tells: `heute`, `vergangenen Freitag`, `nächste Woche`, `Vorjahr`.
    Word,
    /// The nearest one; no other cue was needed, or there is none.
    Near,
    /// Nothing tells the direction: a weekday without a verb is taken for the coming one.
    Coming,
    /// Counted from the anchor: `vor zwei Jahren`, `am Tag danach`, `in den vergangenen zwei Jahrzehnten`.
    Counted,
    /// The day of the anchor itself: a time of day without a day, `am selben Tag`.
    SameDay,
    /// The running week, month, quarter or year of the anchor: `Ende des Jahres`, `im dritten Quartal`.
    Running,
    /// It says nothing certain by itself: `in Kürze`, `damals`, `seit Wochen`.
    Vague,
    /// A length of time that points nowhere.
    Length,
    /// It recurs, or holds on several days.
    Recurs,
    /// It is relative, and nothing is known to see it from.
    Unanchored,
    /// The calendar has no such day: `29. Februar 2022`.
    NoSuchDay,
}

impl Reason {
    /// `said`, `year`, `weekday`, `tense`, `word`, `near`, `coming`, `counted`, `same-day`, `running`, `vague`, `length`, `recurs`,
    /// `unanchored`, `no-such-day`.
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
    /// First and last day of the anchor that it was resolved against: the days on which the article may have appeared,
    /// or the date named before; `None` where it says everything itself or stays open.
    pub seen_from: Option<(Day, Day)>,
    /// Why it points there.
    pub reason: Reason,
}
