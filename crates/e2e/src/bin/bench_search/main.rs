//! Measures the search in the browser, compared with other ways to search the same articles: `bench_search PLAN.json`.
//!
//! `cargo xtask bench search` writes the plan, sets Chromium and its driver in the environment, and runs this.
//! Each contender is a folder with a page that installs `window.zeitlupe`: `ready`, a promise, and
//! `search(query, {limit})`, a promise of `{total, hits: [{id, title}]}`.
//!
//! | module | does |
//! | --- | --- |
//! | `plan` | reads what is to be measured |
//! | `visit` | opens one page in a fresh browser and asks |
//! | `memory` | how much memory the page's process holds |
//! | `figures` | medians and other quantiles, and the table |

mod figures;
mod memory;
mod plan;
mod visit;

use figures::{Row, quantile, table};
use plan::{Contender, Plan};
use std::path::Path;
use std::process::ExitCode;
use visit::{Sent, Visit};
use zeitlupe_e2e::place::SUB_PATH;
use zeitlupe_e2e::server::Server;

/// How many of the slowest keystrokes are listed.
const SLOWEST: usize = 3;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: bench_search PLAN.json");
        return ExitCode::FAILURE;
    };
    match run(Path::new(&path)) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(path: &Path) -> Result<String, String> {
    let plan = plan::read(path)?;
    let empty = Server::start_hosted(&plan.empty, SUB_PATH)?;
    let servers = plan.contenders.iter().map(|contender| Server::start_hosted(&contender.folder, SUB_PATH));
    let servers = servers.collect::<Result<Vec<Server>, String>>()?;
    // Files cached in idle time for offline reading are no cost of a search, and must not be used instead of the server.
    servers.iter().for_each(|server| server.withhold("sw.js"));
    let mut visits: Vec<Vec<Visit>> = servers.iter().map(|_| Vec::new()).collect();
    for (server, Contender { name, .. }) in servers.iter().zip(&plan.contenders) {
        println!("{name}: a first look, so that the server has read and compressed everything");
        visit::look(server, &plan)?;
    }
    for round in 0..plan.rounds {
        // The order rotates.
        for at in (0..servers.len()).map(|n| (n + round) % servers.len()) {
            let visit = visit::measure(&servers[at], &empty, &plan, round)?;
            println!(
                "round {} of {}, {}: {} keystrokes in {:.1} s",
                round + 1,
                plan.rounds,
                plan.contenders[at].name,
                visit.keystrokes.len(),
                visit.keystrokes.iter().map(|keystroke| keystroke.took).sum::<f64>() / 1000.0
            );
            visits[at].push(visit);
        }
    }
    Ok(report(&plan, &visits))
}

