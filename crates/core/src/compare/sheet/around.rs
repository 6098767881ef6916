//! The words around a place, and what two stretches of text have in common.

use crate::german::{is_stop_word, stem};
use crate::text::{Span, fold};
use crate::view::AnalysedArticle;
use std::collections::BTreeSet;

/// Most words shown before and after a place.
const BEFORE: usize = 3;
const AFTER: usize = 4;
/// Most words of a long place that are shown.
pub(super) const LONG: usize = 24;

/// A place with the words around it, up to the next mark in its sentence.
pub(super) fn around(document: &AnalysedArticle, span: Span) -> Span {
    let text = document.article.text.as_str();
    let sentence = document.sentence_at(span);
    let before = text.get(sentence.start as usize..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..sentence.end as usize).unwrap_or_default();
    let start = before.char_indices().rev().take_while(|(_, c)| !is_mark(*c)).last().map_or(before.len(), |(at, _)| at);
    let end = after.find(is_mark).unwrap_or(after.len());
    let (before, after) = (&before[start..], &after[..end]);
    let first = *starts(before).iter().rev().take(BEFORE).min().unwrap_or(&before.len());
    let last = *ends(after).iter().take(AFTER).max().unwrap_or(&0);
    Span { start: span.start - (before.len() - first) as u32, end: span.end + last as u32 }
}

/// The first [`LONG`] words of a place.
pub(super) fn beginning(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let end = *ends(words).iter().take(LONG).max().unwrap_or(&words.len());
    Span { start: span.start, end: span.start + end as u32 }
}

fn is_mark(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '(' | ')' | '\n' | '–' | '„' | '“' | '”' | '"' | '»' | '«' | '!' | '?' | '.')
}

/// Where the words of a stretch begin, in bytes.
fn starts(text: &str) -> Vec<usize> {
    let is_start = |(at, c): &(usize, char)| !c.is_whitespace() && text[..*at].chars().next_back().is_none_or(char::is_whitespace);
    text.char_indices().filter(is_start).map(|(at, _)| at).collect()
}

/// Where they end.
fn ends(text: &str) -> Vec<usize> {
    let end = |(at, c): (usize, char)| {
        let end = at + c.len_utf8();
        (!c.is_whitespace() && text[end..].chars().next().is_none_or(char::is_whitespace)).then_some(end)
    };
    text.char_indices().filter_map(end).collect()
}

/// The words of a stretch, folded, with their places.
pub(super) fn words(text: &str, span: Span) -> Vec<(Span, String)> {
    let mut out = Vec::new();
    let mut start = None;
    let mut close = |start: &mut Option<usize>, end: usize| {
        if let Some(start) = start.take() {
            let place = Span::new(span.start as usize + start, span.start as usize + end);
            out.push((place, fold(place.of(text))));
        }
    };
    let stretch = span.of(text);
    for (at, c) in stretch.char_indices() {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(_)) => close(&mut start, at),
            _ => (),
        }
    }
    close(&mut start, stretch.len());
    out
}

/// The stems of the words of a stretch that have a meaning of their own.
pub(super) fn stems(text: &str, span: Span) -> BTreeSet<String> {
    let words = words(text, span).into_iter().map(|(_, word)| word);
    words.filter(|word| word.len() > 2 && !is_stop_word(word)).map(|word| stem(&word).to_owned()).collect()
}
