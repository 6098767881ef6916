//! Text without markup.

use crate::article::{Line, Parsed, split};
use crate::front_matter;
use zeitlupe_core::article::Metadata;

/// Reads text without markup, perhaps with front matter as in [`crate::markdown`].
///
/// `known` is metadata from elsewhere (at least the id). It takes precedence over the text, except that a date in the text
/// replaces a less precise known one that it agrees with. `text` should have been through [`crate::clean`]; lines count from 1.
///
/// ```
/// let text = "Gipfel in Wien\nVon Anna Schmidt\n\nDie Minister trafen sich am Freitag in Wien.";
/// let article = zeitlupe_ingest::plain(text, Default::default()).article;
/// assert_eq!(article.meta.title.as_deref(), Some("Gipfel in Wien"));
/// assert_eq!(article.meta.author.as_deref(), Some("Anna Schmidt"));
/// ```
pub fn plain(text: &str, known: Metadata) -> Parsed {
    front_matter::with(text, known, split)
}

/// The lines of a text without markup, for [`crate::article::lines`], without line numbers.
pub(crate) fn uncounted(text: &str) -> Vec<Line> {
    let mut lines = split(text, 1);
    lines.iter_mut().for_each(|line| line.number = 0);
    lines
}
