//! `names.toml`: corrections of the names, as the reading room exports them, beside the articles.

use super::problem::Problem;
use super::{Reading, decode};
use std::path::Path;
use zeitlupe_core::entity::read_corrections;
use zeitlupe_core::import::Severity;

/// The name of the file.
pub(super) const NAME: &str = "names.toml";

/// Reads the file of `folder`, where it has one; what cannot be used gives a problem, the rest counts.
pub(super) fn read(folder: &Path, root: &str, reading: &mut Reading) {
    let path = folder.join(NAME);
    if !path.exists() {
        return;
    }
    let file = format!("{root}/{NAME}");
    let read = std::fs::read(&path).map_err(|error| error.to_string());
    match read.and_then(|bytes| decode::text(&bytes, None).map_err(|found| format!("expected text, found {found}"))) {
        Ok(decoded) => {
            let (corrections, remarks) = read_corrections(&decoded.text);
            reading.corrections = corrections;
            reading.problems.extend(remarks.into_iter().map(|remark| Problem::from_remark(remark, &file)));
        }
        Err(message) => reading.problems.push(Problem::new(Severity::Error, file, None, message)),
    }
}

/// The warning for a correction of line `line` that found nothing to correct.
pub fn stale(folder: &str, line: u32) -> Problem {
    let message = "expected a name, place or article of this collection, found none that fits: left out";
    Problem::new(Severity::Warning, format!("{folder}/{NAME}"), Some(line), message)
}
