//! `cargo xtask search`: the search of the browser, on the command line.

use crate::args::{Args, Spec};
use crate::errors::{Failure, Outcome};
use crate::folder::read_all;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;
use zeitlupe_core::article::Article;
use zeitlupe_core::bundle::{Corpus, build_corrected};
use zeitlupe_core::compare::date_by_shared_passages;
use zeitlupe_core::entity::Correction;
use zeitlupe_core::part::PartKey;
use zeitlupe_core::room::{Answer, Hit, Reply, Request, Room, SearchRequest, SearchView};
use zeitlupe_core::view::Summary;

const SPEC: Spec = Spec {
    usage: "cargo xtask search [--articles DIR-or-FILE] QUERY [--limit N] [--json]",
    values: &["articles", "limit"],
    switches: &["json"],
    words: 1,
};

/// Searches the articles (`seeds` unless given) and prints the best hits; with `--json` as
/// `{"total", "hits": [{"id", "title", "date", "source", "score", "snippet"}]}`.
pub fn command(args: &[String]) -> Outcome {
    let args = Args::parse(args, &SPEC)?;
    let query = args.words.first().ok_or_else(|| Failure::new(format!("expected a query\nusage: {}", SPEC.usage)))?;
    let limit = args.number("limit")?.unwrap_or(10);
    let path = args.value("articles").unwrap_or("seeds");
    let reading = read_all(Path::new(path));
    for problem in &reading.problems {
        eprintln!("{problem}");
    }
    if reading.articles.is_empty() {
        return Err(Failure::new(format!("expected articles in {path}, found none")));
    }
    let corrections: Vec<_> = reading.corrections.into_iter().map(|(_, correction)| correction).collect();
    let mut room = MemoryRoom::new(reading.articles, &corrections)?;
    let view = room.search(query, limit, true)?;
    let rows = Rows { total: view.total, hits: view.hits.iter().map(row).collect() };
    if args.switch("json") {
        let line = serde_json::to_string(&rows).map_err(|error| Failure::new(error.to_string()))?;
        println!("{line}");
    } else {
        print(&rows, &view);
    }
    Ok(())
}

/// A room whose parts are all in memory.
pub struct MemoryRoom {
    room: Room,
    parts: BTreeMap<PartKey, Vec<u8>>,
}

impl MemoryRoom {
    /// Analyses articles the way the site does, with corrections of their names, and opens what came out.
    pub fn new(articles: Vec<Article>, corrections: &[Correction]) -> Result<Self, Failure> {
        let mut corpus = Corpus { articles, pages: zeitlupe_ingest::pages(), ..Corpus::default() };
        date_by_shared_passages(&mut corpus);
        let parts: BTreeMap<PartKey, Vec<u8>> = build_corrected(&corpus, corrections, &mut |_| ()).parts.into_iter().collect();
        let base = parts.get(&PartKey::Base).map_or(&[][..], Vec::as_slice);
        let room = Room::open(base).map_err(|damage| Failure::new(damage.to_string()))?;
        Ok(Self { room, parts })
    }

    /// Searches in all articles; with the best passages, if they are asked for.
    pub fn search(&mut self, query: &str, limit: u32, passages: bool) -> Result<SearchView, Failure> {
        let request = Request::Search(SearchRequest { query: query.to_owned(), limit, passages, ..SearchRequest::default() });
        match self.ask(&request)? {
            Reply::Search(view) => Ok(view),
            _ => Err(Failure::new("expected a search to be answered by hits")),
        }
    }

    /// Asks, and feeds the parts that are needed.
    pub fn ask(&mut self, request: &Request) -> Result<Reply, Failure> {
        loop {
            match self.room.ask(request).map_err(|fault| Failure::new(format!("{fault:?}")))? {
                Answer::Ready(reply) => return Ok(reply),
                Answer::Needs(keys) => {
                    for key in keys {
                        let bytes = self.parts.get(&key).ok_or_else(|| Failure::new(format!("expected the part {}", key.name())))?;
                        self.room.feed(key, bytes.clone()).map_err(|damage| Failure::new(format!("{}: {damage}", key.name())))?;
                    }
                }
            }
        }
    }
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
