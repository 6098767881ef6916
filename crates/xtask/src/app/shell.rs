//! Trunk's output folder with the compiled app.

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

/// Removes the files from `folder` that [`read`] has read and the site replaces.
pub fn remove(folder: &Path) -> Result<()> {
    let page_path = folder.join("index.html");
    let page = fs::read_to_string(&page_path).with_context(|| format!("cannot read {}", page_path.display()))?;
    for name in replaced(&page) {
        let path = folder.join(name);
        fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
    }
    Ok(())
}
