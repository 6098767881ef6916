//! A chunk of the index: the entries of consecutive word families, with their posting lists.
//!
//! ```text
//! chunk := varint (bytes of words) words summaries
//! words := varint (number of entries) entry* (articles, positions)*
//! entry := varint (length of the prefix shared with the text before) varint (number of further bytes) bytes
//!          varint (number of articles) varint (bytes of the list of articles)
//!          varint (bytes of the positions; 0: not in this chunk)
//!          far                       if they are not in this chunk; a prefix entry has none
//! far   := varint (first part) varint (number of parts) varint*    the first article of each part after the first
//! text  := key mark form            mark: the kind, and how a word is written; form: as written if different from the key; for a prefix its most frequent words; for an alias the kind and
//!                                   name of its entity
//! summaries := varint (number of summaries) (varint (articles skipped since the one before) varint (bytes))* bytes*
//! ```

use super::list::{ListBuilder, Postings};
use super::term::{Case, Kind, family};
use super::words::width_of;
use crate::codec::varint;
use std::ops::Range;
use std::sync::Arc;

/// Where the positions of an entry are stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum At {
    /// There are none.
    Nowhere,
    /// In the chunk, at these bytes.
    Here(Range<usize>),
    /// In separate parts: the number of the first part, and the first article of each.
    Far(u32, Vec<u32>),
}

/// A decoded entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key, shared by all spellings of a word.
    pub key: Arc<str>,
    /// The form as written, in lower case; for a prefix its most frequent words, separated by spaces; for an alias the kind and name of its entity
    /// (`PER Wladimir Putin`).
    pub form: Arc<str>,
    /// What it is.
    pub kind: Kind,
    /// How a word is written.
    pub case: Case,
    /// Number of articles with it.
    pub articles: u32,
    /// Number of positions that it covers: more than one for a hyphenated word or compound number, whose parts have their own entries.
    pub width: u32,
    /// The bytes of its list of articles in the chunk.
    pub list: Range<usize>,
    /// Its positions.
    pub at: At,
}

/// A decoded chunk.
#[derive(Default)]
pub struct Chunk {
    bytes: Vec<u8>,
    entries: Vec<Entry>,
    /// The articles with a summary, in order, each with the end of its bytes.
    summaries: Vec<(u32, u32)>,
    /// Where the first summary begins.
    first: usize,
}

impl Chunk {
    /// Decodes a chunk; `None` if the bytes are not one.
    pub fn open(bytes: Vec<u8>) -> Option<Self> {
        let mut rest = &bytes[..];
        let length = varint::read(&mut rest)? as usize;
        let start = bytes.len() - rest.len();
        let (words, after) = rest.split_at_checked(length)?;
        let entries = entries(words, start)?;
        let (summaries, first) = summaries(after, start + length)?;
        Some(Self { bytes, entries, summaries, first })
    }

    /// All entries, in order of family and key.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The indices of the entries of a family.
    pub fn family(&self, name: &str) -> Range<usize> {
        let start = self.entries.partition_point(|entry| family(&entry.key) < name);
        start..start + self.entries[start..].partition_point(|entry| family(&entry.key) == name)
    }

    /// Bytes of the chunk.
    pub fn slice(&self, range: &Range<usize>) -> &[u8] {
        self.bytes.get(range.clone()).unwrap_or_default()
    }

    /// The articles of an entry.
    pub fn postings(&self, entry: &Entry) -> Postings<'_> {
        Postings::new(self.slice(&entry.list))
    }

    /// Takes the summaries out, each with its article, in order, and gives their memory back.
    pub fn take_summaries(&mut self) -> Vec<(u32, Box<[u8]>)> {
        let first = self.first;
        let mut from = first;
        let mut take = |(article, end): (u32, u32)| {
            let summary = self.bytes.get(from..end as usize).unwrap_or_default().into();
            from = end as usize;
            (article, summary)
        };
        let out = self.summaries.iter().copied().map(&mut take).collect();
        self.bytes.truncate(first);
        self.bytes.shrink_to_fit();
        out
    }

    /// Number of bytes.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The articles that came with a summary, in order.
    pub fn articles(&self) -> impl Iterator<Item = u32> {
        self.summaries.iter().map(|(article, _)| *article)
    }
}

