//! The stretches of each text that one of the others has, too.

use super::chain::Node;
use crate::compare::lines::{Segment, marks, rounded, trimmed};
use crate::compare::{Comparison, Version};
use crate::reuse::Passage;
use crate::text::Span;
use crate::view::AnalysedArticle;

/// Passages that are looked at to find the one that two articles share.
const NEAR: usize = 64;

/// A passage of two of the texts.
pub(super) struct Link<'c> {
    /// The number of the passage in [`Comparison::passages`].
    pub number: u32,
    /// The two texts, the left one first, with its place in each.
    pub ends: [(usize, Span); 2],
    passage: &'c Passage,
    /// Whether the left text is the second of the passage.
    is_turned: bool,
}

impl Link<'_> {
    pub fn is_verbatim(&self) -> bool {
        self.passage.is_verbatim()
    }

    /// Its marks at one end.
    pub fn marks(&self, end: usize) -> Vec<Segment> {
        marks(self.passage, (end == 1) != self.is_turned)
    }
}

/// A stretch of a text that another one has, too.
pub(super) struct Stretch {
    pub span: Span,
    /// The number of its passage.
    pub number: u32,
    /// Its links, and which of their ends it is.
    pub links: Vec<(usize, usize)>,
}

/// The passages that the chosen articles share.
pub(super) fn links<'c>(comparison: &'c Comparison, chosen: &[u32]) -> Vec<Link<'c>> {
    let numbers = Numbers::new(comparison);
    let column = |report: u32| chosen.iter().position(|&other| other == report);
    let mut out = Vec::new();
    for pair in &comparison.pairs {
        let Some((a, b)) = column(pair.a).zip(column(pair.b)) else { continue };
        for passage in &pair.passages {
            let ends = [Version { report: pair.a, span: passage.a }, Version { report: pair.b, span: passage.b }];
            if let Some(number) = numbers.of(ends) {
                let ends = [(a, passage.a), (b, passage.b)];
                out.push(Link { number, ends: if a < b { ends } else { [ends[1], ends[0]] }, passage, is_turned: a > b });
            }
        }
    }
    out
}

/// The numbers of the passages by their places.
pub(in crate::compare) struct Numbers<'c> {
    comparison: &'c Comparison,
    /// The versions in each article, in order.
    versions: Vec<Vec<(Span, u32)>>,
}

impl<'c> Numbers<'c> {
    pub fn new(comparison: &'c Comparison) -> Self {
        let mut versions: Vec<Vec<(Span, u32)>> = vec![Vec::new(); comparison.reports.len()];
        for (number, passage) in (0..).zip(&comparison.passages) {
            for version in &passage.versions {
                if let Some(list) = versions.get_mut(version.report as usize) {
                    list.push((version.span, number));
                }
            }
        }
        versions.iter_mut().for_each(|list| list.sort_unstable());
        Self { comparison, versions }
    }

    /// The number of the passage that has both places.
    pub fn of(&self, ends: [Version; 2]) -> Option<u32> {
        let [first, second] = ends;
        let list = self.versions.get(first.report as usize)?;
        let end = list.partition_point(|(span, _)| span.start <= first.span.start);
        let has = |number: u32, end: Version| {
            let passage = self.comparison.passages.get(number as usize);
            passage.is_some_and(|p| p.versions.iter().any(|version| version.report == end.report && version.span.contains(end.span)))
        };
        list[..end].iter().rev().take(NEAR).map(|(_, number)| *number).find(|&number| has(number, first) && has(number, second))
    }
}

/// The stretches of text `column`, in order, without overlaps.
pub(super) fn stretches(text: &AnalysedArticle, links: &[Link<'_>], column: usize) -> Vec<Stretch> {
    let ends = links.iter().enumerate().flat_map(|(n, link)| link.ends.iter().enumerate().map(move |(end, place)| (n, end, *place)));
    let mut raw: Vec<(Span, usize, usize)> =
        ends.filter(|(.., place)| place.0 == column).map(|(n, end, place)| (place.1, n, end)).collect();
    raw.sort_unstable();
    let mut out: Vec<Stretch> = Vec::new();
    for (span, link, end) in raw {
        let number = links[link].number;
        match out.last_mut() {
            // What two others share with this text in other bounds.
            Some(last) if last.span.end > span.start && (last.number == number || last.span.end >= span.end) => {
                last.span.end = last.span.end.max(span.end);
                last.links.push((link, end));
            }
            Some(last) if last.span.end > span.start => {
                let span = trimmed(&text.article.text, Span { start: last.span.end, ..span });
                out.push(Stretch { span, number, links: vec![(link, end)] });
            }
            _ => out.push(Stretch { span, number, links: vec![(link, end)] }),
        }
    }
    round(text, &mut out);
    out
}

/// Completes sentences, up to the next stretch.
fn round(text: &AnalysedArticle, stretches: &mut [Stretch]) {
    let mut from = 0;
    for at in 0..stretches.len() {
        let to = stretches.get(at + 1).map_or(text.article.text.len() as u32, |next| next.span.start);
        let span = stretches[at].span;
        stretches[at].span = rounded(&text.article.text, &text.sentences, span, Span { start: from, end: to.max(from) });
        from = stretches[at].span.end;
    }
}

/// The stretches that hang together by links, as one passage each with at most one stretch in each text.
pub(super) fn nodes(columns: &[Vec<Stretch>], links: &[Link<'_>]) -> Vec<Node> {
    // The stretch at each end of each link.
    let mut ends = vec![[None; 2]; links.len()];
    for (column, stretches) in columns.iter().enumerate() {
        for (at, stretch) in stretches.iter().enumerate() {
            stretch.links.iter().for_each(|&(link, end)| ends[link][end] = Some((column, at)));
        }
    }
    let mut node_of: Vec<Vec<Option<usize>>> = columns.iter().map(|stretches| vec![None; stretches.len()]).collect();
    let mut nodes: Vec<Node> = Vec::new();
    for (link, ends) in links.iter().zip(&ends) {
        let [Some(left), Some(right)] = *ends else { continue };
        let known = [left, right].into_iter().find_map(|(column, at)| node_of[column][at]);
        let node = known.unwrap_or_else(|| {
            nodes.push(Node { places: vec![None; columns.len()], weight: 0 });
            nodes.len() - 1
        });
        for (column, at) in [left, right] {
            let place = &mut nodes[node].places[column];
            if place.is_none() && node_of[column][at].is_none() {
                *place = Some(at);
                node_of[column][at] = Some(node);
            }
        }
        nodes[node].weight += link.passage.common();
    }
    nodes
}
