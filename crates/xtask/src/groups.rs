//! `cargo xtask groups`: which articles report the same event.

use crate::folder::read_all;
use anyhow::{Result, bail};
use bpaf::Bpaf;
use serde::Serialize;
use std::path::{Path, PathBuf};
use zeitlupe_core::article::Article;
use zeitlupe_core::bundle::Bundle;
use zeitlupe_core::day::Day;
use zeitlupe_core::group::{Group, read_groups};
use zeitlupe_core::part::PartKey;
use zeitlupe_core::room::question;
use zeitlupe_site::{Source, prepare};

/// The options of this command.
#[derive(Clone, Debug, Bpaf)]
pub struct Options {
    /// A folder of articles, or a file FILE.jsonl or FILE.jsonl.gz
    #[bpaf(argument("DIR|FILE"), fallback("seeds".into()))]
    articles: PathBuf,
    /// Print JSON, one line for each group
    json: bool,
}

/// Prints the groups of the articles (default `seeds`) that report the same event, with their titles and reasons.
pub fn command(options: Options) -> Result<()> {
    let Options { articles, json } = options;
    let reading = read_all(&articles);
    check(&articles, &reading.articles)?;
    let built = prepare(reading, &zeitlupe_site::Options::default(), &mut |_| ())?;
    let rows = rows(&built.bundle, &built.articles)?;
    for row in &rows {
        if json {
            println!("{}", serde_json::to_string(row).map_err(anyhow::Error::msg)?);
        } else {
            print(row);
        }
    }
    eprintln!("{} articles, {} groups", built.articles.len(), rows.len());
    Ok(())
}

/// An error if there are no articles.
pub fn check(path: &Path, articles: &[Article]) -> Result<()> {
    if articles.is_empty() {
        bail!("expected articles in {}, found none", path.display());
    }
    Ok(())
}

/// A group as it is printed.
#[derive(Serialize)]
pub struct Row {
    place: Option<String>,
    day: Option<String>,
    named: Vec<String>,
    articles: Vec<Member>,
    names: Vec<String>,
    words: Vec<String>,
}

#[derive(Serialize)]
struct Member {
    id: String,
    title: String,
    date: Option<String>,
    source: Option<String>,
}

/// The groups of an analysed corpus.
pub fn rows(bundle: &Bundle, articles: &[Article]) -> Result<Vec<Row>> {
    let source = Source::open(bundle)?;
    let payloads = source.ask(question::Payloads(vec![PartKey::Groups]))?;
    let groups = payloads.first().map(|payload| read_groups(payload)).transpose()?.unwrap_or_default();
    Ok(groups.into_iter().map(|group| row(group, articles)).collect())
}

fn row(group: Group, articles: &[Article]) -> Row {
    let member = |n: &u32| {
        let article = &articles[*n as usize];
        let meta = &article.meta;
        Member { id: meta.id.clone(), title: article.label(), date: meta.date.as_ref().map(|date| date.iso()), source: meta.source.clone() }
    };
    Row {
        place: group.title.place,
        day: group.title.day.map(Day::iso),
        named: group.title.named,
        articles: group.articles.iter().map(member).collect(),
        names: group.why.names,
        words: group.why.words,
    }
}

/// Prints a group.
pub fn print(row: &Row) {
    let place: Vec<&str> = [&row.place, &row.day].into_iter().flatten().map(String::as_str).collect();
    println!("\n{}: {}", place.join(", "), row.named.join(", "));
    println!("  names: {}; words: {}", row.names.join(", "), row.words.join(", "));
    for Member { id, title, date, source } in &row.articles {
        println!("  {id}, {}, {}: {title}", date.as_deref().unwrap_or("no date"), source.as_deref().unwrap_or("no source"));
    }
}
