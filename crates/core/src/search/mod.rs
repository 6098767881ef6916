//! Search: inverted index, queries, ranking, snippets.
//!
//! A query takes these steps: [`language::parse`] parses what was typed (every string is a valid query); [`Plan::new`] looks up in the [`Index`]
//! which entries match each word, or returns the chunks to load first; [`evaluate`] finds and ranks articles; [`marks`] and [`snippet`] turn
//! occurrences into marks and the best passage. An article is split by [`article_units`] and added to an [`IndexBuilder`].
//!
//! To add a way in which a word can match, add a [`Tier`], find its entries in `planner`, and give it a weight in [`Ranking`].

mod best;
mod chunk;
#[cfg(test)]
mod corpus_tests;
#[cfg(test)]
mod counts_tests;
mod directory;
mod evaluate;
mod index;
pub mod language;
mod list;
mod lookup;
mod places;
mod plan;
mod planner;
mod rank;
mod snippet;
mod spelling;
mod term;
#[cfg(test)]
mod tests;
mod typo;
mod words;

pub use best::{BEST, add_summaries, by_relevance, first};
pub use chunk::Entry;
pub use directory::Directory;
pub use evaluate::{Found, Matches, evaluate};
pub use index::{ArticleTerms, IndexBuilder, IndexParts};
pub use lookup::{Index, Needs};
pub use places::{Place, count, open_clauses, places};
pub use plan::{Clause, Facts, MatchedEntry, Plan, Step, Tier};
pub use rank::Ranking;
pub(crate) use rank::ln;
pub use snippet::{marks, opening, snippet};
pub use term::{Case, Kind};
pub use words::{Field, Unit, article_units, units};
pub(crate) use words::{key_of, plain_words};
