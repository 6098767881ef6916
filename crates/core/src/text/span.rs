//! Spans of a text.

use serde::{Deserialize, Serialize};

/// A half-open span `[start, end)` of a text, in **bytes** of its UTF-8 form.
///
/// `u32` rather than `usize`, so that native and wasm code store the same bytes.
///
/// ```
/// use zeitlupe_core::text::Span;
/// let span = Span::new(4, 10);
/// assert_eq!(span.of("Der Größe"), "Größ");
/// assert_eq!(span.of("kurz"), "");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets. Offsets beyond 4 GiB do not occur: texts are limited to 50 MB on import.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start: start as u32, end: end as u32 }
    }

    /// The part of `text` that it covers; empty if it is not a valid span of the text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.range()).unwrap_or_default()
    }

    /// As a range for indexing.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Whether `other` is entirely within it.
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether they share at least one byte.
    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Translates byte offsets of one text to code points, as external formats use them.
pub struct CodePoints {
    /// Byte offset of every 64th code point.
    marks: Vec<u32>,
}

impl CodePoints {
    const STRIDE: usize = 64;

    /// Prepares the translation for `text`.
    pub fn new(text: &str) -> Self {
        let marks = text.char_indices().step_by(Self::STRIDE).map(|(at, _)| at as u32).collect();
        Self { marks }
    }

    /// The number of code points before byte offset `byte` of the same `text`.
    /// An offset inside a character counts the character.
    pub fn at(&self, text: &str, byte: u32) -> u32 {
        let block = self.marks.partition_point(|&mark| mark <= byte).saturating_sub(1);
        let from = self.marks.get(block).copied().unwrap_or(0);
        let rest = text[from as usize..].char_indices().take_while(|(at, _)| from as usize + at < byte as usize).count();
        (block * Self::STRIDE + rest) as u32
    }
}

/// The occurrences of `words` in `text` as whole words, without a letter or digit directly before or after; from left to right, without overlaps.
/// None for empty `words`.
///
/// ```
/// use zeitlupe_core::text::whole_words;
/// let starts: Vec<u32> = whole_words("Öl, Ölpreis", "Öl").map(|span| span.start).collect();
/// assert_eq!(starts, [0]);
/// ```
pub fn whole_words<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = Span> + 't {
    let goes_on = |c: char| c.is_alphanumeric();
    let is_whole = move |at: usize| !text[..at].ends_with(goes_on) && !text[at + words.len()..].starts_with(goes_on);
    let places = text.match_indices(words).map(|(at, _)| at).filter(move |&at| !words.is_empty() && is_whole(at));
    places.map(|at| Span::new(at, at + words.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_agree_with_counting() {
        let text = "Äußerst „besorgniserregend“ 🙂 ".repeat(20);
        let points = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(&text, byte as u32), count as u32);
        }
        assert_eq!(points.at(&text, text.len() as u32), text.chars().count() as u32);
        assert_eq!(CodePoints::new("").at("", 0), 0);
    }

    #[test]
    fn an_invalid_span_covers_nothing() {
        assert_eq!(Span::new(1, 2).of("ä"), "");
        assert_eq!(Span::new(0, 9).of("kurz"), "");
        assert_eq!(Span::new(0, 2).of("ä"), "ä");
    }

    #[test]
    fn only_whole_words_are_found() {
        let starts = |text, words| whole_words(text, words).map(|span| span.start).collect::<Vec<_>>();
        assert_eq!(starts("Öl, Ölpreis und Öl-Krise: Öl", "Öl"), [0, 18, 29]);
        assert_eq!(starts("Öl", ""), [0u32; 0]);
    }
}
