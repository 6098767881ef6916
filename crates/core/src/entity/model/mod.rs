//! A small statistical tagger for names: an averaged perceptron over hashed features, decoded by Viterbi's algorithm.
//!
//! It is trained by `cargo xtask train-names`, and has the results of the rules as features; `entity::join` combines both. Reading, features and
//! decoding only use integers, so that native and wasm results are equal.
//!
//! ```
//! use zeitlupe_core::{entity::{model::Model, recognise_in}, text::Document};
//! let document = Document::new("Ein Treffen mit Nihal Öztürk.");
//! let with_model = recognise_in(&document, Model::shipped());
//! assert!(with_model.iter().any(|name| name.canonical == "Nihal Öztürk"));
//! ```

mod bytes;
mod clusters;
pub mod decode;
mod error;
pub mod evidence;
pub(super) mod features;
pub mod file;
mod filter;
mod hash;
pub mod lists;
mod rice;
pub mod tag;
pub mod weights;

pub use clusters::Clusters;
pub use error::ModelError;
pub use features::Feature;
pub use filter::Filter;
pub use lists::Lists;

use super::doc::Doc;
use super::{EntityKind, Mention};
use bytes::Reader;
use decode::{Path, Scores, decode};
use evidence::{Confidences, Evidence};
use features::Features;
use std::sync::OnceLock;
use tag::{DERIVED, Sort, TAGS, Tag};
use weights::Weights;

/// Magic number of the file of weights.
pub const WEIGHTS: [u8; 4] = *b"ZLNW";

/// Added to the score of organisations, which are so various that the tagger by itself misses more of them than it marks too many.
const ORGANISATIONS: i32 = 5;

/// The tagger: weights, lists and confidences.
pub struct Model {
    weights: Weights,
    confidences: Confidences,
    lists: Lists,
}

/// A result of the tagger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tagged {
    /// The words `from..to`.
    pub from: usize,
    pub to: usize,
    pub what: What,
    /// The smallest margin over other taggings at any of its words.
    pub margin: i32,
}

/// The kind of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Name(Sort),
    Derived,
    Part(EntityKind),
}

/// The results of the tagger in a text, and its margin at each word.
pub(super) struct Tagging {
    pub found: Vec<Tagged>,
    pub margins: Vec<i32>,
}

impl Model {
    /// Combines the parts of a model, for the trainer.
    pub fn new(weights: Weights, confidences: Confidences, lists: Lists) -> Self {
        Self { weights, confidences, lists }
    }

    /// Reads the file of weights; `lists` are those that it was trained with.
    ///
    /// # Errors
    /// If the file is not valid.
    pub fn read(weights: &[u8], lists: Lists) -> Result<Self, ModelError> {
        let mut reader = Reader::new(file::open(weights, WEIGHTS)?);
        let (weights, confidences) = (Weights::read(&mut reader)?, Confidences::read(&mut reader)?);
        if reader.is_at_end() { Ok(Self { weights, confidences, lists }) } else { Err(ModelError::Content("the end")) }
    }

    /// The model that comes with the program, read at the first call; `None` only if its files were damaged when the program was compiled.
    ///
    /// It is half a megabyte and only used by the build, so the wasm of the page does not contain it.
    pub fn shipped() -> Option<&'static Model> {
        static MODEL: OnceLock<Option<Model>> = OnceLock::new();
        let files = || {
            let (names, nouns) = (include_bytes!("../../../data/names.lists"), include_bytes!("../../../data/nouns.lists"));
            let lists = Lists::read(names, nouns, include_bytes!("../../../data/words.clusters")).ok()?;
            Model::read(include_bytes!("../../../data/names.model"), lists).ok()
        };
        MODEL.get_or_init(files).as_ref()
    }

    /// The same weights and lists with other confidences.
    pub fn with_confidences(self, confidences: Confidences) -> Self {
        Self { confidences, ..self }
    }

    /// Whether a word, in any spelling, is a common noun of the dictionary, in any of its forms; compounds only if they are listed themselves.
    pub fn is_noun(&self, word: &str) -> bool {
        self.lists.is_noun(word)
    }

    /// Whether a word as written is in the lists of places.
    pub fn is_place(&self, word: &str) -> bool {
        self.lists.is_place(word)
    }

    /// The confidence of a mention with this evidence, in percent.
    pub(super) fn confidence(&self, evidence: Evidence) -> u8 {
        self.confidences.of(evidence)
    }

    /// Tags the words of `doc`; `mentions` are the results of the rules, in text order.
    pub(super) fn tag(&self, doc: &Doc, mentions: &[Mention]) -> Tagging {
        let features = Features::new(doc, mentions, &self.lists);
        let mut tagging = Tagging { found: Vec::new(), margins: Vec::with_capacity(doc.words.len()) };
        let mut row = Vec::new();
        for sentence in features.sentences() {
            let mut score = |at: usize| {
                features.is_active(at).then(|| {
                    features.of(at, sentence, &mut row);
                    let mut scores = [0; TAGS];
                    row.iter().for_each(|feature| self.weights.add(*feature, &mut scores));
                    [Sort::Org.begin(), Sort::Org.inside()].into_iter().for_each(|tag| scores[usize::from(tag)] += ORGANISATIONS);
                    scores
                })
            };
            let words: Vec<Scores> = (sentence.0..sentence.1).map(&mut score).collect();
            let Path { tags, margins } = decode(&words, &self.weights.transitions);
            collect(sentence.0, &tags, &margins, &mut tagging.found);
            tagging.margins.extend(margins);
        }
        tagging
    }
}

/// Adds the names in a sentence's `tags`, whose first word is `from`, to `out`.
fn collect(from: usize, tags: &[Tag], margins: &[i32], out: &mut Vec<Tagged>) {
    for (index, (&tag, &margin)) in tags.iter().zip(margins).enumerate() {
        let at = from + index;
        let what = match Sort::of(tag) {
            Some((_, false)) => {
                if let Some(last) = out.last_mut() {
                    last.to = at + 1;
                    last.margin = last.margin.min(margin);
                }
                continue;
            }
            Some((sort, true)) => What::Name(sort),
            None if tag == DERIVED => What::Derived,
            None if tag == Sort::Loc.part() => What::Part(EntityKind::Loc),
            None if tag == Sort::Org.part() => What::Part(EntityKind::Org),
            None => continue,
        };
        out.push(Tagged { from: at, to: at + 1, what, margin });
    }
}
