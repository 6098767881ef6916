//! Marks matches in the text, and selects the best passage.

use super::places::Place;
use super::words::{Field, article_slots, article_units};
use crate::article::Article;
use crate::order;
use crate::text::{Span, tokens};
use std::collections::{BTreeMap, BTreeSet};

/// Approximate length of a snippet, in bytes.
const WINDOW: usize = 240;
/// Most bytes before the first mark.
const BEFORE: usize = 70;

/// The spans of the occurrences in the text of an article, each with its clause and field: in order, without overlaps.
///
/// `starts` are prefixes with their clauses: all words that begin with one are marked, too.
pub fn marks(article: &Article, places: &[Place], starts: &[(&str, u32)]) -> Vec<(Span, u32, Field)> {
    let mut at: BTreeMap<(u32, bool), (Span, Field)> = BTreeMap::new();
    for (field, (span, position, width)) in article_slots(article, &tokens(&article.text)) {
        at.insert((position, width > 1), (span, field));
    }
    let mut found: Vec<(Span, u32, Field)> = Vec::new();
    for place in places {
        let Some((first, field)) = at.get(&(place.position, place.has_parts)) else { continue };
        // The last word of a phrase that is still typed may be missing.
        let last = (place.position, false)..=(place.position + place.length - 1, false);
        let end = if place.has_parts { None } else { at.range(last).next_back() }.map_or(first.end, |(_, (last, _))| last.end);
        found.push((Span { start: first.start, end: end.max(first.end) }, place.clause, *field));
    }
    if !starts.is_empty() {
        for (field, unit) in article_units(article).into_iter().filter(|(_, unit)| unit.width == 1) {
            let clause = starts.iter().find(|(start, _)| unit.key.starts_with(start));
            found.extend(clause.map(|(_, clause)| (unit.span, *clause, field)));
        }
    }
    order::sort_by_key(&mut found, |(span, ..)| (span.start, std::cmp::Reverse(span.end)));
    let mut out: Vec<(Span, u32, Field)> = Vec::new();
    for mark in found {
        if out.last().is_none_or(|(before, ..)| before.end <= mark.0.start) {
            out.push(mark);
        }
    }
    out
}

/// The passage with the most different words of the query, cut at spaces: pieces of text, `true` for a match.
///
/// `marks` are those of [`marks`]. Matches in the title are ignored, as the title is shown anyway; without marks, the result is the [`opening`].
pub fn snippet(article: &Article, marks: &[(Span, u32, Field)]) -> Vec<(String, bool)> {
    let outside_title: Vec<&(Span, u32, Field)> = marks.iter().filter(|(.., field)| *field != Field::Title).collect();
    let mut best: Option<(usize, usize, u32)> = None;
    for (n, (first, ..)) in outside_title.iter().enumerate() {
        let inside = outside_title[n..].iter().take_while(|(span, ..)| span.end as usize <= first.start as usize + WINDOW - BEFORE);
        let clauses: BTreeSet<u32> = inside.clone().map(|(_, clause, _)| *clause).collect();
        let worth = (clauses.len(), inside.count());
        if best.is_none_or(|(most, count, _)| worth > (most, count)) {
            best = Some((worth.0, worth.1, first.start));
        }
    }
    match best {
        Some((_, _, start)) => cut(article, start as usize, marks),
        None => opening(article),
    }
}

/// The beginning of the article after its title.
pub fn opening(article: &Article) -> Vec<(String, bool)> {
    let section = article.sections.iter().find(|s| Field::of(s.role) != Field::Title);
    cut(article, section.map_or(0, |s| s.span.start as usize), &[])
}

fn cut(article: &Article, first: usize, marks: &[(Span, u32, Field)]) -> Vec<(String, bool)> {
    let text = &article.text;
    let section = article.sections.iter().map(|s| s.span).find(|s| s.range().contains(&first));
    let floor = section.map_or(0, |s| s.start as usize);
    let start = word_start(text, first, floor);
    let end = word_end(text, (start + WINDOW).min(text.len()));
    let mut out: Vec<(String, bool)> = Vec::new();
    let mut at = start;
    if start > floor {
        push(&mut out, "… ", false);
    }
    for (span, ..) in marks.iter().filter(|(span, ..)| span.start as usize >= start && span.end as usize <= end) {
        push(&mut out, &text[at..span.start as usize], false);
        push(&mut out, &text[span.range()], true);
        at = span.end as usize;
    }
    push(&mut out, text[at..end].trim_end(), false);
    if !text[end..].trim().is_empty() {
        push(&mut out, " …", false);
    }
    out
}

/// The first word start at most [`BEFORE`] bytes before `at`, and not before `floor`.
fn word_start(text: &str, at: usize, floor: usize) -> usize {
    let from = (at.saturating_sub(BEFORE).max(floor)..=at).find(|&i| text.is_char_boundary(i)).unwrap_or(at);
    if from == floor {
        return floor;
    }
    text[from..at]
        .find(char::is_whitespace)
        .map_or(at, |blank| from + blank + text[from + blank..].chars().next().map_or(0, char::len_utf8))
}

/// The last word end at or before `at`; a word that is longer than the whole window is cut.
fn word_end(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let at = (0..=at).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
    let from = at.saturating_sub(WINDOW / 2);
    let from = (from..=at).find(|&i| text.is_char_boundary(i)).unwrap_or(at);
    text[from..at].rfind(char::is_whitespace).map_or(at, |blank| from + blank)
}

fn push(out: &mut Vec<(String, bool)>, piece: &str, marked: bool) {
    if piece.is_empty() {
        return;
    }
    let piece = piece.replace('\n', " ");
    match out.last_mut() {
        Some((last, was_marked)) if *was_marked == marked && !marked => last.push_str(&piece),
        _ => out.push((piece, marked)),
    }
}
