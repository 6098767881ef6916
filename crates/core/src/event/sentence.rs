//! Splits a sentence into segments: main and subordinate clauses, infinitives, and fragments without a verb.

use super::verb::{Tense, Verb, Word, finite, has_subject, is_infinitive};
use crate::german::{ATTRIBUTIONS, CONJUNCTIONS, MAYBE_SUBORDINATORS, PREPOSITIONS, RELATIVES, SEPARABLE, SUBORDINATORS};
use crate::german::{is_double_mark, is_stop_word};
use crate::text::{Document, Span, fold};
use std::ops::Range;

/// Most characters of a clause to show, roughly.
pub(super) const LIMIT: usize = 160;

/// What a segment of a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// With a finite verb and without a subordinator at its beginning.
    Main,
    /// `dass …`, `weil …`.
    Subordinate,
    /// `der …`, `mit dem …` after a comma.
    Relative,
    /// `…, nach Moskau zu reisen`.
    Infinitive,
    /// Without a finite verb.
    Fragment,
}

/// The words between two borders.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    /// First word.
    pub from: usize,
    /// One past the last word.
    pub to: usize,
    /// What it is.
    pub kind: Kind,
    /// Its finite verb.
    pub verb: Option<Verb>,
    /// Whether a semicolon, a colon or the mark of a long quotation precedes it.
    pub hard: bool,
}

/// A sentence with its segments.
pub(super) struct Sentence<'t> {
    text: &'t str,
    /// Its words and punctuation.
    pub words: Vec<Word<'t>>,
    /// Its segments, in order: every word, without the punctuation between segments.
    pub segments: Vec<Segment>,
    /// Quotations and parentheses: the indices of their opening and closing marks.
    pub pairs: Vec<(usize, usize)>,
}

impl<'t> Sentence<'t> {
    /// The sentence of these tokens of `document`; `times` are the spans of its time expressions, in order.
    pub fn new(document: &'t Document<'t>, tokens: Range<usize>, times: &[Span]) -> Self {
        let is_time = |span: Span| times.iter().any(|time| time.overlaps(span));
        let word = |at: usize| Word::new(document, at, is_time(document.tokens()[at].span));
        let pairs = document.pairs(tokens.clone()).into_iter().map(|(open, close)| (open - tokens.start, close - tokens.start)).collect();
        let mut sentence = Self { text: document.text(), words: tokens.map(word).collect(), segments: Vec::new(), pairs };
        sentence.cut();
        sentence
    }

    fn cut(&mut self) {
        let quoting: Vec<bool> = self.pairs.iter().map(|&pair| self.is_border(pair)).collect();
        let mut border = vec![0_u8; self.words.len() + 1];
        for (at, word) in self.words.iter().enumerate().filter(|(_, word)| word.punctuation && !word.time) {
            border[at] = match word.text {
                "," | "!" | "?" | "(" | ")" | "[" | "]" => 1,
                "–" | "—" | "-" if self.is_free(at) => 1,
                ":" if !self.text[word.span.end as usize..].starts_with(char::is_whitespace) => 0,
                "." | "…" if self.words.get(at + 1).is_none_or(|next| next.punctuation) => 1,
                ";" | ":" | "|" => 2,
                // An unpaired mark: the quotation began in the sentence before, or ends in the next.
                mark if is_double_mark(mark) && !self.pairs.iter().any(|&(open, close)| open == at || close == at) => 2,
                _ => 0,
            };
        }
        for (&(open, close), &quoting) in self.pairs.iter().zip(&quoting) {
            if self.words[open].is_one_of("( [") {
                continue;
            }
            if quoting {
                (border[open], border[close]) = (2, 2);
            } else {
                border[open..close].fill(0);
            }
        }
        let (mut from, mut hard) = (0, false);
        for (at, &border) in border.iter().enumerate() {
            if border == 0 && at < self.words.len() {
                continue;
            }
            if from < at {
                self.push(from, at, hard);
                hard = false;
            }
            hard |= border == 2;
            from = at + 1;
        }
    }

    fn is_free(&self, at: usize) -> bool {
        let span = self.words[at].span;
        self.text[..span.start as usize].ends_with(' ') && self.text[span.end as usize..].starts_with(' ')
    }

