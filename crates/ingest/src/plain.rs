//! Text without markup.

use crate::article::{Line, Parsed, split};
use crate::front_matter;
use zeitlupe_core::article::Metadata;

/// Reads text without markup. It may have front matter, as [`crate::markdown`] has it.
///
/// `known` is what is known from elsewhere (at least the id); it goes before what the text says,
/// except that a date of the text wins where it lies within the known one and is more exact.
/// `text` should have been through [`crate::clean`]. Lines are counted from 1.
pub fn plain(text: &str, known: Metadata) -> Parsed {
    front_matter::with(text, known, split)
}

/// The lines of a text without markup, for [`crate::article::lines`], where their places in a file are not known or do not count.
pub(crate) fn uncounted(text: &str) -> Vec<Line> {
    let mut lines = split(text, 1);
    lines.iter_mut().for_each(|line| line.number = 0);
    lines
}
