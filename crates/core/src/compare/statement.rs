//! The sentences of several texts as sets of words with a meaning of their own.

use super::source::MOST;
use crate::german::{closing_marks, is_common_stem, is_content_word, is_quotation_mark, numeral, stem};
use crate::reuse::SharedPassages;
use crate::search::{key_of, ln, plain_words};
use crate::text::{Document, Span, TokenKind, lower_into};
use std::collections::BTreeMap;

/// Sentences of other news that are taken to be read, too, so that what all reports of a few have still counts.
const BACKGROUND: usize = 200;
/// In how many of these a word stands that is frequent in all news.
const COMMON: usize = 8;
/// A word with a meaning of its own.
pub(super) struct Word {
    pub span: Span,
    pub stem: u32,
    /// Where the name or the hyphenated word begins that it is part of; else it itself.
    pub unit: u32,
    /// How many words with a meaning of their own this has.
    pub parts: u32,
    /// Whether it is part of a name.
    pub named: bool,
    pub quoted: bool,
    pub number: bool,
    /// The reports with which it is already known to be common, as bits.
    pub taken: u8,
}

/// A sentence.
pub(super) struct Sentence {
    pub report: u32,
    /// Its first word, and one past its last.
    pub words: (usize, usize),
    /// Where `nicht` or `kein` stands.
    pub negations: Vec<Span>,
}

/// The words of all texts.
pub(super) struct Reading<'d> {
    pub documents: &'d [Document<'d>],
    pub words: Vec<Word>,
    pub sentences: Vec<Sentence>,
    /// For each stem the sentences that have it, in order.
    pub places: Vec<Vec<u32>>,
    /// For each stem its weight in bits.
    pub weights: Vec<f64>,
}

impl<'d> Reading<'d> {
    /// Reads texts with the spans of their names, which need not be sorted.
    pub fn new(documents: &'d [Document<'d>], names: &[Vec<Span>]) -> Self {
        let mut reading = Self { documents, words: Vec::new(), sentences: Vec::new(), places: Vec::new(), weights: Vec::new() };
        let mut stems: BTreeMap<String, u32> = BTreeMap::new();
        for (report, document) in (0..).zip(documents) {
            let quoted = quotations(document);
            let mut names = names.get(report as usize).cloned().unwrap_or_default();
            names.sort_unstable();
            let mut open = None;
            let first = reading.words.len();
            for span in plain_words(document.text(), document.tokens()) {
                let number = document.sentence_at(span.start);
                if open != Some(number) {
                    open = Some(number);
                    let at = reading.words.len();
                    reading.sentences.push(Sentence { report, words: (at, at), negations: Vec::new() });
                }
                let Some(sentence) = reading.sentences.last_mut() else { continue };
                let written = span.of(document.text());
                let folded = key_of(written);
                if is_negation(&folded) {
                    sentence.negations.push(span);
                }
                let Some((stem, is_number)) = stem_of(written, &folded) else { continue };
                let next = stems.len() as u32;
                let stem = *stems.entry(stem).or_insert(next);
                let at = quoted.partition_point(|quotation| quotation.end <= span.start);
                let quoted = quoted.get(at).is_some_and(|quotation| quotation.contains(span));
                let name = names.get(names.partition_point(|name| name.end <= span.start)).filter(|name| name.overlaps(span));
                let tokens = document.tokens();
                let token = tokens.get(tokens.partition_point(|token| token.span.end <= span.start)).map_or(span, |token| token.span);
                let (unit, named) = (name.unwrap_or(&token).start, name.is_some());
                reading.words.push(Word { span, stem, unit, parts: 1, named, quoted, number: is_number, taken: 0 });
                sentence.words.1 += 1;
            }
            for unit in reading.words[first..].chunk_by_mut(|x, y| x.unit == y.unit) {
                let parts = unit.len() as u32;
                unit.iter_mut().for_each(|word| word.parts = parts);
            }
        }
        reading.places = vec![Vec::new(); stems.len()];
        for (n, sentence) in (0..).zip(&reading.sentences) {
            for word in &reading.words[sentence.words.0..sentence.words.1] {
                let places = &mut reading.places[word.stem as usize];
                if places.last() != Some(&n) {
                    places.push(n);
                }
            }
        }
        let all = (reading.sentences.len() + BACKGROUND) as f64;
        reading.weights = vec![0.0; stems.len()];
        for (stem, number) in &stems {
            let elsewhere = if is_common_stem(stem) { COMMON } else { 0 };
            let df = reading.places[*number as usize].len() + elsewhere;
            reading.weights[*number as usize] = ln(all / df.max(1) as f64) / std::f64::consts::LN_2;
        }
        reading
    }

    /// Takes the words of passages that two reports share.
    pub fn leave_out(&mut self, pairs: &[SharedPassages]) {
        let mut shared: Vec<(u32, u32, Span)> = Vec::new();
        for pair in pairs.iter().filter(|pair| pair.a.max(pair.b) < MOST as u32) {
            shared.extend(pair.passages.iter().flat_map(|passage| [(pair.a, pair.b, passage.a), (pair.b, pair.a, passage.b)]));
        }
        for (own, other, span) in shared {
            let all = self.words.len();
            let before = |report: u32| self.sentences.partition_point(|sentence| sentence.report < report);
            let [from, to] = [own, own + 1].map(|report| self.sentences.get(before(report)).map_or(all, |sentence| sentence.words.0));
            let words = &mut self.words[from..to];
            let first = words.partition_point(|word| word.span.end <= span.start);
            for word in words[first..].iter_mut().take_while(|word| word.span.start < span.end) {
                word.taken |= bit(other);
            }
        }
    }

    /// The weight of word `at`, in bits; the words of a name or of a hyphenated word share it.
    pub fn weight(&self, at: usize) -> f64 {
        self.weights[self.words[at].stem as usize] / f64::from(self.words[at].parts)
    }

    /// The clauses of a sentence around some of its words: from the first to the last, and up to the next marks of punctuation.
    pub fn clauses(&self, sentence: usize, at: &[usize]) -> Span {
        let spans = || at.iter().filter_map(|&at| self.words.get(at)).map(|word| word.span);
        let (Some(start), Some(end)) = (spans().map(|span| span.start).min(), spans().map(|span| span.end).max()) else {
            return Span { start: 0, end: 0 };
        };
        let document = &self.documents[self.sentences[sentence].report as usize];
        clauses(document, Span { start, end })
    }
}

