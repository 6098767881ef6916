//! Which files of a folder are articles.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use zeitlupe_core::import::Severity;

/// How a file is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Plain,
    Markdown,
    Html,
    /// A record a line, perhaps compressed.
    JsonLines,
}

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub path: PathBuf,
    /// Relative to the folder, with `/`.
    pub relative: String,
    /// For messages.
    pub shown: String,
    /// The name without its extension.
    pub stem: String,
    pub format: Format,
}

/// Files that lie beside articles and are none: their names without extension, in lower case.
const COMPANIONS: [&str; 9] = ["readme", "license", "licence", "lizenz", "notice", "copying", "changelog", "tasks", "names"];

/// The articles' files under `path`, or `path` itself where it is a file, sorted by their relative path.
///
/// Hidden files and folders are passed over; files that are no articles give a note to `say`, with their shown name.
pub(super) fn files(path: &Path, mut say: impl FnMut(String, Severity, String)) -> Vec<Found> {
    let mut out = Vec::new();
    if path.is_file() {
        match found(path, path.file_name().unwrap_or_default().as_ref(), shown(path)) {
            Some(file) => out.push(file),
            None => say(
                shown(path),
                Severity::Error,
                "expected a folder or a .txt, .md, .html, .jsonl or .jsonl.gz file, found another kind of file".into(),
            ),
        }
        return out;
    }
    let mut walk = Walk { root: path, out: &mut out, say: &mut say, seen: BTreeSet::new() };
    walk.folder(path);
    out.sort_by(|a, b| a.relative.cmp(&b.relative));
    out
}

/// A path for messages: with `/` on every system.
pub(super) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    if text.len() > 1 { text.trim_end_matches('/').to_owned() } else { text }
}

struct Walk<'w> {
    root: &'w Path,
    out: &'w mut Vec<Found>,
    say: &'w mut dyn FnMut(String, Severity, String),
    /// Folders that were walked, by their real path: a link may lead back.
    seen: BTreeSet<PathBuf>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path) {
        let entries = std::fs::read_dir(folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return (self.say)(shown(folder), Severity::Error, format!("expected a folder that can be read, found: {error}")),
        };
        if let Ok(real) = folder.canonicalize()
            && !self.seen.insert(real)
        {
            return (self.say)(
                shown(folder),
                Severity::Warning,
                "expected a folder of its own, found a link to one that was read already: left out".into(),
            );
        }
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if path.is_dir() {
                self.folder(&path);
            } else {
                self.file(&path);
            }
        }
    }

    fn file(&mut self, path: &Path) {
        let relative = path.strip_prefix(self.root).unwrap_or(path);
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        let goes_along = [super::sidecar::NAME, super::names::NAME].into_iter().chain(super::papers::NAMES).any(|beside| beside == name);
        if goes_along && relative.components().count() == 1 {
            return;
        }
        let stem = name.split('.').next().unwrap_or_default();
        if COMPANIONS.contains(&stem) && !name.contains(".json") {
            return (self.say)(shown(path), Severity::Note, "expected an article, found a file that goes with the folder: left out".into());
        }
        match found(path, relative, shown(path)) {
            Some(file) => self.out.push(file),
            None => (self.say)(
                shown(path),
                Severity::Note,
                "expected .txt, .md, .html, .jsonl or .jsonl.gz, found another kind of file: left out".into(),
            ),
        }
    }
}

/// The file with its format; `None` where its extension is not one of an article.
fn found(path: &Path, relative: &Path, shown_as: String) -> Option<Found> {
    let relative = shown(relative);
    let name = relative.rsplit('/').next().unwrap_or_default();
    let lower = name.to_lowercase();
    let formats = [
        (".jsonl.gz", Format::JsonLines),
        (".jsonl", Format::JsonLines),
        (".ndjson", Format::JsonLines),
        (".txt", Format::Plain),
        (".text", Format::Plain),
        (".md", Format::Markdown),
        (".markdown", Format::Markdown),
        (".html", Format::Html),
        (".htm", Format::Html),
        (".xhtml", Format::Html),
    ];
    let (extension, format) = formats.into_iter().find(|(extension, _)| lower.ends_with(extension))?;
    let stem = super::decode::nfc(name.get(..name.len() - extension.len())?.to_owned());
    Some(Found { path: path.to_owned(), stem, format, shown: shown_as, relative })
}
