//! A text as it would usually be spelled: without invisible marks in words, and without names in capitals.
//!
//! `BERLIN – ANGELA MERKEL` becomes `Berlin – Angela Merkel`, while abbreviations (`NATO`) stay. Mentions are found in the usual spelling, and then
//! moved to their places in the text as it is.

use super::lexicon::Lexicon;
use super::name::Mention;
use crate::german::is_stop_word;
use crate::text::{Document, Span, Token, TokenKind, fold, lower};

/// The usual spelling of a text.
pub(super) struct Usual {
    /// The text in its usual spelling.
    pub text: String,
    /// Where bytes were left out: the offset here, and the number of bytes left out before it.
    gaps: Vec<(u32, u32)>,
}

impl Usual {
    /// The usual spelling of `document`; `None` if that is how it is spelled.
    pub fn of(document: &Document) -> Option<Self> {
        let changed = lowered(document);
        if changed.is_empty() && !document.text().contains(is_invisible) {
            return None;
        }
        let mut usual = Self { text: String::with_capacity(document.text().len()), gaps: Vec::new() };
        let mut left_out = 0;
        let mut changed = changed.into_iter().peekable();
        for (at, c) in document.text().char_indices() {
            let at = at as u32;
            while changed.peek().is_some_and(|span| span.end <= at) {
                changed.next();
            }
            if is_invisible(c) {
                left_out += c.len_utf8() as u32;
                usual.gaps.push((usual.text.len() as u32, left_out));
            } else {
                usual.text.push(if changed.peek().is_some_and(|span| span.start <= at) { lower(c) } else { c });
            }
        }
        Some(usual)
    }

    /// Moves `mention` to its place in the text.
    pub fn restore(&self, mention: &mut Mention) {
        mention.span = self.place(mention.span);
        mention.role = mention.role.map(|role| self.place(role));
    }

    fn place(&self, span: Span) -> Span {
        let before = |count: usize| count.checked_sub(1).map_or(0, |last| self.gaps[last].1);
        let start = span.start + before(self.gaps.partition_point(|(at, _)| *at <= span.start));
        let end = span.end + before(self.gaps.partition_point(|(at, _)| *at < span.end));
        Span { start, end }
    }
}

/// Whether `c` is a soft hyphen or has no width.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The letters to be written small, in text order: those of names in capitals and of the words among them.
fn lowered(document: &Document) -> Vec<Span> {
    let words = document.tokens();
    let mut out = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let mut to = from;
        while words.get(to).is_some_and(is_shouted) && (to == from || is_next(document.text(), &words[to - 1], &words[to])) {
            to += 1;
        }
        if to > from && is_row_of_names(&words[from..to]) {
            words[from..to].iter().for_each(|word| lower_word(word, to - from, &mut out));
        }
        from = to.max(from + 1);
    }
    out
}

/// Whether `word` is written in capitals only.
fn is_shouted(word: &Token) -> bool {
    // Letters whose small form is longer or shorter would move what follows.
    let sound = |c: char| !c.is_lowercase() && !c.is_numeric() && lower(c).len_utf8() == c.len_utf8();
    word.kind == TokenKind::Word && word.text.chars().all(sound) && word.text.chars().filter(|c| c.is_uppercase()).count() >= 2
}

fn is_next(text: &str, before: &Token, word: &Token) -> bool {
    let between = &text[before.span.end as usize..word.span.start as usize];
    !between.contains('\n')
}

/// Whether a row of words in capitals has a known name in it, or is so long that it is a line of capitals.
fn is_row_of_names(row: &[Token]) -> bool {
    const LINE: usize = 4;
    let long = || row.iter().filter(|word| is_long(word));
    long().any(|word| is_known(word.text)) || row.len() >= LINE && long().count() + 1 >= LINE
}

/// Whether `word` is too long for most abbreviations.
fn is_long(word: &Token) -> bool {
    word.text.chars().count() >= 4
}

/// Whether `word`, in capitals, is a known place or person and no abbreviation.
fn is_known(word: &str) -> bool {
    let (lexicon, name) = (Lexicon::get(), capitalised(word));
    !is_abbreviation(word) && (lexicon.first_name(&name) == Some(false) || lexicon.single(&name).is_some())
}

fn is_abbreviation(word: &str) -> bool {
    Lexicon::get().single(word).is_some()
}

fn capitalised(word: &str) -> String {
    let mut first = true;
    let letter = |c: char| {
        let letter = if first { c } else { lower(c) };
        first = !c.is_alphabetic();
        letter
    };
    word.chars().map(letter).collect()
}

/// Adds the letters of `word` that are written small: all of a function word among others, else all but the first of each part.
fn lower_word(word: &Token, row: usize, out: &mut Vec<Span>) {
    let small = row > 1 && is_stop_word(&fold(word.text));
    if !small && (is_abbreviation(word.text) || !is_long(word)) {
        return;
    }
    let mut first = !small;
    for (at, c) in word.text.char_indices() {
        if !first {
            let start = word.span.start as usize + at;
            out.push(Span::new(start, start + c.len_utf8()));
        }
        first = !small && !c.is_alphabetic();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usual(text: &str) -> String {
        Usual::of(&Document::new(text)).map_or_else(|| text.to_owned(), |usual| usual.text)
    }

    #[test]
    fn names_in_capitals_are_spelled_as_usual() {
        let cases = [
            ("BERLIN – ANGELA MERKEL und OLAF SCHOLZ sprachen.", "Berlin – Angela Merkel und Olaf Scholz sprachen."),
            ("MÜNCHEN. Der Rat tagt.", "München. Der Rat tagt."),
            ("Es kam URSULA VON DER LEYEN.", "Es kam Ursula von der Leyen."),
            ("ANNEGRET KRAMP-KARRENBAUER sprach.", "Annegret Kramp-Karrenbauer sprach."),
            ("MERKEL UND SCHOLZ TREFFEN SICH IN PARIS", "Merkel und Scholz Treffen sich in Paris"),
        ];
        for (text, expected) in cases {
            assert_eq!(usual(text), expected);
        }
    }

    #[test]
    fn abbreviations_stay() {
        for text in ["Die NATO und die UNESCO tagen.", "ADAC, ARD und AFP", "Das BIP der USA", "Die FIFA in Zürich", "COVAX", "X Y Z"] {
            assert_eq!(usual(text), text);
        }
    }

    #[test]
    fn mentions_move_to_their_places() {
        let text = "Mer\u{ad}kel kam nach Mün\u{ad}chen und Ber\u{200b}lin.";
        let usual = Usual::of(&Document::new(text)).expect("it has marks");
        assert_eq!(usual.text, "Merkel kam nach München und Berlin.");
        for (name, spelled) in [("Merkel", "Mer\u{ad}kel"), ("München", "Mün\u{ad}chen"), ("Berlin", "Ber\u{200b}lin"), ("kam", "kam")] {
            let start = usual.text.find(name).expect("it stands there");
            assert_eq!(usual.place(Span::new(start, start + name.len())).of(text), spelled);
        }
    }
}
