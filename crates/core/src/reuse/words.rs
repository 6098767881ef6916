//! Texts as words that can be compared in any spelling.

use crate::codec::checksum;
use crate::german::{is_stop_word, numeral, stem};
use crate::search::{key_of, plain_words};
use crate::text::{Document, Span};
use rustc_hash::FxHashMap;

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub span: Span,
    /// Hash of its spelling.
    pub key: u64,
    /// Hash of its spelling and that of the next word, as one word.
    pub joined: u64,
    /// Hash of its stem.
    pub stem: u64,
    /// Whether it has a meaning of its own, unlike an article or a preposition.
    pub content: bool,
    /// The number of its sentence.
    sentence: u32,
}

/// A text as words, ready to be compared with others; hyphenated words are split.
#[derive(Clone, Debug)]
pub struct Words<'t> {
    text: &'t str,
    pub(super) words: Vec<Word>,
    /// The first word of each sentence.
    firsts: Vec<u32>,
}

/// A word as it is compared.
struct Known {
    spelling: String,
    key: u64,
    stem: u64,
    content: bool,
}

impl<'t> Words<'t> {
    /// Reads a text.
    pub fn new(text: &'t str) -> Self {
        let document = Document::new(text);
        let mut known: FxHashMap<&str, Known> = FxHashMap::default();
        let mut out = Self { text, words: Vec::new(), firsts: Vec::new() };
        let mut before: Option<&str> = None;
        for span in plain_words(text, document.tokens()) {
            let written = span.of(text);
            let entry = known.entry(written).or_insert_with(|| Known::of(written));
            if entry.key == EMPTY {
                continue;
            }
            let sentence = document.sentence_at(span.start) as u32;
            let (key, stem, content) = (entry.key, entry.stem, entry.content);
            if let (Some(last), Some(first)) = (out.words.last_mut(), before) {
                last.joined = checksum(&[known[first].spelling.as_bytes(), known[written].spelling.as_bytes()]);
            }
            if out.words.last().is_none_or(|last| last.sentence != sentence) {
                out.firsts.push(out.words.len() as u32);
            }
            let sentence = out.firsts.len() as u32 - 1;
            out.words.push(Word { span, key, joined: EMPTY, stem, content, sentence });
            before = Some(written);
        }
        out
    }

    /// The number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The span from word `from` to the one before `to`; for none the empty place before `from`.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        if from < to {
            return Span { start: self.words[from].span.start, end: self.words[to - 1].span.end };
        }
        let at = self.words.get(from).map_or(self.text.len(), |word| word.span.start as usize);
        Span::new(at, at)
    }

    /// Word `at` as written.
    pub(super) fn written(&self, at: usize) -> &'t str {
        self.words[at].span.of(self.text)
    }

    /// The first word of the sentence of word `at`, and one past its last.
    pub(super) fn sentence(&self, at: usize) -> (usize, usize) {
        let number = self.words[at].sentence as usize;
        let end = self.firsts.get(number + 1).map_or(self.words.len(), |&next| next as usize);
        (self.firsts[number] as usize, end)
    }

    /// Whether word `at` is within a stretch of the text.
    pub(super) fn begins_in(&self, at: usize, stretch: Span) -> bool {
        self.words.get(at).is_some_and(|word| (stretch.start..stretch.end).contains(&word.span.start))
    }

    /// The number of words within some stretches of the text, which may overlap.
    pub fn within(&self, mut stretches: Vec<Span>) -> usize {
        stretches.sort_unstable();
        let at = |byte: u32| self.words.partition_point(|word| word.span.start < byte);
        let (mut sum, mut done) = (0, 0);
        for stretch in stretches {
            let (from, to) = (at(stretch.start).max(done), at(stretch.end));
            sum += to.saturating_sub(from);
            done = done.max(to);
        }
        sum
    }
}

/// The hash of no letters.
const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

impl Known {
    fn of(written: &str) -> Self {
        let folded = key_of(written);
        let spelling = spelling(&folded, written);
        let content = !is_stop_word(&folded);
        Self { key: checksum(&[spelling.as_bytes()]), stem: checksum(&[stem(&spelling).as_bytes()]), content, spelling }
    }
}

