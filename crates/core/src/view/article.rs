//! One analysed article.

use crate::article::Article;
use crate::entity::{EntityId, EntityKind, Form, Why};
use crate::text::Span;
use crate::time::TimeExpression;
use serde::{Deserialize, Serialize};

/// A name where it stands, and whose name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkedName {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
    /// In which form.
    pub form: Form,
    /// The entity that it belongs to.
    pub entity: EntityId,
    /// Why it was recognised.
    pub why: Why,
    /// How sure, in percent.
    pub confidence: u8,
}

/// An article with everything that the analysis found in it. All spans point into [`Article::text`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnalysedArticle {
    /// The article.
    pub article: Article,
    /// Its sentences, in order.
    pub sentences: Vec<Span>,
    /// Its names, by place; nested ones after the one that holds them.
    pub names: Vec<MarkedName>,
    /// Its dates and times, by place.
    pub times: Vec<TimeExpression>,
    /// How many words it has.
    pub words: u32,
}

impl AnalysedArticle {
    /// The sentence that holds the beginning of `span`; the span itself where none does.
    pub fn sentence_at(&self, span: Span) -> Span {
        let at = self.sentences.partition_point(|sentence| sentence.start <= span.start);
        let found = at.checked_sub(1).map(|at| self.sentences[at]).filter(|sentence| sentence.end >= span.end);
        found.unwrap_or(span)
    }
}
