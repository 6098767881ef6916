//! The shared passages, each once, with what each article made of it.

use super::level::Numbers;
use super::lines::{Line, Segment, lines, marks, rounded, words_in};
use super::{Comparison, Version};
use crate::reuse::Passage;
use crate::text::Span;
use crate::view::AnalysedArticle;

/// A passage with the wordings that articles give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageVersions {
    /// Its number in [`Comparison::passages`].
    pub passage: u32,
    /// Its wordings, in the order of the articles; one if the words are the same in all.
    pub wordings: Vec<Wording>,
    /// The number of words of the first wording.
    pub words: u32,
}

/// The words of a passage in one article, or in several that have the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Where they stand, with sentences completed as in the text; the words are those of the first.
    pub versions: Vec<Version>,
    /// The words, with marks where they differ: from those of the first wording, and those of the first from the second if there are only two.
    pub lines: Vec<Line>,
}

/// The passages of a comparison with their wordings, in its order. `texts` are its articles, in its order.
///
/// Words are the same if they are in the alignment of the two articles, apart from their spelling. Where the passage of two articles is not
/// aligned, nothing is marked.
///
/// ```
/// use zeitlupe_core::article::Article;
/// use zeitlupe_core::compare::{Mark, Source, compare, versions};
/// use zeitlupe_core::statements::Statements;
/// use zeitlupe_core::view::AnalysedArticle;
/// let report = |who: &str| {
///     let text = format!("Am Abend kündigte {who} eine Ausweitung der Hilfen für alle Betriebe in der Region an.");
///     AnalysedArticle { article: Article { text, ..Article::default() }, ..AnalysedArticle::default() }
/// };
/// let all = [report("sie"), report("die Ministerin"), report("sie")];
/// let statements = Statements::default();
/// let sources = all.each_ref().map(|document| Source { document, statements: &statements });
/// let found = versions(&all.each_ref(), &compare(&sources, &[]));
/// let of = |n: usize| found[0].wordings[n].versions.iter().map(|version| version.report).collect::<Vec<_>>();
/// assert_eq!((of(0), of(1)), (vec![0, 2], vec![1]));
/// let changed = found[0].wordings[1].lines[0].segments.iter().find(|segment| segment.mark == Mark::Changed);
/// assert_eq!(changed.map(|segment| segment.span.of(&all[1].article.text)), Some("die Ministerin"));
/// ```
pub fn versions(texts: &[&AnalysedArticle], comparison: &Comparison) -> Vec<PassageVersions> {
    let numbers = Numbers::new(comparison);
    let mut pairs: Vec<Vec<Pair>> = vec![Vec::new(); comparison.passages.len()];
    for shared in &comparison.pairs {
        for passage in &shared.passages {
            let ends = [Version { report: shared.a, span: passage.a }, Version { report: shared.b, span: passage.b }];
            if let Some(list) = numbers.of(ends).and_then(|number| pairs.get_mut(number as usize)) {
                list.push(Pair { ends, passage });
            }
        }
    }
    let of_passage = |((number, passage), pairs): ((u32, &super::WithVersions), &Vec<Pair>)| {
        let known = passage.versions.iter().filter(|version| (version.report as usize) < texts.len());
        with_wordings(texts, number, &known.copied().collect::<Vec<_>>(), pairs)
    };
    (0..).zip(&comparison.passages).zip(&pairs).filter_map(of_passage).collect()
}

/// What two articles have of a passage.
#[derive(Clone, Copy)]
struct Pair<'c> {
    ends: [Version; 2],
    passage: &'c Passage,
}

impl Pair<'_> {
    /// Whether it is that of these two articles, the lower number first.
    fn is_of(&self, a: u32, b: u32) -> bool {
        self.ends[0].report == a.min(b) && self.ends[1].report == a.max(b)
    }

    /// Its marks in one of its articles.
    fn marks(&self, report: u32) -> Vec<Segment> {
        marks(self.passage, self.ends[1].report == report)
    }
}

fn with_wordings(texts: &[&AnalysedArticle], number: u32, versions: &[Version], pairs: &[Pair<'_>]) -> Option<PassageVersions> {
    let is_same = |one: &Version, other: &Version| {
        let whole = |pair: &&Pair| pair.ends.contains(one) && pair.ends.contains(other);
        pairs.iter().find(whole).is_some_and(|pair| pair.passage.is_verbatim())
    };
    let mut wordings: Vec<Vec<Version>> = Vec::new();
    for version in versions {
        match wordings.iter_mut().find(|wording| wording.iter().any(|other| is_same(other, version))) {
            Some(wording) => wording.push(*version),
            None => wordings.push(vec![*version]),
        }
    }
    let first = wordings.first()?.first()?.report;
    let second = wordings.get(1).filter(|_| wordings.len() == 2).and_then(|wording| wording.first()).map(|version| version.report);
    let compared_with = |n: usize| if n == 0 { second } else { Some(first) };
    let wording = |(n, versions): (usize, &Vec<Version>)| {
        let own = versions.first()?;
        let other = compared_with(n);
        let of_both = pairs.iter().filter(|pair| other.is_some_and(|other| pair.is_of(own.report, other)));
        let mut marks: Vec<Segment> = of_both.flat_map(|pair| pair.marks(own.report)).collect();
        marks.sort_by_key(|segment| segment.span);
        let versions: Vec<Version> = versions.iter().map(|version| Version { span: whole(texts, version), ..*version }).collect();
        let lines = lines_of(texts, versions.first()?, &marks);
        Some(Wording { versions, lines })
    };
    let wordings: Vec<Wording> = wordings.iter().enumerate().filter_map(wording).collect();
    let shown = wordings.first()?.versions.first()?;
    let words = words_in(&texts[shown.report as usize].article.text, shown.span);
    Some(PassageVersions { passage: number, wordings, words })
}

/// A version with its sentences completed.
fn whole(texts: &[&AnalysedArticle], version: &Version) -> Span {
    let text = texts[version.report as usize];
    let room = Span::new(0, text.article.text.len());
    rounded(&text.article.text, &text.sentences, version.span, room)
}

/// The lines of a version, of whatever role.
fn lines_of(texts: &[&AnalysedArticle], version: &Version, marks: &[Segment]) -> Vec<Line> {
    lines(&texts[version.report as usize].article, version.span, marks, true)
}
