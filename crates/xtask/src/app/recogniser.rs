//! The recognisers as wasms of their own.

use crate::tools::{SMALL, Toolbox, run, std_source, target};
use anyhow::{Context, Result};
use std::path::Path;
use zeitlupe_site::{RECOGNISERS, recogniser_file};

/// Compiles them and puts them into the folder of the compiled app; with the standard library for size, where rustup can add its source.
pub fn build(toolbox: &Toolbox, folder: &Path) -> Result<()> {
    let is_small = std_source().is_ok();
    for kind in RECOGNISERS {
        let mut cargo = toolbox.command("cargo");
        cargo.args(["build", "--offline", "--package", "zeitlupe-recogniser", "--no-default-features", "--features", kind]);
        cargo.args(["--profile", "recogniser", "--target", "wasm32-unknown-unknown"]);
        if is_small {
            cargo.envs(SMALL);
        }
        run::quietly(&format!("building the recogniser of {kind}"), &mut cargo)?;
        let built = target().join("wasm32-unknown-unknown").join("recogniser").join("zeitlupe_recogniser.wasm");
        std::fs::copy(&built, folder.join(recogniser_file(kind))).with_context(|| format!("cannot copy {}", built.display()))?;
    }
    Ok(())
}
