//! The folder in which Trunk leaves the compiled app.

use crate::errors::{Context, Failure, Outcome};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use zeitlupe_site::shell::{Shell, replaced};

/// Reads what Trunk left in `folder`.
pub fn read(folder: &Path) -> Result<Shell, Failure> {
    let cannot = || format!("cannot read {}", folder.display());
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).context(cannot)? {
        let entry = entry.context(cannot)?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if entry.path().is_file() {
            files.insert(name, fs::read(entry.path()).context(|| format!("cannot read {}", entry.path().display()))?);
        }
    }
    Shell::from_files(files).context(|| format!("cannot use {}", folder.display()))
}

/// Removes from `folder` what [`read`] has read and the assembled site replaces.
pub fn remove(folder: &Path) -> Outcome {
    let page_path = folder.join("index.html");
    let page = fs::read_to_string(&page_path).context(|| format!("cannot read {}", page_path.display()))?;
    for name in replaced(&page) {
        let path = folder.join(name);
        fs::remove_file(&path).context(|| format!("cannot remove {}", path.display()))?;
    }
    Ok(())
}
