//! Wasms built without Trunk: the recognisers, and the site builder of the parity test.

use crate::tools::{Toolbox, run, std_source, target};
use anyhow::{Context, Result};
use launch::SMALL;
use std::path::{Path, PathBuf};
use zeitlupe_site::{RECOGNISERS, recogniser_file};

/// Compiles the recognisers into the folder of the compiled app.
pub fn build(toolbox: &Toolbox, folder: &Path) -> Result<()> {
    for kind in RECOGNISERS {
        let arguments = ["--package", "zeitlupe-recogniser", "--no-default-features", "--features", kind];
        let built = wasm(toolbox, &format!("building the recogniser of {kind}"), &arguments, "zeitlupe_recogniser")?;
        std::fs::copy(&built, folder.join(recogniser_file(kind))).with_context(|| format!("cannot copy {}", built.display()))?;
    }
    Ok(())
}

/// Compiles a wasm, with the standard library optimised for size if rustup can install its source. Returns the file.
pub fn wasm(toolbox: &Toolbox, doing: &str, arguments: &[&str], name: &str) -> Result<PathBuf> {
    let mut cargo = toolbox.command("cargo");
    cargo.args(["build", "--offline", "--profile", "recogniser", "--target", "wasm32-unknown-unknown"]).args(arguments);
    if std_source().is_ok() {
        cargo.envs(SMALL);
    }
    run::quietly(doing, &mut cargo)?;
    Ok(target().join("wasm32-unknown-unknown").join("recogniser").join(format!("{name}.wasm")))
}
