//! Writes the files of a site, and removes only files that an earlier run wrote.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use zeitlupe_site::Files;

/// Marks a folder written by this program, which it may therefore empty.
const MARKER: &str = ".zeitlupe-site";

/// Writes `files` into `folder`, which is emptied first if it has the marker.
///
/// It is an error if the folder is not empty and has no marker.
pub fn replace(folder: &Path, files: &Files) -> Result<()> {
    if folder.exists() {
        let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
        if entries.count() > 0 && !folder.join(MARKER).is_file() {
            bail!(
                "expected {} to be empty or to hold a site written by this program (with the file {MARKER}), found other files; nothing was changed",
                folder.display()
            );
        }
        empty(folder)?;
    } else {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    let marker = folder.join(MARKER);
    fs::write(&marker, "Written by `cargo xtask site`, which may empty this folder.\n")
        .with_context(|| format!("cannot write {}", marker.display()))?;
    add(folder, files)
}

/// Writes `files` into `folder` without changing anything else.
pub fn add(folder: &Path, files: &Files) -> Result<()> {
    for (name, bytes) in files {
        let path = name.split('/').fold(folder.to_path_buf(), |path, step| path.join(step));
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("cannot create {}", parent.display()))?;
        }
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Removes the contents of a folder.
fn empty(folder: &Path) -> Result<()> {
    let cannot = || format!("cannot empty {}", folder.display());
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let entry = entry.with_context(cannot)?;
        let is_folder = entry.file_type().with_context(cannot)?.is_dir();
        if is_folder { fs::remove_dir_all(entry.path()) } else { fs::remove_file(entry.path()) }.with_context(cannot)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A new folder for one test.
    fn place(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("zeitlupe-write-{name}-{}", std::process::id()));
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("an earlier run left it");
        }
        folder
    }

    fn files(names: &[&str]) -> Files {
        names.iter().map(|name| ((*name).to_owned(), b"x".to_vec())).collect()
    }

    #[test]
    fn the_output_of_an_earlier_run_is_replaced() {
        let folder = place("again");
        replace(&folder, &files(&["index.html", "data/old.bin"])).expect("a new folder");
        replace(&folder, &files(&["index.html", "data/new.bin"])).expect("our own folder");
        assert!(folder.join("data/new.bin").is_file() && !folder.join("data/old.bin").exists());
        fs::remove_dir_all(&folder).expect("it is ours");
    }

    #[test]
    fn a_folder_of_other_files_is_not_touched() {
        let folder = place("foreign");
        fs::create_dir_all(&folder).expect("a new folder");
        fs::write(folder.join("thesis.txt"), "years of work").expect("a new file");
        let message = replace(&folder, &files(&["index.html"])).expect_err("it is not ours").to_string();
        assert!(message.contains("nothing was changed"), "{message}");
        assert_eq!(fs::read_dir(&folder).expect("it is there").count(), 1);
        fs::remove_dir_all(&folder).expect("made by this test");
    }
}
