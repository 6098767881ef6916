//! Which files this program wrote: a list in each folder with a site.
//!
//! A line of the list is the SHA-256 of a file and its path, so that `sha256sum --check .zeitlupe-site` understands it; lines
//! that begin with `#` are comments:
//!
//! ```text
//! # The files that `cargo xtask site` wrote here and may replace, each with its SHA-256.
//! e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  .nojekyll
//! ```
//!
//! A path may occur twice: while a site is replaced, the list has its old and its new files.

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use zeitlupe_site::Files;

/// The name of the list.
pub const LIST: &str = ".zeitlupe-site";

/// The list's first line.
const HEAD: &str = "# The files that `cargo xtask site` wrote here and may replace, each with its SHA-256.";

/// How the file of this name began before it was a list.
const WITHOUT_LIST: &str = "Written by `cargo xtask site`";

/// The files of a folder that this program wrote, with the checksums of their contents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List(BTreeMap<String, BTreeSet<String>>);

impl List {
    /// The list in `folder`; `None` if it has none.
    pub fn read(folder: &Path) -> Result<Option<Self>> {
        let path = folder.join(LIST);
        match fs::read_to_string(&path) {
            Ok(text) => Self::parse(&text).with_context(|| format!("cannot use {}", path.display())).map(Some),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
        }
    }

    /// The list of these files.
    pub fn of(files: &Files) -> Self {
        Self(files.iter().map(|(path, bytes)| (path.clone(), BTreeSet::from([sum(bytes)]))).collect())
    }

    fn parse(text: &str) -> Result<Self> {
        if text.starts_with(WITHOUT_LIST) {
            bail!("expected a list of files, found the mark of an earlier version, which kept none: delete the folder, and build again");
        }
        let mut list = Self::default();
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')) {
            match line.split_once("  ").filter(|(sum, path)| is_sum(sum) && is_inside(path)) {
                Some((sum, path)) => list.0.entry(path.to_owned()).or_default().insert(sum.to_owned()),
                None => bail!("expected a SHA-256 and the path of a file in line {number}, found {line:?}"),
            };
        }
        Ok(list)
    }

    /// Writes the list into `folder`.
    pub fn save(&self, folder: &Path) -> Result<()> {
        let rows = self.0.iter().flat_map(|(path, sums)| sums.iter().map(move |sum| format!("{sum}  {path}\n")));
        write(folder, &folder.join(LIST), format!("{HEAD}\n{}", rows.collect::<String>()).as_bytes())
    }

    /// The files of both lists.
    pub fn with(mut self, other: &Self) -> Self {
        for (path, sums) in &other.0 {
            self.0.entry(path.clone()).or_default().extend(sums.iter().cloned());
        }
        self
    }

    /// The paths of the files, relative to the folder.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Whether a file at this path is on the list, whatever is in it.
    pub fn names(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// Whether this program wrote these bytes at this path.
    pub fn holds(&self, path: &str, bytes: &[u8]) -> bool {
        self.0.get(path).is_some_and(|sums| sums.contains(&sum(bytes)))
    }
}

/// Writes a file completely or not at all. `folder` holds the file, directly or not.
pub fn write(folder: &Path, path: &Path, bytes: &[u8]) -> Result<()> {
    let part = folder.join(".zeitlupe-unfinished");
    let cannot = |path: &Path| format!("cannot write {}", path.display());
    // A new file, in case something links from this name to another place.
    if part.symlink_metadata().is_ok() {
        fs::remove_file(&part).with_context(|| cannot(&part))?;
    }
    fs::write(&part, bytes).with_context(|| cannot(&part))?;
    fs::rename(&part, path).with_context(|| cannot(path))
}

/// An error unless nothing is at `path`, or a file that begins like those which this program writes there.
pub fn may_replace(path: &Path, magic: [u8; 4]) -> Result<()> {
    match fs::read(path) {
        Ok(bytes) if bytes.starts_with(&magic) => Ok(()),
        Ok(_) => bail!("expected nothing or a file of this kind at {}, found something else; nothing was changed", path.display()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// The file at a path of a list.
pub fn place(folder: &Path, path: &str) -> PathBuf {
    path.split('/').fold(folder.to_path_buf(), |place, step| place.join(step))
}

/// The SHA-256 of `bytes` in hexadecimal digits.
fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn is_sum(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a path cannot lead out of its folder, on any system.
fn is_inside(path: &str) -> bool {
    path.split('/').all(|step| !matches!(step, "" | "." | "..") && !step.contains(['\\', ':', '\0']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let files = |text: &str| Files::from([(".nojekyll".to_owned(), Vec::new()), ("a/b c.html".to_owned(), text.into())]);
        let list = List::of(&files("eins")).with(&List::of(&files("zwei")));
        let folder = std::env::temp_dir().join(format!("zeitlupe-list-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a new folder");
        list.save(&folder).expect("a new file");
        assert_eq!(List::read(&folder).expect("it was just written"), Some(list.clone()));
        let text = fs::read_to_string(folder.join(LIST)).expect("it was just written");
        assert!(text.contains("\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  .nojekyll\n"), "{text}");
        assert_eq!(fs::read_dir(&folder).expect("it is there").count(), 1, "nothing unfinished is left");
        assert!(list.holds("a/b c.html", b"eins") && list.holds("a/b c.html", b"zwei") && !list.holds("a/b c.html", b"drei"));
        fs::remove_dir_all(&folder).expect("made by this test");
        assert_eq!(List::read(&folder).expect("there is no list"), None);
    }

    #[test]
    fn only_a_file_of_the_same_kind_is_replaced() {
        let path = std::env::temp_dir().join(format!("zeitlupe-kind-{}", std::process::id()));
        may_replace(&path, *b"ABCD").expect("nothing is there");
        fs::write(&path, "ABCD and more").expect("the temporary folder can be written");
        may_replace(&path, *b"ABCD").expect("a file of this kind");
        let said = may_replace(&path, *b"ABCE").expect_err("another kind").to_string();
        assert!(said.contains("nothing was changed"), "{said}");
        fs::remove_file(&path).expect("made by this test");
    }

    #[test]
    fn a_list_never_leads_out_of_its_folder() {
        let sum = sum(b"");
        for path in ["../a", "a/../../b", "/etc/passwd", "a//b", "./a", "C:/a", "a\\..\\..\\b", ""] {
            let said = List::parse(&format!("{sum}  {path}\n")).expect_err(path).to_string();
            assert!(said.contains("in line 1"), "{said}");
        }
        assert!(List::parse("Written by `cargo xtask site`, which may empty this folder.\n").is_err());
        assert_eq!(List::parse("\n# nothing yet\n").expect("no file is named"), List::default());
    }
}
