//! Which words of the corpus a mistyped one can have been.
//!
//! All words lie in buckets, each word in two or four of them: by its beginning and by its end. Whoever mistypes one letter leaves one of the two
//! as it was, so that two buckets hold every candidate (of two typos in a long word nearly every one: all but those that hit both its
//! first two and its last two letters). Short words (up to seven bytes) are told by one letter, long ones (from six) by two; where a typed word
//! could have been a short or a long one, both kinds hold the candidates.
//!
//! Compounds that were not taken apart lie in a bucket more, by the last two letters before their ending: there a word is looked for
//! that the corpus has as their end only.
//!
//! ```text
//! chunk := entry*           by bucket, then word; a bucket is never cut
//! entry := varint (bytes that its text shares with the one before) varint (further bytes) bytes
//!          varint (1 + the binary logarithm of its articles, rounded down)
//! text  := bucket 0 word
//! ```

use super::term::family;
use super::varint;
use std::collections::BTreeMap;

/// The longest word of the short kind, and the shortest of the long kind.
const SHORT: usize = 7;
const LONG: usize = 6;
/// The shortest word that is ever a typo's correction, in bytes.
const LEAST: usize = 3;
/// About how many bytes go into one chunk.
const CHUNK: usize = 24 * 1024;

/// Buckets that are looked into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Buckets {
    /// The one of this name.
    One(String),
    /// All whose name begins so.
    All(String),
}

impl Buckets {
    /// The name of the first one.
    pub fn name(&self) -> &str {
        let (Self::One(name) | Self::All(name)) = self;
        name
    }

    /// Whether the bucket of this name is among them.
    pub fn has(&self, bucket: &str) -> bool {
        match self {
            Self::One(name) => bucket == name,
            Self::All(name) => bucket.starts_with(name.as_str()),
        }
    }
}

/// The buckets that hold the candidates for a mistyped word: by its beginning, and by its end.
pub fn buckets_for(typed: &str) -> Vec<Buckets> {
    buckets(typed, typed.len() < SHORT, typed.len() >= SHORT).into_iter().map(Buckets::One).collect()
}

/// The bucket of the compounds that may end with a word.
pub fn bucket_of_end(word: &str) -> Buckets {
    Buckets::One(end_bucket(word))
}

fn end_bucket(word: &str) -> String {
    let word = family(word);
    let at = word.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    format!("={}", &word[at..])
}

/// The buckets that hold every word which begins with the first of these pieces and ends with the last.
pub fn buckets_for_pattern(pieces: &[String]) -> Vec<Buckets> {
    let (first, last) = (pieces.first().map_or("", String::as_str), pieces.last().map_or("", String::as_str));
    let one = |names: Vec<String>, at: usize| names.into_iter().skip(at).step_by(2).map(Buckets::One).collect();
    if first.chars().count() >= 2 {
        one(buckets(first, true, true), 0)
    } else if last.chars().count() >= 2 {
        one(buckets(last, true, true), 1)
    } else {
        vec![Buckets::All(format!("<{first}"))]
    }
}

/// The buckets that a word of the corpus lies in.
fn buckets_of(word: &str) -> Vec<String> {
    if word.len() < LEAST { Vec::new() } else { buckets(word, word.len() <= SHORT, word.len() >= LONG) }
}

fn buckets(word: &str, short: bool, long: bool) -> Vec<String> {
    let mut out = Vec::new();
    for (wanted, letters) in [(short, 1), (long, 2)] {
        let beginning = word.char_indices().nth(letters).map_or(word, |(at, _)| &word[..at]);
        let end = word.char_indices().rev().nth(letters - 1).map_or(word, |(at, _)| &word[at..]);
        if wanted {
            out.extend([format!("<{beginning}"), format!(">{end}")]);
        }
    }
    out
}

/// A word for the list: in how many articles it stands, and whether it may be a compound that was not taken apart.
pub type Spelled = (u32, bool);

/// Writes the chunks, each with the name of its first bucket.
pub fn write(words: &BTreeMap<&str, Spelled>) -> Vec<(String, Vec<u8>)> {
    let mut by_bucket: BTreeMap<String, Vec<(&str, u32)>> = BTreeMap::new();
    for (&word, &(articles, whole)) in words {
        for bucket in buckets_of(word).into_iter().chain(whole.then(|| end_bucket(word))) {
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

/// Hands the words of these buckets of a chunk to `take`, each with its weight. Ends where the bytes are none.
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
    fn one_typo_leaves_a_bucket() {
        let words = ["rat", "bank", "kreml", "gipfel", "kremlin", "kremlchef", "sicherheitskonferenz"];
        let of: BTreeMap<&str, Spelled> = words.iter().map(|word| (*word, (5, false))).collect();
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
    fn broken_ones_end() {
        let of: BTreeMap<&str, Spelled> = [("gipfel", (1, false)), ("gipfels", (900, true))].into();
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
