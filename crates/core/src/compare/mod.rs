//! Compares chosen articles: what each says, shares, changes and leaves out.
//!
//! ```
//! use zeitlupe_core::{article::Article, compare::{Source, compare}, statements::Statements, text::Document, view::AnalysedArticle};
//! let one = "Angesichts des Aufmarschs von mehr als 2000 Soldaten wird ein Angriff befürchtet. Graz schweigt.";
//! let two = "Angesichts des Aufmarschs von mehr als 2.000 Soldaten wird ein Angriff befürchtet.";
//! let reports = [one, two].map(|text| {
//!     let article = Article { text: text.into(), ..Article::default() };
//!     (AnalysedArticle { article, ..AnalysedArticle::default() }, Statements::of(&Document::new(text), &[], &[]))
//! });
//! let found = compare(&reports.each_ref().map(|(document, statements)| Source { document, statements }), &[]);
//! assert_eq!((found.passages.len(), found.reports[1].shared, found.reports[1].words), (1, 12, 12));
//! assert_eq!((found.numbers[0].unit.as_str(), found.numbers[0].places.len()), ("Soldaten", 2));
//! ```

mod designations;
mod facts;
mod level;
mod lines;
mod probable;
mod sentences;
mod shares;
pub mod sheet;
mod source;
mod statement;
#[cfg(test)]
mod tests;
mod typical;
mod versions;

pub use designations::{Designation, Designations, designations};
pub use facts::{Figure, Voice};
pub use level::{Block, BlockKind, End, Level, MOST_COLUMNS, Rest, Ribbon, Row, Shared, Twin, WHOLE, level};
pub use lines::{Line, Mark, Segment};
pub use probable::{Probable, probable};
pub use sentences::Sentences;
pub use shares::{Report, Version, WithVersions};
pub use source::{MOST, Source, read_statements, statement_parts};
pub use typical::{Typical, typical};
pub use versions::{PassageVersions, Wording, versions};

use crate::article::Article;
use crate::entity::{Entity, EntityKind};
use crate::reuse::{SharedPassages, Words, passages};
use crate::text::Span;

/// What some articles have in common, and what not; articles are numbered in the order in which they were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Each article, and how much of it others have, too.
    pub reports: Vec<Report>,
    /// The passages that two of them share, aligned word by word.
    pub pairs: Vec<SharedPassages>,
    /// The shared passages, each once with all its versions, in the order of the first article that has them.
    pub passages: Vec<WithVersions>,
    /// The numbers, each once with all places where it stands: those that most articles have first.
    pub numbers: Vec<Figure>,
    /// Who is quoted, in the order of the articles and their texts.
    pub voices: Vec<Voice>,
    /// Statements that are probably the same in other words.
    pub probable: Vec<Probable>,
    /// Different words that are probably for one thing.
    pub designations: Vec<Designations>,
    /// For each article the words that are typical of it.
    pub typical: Vec<Vec<Typical>>,
}

/// Compares articles; only the first [`MOST`]. `entities` are those of their names.
pub fn compare(sources: &[Source], entities: &[Entity]) -> Comparison {
    let sources = &sources[..sources.len().min(MOST)];
    let articles: Vec<&Article> = sources.iter().map(|source| &source.document.article).collect();
    let words: Vec<Words> = articles.iter().map(|article| Words::new(&article.text)).collect();
    let mut pairs = Vec::new();
    for (a, first) in words.iter().enumerate() {
        for (b, second) in words.iter().enumerate().skip(a + 1) {
            let passages = passages(first, second);
            if !passages.is_empty() {
                pairs.push(SharedPassages { a: a as u32, b: b as u32, passages });
            }
        }
    }
    let texts: Vec<&str> = articles.iter().map(|article| article.text.as_str()).collect();
    let names: Vec<Vec<Span>> = sources
        .iter()
        .map(|source| source.document.names.iter().filter(|name| name.kind != EntityKind::Evt).map(|name| name.span).collect())
        .collect();
    let (numbers, voices) = facts::facts(sources, entities);
    Comparison {
        reports: shares::reports(&words, &pairs),
        passages: shares::with_versions(&articles, &pairs),
        probable: probable(&texts, &names, &pairs),
        designations: designations(&texts, &names),
        typical: typical(&texts, &names),
        pairs,
        numbers,
        voices,
    }
}
