//! Trunk's output folder with the compiled app.

use crate::tools::{Toolbox, run};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use zeitlupe_site::{Shell, replaced};

/// Reads Trunk's output in `folder`.
pub fn read(folder: &Path) -> Result<Shell> {
    let cannot = || format!("cannot read {}", folder.display());
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let entry = entry.with_context(cannot)?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if entry.path().is_file() {
            files.insert(name, fs::read(entry.path()).with_context(|| format!("cannot read {}", entry.path().display()))?);
        }
    }
    Shell::from_files(files).with_context(|| format!("cannot use {}", folder.display()))
}

/// Minifies scripts and style sheets in `folder`. The same input gives the same bytes.
pub fn minify(toolbox: &Toolbox, folder: &Path, names: &[String]) -> Result<()> {
    let names = names.iter().filter(|name| name.ends_with(".js") || name.ends_with(".css"));
    let mut esbuild = toolbox.command("esbuild");
    esbuild.args(["--minify", "--charset=utf8", "--log-level=warning", "--allow-overwrite"]);
    esbuild.arg(format!("--outdir={}", folder.display())).args(names.map(|name| folder.join(name)));
    run::quietly("minifying script and style sheets", &mut esbuild)
}

/// Removes the files from `folder` that [`read`] has read and the site replaces.
pub fn remove(folder: &Path) -> Result<()> {
    for name in parts(folder)? {
        let path = folder.join(name);
        fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
    }
    Ok(())
}

/// The names of the files of the compiled app in `folder`.
pub fn parts(folder: &Path) -> Result<Vec<String>> {
    let path = folder.join("index.html");
    let page = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(replaced(&page).into_iter().filter(|name| folder.join(name).is_file()).collect())
}
