//! Articles side by side: what they share stands level.
//!
//! ```
//! use zeitlupe_core::article::Article;
//! use zeitlupe_core::compare::{BlockKind, Source, compare, level};
//! use zeitlupe_core::statements::Statements;
//! use zeitlupe_core::text::sentences;
//! use zeitlupe_core::view::AnalysedArticle;
//! let report = |text: &str| {
//!     let article = Article { text: text.into(), ..Article::default() };
//!     AnalysedArticle { sentences: sentences(text), article, ..AnalysedArticle::default() }
//! };
//! let one = report("Graz schweigt. Angesichts des Aufmarschs von mehr als 2000 Soldaten wird ein Angriff befürchtet.");
//! let two = report("Angesichts des Aufmarschs von mehr als 2000 Soldaten wird ein Angriff befürchtet.");
//! let none = Statements::default();
//! let sources = [&one, &two].map(|document| Source { document, statements: &none });
//! let found = level(&[&one, &two], &compare(&sources, &[]), &[0, 1]);
//! assert_eq!(found.rows.len(), 2);
//! assert_eq!(found.rows[0].cells[0][0].kind, BlockKind::Alone);
//! assert!(matches!(&found.rows[1].cells[1][0].kind, BlockKind::Shared(shared) if shared.is_verbatim));
//! ```

mod chain;
mod fill;
mod links;
mod parts;
#[cfg(test)]
mod tests;

pub(super) use links::Numbers;
pub use parts::{Block, BlockKind, End, Level, MOST_COLUMNS, Rest, Ribbon, Row, Shared, Twin, WHOLE};

use super::Comparison;
use crate::text::Span;
use crate::view::AnalysedArticle;
use chain::chain;
use links::{Link, Stretch};

/// Lays articles side by side: the heaviest chain of passages in the same order becomes rows, passages that changed place stay where they are.
///
/// `texts` are all articles of the comparison, in its order; `chosen` are the numbers of those to show, from left to right, at most
/// [`MOST_COLUMNS`]; numbers that do not exist or are repeated are left out. Kicker and title are not part of the grid. No word is lost or doubled.
pub fn level(texts: &[&AnalysedArticle], comparison: &Comparison, chosen: &[u32]) -> Level {
    let mut reports: Vec<u32> = Vec::new();
    for &report in chosen {
        if (report as usize) < texts.len() && !reports.contains(&report) && reports.len() < MOST_COLUMNS {
            reports.push(report);
        }
    }
    let columns: Vec<&AnalysedArticle> = reports.iter().map(|&report| texts[report as usize]).collect();
    let links = links::links(comparison, &reports);
    let stretches: Vec<Vec<Stretch>> = columns.iter().enumerate().map(|(n, text)| links::stretches(text, &links, n)).collect();
    let chain = chain(&links::nodes(&stretches, &links), columns.len());
    // The row that each stretch begins.
    let mut begins: Vec<Vec<Option<usize>>> = stretches.iter().map(|stretches| vec![None; stretches.len()]).collect();
    for (row, places) in (1..).zip(&chain) {
        for (column, place) in places.iter().enumerate() {
            if let Some(at) = place {
                begins[column][*at] = Some(row);
            }
        }
    }
    let grid = fill::Grid { texts, comparison, reports: &reports, links: &links, stretches: &stretches, begins: &begins };
    let rows = grid.rows(chain.len() + 1);
    let ribbons = ribbons(&columns, &links, &stretches, &begins);
    Level { reports, rows, ribbons }
}

fn ribbons(columns: &[&AnalysedArticle], links: &[Link<'_>], stretches: &[Vec<Stretch>], begins: &[Vec<Option<usize>>]) -> Vec<Ribbon> {
    let mut rows = vec![[None; 2]; links.len()];
    for (stretches, begins) in stretches.iter().zip(begins) {
        for (stretch, begins) in stretches.iter().zip(begins) {
            stretch.links.iter().for_each(|&(link, end)| rows[link][end] = *begins);
        }
    }
    let end = |(column, span): (usize, Span)| {
        let length = columns[column].article.text.len().max(1) as u64;
        let part = |byte: u32| (u64::from(byte) * u64::from(WHOLE) / length) as u32;
        End { column: column as u32, from: part(span.start), to: part(span.end) }
    };
    let ribbon = |(link, rows): (&Link<'_>, &[Option<usize>; 2])| Ribbon {
        passage: link.number,
        is_verbatim: link.is_verbatim(),
        is_level: rows[0].is_some() && rows[0] == rows[1],
        ends: link.ends.map(end),
    };
    links.iter().zip(&rows).map(ribbon).collect()
}
