//! What becomes of one file or record.

use zeitlupe_core::article::Article;
use zeitlupe_core::remark::Remark;

/// An article and what was not as expected in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The article.
    pub article: Article,
    /// What was not as expected, in the order of the lines.
    pub remarks: Vec<Remark>,
}
