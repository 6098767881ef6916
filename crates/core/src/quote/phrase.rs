//! Noun phrases in a frame: where they begin and end, and whom they name.

use super::frame::{Frame, Unit, UnitKind};
use crate::entity::{EntityKind, Form, Mention};
use crate::event::finite_verb;
use crate::german::{PREPOSITIONS, SUBORDINATORS, is_noun_of_speech, leading_weekday, numeral};
use crate::text::{Document, Span};
use std::ops::Range;

pub(super) const NOMINATIVE: &str = "der die das ein eine kein keine sein seine ihr ihre dieser diese dieses viele mehrere einige alle beide zahlreiche \
    mein meine unser unsere jeder jede jedes andere manche weitere";
pub(super) const OTHER_CASES: &str = "dem den einem einen keinem keinen seinem seinen ihrem ihren diesem diesen";
pub(super) const GENITIVE: &str = "des der eines einer seines seiner ihres ihrer dieser dieses";
const BINDING: &str = "von vom für im in bei beim aus zum zur";
const RELATIVES: &str = "der die das dem den denen dessen deren welcher welche welches";
/// Articles, two of which do not belong to one noun: `die den Auftritt`.
const ARTICLES: &str = "der den dem des die eine einen einem einer eines seine seinen seinem seiner ihre ihren ihrem ihrer";
/// Most units between an article and its noun.
pub(super) const ATTRIBUTES: usize = 6;

/// A frame with the names of its text.
pub(super) struct Phrases<'d> {
    pub document: &'d Document<'d>,
    pub frame: &'d Frame<'d>,
    pub names: &'d [Mention],
}

impl<'d> Phrases<'d> {
    /// The unit at `at`, unless it is beyond the end.
    pub fn unit(&self, at: usize) -> Option<&'d Unit<'d>> {
        self.frame.units.get(at)
    }

