//! `cargo xtask search`: the browser's search, on the command line.

use crate::folder::read_all;
use crate::site::corpus::failures;
use anyhow::{Result, bail};
use bpaf::Bpaf;
use serde::Serialize;
use std::path::PathBuf;
use zeitlupe_core::room::{Hit, SearchRequest, SearchView};
use zeitlupe_core::view::Summary;
use zeitlupe_site::{Source, prepare};

/// The options of this command.
#[derive(Clone, Debug, Bpaf)]
pub struct Options {
    /// A folder of articles, or a file FILE.jsonl or FILE.jsonl.gz
    #[bpaf(argument("DIR|FILE"), fallback("seeds".into()))]
    articles: PathBuf,
    /// The number of hits to print
    #[bpaf(argument("N"), fallback(10))]
    limit: u32,
    /// Print JSON
    json: bool,
    #[bpaf(positional("QUERY"))]
    query: String,
}

/// Searches the articles (default `seeds`) and prints the best hits; with `--json` as
/// `{"total", "hits": [{"id", "title", "date", "source", "score", "snippet"}]}`.
pub fn command(options: Options) -> Result<()> {
    let Options { articles, limit, json, query } = options;
    let reading = read_all(&articles);
    for problem in &reading.problems {
        eprintln!("{problem}");
    }
    if reading.articles.is_empty() {
        bail!("expected articles in {}, found none", articles.display());
    }
    let built = prepare(reading, &zeitlupe_site::Options::default(), &mut |_| ())?;
    for problem in failures(&articles, &built) {
        eprintln!("{problem}");
    }
    let view = search(&Source::open(&built.bundle)?, &query, limit, true)?;
    let rows = Rows { total: view.total, hits: view.hits.iter().map(row).collect() };
    if json {
        let line = serde_json::to_string(&rows).map_err(anyhow::Error::msg)?;
        println!("{line}");
    } else {
        print(&rows, &view);
    }
    Ok(())
}

/// Searches all articles, with the best passages if requested.
pub fn search(source: &Source, query: &str, limit: u32, passages: bool) -> Result<SearchView> {
    Ok(source.ask(SearchRequest { query: query.to_owned(), limit, passages, ..SearchRequest::default() })?)
}

#[derive(Serialize)]
struct Rows<'a> {
    total: u32,
    hits: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    title: &'a str,
    date: Option<String>,
    source: Option<&'a str>,
    score: f32,
    snippet: String,
}

fn row(hit: &Hit) -> Row<'_> {
    let Summary { id, label, date, source, .. } = &hit.summary;
    let snippet = hit.snippet.iter().map(|(piece, _)| piece.as_str()).collect();
    Row { id, title: label, date: date.as_ref().map(|date| date.iso()), source: source.as_deref(), score: hit.score, snippet }
}

fn print(rows: &Rows<'_>, view: &SearchView) {
    println!("{} articles, {} places", view.total, view.places);
    for understood in &view.understood {
        let forms = if understood.forms.is_empty() { "nothing".into() } else { understood.forms.join(", ") };
        println!("  {}: {forms}", understood.typed);
    }
    for Row { id, title, date, source, score, snippet } in &rows.hits {
        println!("\n{title}\n  {id}, {}, {}, {score:.2}\n  {snippet}", date.as_deref().unwrap_or("no date"), source.unwrap_or("no source"));
    }
}
