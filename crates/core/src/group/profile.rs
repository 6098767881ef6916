//! The words that are most typical of each article.

use crate::article::Role;
use crate::codec::checksum;
use crate::day::Day;
use crate::entity::Form;
use crate::german::{is_stop_word, stem};
use crate::parallel::map_in_order;
use crate::search::{key_of, plain_words};
use crate::text::tokens;
use crate::view::AnalysedArticle;
use rustc_hash::FxHashMap;

/// Most words of a profile.
const MOST: usize = 60;
/// Bytes behind the headline that are the lead.
const LEAD: u32 = 400;
/// Articles that are taken to exist besides those of the corpus, so that what all of a small corpus have still counts.
const BACKGROUND: u32 = 100;
/// Least share of the articles, in thousandths, from which a word or name is not rare any more; at least [`FEW`] articles.
const RARE: usize = 10;
const FEW: usize = 10;

/// A word of a profile.
#[derive(Clone, Copy, Debug)]
pub(super) struct Feature {
    /// Its number.
    pub id: u32,
    pub weight: u32,
    /// Whether it is in the headline or the lead.
    pub lead: bool,
    /// Whether few articles have it.
    pub rare: bool,
}

/// An article as it is compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    /// Its most typical words, sorted by number.
    pub features: Vec<Feature>,
    /// The sum of the squares of their weights.
    pub norm: u64,
    /// Its names with the number of their entity, and whether few articles have it; sorted.
    pub names: Vec<(u32, bool)>,
    /// First and last day on which it can have appeared.
    pub days: Option<(Day, Day)>,
    /// The large numbers in its headline and lead, sorted.
    pub numbers: Vec<u64>,
}

/// All articles as they are compared.
pub(super) struct Profiles {
    pub list: Vec<Profile>,
    /// The hash of the stem of each word.
    stems: Vec<u64>,
}

/// A word of an article: hash of the stem, count, and whether it is in the lead.
type Counted = (u64, u32, bool);

/// Digits of a large number.
const LARGE: usize = 3;

/// The profiles of all articles.
pub(super) fn profiles(documents: &[AnalysedArticle]) -> Profiles {
    let mut counted: Vec<Vec<Counted>> = Vec::with_capacity(documents.len());
    let mut numbers_in: Vec<Vec<u64>> = Vec::with_capacity(documents.len());
    let mut frequencies: FxHashMap<u64, u32> = FxHashMap::default();
    map_in_order(
        documents.len(),
        |n| count(&documents[n]),
        |_, (list, large)| {
            numbers_in.push(large);
            list.iter().for_each(|(stem, ..)| *frequencies.entry(*stem).or_default() += 1);
            counted.push(list);
        },
    );
    let mut named: FxHashMap<u32, u32> = FxHashMap::default();
    let mut names: Vec<Vec<u32>> = documents.iter().map(names).collect();
    names.iter().flatten().for_each(|id| *named.entry(*id).or_default() += 1);
    let few = (documents.len() * RARE / 1000).max(FEW) as u32;
    let mut numbers = Numbers::default();
    let all = documents.len() as u32 + BACKGROUND;
    let profile = |(n, counted): (usize, Vec<Counted>)| {
        let mut features: Vec<Feature> = counted
            .into_iter()
            .map(|(stem, count, lead)| (stem, count, lead, frequencies[&stem]))
            .filter(|(.., articles)| *articles > 1)
            .map(|(stem, count, lead, articles)| Feature {
                id: numbers.of(stem),
                weight: (UNIT + logarithm(count)) * (logarithm(all) - logarithm(articles)) / UNIT,
                lead,
                rare: articles <= few,
            })
            .collect();
        features.sort_unstable_by_key(|feature| (std::cmp::Reverse(feature.weight), feature.id));
        features.truncate(MOST);
        features.sort_unstable_by_key(|feature| feature.id);
        let norm = features.iter().map(|feature| u64::from(feature.weight).pow(2)).sum();
        let names = std::mem::take(&mut names[n]).into_iter().map(|id| (id, named[&id] <= few)).collect();
        let days = documents[n].article.meta.date.as_ref().map(|date| (date.earliest, date.latest));
        Profile { features, norm, names, days, numbers: std::mem::take(&mut numbers_in[n]) }
    };
    let list = counted.into_iter().enumerate().map(profile).collect();
    Profiles { list, stems: numbers.stems }
}

