//! `names.toml`: corrections of names, as exported by the reading room.

use crate::reading::{Problem, path_in};
use zeitlupe_core::entity::{Correction, read_corrections};
use zeitlupe_core::remark::{Remark, Severity};

/// The name of the file.
pub(crate) const NAME: &str = "names.toml";

/// The most corrections that are applied: each may change what those before it have named, so that their cost grows with their square.
const MOST: usize = 20_000;

/// The corrections of the file, each with its line, and what was wrong.
pub(crate) fn read(text: &str) -> (Vec<(u32, Correction)>, Vec<Remark>) {
    let (mut corrections, mut remarks) = read_corrections(text);
    if let Some((line, _)) = corrections.get(MOST) {
        let message = format!("expected at most {MOST} corrections, found {}: the rest is left out", corrections.len());
        remarks.push(Remark::error(Some(*line), message));
        corrections.truncate(MOST);
    }
    (corrections, remarks)
}

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
