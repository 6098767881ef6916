//! Rows about words: other ones at the same place of a shared passage, other ones for the same thing, and typical ones.

use super::around::{around, stems};
use super::row::{Entry, Row, Status, Topic};
use crate::compare::Comparison;
use crate::compare::source::Source;
use crate::compare::typical::Typical;
use crate::reuse::{Kind, Piece, SharedPassages};
use crate::text::{Span, fold};
use std::collections::BTreeMap;

/// Most rows about wording.
const ROWS: usize = 10;
/// Most words of a change: more is another sentence.
const LONG: u32 = 4;

/// The rows about words.
pub(super) fn rows(sources: &[Source], found: &Comparison) -> Vec<Row> {
    let mut out = changed(sources, &found.pairs);
    let is_known = |words: &[String], out: &[Row]| {
        out.iter().any(|row| matches!(&row.topic, Topic::Wording(known) if words.iter().all(|word| known.contains(word))))
    };
    for set in &found.designations {
        let words: Vec<String> = set.words.iter().map(|word| word.word.clone()).collect();
        if is_known(&words, &out) {
            continue;
        }
        let mut cells = vec![Vec::new(); sources.len()];
        for word in &set.words {
            let mut last = None;
            for place in word.places.iter().filter(|place| last.replace(place.report) != Some(place.report)) {
                cells[place.report as usize].push(entry(&sources[place.report as usize], place.span));
            }
        }
        out.push(Row::new(Topic::Designation(words), Some(Status::Differs), cells));
    }
    let typical = |word: &Typical| {
        let span = word.places.first()?.span;
        Some(Entry { name: Some(word.word.clone()), count: word.counts[0], ..Entry::new(span, span) })
    };
    let cells = found.typical.iter().map(|words| words.iter().filter_map(typical).collect());
    let row = Row::new(Topic::Typical, None, cells.collect());
    out.extend((!row.is_empty()).then_some(row));
    out
}

/// The rows about words with a meaning that one report has changed.
fn changed(sources: &[Source], pairs: &[SharedPassages]) -> Vec<Row> {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut out: Vec<Row> = Vec::new();
    for pair in pairs {
        let text = |report: u32| sources[report as usize].document.article.text.as_str();
        let pieces = pair.passages.iter().flat_map(|passage| &passage.pieces);
        for piece in pieces.filter(|piece| is_change(piece)) {
            // A pronoun for a name is no other word.
            let says = |report: u32, span: Span| !stems(text(report), span).is_empty();
            if !says(pair.a, piece.a) || !says(pair.b, piece.b) {
                continue;
            }
            let (one, other) = (piece.a.of(text(pair.a)), piece.b.of(text(pair.b)));
            let key = [fold(one), fold(other)].join("/");
            let at = *known.entry(key).or_insert(out.len());
            if at == out.len() {
                let words = vec![one.to_owned(), other.to_owned()];
                out.push(Row::new(Topic::Wording(words), Some(Status::Differs), vec![Vec::new(); sources.len()]));
            }
            for (report, span) in [(pair.a, piece.a), (pair.b, piece.b)] {
                let cell = &mut out[at].cells[report as usize];
                if cell.is_empty() {
                    cell.push(entry(&sources[report as usize], span));
                }
            }
        }
    }
    out.truncate(ROWS);
    out
}

fn is_change(piece: &Piece) -> bool {
    piece.kind == Kind::Changed && piece.content && piece.words.0.max(piece.words.1) <= LONG
}

fn entry(source: &Source, span: Span) -> Entry {
    Entry { marks: vec![span], ..Entry::new(span, around(source.document, span)) }
}
