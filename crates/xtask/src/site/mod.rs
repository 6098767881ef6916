//! `cargo xtask site`: writes the release site of any articles, as a folder or as one file.

pub mod corpus;
pub mod write;

use crate::app::{build_shell, shell};
use crate::tools::{Toolbox, project};
use anyhow::{Context, Result, anyhow, bail};
use bpaf::Bpaf;
use std::path::{Path, PathBuf};
use std::time::Instant;
use zeitlupe_site::{Content, Files, Rights, Shell, SiteUrl};

/// The options of this command.
#[derive(Clone, Debug, Bpaf)]
pub struct Options {
    /// A folder of articles, or a file FILE.jsonl or FILE.jsonl.gz; default: seeds/
    #[bpaf(argument("DIR|FILE"))]
    articles: Option<PathBuf>,
    /// The folder or HTML file to write; default: site/
    #[bpaf(argument("DIR"))]
    out: Option<PathBuf>,
    /// The title of the collection
    #[bpaf(argument("T"))]
    title: Option<String>,
    /// Where the site will be published, for canonical addresses and a sitemap
    #[bpaf(argument("ADDRESS"))]
    url: Option<String>,
    /// Refuse articles whose licence does not allow publication in full
    public: bool,
    /// With --public, publish excerpts of these articles instead
    reduce: bool,
    /// Write one HTML file that contains everything
    single_file: bool,
    /// Write one HTML file with everything, for use in class
    class: bool,
    /// Fail on an error or a warning in the articles
    strict: bool,
    /// Use an app that was compiled earlier
    #[bpaf(argument("DIR"))]
    shell: Option<PathBuf>,
}

/// Builds the app in release mode, reads and analyses the articles, and writes the site. `--shell` uses a compiled app from a folder.
///
/// `--public` refuses articles that may not be published in full, or makes excerpts of them with `--reduce`. `--class` writes one file
/// with everything, for use in class. `--url` is the address of the site, for canonical addresses and a site map.
pub fn command(options: Options) -> Result<()> {
    let start = Instant::now();
    let rights = rights(&options)?;
    let is_single = options.single_file || options.class;
    let url = options.url.as_deref().map(SiteUrl::parse).transpose().context("--url")?;
    if is_single && url.is_some() {
        bail!("--url is only for a folder: a single file has no address");
    }
    let articles = options.articles.unwrap_or_else(|| project().join("seeds"));
    let out = options.out.unwrap_or_else(|| project().join("site"));
    // Report bad articles before the slow part.
    let corpus = corpus::read_for(&articles, options.title.as_deref(), options.strict, rights)?;
    let shell = match &options.shell {
        Some(folder) => shell::read(folder)?,
        None => build_shell(&Toolbox::for_release()?)?,
    };
    let content = Content { url: url.as_ref(), class: options.class, ..corpus.content() };
    if !is_single && url.is_none() {
        println!("no --url: canonical addresses and site map are not written");
    }
    let written = if is_single { single_file(&shell, &content, &out)? } else { folder(&shell, &content, &out)? };
    println!("{written}, in {}", launch::clock(start.elapsed()));
    Ok(())
}

/// The rights according to the options.
fn rights(options: &Options) -> Result<Rights> {
    match (options.public, options.reduce, options.class) {
        (true, _, true) => Err(anyhow!("--public and --class exclude each other: what is for a class is not for everyone")),
        (false, true, _) => Err(anyhow!("--reduce goes with --public")),
        (true, true, _) => Ok(Rights::Reduced),
        (true, false, _) => Ok(Rights::Public),
        (false, false, _) => Ok(Rights::Unasked),
    }
}

/// Writes the site as a folder; returns a summary.
pub fn folder(shell: &Shell, content: &Content, out: &Path) -> Result<String> {
    let files = zeitlupe_site::folder(shell, content)?;
    replace(out, &files)?;
    let bytes: usize = files.values().map(Vec::len).sum();
    Ok(format!("{} files, {} kB, in {}", files.len(), bytes.div_ceil(1000), out.display()))
}

/// Writes the site as one file: `out` itself if it ends in `.html`, else `index.html` in the folder `out`.
pub fn single_file(shell: &Shell, content: &Content, out: &Path) -> Result<String> {
    let page = zeitlupe_site::single(shell, content)?.into_bytes();
    let bytes = page.len();
    if out.extension().is_some_and(|ending| ending == "html") {
        write::replace_page(out, &page)?;
    } else {
        replace(out, &Files::from([("index.html".to_owned(), page)]))?;
    }
    Ok(format!("one file, {} kB, at {}", bytes.div_ceil(1000), out.display()))
}

/// Writes a folder, and says which files stay there.
fn replace(out: &Path, files: &Files) -> Result<()> {
    for name in write::replace(out, files)? {
        println!("{}: no part of the site any more, but changed since it was written: it stays", out.join(name).display());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_that_exclude_each_other_are_rejected() {
        let said = |line: &str| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let options = bpaf::Parser::to_options(options()).run_inner(&words[..]).expect(line);
            format!("{:#}", command(options).expect_err(line))
        };
        assert!(said("--public --class").contains("exclude each other"));
        assert!(said("--reduce").contains("goes with --public"));
        assert!(said("--single-file --url https://example.org/").contains("only for a folder"));
        assert!(said("--url example.org").contains("https://"));
    }
}
