//! The clause of a sentence around a date, which says who did what.

use super::sentence::{LIMIT, Sentence};
use super::stretch::Stretch;
use crate::german::{DETERMINERS, PREPOSITIONS};
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

/// Verbs of saying whose clause is about nothing else.
const SAYING: &str = "sagte sagten sagt teilte teilten teilt erklärte erklärten berichtete berichteten berichtet meldete meldeten meldet betonte \
    bestätigte bestätigten mitteilte mitteilten mitteilt hieß schrieb schrieben ankündigte verlautete bekanntgab angab hervorging \
    bekannt sagen äußerte erläuterte informierte";

impl Sentence<'_> {
    /// Whether a clause says more of a time than that something was said, and has more words than the time and those that go with every noun.
    pub fn says_more(&self, clause: Span, time: Span) -> bool {
        let inside = self.words.iter().filter(|word| clause.contains(word.span) && !time.overlaps(word.span));
        let mut told = inside.filter(|word| !word.punctuation && !word.time && !word.is_in(&PREPOSITIONS) && !word.is_in(&DETERMINERS));
        told.next().is_some() && !self.only_says(time)
    }

    /// Whether the clause around a time says nothing but that something was said: `wie Peskow am Freitag mitteilte`, `das teilte er am Montag mit`.
    fn only_says(&self, time: Span) -> bool {
        let Some(segment) = self
            .segments
            .iter()
            .find(|segment| self.words[segment.from].span.start <= time.start && time.end <= self.words[segment.to - 1].span.end)
        else {
            return false;
        };
        let words = &self.words[segment.from..segment.to];
        let says = words.iter().any(|word| word.is_one_of(SAYING));
        let opens = |few: &str| words.first().is_some_and(|word| word.is_one_of(few));
        let more = self.segments.iter().any(|other| other.from >= segment.to);
        match segment.verb {
            _ if opens("wie") => says,
            Some(verb) if opens("das dies so darüber davon") && verb.at == segment.from + 1 => says && !more,
            _ => false,
        }
    }

    /// What somebody said at a time, after a colon: `Berger sagte am Mittwoch: „Wir bleiben“`.
    pub fn said(&self, time: Span) -> Option<Span> {
        let at = self
            .segments
            .iter()
            .position(|segment| self.words[segment.from].span.start <= time.start && time.end <= self.words[segment.to - 1].span.end)?;
        let (segment, next) = (&self.segments[at], self.segments.get(at + 1)?);
        let says = segment.verb.is_some_and(|verb| self.words[verb.at].is_one_of(SAYING));
        let colon = self.words[segment.to..next.from].iter().any(|word| word.lower == ":");
        if !(says && colon && next.hard) {
            return None;
        }
        let last = (at + 1..self.segments.len()).take_while(|&last| self.length(next.from, self.segments[last].to) <= LIMIT).last()?;
        Some(Span { start: self.words[next.from].span.start, end: self.words[self.segments[last].to - 1].span.end })
    }

    /// The clause around a time expression; `None` if it is outside of the sentence, or within a word longer than a clause, as `2022-2023-…` can be.
    pub fn clause(&self, time: Span) -> Option<Clause> {
        let at = self.words.iter().position(|word| time.overlaps(word.span))?;
        let kernel = self.segments.iter().position(|segment| (segment.from..segment.to).contains(&at))?;
        if self.words[at..].iter().take_while(|word| time.overlaps(word.span)).any(|word| word.span.len() > LIMIT) {
            return None;
        }
        let found = Stretch::around(self, kernel, time);
        let (from, to) = found.ends();
        let Stretch { predicate, governor, .. } = found;
        Some(Clause { span: self.trim(from, to, time), predicate, governor })
    }
}
