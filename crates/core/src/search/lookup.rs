//! The loaded chunks of the index, and the entries in them that can match a typed word.

use super::chunk::{At, Chunk, Entry};
use super::index::Directory;
use super::list::{Places, Postings};
use super::spelling::{self, Buckets};
use super::term::{Kind, family};
use super::typo::distance;
use crate::german::is_same_word;
use crate::part::{Damage, PartKey};
use std::collections::{BTreeMap, BTreeSet};

/// Parts that must be loaded first.
pub type Needs = BTreeSet<PartKey>;

/// An entry of the index, by chunk and index in the chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryId {
    chunk: u32,
    entry: u32,
}

/// The loaded part of the index of a corpus.
///
/// Every lookup takes a set of [`Needs`]: results in chunks that are not loaded are missing, and these chunks are added to the set.
#[derive(Default)]
pub struct Index {
    directory: Directory,
    chunks: BTreeMap<u32, Chunk>,
    far: BTreeMap<u32, Vec<u8>>,
    spelling: BTreeMap<u32, Vec<u8>>,
}

impl Index {
    /// An index without loaded chunks.
    pub fn new(directory: Directory) -> Self {
        Self { directory, ..Self::default() }
    }

    /// Adds a loaded part: a chunk, separate positions, or a chunk of the spelling list.
    pub fn feed(&mut self, key: PartKey, bytes: Vec<u8>) -> Result<(), Damage> {
        match key {
            PartKey::Index(n) => drop(self.chunks.insert(n, Chunk::open(bytes).ok_or(Damage::Content)?)),
            PartKey::Places(n) => drop(self.far.insert(n, bytes)),
            PartKey::Spelling(n) => drop(self.spelling.insert(n, bytes)),
            _ => return Err(Damage::Foreign),
        }
        Ok(())
    }

    /// Whether a part of the index is loaded.
    pub fn has(&self, key: PartKey) -> bool {
        match key {
            PartKey::Index(n) => self.chunks.contains_key(&n),
            PartKey::Places(n) => self.far.contains_key(&n),
            PartKey::Spelling(n) => self.spelling.contains_key(&n),
            _ => false,
        }
    }

    /// Number of parts of this kind.
    pub fn count(&self, key: PartKey) -> u32 {
        match key {
            PartKey::Index(_) => self.directory.families.len() as u32,
            PartKey::Places(_) => self.directory.far,
            PartKey::Spelling(_) => self.directory.buckets.len() as u32,
            _ => 0,
        }
    }