    /// Whether a pair of marks encloses a statement rather than a word or two of the sentence around it.
    fn is_border(&self, (open, close): (usize, usize)) -> bool {
        let before = open.checked_sub(1).map_or(":", |at| self.words[at].text);
        let after = self.words.get(close + 1).map_or("", |word| word.text);
        close - open > 4 && (matches!(before, ":" | "," | "–") || after == "," || self.words[close - 1].is_one_of("! ? ."))
    }

    fn push(&mut self, from: usize, to: usize, hard: bool) {
        let segment = self.segment(from, to, hard);
        let sure = |verb: Option<Verb>| verb.is_some_and(|verb| verb.sure);
        for at in from + 2..to.saturating_sub(2) {
            if !self.words[at].is_one_of("und oder aber doch denn") {
                continue;
            }
            let (left, right) = (self.segment(from, at, hard), self.segment(at, to, false));
            let verb = right.verb.map_or(at, |verb| verb.at);
            let joined = self.words[at + 1..verb.max(at + 1)].iter().any(|word| word.is_one_of("und oder"));
            let clause = segment.kind != Kind::Main || verb < to - 1;
            let complete = verb == at + 1 || (clause && has_subject(&self.words[at + 1..to]));
            if sure(left.verb) && sure(right.verb) && !joined && complete {
                self.segments.push(left);
                return self.push(at, to, false);
            }
        }
        self.segments.push(segment);
    }

    fn segment(&self, from: usize, to: usize, hard: bool) -> Segment {
        let words = &self.words[from..to];
        let lead = words.iter().take_while(|word| word.is_one_of(CONJUNCTIONS)).count();
        let (first, second) = (words.get(lead), words.get(lead + 1));
        let behind_comma = from > 0 && self.words[from - 1].is_one_of(", (");
        let relative = behind_comma
            && (first.is_some_and(|word| word.is_one_of(RELATIVES))
                || (first.is_some_and(|word| word.is_in(&PREPOSITIONS)) && second.is_some_and(|word| word.is_one_of(RELATIVES))));
        let at_end = finite(words, true).filter(|verb| verb.at + 2 >= words.len());
        let (kind, verb) = if first.is_some_and(|word| word.is_in(&SUBORDINATORS)) {
            (Kind::Subordinate, finite(words, true))
        } else if first.is_some_and(|word| word.is_one_of(MAYBE_SUBORDINATORS)) && at_end.is_some() {
            (Kind::Subordinate, at_end)
        } else if relative && at_end.is_some_and(|verb| verb.at > 1) && finite(words, false).is_none_or(|verb| verb.at > 1) {
            (Kind::Relative, at_end)
        } else {
            (Kind::Main, finite(words, false))
        };
        let infinitive = words.iter().rev().take(3).any(|word| is_zu_infinitive(words, word));
        let (kind, verb) = match verb {
            Some(verb) if verb.sure || !infinitive => (kind, Some(verb)),
            _ if infinitive => (Kind::Infinitive, None),
            _ => (Kind::Fragment, None),
        };
        Segment { from, to, kind, verb: verb.map(|verb| Verb { at: verb.at + from, ..verb }), hard }
    }

    /// Whether a segment names who said the words before it: `sagte Putin`, `so der Kremlchef`.
    pub fn is_attribution(&self, segment: usize) -> bool {
        let Segment { from, to, .. } = self.segments[segment];
        self.words[from].is_in(&ATTRIBUTIONS)
            && segment > 0
            && from + 1 < to
            && (self.words[from].lower != "so" || !has_verb(&self.segments[segment]))
    }

