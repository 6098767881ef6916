//! Posting lists: the articles of an index entry, and separately its positions in them.
//!
//! ```text
//! articles := posting*
//! posting  := varint (articles skipped since the posting before; for the first its article number)
//!             varint (occurrences << 1 | marked)
//!             varint (in title << 4 | in lead << 2 | in headings; 3 means 3 or more)    if marked
//! positions := for each posting, for each occurrence: varint (position - previous position)
//! ```
//!
//! Every search needs the articles, but positions only matter for the order of words. Without them, the list is short enough to be read at
//! every keystroke.

use super::words::Field;
use crate::codec::varint;

/// One article of a posting list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Its number.
    pub article: u32,
    /// Number of occurrences in it.
    pub count: u32,
    /// How many of these are in title, lead and headings, each at most 3.
    pub fields: [u32; 3],
}

impl Posting {
    /// Occurrences by field; those not in title, lead or headings count as body.
    pub fn by_field(&self) -> [u32; Field::COUNT] {
        let [title, lead, heading] = self.fields;
        [title, lead, heading, self.count.saturating_sub(title + lead + heading)]
    }
}

/// Builds a posting list.
#[derive(Clone, Default)]
pub struct ListBuilder {
    articles: Vec<u8>,
    places: Vec<u8>,
    next: u32,
    count: u32,
}

impl ListBuilder {
    /// Appends the occurrences in one article, sorted by position. Articles must come in order.
    pub fn add(&mut self, article: u32, occurrences: &[(u32, Field)]) {
        let mut fields = [0; 3];
        let mut before = 0;
        for &(position, field) in occurrences {
            varint::write(&mut self.places, position - before);
            before = position;
            if let Some(count) = fields.get_mut(field.index()) {
                *count += 1;
            }
        }
        self.add_posting(Posting { article, count: occurrences.len() as u32, fields });
    }

    /// Appends an article without positions.
    pub fn add_posting(&mut self, posting: Posting) {
        debug_assert!(posting.article >= self.next && posting.count > 0);
        varint::write(&mut self.articles, posting.article - self.next);
        self.next = posting.article + 1;
        self.count += 1;
        let [title, lead, heading] = posting.fields.map(|count| count.min(3));
        let marks = title << 4 | lead << 2 | heading;
        varint::write(&mut self.articles, posting.count << 1 | u32::from(marks > 0));
        if marks > 0 {
            varint::write(&mut self.articles, marks);
        }
    }

    /// Number of articles.
    pub fn len(&self) -> u32 {
        self.count
    }

    /// The articles, encoded.
    pub fn articles(&self) -> &[u8] {
        &self.articles
    }

    /// The positions, encoded; incomplete if articles were added without.
    pub fn places(&self) -> &[u8] {
        &self.places
    }
}

/// Iterates over the articles of a list; ends at the first invalid byte.
#[derive(Clone)]
pub struct Postings<'b> {
    bytes: &'b [u8],
    next: u32,
}

impl<'b> Postings<'b> {
    /// Over the bytes of [`ListBuilder::articles`].
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, next: 0 }
    }
}

impl Iterator for Postings<'_> {
    type Item = Posting;

    fn next(&mut self) -> Option<Posting> {
        let article = self.next.checked_add(varint::read(&mut self.bytes)?)?;
        self.next = article.checked_add(1)?;
        let head = varint::read(&mut self.bytes)?;
        let marks = if head & 1 == 1 { varint::read(&mut self.bytes)? } else { 0 };
        Some(Posting { article, count: head >> 1, fields: [marks >> 4 & 3, marks >> 2 & 3, marks & 3] })
    }
}

/// Reads the positions in selected articles, from front to back.
pub struct Places<'b> {
    postings: std::iter::Peekable<Postings<'b>>,
    bytes: &'b [u8],
}

impl<'b> Places<'b> {
    /// Reads `places`, which begin with the positions in article `first`.
    pub fn new(articles: &'b [u8], places: &'b [u8], first: u32) -> Self {
        let mut postings = Postings::new(articles).peekable();
        while postings.peek().is_some_and(|posting| posting.article < first) {
            postings.next();
        }
        Self { postings, bytes: places }
    }

    /// The positions in one article, sorted; articles must be requested in order. Empty if there are none.
    pub fn of(&mut self, article: u32) -> Vec<u32> {
        while let Some(posting) = self.postings.peek().copied() {
            if posting.article > article {
                return Vec::new();
            }
            self.postings.next();
            if posting.article == article {
                return self.read(posting.count);
            }
            self.skip(posting.count);
        }
        Vec::new()
    }

    fn read(&mut self, count: u32) -> Vec<u32> {
        let mut position = 0u32;
        let mut out = Vec::new();
        for _ in 0..count {
            let Some(next) = varint::read(&mut self.bytes).and_then(|delta| position.checked_add(delta)) else { break };
            position = next;
            out.push(position);
        }
        out
    }

    fn skip(&mut self, count: u32) {
        let mut left = count;
        let mut at = 0;
        while left > 0 && at < self.bytes.len() {
            left -= u32::from(self.bytes[at] < 0x80);
            at += 1;
        }
        self.bytes = &self.bytes[at..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_round_trips() {
        let mut list = ListBuilder::default();
        list.add(0, &[(0, Field::Title), (20, Field::Body)]);
        list.add(7, &[(3, Field::Body), (4, Field::Body), (900, Field::Body)]);
        list.add(9, &[(1, Field::Lead), (2, Field::Heading)]);
        assert_eq!(list.len(), 3);
        let found: Vec<Posting> = Postings::new(list.articles()).collect();
        assert_eq!(found[0], Posting { article: 0, count: 2, fields: [1, 0, 0] });
        assert_eq!(found[1].by_field(), [0, 0, 0, 3]);
        assert_eq!(found[2].by_field(), [0, 1, 1, 0]);
        let mut places = Places::new(list.articles(), list.places(), 0);
        assert_eq!(places.of(0), [0, 20]);
        assert!(places.of(5).is_empty());
        assert_eq!(places.of(9), [1, 2]);
        assert!(places.of(10).is_empty());
        // Positions that end before article 7.
        assert_eq!(Places::new(list.articles(), &list.places()[2..], 7).of(7), [3, 4, 900]);
    }

    #[test]
    fn any_bytes_can_be_read_without_panic() {
        for a in 0..=255u8 {
            for b in [0, 1, 127, 128, 255] {
                let bytes = [a, b, a, b, 0xff, 0xff, 0xff, 0xff, 0x0f];
                let last = Postings::new(&bytes).last();
                let _ = Places::new(&bytes, &bytes, 0).of(last.map_or(0, |posting| posting.article));
            }
        }
    }
}
