//! What is replaced, what is refused, and what stays.

use super::*;
use std::sync::atomic::{AtomicU32, Ordering};

/// A page with everything.
fn page() -> String {
    let reading = zeitlupe_ingest::read([("a.txt", &b"Ein Satz."[..])]);
    let built = zeitlupe_site::prepare(reading, &zeitlupe_site::Options::default(), &mut |_| ()).expect("one article");
    let listing = zeitlupe_site::Listing::of(&built.bundle).expect("a whole bundle");
    let content = zeitlupe_site::Content::new(&built, &listing);
    zeitlupe_site::single(&zeitlupe_site::Shell::default(), &content).expect("everything is in memory")
}

/// A temporary folder that is removed when dropped.
struct Out(PathBuf);

impl Out {
    /// A folder with these files; none if there are no files.
    fn with(files: &[(&str, &str)]) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let out = Self(std::env::temp_dir().join(format!("zeitlupe-write-{}-{number}", std::process::id())));
        for (name, text) in files {
            out.put(name, text);
        }
        out
    }

    fn put(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("the temporary folder can be written");
        fs::write(path, text).expect("the temporary folder can be written");
    }

    /// The text of a file; empty if there is none.
    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_default()
    }

    fn replace(&self, files: &[(&str, &str)]) -> Result<Vec<String>> {
        replace(&self.0, &files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect())
    }

    /// The message with which these files are refused, after which everything is as it was.
    fn refused(&self, files: &[(&str, &str)]) -> String {
        let before = self.all();
        let message = self.replace(files).expect_err("something is in the way").to_string();
        assert!(message.contains("nothing was changed"), "{message}");
        assert_eq!(self.all(), before);
        message
    }

    /// All files with their bytes.
    fn all(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut all = Vec::new();
        let mut folders = vec![self.0.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("it is there") {
                let path = entry.expect("it is there").path();
                if path.is_dir() { folders.push(path) } else { all.push((path.clone(), fs::read(path).expect("it is there"))) }
            }
        }
        all.sort();
        all
    }
}

