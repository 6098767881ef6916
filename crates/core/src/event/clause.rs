//! The clause of a sentence around a date, which says who did what.

use super::sentence::{LIMIT, Sentence};
use super::stretch::Stretch;
use crate::text::Span;

/// A clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// The words to show.
    pub span: Span,
    /// The segments whose verbs apply to the date, the nearest first.
    pub predicate: Vec<usize>,
    /// The segment on whose verb the clause depends.
    pub governor: Option<usize>,
}

impl Sentence<'_> {
    /// The clause around a time expression; `None` if it is outside of the sentence.
    pub fn clause(&self, time: Span) -> Option<Clause> {
        let at = self.words.iter().position(|word| time.overlaps(word.span))?;
        let kernel = self.segments.iter().position(|segment| (segment.from..segment.to).contains(&at))?;
        // Of a chain like `2022-2023-…`, which can be one word of any length, only the time is shown.
        if self.words[at..].iter().take_while(|word| time.overlaps(word.span)).any(|word| word.span.len() > LIMIT) {
            return Some(Clause { span: time, predicate: vec![kernel], governor: None });
        }
        let found = Stretch::around(self, kernel, time);
        let (from, to) = found.ends();
        let Stretch { predicate, governor, .. } = found;
        Some(Clause { span: self.trim(from, to, time), predicate, governor })
    }
}
