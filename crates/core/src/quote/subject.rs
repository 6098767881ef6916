//! Subjects of clauses in a frame: before their verb, after it, or in the clause before.

use super::agree;
use super::frame::{Unit, UnitKind};
use super::phrase::{ATTRIBUTES, NOMINATIVE, OTHER_CASES, Phrases, is_attribute};
use crate::entity::EntityKind;
use crate::german::{MONTHS, PREPOSITIONS, REPORTED, SUBORDINATORS, is_stop_word, leading_weekday, opens_sentence, speech_forms};
use crate::text::{Span, fold};
use std::ops::Range;

const PRONOUNS: &str = "er sie es man dieser diese dieses jener jene letzterer letztere beide wir ich";
/// Pronouns that a genitive or `von` follows: `einer der Männer`.
const PARTS: &str = "einer eine eines jeder keiner keine manche viele einige mehrere beide";
/// Most units of an apposition.
const APPOSITION: usize = 9;
/// Nouns of time in lower case, besides the months and days of the week.
const TIMES: &str = "ende anfang mitte minuten stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren uhr";

impl<'d> Phrases<'d> {
    /// The noun to which a relative pronoun refers, if the pronoun is the subject of its clause.
    pub fn relative(&self, at: usize) -> Option<Range<usize>> {
        let pronoun = matches!(self.word(at), "der" | "die" | "das" | "welche" | "welcher");
        let noun = self.unit(at + 1).is_some_and(Unit::is_capital);
        if !pronoun || noun || !self.is_relative(at) {
            return None;
        }
        Some(self.antecedent(at).unwrap_or(at..at + 1))
    }

    /// The noun phrase before the comma at the left of unit `at`.
    pub fn antecedent(&self, at: usize) -> Option<Range<usize>> {
        let last = at.checked_sub(1)?;
        let first = self.frame.segments[self.frame.segment_of(last.checked_sub(1)?)].start;
        let begins = |from: &usize| self.is_article(*from) || self.unit(*from).is_some_and(Unit::is_capital);
        let governed = |from: usize| from > first && self.unit(from - 1).is_some_and(|unit| unit.is_in(&PREPOSITIONS));
        let ends_here = |&from: &usize| self.end(from, last) == last && (self.is_article(from) || from == first || governed(from));
        (first..last).rev().take(ATTRIBUTES * 2).filter(begins).find(ends_here).map(|from| from..last)
    }

    /// The segment where a clause begins whose verb stands alone after an insertion: `Wie der Richter, Otto Meier, ausführte`.
    pub fn interrupted(&self, segment: usize) -> Option<usize> {
        let first = (0..segment).rev().take(3).find(|&at| {
            let start = self.frame.segments[at].start;
            self.opens_clause(start) && !self.is_relative(start)
        })?;
        let alone = self.frame.segments[segment].len() <= 3;
        (alone && (first..segment).all(|at| !self.has_verb(at) || self.is_relative(self.frame.segments[at].start))).then_some(first)
    }

    /// Whether the unit is a pronoun that can only be a subject here.
    pub fn is_pronoun(&self, at: usize) -> bool {
        matches!(self.word(at), "er" | "sie" | "man" | "wir" | "ich")
    }

    /// Whether the first segment of a frame is an object before its verb: it has no verb of its own.
    pub fn is_fronted(&self, segment: usize) -> bool {
        (0..segment).rev().take(3).all(|at| !self.has_verb(at) || self.is_relative(self.frame.segments[at].start))
            && !self.frame.units[..self.frame.segments[segment].start].iter().any(|unit| unit.quote().is_some())
    }

