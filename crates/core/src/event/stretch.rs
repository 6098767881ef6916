//! Extends the segment that holds a date to the whole clause around it.

use super::sentence::{Kind, LIMIT, Segment, Sentence, has_verb};
use super::verb::{Word, finite, has_subject, is_infinitive, is_participle};
use crate::german::{DETERMINERS, PREPOSITIONS, SEPARABLE};
use crate::text::Span;

/// A clause with fewer content words is widened, even if it has a verb.
const CONTENT: usize = 2;
/// The same for a stretch without a verb, or with one that only says that somebody spoke.
const CONTENT_WITHOUT_VERB: usize = 3;

/// Most words in an item of a list.
const ITEM: usize = 4;

const AUXILIARIES: &str = "ist sind sei seien war waren hat haben habe hatte hatten hätte hätten wäre wären wird werden werde würde würden wurde \
    wurden will wollen wolle wollte wollten soll sollen solle sollte sollten kann können könne konnte konnten könnte könnten muss müssen \
    müsse musste mussten müsste darf dürfen dürfe durfte durften dürfte dürften möchte möchten lässt ließ ließen";

/// Consecutive segments that are extended to a clause.
pub(super) struct Stretch<'s, 't> {
    sentence: &'s Sentence<'t>,
    first: usize,
    last: usize,
    /// Its first word, if it begins within a segment.
    from: Option<usize>,
    /// The segments whose verbs apply to the date, the nearest first.
    pub predicate: Vec<usize>,
    /// The segment on whose verb the clause depends.
    pub governor: Option<usize>,
}

impl<'s, 't> Stretch<'s, 't> {
    /// The clause around segment `kernel`, which holds `time`.
    pub fn around(sentence: &'s Sentence<'t>, kernel: usize, time: Span) -> Self {
        let mut found = Self { sentence, first: kernel, last: kernel, from: None, predicate: vec![kernel], governor: None };
        if has_verb(found.segment(kernel)) {
            found.add_subject();
            found.add_end_of_verb();
        } else if !sentence.is_attribution(kernel) {
            found.add_verb();
        }
        found.add_list();
        found.add_object();
        found.widen(time);
        found
    }

    /// Its first word, and one past its last.
    pub fn ends(&self) -> (usize, usize) {
        (self.from.unwrap_or(self.segment(self.first).from), self.segment(self.last).to)
    }

