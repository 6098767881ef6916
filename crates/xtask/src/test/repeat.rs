//! Two builds of the same sources give the same bytes, wherever they are.

use crate::app::shell;
use crate::site::corpus;
use crate::tools::{Toolbox, project, run, target};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use zeitlupe_site::{Content, Files, Shell, folder, single};

/// Repeats what is done after compiling, with the app that is in `compiled`: the app's script, and the site of the seeds.
pub fn check(compiled: &Path) -> Result<String> {
    let shell = shell::read(compiled)?;
    let wasms = [&shell.wasm].into_iter().chain(shell.recognisers.iter().map(|recogniser| &recogniser.wasm));
    let places = [Some(project()), std::env::home_dir()];
    for (wasm, place) in wasms.flat_map(|wasm| places.iter().flatten().map(move |place| (wasm, place))) {
        is_free_of(wasm, place)?;
    }
    if script()? != shell.glue {
        bail!("expected the app's script to be the same when it is made again");
    }
    let [first, second] = [site(&shell)?, site(&shell)?];
    match first.iter().find(|(name, bytes)| second.get(*name) != Some(bytes)) {
        Some((name, _)) => bail!("expected {name} to be the same in both builds"),
        None if first.len() != second.len() => bail!("expected the same files in both builds"),
        None => Ok(format!("{} files are the same in two builds", first.len())),
    }
}

/// An error if the path of a folder of this machine is in a wasm.
fn is_free_of(wasm: &[u8], place: &Path) -> Result<()> {
    let path = place.display().to_string();
    // The root of a system is in every path.
    if path.len() > 1 && wasm.windows(path.len()).any(|bytes| bytes == path.as_bytes()) {
        bail!("expected no path of this machine in a wasm, found {path}");
    }
    Ok(())
}

/// The app's script, made again from the compiled wasm.
fn script() -> Result<String> {
    let toolbox = Toolbox::for_release()?;
    let out = target().join("repeat");
    let wasm = target().join("wasm32-unknown-unknown").join("release").join("zeitlupe.wasm");
    let mut bindgen = toolbox.command("wasm-bindgen");
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-dir"]).arg(&out).arg(&wasm);
    run::quietly("making the app's script again", &mut bindgen)?;
    let script: PathBuf = out.join("zeitlupe.js");
    shell::minify(&toolbox, &out, &["zeitlupe.js".to_owned()])?;
    fs::read_to_string(&script).with_context(|| format!("cannot read {}", script.display()))
}

/// The site of the seeds, as a folder and as one file, without a day.
fn site(shell: &Shell) -> Result<Files> {
    let corpus = corpus::read(&project().join("seeds"), None, true)?;
    let content = Content { built_on: None, ..corpus.content() };
    let mut files = folder(shell, &content)?;
    files.insert("one page".to_owned(), single(shell, &content)?.into_bytes());
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_in_a_wasm_is_found() {
        let wasm = b"\0asm/werk/anna/zeitlupe/src/main.rs";
        assert!(is_free_of(wasm, Path::new("/werk/anna")).is_err());
        assert!(is_free_of(wasm, Path::new("/werk/berta")).is_ok() && is_free_of(wasm, Path::new("/")).is_ok());
    }
}
