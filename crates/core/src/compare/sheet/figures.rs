//! Rows about numbers.

use super::around::{around, stems};
use super::row::{Entry, Row, Status, Topic, alone};
use crate::compare::facts::Figure;
use crate::compare::shares::Version;
use crate::compare::source::Source;
use crate::number::Number;
use crate::text::fold;
use std::collections::BTreeSet;

/// Most rows about a number.
const ROWS: usize = 12;
/// Fewest words that the sentences of two different numbers have in common, besides the unit, if they count the same.
const SHARED: usize = 3;

/// The rows about numbers: those that several reports have, those that differ, and the rest.
pub(super) fn rows(sources: &[Source], figures: &[Figure]) -> Vec<Row> {
    let mut out = Vec::new();
    let (shared, single): (Vec<&Figure>, Vec<&Figure>) =
        figures.iter().filter(|figure| !figure.unit.is_empty()).partition(|figure| is_shared(figure));
    for figure in shared.into_iter().take(ROWS) {
        let mut cells = vec![Vec::new(); sources.len()];
        for place in &figure.places {
            let cell = &mut cells[place.report as usize];
            if cell.is_empty() {
                cell.push(entry(sources, *place));
            }
        }
        out.push(Row::new(Topic::Number(words(sources, figure)), Some(Status::Same), cells));
    }
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    for (n, figure) in single.iter().enumerate() {
        let other = (n + 1..single.len()).find(|other| !taken.contains(other) && counts_the_same(sources, figure, single[*other]));
        if let Some(other) = other.filter(|_| !taken.contains(&n)) {
            taken.extend([n, other]);
            let mut cells = vec![Vec::new(); sources.len()];
            for place in [figure.places[0], single[other].places[0]] {
                cells[place.report as usize].push(entry(sources, place));
            }
            out.push(Row::new(Topic::Number(figure.unit.clone()), Some(Status::Differs), cells));
        }
    }
    let mut cells = vec![Vec::new(); sources.len()];
    for (_, figure) in single.iter().enumerate().filter(|(n, _)| !taken.contains(n)) {
        let place = figure.places[0];
        cells[place.report as usize].push(entry(sources, place));
    }
    cells.iter_mut().for_each(|cell: &mut Vec<Entry>| cell.sort_by_key(|entry| entry.span));
    out.extend(alone(Topic::OtherNumbers, cells));
    out
}

fn is_shared(figure: &Figure) -> bool {
    figure.places.first().map(|place| place.report) != figure.places.last().map(|place| place.report)
}

/// The number at a place, as the article has it.
fn number<'a>(sources: &[Source<'a>], place: Version) -> Option<&'a Number> {
    sources[place.report as usize].statements.numbers.iter().find(|number| number.span == place.span)
}

/// The words of a number and of its bound.
fn words(sources: &[Source], figure: &Figure) -> String {
    let place = figure.places[0];
    let text = sources[place.report as usize].document.article.text.as_str();
    let unit = fold(&figure.unit);
    let words = place.span.of(text);
    // What is measured, where that is not in the words: ten cubic metres of gas.
    match number(sources, place).and_then(|number| number.counted).map(|span| span.of(text)) {
        Some(counted) if fold(counted) != unit && !words.contains(counted) => format!("{words} {counted}"),
        _ => words.to_owned(),
    }
}

fn entry(sources: &[Source], place: Version) -> Entry {
    let document = sources[place.report as usize].document;
    Entry { marks: vec![place.span], ..Entry::new(place.span, around(document, place.span)) }
}

/// Whether two numbers of different reports have the same unit, other values, and sentences that say nearly the same.
fn counts_the_same(sources: &[Source], one: &Figure, other: &Figure) -> bool {
    let (a, b) = (one.places[0], other.places[0]);
    if a.report == b.report || fold(&one.unit) != fold(&other.unit) {
        return false;
    }
    let around = |place: Version| {
        let document = sources[place.report as usize].document;
        let text = document.article.text.as_str();
        let own: BTreeSet<String> = stems(text, place.span);
        let all = stems(text, document.sentence_at(place.span));
        all.difference(&own).cloned().collect::<BTreeSet<_>>()
    };
    let (x, y) = (around(a), around(b));
    let shared = x.intersection(&y).count();
    shared >= SHARED && shared * 2 >= x.len().min(y.len())
}
