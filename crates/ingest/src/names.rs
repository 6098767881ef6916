//! `names.toml`: corrections of names, as exported by the reading room.

use crate::reading::{Problem, path_in};
use zeitlupe_core::remark::Severity;

/// The name of the file.
pub(crate) const NAME: &str = "names.toml";

/// The warning for a correction that matched nothing; it is on line `line`, from 1, of the folder's `names.toml`.
///
/// ```
/// let problem = zeitlupe_ingest::unmatched_correction("presse", 4);
/// assert!(problem.to_string().starts_with("warning: presse/names.toml:4: expected a name"));
/// ```
pub fn unmatched_correction(folder: &str, line: u32) -> Problem {
    let message = "expected a name, place or article of this collection, found none that fits: left out";
    Problem::new(Severity::Warning, path_in(folder, NAME), Some(line), message)
}