    /// The lower-case word at `at`; empty for everything else.
    pub fn word(&self, at: usize) -> &'d str {
        self.frame.word(at)
    }

    /// The numbers of the names that overlap these units.
    pub fn names_in(&self, units: Range<usize>) -> Range<usize> {
        let Some(span) = self.frame.span(units) else { return 0..0 };
        let from = self.names.partition_point(|name| name.span.end <= span.start);
        let to = self.names.partition_point(|name| name.span.start < span.end);
        from..to.max(from)
    }

    /// Whether the unit is (part of) a name.
    pub fn is_name(&self, at: usize) -> bool {
        self.names_in(at..at + 1).any(|name| self.names[name].form != Form::Derived)
    }

    /// Whether a clause with the verb at its end can begin with this unit.
    pub fn opens_clause(&self, at: usize) -> bool {
        let word = self.word(at);
        SUBORDINATORS.contains(word)
            || matches!(
                word,
                "wie" | "als" | "wo" | "da" | "was" | "während" | "zumal" | "wonach" | "wobei" | "womit" | "wodurch" | "worauf"
            )
            || self.is_relative(at)
    }

    /// Whether a relative clause begins with the unit.
    pub fn is_relative(&self, at: usize) -> bool {
        let behind_comma = at > 0 && self.unit(at - 1).is_some_and(|unit| unit.kind == UnitKind::Comma);
        let pronoun = |at: usize| self.unit(at).is_some_and(|unit| unit.is_one_of(RELATIVES));
        behind_comma && (pronoun(at) || (self.unit(at).is_some_and(|unit| unit.is_in(&PREPOSITIONS)) && pronoun(at + 1)))
    }

    /// Whether a person's name begins at the unit.
    pub fn is_person(&self, at: usize) -> bool {
        self.names_in(at..at + 1).any(|name| self.names[name].kind == EntityKind::Per && self.names[name].form == Form::Name)
    }

    /// Whether these units are one name and nothing else.
    pub fn is_one_name(&self, units: Range<usize>) -> bool {
        let span = self.frame.span(units.clone());
        self.names_in(units).any(|name| Some(self.names[name].span) == span)
    }

    /// Whether a unit is a finite verb, by itself.
    pub fn is_verb(&self, at: usize) -> bool {
        self.unit(at).is_some_and(|unit| finite_verb(self.document, std::iter::once(unit.token)).is_some())
    }

    /// Whether the segment has a finite verb.
    pub fn has_verb(&self, segment: usize) -> bool {
        self.verb_of(segment).is_some()
    }

    /// The finite verb of a segment.
    pub fn verb_of(&self, segment: usize) -> Option<usize> {
        let range = self.frame.segments[segment].clone();
        let words = || range.clone().filter(|&at| self.frame.units[at].is_word());
        let verb = finite_verb(self.document, words().map(|at| self.frame.units[at].token))?;
        words().nth(verb)
    }

    /// Whether a person's name begins exactly at the unit: `Von der Leyen`.
    pub fn begins_person(&self, at: usize) -> bool {
        let Some(unit) = self.unit(at) else { return false };
        let mut names = self.names_in(at..at + 1);
        names.any(|name| self.names[name].kind == EntityKind::Per && self.names[name].span.start == unit.span.start)
    }

    /// The first noun after articles and attributes.
    pub fn noun_after(&self, at: usize, end: usize) -> Option<usize> {
        let last = end.min(at + ATTRIBUTES);
        (at + 1..last)
            .find(|&next| self.unit(next).is_some_and(Unit::is_capital))
            .filter(|&noun| {
                let between = &self.frame.units[at + 1..noun];
                let number = |unit: &Unit| unit.text.starts_with(|c: char| c.is_ascii_digit()) || numeral(unit.lower).is_some();
                let fits = |unit: &Unit| is_attribute(unit) || number(unit) || unit.is_one_of("und so");
                let adverb = |pair: &[Unit]| fits(&pair[0]) || (!pair[0].is_in(&PREPOSITIONS) && is_attribute(&pair[1]));
                let two = self.unit(at).is_some_and(|unit| unit.is_one_of(ARTICLES)) && between.iter().any(|unit| unit.is_one_of(ARTICLES));
                !two && between.iter().all(Unit::is_word) && between.windows(2).all(adverb) && between.last().is_none_or(fits)
            })
            .or_else(|| (at + 1 < end && self.is_title(at + 1)).then_some(at + 1))
    }

    /// One past consecutive nouns and names.
    pub fn nouns_end(&self, from: usize, end: usize) -> usize {
        let goes_on = |at: &usize| self.unit(*at).is_some_and(|unit| unit.is_capital() || unit.kind == UnitKind::Aside);
        (from + 1..end).find(|at| !goes_on(at)).unwrap_or(end.max(from + 1))
    }

    /// One past a prepositional phrase, with the genitive that belongs to its noun.
    pub fn prepositional_end(&self, at: usize, end: usize) -> usize {
        let first = if self.unit(at + 1).is_some_and(Unit::is_capital) { Some(at + 1) } else { self.noun_after(at, end) };
        let Some(noun) = first else { return at + 1 };
        let mut to = self.nouns_end(noun, end);
        let bare = noun == at + 1 && !is_noun_of_speech(self.word(noun));
        let timed = bare || leading_weekday(self.word(noun)).is_some() || self.is_name(to - 1);
        if !timed
            && self.unit(to).is_some_and(|unit| unit.is_one_of(GENITIVE))
            && let Some(next) = self.noun_after(to, end)
        {
            to = self.nouns_end(next, end);
        }
        to
    }

    /// One past the noun phrase that begins at `at`.
    pub fn end(&self, at: usize, end: usize) -> usize {
        let possessor =
            self.unit(at).is_some_and(|unit| unit.text.ends_with('s')) && self.is_name(at) && self.unit(at + 1).is_some_and(is_attribute);
        let mut to = if self.unit(at).is_some_and(Unit::is_capital) && !self.is_article(at) {
            if self.begins_person(at) && self.unit(at).is_some_and(|unit| unit.is_in(&PREPOSITIONS)) {
                let name = self.names_in(at..at + 1).end.saturating_sub(1);
                (at + 1..end).take_while(|&next| self.frame.units[next].span.start < self.names[name].span.end).last().unwrap_or(at) + 1
            } else if possessor {
                self.noun_after(at, end).map_or(at + 1, |noun| noun + 1)
            } else {
                at + 1
            }
        } else {
            self.noun_after(at, end).map_or(at + 1, |noun| noun + 1)
        };
        while to < end {
            let Some(unit) = self.unit(to) else { break };
            let next = match unit.kind {
                UnitKind::Quote(_) => self.is_title(to).then_some(to + 1),
                UnitKind::Aside => Some(to + 1),
                UnitKind::Sign => self.unit(to + 1).filter(|next| next.is_capital() && to + 1 < end).map(|_| to + 1),
                UnitKind::Word if unit.capital || unit.text.starts_with(|c: char| c.is_ascii_digit()) => Some(to + 1),
                UnitKind::Word if unit.is_one_of(GENITIVE) => self.noun_after(to, end).map(|noun| noun + 1),
                UnitKind::Word if is_attribute(unit) && self.word(to - 1) == "jahre" => self.noun_after(to, end).map(|noun| noun + 1),
                UnitKind::Word if unit.is_one_of("und sowie") || unit.is_one_of(BINDING) => self.bound(to, end),
                _ => None,
            };
            match next {
                Some(next) => to = next,
                None => break,
            }
        }
        to
    }

    /// Whether the unit is an article or another determiner.
    pub fn is_article(&self, at: usize) -> bool {
        self.unit(at).is_some_and(|unit| unit.is_one_of(NOMINATIVE) || unit.is_one_of(OTHER_CASES) || unit.is_one_of(GENITIVE))
    }

    /// One past the first noun after a preposition or `und` inside of a noun phrase; no weekday.
    fn bound(&self, at: usize, end: usize) -> Option<usize> {
        let direct = self.unit(at + 1).filter(|next| next.is_capital() && at + 1 < end).map(|_| at + 1);
        let noun = direct.or_else(|| self.noun_after(at, end))?;
        leading_weekday(self.word(noun)).is_none().then_some(noun + 1)
    }

    /// Whether a quotation can be a name: it begins with a capital letter or digit and is short.
    pub fn is_title(&self, at: usize) -> bool {
        let first = self.unit(at).and_then(|unit| unit.span.of(self.document.text()).chars().nth(1));
        let quoted = self.unit(at).is_some_and(|unit| unit.quote().is_some());
        quoted && !self.is_statement(at) && first.is_some_and(|first| !first.is_lowercase())
    }

    /// Whether a quotation is a statement rather than a name: it has several words or ends as a sentence does.
    pub fn is_statement(&self, at: usize) -> bool {
        let Some(unit) = self.unit(at).filter(|unit| unit.quote().is_some()) else { return false };
        let text = unit.span.of(self.document.text());
        let ends = text.trim_end_matches(['“', '”', '"', '«', '»']).ends_with(['.', '!', '?', ',', '…']);
        ends || text.split_ascii_whitespace().nth(4).is_some()
    }

    /// Whether a colon is among these units.
    pub fn has_colon(&self, units: Range<usize>) -> bool {
        self.frame.units[units].iter().any(|unit| unit.kind == UnitKind::Mark && unit.text == ":")
    }

    /// The span of a phrase.
    pub fn span(&self, units: Range<usize>) -> Option<Span> {
        self.frame.span(units)
    }

    /// The name that a phrase refers to: a person in it, or the name that is its only noun.
    pub fn name_of(&self, units: Range<usize>) -> Option<usize> {
        let head = (units.start + 1..units.end)
            .find(|&at| {
                self.unit(at).is_some_and(|unit| unit.is_one_of(GENITIVE) || unit.is_one_of(BINDING) || unit.is_one_of("und sowie"))
            })
            .unwrap_or(units.end);
        let person = |range: Range<usize>| {
            self.names_in(range)
                .find(|&name| self.names[name].kind == EntityKind::Per && !matches!(self.names[name].form, Form::Derived | Form::Part))
        };
        let comma = (units.start..units.end).find(|&at| self.unit(at).is_some_and(|unit| unit.kind == UnitKind::Comma));
        person(units.start..head).or_else(|| comma.and_then(|comma| person(comma..units.end))).or_else(|| {
            let last = (units.start..head).rev().find(|&at| self.unit(at).is_some_and(Unit::is_capital))?;
            self.names_in(last..last + 1).find(|&name| matches!(self.names[name].form, Form::Name | Form::Reference))
        })
    }
}

/// Whether a word has the ending of an attribute before a noun.
pub(super) fn is_attribute(unit: &Unit) -> bool {
    let ends = unit.is_word() && !unit.capital && ["e", "er", "es", "en", "em"].iter().any(|end| unit.lower.ends_with(end));
    ends && unit.lower.len() > 2 && !unit.is_in(&PREPOSITIONS)
}
