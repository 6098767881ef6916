//! The words whose clusters help to recognise names.

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use zeitlupe_core::entity::model::lists::noun_key;

/// How many of the most frequent capitalised words are used, whatever they are.
const FREQUENT: usize = 40_000;
/// How many words are used.
const WORDS: usize = 130_000;
/// The least share of words that are no common nouns in a cluster of names.
const NAMES: f64 = 0.6;

/// The most frequent capitalised words, then those of clusters that mostly hold names, with their clusters; without genitives whose
/// base has the same cluster. `nouns` are the keys of common nouns.
pub fn choose(from: &Path, nouns: &BTreeSet<String>) -> Result<Vec<(String, u16)>> {
    let path = from.join("spacy_lookups_data/data/de_lexeme_cluster.json.gz");
    let file = File::open(&path).with_context(|| format!("cannot read {}", path.display()))?;
    // The order is that of the file: the most frequent words come first.
    let table: serde_json::Map<String, Value> =
        serde_json::from_reader(BufReader::new(GzDecoder::new(file))).with_context(|| format!("cannot read {}", path.display()))?;
    let pair = |(word, cluster): (String, Value)| Some((word, u16::try_from(cluster.as_u64()?).ok()?));
    let capitalised: Vec<(String, u16)> = table.into_iter().filter(|(word, _)| is_capitalised(word)).filter_map(pair).collect();
    let mut shares: BTreeMap<u16, (f64, f64)> = BTreeMap::new();
    for (word, cluster) in &capitalised {
        let (names, words) = shares.entry(*cluster).or_default();
        *names += if is_noun(word, nouns) { 0.0 } else { 1.0 };
        *words += 1.0;
    }
    let mut chosen: Vec<(String, u16)> = Vec::new();
    let mut known: BTreeMap<String, u16> = BTreeMap::new();
    for (rank, (word, cluster)) in capitalised.into_iter().enumerate() {
        let (names, words) = shares[&cluster];
        let named = names / words >= NAMES && !is_noun(&word, nouns) && !word.contains('-');
        let genitive = word.strip_suffix('s').is_some_and(|base| known.get(base) == Some(&cluster));
        if (rank < FREQUENT || named) && !genitive {
            known.insert(word.clone(), cluster);
            chosen.push((word, cluster));
        }
        if chosen.len() == WORDS {
            break;
        }
    }
    Ok(chosen)
}

/// Whether `word` has two letters or more, the first a capital, and nothing but letters, hyphens and full stops.
fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().nth(1).is_some() && word.chars().all(|c| c.is_alphabetic() || c == '-' || c == '.')
}

/// Whether `word` is a common noun, or a compound that ends in one.
fn is_noun(word: &str, nouns: &BTreeSet<String>) -> bool {
    let key = noun_key(word.rsplit('-').next().unwrap_or(word));
    let mut tails = key.char_indices().map(|(at, _)| at).filter(|&at| at == 0 || at >= 2 && at + 4 <= key.len());
    super::has_noun_ending(&key) || tails.any(|at| nouns.contains(&key[at..]))
}
