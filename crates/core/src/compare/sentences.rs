//! The numbers of sentences, as readers count them.

use crate::article::{Article, Role, Section};
use crate::text::Span;
use std::borrow::Cow;

/// The sentences of an article that are counted: those of its lead and its paragraphs. Kicker, title and headings have no number.
///
/// ```
/// use zeitlupe_core::article::Article;
/// use zeitlupe_core::compare::Sentences;
/// use zeitlupe_core::text::{Span, sentences};
/// let article = Article { text: "Es regnet. Wir gehen.".into(), ..Article::default() };
/// let numbers = Sentences::new(&article, &sentences(&article.text));
/// assert_eq!(numbers.of(Span::new(3, 15)), Some((1, 2)));
/// assert_eq!(numbers.of(Span::new(11, 14)), Some((2, 2)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentences(Vec<Span>);

impl Sentences {
    /// Counts the sentences of an article, whose spans are given in order.
    pub fn new(article: &Article, sentences: &[Span]) -> Self {
        let sections = sections(article);
        let is_counted = |sentence: &Span| {
            let at = sections.partition_point(|section| section.span.end <= sentence.start);
            sections.get(at).is_some_and(|section| matches!(section.role, Role::Lead | Role::Paragraph))
        };
        Self(sentences.iter().copied().filter(is_counted).collect())
    }

    /// The numbers, from 1, of the first and the last sentence that overlap this stretch of the text; `None` if none does.
    pub fn of(&self, stretch: Span) -> Option<(u32, u32)> {
        let first = self.0.partition_point(|sentence| sentence.end <= stretch.start);
        let end = self.0.partition_point(|sentence| sentence.start < stretch.end);
        (first < end).then_some((first as u32 + 1, end as u32))
    }

    /// Those that begin within a stretch of the text.
    pub(super) fn begun_in(&self, stretch: Span) -> &[Span] {
        let at = |byte: u32| self.0.partition_point(|sentence| sentence.start < byte);
        let (from, to) = (at(stretch.start), at(stretch.end));
        self.0.get(from..to).unwrap_or_default()
    }
}

/// The sections of an article; without any, its text is one paragraph.
pub(super) fn sections(article: &Article) -> Cow<'_, [Section]> {
    if article.sections.is_empty() {
        let span = Span::new(0, article.text.len());
        return Cow::Owned(vec![Section { role: Role::Paragraph, span }]);
    }
    Cow::Borrowed(&article.sections)
}
