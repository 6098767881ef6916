//! What to measure.

use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The plan prepared by `cargo xtask bench search`.
#[derive(Debug, Deserialize)]
pub struct Plan {
    /// The number of rounds.
    pub rounds: usize,
    /// The folder of an empty page.
    pub empty: PathBuf,
    /// The contenders; the first is ours.
    pub contenders: Vec<Contender>,
    /// The first query of each round.
    pub first: Vec<String>,
    /// Further queries.
    pub more: Vec<String>,
    /// The contents of the field while typing, shuffled.
    pub keystrokes: Vec<Keystroke>,
}

/// A way to search.
#[derive(Debug, Deserialize)]
pub struct Contender {
    /// The name above its column.
    pub name: String,
    /// The folder of its page.
    pub folder: PathBuf,
}

/// The contents of the field after a keystroke.
#[derive(Debug, Deserialize)]
pub struct Keystroke {
    /// The text.
    pub text: String,
    /// Whether something must be found.
    pub known: bool,
}

/// Reads a plan.
///
/// # Errors
/// If it cannot be read or lacks something.
pub fn read(path: &Path) -> Result<Plan, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let plan: Plan = serde_json::from_str(&text).map_err(|error| format!("{}: expected a plan, found {error}", path.display()))?;
    if plan.rounds == 0 || plan.contenders.is_empty() || plan.first.len() != plan.rounds {
        return Err(format!("{}: expected contenders, and a first query for each round", path.display()));
    }
    Ok(plan)
}
