//! `cargo xtask bench search`: our search in a browser, compared with other ways to search the same articles.
//!
//! This prepares the site, the pages of the other searches, and the queries. The program `bench_search` of the crate `zeitlupe-e2e`, which
//! can drive a browser, then measures and prints.

mod peers;
pub(super) mod sample;

use super::choice::{self, Site};
use super::{cost, relevance};
use crate::site::write;
use crate::tools::{browsers, project, run, target};
use anyhow::{Context, Result, anyhow, bail};
use bpaf::Bpaf;
use peers::Peer;
use sample::Random;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;
use zeitlupe_site::Files;

/// The options of this command.
#[derive(Clone, Debug, Bpaf)]
pub struct Options {
    #[bpaf(external(choice::site))]
    site: Site,
    /// Judged queries to type; without it, words of the articles
    #[bpaf(argument("FILE"))]
    queries: Option<PathBuf>,
    /// How often everything is measured
    #[bpaf(argument("N"), fallback(3))]
    rounds: u32,
}

/// The number of keystrokes to time, and of further queries to measure.
const KEYSTROKES: usize = 300;
const MORE: usize = 30;

/// The seed, so that each run uses the same sample.
const SEED: u64 = 2026;

/// The classes of judged queries that are typed letter by letter; the others are phrases.
const TYPED: [&str; 6] = ["a", "b", "c", "d", "e", "g"];

/// Measures the search over the articles (default `seeds`) in Chromium, compared with a plain scan, MiniSearch and Pagefind.
///
/// The site is built from the articles, unless `--site` names a built one. `--queries` is a file of judged queries as for `relevance`;
/// without it, words of the articles are typed.
pub fn command(options: Options) -> Result<()> {
    let rounds = options.rounds;
    if rounds == 0 {
        bail!("expected at least 1 after --rounds, found 0");
    }
    let browser = browsers::find("chromium").map_err(|reason| anyhow!("Chromium cannot be had: {reason:#}"))?;
    let articles = options.site.read()?;
    let texts: Vec<String> = articles.iter().map(|article| article.text.to_lowercase()).collect();
    let queries = options.queries.as_deref().map_or_else(|| Ok(cost::queries(&texts)), typed)?;
    let work = target().join("bench").join("search");
    let work = std::path::absolute(&work).with_context(|| format!("cannot find {}", work.display()))?;
    let ours = options.site.folder(work.join("zeitlupe"))?;
    let mut contenders = vec![Peer { name: "zeitlupe", folder: ours }];
    contenders.extend(peers::prepare(&articles, &work)?);
    let empty = work.join("empty");
    write::replace(&empty, &Files::from([("index.html".to_owned(), include_bytes!("peers/empty.html").to_vec())]))?;

    let mut chance = Random(SEED);
    let keystrokes = chance.draw(sample::keystrokes(&queries), KEYSTROKES);
    let words = sample::words(&queries);
    let first = rounds as usize;
    let words = chance.draw(words, first + MORE);
    if words.len() <= first {
        bail!("expected more than {first} different words of four letters in the queries, found {}", words.len());
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
    std::fs::write(&file, plan.to_string()).with_context(|| format!("cannot write {}", file.display()))?;
    println!(
        "{} articles, {:.2} MB of text",
        articles.len(),
        articles.iter().map(|article| article.text.len()).sum::<usize>() as f64 / 1e6
    );
    let mut measure = Command::new("cargo");
    measure.args(["run", "--package", "zeitlupe-e2e", "--bin", "bench_search", "--"]).arg(&file).current_dir(project());
    measure.env("ZEITLUPE_BROWSERS", browser.name).envs(browser.variables());
    let status = run::shown("compiling the measurement", &mut measure)?;
    if status.success() { Ok(()) } else { Err(anyhow!("the measurement ended with {status}")) }
}

/// The queries of a judged file that are typed letter by letter.
fn typed(path: &Path) -> Result<Vec<String>> {
    let judged = relevance::read(path)?;
    let typed: Vec<String> = judged.into_iter().filter(|one| TYPED.contains(&one.class.as_str())).map(|one| one.query).collect();
    if typed.is_empty() {
        bail!("expected queries of the classes {} in {}, found none", TYPED.join(", "), path.display());
    }
    Ok(typed)
}