    /// The subject whose apposition begins at unit `at`: `Theo Zwanziger, Präsident des Verbands sagte`.
    pub fn with_front(&self, at: usize) -> Option<Range<usize>> {
        let segment = self.frame.segment_of(at);
        let before = self.frame.segments[segment.checked_sub(1)?].clone();
        let comma = self.unit(before.end).is_some_and(|unit| unit.kind == UnitKind::Comma);
        if !comma || before.len() > APPOSITION || self.has_verb(segment - 1) || self.opens_clause(at) {
            return None;
        }
        let subject = self.before(before.start, before.end)?;
        self.name_of(subject.clone())?;
        (subject.end == before.end).then_some(subject)
    }

    /// The subject after a verb: from unit `from` to `end`.
    pub fn after(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let mut at = from;
        while at < end {
            let unit = self.unit(at)?;
            at = match unit.kind {
                UnitKind::Aside | UnitKind::Sign => at + 1,
                UnitKind::Quote(_) if at == from && !self.is_statement(at) => return Some(at..at + 1),
                UnitKind::Word => match self.step(at, end) {
                    Ok(next) => next,
                    Err(subject) => return subject,
                },
                _ => return None,
            };
        }
        None
    }

    /// Either the unit to go on with, or the subject that begins here, or that there is none.
    fn step(&self, at: usize, end: usize) -> Result<usize, Option<Range<usize>>> {
        let Some(unit) = self.unit(at) else { return Err(None) };
        let noun_ahead = self.noun_after(at, end).is_some();
        if unit.is_one_of(PRONOUNS) && !(noun_ahead && unit.is_one_of(NOMINATIVE)) {
            return Err(Some(at..at + 1));
        }
        if unit.is_one_of("sich ihm ihnen ihn uns mir folgendes") {
            return Ok(at + 1);
        }
        let opens = at == 0 || !self.unit(at - 1).is_some_and(Unit::is_word);
        if unit.is_in(&PREPOSITIONS) && (!unit.capital || opens) {
            return Ok(self.prepositional_end(at, end));
        }
        if unit.is_one_of(OTHER_CASES) {
            return Ok(self.noun_after(at, end).map_or(at + 1, |noun| self.nouns_end(noun, end)));
        }
        if unit.is_one_of("und oder sowie") || SUBORDINATORS.contains(unit.lower) {
            return Err(None);
        }
        if let Some(end) = self.part(at, end) {
            return Err(Some(at..end));
        }
        let begins = unit.is_one_of(NOMINATIVE) && noun_ahead
            || unit.capital
            || unit.text.starts_with(|c: char| c.is_ascii_digit())
            || (is_attribute(unit) && self.unit(at + 1).is_some_and(|next| next.is_capital() || is_attribute(next)) && noun_ahead);
        if begins { Err(Some(at..self.end(at, end))) } else { Ok(at + 1) }
    }

    /// One past a phrase such as `einer der Männer`, `viele von ihnen`.
    fn part(&self, at: usize, end: usize) -> Option<usize> {
        let pronoun = self.unit(at).is_some_and(|unit| unit.is_one_of(PARTS));
        let next = at + 1;
        let of = self.unit(next).filter(|unit| pronoun && unit.is_one_of("der dieser ihrer seiner von unter"))?;
        if of.is_one_of("von unter") && matches!(self.word(next + 1), "ihnen" | "uns" | "denen") {
            return Some(next + 2).filter(|&to| to <= end);
        }
        let noun = self.noun_after(next, end)?;
        Some(self.end(next, end).max(noun + 1).min(end))
    }

