//! The spelling list: which words of the corpus a mistyped word can stand for.
//!
//! Every word is in two kinds of buckets: by its beginning and by its end. One typo leaves one of the two unchanged, so that the two buckets of the
//! typed word contain every candidate (with two typos in a long word nearly every one: all but those with typos in both beginning and end).
//!
//! Beginning: the first letter of short words (up to seven bytes), the first two of long ones (from six). End: for words of at least five bytes
//! without the letters of German endings the last three letters before these, for short ones (up to six) the last two as they are. A word whose
//! length is in both ranges is in both buckets. Compounds that end with a word are also in the bucket of its end.
//!
//! ```text
//! chunk := entry*           by bucket, then word; a bucket is never split
//! entry := varint (length of the prefix shared with the text before) varint (number of further bytes) bytes
//!          varint (1 + the binary logarithm of its number of articles, rounded down)
//! text  := bucket 0 word
//! ```

use super::term::family;
use crate::codec::varint;
use std::collections::BTreeMap;

/// Longest short word, and shortest long word, in bytes.
const SHORT: usize = 7;
const LONG: usize = 6;
/// Bytes before the ending from which a word counts as long for its end.
const STEM: usize = 5;
/// Shortest correction of a typo, in bytes.
const LEAST: usize = 3;
/// Approximate size of a chunk in bytes.
const CHUNK: usize = 24 * 1024;

/// Buckets to search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Buckets {
    /// The bucket of this name.
    One(String),
    /// All buckets with this prefix.
    All(String),
}

impl Buckets {
    /// The name of the first bucket.
    pub fn name(&self) -> &str {
        let (Self::One(name) | Self::All(name)) = self;
        name
    }

    /// Whether they include the bucket of this name.
    pub fn has(&self, bucket: &str) -> bool {
        match self {
            Self::One(name) => bucket == name,
            Self::All(name) => bucket.starts_with(name.as_str()),
        }
    }
}

/// The buckets with the candidates for a mistyped word: by its beginning, and by its end.
pub fn buckets_for(typed: &str) -> Vec<Buckets> {
    vec![Buckets::One(beginning(typed, typed.len() >= SHORT)), Buckets::One(end(typed, family(typed).len() > STEM))]
}

/// The bucket of compounds that end with a form of a word.
pub fn bucket_of_end(word: &str) -> Buckets {
    Buckets::One(end(word, true))
}

/// The buckets that contain every word with the first of these pieces as prefix.
pub fn buckets_for_pattern(pieces: &[String]) -> Vec<Buckets> {
    let first = pieces.first().map_or("", String::as_str);
    if first.chars().count() >= 2 {
        vec![Buckets::One(beginning(first, false)), Buckets::One(beginning(first, true))]
    } else {
        vec![Buckets::All(format!("<{first}"))]
    }
}

fn beginning(word: &str, long: bool) -> String {
    let letters = if long { 2 } else { 1 };
    format!("<{}", word.char_indices().nth(letters).map_or(word, |(at, _)| &word[..at]))
}

fn end(word: &str, long: bool) -> String {
    let (sign, word, letters) = if long { ('=', family(word), 3) } else { ('>', word, 2) };
    let at = word.char_indices().rev().nth(letters - 1).map_or(0, |(at, _)| at);
    format!("{sign}{}", &word[at..])
}

/// The buckets of a word of the corpus.
fn buckets_of(word: &str) -> Vec<String> {
    if word.len() < LEAST {
        return Vec::new();
    }
    let stem = family(word).len();
    let kinds = [
        (word.len() <= SHORT).then(|| beginning(word, false)),
        (word.len() >= LONG).then(|| beginning(word, true)),
        (stem <= STEM + 1).then(|| end(word, false)),
        (stem >= STEM).then(|| end(word, true)),
    ];
    kinds.into_iter().flatten().collect()
}

