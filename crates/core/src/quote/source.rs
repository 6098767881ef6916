//! Words in a frame that name a source: after a preposition, after `so`, in a passive.

use super::phrase::Phrases;
use crate::entity::{EntityKind, Form};
use crate::german::{is_noun_of_speech, leading_weekday};
use std::ops::Range;

impl<'d> Phrases<'d> {
    /// The person or body whose opinion a clause gives: `Für Müller ist das …`, `hält X für …`.
    pub fn opinion(&self, units: Range<usize>) -> Option<Range<usize>> {
        units
            .clone()
            .find(|&at| self.unit(at).is_some_and(|unit| unit.is_one_of("ist sind war waren hält bleibt bedeutet wäre sei seien")))?;
        let at = units.clone().find(|&at| self.word(at) == "für")?;
        let source = self.source(at, units.end)?;
        let person = self.names_in(source.clone()).any(|name| matches!(self.names[name].kind, EntityKind::Per | EntityKind::Org));
        person.then_some(source)
    }

    /// Whom somebody cites: the last person's name among these units, or an object.
    pub fn quoted_person(&self, units: Range<usize>) -> Option<Range<usize>> {
        if let Some(name) =
            self.names_in(units.clone()).rev().find(|&name| self.names[name].kind == EntityKind::Per && self.names[name].form == Form::Name)
        {
            let from = units.clone().find(|&at| self.frame.units[at].span.end > self.names[name].span.start)?;
            return Some(from..self.end(from, units.end));
        }
        let object = units.clone().find(|&at| self.frame.units[at].is_one_of("einen den"))?;
        self.noun_after(object, units.end).map(|_| object..self.end(object, units.end))
    }

    /// The phrase after `von` in a passive clause, or the medium after `in`.
    pub fn agent(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let there = (from..end).find(|&at| matches!(self.word(at), "darin" | "dort"));
        let relative = || (self.word(from) == "in" && self.is_relative(from)).then(|| self.antecedent(from)).flatten();
        self.after_von(from, end).or_else(|| there.map(|at| at..at + 1)).or_else(relative).or_else(|| {
            let medium = self.document_named(from, end)?;
            let noun = medium.clone().rev().find(|&at| self.unit(at).is_some_and(|unit| unit.is_capital() || unit.quote().is_some()))?;
            let body = self.names_in(noun..noun + 1).any(|name| self.names[name].kind == EntityKind::Org);
            (body || self.frame.units[noun].quote().is_some() || is_noun_of_speech(self.word(noun))).then_some(medium)
        })
    }

    /// The phrase after `von`.
    pub fn after_von(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let von = (from..end).find(|&at| matches!(self.word(at), "von" | "vom" | "durch"))?;
        let noun = if self.unit(von + 1)?.is_capital() { von + 1 } else { self.noun_after(von, end)? };
        Some(von + 1..self.end(noun, end).min(end))
    }

    /// A document or occasion that is named with `in`: `heißt es in der Erklärung`.
    pub fn document_named(&self, from: usize, end: usize) -> Option<Range<usize>> {
        if let Some(there) = (from..end).find(|&at| self.word(at) == "darin") {
            return Some(there..there + 1);
        }
        let at =
            (from..end).find(|&at| matches!(self.word(at), "in" | "im" | "auf" | "aus" | "von" | "vom" | "seitens" | "bei" | "beim"))?;
        let noun = if self.unit(at + 1).filter(|_| at + 1 < end)?.is_capital() { at + 1 } else { self.noun_after(at, end)? };
        let timed = leading_weekday(self.word(noun)).is_some();
        (!timed).then(|| at + 1..self.end(noun, end))
    }

    /// Whether a noun of speech is among these units.
    pub fn has_noun_of_speech(&self, units: Range<usize>) -> Option<usize> {
        units.into_iter().find(|&at| self.unit(at).is_some_and(|unit| unit.is_capital() && is_noun_of_speech(unit.lower)))
    }

    /// The source in `…, so X`, if such a segment begins at unit `at`.
    pub fn so(&self, at: usize) -> Option<Range<usize>> {
        let number = self.frame.segment_of(at);
        let segment = self.frame.segments.get(number).filter(|segment| segment.contains(&at) && self.word(at) == "so")?;
        let first = segment.start == at || self.unit(at - 1).is_some_and(|unit| unit.quote().is_some());
        let source = self.after(at + 1, segment.end).filter(|_| first)?;
        (source.start == at + 1 && !self.has_verb(number)).then(|| self.with_apposition(source))
    }

    /// The last name or noun of these units with what belongs to it: `Zitat von Schröder`.
    pub fn last_phrase(&self, units: Range<usize>) -> Option<Range<usize>> {
        let names = self.names_in(units.clone());
        if let Some(name) = names.rev().find(|&name| matches!(self.names[name].kind, EntityKind::Per | EntityKind::Org)) {
            let span = self.names[name].span;
            let from = units.clone().find(|&at| self.frame.units[at].span.end > span.start)?;
            let to = units.rev().find(|&at| self.frame.units[at].span.start < span.end)?;
            return Some(from..to + 1);
        }
        self.before(units.start, units.end)
    }

    /// The end of the phrase after a preposition at `at`, and where its first noun is.
    pub fn source(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let first = self.unit(at + 1).filter(|_| at + 1 < end)?;
        let noun = if first.is_capital() || first.quote().is_some() { at + 1 } else { self.noun_after(at, end)? };
        Some(at + 1..self.end(noun, end))
    }
}