    /// The subject before a verb, in the units `from..to`.
    pub fn before(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let mut from = from;
        while self.unit(from).is_some_and(|unit| unit.is_one_of("und aber doch denn auch selbst sogar nur")) {
            from += 1;
        }
        let unit = self.unit(from).filter(|_| from < to)?;
        if unit.is_one_of(PRONOUNS) && (to == from + 1 || self.noun_after(from, to).is_none()) {
            return Some(from..from + 1);
        }
        if unit.quote().is_some() {
            return Some(from..self.end(from, to));
        }
        if let Some(end) = self.part(from, to) {
            return Some(from..end);
        }
        if self.is_particled(from, to) {
            return Some(from..to);
        }
        let article = unit.is_one_of(NOMINATIVE) && self.noun_after(from, to).is_some();
        let adverb = !article
            && !self.begins_person(from)
            && (unit.is_in(&PREPOSITIONS) || opens_sentence(unit.text) || is_stop_word(&fold(unit.text)));
        let opens = from == 0 || self.unit(from - 1).is_some_and(|unit| unit.kind == UnitKind::Mark);
        let manner =
            ["lich", "isch", "ig", "weise", "end", "maßen", "los", "sam", "bar", "seits"].iter().any(|ending| unit.lower.ends_with(ending));
        let manner = opens && manner && !self.is_name(from) && !self.unit(from + 1).is_some_and(Unit::is_capital);
        let timed = |at: usize| leading_weekday(self.word(at)).is_some() || is_time(self.word(at));
        if timed(from) || self.noun_after(from, to).is_some_and(timed) && !self.is_name(from) {
            return None;
        }
        let ahead = if self.word(to + 1) == "sich" { 5 } else { 3 };
        let plural = ["er", "en", "e", "ern"].iter().any(|end| unit.lower.ends_with(end));
        let many = plural && !unit.lower.ends_with("dessen") && agree::of_verb(self.frame, to) == agree::Number::Many;
        let noun = !manner
            && unit.is_capital()
            && (!opens || many || self.is_name(from) || to > from + 1 || self.after(to + 1, to + ahead).is_none());
        let attribute = is_attribute(unit) && self.noun_after(from, to).is_some();
        let number = unit.text.starts_with(|c: char| c.is_ascii_digit()) && self.noun_after(from, to).is_some();
        (unit.is_word() && !adverb && (article || noun || attribute || number)).then(|| from..self.end(from, to))
    }

    /// Whether these units are a person's name with its particle before a verb of speech, even if the name is known without it:
    /// `Von Storch sagte`; not `Von Storch fordert er`.
    fn is_particled(&self, from: usize, to: usize) -> bool {
        let name = from + 1 + usize::from(matches!(self.word(from + 1), "der" | "den" | "dem"));
        if self.word(from) != "von" || name >= to {
            return false;
        }
        // "Ursula von der Leyen" elsewhere makes a person of "Von der Leyen".
        let text = |span: Span| span.of(self.document.text()).to_lowercase();
        let whole = self.span(from..to).map(text).unwrap_or_default();
        let known = || self.names.iter().any(|name| name.kind == EntityKind::Per && text(name.span).ends_with(&whole));
        let person = self.is_one_name(name..to) && self.is_person(name) || known();
        let other = || self.after(to + 1, to + 3).is_some_and(|after| after.start == to + 1);
        person && !speech_forms(self.word(to)).is_empty() && !other()
    }

    /// The subject of a main clause with its verb at `finite`: before or after it.
    ///
    /// A pronoun or a person's name right after the verb is the subject, unless another name or pronoun stands before it.
    pub fn subject(&self, from: usize, finite: usize, to: usize) -> Option<Range<usize>> {
        let before = self.before(from, finite);
        let after = self.after(finite + 1, to);
        let nameless = before.as_ref().is_none_or(|before| self.name_of(before.clone()).is_none() && !self.is_pronoun(before.start));
        let next = after.as_ref().filter(|after| after.start == finite + 1);
        let person = next.is_some_and(|next| self.name_of(next.clone()).is_some_and(|name| self.names[name].kind == EntityKind::Per));
        let masculine = before.as_ref().is_some_and(|before| matches!(self.word(before.start), "der" | "ein"));
        let pronoun = next.is_some_and(|next| {
            matches!(self.word(next.start), "er" | "man" | "wir" | "ich") || self.word(next.start) == "sie" && !masculine
        });
        let quoted = before.as_ref().is_some_and(|before| self.frame.units[before.start].quote().is_some());
        let article = next.is_some_and(|next| self.is_article(next.start));
        let fits = |units: &Option<Range<usize>>| units.clone().is_some_and(|units| agree::agrees(self, units, finite));
        let object = before.is_some() && !fits(&before) && fits(&after);
        if object || nameless && (person || pronoun || quoted && article) { after } else { before.or(after) }
    }

