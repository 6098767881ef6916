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

    /// The current position of the words: the occurrence whose surroundings fit best, or among equal ones the nearest to the original position.
    ///
    /// `None` if the words are gone, or if no occurrence has surroundings that fit, even the only one: it may be another word.
    /// Without surroundings, the nearest occurrence is taken.
    pub fn find(&self, text: &str) -> Option<Span> {
        if self.quote.is_empty() {
            return None;
        }
        let (before, after) = (last(&self.before), first(&self.after));
        let fits = |at: usize| {
            let end = at + self.quote.len();
            let fit = Fit::of((before, after), (&text[..at], &text[end..]));
            fit.is_enough().then(|| (fit, std::cmp::Reverse(at.abs_diff(self.start as usize)), Span::new(at, end)))
        };
        let places = text.match_indices(&self.quote).filter_map(|(at, _)| fits(at));
        places.max_by_key(|(fit, distance, _)| (fit.same, fit.words, *distance)).map(|(_, _, span)| span)
    }
}

/// The most characters of surroundings that are compared: other programs may give more.
const MOST: usize = 2 * CONTEXT;

/// The last characters of a text.
fn last(text: &str) -> &str {
    text.char_indices().rev().nth(MOST - 1).map_or(text, |(at, _)| &text[at..])
}

/// The first characters of a text.
fn first(text: &str) -> &str {
    text.char_indices().nth(MOST).map_or(text, |(at, _)| &text[..at])
}

/// How well the surroundings of an occurrence fit.
struct Fit {
    /// The characters next to the words that are the same.
    same: usize,
    /// The characters of the surroundings.
    wanted: usize,
    /// The whole words of the surroundings that stand near the occurrence, too, and all of them.
    words: usize,
    wanted_words: usize,
}

impl Fit {
    fn of((before, after): (&str, &str), (left, right): (&str, &str)) -> Self {
        let same_before = left.chars().rev().zip(before.chars().rev()).take_while(|(a, b)| a == b).count();
        let same_after = right.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
        let ((words_before, all_before), (words_after, all_after)) = (words(before, last(left)), words(after, first(right)));
        Self {
            same: same_before + same_after,
            wanted: before.chars().count() + after.chars().count(),
            words: words_before + words_after,
            wanted_words: all_before + all_after,
        }
    }

    /// Two fifths of the characters next to it, or, if something was inserted there, half of the words near it.
    fn is_enough(&self) -> bool {
        self.same * 5 >= self.wanted * 2 || self.wanted_words >= 2 && self.words * 2 >= self.wanted_words
    }
}

/// How many of the words of one side stand near the occurrence, and how many there are. Short words, which stand everywhere, do not count.
fn words(side: &str, near: &str) -> (usize, usize) {
    fn split(text: &str) -> impl Iterator<Item = &str> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3)
    }
    split(side).fold((0, 0), |(found, all), word| (found + usize::from(split(near).any(|other| other == word)), all + 1))
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
    }

    #[test]
    fn a_passage_that_stands_once_must_have_surroundings_that_fit() {
        let check = |before: &str, quote: &str, after: &str, text: &str, found: bool| {
            let place = Quotation { quote: quote.into(), before: before.into(), after: after.into(), ..Quotation::default() };
            assert_eq!(place.find(text).is_some(), found, "{before}|{quote}|{after} in {text}");
        };
        check("beim gemeinsamen ", "Essen", "", "Sie fuhr am Abend nach Essen.", false);
        check("", "Essen", " war kalt geworden.", "Sie fuhr am Abend nach Essen und blieb dort.", false);
        check("Der Minister lobte ", "Wang", " sehr.", "Nur einmal steht Wang hier.", false);
        check("in der Stadt ", "Halle", " an der Saale", "In der großen Halle an der Messe brannte Licht.", false);
        // Edits beside it, before it or behind it.
        check("beim gemeinsamen ", "Essen", "", "Danach sprach man beim gemeinsamen Essen darüber.", true);
        check("Der Minister lobte ", "Wang", " sehr.", "Der Minister lobte Wang gestern.", true);
        check("Der Minister lobte ", "Wang", " sehr.", "Der Minister lobte gestern Herrn Wang aus Peking.", true);
        check("am Freitag lobte ", "Wang", " den Vertrag.", "Am Samstag tadelte Wang den Vertrag.", true);
        // Without surroundings there is nothing that must fit.
        check("", "Wang", "", "Nur einmal steht Wang hier.", true);
    }

    #[test]
    fn without_similar_context_an_ambiguous_passage_is_not_found() {
        let place = of("Der Minister lobte Wang sehr.", "Wang", 0);
        assert_eq!(place.find("Wang ging. Dann schwieg auch Wang; niemand lobte."), None);
        assert_eq!(Quotation::of("a", "Ä", Span::new(1, 9)).find("Ä"), None);
        assert_eq!(Quotation::default().find("x"), None);
    }
}
