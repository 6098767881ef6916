//! `names.toml`: corrections of the names, as the reading room exports them, beside the articles.

use super::Problem;
use zeitlupe_core::import::Severity;

/// The name of the file.
pub(super) const NAME: &str = "names.toml";

/// The warning for a correction of line `line` that found nothing to correct.
pub fn stale(folder: &str, line: u32) -> Problem {
    let message = "expected a name, place or article of this collection, found none that fits: left out";
    Problem::new(Severity::Warning, format!("{folder}/{NAME}"), Some(line), message)
}
