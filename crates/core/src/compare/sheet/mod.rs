//! The sheet of a comparison: what the reports say, row by row, each cell with its places in the text.
//!
//! A fact is a row: its cells are the reports' own words. What only one report has is collected in one row for each section.

mod around;
mod days;
mod differences;
mod figures;
mod findings;
mod row;
#[cfg(test)]
mod tests;
mod voices;
mod who;
mod wording;

pub use row::{Entry, Finding, Row, Sheet, Status, Topic};

use super::Comparison;

use super::source::{MOST, Source};
use crate::entity::Entity;

/// The sheet of these articles and their comparison; `entities` are those of their names.
pub fn sheet(sources: &[Source], entities: &[Entity], found: &Comparison) -> Sheet {
    let sources = &sources[..sources.len().min(MOST)];
    let mut rows = who::rows(sources, entities, &found.voices);
    rows.extend(figures::rows(sources, &found.numbers));
    rows.extend(voices::rows(sources, found));
    let statements = voices::statements(sources, &found.probable, &rows);
    rows.extend(statements);
    rows.extend(days::rows(sources));
    rows.extend(wording::rows(sources, found));
    row::name(&mut rows);
    let findings = findings::findings(sources, entities, found, &rows);
    Sheet { findings, rows }
}
