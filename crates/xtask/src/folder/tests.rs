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
    assert!(said.iter().any(|line| line == "error: a.txt: expected at most 50 MB, found more"), "{said:#?}");
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

#[cfg(unix)]
#[test]
fn only_regular_files_are_read() {
    let folder = Folder::with(&[("gut.txt", GOOD)]);
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("rohr.txt")).status().expect("mkfifo is there");
    assert!(made.success());
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("dose.html")).expect("a new socket");
    let reading = folder.read();
    let said = problems(&folder, &reading);
    assert_eq!(
        said,
        ["error: dose.html: expected a file, found a socket: left out", "error: rohr.txt: expected a file, found a named pipe: left out"]
    );
    assert_eq!(reading.articles.len(), 1);
    let alone = read_all(&folder.path().join("rohr.txt"));
    assert!(
        problems(&folder, &alone).iter().any(|line| line == "error: rohr.txt: expected a file, found a named pipe: left out"),
        "{alone:?}"
    );
}

#[cfg(unix)]
#[test]
fn links_lead_only_to_the_same_folder() {
    use std::os::unix::fs::symlink;
    let other = Folder::with(&[("geheim.txt", GOOD), ("b/c.txt", GOOD)]);
    let folder = Folder::with(&[("ordner/gut.txt", GOOD)]);
    let link = |to: &Path, name: &str| symlink(to, folder.path().join(name)).expect("links can be made");
    link(Path::new("ordner/gut.txt"), "innen.txt");
    link(Path::new("selbst.txt"), "selbst.txt");
    link(&other.path().join("geheim.txt"), "aussen.txt");
    link(&other.path().join("b"), "ordner/aussen");
    link(Path::new("/dev/zero"), "null.txt");
    let reading = folder.read();
    let files: Vec<_> = reading.articles.iter().map(|article| article.meta.file.as_str()).collect();
    assert_eq!(files, ["innen.txt", "ordner/gut.txt"]);
    let said = problems(&folder, &reading);
    for name in ["aussen.txt", "null.txt", "ordner/aussen"] {
        let begin = format!("error: {name}: expected a link to something in this folder, found one to /");
        assert!(said.iter().any(|line| line.starts_with(&begin) && line.ends_with("left out; to include it, copy it here")), "{said:#?}");
    }
    assert!(said.iter().any(|line| line.starts_with("error: selbst.txt: expected a file that can be read")), "{said:#?}");
    // The folder itself may be a link.
    let linked = read_all(&{
        let path = other.path().join("verweis");
        symlink(folder.path(), &path).expect("links can be made");
        path
    });
    assert_eq!(linked.articles.len(), 2);
}

#[test]
fn the_files_of_a_site_are_not_articles() {
    let folder = Folder::with(&[("a.txt", GOOD), ("raum/eigener.txt", GOOD)]);
    let site = zeitlupe_site::Files::from([("artikel/a.html".to_owned(), GOOD.to_vec()), ("notiz.txt".to_owned(), GOOD.to_vec())]);
    for place in ["", "raum"] {
        for (name, bytes) in &site {
            let path = folder.path().join(place).join(name);
            std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the temporary folder can be written");
            std::fs::write(path, bytes).expect("the temporary folder can be written");
        }
        List::of(&site).save(&folder.path().join(place)).expect("the temporary folder can be written");
    }
    let reading = folder.read();
    let files: Vec<_> = reading.articles.iter().map(|article| article.meta.file.as_str()).collect();
    assert_eq!(files, ["a.txt", "raum/eigener.txt"]);
    let said = problems(&folder, &reading);
    assert!(said.iter().all(|line| line.starts_with("note: ") && line.contains("found a site")) && said.len() == 2, "{said:#?}");
}

#[test]
fn a_site_of_an_earlier_version_is_left_out() {
    let mark = b"Written by `cargo xtask site`, which may empty this folder.\n";
    let folder = Folder::with(&[("a.txt", GOOD), ("raum/.zeitlupe-site", mark), ("raum/b.html", GOOD)]);
    let reading = folder.read();
    assert_eq!((reading.articles.len(), reading.count(Severity::Error)), (1, 1), "{:?}", reading.problems);
}

#[test]
fn a_reading_room_as_one_file_is_not_an_article() {
    let page = b"<!DOCTYPE html><p>Ein Satz.</p><script type=\"text/plain\" id=\"app.wasm\">";
    let folder = Folder::with(&[("a.txt", GOOD), ("raum.HTML", page)]);
    let reading = folder.read();
    assert_eq!(problems(&folder, &reading), ["note: raum.HTML: expected an article, found a reading room as one file: left out"]);
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
