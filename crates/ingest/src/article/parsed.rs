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

/// Takes what a file of many articles has, one after the other: the line, from 1, and the article or what was expected instead.
pub type Give<'g> = dyn FnMut(u32, Result<Parsed, String>) + 'g;
