//! The result of reading one file or record.

use zeitlupe_core::article::Article;
use zeitlupe_core::remark::Remark;

/// An article and the problems found while reading it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The article.
    pub article: Article,
    /// The problems, in the order of the lines.
    pub remarks: Vec<Remark>,
}

/// Receives the articles of a file one by one: the line, from 1, and the article or what was expected instead.
pub type Sink<'g> = dyn FnMut(u32, Result<Parsed, String>) + 'g;
