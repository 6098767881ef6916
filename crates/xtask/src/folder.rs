//! Walks a folder of articles and passes its files to the reader.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Read, Result};
use std::path::{Path, PathBuf};
use zeitlupe_core::remark::Severity;
use zeitlupe_ingest::{Problem, Reader, Reading};

/// Reads all articles of a folder, recursively, or of one file.
///
/// Articles are sorted by path. A file that cannot be read gives a problem, and the rest is read. Never fails as a whole:
/// a missing folder is a problem, too, without articles.
pub fn read_all(path: &Path) -> Reading {
    if path.is_file() {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut reader = Reader::new(&path.parent().map(shown).unwrap_or_default());
        reader.article(&name, OnDemand::new(path));
        return reader.finish();
    }
    let mut walk = Walk { root: path, reader: Reader::new(&shown(path)), seen: BTreeSet::new() };
    walk.folder(path);
    walk.reader.finish()
}

/// A path for messages, with `/` on every system.
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    if text.len() > 1 { text.trim_end_matches('/').to_owned() } else { text }
}

/// A file that is opened when first read; most files in a folder of pictures never are.
struct OnDemand {
    path: PathBuf,
    file: Option<File>,
}

impl OnDemand {
    fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), file: None }
    }
}

impl Read for OnDemand {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let file = match self.file.take() {
            Some(file) => file,
            None => File::open(&self.path)?,
        };
        self.file.insert(file).read(buffer)
    }
}

struct Walk<'w> {
    root: &'w Path,
    reader: Reader,
    /// Visited folders by canonical path, because links may form cycles.
    seen: BTreeSet<PathBuf>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path) {
        let mut entries = match std::fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>>>) {
            Ok(entries) => entries,
            Err(error) => return self.problem(folder, Severity::Error, format!("expected a folder that can be read, found: {error}")),
        };
        if let Ok(real) = folder.canonicalize()
            && !self.seen.insert(real)
        {
            let message = "expected a folder of its own, found a link to one that was read already: left out".into();
            return self.problem(folder, Severity::Warning, message);
        }
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            if path.is_dir() && !is_hidden {
                self.folder(&path);
            } else if !is_hidden {
                self.reader.file(&shown(path.strip_prefix(self.root).unwrap_or(&path)), OnDemand::new(&path));
            }
        }
    }

    fn problem(&mut self, folder: &Path, severity: Severity, message: String) {
        self.reader.problem(Problem::new(severity, shown(folder), None, message));
    }
}

#[cfg(test)]
mod tests;
