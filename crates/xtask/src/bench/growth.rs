//! What a search costs with more and more articles: what is loaded, and what the build takes.

use super::cost;
use super::search::sample;
use anyhow::{Context, Error, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::time::Instant;
use zeitlupe_core::article::Article;
use zeitlupe_core::part::PartKey;
use zeitlupe_core::room::{Answer, Request, Room, SearchRequest};
use zeitlupe_core::search::BEST;
use zeitlupe_ingest::Reading;
use zeitlupe_site::{Built, Options, is_dense, pack, prepare};

/// The numbers of articles.
const SIZES: [usize; 3] = [1_000, 10_000, 50_000];
/// Most queries of each size.
const QUERIES: usize = 40;
/// Fewest letters of the words that a copy changes.
const LONG: usize = 7;

/// A query's loading: of a reader who comes for it, and of one who has asked before.
struct Cost {
    first: (usize, usize),
    more: (usize, usize),
}

/// Builds the bundle of 1,000, 10,000 and 50,000 articles, copies with changed words where there are fewer, and prints for each what the data of
/// a first and of one more search are, as shipped, and what the build took. What the app itself needs is the same for all.
pub fn run(articles: &[Article]) -> Result<()> {
    println!("  articles   first kB   requests   more kB   most kB   requests   parts     MB   seconds   memory MB");
    for size in SIZES {
        let start = Instant::now();
        let built = prepare(Reading { articles: repeated(articles, size), ..Reading::default() }, &Options::default(), &mut |_| ())?;
        let seconds = start.elapsed().as_secs_f64();
        let memory = most_memory()?;
        let packed: BTreeMap<PartKey, usize> =
            built.bundle.parts.iter().map(|(key, bytes)| Ok((*key, packed(*key, bytes)?))).collect::<Result<_>>()?;
        let costs = costs(&built, &packed)?;
        let of = |of: fn(&Cost) -> usize| {
            let mut all: Vec<usize> = costs.iter().map(of).collect();
            all.sort_unstable();
            (all[all.len() / 2], all[all.len() - 1])
        };
        let kb = |bytes: usize| bytes as f64 / 1000.0;
        println!(
            "  {size:>8}   {:>8.1}   {:>8}   {:>7.1}   {:>7.1}   {:>8}   {:>5}   {:>4.0}   {seconds:>7.0}   {memory:>9.0}",
            kb(of(|cost| cost.first.0).0),
            of(|cost| cost.first.1).0,
            kb(of(|cost| cost.more.0).0),
            kb(of(|cost| cost.more.0).1),
            of(|cost| cost.more.1).1,
            packed.len(),
            kb(packed.values().sum()) / 1000.0,
        );
    }
    Ok(())
}

/// The bytes of a part as shipped.
fn packed(key: PartKey, bytes: &[u8]) -> Result<usize> {
    let packed = if is_dense(key) { pack::lzma(bytes) } else { pack::gzip(bytes) };
    Ok(packed?.len())
}

/// What single words of the texts cost.
fn costs(built: &Built, packed: &BTreeMap<PartKey, usize>) -> Result<Vec<Cost>> {
    let step = (built.articles.len() / QUERIES).max(1);
    let texts: Vec<String> = built.articles.iter().step_by(step).map(|article| article.text.to_lowercase()).collect();
    let mut costs = Vec::new();
    for word in sample::words(&cost::queries(&texts)) {
        let loaded = loaded(built, &word)?;
        let sum = |parts: &BTreeSet<PartKey>| (parts.iter().filter_map(|key| packed.get(key)).sum::<usize>(), parts.len());
        let started: BTreeSet<PartKey> = loaded.iter().copied().chain([PartKey::Base]).collect();
        costs.push(Cost { first: sum(&started), more: sum(&loaded) });
    }
    if costs.is_empty() {
        bail!("expected words of four letters or more in the articles");
    }
    Ok(costs)
}

/// The parts that are loaded for a query, besides the base.
fn loaded(built: &Built, query: &str) -> Result<BTreeSet<PartKey>> {
    let parts = &built.bundle.parts;
    let part = |key: PartKey| parts.binary_search_by_key(&key, |(key, _)| *key).map(|at| parts[at].1.clone());
    let mut room = Room::open(&parts[0].1).map_err(Error::msg)?;
    let request = Request::Search(SearchRequest { query: query.to_owned(), limit: BEST as u32, ..SearchRequest::default() });
    let mut loaded = BTreeSet::new();
    while let Answer::Needs(keys) = room.ask(&request).map_err(Error::msg)? {
        for key in keys {
            room.feed(key, part(key).ok().with_context(|| format!("the bundle lacks {}", key.name()))?).map_err(Error::msg)?;
            loaded.insert(key);
        }
    }
    Ok(loaded)
}

/// So many articles: the given ones, then copies of them in which a part of the long words has changed, each time others, so that the
/// vocabulary grows with the articles.
fn repeated(articles: &[Article], size: usize) -> Vec<Article> {
    let copy = |(n, article): (usize, &Article)| {
        let round = n / articles.len();
        let mut copy = article.clone();
        if round > 0 {
            copy.meta.id = format!("{}-{round}", copy.meta.id);
            copy.text = changed(&copy.text, round);
        }
        copy
    };
    articles.iter().cycle().take(size).enumerate().map(copy).collect()
}

/// A text of the same length in bytes, in which every third long word has other vowels.
fn changed(text: &str, round: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let hash = piece.bytes().fold(round, |hash, byte| hash.wrapping_mul(31).wrapping_add(usize::from(byte)));
        let is_changed = piece.chars().count() > LONG && hash % 3 == 0;
        out.extend(piece.chars().map(|c| if is_changed { turned(c, round) } else { c }));
    }
    out
}

/// The vowel so many places on.
fn turned(c: char, places: usize) -> char {
    const VOWELS: &[u8; 5] = b"aeiou";
    let at = VOWELS.iter().position(|vowel| char::from(*vowel) == c);
    at.map_or(c, |at| char::from(VOWELS[(at + places) % VOWELS.len()]))
}

/// The most memory that this process has used so far, in MB, as Linux counts it.
fn most_memory() -> Result<f64> {
    std::io::stdout().flush()?;
    let status = std::fs::read_to_string("/proc/self/status").context("cannot read how much memory is used: this needs Linux")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    let kib: f64 = line.trim().trim_end_matches(" kB").parse().context("expected VmHWM in kB in /proc/self/status")?;
    Ok(kib * 1.024 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_have_other_words_and_the_same_offsets() {
        let article = Article { text: "Die Gaslieferungen nach Österreich beginnen im September.".into(), ..Article::default() };
        let copies = repeated(&[article], 4);
        assert_eq!(copies.len(), 4);
        assert!(copies.iter().all(|copy| copy.text.len() == copies[0].text.len()));
        assert!(copies.iter().skip(1).any(|copy| copy.text != copies[0].text));
        assert!(copies.iter().all(|copy| copy.text.starts_with("Die ")));
    }
}