/// Decodes the entries of `words`, which begin at byte `start` of the chunk.
fn entries(words: &[u8], start: usize) -> Option<Vec<Entry>> {
    let mut rest = words;
    let count = varint::read(&mut rest)?;
    let mut entries = Vec::with_capacity((count as usize).min(words.len()));
    let mut text: Vec<u8> = Vec::new();
    let mut at = 0;
    for _ in 0..count {
        text.truncate(varint::read(&mut rest)? as usize);
        let more = varint::read(&mut rest)? as usize;
        let (new, after) = rest.split_at_checked(more)?;
        text.extend_from_slice(new);
        rest = after;
        let articles = varint::read(&mut rest)?;
        let (list, places) = (varint::read(&mut rest)? as usize, varint::read(&mut rest)? as usize);
        let mut entry = entry_of(&text)?;
        entry.articles = articles;
        entry.list = at..at.checked_add(list)?;
        at = entry.list.end.checked_add(places)?;
        if places > 0 {
            entry.at = At::Here(entry.list.end..at);
        } else if entry.kind != Kind::Prefix {
            let (first, parts) = (varint::read(&mut rest)?, varint::read(&mut rest)?);
            let mut from = vec![0];
            for _ in 1..parts {
                from.push(varint::read(&mut rest)?);
            }
            if parts > 0 {
                entry.at = At::Far(first, from);
            }
        }
        entries.push(entry);
    }
    if rest.len() != at {
        return None;
    }
    // Offsets so far are relative to the end of the entries.
    let start = start + words.len() - at;
    for entry in &mut entries {
        entry.list = entry.list.start + start..entry.list.end + start;
        if let At::Here(places) = &mut entry.at {
            *places = places.start + start..places.end + start;
        }
    }
    Some(entries)
}

/// Decodes the list of summaries, which begins at byte `start` of the chunk and ends with it: each article with the end of its summary, and where
/// the first one begins.
fn summaries(bytes: &[u8], start: usize) -> Option<(Vec<(u32, u32)>, usize)> {
    let mut rest = bytes;
    let count = varint::read(&mut rest)?;
    let mut out = Vec::with_capacity((count as usize).min(bytes.len()));
    let (mut next, mut at) = (0u32, 0u32);
    for _ in 0..count {
        let article = next.checked_add(varint::read(&mut rest)?)?;
        next = article.checked_add(1)?;
        at = at.checked_add(varint::read(&mut rest)?)?;
        out.push((article, at));
    }
    if rest.len() != at as usize {
        return None;
    }
    let first = start + bytes.len() - rest.len();
    out.iter_mut().for_each(|(_, end)| *end += first as u32);
    Some((out, first))
}

/// Adds the summaries of articles, in order, to a chunk without summaries.
pub fn add_summaries(chunk: &mut Vec<u8>, summaries: &[(u32, &[u8])]) {
    // The number of summaries so far, 0.
    chunk.pop();
    varint::write(chunk, summaries.len() as u32);
    let mut next = 0;
    for (article, summary) in summaries {
        varint::write(chunk, article - next);
        varint::write(chunk, summary.len() as u32);
        next = article + 1;
    }
    summaries.iter().for_each(|(_, summary)| chunk.extend_from_slice(summary));
}

fn entry_of(text: &[u8]) -> Option<Entry> {
    let mark = text.iter().position(|&byte| Kind::of_mark(byte).is_some())?;
    let (kind, case) = Kind::of_mark(text[mark])?;
    let key: Arc<str> = std::str::from_utf8(&text[..mark]).ok()?.into();
    let form = std::str::from_utf8(&text[mark + 1..]).ok()?;
    let form = if form.is_empty() { Arc::clone(&key) } else { form.into() };
    let width = if kind == Kind::Word { width_of(&form) } else { 1 };
    Some(Entry { key, form, kind, case, articles: 0, width, list: 0..0, at: At::Nowhere })
}

/// An entry to be written.
pub struct Draft {
    /// See [`Entry::key`].
    pub key: String,
    /// See [`Entry::kind`].
    pub kind: Kind,
    /// See [`Entry::case`].
    pub case: Case,
    /// See [`Entry::form`]; empty if it equals the key.
    pub form: String,
    /// Its articles and positions.
    pub list: ListBuilder,
}

/// Builds a chunk.
#[derive(Default)]
pub struct ChunkBuilder {
    head: Vec<u8>,
    lists: Vec<u8>,
    before: Vec<u8>,
    entries: u32,
}

