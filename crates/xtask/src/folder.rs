//! Walks a folder of articles and passes its files to the reader.

use crate::own::{LIST, List, place};
use std::collections::BTreeSet;
use std::fs::{File, FileType};
use std::io::{Read, Result};
use std::path::{Path, PathBuf};
use zeitlupe_core::remark::Severity;
use zeitlupe_ingest::{Problem, Reader, Reading};
use zeitlupe_site::is_single;

/// Reads all articles of a folder, recursively, or of one file.
///
/// Articles are sorted by path. Only regular files are read, and links only within the folder; sites and pages that this program
/// wrote are left out. A file that cannot be read gives a problem, and the rest is read. Never fails as a whole: a missing folder is
/// a problem, too, without articles.
pub fn read_all(path: &Path) -> Reading {
    if path.is_file() {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut reader = Reader::new(&path.parent().map(shown).unwrap_or_default());
        reader.article(&name, OnDemand::new(path));
        return reader.finish();
    }
    let real = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let mut walk = Walk { root: path, real, reader: Reader::new(&shown(path)), seen: BTreeSet::new(), site: BTreeSet::new() };
    match walk.type_of(path) {
        Err(message) if path.exists() => walk.problem(path, Severity::Error, message),
        _ => walk.folder(path),
    }
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
    /// The same without links.
    real: PathBuf,
    reader: Reader,
    /// Visited folders by canonical path, because links may form cycles.
    seen: BTreeSet<PathBuf>,
    /// The files of sites that this program wrote here.
    site: BTreeSet<PathBuf>,
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
        if let Err(failure) = self.leave_out_site(folder) {
            return self.problem(folder, Severity::Error, format!("expected articles, found a site: {failure:#}"));
        }
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries.iter().filter(|entry| !entry.file_name().to_string_lossy().starts_with('.')) {
            let path = entry.path();
            match self.type_of(&path) {
                Ok(what) if what.is_dir() => self.folder(&path),
                Ok(_) => self.file(&path),
                Err(message) => self.problem(&path, Severity::Error, message),
            }
        }
    }

    /// Notes the files of a site in `folder`.
    fn leave_out_site(&mut self, folder: &Path) -> anyhow::Result<()> {
        let Some(list) = List::read(folder)? else { return Ok(()) };
        self.site.extend(list.paths().map(|path| place(folder, path)));
        self.problem(folder, Severity::Note, format!("expected articles, found a site: the files listed in {LIST} are left out"));
        Ok(())
    }

    /// Whether something is a folder or a regular file; else what was expected.
    fn type_of(&self, path: &Path) -> std::result::Result<FileType, String> {
        let cannot = |error| format!("expected a file that can be read, found: {error}");
        let what = path.metadata().map_err(cannot)?.file_type();
        let real = if path.is_symlink() { path.canonicalize().map_err(cannot)? } else { self.real.clone() };
        if !real.starts_with(&self.real) {
            let target = shown(&real);
            return Err(format!(
                "expected a link to something in this folder, found one to {target}: left out; to include it, copy it here"
            ));
        }
        if what.is_dir() || what.is_file() { Ok(what) } else { Err(format!("expected a file, found {}: left out", special(what))) }
    }

    fn file(&mut self, path: &Path) {
        if self.site.contains(path) {
            return;
        }
        match is_room(path) {
            Ok(true) => self.problem(path, Severity::Note, "expected an article, found a reading room as one file: left out".into()),
            // Whatever cannot be read, the reader says so.
            Ok(false) | Err(_) => self.reader.file(&shown(path.strip_prefix(self.root).unwrap_or(path)), OnDemand::new(path)),
        }
    }

    fn problem(&mut self, path: &Path, severity: Severity, message: String) {
        self.reader.problem(Problem::new(severity, shown(path), None, message));
    }
}

/// Whether a file is a site as one page, with everything in it.
fn is_room(path: &Path) -> Result<bool> {
    let is_page = path.extension().is_some_and(|ending| ["html", "htm"].iter().any(|html| ending.eq_ignore_ascii_case(html)));
    Ok(is_page && is_single(&std::fs::read(path)?))
}

/// What a file is that is neither a regular file nor a folder.
#[cfg(unix)]
fn special(what: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    match what {
        what if what.is_fifo() => "a named pipe",
        what if what.is_socket() => "a socket",
        _ => "a device",
    }
}

/// What a file is that is neither a regular file nor a folder.
#[cfg(not(unix))]
fn special(_: FileType) -> &'static str {
    "something else"
}

#[cfg(test)]
mod tests;