    /// The subject in the segments before one that begins with its verb: `Der Sprecher, Dmitri Peskow, sagte`.
    pub fn front(&self, segment: usize) -> Option<Range<usize>> {
        if segment == 0 {
            return None;
        }
        let passes = |&at: &usize| !self.has_verb(at) || self.is_relative(self.frame.segments[at].start);
        let first = (segment.saturating_sub(4)..segment).rev().take_while(passes).last()?;
        let first = (first..segment).find(|&at| !self.is_relative(self.frame.segments[at].start))?;
        let range = self.frame.segments[first].clone();
        if range.len() == 1 && !self.is_name(range.start) {
            return None;
        }
        let quoted = self.frame.units[range.start..self.frame.segments[segment].start].iter().any(|unit| unit.kind == UnitKind::Mark)
            || (range.start..self.frame.segments[segment].start).any(|at| self.is_statement(at))
            || range.clone().any(|at| self.frame.units[at].is_in(&REPORTED));
        let plain = (first + 1..segment).all(|at| self.is_relative(self.frame.segments[at].start) || !self.has_verb(at));
        if quoted || !plain || self.has_verb(first) {
            return None;
        }
        self.before(range.start, range.end)
    }

    /// The subject of the clause before a segment that shares it: `Er lobte den Plan und sagte, …`.
    pub fn shared(&self, segment: usize) -> Option<Range<usize>> {
        self.shared_fact(segment).or_else(|| self.shared_of(segment, |_| true))
    }

    /// The same, but not of a clause in the subjunctive, which is reported itself: `Er sagte, das sei gut, und fügte hinzu`.
    pub fn shared_fact(&self, segment: usize) -> Option<Range<usize>> {
        self.shared_of(segment, |verb| !self.frame.units[verb].is_in(&REPORTED))
    }

    fn shared_of(&self, segment: usize, fits: impl Fn(usize) -> bool) -> Option<Range<usize>> {
        (0..=segment).rev().take(5).filter(|&at| !self.opens_clause(self.frame.segments[at].start)).find_map(|at| {
            let range = self.frame.segments[at].clone();
            let verb = self.verb_of(at).or_else(|| range.clone().find(|&at| self.frame.is_verb_like(at))).filter(|&verb| fits(verb))?;
            let front = if verb == range.start { self.front(at) } else { None };
            front.or_else(|| self.subject(range.start, verb, range.end))
        })
    }

    /// The subject of the first main clause.
    pub fn main_subject(&self) -> Option<Range<usize>> {
        let main = |&at: &usize| self.has_verb(at) && !self.opens_clause(self.frame.segments[at].start);
        self.shared((0..self.frame.segments.len()).take(4).find(main)?)
    }

    /// A subject with the name after its comma: `der Sprecher, Dmitri Peskow`.
    pub fn with_apposition(&self, subject: Range<usize>) -> Range<usize> {
        let segment = self.frame.segment_of(subject.start);
        let Some(next) = self.frame.segments.get(segment + 1) else { return subject };
        let adjacent = subject.end + 1 == next.start && self.unit(subject.end).is_some_and(|unit| unit.kind == UnitKind::Comma);
        let short = next.len() <= APPOSITION && self.unit(next.start).is_some_and(|unit| unit.is_capital());
        let named = self.names_in(next.start..next.start + 1).any(|name| self.names[name].kind == EntityKind::Per);
        if adjacent && short && named && !self.has_verb(segment + 1) { subject.start..next.end } else { subject }
    }
}

/// Whether a noun in lower case names a time.
fn is_time(word: &str) -> bool {
    let noun = TIMES.split(' ').any(|time| time == word);
    noun || MONTHS.iter().any(|month| month.to_lowercase() == word)
}
