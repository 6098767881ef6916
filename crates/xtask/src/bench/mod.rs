//! `cargo xtask bench`: what things cost, as ratios within one run, and how good the search is.

mod audits;
mod cost;
mod relevance;
mod search;
mod timeline;

use crate::args::{Args, Spec};
use crate::errors::{Failure, Outcome};
use crate::folder::read_all;
use std::path::Path;
use zeitlupe_core::article::Article;

const SPEC: Spec = Spec {
    usage: "cargo xtask bench [--articles DIR-or-FILE] [--first N]\n       cargo xtask bench relevance --queries FILE [--articles DIR-or-FILE] [--first N] [--misses]\n       \
            cargo xtask bench search [--articles DIR-or-FILE] [--site DIR] [--queries FILE] [--rounds N]\n       \
            cargo xtask bench timeline [--articles DIR-or-FILE] [--site DIR]\n       \
            cargo xtask bench audits [--articles DIR-or-FILE] [--site DIR]",
    values: &["articles", "queries", "first"],
    switches: &["misses"],
    words: 1,
};

/// Without a word: the cost of the analysis and of searches over the articles (`seeds` unless given; with `--first` only so many of them),
/// beside plain work on the same text. With `relevance`: how well the judged queries of a file are answered; `--misses` lists the others.
/// With `search`: what the search costs in a browser, beside others. With `timeline`: how soon it is drawn there, and how smoothly it moves.
/// With `audits`: what Lighthouse says of the site.
pub fn command(args: &[String]) -> Outcome {
    if let Some(rest) = args.strip_prefix(&["search".to_owned()]) {
        return search::command(rest);
    }
    if let Some(rest) = args.strip_prefix(&["timeline".to_owned()]) {
        return timeline::command(rest);
    }
    if let Some(rest) = args.strip_prefix(&["audits".to_owned()]) {
        return audits::command(rest);
    }
    let args = Args::parse(args, &SPEC)?;
    let articles = articles(&args)?;
    match args.words.first().map(String::as_str) {
        None => cost::run(articles),
        Some("relevance") => {
            let queries = args.value("queries").ok_or_else(|| Failure::new(format!("expected --queries FILE\nusage: {}", SPEC.usage)))?;
            relevance::run(articles, Path::new(queries), args.switch("misses"))
        }
        Some(other) => Err(Failure::new(format!("unknown benchmark {other:?}\nusage: {}", SPEC.usage))),
    }
}

fn articles(args: &Args) -> Result<Vec<Article>, Failure> {
    let path = args.value("articles").unwrap_or("seeds");
    let mut articles = read_all(Path::new(path)).articles;
    if let Some(first) = args.number("first")? {
        articles.truncate(first as usize);
    }
    if articles.is_empty() { Err(Failure::new(format!("expected articles in {path}, found none"))) } else { Ok(articles) }
}
