//! The cost of analysis and search, relative to simple operations on the same text in the same run.

use crate::search::search;
use anyhow::{Result, bail};
use std::hint::black_box;
use std::time::{Duration, Instant};
use zeitlupe_core::article::Article;
use zeitlupe_core::part::PartKey;
use zeitlupe_core::{entity, text, time};
use zeitlupe_ingest::Reading;
use zeitlupe_site::{Built, Options, Source, prepare};

/// How often each query is typed; the median counts.
const ROUNDS: usize = 3;
/// The most queries to time.
const QUERIES: usize = 40;

/// A step of the analysis of one article; it returns the number of results.
type Step = fn(&Article) -> usize;

pub fn run(articles: Vec<Article>) -> Result<()> {
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    println!("{} articles, {:.2} MB of text", articles.len(), bytes as f64 / 1e6);
    let (lowered, lowering) = timed(|| articles.iter().map(|article| article.text.to_lowercase()).collect::<Vec<_>>());
    let rate = |took: Duration| {
        format!(
            "{:8.2} MB/s, {:7.1} times lower-casing",
            bytes as f64 / 1e6 / took.as_secs_f64(),
            took.as_secs_f64() / lowering.as_secs_f64()
        )
    };
    println!("\nanalysis, one thread");
    println!("  lower-casing  {}", rate(lowering));
    entity::model::Model::shipped();
    let steps: [(&str, Step); 5] = [
        ("sentences", |article| text::sentences(&article.text).len()),
        ("names by rule", |article| entity::recognise_in(&text::Document::new(&article.text), None).len()),
        ("names", |article| entity::recognise(&article.text).len()),
        ("times", |article| time::recognise(&article.text, article.meta.date.as_ref()).len()),
        ("words", |article| zeitlupe_core::search::article_units(article).len()),
    ];
    for (name, step) in steps {
        let (_, took) = timed(|| black_box(articles.iter().map(step).sum::<usize>()));
        println!("  {name:<13} {}", rate(took));
    }
    let (built, took) = timed(|| prepare(Reading { articles, ..Reading::default() }, &Options::default(), &mut |_| ()));
    let built = built?;
    println!("  {:<13} {} (all processors)", "all, bundled", rate(took));
    sizes(&built.bundle.parts);
    searches(&built, &lowered)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

fn sizes(parts: &[(PartKey, Vec<u8>)]) {
    println!("\nparts                number      bytes    longest");
    for kind in PartKey::KINDS.iter().map(|kind| kind.name) {
        let lengths: Vec<usize> = parts.iter().filter(|(key, _)| key.name().starts_with(kind)).map(|(_, bytes)| bytes.len()).collect();
        println!("  {kind:<16} {:>8} {:>10} {:>10}", lengths.len(), lengths.iter().sum::<usize>(), lengths.iter().max().unwrap_or(&0));
    }
}

/// Types words of the texts letter by letter, and compares the search with scanning every text for the same letters.
fn searches(built: &Built, lowered: &[String]) -> Result<()> {
    let words = queries(lowered);
    let source = Source::open(&built.bundle)?;
    let mut keystrokes = Vec::new();
    for word in &words {
        for (end, _) in word.char_indices().skip(2).chain([(word.len(), ' ')]) {
            keystrokes.push(word[..end].to_owned());
        }
    }
    let mut ours = Vec::new();
    let mut scan = Vec::new();
    let mut empty = 0;
    for typed in &keystrokes {
        search(&source, typed, 10, false)?;
        let mut took = Vec::new();
        for _ in 0..ROUNDS {
            let (view, time) = timed(|| search(&source, typed, 10, false));
            took.push(time);
            empty += usize::from(view?.total == 0);
        }
        took.sort();
        ours.push(took[ROUNDS / 2]);
        scan.push(timed(|| black_box(lowered.iter().filter(|text| text.contains(typed.as_str())).count())).1);
    }
    let Some(((a50, a95), (b50, b95))) = quantiles(&mut ours).zip(quantiles(&mut scan)) else {
        bail!("expected words of four letters or more in the articles");
    };
    println!("\n{} keystrokes            median         p95", ours.len());
    println!("  search         {a50:>12.1?} {a95:>12.1?}");
    println!("  plain scan     {b50:>12.1?} {b95:>12.1?}");
    println!("  search : scan  {:>12.2} {:>12.2}", a50.as_secs_f64() / b50.as_secs_f64(), a95.as_secs_f64() / b95.as_secs_f64());
    println!("  without a result: {}", empty / ROUNDS);
    Ok(())
}

/// Words of the texts, evenly distributed over all texts.
pub fn queries(lowered: &[String]) -> Vec<String> {
    let step = (lowered.len() / QUERIES).max(1);
    let word = |(n, text): (usize, &String)| {
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= 4).collect();
        words.get((n * 7919) % words.len().max(1)).map(|word| (*word).to_owned())
    };
    lowered.iter().step_by(step).cycle().take(QUERIES.min(lowered.len() * 40)).enumerate().filter_map(word).collect()
}

fn quantiles(times: &mut [Duration]) -> Option<(Duration, Duration)> {
    times.sort();
    Some((*times.get(times.len() / 2)?, *times.get(times.len() * 95 / 100)?))
}
