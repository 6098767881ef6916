//! Whole folders, as people have them.

mod bad_input;
mod pages;

use super::{Reading, read_all};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder that is removed with the value.
struct Folder(PathBuf);

impl Folder {
    /// A new folder with these files; a name may have folders in it.
    fn with(files: &[(&str, &[u8])]) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = Self(std::env::temp_dir().join(format!("zeitlupe-articles-{}-{number}", std::process::id())));
        std::fs::create_dir_all(&folder.0).expect("the temporary folder can be written");
        for (name, bytes) in files {
            let path = folder.0.join(name);
            std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the temporary folder can be written");
            std::fs::write(path, bytes).expect("the temporary folder can be written");
        }
        folder
    }

    fn path(&self) -> &Path {
        &self.0
    }

    fn read(&self) -> Reading {
        read_all(&self.0)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed stays in the system's temporary folder, which is cleared by the system.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The problems of a reading without the folder's own path.
fn problems(folder: &Folder, reading: &Reading) -> Vec<String> {
    let root = super::walk::shown(folder.path());
    reading.problems.iter().map(|problem| problem.to_string().replace(&format!("{root}/"), "").replace(&root, ".")).collect()
}