/// The bit of a report; none for those that are left out.
pub(super) fn bit(report: u32) -> u8 {
    1_u8.checked_shl(report).unwrap_or(0)
}

/// What stands for a word in any form, and whether it is a number; `None` for a word without a meaning of its own.
fn stem_of(written: &str, folded: &str) -> Option<(String, bool)> {
    if folded.starts_with(|c: char| c.is_ascii_digit()) && folded.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') {
        return Some((folded.to_owned(), true));
    }
    let mut lower = String::new();
    lower_into(written, &mut lower);
    if let Some(number) = numeral(&lower).filter(|number| *number > 1) {
        return Some((number.to_string(), true));
    }
    let letters = folded.chars().nth(1).is_some() && folded.contains(char::is_alphanumeric);
    (letters && is_content_word(folded)).then(|| (stem(folded), false))
}

/// Whether a folded word negates.
fn is_negation(folded: &str) -> bool {
    matches!(folded, "nicht" | "nie" | "niemals" | "keinesfalls" | "keineswegs") || folded.starts_with("kein")
}

/// What stands between quotation marks, in order; of nested ones the outer.
fn quotations(document: &Document<'_>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut open: Option<(u32, &str)> = None;
    for token in document.tokens().iter().filter(|token| token.kind == TokenKind::Punctuation) {
        match open {
            Some((start, closers)) if closers.contains(token.text) => {
                out.push(Span { start, end: token.span.start });
                open = None;
            }
            None if is_quotation_mark(token.text) => open = closing_marks(token.text).map(|closers| (token.span.end, closers)),
            _ => {}
        }
    }
    out
}

/// The clauses of a stretch: it, and what stands around it up to the next mark of punctuation.
fn clauses(document: &Document<'_>, stretch: Span) -> Span {
    let tokens = document.tokens();
    let sentence = document.sentence(document.sentence_at(stretch.start));
    let is_word = |at: &usize| tokens[*at].kind != TokenKind::Punctuation || matches!(tokens[*at].text, "%" | "€" | "$" | "-");
    let (from, to) = (document.token_at(stretch.start), document.token_at(stretch.end));
    let first = (sentence.start..from).rev().take_while(is_word).last();
    let last = (to..sentence.end).take_while(is_word).last();
    let start = first.map_or(stretch.start, |at| tokens[at].span.start);
    Span { start: start.min(stretch.start), end: last.map_or(stretch.end, |at| tokens[at].span.end) }
}
