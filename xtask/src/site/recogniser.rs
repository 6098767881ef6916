//! The recogniser of names as a wasm of its own.

use super::SMALL;
use crate::errors::{Context, Failure};
use crate::tools::{Toolbox, run, std_source, target};
use std::path::Path;

/// Name of the file in the folder of the compiled app.
pub const FILE: &str = "recogniser.wasm";

/// Compiles it and puts it into the folder of the compiled app; with the standard library for size, where rustup can add its source.
pub fn build(toolbox: &Toolbox, folder: &Path) -> Result<(), Failure> {
    let mut cargo = toolbox.command("cargo");
    cargo.args(["build", "--offline", "--package", "zeitlupe-recogniser", "--profile", "recogniser", "--target", "wasm32-unknown-unknown"]);
    if std_source().is_ok() {
        cargo.envs(SMALL);
    }
    run::quietly("building the recogniser of names", "half a minute the first time", &mut cargo)?;
    let built = target().join("wasm32-unknown-unknown").join("recogniser").join("zeitlupe_recogniser.wasm");
    std::fs::copy(&built, folder.join(FILE)).context(|| format!("cannot copy {}", built.display()))?;
    Ok(())
}
