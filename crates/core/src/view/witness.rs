//! How one article reports an item of the timeline.

use crate::article::ArticleId;
use crate::event::Mode;
use crate::time::TimeExpression;
use serde::{Deserialize, Serialize};

/// An article that reports an item of the timeline, and its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    /// The article.
    pub article: ArticleId,
    /// The time expression with its derivation; `None` for the publication of the article itself.
    pub time: Option<TimeExpression>,
    /// Whether it happened, is so, is planned or is denied, according to the article.
    pub mode: Mode,
    /// The words of the time expression; empty for the publication.
    pub surface: String,
    /// The clause around the time, or its sentence if its days are unknown; for the publication the label of the article.
    pub text: String,
}
