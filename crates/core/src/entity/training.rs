//! What the trainer of the tagger learns from.

use super::join;
use super::model::evidence::Evidence;
use super::model::features::{Feature, Features};
use super::model::{Lists, Model};
use super::name::Mention;
use super::recognise::by_rules;
use crate::text::{Document, Span};

/// A word as the tagger sees it, for the trainer.
pub struct Example {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Its features; none for a word that is always outside.
    pub features: Option<Vec<Feature>>,
}

/// The sentences of `text` as the tagger sees them.
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

/// What rules and `model` find in `text`, with what speaks for each, before it is decided what stays: from that the trainer learns how
/// sure a finding is.
pub fn candidates(text: &str, model: &Model) -> Vec<(Mention, Evidence)> {
    let document = Document::new(text);
    let (doc, mentions) = by_rules(&document);
    join::candidates(&doc, mentions, model)
}
