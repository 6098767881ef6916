//! Events: the clause around a date, whether it tells of what was, is, will be or was denied; and which events of several articles are one.
//!
//! ```
//! use zeitlupe_core::{event::{Mode, events}, text::sentences, time};
//! let text = "Der Kreml teilte mit, dass Xi am 15. März 2022 nach Moskau reisen werde.";
//! let times = time::recognise(text, None);
//! let found = events(text, &sentences(text), &times, None);
//! assert_eq!(found[0].clause.of(text), "Xi am 15. März 2022 nach Moskau reisen werde");
//! assert_eq!(found[0].mode, Mode::Planned);
//! ```
//!
//! The rules are those of German syntax as school grammars give them: the finite verb is the second constituent of a main clause and the
//! last word of a subordinate one; a comma parts clauses. There is no parser: what the rules do not see, they leave as it stands.

mod clause;
mod gather;
mod mode;
#[cfg(test)]
mod tests;
mod verb;

pub use gather::{Gathered, Told, gather};

use crate::day::Day;
use crate::text::{Span, tokens};
use crate::time::{Anchor, TimeExpression, TimeKind};
use clause::Sentence;
use serde::{Deserialize, Serialize};

/// Words on each side of a time that are looked at where a sentence has no end.
const REACH: usize = 120;

/// Whether a clause tells of what was, is or will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// It happened, or is said to have happened.
    Past,
    /// It is so at the time of the publication.
    Present,
    /// It is to come: `wird`, `soll`, `plant`, or a day after the publication.
    Planned,
    /// It is said not to be so: negated, denied, or told as what would have been.
    Denied,
    /// No finite verb tells, as in most headlines.
    Open,
}

/// What a text says of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Event {
    /// The time, by its place in the list of time expressions.
    pub time: u32,
    /// The words to show, in bytes of the text, within the sentence; about 160 characters at most, cut between words where that is less
    /// than the clause.
    pub clause: Span,
    /// Whether it was, is, or will be.
    pub mode: Mode,
}

/// An event for every time expression of `text` that has a place in time (`earliest`): dates, times of day, and lengths of time that start
/// or end at the publication or at another date. In the order of `times`.
///
/// `sentences` are those of [`crate::text::sentences`], `times` those of [`crate::time::recognise`], both in order of place; `published` is the
/// first and last day on which the article can have appeared. Works on any text: a time outside of every sentence gives no event,
/// a sentence without a verb gives its words with [`Mode::Open`].
pub fn events(text: &str, sentences: &[Span], times: &[TimeExpression], published: Option<(Day, Day)>) -> Vec<Event> {
    let tokens = tokens(text);
    let spans: Vec<Span> = times.iter().map(|time| time.span).collect();
    let mut out = Vec::new();
    let mut read: Option<((usize, usize), Sentence)> = None;
    for (number, time) in (0..).zip(times).filter(|(_, time)| is_placed(time)) {
        let at = sentences.partition_point(|sentence| sentence.end <= time.span.start);
        let Some(sentence) = sentences.get(at).filter(|sentence| sentence.contains(time.span)) else { continue };
        let place = |byte: u32| tokens.partition_point(|token| token.span.start < byte);
        let around = (place(time.span.start).saturating_sub(REACH), place(time.span.end) + REACH);
        let range = (place(sentence.start).max(around.0), place(sentence.end).min(around.1));
        if read.as_ref().is_none_or(|(known, _)| *known != range) {
            let within = |bound: usize| tokens.get(bound).map_or(text.len() as u32, |token| token.span.start);
            let (low, high) =
                (spans.partition_point(|span| span.end <= within(range.0)), spans.partition_point(|span| span.start < within(range.1)));
            read = Some((range, Sentence::new(text, &tokens[range.0..range.1], &spans[low..high])));
        }
        if let Some((_, sentence)) = &read
            && let Some(clause) = sentence.clause(time.span)
        {
            out.push(Event { time: number, clause: clause.span, mode: mode::mode(sentence, &clause, time, published) });
        }
    }
    out
}

fn is_placed(time: &TimeExpression) -> bool {
    let anchored = match time.kind {
        TimeKind::Date | TimeKind::Time => true,
        TimeKind::Duration => time.anchor != Anchor::None,
        TimeKind::Set => false,
    };
    anchored && time.earliest.is_some()
}
