//! The summaries in the chunks of the index: with a word come the titles of its best articles, so that a search needs no further file to show them.

use super::chunk::{self, Chunk};
use super::evaluate::{Found, evaluate};
use super::index::IndexParts;
use super::language::{Bound, FieldName};
use super::lookup::{Index, Needs};
use super::plan::{Facts, Plan};
use super::rank::Ranking;
use super::term::{Kind, family};
use crate::day::Day;
use crate::order;
use crate::parallel::map_in_order;
use crate::part::PartKey;
use std::collections::BTreeSet;
use std::ops::Range;

/// Number of best articles of a word whose summaries come with it.
pub const BEST: usize = 10;

/// Adds to each chunk the summaries of the articles that a search for one of its words would show first; `summaries` has the record of each article,
/// what a list shows of it, as bytes.
pub fn add_summaries(parts: &mut IndexParts, summaries: &[Vec<u8>]) {
    let mut index = Index::new(parts.directory.clone());
    let written = (0..).map(PartKey::Index).zip(&parts.chunks).chain((0..).map(PartKey::Directory).zip(&parts.borders));
    for (key, bytes) in written {
        index.feed(key, bytes.clone()).expect("what has just been written can be read");
    }
    let (index, chunks) = (&index, &parts.chunks);
    let mut out = Vec::with_capacity(chunks.len());
    let of_chunk = |n: usize| {
        let best = index.chunk(n as u32).map_or_else(BTreeSet::new, |chunk| best_of_chunk(index, chunk, summaries.len() as u32));
        let records: Vec<(u32, &[u8])> =
            best.into_iter().filter_map(|article| Some((article, summaries.get(article as usize)?.as_slice()))).collect();
        let mut chunk = chunks[n].clone();
        chunk::add_summaries(&mut chunk, &records);
        chunk
    };
    map_in_order(chunks.len(), of_chunk, |_, chunk| out.push(chunk));
    parts.chunks = out;
}

/// The articles that searches for the words of a chunk show first.
fn best_of_chunk(index: &Index, chunk: &Chunk, articles: u32) -> BTreeSet<u32> {
    let mut out = BTreeSet::new();
    let mut start = 0;
    while let Some(first) = chunk.entries().get(start) {
        let range = chunk.family(family(&first.key));
        out.extend(best_of_family(index, chunk, range.clone(), articles));
        start = range.end.max(start + 1);
    }
    out
}

fn best_of_family(index: &Index, chunk: &Chunk, range: Range<usize>, articles: u32) -> BTreeSet<u32> {
    let entries = &chunk.entries()[range];
    let mut all = BTreeSet::new();
    for entry in entries {
        all.extend(chunk.postings(entry).take(BEST + 1).map(|posting| posting.article));
        if all.len() > BEST {
            break;
        }
    }
    if all.len() <= BEST {
        return all;
    }
    let typed: BTreeSet<&str> = entries.iter().map(|entry| if entry.kind == Kind::Word { &*entry.form } else { &*entry.key }).collect();
    // As the last word, which may go on, and as a whole one.
    typed.into_iter().flat_map(|typed| [typed.to_owned(), format!("{typed} ")]).flat_map(|typed| best(index, &typed, articles)).collect()
}

/// The articles that a search for these words shows first.
fn best(index: &Index, typed: &str, articles: u32) -> Vec<u32> {
    let found = Plan::new(typed, index, &NoFacts).and_then(|plan| evaluate(&plan, index, articles, &Ranking::default()));
    // What would need other parts is no word of this chunk.
    let found = found.map_or_else(|_| Vec::new(), |matches| matches.found);
    first(&found, BEST).into_iter().map(|found| found.article).collect()
}

/// The best of the found articles, at most `most`, the best first.
pub fn first(found: &[Found], most: usize) -> Vec<Found> {
    let mut better = |a: u32, b: u32| by_relevance(&found[a as usize], &found[b as usize]);
    order::first(found.len() as u32, most, &mut better).into_iter().map(|at| found[at as usize]).collect()
}

/// The better one first; of equal ones the one that comes first in the corpus.
pub fn by_relevance(a: &Found, b: &Found) -> std::cmp::Ordering {
    b.score.total_cmp(&a.score).then(a.article.cmp(&b.article))
}

/// Metadata do not count for single words.
struct NoFacts;

impl Facts for NoFacts {
    fn of(&self, _: FieldName, _: &str, _: &mut Needs) -> Vec<u32> {
        Vec::new()
    }

    fn published(&self, _: Bound, _: Day, _: Day, _: &mut Needs) -> Vec<u32> {
        Vec::new()
    }
}
