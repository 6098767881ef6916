//! What to measure: articles, or a site made from them.

use crate::folder::read_all;
use crate::site::{self, corpus};
use crate::tools::Toolbox;
use anyhow::{Context, Result, bail};
use bpaf::Bpaf;
use std::path::{Path, PathBuf};
use zeitlupe_core::article::Article;

/// The articles to measure with.
#[derive(Clone, Debug, Bpaf)]
#[bpaf(generate(articles))]
pub struct Articles {
    /// A folder of articles, or a file FILE.jsonl or FILE.jsonl.gz
    #[bpaf(argument("DIR|FILE"), fallback("seeds".into()))]
    articles: PathBuf,
    /// Only the first of them
    #[bpaf(argument("N"))]
    first: Option<usize>,
}

impl Articles {
    /// Reads the articles; it is an error if there are none.
    pub fn read(&self) -> Result<Vec<Article>> {
        let mut articles = read(&self.articles)?;
        articles.truncate(self.first.unwrap_or(usize::MAX));
        Ok(articles)
    }
}

/// The site to measure with.
#[derive(Clone, Debug, Bpaf)]
#[bpaf(generate(site))]
pub struct Site {
    /// A folder of articles, or a file FILE.jsonl or FILE.jsonl.gz
    #[bpaf(argument("DIR|FILE"), fallback("seeds".into()))]
    articles: PathBuf,
    /// A site built from them earlier
    #[bpaf(argument("DIR"))]
    site: Option<PathBuf>,
}

impl Site {
    /// Reads the articles of the site; it is an error if there are none.
    pub fn read(&self) -> Result<Vec<Article>> {
        read(&self.articles)
    }

    /// The absolute path of the site, which is built in `out` unless one was given.
    pub fn folder(&self, out: PathBuf) -> Result<PathBuf> {
        if let Some(site) = &self.site {
            return existing(site);
        }
        let corpus = corpus::read(&self.articles, None, false)?;
        let shell = crate::app::build_shell(&Toolbox::for_release()?)?;
        println!("{}", site::folder(&shell, &corpus.content(), &out)?);
        Ok(out)
    }
}

fn read(path: &Path) -> Result<Vec<Article>> {
    let articles = read_all(path).articles;
    if articles.is_empty() {
        bail!("expected articles in {}, found none", path.display());
    }
    Ok(articles)
}

fn existing(site: &Path) -> Result<PathBuf> {
    let whole = std::path::absolute(site).with_context(|| format!("cannot find {}", site.display()))?;
    if !whole.join("index.html").is_file() {
        bail!("expected a site with index.html in {}, found none", site.display());
    }
    Ok(whole)
}