/// The words of a text for the search through a corpus: a hash of each spelling, odd for words with a meaning of their own.
pub(super) fn hashes(text: &str) -> Vec<u32> {
    let mut known: FxHashMap<&str, Option<u32>> = FxHashMap::default();
    let mut hash = |span: Span| {
        let written = span.of(text);
        *known.entry(written).or_insert_with(|| {
            let folded = key_of(written);
            let spelling = spelling(&folded, written);
            let hash = checksum(&[spelling.as_bytes()]);
            (!spelling.is_empty()).then(|| ((hash ^ (hash >> 32)) as u32) & !1 | u32::from(!is_stop_word(&folded)))
        })
    };
    plain_words(text, &crate::text::tokens(text)).into_iter().filter_map(&mut hash).collect()
}

/// Signs that are read as words.
const SIGNS: [(&str, &str); 5] = [("%", "prozent"), ("€", "euro"), ("$", "dollar"), ("§", "paragraf"), ("&", "und")];

/// One form for all spellings of a word whose folded form is given: those before and after the reform of 1996 (`Potential`, `Graphik`), numbers
/// in words and digits, signs for words, and the ways to write the end of a Slavic name (`Selenskyj`, `Selenski`, `Sergej`, `Sergei`).
fn spelling(folded: &str, written: &str) -> String {
    if !folded.contains(char::is_alphanumeric) {
        return SIGNS.iter().find(|(sign, _)| *sign == written).map_or_else(String::new, |(_, word)| (*word).to_owned());
    }
    if let Some(number) = numeral(&written.to_lowercase()) {
        return number.to_string();
    }
    let mut out = folded.to_owned();
    for (old, new) in [("ph", "f"), ("tial", "zial"), ("tiell", "ziell")] {
        if out.contains(old) {
            out = out.replace(old, new);
        }
    }
    for (ending, new) in [("yj", "i"), ("ij", "i"), ("iy", "i"), ("aj", "ai"), ("ej", "ei"), ("oj", "oi"), ("y", "i")] {
        if let Some(rest) = out.strip_suffix(ending).filter(|rest| rest.len() > 1) {
            return format!("{rest}{new}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<u64> {
        Words::new(text).words.iter().map(|word| word.key).collect()
    }

    #[test]
    fn spellings_of_a_word_are_one() {
        for (a, b) in [
            ("Nato", "NATO"),
            ("2000", "2.000"),
            ("Größe", "Groesse"),
            ("zwölf", "12"),
            ("5 %", "fünf Prozent"),
            ("30 €", "30 Euro"),
            ("Potential", "Potenzial"),
            ("potentielle", "potenzielle"),
            ("Geographie", "Geografie"),
            ("Selenskyj", "Selenski"),
            ("Sergej", "Sergei"),
            ("Nikolaj", "Nikolai"),
            ("„so“ (…)", "\"so\" (...)"),
            ("Kreml-Chef", "Kreml\u{2011}Chef"),
        ] {
            assert_eq!(keys(a), keys(b), "{a}, {b}");
            assert_eq!(hashes(a), hashes(b), "{a}, {b}");
        }
        for (a, b) in [("Gas", "Gase"), ("2000", "2001"), ("eine", "1"), ("Macht", "Nacht")] {
            assert_ne!(keys(a), keys(b), "{a}, {b}");
        }
    }

    #[test]
    fn two_words_can_be_one() {
        let two = Words::new("Der Kreml-Chef kam");
        assert_eq!(two.words[1].joined, keys("Kremlchef")[0]);
        assert_eq!(two.words[3].joined, EMPTY, "no word follows");
    }

    #[test]
    fn words_know_their_sentence() {
        let words = Words::new("Es regnet. Wir gehen heim! – Ja.");
        let of: Vec<_> = (0..words.len()).map(|at| words.sentence(at)).collect();
        assert_eq!(of, [(0, 2), (0, 2), (2, 5), (2, 5), (2, 5), (5, 6)]);
        assert_eq!(words.within(vec![Span::new(0, 10), Span::new(3, 14), Span::new(0, 2)]), 3);
        assert!(Words::new("– „“").is_empty());
    }
}