impl Profiles {
    /// The stems that all of these articles have, or all but one of four and more, the rarest first, with the number of articles that have them.
    pub fn common_words(&self, articles: &[u32]) -> Vec<u64> {
        let mut counts: FxHashMap<u32, (usize, u32)> = FxHashMap::default();
        for feature in articles.iter().flat_map(|&n| &self.list[n as usize].features) {
            let entry = counts.entry(feature.id).or_default();
            *entry = (entry.0 + 1, entry.1 + feature.weight);
        }
        let least = articles.len() - usize::from(articles.len() > 3);
        let mut out: Vec<(u32, u32)> =
            counts.into_iter().filter(|(_, (count, _))| *count >= least).map(|(id, (_, weight))| (weight, id)).collect();
        out.sort_unstable_by_key(|&(weight, id)| (std::cmp::Reverse(weight), id));
        out.into_iter().map(|(_, id)| self.stems[id as usize]).collect()
    }
}

/// Numbers for stems, in the order in which they are met.
#[derive(Default)]
struct Numbers {
    known: FxHashMap<u64, u32>,
    stems: Vec<u64>,
}

impl Numbers {
    fn of(&mut self, stem: u64) -> u32 {
        *self.known.entry(stem).or_insert_with(|| {
            self.stems.push(stem);
            self.stems.len() as u32 - 1
        })
    }
}

/// What [`logarithm`] gives for 2.
const UNIT: u32 = 64;

/// The logarithm to base 2 in 64ths, linear between powers of two; 0 for 0.
fn logarithm(number: u32) -> u32 {
    let Some(whole) = number.checked_ilog2() else { return 0 };
    let rest = ((u64::from(number) * u64::from(UNIT)) >> whole) as u32 - UNIT;
    whole * UNIT + rest
}

/// The hash by which words of one stem are known; `None` for words without a meaning of their own.
pub(super) fn stem_of(word: &str) -> Option<u64> {
    let folded = key_of(word);
    let long = folded.chars().nth(2).is_some() || folded.bytes().all(|byte| byte.is_ascii_digit());
    let counts = long && folded.contains(char::is_alphanumeric) && !is_stop_word(&folded);
    counts.then(|| checksum(&[stem(&folded).as_bytes()]))
}

/// The words of an article, and the large numbers in its lead.
fn count(document: &AnalysedArticle) -> (Vec<Counted>, Vec<u64>) {
    let article = &document.article;
    let headline = |role: Role| matches!(role, Role::Kicker | Role::Title);
    let lead = article.sections.iter().filter(|section| headline(section.role)).map(|section| section.span.end).max().unwrap_or(0) + LEAD;
    let mut known: FxHashMap<&str, Option<u64>> = FxHashMap::default();
    let mut counts: FxHashMap<u64, (u32, bool)> = FxHashMap::default();
    let mut numbers = Vec::new();
    for span in plain_words(&article.text, &tokens(&article.text)) {
        let word = span.of(&article.text);
        if let Some(stem) = *known.entry(word).or_insert_with(|| stem_of(word)) {
            let is_lead = span.start < lead;
            let entry = counts.entry(stem).or_default();
            *entry = (entry.0 + 1 + u32::from(is_lead), entry.1 || is_lead);
            let digits = key_of(word);
            if is_lead && digits.len() >= LARGE && digits.bytes().all(|byte| byte.is_ascii_digit()) {
                numbers.push(stem);
            }
        }
    }
    let mut out: Vec<Counted> = counts.into_iter().map(|(stem, (count, lead))| (stem, count, lead)).collect();
    out.sort_unstable();
    numbers.sort_unstable();
    (out, numbers)
}

/// The entities that an article names, sorted.
fn names(document: &AnalysedArticle) -> Vec<u32> {
    let mut ids: Vec<u32> = document.names.iter().filter(|name| name.form == Form::Name).map(|name| name.entity.0).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_grows_and_is_exact_at_powers_of_two() {
        assert_eq!([0, 1, 2, 3, 4, 1024].map(logarithm), [0, 0, 64, 96, 128, 640]);
        assert!((1..5000).all(|n| logarithm(n) <= logarithm(n + 1)));
        assert_eq!(logarithm(u32::MAX), 31 * 64 + 63);
    }
}
