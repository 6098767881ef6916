//! Folders for the time of a test.

use std::path::PathBuf;

/// A folder in the system's place for such things, which goes with this value. It is not made by it.
#[derive(Debug)]
pub struct Folder(pub PathBuf);

impl Folder {
    /// A folder of this name and of this process alone.
    pub fn new(name: &str) -> Self {
        Self(std::env::temp_dir().join(format!("zeitlupe-{name}-{}", std::process::id())))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // It may not have been made; and what is left behind lies where nobody minds.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
