//! The other searches: one folder each, with a page and its index. They are for this comparison only and never ship.

use crate::site::write;
use crate::tools::{MINISEARCH, PAGEFIND, STEMMER, package_file, run, which};
use anyhow::{Context, Result, anyhow};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::process::Command;
use zeitlupe_core::article::{Article, Role};
use zeitlupe_site::Files;

/// The page of each; the script next to it installs `window.zeitlupe`, as our page does.
const PAGE: &str = include_str!("peers/peer.html");

/// An article as given to the other searches.
#[derive(Serialize)]
struct Plain<'a> {
    id: &'a str,
    title: String,
    text: String,
}

/// Another search.
pub struct Peer {
    /// Its name.
    pub name: &'static str,
    /// The folder to serve.
    pub folder: PathBuf,
}

/// Writes the pages and indexes of all peers below `work`; one that cannot be installed is reported and skipped.
///
/// # Errors
/// If the pages cannot be written.
pub fn prepare(articles: &[Article], work: &Path) -> Result<Vec<Peer>> {
    let texts = texts(articles)?;
    let mut peers = vec![scan(texts, work)?];
    let articles_file = peers[0].folder.join(ARTICLES);
    for (name, make) in [("minisearch", minisearch as fn(&Path, &Path) -> Result<()>), ("pagefind", pagefind)] {
        let folder = work.join(name);
        match make(&folder, &articles_file) {
            Ok(()) => peers.push(Peer { name, folder }),
            Err(reason) => println!("measured without {name}: {reason:#}"),
        }
    }
    Ok(peers)
}

/// The file with all texts, in the folder of the scan.
const ARTICLES: &str = "articles.json";

fn texts<'a>(articles: &'a [Article]) -> Result<Vec<u8>> {
    let plain = |article: &'a Article| {
        let Article { meta, text, sections, .. } = article;
        let lines: Vec<&str> = sections.iter().filter(|section| section.role != Role::Title).map(|section| section.span.of(text)).collect();
        Plain { id: &meta.id, title: article.label(), text: lines.join("\n") }
    };
    serde_json::to_vec(&articles.iter().map(plain).collect::<Vec<_>>()).context("cannot write the articles as JSON")
}

fn scan(texts: Vec<u8>, work: &Path) -> Result<Peer> {
    let folder = work.join("scan");
    let files = [("index.html", PAGE), ("main.mjs", include_str!("peers/scan.mjs"))];
    let mut files = shown(&files);
    files.insert(ARTICLES.into(), texts);
    write::replace(&folder, &files)?;
    Ok(Peer { name: "scan", folder })
}

fn minisearch(folder: &Path, articles: &Path) -> Result<()> {
    let mut files = shown(&[
        ("index.html", PAGE),
        ("main.mjs", include_str!("peers/minisearch.mjs")),
        ("options.mjs", include_str!("peers/minisearch-options.mjs")),
        ("build.mjs", include_str!("peers/minisearch-build.mjs")),
    ]);
    for (name, package, steps) in [
        ("minisearch.mjs", &MINISEARCH, ["minisearch", "dist", "es", "index.js"]),
        ("stemmer.mjs", &STEMMER, ["@orama", "stemmers", "dist", "de.js"]),
    ] {
        let path = package_file(package, &steps)?;
        files.insert(name.into(), std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?);
    }
    write::replace(folder, &files)?;
    node("building MiniSearch's index", folder, &[articles])
}

fn pagefind(folder: &Path, articles: &Path) -> Result<()> {
    let files =
        [("index.html", PAGE), ("main.mjs", include_str!("peers/pagefind.mjs")), ("build.mjs", include_str!("peers/pagefind-build.mjs"))];
    let entry = package_file(&PAGEFIND, &["pagefind", "lib", "index.js"])?;
    write::replace(folder, &shown(&files))?;
    node("building Pagefind's index", folder, &[articles, &entry])
}

fn shown(files: &[(&str, &str)]) -> Files {
    files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

/// Runs the script `build.mjs` of a folder.
fn node(doing: &str, folder: &Path, arguments: &[&Path]) -> Result<()> {
    let node = which("node").ok_or_else(|| anyhow!("expected the program node on the PATH, found none: install Node.js"))?;
    let mut command = Command::new(node);
    command.arg(folder.join("build.mjs")).args(arguments);
    run::quietly(doing, &mut command)
}
