//! Fills the rows of the grid with all that each text says.

use super::links::{Link, Stretch};
use super::parts::{Block, BlockKind, Rest, Row, Shared, Twin};
use crate::article::Role;
use crate::compare::lines::{Line, Segment, lines, rounded, trimmed, words_in};
use crate::compare::sentences::Sentences;
use crate::compare::{Comparison, Version};
use crate::text::Span;
use crate::view::AnalysedArticle;

/// Sentences above which a block that only one text has can be folded.
const LONG: usize = 5;
/// Sentences of it that are always shown.
const SHOWN: usize = 2;

/// What the rows are made of.
pub(super) struct Grid<'g> {
    pub texts: &'g [&'g AnalysedArticle],
    pub comparison: &'g Comparison,
    pub reports: &'g [u32],
    pub links: &'g [Link<'g>],
    pub stretches: &'g [Vec<Stretch>],
    /// For each stretch the row that it begins.
    pub begins: &'g [Vec<Option<usize>>],
}

impl Grid<'_> {
    /// All rows; the first only if there is anything in it.
    pub fn rows(&self, count: usize) -> Vec<Row> {
        let mut rows = vec![Row { cells: vec![Vec::new(); self.reports.len()] }; count];
        let numbers: Vec<Sentences> = self.columns().map(|text| Sentences::new(&text.article, &text.sentences)).collect();
        for (column, text) in self.columns().enumerate() {
            let filler = Filler { text, numbers: &numbers[column], elsewhere: self.elsewhere(column, text) };
            let (mut row, mut at) = (0, 0);
            let spans = self.spans(column, text);
            for ((stretch, begins), span) in self.stretches[column].iter().zip(&self.begins[column]).zip(spans) {
                rows[row].cells[column].extend(filler.free(Span { start: at, end: span.start }));
                row = begins.unwrap_or(row);
                let marks = stretch.links.first().map(|&(link, end)| self.links[link].marks(end)).unwrap_or_default();
                let kind = BlockKind::Shared(self.shared(stretch, column, &numbers));
                rows[row].cells[column].extend(filler.block(kind, span, &marks));
                at = span.end;
            }
            let end = text.article.text.len() as u32;
            rows[row].cells[column].extend(filler.free(Span { start: at, end: end.max(at) }));
        }
        rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        rows
    }

    fn columns(&self) -> impl Iterator<Item = &AnalysedArticle> {
        self.reports.iter().map(|&report| self.texts[report as usize])
    }

    /// The spans of the stretches of a text, with the signs up to the next one where no word is between.
    fn spans(&self, column: usize, text: &AnalysedArticle) -> Vec<Span> {
        let stretches = &self.stretches[column];
        let end = text.article.text.len() as u32;
        let span = |(at, stretch): (usize, &Stretch)| {
            let next = stretches.get(at + 1).map_or(end, |next| next.span.start);
            let gap = Span { start: stretch.span.end, end: next.max(stretch.span.end) };
            let is_loose = !gap.of(&text.article.text).contains(char::is_alphanumeric);
            if is_loose { Span { end: gap.end, ..stretch.span } } else { stretch.span }
        };
        stretches.iter().enumerate().map(span).collect()
    }

    fn shared(&self, stretch: &Stretch, column: usize, numbers: &[Sentences]) -> Shared {
        let twin = |&(link, end): &(usize, usize)| {
            let (column, span) = self.links[link].ends[1 - end];
            let sentence = numbers[column].of(span).map(|(first, _)| first);
            Twin { link: link as u32, column: column as u32, span, sentence }
        };
        let mut twins: Vec<Twin> = stretch.links.iter().map(twin).collect();
        twins.sort_by_key(|twin| (twin.column.abs_diff(column as u32), twin.column, twin.span));
        let versions = self.comparison.passages.get(stretch.number as usize).map(|passage| passage.versions.as_slice());
        let also = versions.unwrap_or_default().iter().filter(|version| !self.reports.contains(&version.report)).copied().collect();
        let is_verbatim = stretch.links.iter().all(|&(link, _)| self.links[link].is_verbatim());
        Shared { passage: stretch.number, is_verbatim, twins, also }
    }

    /// What a text has in common with articles that are not shown, in order, without overlaps.
    fn elsewhere(&self, column: usize, text: &AnalysedArticle) -> Vec<(Span, Vec<Version>)> {
        let own = self.reports[column];
        let mut raw: Vec<(Span, Version)> = Vec::new();
        for pair in &self.comparison.pairs {
            let other = if pair.a == own { pair.b } else { pair.a };
            if (pair.a == own || pair.b == own) && !self.reports.contains(&other) {
                let places = |passage: &crate::reuse::Passage| if pair.a == own { (passage.a, passage.b) } else { (passage.b, passage.a) };
                raw.extend(pair.passages.iter().map(places).map(|(here, there)| (here, Version { report: other, span: there })));
            }
        }
        raw.sort_unstable_by_key(|(span, version)| (*span, version.report));
        let whole = Span::new(0, text.article.text.len());
        let mut out: Vec<(Span, Vec<Version>)> = Vec::new();
        for (span, version) in raw {
            let span = rounded(&text.article.text, &text.sentences, span, whole);
            match out.last_mut() {
                Some((last, versions)) if last.end > span.start => {
                    last.end = last.end.max(span.end);
                    if versions.iter().all(|other| other.report != version.report) {
                        versions.push(version);
                    }
                }
                _ => out.push((span, vec![version])),
            }
        }
        out
    }
}

