//! A text with its tokens and sentences.

use super::case::lower_into;
use super::pairs::pairs;
use super::sentence::ranges;
use super::{Span, Token, TokenKind, tokens};
use std::ops::Range;

/// A text with its tokens and sentences, shared by all layers of analysis, so that a text is only tokenised once.
///
/// ```
/// use zeitlupe_core::text::Document;
/// let document = Document::new("Putin reiste am 4. Februar. „Wir reden“, sagte Xi.");
/// assert_eq!(document.sentences().count(), 2);
/// assert_eq!(document.lower(0), "putin");
/// assert_eq!(document.pairs(document.sentence(1)).len(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct Document<'t> {
    text: &'t str,
    tokens: Vec<Token<'t>>,
    /// The first token of every sentence.
    firsts: Vec<u32>,
    /// All tokens in lower case, concatenated.
    lowers: String,
    /// The end of each token in `lowers`.
    lower_ends: Vec<u32>,
}

impl<'t> Document<'t> {
    /// Tokenises `text`. An empty text has no tokens and no sentences.
    pub fn new(text: &'t str) -> Self {
        let mut tokens = tokens(text);
        let sentences = ranges(text, &tokens);
        for range in &sentences {
            tokens[range.start].first = true;
        }
        mark_openings(&mut tokens);
        let mut lowers = String::with_capacity(text.len());
        let lower_end = |token: &Token| {
            lower_into(token.text, &mut lowers);
            lowers.len() as u32
        };
        let lower_ends = tokens.iter().map(lower_end).collect();
        Self { text, tokens, firsts: sentences.into_iter().map(|range| range.start as u32).collect(), lowers, lower_ends }
    }

    /// The whole text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Its tokens, in order.
    pub fn tokens(&self) -> &[Token<'t>] {
        &self.tokens
    }

    /// Token `at` in lower case, with composed umlauts, hyphens as `-`, without invisible characters; empty beyond the end.
    pub fn lower(&self, at: usize) -> &str {
        let Some(&end) = self.lower_ends.get(at) else { return "" };
        let start = at.checked_sub(1).map_or(0, |before| self.lower_ends[before]);
        &self.lowers[start as usize..end as usize]
    }

    /// The spans of the sentences, in order, without surrounding white space; see [`super::sentences`].
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = Span> + '_ {
        (0..self.firsts.len()).map(|number| self.span(self.sentence(number)))
    }

    /// The tokens of sentence `number`, counted from 0; an empty range beyond the last.
    pub fn sentence(&self, number: usize) -> Range<usize> {
        let at = |number: usize| self.firsts.get(number).map_or(self.tokens.len(), |&first| first as usize);
        at(number)..at(number + 1)
    }

    /// The number of the sentence at a byte offset, or of the next one; beyond the last, the number of sentences.
    pub fn sentence_at(&self, byte: u32) -> usize {
        let begun = self.firsts.partition_point(|&first| self.tokens[first as usize].span.start <= byte);
        begun.checked_sub(1).filter(|&number| byte < self.span(self.sentence(number)).end).unwrap_or(begun)
    }

    /// The first token that begins at or after this byte offset; the number of tokens if there is none.
    pub fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|token| token.span.start < byte)
    }

    /// The quotations and parentheses among these tokens: the indices of their opening and closing marks, sorted by the opening one. A mark whose
    /// counterpart is outside of the range has no pair.
    pub fn pairs(&self, range: Range<usize>) -> Vec<(usize, usize)> {
        pairs(&self.tokens, range)
    }

    /// The span from the first to the last of these tokens; the empty span at the end of the text for an empty range.
    fn span(&self, range: Range<usize>) -> Span {
        match self.tokens.get(range).and_then(|tokens| Some((tokens.first()?, tokens.last()?))) {
            Some((first, last)) => Span { start: first.span.start, end: last.span.end },
            None => Span::new(self.text.len(), self.text.len()),
        }
    }
}

/// Marks the tokens that would be capitalised anyway: at the beginning of a sentence, of a quotation, or after a colon, and punctuation before them.
fn mark_openings(tokens: &mut [Token]) {
    let mut before: Option<Token> = None;
    for token in tokens {
        let behind_mark = |b: Token| b.kind == TokenKind::Punctuation && (b.opens || matches!(b.text, ":" | "„" | "»" | "“" | "\"" | "•"));
        token.opens = token.first || before.is_some_and(behind_mark);
        before = Some(*token);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sentences;

    const TEXT: &str = "Der Ma\u{308}rz kam. „Es ist (noch) kalt“, sagte er: Warten!\nDann nichts";

    #[test]
    fn sentences_equal_those_of_the_text() {
        let document = Document::new(TEXT);
        assert_eq!(document.sentences().collect::<Vec<_>>(), sentences(TEXT));
        let covered: Vec<usize> = (0..document.sentences().len()).flat_map(|number| document.sentence(number)).collect();
        assert_eq!(covered, (0..document.tokens().len()).collect::<Vec<_>>());
        for byte in 0..=TEXT.len() as u32 {
            assert_eq!(document.sentence_at(byte), sentences(TEXT).partition_point(|sentence| sentence.end <= byte), "{byte}");
        }
    }

    #[test]
    fn tokens_can_be_found_by_offset() {
        let document = Document::new(TEXT);
        let marked = |fits: fn(&Token) -> bool| document.tokens().iter().filter(|t| fits(t)).map(|t| t.text).collect::<Vec<_>>();
        assert_eq!(marked(|t| t.first), ["Der", "„", "Dann"]);
        assert_eq!(marked(|t| t.opens), ["Der", "„", "Es", ",", "sagte", "Warten", "Dann"]);
        assert_eq!(document.lower(1), "märz");
        assert_eq!(document.lower(99), "");
    }

    #[test]
    fn an_empty_text_has_nothing() {
        let document = Document::new(" \n");
        assert_eq!((document.tokens().len(), document.sentences().len(), document.sentence_at(0), document.token_at(0)), (0, 0, 0, 0));
        assert!(document.pairs(0..0).is_empty() && document.sentence(0).is_empty());
    }
}
