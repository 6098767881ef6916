//! The terms of a corpus, and which of them a typed word can mean.

use super::index::{Terms, key_of, part_term};
use super::typo::Near;
use super::varint;
use super::words::Field;
use crate::bundle::Damage;
use crate::german::{inflection, is_same_word, stem};
use fst::{IntoStreamer, Streamer};

/// A term found in the dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its number.
    pub id: u32,
    /// As stored: the key, and behind a zero byte the written form where that differs.
    pub text: String,
    /// Articles that hold it.
    pub articles: u32,
}

/// The dictionary, opened.
pub struct Dictionary {
    fst: fst::Map<Vec<u8>>,
    frequencies: Vec<u32>,
    /// Where each term's postings begin, counted over all chunks; one more at the end.
    starts: Vec<u64>,
    chunks: Vec<u32>,
    lengths: Vec<[u32; Field::COUNT]>,
}

/// Where the postings of a term stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    /// In this chunk.
    pub chunk: u32,
    /// From this byte of it.
    pub start: usize,
    /// To before this one.
    pub end: usize,
}

/// A stem is at most so many bytes shorter than its word: the longest suffixes that Snowball takes off.
const LONGEST_SUFFIX: usize = 10;

impl Dictionary {
    /// Opens a stored dictionary of a corpus of `articles` articles; lists that do not fit each other are [`Damage::Content`].
    pub fn open(terms: Terms, articles: usize) -> Result<Self, Damage> {
        let fst = fst::Map::new(terms.fst).map_err(|_| Damage::Content)?;
        // Not verified once more: the part has a checksum of its own, and the tables for this one are 17 kB of the wasm.
        let frequencies = varint::read_all(&terms.frequencies).ok_or(Damage::Content)?;
        let sizes = varint::read_all(&terms.sizes).ok_or(Damage::Content)?;
        let flat = varint::read_all(&terms.lengths).ok_or(Damage::Content)?;
        let (lengths, rest) = flat.as_chunks::<{ Field::COUNT }>();
        let fits = fst.len() == frequencies.len() && fst.len() == sizes.len() && lengths.len() == articles && rest.is_empty();
        let in_order = terms.chunks.is_sorted() && terms.chunks.first().copied().unwrap_or(0) == 0;
        if !fits
            || !in_order
            || terms.chunks.last().is_some_and(|&c| c as usize >= sizes.len())
            || (terms.chunks.is_empty() && !sizes.is_empty())
        {
            return Err(Damage::Content);
        }
        let mut starts = Vec::with_capacity(sizes.len() + 1);
        starts.push(0);
        let mut at = 0u64;
        for size in sizes {
            at += u64::from(size);
            starts.push(at);
        }
        Ok(Self { fst, frequencies, starts, chunks: terms.chunks, lengths: lengths.to_vec() })
    }

    /// Words of each article in each field.
    pub fn lengths(&self) -> &[[u32; Field::COUNT]] {
        &self.lengths
    }

    /// How many terms there are, compound parts among them.
    pub fn len(&self) -> usize {
        self.frequencies.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.frequencies.is_empty()
    }

    /// All words, in order, without the compound parts.
    pub fn words(&self) -> Vec<Term> {
        self.scan(&words_begin(), |_| true, |_| true)
    }

    /// Where the postings of a term stand; `None` for a number that is none.
    pub fn location(&self, term: u32) -> Option<Location> {
        let at = term as usize;
        let (start, end) = (*self.starts.get(at)?, *self.starts.get(at + 1)?);
        let chunk = self.chunks.partition_point(|&first| first <= term).checked_sub(1)?;
        let base = *self.starts.get(self.chunks[chunk] as usize)?;
        Some(Location { chunk: chunk as u32, start: usize::try_from(start - base).ok()?, end: usize::try_from(end - base).ok()? })
    }

    /// All spellings of a key.
    pub fn spellings(&self, key: &str) -> Vec<Term> {
        self.scan(key, |found| key_of(found) == key, |_| true)
    }

    /// The compounds that have this word as a part: one term for each form that it has in them.
    pub fn compounds(&self, key: &str) -> Vec<Term> {
        let group = inflection(key);
        let start = part_term(group);
        let longest = start.len() + LONGEST_SUFFIX;
        self.scan(
            &start,
            |found| found.starts_with(&start),
            |found| found.len() <= longest && found.get(1..).is_some_and(|part| inflection(part) == group),
        )
    }

    /// All words that begin so.
    pub fn beginning(&self, key: &str) -> Vec<Term> {
        self.scan(key, |found| found.starts_with(key), |_| true)
    }

    /// Words with the same stem or of the same inflection group, the key's own spellings among them.
    pub fn inflected(&self, key: &str) -> Vec<Term> {
        let (stem, group) = (stem(key), inflection(key));
        let shared = key.bytes().zip(stem.bytes()).zip(group.bytes()).take_while(|((a, b), c)| a == b && b == c).count();
        let Some(start) = key.get(..shared).filter(|start| !start.is_empty()) else {
            return self.spellings(key);
        };
        // Short stems begin many words, and have no long suffixes.
        let root = stem.len().max(group.len());
        let longest = root + LONGEST_SUFFIX.min(root + 2);
        self.scan(
            start,
            |found| found.starts_with(start),
            |found| {
                let other = key_of(found);
                other == key || (other.len() <= longest && (is_same_word(other, key) || self::stem(other) == stem))
            },
        )
    }

    /// Words that end with one of the key's inflected forms and have at least three letters before it: for a last part of compounds
    /// that the corpus never has as a word of its own, so that the compounds were not taken apart. Walks the whole dictionary.
    pub fn ending(&self, key: &str) -> Vec<Term> {
        let group = inflection(key);
        self.scan(
            &words_begin(),
            |_| true,
            |found| {
                let word = key_of(found);
                let whole = inflection(word);
                word.is_ascii() && whole.strip_suffix(group).is_some_and(|before| before.len() >= 3)
            },
        )
    }

    /// Words within `most` typos of the key, with the key's own spellings left out.
    pub fn near(&self, key: &str, most: usize) -> Vec<Term> {
        let mut stream = self.fst.search(Near::new(key, most)).into_stream();
        let mut out = Vec::new();
        while let Some((found, id)) = stream.next() {
            out.extend(self.term(found, id).filter(|term| key_of(&term.text) != key));
        }
        out
    }

    /// Terms from `start` on, so long as `goes_on` holds, of which `wanted` holds.
    fn scan(&self, start: &str, goes_on: impl Fn(&str) -> bool, wanted: impl Fn(&str) -> bool) -> Vec<Term> {
        let mut out = Vec::new();
        let mut stream = self.fst.range().ge(start).into_stream();
        while let Some((found, id)) = stream.next() {
            let Ok(text) = std::str::from_utf8(found) else { continue };
            if !goes_on(text) {
                break;
            }
            if wanted(text) {
                out.extend(self.term(found, id));
            }
        }
        out
    }

    fn term(&self, text: &[u8], id: u64) -> Option<Term> {
        let text = std::str::from_utf8(text).ok()?.to_owned();
        let articles = *self.frequencies.get(usize::try_from(id).ok()?)?;
        Some(Term { id: u32::try_from(id).ok()?, text, articles })
    }
}

/// The key before which only compound parts stand.
fn words_begin() -> String {
    char::from(super::PART_MARK + 1).to_string()
}
