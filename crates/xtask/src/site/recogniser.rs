//! The recognisers as wasms of their own.

use super::SMALL;
use crate::errors::{Context, Failure};
use crate::tools::{Toolbox, run, std_source, target};
use std::path::Path;

/// What they recognise: the features of their crate, each a wasm, and the names by which the page asks for them.
const KINDS: [&str; 2] = ["names", "times"];

/// A recogniser, compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recogniser {
    /// What it recognises: `names` or `times`.
    pub kind: &'static str,
    /// Its wasm.
    pub wasm: Vec<u8>,
}

/// Name of the file in the folder of the compiled app.
fn file(kind: &str) -> String {
    format!("recogniser-{kind}.wasm")
}

/// Compiles them and puts them into the folder of the compiled app; with the standard library for size, where rustup can add its source.
pub fn build(toolbox: &Toolbox, folder: &Path) -> Result<(), Failure> {
    let is_small = std_source().is_ok();
    for kind in KINDS {
        let mut cargo = toolbox.command("cargo");
        cargo.args(["build", "--offline", "--package", "zeitlupe-recogniser", "--no-default-features", "--features", kind]);
        cargo.args(["--profile", "recogniser", "--target", "wasm32-unknown-unknown"]);
        if is_small {
            cargo.envs(SMALL);
        }
        run::quietly(&format!("building the recogniser of {kind}"), &mut cargo)?;
        let built = target().join("wasm32-unknown-unknown").join("recogniser").join("zeitlupe_recogniser.wasm");
        std::fs::copy(&built, folder.join(file(kind))).context(|| format!("cannot copy {}", built.display()))?;
    }
    Ok(())
}

/// Reads those that [`build`] has put into `folder`.
pub fn read(folder: &Path) -> Result<Vec<Recogniser>, Failure> {
    let paths = KINDS.map(|kind| (kind, folder.join(file(kind))));
    let there = paths.into_iter().filter(|(_, path)| path.exists());
    there
        .map(|(kind, path)| {
            let wasm = std::fs::read(&path).context(|| format!("cannot read {}", path.display()))?;
            Ok(Recogniser { kind, wasm })
        })
        .collect()
}