/// The table of all figures, with explanations.
fn report(plan: &Plan, visits: &[Vec<Visit>]) -> String {
    let timed = visits.iter().flatten().map(|visit| visit.keystrokes.len()).min().unwrap_or_default();
    let known = plan.keystrokes[..timed].iter().filter(|keystroke| keystroke.known).count();
    let names: Vec<&str> = plan.contenders.iter().map(|contender| contender.name.as_str()).collect();
    let figures: Vec<Figures> = visits.iter().map(|rounds| Figures { rounds, plan, timed }).collect();
    let row = |what: &str, decimals: usize, value: &dyn Fn(&Figures) -> Option<f64>| Row {
        what: what.to_owned(),
        decimals,
        values: figures.iter().map(value).collect(),
    };
    let bytes = |sent: &Sent| sent.bytes as f64 / 1000.0;
    let requests = |sent: &Sent| sent.requests as f64;
    let rows = [
        row("sent until ready, kB", 1, &|f| f.median(|visit| Some(bytes(&visit.until_ready)))),
        row("  requests", 0, &|f| f.median(|visit| Some(requests(&visit.until_ready)))),
        row("sent until the first answer, kB", 1, &|f| f.median(|visit| Some(bytes(&visit.until_answer)))),
        row("  requests", 0, &|f| f.median(|visit| Some(requests(&visit.until_answer)))),
        row("ready after, ms", 0, &|f| f.median(|visit| Some(visit.ready))),
        row("first query, cold, ms", 2, &|f| f.median(|visit| Some(visit.first))),
        row("ready and first query, ms", 0, &|f| f.median(|visit| Some(visit.ready + visit.first))),
        row("one more query, not cached, kB: median", 1, &|f| f.more(0.5, |more| bytes(&more.sent))),
        row("  most", 1, &|f| f.more(1.0, |more| bytes(&more.sent))),
        row("  requests: median", 0, &|f| f.more(0.5, |more| requests(&more.sent))),
        row("  most", 0, &|f| f.more(1.0, |more| requests(&more.sent))),
        row("  ms: median", 2, &|f| f.more(0.5, |more| more.took)),
        row("  most", 2, &|f| f.more(1.0, |more| more.took)),
        row("a keystroke, warm, ms: median", 2, &|f| f.keystroke(0.5)),
        row("  95 of 100", 2, &|f| f.keystroke(0.95)),
        row("  99 of 100", 2, &|f| f.keystroke(0.99)),
        row("  worst", 2, &|f| f.keystroke(1.0)),
        row("known, but without a result", 0, &|f| f.without_result()),
        row("memory after the first answer, MB", 1, &|f| f.median(|visit| Some(visit.memory_first?.all))),
        row("  without mapped files", 1, &|f| f.median(|visit| Some(visit.memory_first?.own))),
        row("memory after the keystrokes, MB", 1, &|f| f.median(|visit| Some(visit.memory_last?.all))),
        row("  without mapped files", 1, &|f| f.median(|visit| Some(visit.memory_last?.own))),
    ];
    let slowest: String =
        figures.iter().zip(&names).map(|(figures, name)| format!("Slowest with {name}: {}\n", figures.slowest().join(", "))).collect();
    format!(
        "\n{}\n{slowest}Medians of {} rounds, each in a fresh browser. Bytes are those of the bodies as they are sent, text in gzip form.\n\
         {timed} keystrokes, the same for all, {known} of them on the way to words that one article has.\n\
         Memory is that of the page's process (PSS) beyond an empty page; mapped files are the browser's own program.",
        table(&names, &rows),
        plan.rounds
    )
}

/// All rounds of one contender.
struct Figures<'a> {
    rounds: &'a [Visit],
    plan: &'a Plan,
    /// The number of keystrokes that all contenders answered in all rounds.
    timed: usize,
}

impl Figures<'_> {
    fn median(&self, value: impl Fn(&Visit) -> Option<f64>) -> Option<f64> {
        quantile(self.rounds.iter().filter_map(value).collect(), 0.5)
    }

    /// A quantile of the further queries, each by its median over the rounds.
    fn more(&self, share: f64, value: impl Fn(&visit::More) -> f64) -> Option<f64> {
        let queries = 0..self.plan.more.len();
        quantile(queries.filter_map(|query| self.median(|visit| Some(value(&visit.more[query])))).collect(), share)
    }

    /// How long a keystroke took: its median over the rounds.
    fn took(&self, at: usize) -> Option<f64> {
        self.median(|visit| Some(visit.keystrokes[at].took))
    }

    /// A quantile of the keystrokes.
    fn keystroke(&self, share: f64) -> Option<f64> {
        quantile((0..self.timed).filter_map(|at| self.took(at)).collect(), share)
    }

    /// The slowest keystrokes.
    fn slowest(&self) -> Vec<String> {
        let mut all: Vec<(f64, &str)> =
            (0..self.timed).filter_map(|at| Some((self.took(at)?, self.plan.keystrokes[at].text.as_str()))).collect();
        all.sort_by(|a, b| b.0.total_cmp(&a.0));
        all.into_iter().take(SLOWEST).map(|(took, text)| format!("{text:?} {took:.1} ms")).collect()
    }

    /// The number of keystrokes that should have found something and did not.
    fn without_result(&self) -> Option<f64> {
        let answered = self.rounds.first()?.keystrokes[..self.timed].iter().zip(&self.plan.keystrokes);
        Some(answered.filter(|(answer, keystroke)| keystroke.known && answer.total == 0).count() as f64)
    }
}