/// The chunks, each with the name of its first bucket, for every word with its number of articles.
pub fn write(words: &BTreeMap<&str, u32>) -> Vec<(String, Vec<u8>)> {
    let mut by_bucket: BTreeMap<String, Vec<(&str, u32)>> = BTreeMap::new();
    for (&word, &articles) in words {
        for bucket in buckets_of(word) {
            by_bucket.entry(bucket).or_default().push((word, articles));
        }
    }
    let mut out: Vec<(String, Vec<u8>)> = Vec::new();
    let mut before = String::new();
    for (bucket, words) in by_bucket {
        if out.last().is_none_or(|(_, bytes)| bytes.len() >= CHUNK) {
            out.push((bucket.clone(), Vec::new()));
            before.clear();
        }
        let Some((_, bytes)) = out.last_mut() else { continue };
        for (word, articles) in words {
            let text = format!("{bucket}\0{word}");
            let shared = text.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
            varint::write(bytes, shared as u32);
            varint::write(bytes, (text.len() - shared) as u32);
            bytes.extend_from_slice(&text.as_bytes()[shared..]);
            varint::write(bytes, articles.checked_ilog2().map_or(0, |log| log + 1));
            before = text;
        }
    }
    out
}

/// Calls `take` with the words of these buckets of a chunk, each with its weight. Ends at the first invalid byte.
pub fn read(mut bytes: &[u8], wanted: &Buckets, take: &mut dyn FnMut(&str, u32)) {
    let mut text: Vec<u8> = Vec::new();
    while let Some(weight) = read_entry(&mut bytes, &mut text) {
        let Some((name, word)) = std::str::from_utf8(&text).ok().and_then(|text| text.split_once('\0')) else { continue };
        if wanted.has(name) {
            take(word, weight);
        } else if name > wanted.name() {
            return;
        }
    }
}

fn read_entry(bytes: &mut &[u8], text: &mut Vec<u8>) -> Option<u32> {
    text.truncate(varint::read(bytes)? as usize);
    let more = varint::read(bytes)? as usize;
    let (new, rest) = bytes.split_at_checked(more)?;
    text.extend_from_slice(new);
    *bytes = rest;
    varint::read(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::typo::distance;

    #[test]
    fn one_typo_leaves_one_bucket_unchanged() {
        let words = ["rat", "bank", "kreml", "gipfel", "kremlin", "kremlchef", "sicherheitskonferenz"];
        let of: BTreeMap<&str, u32> = words.iter().map(|word| (*word, 5)).collect();
        let chunks = write(&of);
        let near = |typed: &str| {
            let mut found = Vec::new();
            for bucket in buckets_for(typed) {
                for (_, bytes) in &chunks {
                    read(bytes, &bucket, &mut |word, _| {
                        if distance(typed, word, 1) <= 1 && !found.contains(&word.to_owned()) {
                            found.push(word.to_owned());
                        }
                    });
                }
            }
            found.sort();
            found
        };
        for word in words.iter().filter(|word| word.len() > 3) {
            for at in 0..word.len() {
                let (a, b) = word.split_at(at);
                let mut typos = vec![format!("{a}{}", &b[1..]), format!("{a}x{b}"), format!("{a}x{}", &b[1..])];
                if b.len() > 1 {
                    typos.push(format!("{a}{}{}{}", &b[1..2], &b[..1], &b[2..]));
                }
                for typed in typos.into_iter().filter(|typed| typed != word) {
                    assert!(near(&typed).contains(&(*word).to_owned()) || typed.len() < 4, "{typed} for {word}");
                }
            }
        }
    }

    #[test]
    fn damaged_chunks_end_early() {
        let of: BTreeMap<&str, u32> = [("gipfel", 1), ("gipfels", 900)].into();
        let (_, good) = write(&of).remove(0);
        let mut found = Vec::new();
        read(&good, &Buckets::One("<g".into()), &mut |word, weight| found.push((word.to_owned(), weight)));
        assert_eq!(found, [("gipfel".to_owned(), 1), ("gipfels".to_owned(), 10)]);
        for end in 0..good.len() {
            read(&good[..end], &Buckets::All(">z".into()), &mut |_, _| {});
        }
        assert_eq!(bucket_of_end("streit"), bucket_of_end("budgetstreites"));
        assert!(buckets_of("rt").is_empty());
    }
}
