//! The whole corpus, analysed, as parts of bytes and back.
//!
//! [`build`] analyses the articles and gives every part as bytes; [`decode`] checks a part that came back from a file, a page or memory.
//! What the parts hold is in [`Base`], [`EntityTable`], [`ArticleChunk`] and [`crate::search::Terms`]; [`crate::room::Room`] reads them.

mod build;
pub(crate) mod bytes;
mod codec;
mod content;
mod document;
mod order;
mod part;

pub(crate) use build::sentence_of;
pub use build::{Bundle, Progress, Stage, build};
pub use codec::{Header, checksum, decode, encode, part_hash};
pub use content::{ArticleChunk, Base, EntityTable, PartEntry};
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
