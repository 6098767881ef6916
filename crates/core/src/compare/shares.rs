//! What of each article others have, too.

use crate::article::{Article, Precision, PubDate};
use crate::reuse::{SharedPassages, Words};
use crate::text::Span;
use std::collections::BTreeMap;

/// An article of a comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The number of its words.
    pub words: u32,
    /// The number of its words that another article has, too, in a passage that they share.
    pub shared: u32,
    /// The same for each article alone; 0 for itself.
    pub with: Vec<u32>,
}

/// A passage in one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// The number of the article.
    pub report: u32,
    /// Where it stands.
    pub span: Span,
}

/// A passage that several articles have, with what each made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithVersions {
    /// Its versions, in the order of the articles.
    pub versions: Vec<Version>,
    /// Whether the words are the same in all of them, apart from their spelling.
    pub verbatim: bool,
    /// The article that certainly appeared before the others that have it; `None` where their dates do not say so.
    pub first: Option<u32>,
}

/// The share of each article in each other.
pub(super) fn reports(words: &[Words<'_>], pairs: &[SharedPassages]) -> Vec<Report> {
    let within = |report: usize, with: Option<usize>| {
        let spans = pairs.iter().flat_map(|pair| {
            let (a, b) = (pair.a as usize, pair.b as usize);
            let (is_a, is_b) = (a == report && with.is_none_or(|with| with == b), b == report && with.is_none_or(|with| with == a));
            let own = pair.passages.iter().filter(move |_| is_a || is_b).flat_map(|passage| &passage.pieces);
            own.filter(|piece| piece.kind.is_same()).map(move |piece| if is_a { piece.a } else { piece.b })
        });
        words[report].within(spans.collect()) as u32
    };
    let report = |n: usize| Report {
        words: words[n].len() as u32,
        shared: within(n, None),
        with: (0..words.len()).map(|other| within(n, Some(other))).collect(),
    };
    (0..words.len()).map(report).collect()
}

/// A passage of two articles: the two places, and whether the words are the same.
struct Edge {
    ends: [Version; 2],
    verbatim: bool,
}

/// Each passage once: those of two pairs are one where they overlap in the article that both pairs have, by more than half of the shorter one.
pub(super) fn with_versions(articles: &[&Article], pairs: &[SharedPassages]) -> Vec<WithVersions> {
    let edge = |pair: &SharedPassages, passage: &crate::reuse::Passage| Edge {
        ends: [Version { report: pair.a, span: passage.a }, Version { report: pair.b, span: passage.b }],
        verbatim: passage.is_verbatim(),
    };
    let edges: Vec<Edge> = pairs.iter().flat_map(|pair| pair.passages.iter().map(move |passage| edge(pair, passage))).collect();
    let mut groups = Groups((0..edges.len()).collect());
    let mut places: Vec<(Version, usize)> = edges.iter().enumerate().flat_map(|(n, edge)| edge.ends.map(|end| (end, n))).collect();
    places.sort_unstable_by_key(|(end, n)| (end.report, end.span, *n));
    // Those that reach as far as the next one: at most one for each other article.
    let mut open: Vec<(Version, usize)> = Vec::new();
    for (end, n) in places {
        open.retain(|(before, _)| before.report == end.report && before.span.end > end.span.start);
        open.iter().filter(|(before, _)| overlap(before.span, end.span)).for_each(|(_, other)| groups.join(n, *other));
        open.push((end, n));
    }
    let mut members: BTreeMap<usize, Vec<&Edge>> = BTreeMap::new();
    for (n, edge) in edges.iter().enumerate() {
        members.entry(groups.of(n)).or_default().push(edge);
    }
    let mut out: Vec<WithVersions> = members.into_values().map(|members| version_of_each(&members, articles)).collect();
    out.sort_by_key(|passage| passage.versions.first().map(|version| (version.report, version.span)));
    out
}

/// One passage from those of pairs of articles.
fn version_of_each(members: &[&Edge], articles: &[&Article]) -> WithVersions {
    let mut versions: BTreeMap<u32, Span> = BTreeMap::new();
    for end in members.iter().flat_map(|edge| edge.ends) {
        let span = versions.entry(end.report).or_insert(end.span);
        *span = Span { start: span.start.min(end.span.start), end: span.end.max(end.span.end) };
    }
    let versions: Vec<Version> = versions.into_iter().map(|(report, span)| Version { report, span }).collect();
    let first = first(&versions, articles);
    WithVersions { versions, verbatim: members.iter().all(|edge| edge.verbatim), first }
}

/// Which passages belong together: for each the number of another one of its group, or its own.
struct Groups(Vec<usize>);

impl Groups {
    fn of(&mut self, mut n: usize) -> usize {
        while self.0[n] != n {
            self.0[n] = self.0[self.0[n]];
            n = self.0[n];
        }
        n
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        self.0[a.max(b)] = a.min(b);
    }
}

fn overlap(a: Span, b: Span) -> bool {
    let both = a.end.min(b.end).saturating_sub(a.start.max(b.start)) as usize;
    both * 2 > a.len().min(b.len())
}

/// The article with one of these versions that certainly appeared before the others.
fn first(versions: &[Version], articles: &[&Article]) -> Option<u32> {
    let date = |version: &Version| articles[version.report as usize].meta.date.as_ref().filter(|date| !date.is_inferred());
    let is_first = |version: &&Version| {
        let mut others = versions.iter().filter(|other| other.report != version.report);
        date(version).is_some_and(|own| others.all(|other| date(other).is_some_and(|other| is_before(own, other))))
    };
    versions.iter().find(is_first).map(|version| version.report)
}

/// Whether one date is certainly before another: an earlier day, or an earlier hour of the same day.
fn is_before(a: &PubDate, b: &PubDate) -> bool {
    let days = a.precision == Precision::Day && b.precision == Precision::Day && a.earliest == b.earliest;
    let minutes = days && a.minutes.zip(b.minutes).is_some_and(|(a, b)| a < b);
    a.latest < b.earliest || minutes
}
