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
    let files = names.iter().filter(|name| name.ends_with(".js") || name.ends_with(".css"));
    let mut esbuild = toolbox.command("esbuild");
    esbuild.args(["--minify", "--charset=utf8", "--log-level=warning", "--allow-overwrite"]);
    esbuild.arg(format!("--outdir={}", folder.display())).args(files.map(|name| folder.join(name)));
    run::quietly("minifying script and style sheets", &mut esbuild)?;
    for name in names.iter().filter(|name| name.ends_with(".css")) {
        let path = folder.join(name);
        let css = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        fs::write(&path, tightened(&css)).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// A minified style sheet without the blanks before the values of custom properties, which esbuild keeps: `--ink: #000` and `--ink:#000` differ only for
/// scripts.
fn tightened(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    for piece in css.split_inclusive(": ") {
        let declared = piece.rsplit(['{', ';', '}']).next().and_then(|tail| tail.strip_suffix(": "));
        let is_custom = declared.is_some_and(|name| name.starts_with("--") && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
        out.push_str(if is_custom { piece.trim_end() } else { piece });
    }
    out
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_properties_lose_the_blank_before_their_value() {
        let css = ":root{--ink: #000;--font: \"A: B\",serif}p{content:\"--a: b\";color:var(--ink)}";
        assert_eq!(tightened(css), ":root{--ink:#000;--font:\"A: B\",serif}p{content:\"--a: b\";color:var(--ink)}");
    }
}
