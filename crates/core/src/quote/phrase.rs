//! Noun phrases in a frame: subjects, and the words that name a source.

use super::agree;
use super::frame::{Frame, Unit, UnitKind};
use crate::entity::{EntityKind, Form, Mention};
use crate::event::finite_verb;
use crate::german::{MONTHS, PREPOSITIONS, REPORTED, SUBORDINATORS, is_noun_of_speech, is_stop_word, leading_weekday, opens_sentence};
use crate::text::{Document, Span, fold};
use std::ops::Range;

const PRONOUNS: &str = "er sie es man dieser diese dieses jener jene letzterer letztere beide wir ich";
const NOMINATIVE: &str = "der die das ein eine kein keine sein seine ihr ihre dieser diese dieses viele mehrere einige alle beide zahlreiche \
    mein meine unser unsere jeder jede jedes andere manche weitere";
const OTHER_CASES: &str = "dem den einem einen keinem keinen seinem seinen ihrem ihren diesem diesen";
const GENITIVE: &str = "des der eines einer seines seiner ihres ihrer dieser dieses";
const BINDING: &str = "von vom für im in bei beim aus zum zur";
const RELATIVES: &str = "der die das dem den denen dessen deren welcher welche welches";
/// Articles, two of which do not belong to one noun: `die den Auftritt`.
const ARTICLES: &str = "der den dem des die eine einen einem einer eines seine seinen seinem seiner ihre ihren ihrem ihrer";
/// Pronouns that a genitive or `von` follows: `einer der Männer`.
const PARTS: &str = "einer eine eines jeder keiner keine manche viele einige mehrere beide";
/// Most units of an apposition.
const APPOSITION: usize = 9;
/// Most units between an article and its noun.
const ATTRIBUTES: usize = 6;

/// A frame with the names of its text.
pub(super) struct Phrases<'d> {
    pub document: &'d Document<'d>,
    pub frame: &'d Frame<'d>,
    pub names: &'d [Mention],
}

impl<'d> Phrases<'d> {
    fn unit(&self, at: usize) -> Option<&'d Unit<'d>> {
        self.frame.units.get(at)
    }

