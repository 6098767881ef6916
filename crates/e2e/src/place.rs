//! Where the reading room is opened from.

use crate::server::Server;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The sub-path of the server: several levels deep, and unlike any name in the site.
pub const SUB_PATH: &str = "/some/sub/path/";

/// A place from which the page is opened.
pub enum Place {
    /// The folder, on a server below a sub-path.
    Served(Server),
    /// The one file, on the disk.
    Disk(SingleFile),
}

impl Place {
    /// Its name in the results.
    pub fn name(&self) -> &'static str {
        match self {
            Place::Served(_) => "served",
            Place::Disk(_) => "file",
        }
    }

    /// The address of the page at a fragment such as `#/zeit`.
    pub fn url(&self, fragment: &str) -> String {
        match self {
            Place::Served(server) => format!("{}{fragment}", server.base()),
            Place::Disk(file) => format!("{}{fragment}", file.url()),
        }
    }
}

/// A copy of the single file in its own folder, whose name has a space and an umlaut; dropping it removes both.
pub struct SingleFile {
    folder: PathBuf,
    file: PathBuf,
}

impl SingleFile {
    /// Copies the file; `tag` distinguishes the copies of one run.
    ///
    /// # Errors
    /// If the copy cannot be written.
    pub fn copy(from: &Path, tag: &str) -> Result<Self, String> {
        let page = std::fs::read(from).map_err(|error| format!("cannot read {}: {error}", from.display()))?;
        Self::write(&page, tag)
    }

    /// Writes a given page; `tag` distinguishes the pages of one run.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(page: &[u8], tag: &str) -> Result<Self, String> {
        let folder = std::env::temp_dir().join(format!("zeitlupe-e2e-{}-{tag}", std::process::id()));
        let inner = folder.join("Lesesaal für alle");
        let file = inner.join("index.html");
        let written = std::fs::create_dir_all(&inner).and_then(|()| std::fs::write(&file, page));
        written.map_err(|error| format!("cannot write {}: {error}", file.display()))?;
        Ok(Self { folder, file })
    }

    /// Its folder.
    pub fn folder(&self) -> PathBuf {
        self.folder.join("Lesesaal für alle")
    }

    /// Its address.
    pub fn url(&self) -> String {
        file_url(&self.file)
    }
}

impl Drop for SingleFile {
    fn drop(&mut self) {
        // Leftovers in the temporary folder do no harm.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The address of a file on the disk.
fn file_url(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    let mut url = String::from(if text.starts_with('/') { "file://" } else { "file:///" });
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~:".contains(&byte) {
            url.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(url, "%{byte:02X}");
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_umlauts_are_escaped() {
        assert_eq!(file_url(Path::new("/tmp/für alle/a&b.html")), "file:///tmp/f%C3%BCr%20alle/a%26b.html");
        assert_eq!(file_url(Path::new("C:\\a b.html")), "file:///C:/a%20b.html");
    }
}
