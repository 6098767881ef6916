//! The loaded chunks of the index, and the entries in them that can match a typed word.

use super::chunk::{At, Chunk, Entry};
use super::directory::{BORDERS, Directory};
use super::list::{Places, Postings};
use super::spelling::{self, Buckets};
use super::term::{Kind, family};
use super::typo::distance;
use crate::german::is_same_word;
use crate::part::{Damage, PartKey, Shelf};
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
    /// Borders of chunks, by part, where the directory has not all.
    borders: BTreeMap<u32, Vec<String>>,
    chunks: Shelf<Chunk>,
    /// The records of articles that came with chunks.
    records: BTreeMap<u32, Box<[u8]>>,
    /// Separate positions and chunks of the spelling list.
    others: Shelf<Vec<u8>>,
}

/// Bytes of chunks above which the least recently used are let go, and the same for separate positions and spelling lists together.
const LIMIT: usize = 6 << 20;
/// Records above which all are let go; they can be had from the parts of summaries.
const RECORDS: usize = 20_000;

impl Index {
    /// An index without loaded chunks.
    pub fn new(directory: Directory) -> Self {
        Self { directory, ..Self::default() }
    }

    /// Adds a loaded part: a chunk, separate positions, or a chunk of the spelling list.
    pub fn feed(&mut self, key: PartKey, bytes: Vec<u8>) -> Result<(), Damage> {
        let length = bytes.len();
        match key {
            PartKey::Directory(n) => {
                let borders: Vec<String> = postcard::from_bytes(&bytes).map_err(|_| Damage::Content)?;
                let first = self.directory.chunks.saturating_sub(n.saturating_mul(BORDERS as u32)) as usize;
                if borders.len() != first.min(BORDERS) {
                    return Err(Damage::Content);
                }
                self.borders.insert(n, borders);
            }
            PartKey::Index(_) => {
                let mut chunk = Chunk::open(bytes).ok_or(Damage::Content)?;
                // Many chunks come with the same articles.
                self.records.extend(chunk.take_summaries());
                let length = chunk.len();
                self.chunks.insert(key, chunk, length);
            }
            PartKey::Places(_) | PartKey::Spelling(_) => self.others.insert(key, bytes, length),
            _ => return Err(Damage::Foreign),
        }
        Ok(())
    }

    /// Whether a part of the index is loaded.
    pub fn has(&self, key: PartKey) -> bool {
        self.chunks.has(key) || self.others.has(key) || matches!(key, PartKey::Directory(n) if self.borders.contains_key(&n))
    }

    /// Lets parts go that were not used for the longest time, if there are many; to be called after each answer.
    pub fn tidy(&mut self) {
        self.chunks.tidy(LIMIT);
        self.others.tidy(LIMIT);
        if self.records.len() > RECORDS {
            self.records.clear();
        }
    }

    /// A loaded chunk.
    pub(super) fn chunk(&self, number: u32) -> Option<&Chunk> {
        self.chunks.get(PartKey::Index(number))
    }

    /// The record of an article, as given to [`add_summaries`](super::add_summaries), if it came with a chunk.
    pub fn summary(&self, article: u32) -> Option<&[u8]> {
        self.records.get(&article).map(|record| &**record)
    }

    /// All records that came with chunks, each with its article.
    pub fn summaries(&self) -> impl Iterator<Item = (u32, &[u8])> {
        self.records.iter().map(|(article, record)| (*article, &**record))
    }

    /// The records that came with the chunk of a key, if it is loaded.
    pub fn summaries_with(&self, key: &str) -> impl Iterator<Item = &[u8]> {
        let chunk = self.chunk_of(family(key), &mut Needs::new()).and_then(|number| self.chunk(number));
        chunk.into_iter().flat_map(Chunk::articles).filter_map(|article| self.summary(article))
    }

    /// Number of parts of this kind.
    pub fn count(&self, key: PartKey) -> u32 {
        match key {
            PartKey::Directory(_) if self.is_whole() => 0,
            PartKey::Directory(_) => self.directory.families.len() as u32,
            PartKey::Index(_) => self.directory.chunks,
            PartKey::Places(_) => self.directory.far,
            PartKey::Spelling(_) => self.directory.buckets.len() as u32,
            _ => 0,
        }
    }

