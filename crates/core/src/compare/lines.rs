//! A stretch of an article as lines with marks.

use super::sentences::sections;
use crate::article::{Article, Role};
use crate::reuse::{Kind, Passage};
use crate::text::Span;

/// How words of one text differ from those of another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Not at all, or they are not compared.
    #[default]
    Plain,
    /// In their spelling.
    Spelling,
    /// In their form: `gewesen`, `gewesenen`.
    Form,
    /// They are other words.
    Changed,
    /// Only this text has them.
    Only,
    /// Here the other text has more; the span is empty.
    Missing,
}

/// Words with one mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Where they stand.
    pub span: Span,
    /// How they differ.
    pub mark: Mark,
}

/// A line of an article, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its role.
    pub role: Role,
    /// Its words, without gaps.
    pub segments: Vec<Segment>,
}

/// The marks of a passage in one of its two texts, in order.
pub(super) fn marks(passage: &Passage, of_second: bool) -> Vec<Segment> {
    let mark = |kind: Kind| match kind {
        Kind::Same => Mark::Plain,
        Kind::Spelling => Mark::Spelling,
        Kind::Form => Mark::Form,
        Kind::Changed => Mark::Changed,
        Kind::OnlyA if of_second => Mark::Missing,
        Kind::OnlyB if !of_second => Mark::Missing,
        Kind::OnlyA | Kind::OnlyB => Mark::Only,
    };
    let segment = |piece: &crate::reuse::Piece| Segment { span: if of_second { piece.b } else { piece.a }, mark: mark(piece.kind) };
    passage.pieces.iter().map(segment).filter(|segment| segment.mark != Mark::Plain).collect()
}

/// The lines of a stretch of an article, each without white space around it; kicker and title only `with_title`. `marks` are in order.
pub(super) fn lines(article: &Article, stretch: Span, marks: &[Segment], with_title: bool) -> Vec<Line> {
    let sections = sections(article);
    let first = sections.partition_point(|section| section.span.end <= stretch.start);
    let within = sections[first..].iter().take_while(|section| section.span.start < stretch.end);
    let body = within.filter(|section| with_title || !matches!(section.role, Role::Kicker | Role::Title));
    let line = |section: &crate::article::Section| {
        let part = trimmed(&article.text, clipped(section.span, stretch));
        (!part.is_empty()).then(|| Line { role: section.role, segments: segments(part, marks) })
    };
    body.filter_map(line).collect()
}

/// A stretch in pieces with one mark each.
fn segments(part: Span, marks: &[Segment]) -> Vec<Segment> {
    let mut out = Vec::new();
    let mut at = part.start;
    let from = marks.partition_point(|mark| mark.span.end < part.start);
    for mark in marks[from..].iter().take_while(|mark| mark.span.start < part.end) {
        let span = Span { start: mark.span.start.max(at), end: mark.span.end.min(part.end) };
        if span.start > span.end || span.is_empty() != (mark.mark == Mark::Missing) {
            continue;
        }
        if at < span.start {
            out.push(Segment { span: Span { start: at, end: span.start }, mark: Mark::Plain });
        }
        out.push(Segment { span, mark: mark.mark });
        at = span.end;
    }
    if at < part.end {
        out.push(Segment { span: Span { start: at, end: part.end }, mark: Mark::Plain });
    }
    out
}

/// What two spans have in common; empty if nothing.
pub(super) fn clipped(span: Span, by: Span) -> Span {
    let start = span.start.max(by.start);
    Span { start, end: span.end.min(by.end).max(start) }
}

/// A stretch without white space around it.
pub(super) fn trimmed(text: &str, stretch: Span) -> Span {
    let words = stretch.of(text);
    let start = stretch.start as usize + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

/// The number of words of a stretch of a text: runs of letters and digits, with hyphens and apostrophes within.
pub(super) fn words_in(text: &str, stretch: Span) -> u32 {
    let is_joint = |c: char| matches!(c, '-' | '\u{2011}' | '\'' | '’');
    let words = stretch.of(text).split(|c: char| !c.is_alphanumeric() && !is_joint(c));
    words.filter(|word| word.contains(char::is_alphanumeric)).count() as u32
}

/// A passage with the rest of its first and of its last sentence, if it has most of their words; else with the punctuation beside it.
/// It does not reach beyond `room`. `sentences` are all of the text.
pub(super) fn rounded(text: &str, sentences: &[Span], passage: Span, room: Span) -> Span {
    let around = |byte: u32| {
        let at = sentences.partition_point(|sentence| sentence.end <= byte);
        let sentence = sentences.get(at).copied().filter(|sentence| sentence.start <= byte)?;
        let inside = words_in(text, clipped(passage, sentence));
        (inside * 2 > words_in(text, sentence)).then_some(sentence)
    };
    let start = around(passage.start).map_or_else(|| before(text, passage.start), |sentence| sentence.start);
    let end = around(passage.end.saturating_sub(1)).map_or_else(|| behind(text, passage.end), |sentence| sentence.end);
    let start = start.max(room.start).min(passage.start);
    Span { start, end: end.min(room.end).max(passage.end).max(start) }
}

/// Where the punctuation before a word begins.
fn before(text: &str, byte: u32) -> u32 {
    let before = text.get(..byte as usize).unwrap_or_default();
    let rest = before.trim_end_matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace());
    if rest.ends_with(char::is_alphanumeric) { byte } else { rest.len() as u32 }
}

/// Where the punctuation behind a word ends.
fn behind(text: &str, byte: u32) -> u32 {
    let behind = text.get(byte as usize..).unwrap_or_default();
    let rest = behind.trim_start_matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace());
    if rest.starts_with(char::is_alphanumeric) { byte } else { (text.len() - rest.len()) as u32 }
}