impl Drop for Out {
    fn drop(&mut self) {
        // Leftovers in the temporary folder are removed by the system.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_output_of_an_earlier_run_is_replaced() {
    let out = Out::with(&[]);
    out.replace(&[("index.html", "1"), ("data/old.bin", "1"), ("only/here/old.html", "1")]).expect("a new folder");
    let kept = out.replace(&[("index.html", "2"), ("data/new.bin", "2")]).expect("our own folder");
    assert_eq!((out.text("index.html"), out.text("data/new.bin"), kept.len()), ("2".into(), "2".into(), 0));
    assert!(!out.0.join("data/old.bin").exists() && !out.0.join("only").exists());
    assert_eq!(out.all().len(), 3, "two files and the list: {:?}", out.all());
    out.replace(&[("index.html/a", "3")]).expect("an old file is where a folder goes");
    assert_eq!(out.all().len(), 2, "a file and the list: {:?}", out.all());
}

#[test]
fn files_beside_the_site_stay() {
    let out = Out::with(&[(".git/config", "mine"), (".zeitlupe-site", "")]);
    let mine = [(".git/config", "mine"), ("CNAME", "mine"), ("artikel/eigener.html", "mine"), ("articles/a.txt", "mine")];
    mine.iter().for_each(|(name, text)| out.put(name, text));
    out.replace(&[("index.html", "1"), ("artikel/a.html", "1")]).expect("nothing is in the way");
    out.replace(&[("index.html", "2")]).expect("nothing is in the way");
    for (name, text) in mine {
        assert_eq!(out.text(name), text, "{name}");
    }
    assert!(!out.0.join("artikel/a.html").exists());
}

#[test]
fn a_folder_of_other_files_is_not_written_to() {
    let out = Out::with(&[("thesis.txt", "years of work")]);
    assert!(out.refused(&[("index.html", "1")]).contains("thesis.txt"));
    let hidden = Out::with(&[(".git/config", "mine")]);
    hidden.replace(&[("index.html", "1")]).expect("a new branch of git has no other files");
}

#[test]
fn a_file_in_the_way_is_refused_by_name() {
    let out = Out::with(&[(".zeitlupe-site", ""), ("zeit.html", "mine"), ("data/x", "mine")]);
    let message = out.refused(&[("index.html", "1"), ("zeit.html", "1"), ("data", "1")]);
    assert!(message.contains("zeit.html") && message.contains("data") && !message.contains("index.html"), "{message}");
}

#[test]
fn a_file_that_was_changed_is_not_replaced() {
    let out = Out::with(&[]);
    out.replace(&[("index.html", "1"), ("old.html", "1")]).expect("a new folder");
    out.put("index.html", "corrected by hand");
    let message = out.refused(&[("index.html", "2")]);
    assert!(message.contains("index.html (changed since it was written)"), "{message}");
    out.put("index.html", "1");
    out.put("old.html", "corrected by hand");
    assert_eq!(out.replace(&[("index.html", "2")]).expect("nothing is in the way"), ["old.html"]);
    assert_eq!((out.text("index.html"), out.text("old.html")), ("2".into(), "corrected by hand".into()));
    assert_eq!(out.replace(&[("index.html", "3")]).expect("nothing is in the way").len(), 0, "it is told once");
}

#[test]
fn an_interrupted_run_is_repeated() {
    let out = Out::with(&[]);
    out.replace(&[("index.html", "1"), ("old.html", "1")]).expect("a new folder");
    // The list is written, and some of the files.
    let new = Files::from([("index.html".to_owned(), b"2".to_vec()), ("a/b.html".to_owned(), b"2".to_vec())]);
    let both = List::read(&out.0).expect("it was just written").expect("it was just written").with(&List::of(&new));
    both.save(&out.0).expect("our own folder");
    out.put("a/b.html", "2");
    out.put(".zeitlupe-unfinished", "2");
    out.replace(&[("index.html", "3"), ("a/b.html", "3")]).expect("everything there is ours");
    assert_eq!((out.text("index.html"), out.text("a/b.html"), out.all().len()), ("3".into(), "3".into(), 3));
}

#[test]
fn the_folder_of_an_earlier_version_is_not_touched() {
    let out = Out::with(&[(".zeitlupe-site", "Written by `cargo xtask site`, which may empty this folder.\n"), ("index.html", "old")]);
    let failure = out.replace(&[("index.html", "1")]).expect_err("there is no list");
    assert!(format!("{failure:#}").contains("delete the folder"), "{failure:#}");
    assert_eq!(out.text("index.html"), "old");
}

#[cfg(unix)]
#[test]
fn links_are_never_followed() {
    use std::os::unix::fs::symlink;
    let other = Out::with(&[("a.bin", "mine")]);
    let out = Out::with(&[(".zeitlupe-site", "")]);
    symlink(other.0.join("a.bin"), out.0.join("index.html")).expect("links can be made");
    symlink(&other.0, out.0.join("data")).expect("links can be made");
    let message = out.refused(&[("index.html", "1"), ("data/a.bin", "1")]);
    assert!(message.contains("data, index.html"), "{message}");
    // Even if the list names the file behind the link.
    let list = List::of(&Files::from([("data/a.bin".to_owned(), b"mine".to_vec())]));
    list.save(&out.0).expect("our own folder");
    fs::remove_file(out.0.join("index.html")).expect("made by this test");
    assert_eq!(out.replace(&[("index.html", "1")]).expect("nothing is in the way"), ["data/a.bin"]);
    assert_eq!(other.text("a.bin"), "mine");
}

#[test]
fn a_page_replaces_only_a_page_of_this_program() {
    let out = Out::with(&[("thesis.html", "<!DOCTYPE html><p>years of work</p>")]);
    let page = page();
    let message = replace_page(&out.0.join("thesis.html"), page.as_bytes()).expect_err("it is not ours").to_string();
    assert!(message.contains("thesis.html") && message.contains("nothing was changed"), "{message}");
    assert_eq!(out.text("thesis.html"), "<!DOCTYPE html><p>years of work</p>");
    let new = out.0.join("new/room.html");
    replace_page(&new, page.as_bytes()).expect("nothing is there");
    replace_page(&new, page.as_bytes()).expect("our own page");
    assert_eq!(fs::read(&new).expect("it was just written"), page.as_bytes());
    assert!(replace_page(&out.0.join("new"), page.as_bytes()).is_err(), "it is a folder");
}