    /// An entry found earlier.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.chunk(id.chunk)?.entries().get(id.entry as usize)
    }

    /// The articles of an entry.
    pub fn postings(&self, id: EntryId) -> Postings<'_> {
        self.chunk(id.chunk).zip(self.entry(id)).map_or(Postings::new(&[]), |(chunk, entry)| chunk.postings(entry))
    }

    /// Whether the positions of an entry are in separate parts.
    pub fn is_far(&self, id: EntryId) -> bool {
        self.entry(id).is_some_and(|entry| matches!(entry.at, At::Far(..)))
    }

    /// The positions of an entry in each of `articles` (ascending).
    pub fn positions(&self, id: EntryId, articles: &[u32], needs: &mut Needs) -> Vec<Vec<u32>> {
        let Some((chunk, entry)) = self.chunk(id.chunk).zip(self.entry(id)) else { return vec![Vec::new(); articles.len()] };
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
                        let key = PartKey::Places(first + part as u32);
                        let Some(bytes) = self.others.get(key) else {
                            needs.insert(key);
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

    /// Whether the directory has the borders of all chunks.
    fn is_whole(&self) -> bool {
        self.directory.families.len() == self.directory.chunks as usize
    }

    /// The chunk of a family; `None` if the index is empty, or borders are needed first.
    fn chunk_of(&self, name: &str, needs: &mut Needs) -> Option<u32> {
        let place = |borders: &[String]| borders.partition_point(|first| first.as_str() <= name).saturating_sub(1) as u32;
        let families = &self.directory.families;
        let part = place(families);
        if self.is_whole() {
            return (!families.is_empty()).then_some(part);
        }
        let Some(borders) = self.borders.get(&part) else {
            needs.insert(PartKey::Directory(part));
            return None;
        };
        Some(part * BORDERS as u32 + place(borders))
    }

    /// Where a chunk begins; `None` if there is no such chunk, or its border is needed first.
    fn border(&self, number: u32, needs: &mut Needs) -> Option<&str> {
        if self.is_whole() {
            return self.directory.families.get(number as usize).map(String::as_str);
        }
        let (part, at) = (number / BORDERS as u32, number as usize % BORDERS);
        let first = self.directory.families.get(part as usize)?;
        match self.borders.get(&part) {
            Some(borders) => borders.get(at).map(String::as_str),
            None if at == 0 => Some(first),
            None => {
                needs.insert(PartKey::Directory(part));
                None
            }
        }
    }

    /// All entries of the family of a key.
    pub fn family(&self, key: &str, needs: &mut Needs) -> Vec<(EntryId, &Entry)> {
        let name = family(key);
        let Some(number) = self.chunk_of(name, needs) else { return Vec::new() };
        let Some(chunk) = self.chunk(number) else {
            needs.insert(PartKey::Index(number));
            return Vec::new();
        };
        let id = |entry: usize| EntryId { chunk: number, entry: entry as u32 };
        chunk.family(name).map(|at| (id(at), &chunk.entries()[at])).collect()
    }

    /// The entries with this prefix: one prefix entry for many words, or the words themselves if they are few.
    pub fn beginning(&self, key: &str, needs: &mut Needs) -> Vec<(EntryId, &Entry)> {
        let own = self.family(key, needs);
        if let Some(start) = own.iter().find(|(_, entry)| entry.kind == Kind::Prefix && *entry.key == *key) {
            return vec![*start];
        }
        if !needs.is_empty() {
            return Vec::new();
        }
        let fits = |entry: &Entry| entry.kind == Kind::Word && entry.key.starts_with(key);
        let mut out: Vec<_> = own.into_iter().filter(|(_, entry)| fits(entry) && family(&entry.key) == family(key)).collect();
        let Some(first) = self.chunk_of(key, needs) else { return Vec::new() };
        for number in first..self.directory.chunks {
            if number > first && !self.border(number, needs).is_some_and(|border| border.starts_with(key)) {
                break;
            }
            let Some(chunk) = self.chunk(number) else {
                needs.insert(PartKey::Index(number));
                continue;
            };
            let from = chunk.entries().partition_point(|entry| family(&entry.key) < key);
            let there = chunk.entries()[from..].iter().enumerate().take_while(|(_, entry)| family(&entry.key).starts_with(key));
            let id = |at: usize| EntryId { chunk: number, entry: (from + at) as u32 };
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
            let key = PartKey::Spelling(number as u32);
            match self.others.get(key) {
                Some(bytes) => spelling::read(bytes, buckets, take),
                None => drop(needs.insert(key)),
            }
        }
    }

    /// Loaded names with a form that begins with a key: kind and name, and the number of articles that mention the entity by other forms.
    pub fn names(&self, key: &str) -> Vec<(&str, u32)> {
        let Some(number) = self.chunk_of(family(key), &mut Needs::new()) else { return Vec::new() };
        let chunks = [number, number + 1].into_iter().filter_map(|number| self.chunk(number));
        let entries = chunks.flat_map(Chunk::entries).filter(|entry| entry.kind == Kind::Alias && entry.key.starts_with(key));
        entries.map(|entry| (&*entry.form, entry.articles)).collect()
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
    use super::super::chunk::{ChunkBuilder, Draft};
    use super::super::directory::directory_of;
    use super::super::list::ListBuilder;
    use super::super::term::Case;
    use super::super::words::Field;
    use super::*;

    /// A word of four letters that end no word, by its place in the alphabet.
    fn word(n: usize) -> String {
        [n / 400 % 20, n / 20 % 20, n % 20, 0].map(|letter| char::from(b"abcdfghjklopqtuvwxyz"[letter])).into_iter().collect()
    }

    #[test]
    fn a_long_directory_is_loaded_in_parts() {
        let chunk = |n: usize| {
            let mut list = ListBuilder::default();
            list.add(n as u32, &[(1, Field::Body)]);
            let mut chunk = ChunkBuilder::default();
            chunk.add(&Draft { key: word(n), kind: Kind::Word, case: Case::Lower, form: String::new(), list }, None);
            chunk.finish()
        };
        let count = 25 * BORDERS + 3;
        let (directory, parts) = directory_of((0..count).map(word).collect());
        let mut index = Index::new(directory);
        assert_eq!((index.count(PartKey::Directory(0)), index.count(PartKey::Index(0))), (26, count as u32));
        let needs = |index: &Index, of: &dyn Fn(&Index, &mut Needs)| {
            let mut needs = Needs::new();
            of(index, &mut needs);
            needs.into_iter().collect::<Vec<_>>()
        };
        for n in [0, 1, BORDERS - 1, BORDERS, BORDERS + 1, 25 * BORDERS, count - 1] {
            let family = |index: &Index, needs: &mut Needs| drop(index.family(&word(n), needs));
            let part = n / BORDERS;
            if !index.has(PartKey::Directory(part as u32)) {
                assert_eq!(needs(&index, &family), [PartKey::Directory(part as u32)]);
                index.feed(PartKey::Directory(part as u32), parts[part].clone()).unwrap();
            }
            assert_eq!(needs(&index, &family), [PartKey::Index(n as u32)], "{n}");
            index.feed(PartKey::Index(n as u32), chunk(n)).unwrap();
            let found = index.family(&word(n), &mut Needs::new()).into_iter().map(|(id, _)| index.postings(id).next().unwrap().article);
            assert_eq!(found.collect::<Vec<_>>(), [n as u32]);
        }
        // The words that begin like the last one of a part go on in the next one, whose borders are not loaded.
        let mut fresh = Index::new(directory_of((0..count).map(word).collect()).0);
        fresh.feed(PartKey::Directory(0), parts[0].clone()).unwrap();
        let start = &word(BORDERS - 1)[..2];
        let ask = |fresh: &Index| needs(fresh, &|index, needs| drop(index.beginning(start, needs)));
        for _ in 0..2 {
            let here = ask(&fresh).into_iter().filter(|key| matches!(key, PartKey::Index(n) if (*n as usize) < BORDERS));
            here.for_each(|key| fresh.feed(key, chunk(key.number() as usize)).unwrap());
        }
        assert_eq!(ask(&fresh), [PartKey::Directory(1), PartKey::Index(BORDERS as u32)]);
        // A part of the wrong length is damaged.
        assert_eq!(fresh.feed(PartKey::Directory(25), parts[0].clone()), Err(Damage::Content));
    }

    #[test]
    fn patterns_match_their_pieces_in_order() {
        let fits = |word: &str, pattern: &str| fits(word, &pattern.split('*').map(str::to_owned).collect::<Vec<_>>());
        assert!(fits("osterweiterung", "ost*ung") && fits("osterweiterung", "*erweiterung") && fits("osterweiterung", "*er*ter*"));
        assert!(!fits("ost", "ost*st") && !fits("osterweiterung", "*ter*er*ter") && !fits("gas", "g*x*s"));
    }
}
