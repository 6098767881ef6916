//! Training data for the tagger, as `cargo xtask train-names` needs it.

use super::join;
use super::model::evidence::Evidence;
use super::model::features::{Feature, Features};
use super::model::{Lists, Model};
use super::name::Mention;
use super::recognise::by_rules;
use crate::text::{Document, Span};

/// A word with its features.
pub struct Example {
    /// Its span in bytes.
    pub span: Span,
    /// Its features; empty for a word that can never be part of a name.
    pub features: Option<Vec<Feature>>,
}

/// The sentences of `text` as lists of words with their features.
pub fn examples(text: &str, lists: &Lists) -> Vec<Vec<Example>> {
    let document = Document::new(text);
    let (doc, mentions) = by_rules(&document);
    let features = Features::new(&doc, &mentions, lists);
    let example = |at: usize, sentence| {
        let mut row = Vec::new();
        if features.is_active(at) {
            features.of(at, sentence, &mut row);
        }
        Example { span: doc.words[at].span, features: features.is_active(at).then_some(row) }
    };
    features.sentences().into_iter().map(|s| (s.0..s.1).map(|at| example(at, s)).collect()).collect()
}

/// All mentions that rules and `model` find in `text`, with their evidence and before overlaps are resolved: the trainer measures their confidence.
pub fn candidates(text: &str, model: &Model) -> Vec<(Mention, Evidence)> {
    let document = Document::new(text);
    let (doc, mentions) = by_rules(&document);
    join::candidates(&doc, mentions, model)
}
