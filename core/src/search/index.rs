//! From articles to the term dictionary and the postings.

use super::PART_MARK;
use super::postings::{Occurrence, PostingsBuilder, occurrences};
use super::varint;
use super::words::{Field, article_units};
use crate::article::Article;
use crate::bundle::bytes;
use crate::german::Vocabulary;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// About how many bytes of postings go into one chunk; a list is never cut, so one may be longer.
const CHUNK: usize = 48 * 1024;

/// The term dictionary as it is stored.
///
/// Keys of the map are terms ([`super::words::Unit::term`]), and before them, behind a byte 1, the forms that parts of compounds have; values count from 0 in the order of the keys. The lists are in that order, too.
#[derive(Default, Serialize, Deserialize)]
pub struct Terms {
    /// An fst from terms to their numbers.
    #[serde(with = "bytes")]
    pub fst: Vec<u8>,
    /// Articles that hold each term; varints.
    #[serde(with = "bytes")]
    pub frequencies: Vec<u8>,
    /// Bytes of each term's postings; varints.
    #[serde(with = "bytes")]
    pub sizes: Vec<u8>,
    /// The first term of each chunk of postings.
    pub chunks: Vec<u32>,
    /// Words of each article in each of the four fields; varints.
    #[serde(with = "bytes")]
    pub lengths: Vec<u8>,
}

/// The index of a corpus: what [`IndexBuilder::finish`] gives.
#[derive(Default)]
pub struct Index {
    /// The dictionary.
    pub terms: Terms,
    /// The postings, chunk by chunk.
    pub postings: Vec<Vec<u8>>,
}

/// What one article gives to the index, made without knowing the others.
pub struct ArticleTerms {
    /// Every term with its places, and how many of these have a capital.
    terms: BTreeMap<String, (Vec<(u32, Field)>, u32)>,
    lengths: [u32; Field::COUNT],
}

impl ArticleTerms {
    /// Cuts an article.
    pub fn of(article: &Article) -> Self {
        let mut terms: BTreeMap<String, (Vec<(u32, Field)>, u32)> = BTreeMap::new();
        let mut lengths = [0; Field::COUNT];
        for (field, unit) in article_units(article) {
            if unit.width == 1 {
                lengths[field.index()] += 1;
            }
            let entry = terms.entry(unit.term()).or_default();
            entry.0.push((unit.position, field));
            entry.1 += u32::from(unit.capital);
        }
        Self { terms, lengths }
    }

    /// Words in all fields.
    pub fn words(&self) -> u32 {
        self.lengths.iter().sum()
    }
}

#[derive(Default)]
struct Growing {
    postings: PostingsBuilder,
    count: u32,
    upper: u32,
}

/// Gathers articles, in their order, into one index.
#[derive(Default)]
pub struct IndexBuilder {
    terms: HashMap<String, Growing>,
    lengths: Vec<u8>,
    articles: u32,
}

impl IndexBuilder {
    /// Adds the next article.
    pub fn add(&mut self, article: ArticleTerms) {
        for (term, (places, upper)) in article.terms {
            let entry = self.terms.entry(term).or_default();
            entry.count += places.len() as u32;
            entry.upper += upper;
            entry.postings.add(self.articles, &places);
        }
        for length in article.lengths {
            varint::write(&mut self.lengths, length);
        }
        self.articles += 1;
    }

    /// The finished index. Terms are sorted, so that it depends on the articles alone.
    pub fn finish(self) -> Index {
        let parts = compound_parts(&self.terms);
        let mut all: Vec<(String, PostingsBuilder)> = self.terms.into_iter().map(|(term, growing)| (term, growing.postings)).collect();
        all.extend(parts);
        all.sort_unstable_by(|a, b| a.0.cmp(&b.0));

        let mut map = fst::MapBuilder::memory();
        let mut index = Index { terms: Terms { lengths: self.lengths, ..Terms::default() }, postings: Vec::new() };
        for (number, (term, postings)) in all.into_iter().enumerate() {
            map.insert(&term, number as u64).expect("terms are sorted and differ");
            let bytes = postings.bytes();
            if index.postings.last().is_none_or(|chunk| !chunk.is_empty() && chunk.len() + bytes.len() > CHUNK) {
                index.terms.chunks.push(number as u32);
                index.postings.push(Vec::new());
            }
            index.postings.last_mut().expect("a chunk was just pushed").extend_from_slice(bytes);
            varint::write(&mut index.terms.frequencies, postings.articles());
            varint::write(&mut index.terms.sizes, bytes.len() as u32);
        }
        index.terms.fst = map.into_inner().expect("writing to memory does not fail");
        index
    }
}

/// For every form that stands as a part of compounds: where these stand.
fn compound_parts(terms: &HashMap<String, Growing>) -> Vec<(String, PostingsBuilder)> {
    let mut vocabulary = Vocabulary::default();
    let keys = terms.iter().filter(|(term, _)| !is_whole(term)).map(|(term, growing)| (key_of(term), growing));
    for (key, growing) in keys.clone() {
        vocabulary.add(key, growing.count, growing.upper);
    }
    let mut compounds: BTreeMap<&str, Vec<&Growing>> = BTreeMap::new();
    for (key, growing) in keys.filter(|(_, growing)| growing.upper * 2 > growing.count) {
        let mut parts = vocabulary.parts(key);
        parts.sort_unstable();
        parts.dedup();
        for part in parts {
            compounds.entry(part).or_default().push(growing);
        }
    }
    compounds.into_iter().map(|(part, members)| (part_term(part), merge(&members))).collect()
}

/// Under what the part of a compound stands in the dictionary.
pub(super) fn part_term(part: &str) -> String {
    format!("{}{part}", char::from(PART_MARK))
}

/// The folded form that a term is sorted under.
pub(super) fn key_of(term: &str) -> &str {
    term.split('\0').next().unwrap_or_default()
}

/// The form that a term has in the texts, in lower case.
pub(super) fn form_of(term: &str) -> &str {
    term.rsplit('\0').next().unwrap_or_default()
}

/// Whether a term is a whole that has parts of its own.
pub(super) fn is_whole(term: &str) -> bool {
    super::words::units(form_of(term)).first().is_some_and(|unit| unit.width > 1)
}

fn merge(members: &[&Growing]) -> PostingsBuilder {
    let lists = members.iter().filter_map(|growing| occurrences(growing.postings.bytes()));
    let mut all: Vec<Occurrence> = lists.flatten().collect();
    all.sort_unstable();
    all.dedup();
    let mut out = PostingsBuilder::default();
    for group in all.chunk_by(|a, b| a.article == b.article) {
        let places: Vec<(u32, Field)> = group.iter().map(|o| (o.position, o.field)).collect();
        out.add(group[0].article, &places);
    }
    out
}
