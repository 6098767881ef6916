//! The passages that the texts of a corpus share: which pairs of texts are worth aligning.

use super::pair::passages;
use super::passage::Passage;
use super::words::{Words, hashes};
use crate::article::Article;
use crate::caught::caught;
use crate::day::Day;
use crate::parallel::map_in_order;
use rustc_hash::FxHashMap;

/// Words of a run by which candidates are found.
const RUN: usize = 5;
/// Fewest words of a run with a meaning of their own.
const RUN_CONTENT: usize = 2;
/// Texts with a run above which it is boilerplate, and ignored.
const BOILERPLATE: usize = 50;
/// Texts with a run above which it is boilerplate if they appeared over more than [`LONG`] days: an appeal to the readers, a formula.
const RECURRING: usize = 3;
/// The same if nothing is known of when they appeared.
const UNDATED: usize = 10;
/// Days over which no agency's text is printed again and again.
const LONG: i32 = 14;
/// Most days between two texts that are compared: what is shared later is boilerplate, too, or known.
const MOST_DAYS: i32 = 7;
/// Fewest words in runs that two texts share close together.
const LEAST: usize = 7;
/// Words between two runs that are close together.
const CLOSE: u32 = 32;
/// Most later texts with which a text is aligned: those with which it has the most runs in common.
const MOST_PARTNERS: usize = 64;

/// A text of a corpus, and when it appeared.
#[derive(Clone, Copy, Debug)]
pub struct Dated<'t> {
    /// The text.
    pub text: &'t str,
    /// First and last day on which it can have appeared.
    pub published: Option<(Day, Day)>,
}

impl<'t> Dated<'t> {
    /// The text and the date of an article.
    pub fn of(article: &'t Article) -> Self {
        Self { text: &article.text, published: article.meta.date.as_ref().map(|date| (date.earliest, date.latest)) }
    }
}

/// The passages that two texts of a corpus share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPassages {
    /// The number of the first text, the lower one.
    pub a: u32,
    /// The number of the second text.
    pub b: u32,
    /// What they share, in the order of the first.
    pub passages: Vec<Passage>,
}

