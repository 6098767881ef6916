//! A sentence whose quotations count as one word each, cut into segments at its punctuation.

use super::marks::Marked;
use crate::german::{VerbForm, Words, speech_forms};
use crate::text::{Document, Span, TokenKind};
use std::ops::Range;

/// Most units of a frame, for texts without full stops.
const LONGEST: usize = 240;
/// Most tokens in parentheses that count as one unit.
const PARENTHESIS: usize = 40;

/// The kind of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    /// A word or number.
    Word,
    /// `,`
    Comma,
    /// `:`, `;`, a dash.
    Mark,
    /// `.`, `!`, `?`
    Stop,
    /// A quotation, by its number.
    Quote(usize),
    /// Words in parentheses.
    Aside,
    /// Other punctuation.
    Sign,
}

/// A token, or several that count as one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit<'d> {
    pub kind: UnitKind,
    pub span: Span,
    /// As it is written; empty for a quotation or parenthesis.
    pub text: &'d str,
    /// In lower case.
    pub lower: &'d str,
    pub capital: bool,
    /// The first of its tokens.
    pub token: usize,
}

impl Unit<'_> {
    pub fn is_word(&self) -> bool {
        self.kind == UnitKind::Word
    }

    pub fn is_in(&self, list: &Words) -> bool {
        self.is_word() && list.contains(self.lower)
    }

    /// Whether it is one of a few lower-case words, separated by spaces.
    pub fn is_one_of(&self, few: &str) -> bool {
        self.is_word() && few.split(' ').any(|word| word == self.lower)
    }

    /// Whether it is capitalised as nouns and names are; the first word of a sentence counts, too.
    pub fn is_capital(&self) -> bool {
        self.is_word() && self.capital
    }

    pub fn quote(&self) -> Option<usize> {
        match self.kind {
            UnitKind::Quote(number) => Some(number),
            _ => None,
        }
    }
}

/// A sentence, or several that share a quotation.
pub(super) struct Frame<'d> {
    pub units: Vec<Unit<'d>>,
    /// The parts between commas, colons, dashes: without the punctuation, never empty.
    pub segments: Vec<Range<usize>>,
    /// Whether a new paragraph begins with it.
    pub paragraph: bool,
}

impl<'d> Frame<'d> {
    /// The segment that holds unit `at`.
    pub fn segment_of(&self, at: usize) -> usize {
        self.segments.partition_point(|segment| segment.end <= at)
    }

    /// The unit at `at`, unless it is beyond the end.
    pub fn get(&self, at: usize) -> Option<&Unit<'d>> {
        self.units.get(at)
    }

    /// The lower-case word at `at`; empty for everything else.
    pub fn word(&self, at: usize) -> &'d str {
        self.units.get(at).filter(|unit| unit.is_word()).map_or("", |unit| unit.lower)
    }

    /// The span of these units.
    pub fn span(&self, units: Range<usize>) -> Option<Span> {
        let units = self.units.get(units)?;
        Some(Span { start: units.first()?.span.start, end: units.last()?.span.end })
    }

    /// One past the last unit before the final full stop.
    pub fn content_end(&self) -> usize {
        let trailing = self.units.iter().rev().take_while(|unit| matches!(unit.kind, UnitKind::Stop)).count();
        self.units.len() - trailing
    }

    /// Whether the word at `at` is in a common form of a finite verb.
    pub fn is_verb_like(&self, at: usize) -> bool {
        let word = self.word(at);
        let auxiliary = "ist sind war waren hat haben hatte hatten wird werden wurde wurden sei seien habe vertritt vertrat".split(' ');
        let mut auxiliary = auxiliary.chain("kam stellte äußerte erhob weist wies gab gibt zeigt zeigte".split(' '));
        self.is_lower(at) && (auxiliary.any(|other| other == word) || speech_forms(word).iter().any(|form| form.form == VerbForm::Finite))
    }

    /// Whether the word at `at` can be a verb, by how it is written.
    pub fn is_lower(&self, at: usize) -> bool {
        let Some(unit) = self.units.get(at) else { return false };
        let opens = at == 0 || matches!(self.units[at - 1].kind, UnitKind::Mark | UnitKind::Quote(_) | UnitKind::Stop);
        unit.is_word() && (!unit.capital || (opens && !speech_forms(unit.lower).is_empty()))
    }
}

