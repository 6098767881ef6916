//! What is to be measured.

use serde::Deserialize;
use std::path::{Path, PathBuf};

/// What `cargo xtask bench search` has made ready.
#[derive(Debug, Deserialize)]
pub struct Plan {
    /// How often everything is measured.
    pub rounds: usize,
    /// The folder of an empty page.
    pub empty: PathBuf,
    /// Whose figures are put side by side; the first is ours.
    pub contenders: Vec<Contender>,
    /// The first query of each round.
    pub first: Vec<String>,
    /// Queries that are asked next.
    pub more: Vec<String>,
    /// What stands in the field while words are typed, in a mixed order.
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

/// What stands in the field at some moment.
#[derive(Debug, Deserialize)]
pub struct Keystroke {
    /// The letters.
    pub text: String,
    /// Whether something must be found.
    pub known: bool,
}

/// Reads a plan.
///
/// # Errors
/// Where it cannot be read or holds too little.
pub fn read(path: &Path) -> Result<Plan, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let plan: Plan = serde_json::from_str(&text).map_err(|error| format!("{}: expected a plan, found {error}", path.display()))?;
    if plan.rounds == 0 || plan.contenders.is_empty() || plan.first.len() != plan.rounds {
        return Err(format!("{}: expected contenders, and a first query for each round", path.display()));
    }
    Ok(plan)
}
