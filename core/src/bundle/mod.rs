//! The whole corpus, analysed, as parts of bytes and back.

mod document;
mod part;

pub use document::{Document, MarkedName};
pub use part::{Damage, PartKey};

use crate::article::Article;

/// The articles and what they are called together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// The name of the collection; empty if it has none.
    pub title: String,
    /// The articles, in the order in which they were read.
    pub articles: Vec<Article>,
}
