//! Whole folders, as they occur.

use super::*;
use std::sync::atomic::{AtomicU32, Ordering};

/// A good article.
const GOOD: &[u8] = "Guter Artikel\n\nDieser Artikel ist in Ordnung und wird in jedem Fall gelesen.".as_bytes();

/// A temporary folder that is removed when dropped.
struct Folder(PathBuf);

impl Folder {
    /// A new folder with these files; names may include folders.
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
        // Leftovers in the temporary folder are removed by the system.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The problems of a reading, without the path of the folder.
fn problems(folder: &Folder, reading: &Reading) -> Vec<String> {
    let root = shown(folder.path());
    reading.problems.iter().map(|problem| problem.to_string().replace(&format!("{root}/"), "").replace(&root, ".")).collect()
}

#[test]
fn nested_folders_are_read_but_hidden_ones_are_not() {
    let folder = Folder::with(&[("a.txt", GOOD), (".versteckt.txt", GOOD), (".git/x.txt", GOOD), ("b/c/d.txt", GOOD)]);
    let reading = folder.read();
    let files: Vec<_> = reading.articles.iter().map(|article| article.meta.file.as_str()).collect();
    assert_eq!((files, reading.problems.len()), (vec!["a.txt", "b/c/d.txt"], 0));
}

#[test]
fn a_missing_or_empty_folder_is_an_error() {
    let folder = Folder::with(&[("leer/.nichts", b"")]);
    for (path, words) in [("fehlt", "expected a folder that can be read"), ("leer", "found none")] {
        let reading = read_all(&folder.path().join(path));
        assert!(reading.articles.is_empty());
        assert!(
            reading.problems.iter().any(|problem| problem.severity == Severity::Error && problem.message.contains(words)),
            "{:?}",
            reading.problems
        );
    }
    let other = Folder::with(&[("a.doc", b"Text")]);
    let reading = read_all(&other.path().join("a.doc"));
    assert_eq!(reading.count(Severity::Error), 1, "{:?}", reading.problems);
}

#[test]
fn a_file_over_the_size_limit_is_an_error() {
    let folder = Folder::with(&[("zz-gut.txt", GOOD), ("a.txt", b"x")]);
    // A sparse file takes no disk space.
    let file = std::fs::OpenOptions::new().write(true).open(folder.path().join("a.txt")).expect("the file is there");
    file.set_len(50_000_002).expect("the temporary folder can be written");
    let reading = folder.read();
    let said = problems(&folder, &reading);
    assert!(said.iter().any(|line| line == "error: a.txt: expected at most 50 MB, found 51 MB"), "{said:#?}");
    assert_eq!(reading.articles.len(), 1);
}

#[cfg(unix)]
#[test]
fn broken_and_cyclic_links_do_no_harm() {
    use std::os::unix::fs::symlink;
    let folder = Folder::with(&[("a/x.txt", GOOD)]);
    symlink(folder.path(), folder.path().join("a/kreis")).expect("links can be made");
    symlink("nirgends.txt", folder.path().join("kaputt.txt")).expect("links can be made");
    let reading = folder.read();
    let said = problems(&folder, &reading);
    assert!(said.iter().any(|line| line.starts_with("warning: a/kreis: expected a folder of its own")), "{said:#?}");
    assert!(said.iter().any(|line| line.starts_with("error: kaputt.txt: expected a file that can be read")), "{said:#?}");
    assert_eq!(reading.articles.len(), 1);
}

#[test]
fn a_single_file_is_read_regardless_of_its_name() {
    let folder = Folder::with(&[("README.md", GOOD)]);
    let reading = read_all(&folder.path().join("README.md"));
    let article = &reading.articles[0];
    assert_eq!((article.meta.file.as_str(), article.meta.id.as_str(), problems(&folder, &reading).len()), ("README.md", "README", 0));
    let bad = Folder::with(&[("b.txt", b"")]);
    let reading = read_all(&bad.path().join("b.txt"));
    assert_eq!(problems(&bad, &reading), ["error: b.txt: expected text, found an empty file"]);
}
