//! Temporary folders.

use std::path::PathBuf;

/// The path of a folder in the system's temporary folder. Dropping it removes the folder; creating it is up to the user.
#[derive(Debug)]
pub struct Folder(pub PathBuf);

impl Folder {
    /// A path with this name that is unique to this process.
    pub fn new(name: &str) -> Self {
        Self(std::env::temp_dir().join(format!("zeitlupe-{name}-{}", std::process::id())))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // It may not exist; leftovers in the temporary folder do no harm.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
