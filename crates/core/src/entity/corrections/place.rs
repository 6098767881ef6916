//! A passage of an article, identified by its words and their context.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Characters of context before and after a quotation.
const CONTEXT: usize = 24;

/// A passage by quotation and position, as in the Web Annotation model (TextQuoteSelector with prefix and suffix,
/// TextPositionSelector), so that it is found again in an edited article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// The id of the article.
    pub article: String,
    /// The words.
    pub quote: String,
    /// The text before them.
    pub before: String,
    /// The text after them.
    pub after: String,
    /// Their original position, in bytes of the article's text.
    pub start: u32,
}

impl Quotation {
    /// The quotation of `span` in the text of the article with this id; empty if the span is not valid.
    pub fn of(article: &str, text: &str, span: Span) -> Self {
        let piece = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
        let (start, end) = (span.start as usize, span.end as usize);
        let before = piece(0, start).char_indices().rev().take(CONTEXT).last().map_or(start, |(at, _)| at);
        let after = piece(end, text.len()).char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| end + at);
        Self {
            article: article.to_owned(),
            quote: piece(start, end).to_owned(),
            before: piece(before, start).to_owned(),
            after: piece(end, after).to_owned(),
            start: span.start,
        }
    }

    /// The current position of the words: the occurrence with the most matching context, or among equal ones the nearest to the original position.
    ///
    /// `None` if the words are gone, or occur several times and never with a similar context.
    pub fn find(&self, text: &str) -> Option<Span> {
        if self.quote.is_empty() {
            return None;
        }
        let known = |at: usize| {
            let before = text[..at].chars().rev().zip(self.before.chars().rev()).take_while(|(a, b)| a == b).count();
            let after = text[at + self.quote.len()..].chars().zip(self.after.chars()).take_while(|(a, b)| a == b).count();
            before + after
        };
        let places = text.match_indices(&self.quote).map(|(at, _)| (known(at), std::cmp::Reverse(at.abs_diff(self.start as usize)), at));
        let mut places = places.collect::<Vec<_>>().into_iter();
        let only = places.len() == 1;
        let (known, _, at) = places.by_ref().max()?;
        let wanted = self.before.chars().count() + self.after.chars().count();
        // A third of the context is enough to distinguish it from other occurrences.
        (only || known * 3 >= wanted).then(|| Span::new(at, at + self.quote.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, quote: &str, nth: usize) -> Quotation {
        let (at, _) = text.match_indices(quote).nth(nth).unwrap();
        Quotation::of("a", text, Span::new(at, at + quote.len()))
    }

    #[test]
    fn a_passage_is_found_again_after_an_edit() {
        let text = "Gestern kam Wang. Heute sprach Wang über Öl.";
        let second = of(text, "Wang", 1);
        assert_eq!((second.before.as_str(), second.after.as_str()), (" kam Wang. Heute sprach ", " über Öl."));
        assert_eq!(second.find(text).map(|s| s.start), Some(31));
        let edited = "Wang, Wang, Wang! Gestern kam Wang. Gestern sprach Wang über Öl und Gas.";
        assert_eq!(second.find(edited).map(|s| s.start), Some(51));
        assert_eq!(second.find("Niemand kam."), None);
        assert_eq!(of(text, "Wang", 0).find("Nur einmal steht Wang hier.").map(|s| s.start), Some(17));
    }

    #[test]
    fn without_similar_context_an_ambiguous_passage_is_not_found() {
        let place = of("Der Minister lobte Wang sehr.", "Wang", 0);
        assert_eq!(place.find("Wang ging. Dann schwieg auch Wang; niemand lobte."), None);
        assert_eq!(Quotation::of("a", "Ä", Span::new(1, 9)).find("Ä"), None);
        assert_eq!(Quotation::default().find("x"), None);
    }
}
