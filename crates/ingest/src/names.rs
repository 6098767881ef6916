//! `names.toml`: corrections of the names, as the reading room exports them, beside the articles.

use crate::reading::{Problem, below};
use zeitlupe_core::remark::Severity;

/// The name of the file.
pub(crate) const NAME: &str = "names.toml";

/// The warning for a correction that found nothing to correct. It stands in line `line`, from 1, of the folder's `names.toml`.
pub fn stale(folder: &str, line: u32) -> Problem {
    let message = "expected a name, place or article of this collection, found none that fits: left out";
    Problem::new(Severity::Warning, below(folder, NAME), Some(line), message)
}
