//! A time expression as it was found.

use super::meaning::Meaning;

/// An unresolved expression: its items and its meaning.
pub(super) struct Hit {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) meaning: Meaning,
}