/// Makes the blocks of one text.
struct Filler<'g> {
    text: &'g AnalysedArticle,
    numbers: &'g Sentences,
    elsewhere: Vec<(Span, Vec<Version>)>,
}

impl Filler<'_> {
    /// The blocks of a stretch that no other text shown has.
    fn free(&self, stretch: Span) -> Vec<Block> {
        let mut out = Vec::new();
        let mut at = stretch.start;
        let from = self.elsewhere.partition_point(|(span, _)| span.end <= stretch.start);
        for (span, versions) in self.elsewhere[from..].iter().take_while(|(span, _)| span.start < stretch.end) {
            let span = Span { start: span.start.max(at), end: span.end.min(stretch.end) };
            out.extend(self.block(BlockKind::Alone, Span { start: at, end: span.start }, &[]));
            out.extend(self.block(BlockKind::Elsewhere(versions.clone()), span, &[]));
            at = span.end;
        }
        out.extend(self.block(BlockKind::Alone, Span { start: at, end: stretch.end.max(at) }, &[]));
        out
    }

    /// A block, unless there is nothing in it.
    fn block(&self, kind: BlockKind, span: Span, marks: &[Segment]) -> Option<Block> {
        let article = &self.text.article;
        let span = trimmed(&article.text, span);
        let begun = self.numbers.begun_in(span);
        let fold = begun.get(SHOWN).filter(|_| kind == BlockKind::Alone && begun.len() > LONG).map(|sentence| sentence.start);
        let end = fold.unwrap_or(span.end);
        let lines = lines(article, Span { end, ..span }, marks, false);
        let rest = fold.map(|start| self.rest(Span { start, ..span }, begun.len() - SHOWN));
        (!lines.is_empty()).then(|| Block { kind, span, sentences: self.numbers.of(span), lines, rest })
    }

    fn rest(&self, span: Span, sentences: usize) -> Rest {
        let article = &self.text.article;
        let lines = lines(article, span, &[], false);
        let heading = lines.iter().find(|line| line.role == Role::Heading).map(whole_line);
        let words = lines.iter().map(|line| words_in(&article.text, whole_line(line))).sum();
        Rest { lines, sentences: sentences as u32, words, heading }
    }
}

/// The span of a line, which has at least one segment.
fn whole_line(line: &Line) -> Span {
    let (first, last) = (line.segments.first(), line.segments.last());
    first.zip(last).map_or(Span::new(0, 0), |(first, last)| Span { start: first.span.start, end: last.span.end })
}
