//! What one article says about an item of the timeline.

use crate::article::ArticleId;
use crate::event::Mode;
use crate::time::TimeExpression;
use serde::{Deserialize, Serialize};

/// Who tells an item of the timeline, and in which words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    /// In this article.
    pub article: ArticleId,
    /// The time, and how it is known; `None` for a report.
    pub time: Option<TimeExpression>,
    /// How it is told.
    pub mode: Mode,
    /// The words that name the time; empty for a report.
    pub surface: String,
    /// The clause around it, without a place in time the sentence; for a report what the article is called.
    pub text: String,
}
