//! Quantises the learned weights for the file.

use super::perceptron::Learned;
use zeitlupe_core::entity::model::evidence::Confidences;
use zeitlupe_core::entity::model::tag::TAGS;
use zeitlupe_core::entity::model::weights::{Row, Weights};
use zeitlupe_core::entity::model::{Feature, WEIGHTS, file};

/// The weights as they are stored.
pub struct Small {
    transitions: [Row; TAGS],
    features: Vec<(Feature, Row)>,
}

/// Keeps the `keep` largest feature weights, in 127 steps to either side. None is clipped, because the few very large ones matter most.
pub fn quantise(learned: &Learned, keep: usize) -> Small {
    let weights = || learned.features.iter().flat_map(|(_, row)| row).copied();
    let largest = weights().chain(learned.transitions.iter().flatten().copied()).fold(f32::MIN_POSITIVE, |max, w| max.max(w.abs()));
    let mut sizes: Vec<f32> = weights().map(f32::abs).filter(|size| *size > 0.0).collect();
    sizes.sort_unstable_by(|a, b| b.total_cmp(a));
    let least = sizes.get(keep).copied().unwrap_or(0.0);
    let stored = |weight: f32| (weight / largest * 127.0).round() as i8;
    let row = |row: &[f32; TAGS]| row.map(|weight| if weight.abs() > least { stored(weight) } else { 0 });
    let features = learned.features.iter().map(|(feature, weights)| (*feature, row(weights)));
    Small {
        transitions: learned.transitions.map(|row| row.map(stored)),
        features: features.filter(|(_, row)| row.iter().any(|weight| *weight != 0)).collect(),
    }
}

impl Small {
    /// The weights as used by the tagger.
    pub fn weights(&self) -> Weights {
        Weights::new(self.transitions, &self.features)
    }

    /// The file of weights, with a table of confidences.
    pub fn file(&self, confidences: &Confidences) -> Vec<u8> {
        let mut content = Vec::new();
        Weights::write(&self.transitions, &self.features, &mut content);
        confidences.write(&mut content);
        file::close(WEIGHTS, &content)
    }

    /// The number of features with a weight.
    pub fn len(&self) -> usize {
        self.features.len()
    }
}
