//! Events: the clause around each date, whether it happened, is planned or is denied, and which events of several articles are the same.
//!
//! ```
//! use zeitlupe_core::{event::{Mode, events}, text::Document, time};
//! let text = "Der Kreml teilte mit, dass Xi am 15. März 2022 nach Moskau reisen werde.";
//! let document = Document::new(text);
//! let times = time::recognise_in(&document, None, &[]);
//! let found = events(&document, &times, None);
//! assert_eq!(found[0].clause.of(text), "Xi am 15. März 2022 nach Moskau reisen werde");
//! assert_eq!(found[0].mode, Mode::Planned);
//! ```
//!
//! The rules are those of German syntax as school grammars give them: the finite verb is the second constituent of a main clause and the
//! last word of a subordinate one; a comma separates clauses. There is no parser.

mod clause;
mod governed;
mod group;
mod label;
mod mode;
mod range;
mod sentence;
mod stretch;
#[cfg(test)]
mod tests;
mod verb;

pub(crate) use group::MAX_SENTENCE;
pub use group::{ArticleEvents, EventGroup, group_events};
pub use label::label;
pub use mode::Mode;

use crate::day::Day;
use crate::text::{Document, Span};
use crate::time::{Anchor, TimeExpression, TimeKind};
use sentence::Sentence;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use verb::{Word, finite};

/// Which of these tokens of a document, the words of a clause, is a finite verb, if one can hardly be anything else.
pub(crate) fn finite_verb(document: &Document, tokens: impl Iterator<Item = usize>) -> Option<usize> {
    let words: Vec<Word> = tokens.map(|at| Word::new(document, at, false)).collect();
    finite(&words, false).or_else(|| finite(&words, true)).filter(|verb| verb.sure).map(|verb| verb.at)
}

/// Most words examined on each side of a time, for texts without full stops.
const REACH: usize = 120;

/// What a text says about a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Event {
    /// The index of its time in the list of time expressions.
    pub time: u32,
    /// The index of the time at which it ended, if the text gives a range: `von 2005 bis 2013`.
    pub until: Option<u32>,
    /// The clause to show, in bytes of the text, within one sentence. A clause of more than about 160 characters is cut between words.
    pub clause: Span,
    /// Whether it happened, is so, is planned or is denied.
    pub mode: Mode,
}

impl Event {
    /// Its time expression; for a range that from the first to the last day. `times` are those of the text that it was found in.
    pub fn expression(&self, times: &[TimeExpression]) -> Option<TimeExpression> {
        let first = times.get(self.time as usize)?;
        match self.until.and_then(|until| times.get(until as usize)) {
            Some(last) => Some(range::whole(first, last)),
            None => Some(first.clone()),
        }
    }
}

/// An event for every time expression of `document` whose days are known (`earliest`): dates, times of day, and durations that
/// start or end at the publication or at another date. A range of two of them is one event. In the order of `times`.
///
/// `times` are those of [`crate::time::recognise`], in text order; `published` is the first and last day on which the article can have
/// appeared. Never fails: a time outside of every sentence gives no event, a sentence without a verb gives [`Mode::Open`].
pub fn events(document: &Document, times: &[TimeExpression], published: Option<(Day, Day)>) -> Vec<Event> {
    let spans: Vec<Span> = times.iter().map(|time| time.span).collect();
    let mut out = Vec::new();
    let mut read: Option<(Range<usize>, Sentence)> = None;
    let mut times_left = (0..).zip(times).filter(|(_, time)| is_placed(time)).peekable();
    while let Some((number, time)) = times_left.next() {
        let end = times_left.next_if(|(next, last)| *next == number + 1 && range::is_range(document, time, last));
        let (time, until) = (&end.map_or_else(|| time.clone(), |(_, last)| range::whole(time, last)), end.map(|(until, _)| until));
        let Some(range) = tokens_around(document, time.span) else { continue };
        if read.as_ref().is_none_or(|(known, _)| *known != range) {
            let within = |bound: usize| document.tokens().get(bound).map_or(document.text().len() as u32, |token| token.span.start);
            let low = spans.partition_point(|span| span.end <= within(range.start));
            let high = spans.partition_point(|span| span.start < within(range.end));
            read = Some((range.clone(), Sentence::new(document, range, &spans[low..high])));
        }
        let Some((_, sentence)) = &read else { continue };
        if sentence.only_dates(time.span) {
            continue;
        }
        if let Some(phrase) = sentence.phrase(time.span) {
            if !phrase.is_empty {
                out.push(Event { time: number, until, clause: phrase.span, mode: mode::of_phrase(time, published) });
            }
        } else if let Some(said) = sentence.said(time.span) {
            out.push(Event { time: number, until, clause: said, mode: Mode::Past });
        } else if let Some(clause) = sentence.clause(time.span).filter(|clause| sentence.says_more(clause.span, time.span)) {
            out.push(Event { time: number, until, clause: clause.span, mode: mode::mode(sentence, &clause, time, published) });
        }
    }
    out
}

/// The tokens of the sentence that contains `time`, at most [`REACH`] on each side; `None` if no sentence contains it.
fn tokens_around(document: &Document, time: Span) -> Option<Range<usize>> {
    let sentence = document.sentence(document.sentence_at(time.start));
    let tokens = document.tokens();
    let (first, last) = (tokens.get(sentence.start)?, tokens[..sentence.end].last()?);
    let whole = Span { start: first.span.start, end: last.span.end };
    let from = document.token_at(time.start).saturating_sub(REACH);
    let to = document.token_at(time.end) + REACH;
    whole.contains(time).then_some(sentence.start.max(from)..sentence.end.min(to))
}

/// Whether the days of a time are those of something that happened or is planned.
pub(crate) fn is_placed(time: &TimeExpression) -> bool {
    let anchored = match time.kind {
        TimeKind::Date | TimeKind::Time => true,
        TimeKind::Duration => time.anchor != Anchor::None,
        TimeKind::Set => false,
    };
    anchored && time.earliest.is_some()
}
