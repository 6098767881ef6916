//! Rows about days.

use super::around::around;
use super::row::{Entry, Row, Status, Topic, alone};
use crate::compare::source::Source;
use crate::day::Day;
use crate::time::TimeKind;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Most rows about a day.
const ROWS: usize = 8;
/// Most days of a date that is a row of its own: a month.
const LONG: i32 = 30;

/// The rows about days: those that several reports name, and the rest.
pub(super) fn rows(sources: &[Source]) -> Vec<Row> {
    let mut days: BTreeMap<(Day, Day), Vec<Vec<Entry>>> = BTreeMap::new();
    for (n, source) in sources.iter().enumerate() {
        let dates = source.document.times.iter().filter(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time));
        for time in dates {
            let Some(ends) = time.earliest.zip(time.latest).filter(|(first, last)| last.0 - first.0 <= LONG) else { continue };
            let cell = &mut days.entry(ends).or_insert_with(|| vec![Vec::new(); sources.len()])[n];
            if cell.is_empty() {
                let context = around(source.document, time.span);
                cell.push(Entry { marks: vec![time.span], ..Entry::new(time.span, context) });
            }
        }
    }
    let reports = |cells: &[Vec<Entry>]| cells.iter().filter(|cell| !cell.is_empty()).count();
    let (mut shared, single): (Vec<_>, Vec<_>) = days.into_iter().partition(|(_, cells)| reports(cells) > 1);
    shared.sort_by_key(|(_, cells)| Reverse(reports(cells)));
    shared.truncate(ROWS);
    shared.sort_by_key(|(ends, _)| *ends);
    let mut out: Vec<Row> =
        shared.into_iter().map(|((first, last), cells)| Row::new(Topic::Days(first, last), Some(Status::Same), cells)).collect();
    let mut rest = vec![Vec::new(); sources.len()];
    for (_, cells) in single {
        cells.into_iter().zip(&mut rest).for_each(|(cell, rest)| rest.extend(cell));
    }
    out.extend(alone(Topic::OtherDays, rest));
    out
}
