//! Inverted index, queries, ranking, snippets.
//!
//! The way of a query: [`language::parse`] reads what was typed (anything is a query, nothing an error);
//! [`Plan::new`] looks up in the [`Index`] which entries each word can mean, as far as its chunks are loaded, and names those that are needed;
//! [`evaluate`] joins and ranks; [`marks`] and [`snippet`] turn places into marks and the best passage.
//! The way of an article is shorter: [`article_units`] cuts it, [`IndexBuilder`] gathers.
//!
//! To add a way in which a word can be meant, add a [`Tier`], find its entries in `planner`, and give it a weight in [`Ranking`].

mod chunk;
#[cfg(test)]
mod corpus_tests;
mod evaluate;
mod index;
pub mod language;
mod list;
mod lookup;
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

pub use chunk::Entry;
pub use evaluate::{Found, Matches, Place, evaluate, places};
pub use index::{ArticleTerms, Directory, IndexBuilder, IndexParts};
pub use lookup::{Index, Needs};
pub use plan::{Clause, Facts, Meant, Plan, Step, Tier};
pub use rank::{Lengths, Ranking};
pub use snippet::{marks, opening, snippet};
pub use term::Kind;
pub use words::{Field, Unit, article_units, units};
pub(crate) use words::{key_of, plain_words};
