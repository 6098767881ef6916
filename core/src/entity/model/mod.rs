//! A small statistical tagger for names: an averaged perceptron over hashed features, decoded by Viterbi's algorithm.
//!
//! It is learned by `cargo xtask train-names` and knows what the rules found, as features of their own; how both are joined stands in
//! `recognise::join`. Reading, features and decoding are pure and use whole numbers only, so that native and wasm agree.

mod bytes;
pub mod decode;
mod features;
pub mod file;
mod filter;
mod hash;
pub mod lists;
pub mod tag;
pub mod weights;

pub use features::Feature;
pub use filter::Filter;
pub use lists::Lists;

use super::recognise;
use crate::text::Span;
use std::fmt;

/// What is wrong with the bytes of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// They are no such file.
    Foreign,
    /// They are of another version of the format.
    Version {
        /// The version of the file.
        found: u16,
        /// The version that this program reads.
        expected: u16,
    },
    /// They end too early.
    Truncated,
    /// Some byte has changed.
    Checksum,
    /// Something else stands where this was expected.
    Content(&'static str),
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("expected a file of the names' model, found another"),
            Self::Version { found, expected } => write!(f, "expected version {expected} of the names' model, found {found}"),
            Self::Truncated => f.write_str("expected the names' model, found only its beginning"),
            Self::Checksum => f.write_str("expected the names' model as it was written, found changed bytes"),
            Self::Content(what) => write!(f, "expected {what} in the names' model, found something else"),
        }
    }
}

impl std::error::Error for ModelError {}

/// A word as the tagger sees it, for the trainer.
pub struct Example {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Its features; none for a word that is always outside.
    pub features: Option<Vec<Feature>>,
}

/// The sentences of `text` as the tagger sees them.
pub fn examples(text: &str, lists: &Lists) -> Vec<Vec<Example>> {
    let (doc, mentions) = recognise::by_rules(text);
    let features = features::Features::new(&doc, &mentions, lists);
    let example = |at: usize, sentence| {
        let mut row = Vec::new();
        if features.is_active(at) {
            features.of(at, sentence, &mut row);
        }
        Example { span: doc.words[at].span, features: features.is_active(at).then_some(row) }
    };
    features.sentences().into_iter().map(|s| (s.0..s.1).map(|at| example(at, s)).collect()).collect()
}
