//! Inverted index, queries, ranking, snippets.
//!
//! The way of a query: [`query::parse`] cuts what was typed into items (anything is a query, nothing an error);
//! [`plan::Plan::new`] looks up in the [`Dictionary`] which terms each word can mean and names the chunks of postings that are needed;
//! [`evaluate::evaluate`] reads these, joins and ranks; [`snippet`] turns places into marks and the best passage.
//! The way of an article is shorter: [`words::article_units`] cuts it, [`IndexBuilder`] gathers.
//!
//! To add a way in which a word can be meant, add a [`plan::Tier`], find its terms in `plan`, and give it a weight in [`rank::Ranking`].

mod dictionary;
mod evaluate;
mod index;
mod plan;
mod postings;
mod query;
mod rank;
mod snippet;
#[cfg(test)]
mod tests;
mod typo;
mod varint;
mod words;

pub use dictionary::{Dictionary, Location, Term};
pub use evaluate::{Found, Matches, Place, evaluate};
pub use index::{ArticleTerms, Index, IndexBuilder, Terms};
pub use plan::{Clause, Meant, Plan, Tier};
pub use query::{Item, parse};
pub use rank::Ranking;
pub use snippet::{marks, opening, snippet};
pub use words::{Field, Unit, article_units, units};

/// The byte before a dictionary key that is not a word but the part of compounds: it sorts before every letter and occurs in no word.
const PART_MARK: u8 = 1;