impl ChunkBuilder {
    /// Appends an entry; entries must come in order. `far` names the separate parts of its positions, if they are not in the chunk.
    pub fn add(&mut self, draft: &Draft, far: Option<(u32, &[u32])>) {
        let mut text = draft.key.clone().into_bytes();
        text.push(draft.kind.mark(draft.case));
        text.extend_from_slice(draft.form.as_bytes());
        let shared = text.iter().zip(&self.before).take_while(|(a, b)| a == b).count();
        let places = if far.is_some() { &[] } else { draft.list.places() };
        for number in [shared, text.len() - shared] {
            varint::write(&mut self.head, number as u32);
        }
        self.head.extend_from_slice(&text[shared..]);
        for number in [draft.list.len(), draft.list.articles().len() as u32, places.len() as u32] {
            varint::write(&mut self.head, number);
        }
        if draft.kind != Kind::Prefix && places.is_empty() {
            let (first, from) = far.unwrap_or((0, &[]));
            varint::write(&mut self.head, first);
            varint::write(&mut self.head, from.len() as u32);
            from.iter().skip(1).for_each(|&article| varint::write(&mut self.head, article));
        }
        self.lists.extend_from_slice(draft.list.articles());
        self.lists.extend_from_slice(places);
        self.before = text;
        self.entries += 1;
    }

    /// Number of bytes so far.
    pub fn len(&self) -> usize {
        self.head.len() + self.lists.len()
    }

    /// The encoded chunk, without summaries; see [`add_summaries`].
    pub fn finish(self) -> Vec<u8> {
        let mut count = Vec::new();
        varint::write(&mut count, self.entries);
        let mut out = Vec::with_capacity(self.len() + 12);
        varint::write(&mut out, (count.len() + self.len()) as u32);
        out.extend([count, self.head, self.lists].concat());
        out.push(0);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::list::Postings;
    use crate::search::words::Field;

    fn draft(key: &str, kind: Kind, form: &str) -> Draft {
        let mut list = ListBuilder::default();
        list.add(3, &[(1, Field::Body), (5, Field::Body)]);
        Draft { key: key.into(), kind, case: Case::Lower, form: form.into(), list }
    }

    fn chunk() -> Vec<u8> {
        let mut builder = ChunkBuilder::default();
        builder.add(&draft("land", Kind::Word, ""), None);
        builder.add(&Draft { list: ListBuilder::default(), ..draft("land", Kind::Alias, "LOC Land") }, None);
        builder.add(&draft("lander", Kind::Word, "länder"), Some((7, &[0, 40])));
        builder.add(&draft("landesbank", Kind::Word, ""), None);
        let mut chunk = builder.finish();
        add_summaries(&mut chunk, &[(3, b"drei"), (40, b"vierzig")]);
        chunk
    }

    #[test]
    fn a_chunk_round_trips() {
        let mut builder = ChunkBuilder::default();
        builder.add(&draft("land", Kind::Word, ""), None);
        builder.add(&draft("lander", Kind::Word, "länder"), Some((7, &[0, 40])));
        builder.add(&draft("landesbank", Kind::Word, "landes-bank"), None);
        let mut whole = builder.finish();
        assert!(Chunk::open(whole.clone()).is_some());
        add_summaries(&mut whole, &[(3, b"drei"), (40, b"vierzig")]);
        let chunk = Chunk::open(whole.clone()).unwrap();
        let [land, lander, bank] = chunk.entries() else { panic!() };
        assert_eq!((&*land.key, &*land.form, land.articles, land.width), ("land", "land", 1, 1));
        assert_eq!(Postings::new(chunk.slice(&land.list)).next().map(|posting| posting.article), Some(3));
        let At::Here(places) = &land.at else { panic!() };
        assert_eq!(chunk.slice(places), [1, 4]);
        assert_eq!((&*lander.form, &lander.at), ("länder", &At::Far(7, vec![0, 40])));
        assert_eq!(bank.width, 2);
        assert_eq!(chunk.articles().collect::<Vec<_>>(), [3, 40]);
        let mut taken = Chunk::open(whole).unwrap();
        assert_eq!(taken.take_summaries(), [(3, b"drei"[..].into()), (40, b"vierzig"[..].into())]);
        assert_eq!(taken.entries(), chunk.entries());
        assert_eq!(taken.slice(&land.list), chunk.slice(&land.list));
        assert_eq!((chunk.family("land"), chunk.family("landesbank"), chunk.family("lamm")), (0..2, 2..3, 0..0));
    }

    #[test]
    fn damaged_chunks_give_none_or_valid_entries() {
        let good = chunk();
        for end in 0..good.len() {
            assert!(Chunk::open(good[..end].to_vec()).is_none(), "{end}");
        }
        for at in 0..good.len() {
            for flip in [1, 0x80, 0xff] {
                let mut broken = good.clone();
                broken[at] ^= flip;
                if let Some(mut chunk) = Chunk::open(broken) {
                    chunk.entries().iter().for_each(|entry| drop(chunk.slice(&entry.list).to_vec()));
                    assert_eq!(chunk.take_summaries().len(), chunk.articles().count());
                }
            }
        }
    }
}
