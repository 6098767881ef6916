//! The averaged structured perceptron (Collins, "Discriminative training methods for hidden Markov models", 2002).

use super::data::Sentence;
use std::collections::HashMap;
use zeitlupe_core::entity::model::Feature;
use zeitlupe_core::entity::model::decode::decode;
use zeitlupe_core::entity::model::tag::{OUTSIDE, TAGS, Tag};
use zeitlupe_core::entity::model::weights::Row;

/// The settings of the training.
#[derive(Clone, Copy)]
pub struct Settings {
    /// The number of passes over all sentences: too few learn little, too many only cost time, because the weights are averaged.
    pub rounds: u32,
    /// The number of sentence orders whose weights are averaged.
    pub shuffles: u32,
    /// The minimum number of occurrences of a feature.
    pub seen: u32,
    /// The margin by which the right path must win at each word during training.
    pub margin: i32,
    /// The number of weights to keep, the largest ones; determines the size of the file.
    pub keep: usize,
}

/// The weights before quantisation.
pub struct Learned {
    pub transitions: [[f32; TAGS]; TAGS],
    pub features: Vec<(Feature, [f32; TAGS])>,
}

/// A sentence with its features as numbers.
struct Indexed<'s> {
    words: Vec<Option<Vec<u32>>>,
    tags: &'s [Tag],
}

/// A deterministic random number generator (Steele, Lea, Flood: SplitMix64, 2014).
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for last in (1..order.len()).rev() {
            order.swap(last, (self.next() % (last as u64 + 1)) as usize);
        }
    }
}

/// Trains on `sentences`; `say` is called with the share of wrong words after each round.
pub fn learn(sentences: &[&Sentence], settings: Settings, seed: u64, mut say: impl FnMut(u32, u32, f64)) -> Learned {
    let mut counts: HashMap<Feature, u32> = HashMap::new();
    for feature in sentences.iter().flat_map(|s| &s.words).filter_map(|w| w.features.as_ref()).flatten() {
        *counts.entry(*feature).or_default() += 1;
    }
    let mut features: Vec<Feature> = counts.into_iter().filter(|&(_, n)| n >= settings.seen).map(|(feature, _)| feature).collect();
    features.sort_unstable();
    let number: HashMap<Feature, u32> = features.iter().zip(0..).map(|(&feature, n)| (feature, n)).collect();
    let indexed: Vec<Indexed> = sentences
        .iter()
        .map(|s| Indexed {
            words: s.words.iter().map(|w| Some(w.features.as_ref()?.iter().filter_map(|f| number.get(f).copied()).collect())).collect(),
            tags: &s.tags,
        })
        .collect();
    let mut random = Random(seed);
    let mut sum = Average::new(features.len());
    for shuffle in 0..settings.shuffles {
        let mut learner = Learner { weights: vec![[0; TAGS]; features.len()], transitions: [[0; TAGS]; TAGS] };
        let mut order: Vec<usize> = (0..indexed.len()).collect();
        for round in 0..settings.rounds {
            random.shuffle(&mut order);
            let (mut wrong, mut words) = (0, 0);
            for &index in &order {
                let left = settings.rounds as usize * order.len() - sum.time;
                wrong += learner.step(&indexed[index], settings.margin, left as f32, &mut sum);
                sum.time += 1;
                words += indexed[index].tags.len();
            }
            say(shuffle, round, f64::from(wrong) / words as f64);
        }
        sum.time = 0;
    }
    let scale = 1.0 / (settings.shuffles as f32 * (settings.rounds as usize * indexed.len()).max(1) as f32);
    Learned {
        transitions: sum.transitions.map(|row| row.map(|w| w * scale)),
        features: features.into_iter().zip(sum.weights.iter().map(|row| row.map(|w| w * scale))).collect(),
    }
}

/// The sum of the weights over all steps: a change counts for all remaining steps.
struct Average {
    time: usize,
    weights: Vec<[f32; TAGS]>,
    transitions: [[f32; TAGS]; TAGS],
}

impl Average {
    fn new(features: usize) -> Self {
        Self { time: 0, weights: vec![[0.0; TAGS]; features], transitions: [[0.0; TAGS]; TAGS] }
    }
}

struct Learner {
    weights: Vec<[i32; TAGS]>,
    transitions: [Row; TAGS],
}

impl Learner {
    /// Tags a sentence and, if wrong, moves the weights towards the right tags. Returns the number of wrong words.
    fn step(&mut self, sentence: &Indexed, margin: i32, left: f32, sum: &mut Average) -> u32 {
        let scores = |(features, gold): (&Option<Vec<u32>>, &Tag)| {
            features.as_ref().map(|features| {
                let mut scores = [margin; TAGS];
                scores[usize::from(*gold)] = 0;
                for &feature in features {
                    for (score, weight) in scores.iter_mut().zip(&self.weights[feature as usize]) {
                        *score += weight;
                    }
                }
                scores
            })
        };
        let scores: Vec<_> = sentence.words.iter().zip(sentence.tags).map(scores).collect();
        let found = decode(&scores, &self.transitions).tags;
        let (mut gold_before, mut found_before) = (OUTSIDE, OUTSIDE);
        let mut wrong = 0;
        for ((features, &gold), &got) in sentence.words.iter().zip(sentence.tags).zip(&found) {
            // Tags that can never be found must not be learned.
            let gold = if features.is_none() { OUTSIDE } else { gold };
            if gold != got {
                wrong += 1;
                for &feature in features.iter().flatten() {
                    let (row, total) = (&mut self.weights[feature as usize], &mut sum.weights[feature as usize]);
                    row[usize::from(gold)] += 1;
                    row[usize::from(got)] -= 1;
                    total[usize::from(gold)] += left;
                    total[usize::from(got)] -= left;
                }
            }
            if (gold_before, gold) != (found_before, got) {
                for (before, tag, by) in [(gold_before, gold, 1i8), (found_before, got, -1)] {
                    let weight = &mut self.transitions[usize::from(before)][usize::from(tag)];
                    let moved = weight.saturating_add(by);
                    sum.transitions[usize::from(before)][usize::from(tag)] += f32::from(moved - *weight) * left;
                    *weight = moved;
                }
            }
            (gold_before, found_before) = (gold, got);
        }
        wrong
    }
}