/// The passages that any two of these texts share, in order of the texts; only for pairs that are `wanted`, the lower number first.
///
/// Texts that appeared more than a week apart are not compared. What more than 50 texts have is boilerplate, what more than three have over more
/// than two weeks, and what more than ten have of which most have no date. Linear in the length of all texts, whatever they are: a text is aligned with at most 64 later ones. A text at which this
/// breaks down shares nothing.
///
/// ```
/// use zeitlupe_core::reuse::{Dated, shared_passages};
/// let texts = ["Die Lage bleibt nach Angaben der Behörden im ganzen Land sehr angespannt.", "Nichts davon.",
///     "Am Abend: Die Lage bleibt nach Angaben der Behörden im ganzen Land angespannt."];
/// let found = shared_passages(&texts.map(|text| Dated { text, published: None }), |_, _| true);
/// assert_eq!((found.len(), found[0].a, found[0].b, found[0].passages[0].common()), (1, 0, 2, 11));
/// ```
pub fn shared_passages(texts: &[Dated<'_>], wanted: impl Fn(u32, u32) -> bool + Sync) -> Vec<SharedPassages> {
    let index = Index::new(texts);
    let wanted = |a: u32, b: u32| apart(texts[a as usize].published, texts[b as usize].published) <= MOST_DAYS && wanted(a, b);
    let of_text = |a: usize| {
        let partners = index.partners(a, &wanted);
        let words = if partners.is_empty() { None } else { Some(caught(|| Words::new(texts[a].text))) };
        let Some(Ok(words)) = words else { return Vec::new() };
        let shared = |Partner { text: b, runs }: Partner| {
            let mut passages = caught(|| passages(&words, &Words::new(texts[b as usize].text))).unwrap_or_default();
            // What has no rare run is boilerplate that stands beside something else.
            passages.retain(|passage| runs.iter().any(|&run| words.begins_in(run as usize, passage.a)));
            (!passages.is_empty()).then_some(SharedPassages { a: a as u32, b, passages })
        };
        partners.into_iter().filter_map(shared).collect()
    };
    let mut out = Vec::new();
    map_in_order(texts.len(), of_text, |_, shared: Vec<SharedPassages>| out.extend(shared));
    out
}

/// The days that two texts certainly appeared apart.
fn apart(a: Option<(Day, Day)>, b: Option<(Day, Day)>) -> i32 {
    a.zip(b).map_or(0, |(a, b)| (a.0.0 - b.1.0).max(b.0.0 - a.1.0).max(0))
}

/// Whether what these texts have is boilerplate.
fn is_boilerplate(owners: &[usize], texts: &[Dated<'_>]) -> bool {
    let days = || owners.iter().filter_map(|&owner| texts[owner].published);
    let over = days().map(|days| days.0.0).max().zip(days().map(|days| days.1.0).min()).map_or(0, |(last, first)| last - first);
    let undated = days().count() * 2 < owners.len();
    owners.len() > BOILERPLATE || owners.len() > UNDATED && undated || owners.len() > RECURRING && over > LONG
}

/// A text that is aligned with another one.
struct Partner {
    text: u32,
    /// The words of the other one with which runs begin that both have.
    runs: Vec<u32>,
}

/// Where the runs of words stand that few texts have.
struct Index {
    /// The words of all texts as hashes, odd for those with a meaning of their own.
    words: Vec<u32>,
    /// The first word of each text, and the end of the last.
    firsts: Vec<u32>,
    /// The places of runs that several texts have, sorted by run.
    places: Vec<u32>,
    /// For each word that begins such a run the first of its places, one more than its number; else 0.
    groups: Vec<u32>,
}

impl Index {
    fn new(texts: &[Dated<'_>]) -> Self {
        let (mut words, mut firsts) = (Vec::new(), vec![0]);
        map_in_order(
            texts.len(),
            |n| caught(|| hashes(texts[n].text)).unwrap_or_default(),
            |_, list| {
                words.extend(list);
                firsts.push(words.len() as u32);
            },
        );
        let mut index = Self { groups: vec![0; words.len()], words, firsts, places: Vec::new() };
        let runs = index.runs();
        for group in runs.chunk_by(|x, y| x >> 32 == y >> 32).filter(|group| group.len() > 1) {
            let mut owners: Vec<usize> = group.iter().map(|&run| index.text_of(run as u32)).collect();
            owners.dedup();
            // More places than texts, as in a refrain, say nothing more.
            if owners.len() > 1 && !is_boilerplate(&owners, texts) && group.len() <= 2 * BOILERPLATE {
                let first = index.places.len() as u32 + 1;
                for &run in group {
                    index.groups[run as u32 as usize] = first;
                    index.places.push(run as u32);
                }
            }
        }
        index
    }

    /// All runs: the hash in the upper half, the place of its first word in the lower one; sorted.
    fn runs(&self) -> Vec<u64> {
        let mut out = Vec::with_capacity(self.words.len());
        for range in self.firsts.windows(2) {
            let (from, to) = (range[0] as usize, range[1] as usize);
            for (at, words) in self.words[from..to].windows(RUN).enumerate() {
                let varied = words.windows(2).all(|pair| pair[0] != pair[1]);
                if varied && words.iter().filter(|&&word| word & 1 == 1).count() >= RUN_CONTENT {
                    let hash =
                        words.iter().fold(0_u64, |sum, &word| (sum.rotate_left(7) ^ u64::from(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15));
                    out.push(hash >> 32 << 32 | (from + at) as u64);
                }
            }
        }
        out.sort_unstable();
        out
    }

    fn text_of(&self, word: u32) -> usize {
        self.firsts.partition_point(|&first| first <= word) - 1
    }

    /// The later texts with which text `a` shares runs close together, in order.
    fn partners(&self, a: usize, wanted: &impl Fn(u32, u32) -> bool) -> Vec<Partner> {
        let (from, to) = (self.firsts[a], self.firsts[a + 1]);
        let mut met: FxHashMap<u32, Vec<(u32, u32)>> = FxHashMap::default();
        for at in from..to {
            let Some(first) = self.groups[at as usize].checked_sub(1) else { continue };
            let group = self.places[first as usize..].iter().take_while(|&&place| self.groups[place as usize] == first + 1);
            for &place in group.filter(|&&place| place >= to) {
                let b = self.text_of(place) as u32;
                if wanted(a as u32, b) {
                    met.entry(b).or_default().push((at, place));
                }
            }
        }
        let mut partners: Vec<Partner> = met
            .into_iter()
            .filter(|(_, met)| Self::is_close(met))
            .map(|(text, met)| Partner { text, runs: met.into_iter().map(|(at, _)| at - from).collect() })
            .collect();
        partners.sort_unstable_by_key(|partner| (std::cmp::Reverse(partner.runs.len()), partner.text));
        partners.truncate(MOST_PARTNERS);
        partners.sort_unstable_by_key(|partner| partner.text);
        partners
    }

    /// Whether among these places of shared runs in two texts, in order of the first, some close together cover enough words.
    fn is_close(met: &[(u32, u32)]) -> bool {
        let mut begin = 0;
        (0..met.len()).any(|end| {
            let near = |x: (u32, u32), y: (u32, u32)| y.0 - x.0 <= CLOSE && x.1.abs_diff(y.1) <= CLOSE;
            if end > begin && !near(met[end - 1], met[end]) {
                begin = end;
            }
            let mut covered = 0;
            let mut done = 0;
            for &(at, _) in &met[begin.max((end + 1).saturating_sub(LEAST))..=end] {
                covered += (at + RUN as u32).saturating_sub(at.max(done));
                done = at + RUN as u32;
            }
            covered as usize >= LEAST
        })
    }
}