    /// The span of the words `from..to`, without conjunctions and punctuation at its ends, with paired marks complete, and not too long.
    pub fn trim(&self, mut from: usize, mut to: usize, time: Span) -> Span {
        let within = |(open, close): (usize, usize), from: usize, to: usize| ((from..to).contains(&open), (from..to).contains(&close));
        for &pair in &self.pairs {
            let whole = (from.min(pair.0), to.max(pair.1 + 1));
            if matches!(within(pair, from, to), (true, false) | (false, true)) && self.length(whole.0, whole.1) <= LIMIT {
                (from, to) = whole;
            }
        }
        let first_of_time = self.words.iter().position(|word| time.overlaps(word.span)).unwrap_or(from);
        let last_of_time = self.words.iter().rposition(|word| time.overlaps(word.span)).unwrap_or(from);
        (from, to) = self.shorten(from, to, first_of_time, last_of_time);
        // Pairs that are still incomplete were too long: drop the quotation or its mark.
        for &pair in &self.pairs {
            match within(pair, from, to) {
                (true, false) if pair.0 > last_of_time => to = pair.0,
                (true, false) => from = pair.0 + 1,
                (false, true) if pair.1 < first_of_time => from = pair.1 + 1,
                (false, true) => to = pair.1,
                _ => {}
            }
        }
        let keeps = |at: usize| {
            self.words[at].time || self.pairs.iter().any(|&(open, close)| (open == at || close == at) && from <= open && close < to)
        };
        let loose = |at: usize| self.words[at].punctuation && !self.words[at].is_one_of("% € $ § #") && !keeps(at);
        let (mut first, mut last) = (from.min(first_of_time), to.max(last_of_time + 1));
        while first < first_of_time && (loose(first) || self.leads(first, from)) {
            first += 1;
        }
        while last > last_of_time + 1 && loose(last - 1) {
            last -= 1;
        }
        Span { start: self.words[first].span.start, end: self.words[last - 1].span.end }
    }

    /// Whether a word is a conjunction that means nothing without the clause before it.
    fn leads(&self, at: usize, from: usize) -> bool {
        let word = &self.words[at];
        let opens = self.segments.iter().find(|segment| (segment.from..segment.to).contains(&at)).is_some_and(|segment| {
            segment.kind == Kind::Subordinate
                && (segment.from..=segment.from + 1).contains(&at)
                && word.is_one_of(MAYBE_SUBORDINATORS)
                && !word.is_one_of("wer was wie")
        });
        (word.is_one_of(CONJUNCTIONS) && at <= from + 1) || (word.is_in(&SUBORDINATORS) && at <= from + 1 && word.lower != "ob") || opens
    }

    pub fn length(&self, from: usize, to: usize) -> usize {
        let span = Span { start: self.words[from].span.start, end: self.words[to - 1].span.end };
        span.of(self.text).chars().count()
    }

    /// At most [`LIMIT`] characters around the time; names of several words are not split.
    fn shorten(&self, from: usize, to: usize, first: usize, last: usize) -> (usize, usize) {
        let splits_name = |at: usize| at > 0 && at < self.words.len() && self.words[at - 1].is_capital() && self.words[at].is_capital();
        let glued = |at: usize| {
            at > 0 && at < self.words.len() && (self.words[at].text == "." || self.words[at - 1].span.end == self.words[at].span.start)
        };
        let (mut low, mut high) = (from, to);
        let front_fits = self.length(from, last + 1) <= LIMIT;
        while self.length(low, high) > LIMIT && (low < first || high > last + 1) {
            // The subject is mostly before the time.
            let cut_front = high <= last + 1 || (low < first && !front_fits && self.length(first, high) <= LIMIT / 2);
            if cut_front {
                low += 1;
                while low < first && (splits_name(low) || glued(low)) {
                    low += 1;
                }
            } else {
                high -= 1;
                while high > last + 1 && (splits_name(high) || glued(high)) {
                    high -= 1;
                }
            }
        }
        (low, high)
    }

    pub fn content(&self, from: usize, to: usize) -> usize {
        let words = self.words[from..to].iter();
        words.filter(|word| !word.punctuation && !word.time && !is_stop_word(&fold(word.text))).count()
    }
}

pub(super) fn has_verb(segment: &Segment) -> bool {
    segment.verb.is_some()
}

/// Whether `word` is an infinitive with `zu`: `zu reisen`, `abzuziehen`.
fn is_zu_infinitive(words: &[Word], word: &Word) -> bool {
    let after_zu = words.windows(2).any(|pair| pair[0].lower == "zu" && std::ptr::eq(&pair[1], word));
    let joined = word.lower.find("zu").is_some_and(|at| word.lower.get(..at).is_some_and(|prefix| SEPARABLE.contains(prefix)));
    is_infinitive(word) && (after_zu || joined)
}

/// The tense of the first of these segments that has a verb.
pub(super) fn tense(sentence: &Sentence, predicate: &[usize]) -> Option<Tense> {
    predicate.iter().find_map(|&at| sentence.segments[at].verb).map(|verb| verb.tense)
}