    /// An entry found earlier.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.chunks.get(&id.chunk)?.entries().get(id.entry as usize)
    }

    /// The articles of an entry.
    pub fn postings(&self, id: EntryId) -> Postings<'_> {
        let bytes = self.chunks.get(&id.chunk).zip(self.entry(id)).map_or(&[][..], |(chunk, entry)| chunk.slice(&entry.list));
        Postings::new(bytes)
    }

    /// Whether the positions of an entry are in separate parts.
    pub fn is_far(&self, id: EntryId) -> bool {
        self.entry(id).is_some_and(|entry| matches!(entry.at, At::Far(..)))
    }

    /// The positions of an entry in each of `articles` (ascending).
    pub fn positions(&self, id: EntryId, articles: &[u32], needs: &mut Needs) -> Vec<Vec<u32>> {
        let Some((chunk, entry)) = self.chunks.get(&id.chunk).zip(self.entry(id)) else { return vec![Vec::new(); articles.len()] };
        let list = chunk.slice(&entry.list);
        match &entry.at {
            At::Nowhere => vec![Vec::new(); articles.len()],
            At::Here(places) => {
                let mut places = Places::new(list, chunk.slice(places), 0);
                articles.iter().map(|&article| places.of(article)).collect()
            }
            At::Far(first, from) => {
                let mut open: Option<(usize, Places)> = None;
                let mut of = |article: u32| {
                    let part = from.partition_point(|&start| start <= article).saturating_sub(1);
                    if open.as_ref().is_none_or(|(at, _)| *at != part) {
                        let key = first + part as u32;
                        let Some(bytes) = self.far.get(&key) else {
                            needs.insert(PartKey::Places(key));
                            return Vec::new();
                        };
                        open = Some((part, Places::new(list, bytes, from[part])));
                    }
                    open.as_mut().map_or(Vec::new(), |(_, places)| places.of(article))
                };
                articles.iter().map(|&article| of(article)).collect()
            }
        }
    }

    /// The chunk of a family; `None` if the index is empty.
    fn chunk_of(&self, name: &str) -> Option<u32> {
        let families = &self.directory.families;
        if families.is_empty() { None } else { Some(families.partition_point(|first| first.as_str() <= name).saturating_sub(1) as u32) }
    }

    /// All entries of the family of a key.
    pub fn family(&self, key: &str, needs: &mut Needs) -> Vec<(EntryId, &Entry)> {
        let name = family(key);
        let Some(number) = self.chunk_of(name) else { return Vec::new() };
        let Some(chunk) = self.chunks.get(&number) else {
            needs.insert(PartKey::Index(number));
            return Vec::new();
        };
        let id = |entry: usize| EntryId { chunk: number, entry: entry as u32 };
        chunk.family(name).map(|at| (id(at), &chunk.entries()[at])).collect()
    }

    /// The entries with this prefix: one prefix entry for many words, or the words themselves if they are few.
    pub fn beginning(&self, key: &str, needs: &mut Needs) -> Vec<(EntryId, &Entry)> {
        let own = self.family(key, needs);
        if let Some(start) = own.iter().find(|(_, entry)| entry.kind == Kind::Prefix && entry.key == key) {
            return vec![*start];
        }
        if !needs.is_empty() {
            return Vec::new();
        }
        let fits = |entry: &Entry| entry.kind == Kind::Word && entry.key.starts_with(key);
        let mut out: Vec<_> = own.into_iter().filter(|(_, entry)| fits(entry) && family(&entry.key) == family(key)).collect();
        let families = &self.directory.families;
        let first = families.partition_point(|first| first.as_str() <= key).saturating_sub(1);
        for (number, border) in families.iter().enumerate().skip(first) {
            if number > first && !border.starts_with(key) {
                break;
            }
            let Some(chunk) = self.chunks.get(&(number as u32)) else {
                needs.insert(PartKey::Index(number as u32));
                continue;
            };
            let from = chunk.entries().partition_point(|entry| family(&entry.key) < key);
            let there = chunk.entries()[from..].iter().enumerate().take_while(|(_, entry)| family(&entry.key).starts_with(key));
            let id = |at: usize| EntryId { chunk: number as u32, entry: (from + at) as u32 };
            out.extend(there.filter(|(_, entry)| fits(entry) && family(&entry.key) != family(key)).map(|(at, entry)| (id(at), entry)));
        }
        out
    }

    /// Words of the corpus within `most` typos of a key, except the key itself: each with its typos and the binary logarithm of its number of articles.
    pub fn near(&self, key: &str, most: usize, needs: &mut Needs) -> Vec<(String, usize, u32)> {
        let mut out: Vec<(String, usize, u32)> = Vec::new();
        for bucket in spelling::buckets_for(key) {
            self.spelled(&bucket, needs, &mut |word, weight| {
                let typos = distance(key, word, most);
                if (1..=most).contains(&typos) && !out.iter().any(|(known, ..)| known == word) {
                    out.push((word.to_owned(), typos, weight));
                }
            });
        }
        out
    }

    /// Compounds that were not split and end with a form of a key after at least three more letters, each with the binary logarithm of its number of
    /// articles.
    pub fn ending(&self, key: &str, needs: &mut Needs) -> Vec<(String, u32)> {
        let mut out = Vec::new();
        self.spelled(&spelling::bucket_of_end(key), needs, &mut |word, weight| {
            let at = word.rfind(family(key)).filter(|at| *at >= 3);
            if at.is_some_and(|at| is_same_word(&word[at..], key)) {
                out.push((word.to_owned(), weight));
            }
        });
        out
    }

    /// Words that match a pattern: its first piece at the beginning, its last at the end, the others in order between them; each with the binary
    /// logarithm of its number of articles. If the first and last piece are empty, every word of the corpus is examined.
    pub fn fitting(&self, pieces: &[String], needs: &mut Needs) -> Vec<(String, u32)> {
        let mut out: Vec<(String, u32)> = Vec::new();
        for buckets in spelling::buckets_for_pattern(pieces) {
            self.spelled(&buckets, needs, &mut |word, weight| {
                if fits(word, pieces) && !out.iter().any(|(known, _)| known == word) {
                    out.push((word.to_owned(), weight));
                }
            });
        }
        out
    }

    fn spelled(&self, buckets: &Buckets, needs: &mut Needs, take: &mut dyn FnMut(&str, u32)) {
        let firsts = &self.directory.buckets;
        let from = firsts.partition_point(|first| first.as_str() <= buckets.name()).saturating_sub(1);
        for (number, first) in firsts.iter().enumerate().skip(from) {
            if number > from && !buckets.has(first) {
                break;
            }
            match self.spelling.get(&(number as u32)) {
                Some(bytes) => spelling::read(bytes, buckets, take),
                None => drop(needs.insert(PartKey::Spelling(number as u32))),
            }
        }
    }

    /// Loaded names with a form that begins with a key: kind and name, and the number of articles that mention the entity by other forms.
    pub fn names(&self, key: &str) -> Vec<(&str, u32)> {
        let Some(number) = self.chunk_of(family(key)) else { return Vec::new() };
        let chunks = self.chunks.range(number..=number + 1).map(|(_, chunk)| chunk);
        let entries = chunks.flat_map(Chunk::entries).filter(|entry| entry.kind == Kind::Alias && entry.key.starts_with(key));
        entries.map(|entry| (entry.form.as_str(), entry.articles)).collect()
    }
}

/// Whether a word begins with the first piece, ends with the last, and has the others in order between them.
fn fits(word: &str, pieces: &[String]) -> bool {
    let [first, middle @ .., last] = pieces else { return pieces.first().is_some_and(|only| only == word) };
    let Some(mut rest) = word.strip_prefix(first.as_str()).and_then(|rest| rest.strip_suffix(last.as_str())) else { return false };
    for piece in middle {
        let Some((_, after)) = rest.split_once(piece.as_str()) else { return false };
        rest = after;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_their_pieces_in_order() {
        let fits = |word: &str, pattern: &str| fits(word, &pattern.split('*').map(str::to_owned).collect::<Vec<_>>());
        assert!(fits("osterweiterung", "ost*ung") && fits("osterweiterung", "*erweiterung") && fits("osterweiterung", "*er*ter*"));
        assert!(!fits("ost", "ost*st") && !fits("osterweiterung", "*ter*er*ter") && !fits("gas", "g*x*s"));
    }
}