    fn word(&self, at: usize) -> &'d str {
        self.frame.word(at)
    }

    /// The numbers of the names that overlap these units.
    pub fn names_in(&self, units: Range<usize>) -> Range<usize> {
        let Some(span) = self.frame.span(units) else { return 0..0 };
        let from = self.names.partition_point(|name| name.span.end <= span.start);
        let to = self.names.partition_point(|name| name.span.start < span.end);
        from..to.max(from)
    }

    fn is_name(&self, at: usize) -> bool {
        self.names_in(at..at + 1).any(|name| self.names[name].form != Form::Derived)
    }

    /// Whether a clause with the verb at its end can begin with this unit.
    pub fn opens_clause(&self, at: usize) -> bool {
        let word = self.word(at);
        SUBORDINATORS.contains(word) || matches!(word, "wie" | "als" | "wo" | "da" | "was" | "während" | "zumal" | "wonach" | "wobei" | "womit" | "wodurch" | "worauf") || self.is_relative(at)
    }

    fn is_relative(&self, at: usize) -> bool {
        let behind_comma = at > 0 && self.unit(at - 1).is_some_and(|unit| unit.kind == UnitKind::Comma);
        let pronoun = |at: usize| self.unit(at).is_some_and(|unit| unit.is_one_of(RELATIVES));
        behind_comma && (pronoun(at) || (self.unit(at).is_some_and(|unit| unit.is_in(&PREPOSITIONS)) && pronoun(at + 1)))
    }

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

    /// Whether a person's name begins at the unit.
    pub fn is_person(&self, at: usize) -> bool {
        self.names_in(at..at + 1).any(|name| self.names[name].kind == EntityKind::Per && self.names[name].form == Form::Name)
    }

    /// Whether these units are one name and nothing else.
    pub fn is_one_name(&self, units: Range<usize>) -> bool {
        let span = self.frame.span(units.clone());
        self.names_in(units).any(|name| Some(self.names[name].span) == span)
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

    /// Whether a person's name begins exactly at the unit: `Von der Leyen`.
    fn begins_person(&self, at: usize) -> bool {
        let Some(unit) = self.unit(at) else { return false };
        let mut names = self.names_in(at..at + 1);
        names.any(|name| self.names[name].kind == EntityKind::Per && self.names[name].span.start == unit.span.start)
    }

    /// The first noun after articles and attributes.
    fn noun_after(&self, at: usize, end: usize) -> Option<usize> {
        let last = end.min(at + ATTRIBUTES);
        (at + 1..last)
            .find(|&next| self.unit(next).is_some_and(Unit::is_capital))
            .filter(|&noun| {
                let between = &self.frame.units[at + 1..noun];
                let fits =
                    |unit: &Unit| is_attribute(unit) || unit.text.starts_with(|c: char| c.is_ascii_digit()) || unit.is_one_of("und so");
                let adverb = |pair: &[Unit]| fits(&pair[0]) || (!pair[0].is_in(&PREPOSITIONS) && is_attribute(&pair[1]));
                let two = self.unit(at).is_some_and(|unit| unit.is_one_of(ARTICLES)) && between.iter().any(|unit| unit.is_one_of(ARTICLES));
                !two && between.iter().all(Unit::is_word) && between.windows(2).all(adverb) && between.last().is_none_or(fits)
            })
            .or_else(|| (at + 1 < end && self.is_title(at + 1)).then_some(at + 1))
    }

    /// One past consecutive nouns and names.
    fn nouns_end(&self, from: usize, end: usize) -> usize {
        let goes_on = |at: &usize| self.unit(*at).is_some_and(|unit| unit.is_capital() || unit.kind == UnitKind::Aside);
        (from + 1..end).find(|at| !goes_on(at)).unwrap_or(end.max(from + 1))
    }

    /// One past a prepositional phrase, with the genitive that belongs to its noun.
    fn prepositional_end(&self, at: usize, end: usize) -> usize {
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
            } else if possessor { self.noun_after(at, end).map_or(at + 1, |noun| noun + 1) } else { at + 1 }
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

    fn is_article(&self, at: usize) -> bool {
        self.unit(at).is_some_and(|unit| unit.is_one_of(NOMINATIVE) || unit.is_one_of(OTHER_CASES) || unit.is_one_of(GENITIVE))
    }

    /// One past the first noun after a preposition or `und` inside of a noun phrase; no weekday.
    fn bound(&self, at: usize, end: usize) -> Option<usize> {
        let direct = self.unit(at + 1).filter(|next| next.is_capital() && at + 1 < end).map(|_| at + 1);
        let noun = direct.or_else(|| self.noun_after(at, end))?;
        leading_weekday(self.word(noun)).is_none().then_some(noun + 1)
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
        let article = unit.is_one_of(NOMINATIVE) && self.noun_after(from, to).is_some();
        let adverb = !article && !self.begins_person(from) && (unit.is_in(&PREPOSITIONS) || opens_sentence(unit.text) || is_stop_word(&fold(unit.text)));
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
        let noun = !manner && unit.is_capital() && (!opens || many || self.is_name(from) || to > from + 1 || self.after(to + 1, to + ahead).is_none());
        let attribute = is_attribute(unit) && self.noun_after(from, to).is_some();
        let number = unit.text.starts_with(|c: char| c.is_ascii_digit()) && self.noun_after(from, to).is_some();
        (unit.is_word() && !adverb && (article || noun || attribute || number)).then(|| from..self.end(from, to))
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

    /// Whether a quotation can be a name: it begins with a capital letter or digit and is short.
    fn is_title(&self, at: usize) -> bool {
        let first = self.unit(at).and_then(|unit| unit.span.of(self.document.text()).chars().nth(1));
        let quoted = self.unit(at).is_some_and(|unit| unit.quote().is_some());
        quoted && !self.is_statement(at) && first.is_some_and(|first| !first.is_lowercase())
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

    /// Whether a quotation is a statement rather than a name: it has several words or ends as a sentence does.
    pub fn is_statement(&self, at: usize) -> bool {
        let Some(unit) = self.unit(at).filter(|unit| unit.quote().is_some()) else { return false };
        let text = unit.span.of(self.document.text());
        let ends = text.trim_end_matches(['“', '”', '"', '«', '»']).ends_with(['.', '!', '?', ',', '…']);
        ends || text.split_ascii_whitespace().nth(4).is_some()
    }

    /// The person or body whose opinion a clause gives: `Für Müller ist das …`, `hält X für …`.
    pub fn opinion(&self, units: Range<usize>) -> Option<Range<usize>> {
        units.clone().find(|&at| self.unit(at).is_some_and(|unit| unit.is_one_of("ist sind war waren hält bleibt bedeutet wäre sei seien")))?;
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

    /// A subject with the name after its comma: `der Sprecher, Dmitri Peskow`.
    pub fn with_apposition(&self, subject: Range<usize>) -> Range<usize> {
        let segment = self.frame.segment_of(subject.start);
        let Some(next) = self.frame.segments.get(segment + 1) else { return subject };
        let adjacent = subject.end + 1 == next.start && self.unit(subject.end).is_some_and(|unit| unit.kind == UnitKind::Comma);
        let short = next.len() <= APPOSITION && self.unit(next.start).is_some_and(|unit| unit.is_capital());
        let named = self.names_in(next.start..next.start + 1).any(|name| self.names[name].kind == EntityKind::Per);
        if adjacent && short && named && !self.has_verb(segment + 1) { subject.start..next.end } else { subject }
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

/// Whether a noun in lower case names a time.
fn is_time(word: &str) -> bool {
    let noun = matches!(word, "ende" | "anfang" | "mitte" | "minuten" | "stunde" | "stunden" | "tagen" | "monate" | "monaten" | "jahren" | "woche" | "wochen" | "jahr" | "jahre" | "monat" | "tag" | "tage" | "uhr");
    noun || MONTHS.iter().any(|month| month.to_lowercase() == word)
}

/// Whether a word has the ending of an attribute before a noun.
fn is_attribute(unit: &Unit) -> bool {
    let ends = unit.is_word() && !unit.capital && ["e", "er", "es", "en", "em"].iter().any(|end| unit.lower.ends_with(end));
    ends && unit.lower.len() > 2 && !unit.is_in(&PREPOSITIONS)
}