/// The frames of a text, in order.
pub(super) fn frames<'d>(document: &'d Document<'d>, quotes: &[Marked]) -> Vec<Frame<'d>> {
    let mut out = Vec::new();
    let count = document.sentences().len();
    let (mut number, mut quote) = (0, 0);
    let mut end_before = 0;
    while number < count {
        let Range { start, mut end } = document.sentence(number);
        number += 1;
        let first_quote = quote;
        loop {
            while quotes.get(quote).is_some_and(|pair| pair.close < end) {
                quote += 1;
            }
            if number < count && quotes.get(quote).is_some_and(|pair| pair.open < end) {
                end = document.sentence(number).end;
                number += 1;
            } else {
                break;
            }
        }
        let gap = &document.text()[end_before..document.tokens()[start].span.start as usize];
        let mut paragraph = start == 0 || gap.contains('\n');
        let units = units(document, start..end, &quotes[first_quote..quote], first_quote);
        end_before = document.tokens()[end - 1].span.end as usize;
        for part in units.chunks(LONGEST) {
            out.push(frame(part.to_vec(), paragraph));
            paragraph = false;
        }
    }
    out
}

fn frame(units: Vec<Unit>, paragraph: bool) -> Frame {
    let mut segments = Vec::new();
    let mut from = 0;
    for at in 0..=units.len() {
        let cuts = units.get(at).is_none_or(|unit| matches!(unit.kind, UnitKind::Comma | UnitKind::Mark | UnitKind::Stop));
        if cuts {
            if from < at {
                segments.push(from..at);
            }
            from = at + 1;
        }
    }
    Frame { units, segments, paragraph }
}

/// The units of these tokens; `quotes` are the quotations among them, `first` the number of the first.
fn units<'d>(document: &'d Document<'d>, range: Range<usize>, quotes: &[Marked], first: usize) -> Vec<Unit<'d>> {
    let tokens = document.tokens();
    let mut out = Vec::with_capacity(range.len());
    let mut quotes = (first..).zip(quotes).peekable();
    let mut at = range.start;
    while at < range.end {
        let token = &tokens[at];
        let joined = |kind, last: usize| Unit {
            kind,
            span: Span { start: token.span.start, end: tokens[last].span.end },
            text: "",
            lower: "",
            capital: false,
            token: at,
        };
        if let Some((number, pair)) = quotes.next_if(|(_, pair)| pair.open == at) {
            out.push(joined(UnitKind::Quote(number), pair.close));
            at = pair.close + 1;
            continue;
        }
        let until = quotes.peek().map_or(range.end, |(_, pair)| pair.open.min(range.end));
        let close = (token.text == "(").then(|| (at + 1..until.min(at + PARENTHESIS)).find(|&close| tokens[close].text == ")")).flatten();
        if let Some(close) = close {
            out.push(joined(UnitKind::Aside, close));
            at = close + 1;
            continue;
        }
        let kind = match (token.kind, token.text) {
            (TokenKind::Word | TokenKind::Number, _) => UnitKind::Word,
            (_, ",") => UnitKind::Comma,
            (_, ":") if tokens.get(at + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Number) => UnitKind::Sign,
            (_, ":" | ";" | "–" | "—") => UnitKind::Mark,
            (_, "-") if !token.glued => UnitKind::Mark,
            (_, "." | "!" | "?") if at + 1 == range.end || out.len() + 1 == LONGEST => UnitKind::Stop,
            _ => UnitKind::Sign,
        };
        out.push(Unit { kind, span: token.span, text: token.text, lower: document.lower(at), capital: token.capital, token: at });
        at += 1;
    }
    out
}