    fn segment(&self, at: usize) -> &'s Segment {
        &self.sentence.segments[at]
    }

    fn words(&self, at: usize) -> &'s [Word<'t>] {
        &self.sentence.words[self.segment(at).from..self.segment(at).to]
    }

    /// The segments before `at`, the nearest first, back to a hard border.
    fn before(&self, at: usize) -> impl Iterator<Item = usize> + use<'s, 't> {
        let sentence = self.sentence;
        (0..at).rev().take_while(move |&left| !sentence.segments[left + 1].hard)
    }

    /// The segments after `at`, up to a hard border.
    fn after(&self, at: usize) -> impl Iterator<Item = usize> + use<'s, 't> {
        let sentence = self.sentence;
        (at + 1..sentence.segments.len()).take_while(move |&right| !sentence.segments[right].hard)
    }

    /// Adds the subject where the segment has a verb but no subject: the segment before a parenthesis, or the noun before a relative clause.
    fn add_subject(&mut self) {
        let kernel = self.first;
        let Segment { from, kind, verb, .. } = *self.segment(kernel);
        if kind == Kind::Relative {
            self.from = self.antecedent(from);
            return;
        }
        if kind == Kind::Subordinate {
            self.governor = self.before(kernel).chain(self.after(kernel)).find(|&at| self.segment(at).kind == Kind::Main);
        }
        let lead = self.words(kernel).first().is_some_and(|word| word.is_one_of("und oder aber doch"));
        let opens = verb.is_some_and(|verb| verb.at == from + usize::from(lead));
        let shares = lead && opens;
        if kernel == 0 || (!shares && has_subject(self.words(kernel))) || (opens && self.sentence.is_attribution(kernel)) {
            return;
        }
        let bracketed = |at: usize| self.segment(at).from > 0 && self.sentence.words[self.segment(at).from - 1].is_one_of("( [");
        let subject = self.before(kernel).find(|&at| match self.segment(at).kind {
            Kind::Main => shares || !opens,
            Kind::Fragment => !bracketed(at) && has_subject(self.words(at)),
            _ => shares,
        });
        if let Some(first) = subject {
            self.first = first;
            if self.segment(first).kind == Kind::Relative {
                self.from = self.antecedent(self.segment(first).from);
            }
        }
    }

    /// Where the noun phrase begins that ends at the comma before word `from`.
    fn antecedent(&self, from: usize) -> Option<usize> {
        let words = &self.sentence.words;
        let mut at = from.checked_sub(2)?;
        if !words[at].is_capital() {
            return None;
        }
        while at > 0 {
            let before = &words[at - 1];
            let adjective =
                !before.punctuation && !before.is_capital() && ["e", "en", "er", "es", "em"].iter().any(|end| before.lower.ends_with(end));
            if before.is_in(&DETERMINERS) {
                return Some(at - usize::from(!before.is_one_of("im am zum zur vom beim ins ans")));
            }
            if before.is_in(&PREPOSITIONS)
                || before.time
                || !(before.is_capital() || adjective)
                || finite(std::slice::from_ref(before), true).is_some()
            {
                break;
            }
            at -= 1;
        }
        Some(at)
    }

    /// Adds the participle of an auxiliary, or the separated prefix of a verb, if it comes after a parenthesis.
    fn add_end_of_verb(&mut self) {
        let kernel = self.predicate[0];
        let Segment { to, kind, verb, .. } = *self.segment(kernel);
        let Some(verb) = verb.filter(|_| kind == Kind::Main) else { return };
        let words = &self.sentence.words;
        let auxiliary = words[verb.at].is_one_of(AUXILIARIES);
        let closed = words[verb.at + 1..to].iter().any(|word| is_participle(word.lower) || is_infinitive(word));
        let ends = self.after(kernel).take(3).find(|&at| {
            let last = self.words(at).last();
            let nonfinite = last.is_some_and(|word| is_participle(word.lower) || is_infinitive(word));
            let prefix = self.words(at).len() == 1 && last.is_some_and(|word| word.is_in(&SEPARABLE));
            self.segment(at).kind == Kind::Fragment && ((auxiliary && !closed && nonfinite) || (prefix && !auxiliary))
        });
        if let Some(last) = ends {
            self.last = last;
            self.predicate.push(last);
        }
    }

    /// Finds the verb for a date in a fragment: directly after it, else before it, else further on.
    fn add_verb(&mut self) {
        let kernel = self.first;
        let opens = |at: usize| self.segment(at).verb.is_some_and(|verb| verb.at == self.segment(at).from);
        let follows = self.after(kernel).find(|&at| has_verb(self.segment(at)));
        let verb_first = |at: usize| self.segment(at).kind == Kind::Main && opens(at);
        // "Beim Fest 2016, erzählt Münch, sei er gekommen": not the verb of the parenthesis.
        let insert = follows.filter(|&at| verb_first(at) && self.words(at).len() <= ITEM);
        let resumed = insert.and_then(|at| self.after(at).next()).filter(|&at| verb_first(at));
        let inverted = resumed.or(follows.filter(|&at| verb_first(at) && !self.sentence.is_attribution(at)));
        let lefts: Vec<usize> = self.before(kernel).collect();
        let main = lefts.iter().copied().find(|&at| self.segment(at).kind == Kind::Main);
        let nearest = lefts.iter().copied().find(|&at| has_verb(self.segment(at)));
        let infinitive = self.segment(kernel).kind == Kind::Infinitive;
        let fragments = lefts.iter().copied().take_while(|&at| !has_verb(self.segment(at))).last();
        if let Some(last) = inverted.filter(|_| !infinitive) {
            (self.first, self.last) = (fragments.unwrap_or(kernel), last);
            self.predicate.push(last);
        } else if let Some(first) = if infinitive { nearest } else { main.or(nearest) } {
            self.first = first;
            self.predicate.push(first);
            self.governor = infinitive.then_some(first);
            if infinitive {
                self.add_subject();
            }
        } else if let Some(last) = follows {
            (self.first, self.last) = (fragments.unwrap_or(kernel), last);
            self.predicate.push(last);
        } else if let Some(first) = fragments {
            self.first = first;
        }
    }

    /// Adds the rest of a list (`Berger, Novak und Weber kamen`, `mit Berger, Novak und Weber`) and a second verb of the same subject (`und ging`).
    fn add_list(&mut self) {
        let ends = |words: &[Word]| words.iter().any(|word| word.is_one_of("und sowie oder"));
        let (mut first, mut last) = (self.first, self.last);
        while let Some(next) = self.resumed(last).filter(|&next| self.fits(first, self.segment(next).to)) {
            last = next;
        }
        let item = |at: &usize| self.segment(*at).kind == Kind::Fragment && self.words(*at).len() <= ITEM;
        let verb = self.segment(first).verb.map_or(0, |verb| verb.at - self.segment(first).from);
        if self.from.is_none() && ends(&self.words(first)[..verb]) {
            first = self.before(first).take_while(item).last().unwrap_or(first);
        }
        if let Some(end) = self.after(last).take_while(item).find(|&at| ends(self.words(at)) && self.fits(first, self.segment(at).to)) {
            last = end;
        }
        let shares = self.sentence.segments.get(last + 1).filter(|segment| {
            self.sentence.words[segment.from].is_one_of("und oder aber doch denn")
                && segment.verb.is_some_and(|verb| verb.at == segment.from + 1)
        });
        if shares.is_some_and(|segment| self.fits(first, segment.to)) {
            last += 1;
        }
        (self.first, self.last) = (first, last);
    }

    /// The segment that continues after a parenthesis: `… die Angst (19 Prozent) | größer als zuvor`.
    fn resumed(&self, last: usize) -> Option<usize> {
        let Sentence { words, segments, pairs, .. } = self.sentence;
        let end = self.segment(last).to;
        let close = match words.get(end)?.text {
            ")" => end,
            "(" => pairs.iter().find(|pair| pair.0 == end)?.1,
            _ => return None,
        };
        let goes_on = |segment: &Segment| match segment.kind {
            Kind::Fragment => true,
            _ => segment.verb.is_some_and(|verb| verb.at == close + 1) && !has_verb(self.segment(last)),
        };
        segments.iter().position(|segment| segment.from == close + 1 && goes_on(segment))
    }

    /// Adds what somebody said or wants to do, if it is short.
    fn add_object(&mut self) {
        let next = self.last + 1;
        let object = self.sentence.segments.get(next).filter(|segment| match segment.kind {
            Kind::Subordinate => self.sentence.words[segment.from].is_one_of("dass ob"),
            Kind::Infinitive => true,
            _ => false,
        });
        if let Some(object) = object.map(|object| object.to)
            && self.fits(self.first, object)
        {
            self.last = next;
            if self.segment(next).kind == Kind::Infinitive {
                self.predicate.push(next);
            }
        }
        if self.sentence.is_attribution(self.first) {
            let content = self.before(self.first).last().or(self.first.checked_sub(1));
            let quoted = content.map(|at| self.before(at).last().unwrap_or(at));
            if let Some(first) = quoted.filter(|&first| self.fits(first, self.segment(self.last).to)) {
                self.first = first;
            }
        }
    }

    fn fits(&self, first: usize, to: usize) -> bool {
        self.sentence.length(self.segment(first).from, to) <= LIMIT
    }

    /// Adds neighbouring segments to a clause with too few content words, as long as it stays short.
    fn widen(&mut self, time: Span) {
        let from = |stretch: &Self| stretch.from.unwrap_or(stretch.segment(stretch.first).from);
        let kernel = self.predicate[0];
        let tells = has_verb(self.segment(kernel)) && !self.sentence.is_attribution(kernel);
        let least = if tells { CONTENT } else { CONTENT_WITHOUT_VERB };
        while self.sentence.content(from(self), self.segment(self.last).to) < least {
            let left = self.first.checked_sub(1).filter(|&at| self.fits(at, self.segment(self.last).to));
            let right = (self.last + 1 < self.sentence.segments.len())
                .then_some(self.last + 1)
                .filter(|&at| self.fits(self.first, self.segment(at).to));
            let soft = !self.segment(self.first).hard && time.start > self.sentence.words[from(self)].span.start;
            match (left, right) {
                (Some(left), right) if soft || right.is_none() => {
                    self.first = left;
                    self.from = None;
                }
                (_, Some(right)) => self.last = right,
                _ => return,
            }
        }
    }
}
