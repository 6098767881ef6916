//! `cargo xtask bench search`: our search in a browser, beside other ways to search the same articles in the same browser.
//!
//! Here everything is made ready: the site, the pages of the others, the queries. The program `bench_search` of the crate
//! `zeitlupe-e2e`, which can drive a browser, then measures and prints.

mod peers;
mod sample;

use super::{articles, cost, relevance};
use crate::args::{Args, Spec};
use crate::errors::{Context, Failure, Outcome};
use crate::site::{self, corpus, write};
use crate::tools::{Toolbox, browsers, project, run, target};
use peers::Peer;
use sample::Chance;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;
use zeitlupe_site::assemble::Files;

const SPEC: Spec = Spec {
    usage: "cargo xtask bench search [--articles DIR-or-FILE] [--site DIR] [--queries FILE] [--rounds N]",
    values: &["articles", "site", "queries", "rounds"],
    switches: &[],
    words: 0,
};

/// How often everything is measured where `--rounds` does not say.
const ROUNDS: u32 = 3;

/// Keystrokes that are timed, and queries whose further cost is counted.
const KEYSTROKES: usize = 300;
const MORE: usize = 30;

/// What makes each run draw the same.
const SEED: u64 = 2026;

/// The classes of judged queries that people type letter by letter; the others are phrases.
const TYPED: [&str; 6] = ["a", "b", "c", "d", "e", "g"];

/// Measures the search over the articles (`seeds` unless given) in Chromium, beside a plain scan, MiniSearch and Pagefind.
///
/// The site is built from the articles, unless `--site` names one that was. `--queries` names judged queries, as for `relevance`;
/// without it, words of the articles are typed.
pub fn command(args: &[String]) -> Outcome {
    let args = Args::parse(args, &SPEC)?;
    let rounds = args.number("rounds")?.unwrap_or(ROUNDS);
    if rounds == 0 {
        return Err(Failure::new("expected at least 1 after --rounds, found 0"));
    }
    let browser = browsers::find("chromium").map_err(|reason| Failure::new(format!("Chromium cannot be had: {reason}")))?;
    let articles = articles(&args)?;
    let texts: Vec<String> = articles.iter().map(|article| article.text.to_lowercase()).collect();
    let queries = args.value("queries").map_or_else(|| Ok(cost::queries(&texts)), |path| typed(Path::new(path)))?;
    let work = target().join("bench").join("search");
    let work = std::path::absolute(&work).context(|| format!("cannot find {}", work.display()))?;
    let ours = match args.value("site") {
        Some(site) => existing(Path::new(site))?,
        None => build(args.value("articles").unwrap_or("seeds"), work.join("zeitlupe"))?,
    };
    let mut contenders = vec![Peer { name: "zeitlupe", folder: ours }];
    contenders.extend(peers::prepare(&articles, &work)?);
    let empty = work.join("empty");
    write::replace(&empty, &Files::from([("index.html".to_owned(), include_bytes!("peers/empty.html").to_vec())]))?;

    let mut chance = Chance(SEED);
    let keystrokes = chance.draw(sample::keystrokes(&queries), KEYSTROKES);
    let words = sample::words(&queries);
    let first = rounds as usize;
    let words = chance.draw(words, first + MORE);
    if words.len() <= first {
        return Err(Failure::new(format!(
            "expected more than {first} different words of four letters in the queries, found {}",
            words.len()
        )));
    }
    let plan = json!({
        "rounds": rounds,
        "empty": empty,
        "contenders": contenders.iter().map(|Peer { name, folder }| json!({ "name": name, "folder": folder })).collect::<Vec<_>>(),
        "first": words[..first],
        "more": words[first..],
        "keystrokes": keystrokes.iter().map(|typed| json!({ "text": typed, "known": sample::is_known(typed, &texts) })).collect::<Vec<_>>(),
    });
    let file = work.join("plan.json");
    std::fs::write(&file, plan.to_string()).context(|| format!("cannot write {}", file.display()))?;
    println!(
        "{} articles, {:.2} MB of text",
        articles.len(),
        articles.iter().map(|article| article.text.len()).sum::<usize>() as f64 / 1e6
    );
    let mut measure = Command::new("cargo");
    measure.args(["run", "--package", "zeitlupe-e2e", "--bin", "bench_search", "--"]).arg(&file).current_dir(project());
    measure.env("ZEITLUPE_BROWSERS", browser.name).env("ZEITLUPE_BROWSER", &browser.program).env("ZEITLUPE_DRIVER", &browser.driver);
    let status = run::shown("compiling the measurement", &mut measure)?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("the measurement ended with {status}"))) }
}

/// The queries of a judged file that are typed letter by letter.
fn typed(path: &Path) -> Result<Vec<String>, Failure> {
    let judged = relevance::read(path)?;
    let typed: Vec<String> = judged.into_iter().filter(|one| TYPED.contains(&one.class.as_str())).map(|one| one.query).collect();
    if typed.is_empty() {
        return Err(Failure::new(format!("expected queries of the classes {} in {}, found none", TYPED.join(", "), path.display())));
    }
    Ok(typed)
}

/// The whole path of a site that stands already.
pub(super) fn existing(site: &Path) -> Result<PathBuf, Failure> {
    let whole = std::path::absolute(site).context(|| format!("cannot find {}", site.display()))?;
    if whole.join("index.html").is_file() {
        Ok(whole)
    } else {
        Err(Failure::new(format!("expected a site with index.html in {}, found none", site.display())))
    }
}

pub(super) fn build(articles: &str, out: PathBuf) -> Result<PathBuf, Failure> {
    let corpus = corpus::read(Path::new(articles), None, false)?;
    let shell = site::build_shell(&Toolbox::for_building()?)?;
    println!("{}", site::folder(&shell, &corpus.content(), &out)?);
    Ok(out)
}
