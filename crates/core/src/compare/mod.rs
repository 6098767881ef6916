//! Compares chosen articles: what each says, shares, changes and leaves out.
//!
//! ```
//! use zeitlupe_core::{article::Article, compare::compare};
//! let report = |text: &str| Article { text: text.into(), ..Article::default() };
//! let one = report("Angesichts des Aufmarschs von mehr als 2000 Soldaten wird ein Angriff befürchtet. Graz schweigt.");
//! let two = report("Angesichts des Aufmarschs von mehr als 2.000 Soldaten wird ein Angriff befürchtet.");
//! let found = compare(&[&one, &two]);
//! assert_eq!((found.passages.len(), found.reports[1].shared, found.reports[1].words), (1, 12, 12));
//! assert_eq!((found.numbers[0].unit.as_str(), found.numbers[0].places.len()), ("Soldaten", 2));
//! ```

mod designations;
mod facts;
mod probable;
mod shares;
mod statement;
#[cfg(test)]
mod tests;
mod typical;

pub use designations::{Designation, Designations, Ground, designations};
pub use facts::{Figure, Voice};
pub use probable::{Probable, probable};
pub use shares::{Report, Version, WithVersions};
pub use typical::{Typical, typical};

use crate::article::Article;
use crate::reuse::{SharedPassages, Words, passages};

/// Most articles that are compared; of more, the first.
pub const MOST: usize = 8;

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
}

/// Compares articles; only the first [`MOST`].
pub fn compare(articles: &[&Article]) -> Comparison {
    let articles = &articles[..articles.len().min(MOST)];
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
    let (numbers, voices) = facts::facts(articles);
    Comparison { reports: shares::reports(&words, &pairs), passages: shares::with_versions(articles, &pairs), pairs, numbers, voices }
}
