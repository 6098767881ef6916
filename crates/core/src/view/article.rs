//! An analysed article.

use crate::article::Article;
use crate::entity::{EntityId, EntityKind, Form, Why};
use crate::text::Span;
use crate::time::TimeExpression;
use serde::{Deserialize, Serialize};

/// A mention of a name, linked to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkedName {
    /// Its span in bytes.
    pub span: Span,
    /// The kind of entity.
    pub kind: EntityKind,
    /// Its form.
    pub form: Form,
    /// The entity that it belongs to.
    pub entity: EntityId,
    /// Why it was recognised.
    pub why: Why,
    /// Confidence in percent.
    pub confidence: u8,
}

/// An article with its analysis. All spans are within [`Article::text`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnalysedArticle {
    /// The article.
    pub article: Article,
    /// Its sentences, in order.
    pub sentences: Vec<Span>,
    /// Its names in text order; nested ones after the one around them.
    pub names: Vec<MarkedName>,
    /// Its dates and times in text order.
    pub times: Vec<TimeExpression>,
    /// Number of words.
    pub words: u32,
}

impl AnalysedArticle {
    /// The sentence that contains `span`, or else `span` itself.
    pub fn sentence_at(&self, span: Span) -> Span {
        let at = self.sentences.partition_point(|sentence| sentence.start <= span.start);
        let found = at.checked_sub(1).map(|at| self.sentences[at]).filter(|sentence| sentence.end >= span.end);
        found.unwrap_or(span)
    }
}
