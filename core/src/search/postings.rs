//! Where a term stands: one list per term.
//!
//! ```text
//! list    := posting*
//! posting := varint (articles skipped since the posting before; for the first its number)
//!            varint (occurrences << 1 | marked)
//!            occurrence*
//! occurrence := varint (position - position before)                    when not marked: all in the body
//!             | varint ((position - position before) << 2 | field)     when marked
//! ```

use super::varint;
use super::words::Field;

/// One place of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// The article's number.
    pub article: u32,
    /// The position of the word in it.
    pub position: u32,
    /// The field that it stands in.
    pub field: Field,
}

/// A list of postings while it grows.
#[derive(Default)]
pub struct PostingsBuilder {
    bytes: Vec<u8>,
    next_article: u32,
    articles: u32,
}

impl PostingsBuilder {
    /// Appends the occurrences in one article, by position. Articles must come in order.
    pub fn add(&mut self, article: u32, places: &[(u32, Field)]) {
        debug_assert!(article >= self.next_article && !places.is_empty());
        varint::write(&mut self.bytes, article - self.next_article);
        self.next_article = article + 1;
        self.articles += 1;
        let marked = places.iter().any(|(_, field)| *field != Field::Body);
        varint::write(&mut self.bytes, (places.len() as u32) << 1 | u32::from(marked));
        let mut before = 0;
        for &(position, field) in places {
            let delta = position - before;
            before = position;
            varint::write(&mut self.bytes, if marked { delta << 2 | field.index() as u32 } else { delta });
        }
    }

    /// In how many articles the term stands.
    pub fn articles(&self) -> u32 {
        self.articles
    }

    /// The encoded list.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// Reads a list; `None` where the bytes are none.
pub fn occurrences(mut bytes: &[u8]) -> Option<Vec<Occurrence>> {
    let mut out = Vec::with_capacity(bytes.len() / 2);
    let mut next_article = 0u32;
    while !bytes.is_empty() {
        let article = next_article.checked_add(varint::read(&mut bytes)?)?;
        next_article = article.checked_add(1)?;
        let head = varint::read(&mut bytes)?;
        let mut position = 0u32;
        for _ in 0..head >> 1 {
            let value = varint::read(&mut bytes)?;
            let (delta, field) = if head & 1 == 1 { (value >> 2, Field::from_index(value & 3)) } else { (value, Field::Body) };
            position = position.checked_add(delta)?;
            out.push(Occurrence { article, position, field });
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let mut builder = PostingsBuilder::default();
        builder.add(0, &[(0, Field::Title), (20, Field::Body)]);
        builder.add(7, &[(3, Field::Body), (4, Field::Body), (900, Field::Body)]);
        assert_eq!(builder.articles(), 2);
        let found = occurrences(builder.bytes()).unwrap();
        let flat: Vec<_> = found.iter().map(|o| (o.article, o.position, o.field)).collect();
        let (title, body) = (Field::Title, Field::Body);
        assert_eq!(flat, [(0, 0, title), (0, 20, body), (7, 3, body), (7, 4, body), (7, 900, body)]);
    }

    #[test]
    fn any_bytes_are_read_without_panic() {
        for a in 0..=255u8 {
            for b in [0, 1, 127, 128, 255] {
                let _ = occurrences(&[a, b, a, b, 0xff, 0xff, 0xff, 0xff, 0x0f]);
            }
        }
        assert_eq!(occurrences(&[0]), None);
    }
}
