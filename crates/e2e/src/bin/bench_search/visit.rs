//! One visit: a fresh browser opens the page of one contender and asks.

use crate::memory::{self, Memory};
use crate::plan::Plan;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use zeitlupe_e2e::browser::{Browser, SessionOptions};
use zeitlupe_e2e::page::Page;
use zeitlupe_e2e::place::SUB_PATH;
use zeitlupe_e2e::server::Server;
use zeitlupe_e2e::settings::Kind;

/// Runs in the page before its own scripts.
const WATCH: &str = include_str!("watch.js");

/// After this time, no further keystroke is started; those answered by all contenders count.
const TIME_LIMIT: Duration = Duration::from_secs(60);

/// The number of keystrokes timed before the browser reports.
const BATCH: usize = 10;

/// What the server sent.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sent {
    /// Bytes of the bodies.
    pub bytes: usize,
    /// Requests.
    pub requests: usize,
}

/// A further query.
#[derive(Clone, Copy, Debug)]
pub struct More {
    /// What was sent for it.
    pub sent: Sent,
    /// How long it took, in ms.
    pub took: f64,
}

/// A keystroke and its answer.
#[derive(Clone, Copy, Debug)]
pub struct Keystroke {
    /// How long it took, in ms.
    pub took: f64,
    /// The number of hits.
    pub total: u64,
}

/// The measurements of one visit; times in ms, memory in MB above an empty page.
#[derive(Debug)]
pub struct Visit {
    /// From the navigation until a query is possible.
    pub ready: f64,
    /// What was sent until then.
    pub until_ready: Sent,
    /// The first query, from the question to the answer.
    pub first: f64,
    /// What was sent from the navigation until then.
    pub until_answer: Sent,
    /// Further queries, each with an empty cache.
    pub more: Vec<More>,
    /// The keystrokes, after each was typed once.
    pub keystrokes: Vec<Keystroke>,
    /// After the first answer.
    pub memory_first: Option<Memory>,
    /// After all keystrokes.
    pub memory_last: Option<Memory>,
}

/// Opens the page and asks every query of the plan once.
///
/// # Errors
/// If the browser does not start, or an answer is invalid.
pub fn look(server: &Server, plan: &Plan) -> Result<(), String> {
    let page = open(server)?;
    number(&page, "benchReady")?;
    for query in plan.first.iter().chain(&plan.more) {
        ask(&page, query)?;
    }
    Ok(())
}

/// Measures everything in one visit.
///
/// # Errors
/// If the browser does not start, or an answer is invalid.
pub fn measure(server: &Server, empty: &Server, plan: &Plan, round: usize) -> Result<Visit, String> {
    let page = open(empty)?;
    let before = held(&page);
    sent(server);
    page.load(server.base());
    let ready = number(&page, "benchReady")?;
    let until_ready = sent(server);
    let first = ask(&page, &plan.first[round])?.took;
    let then = sent(server);
    let until_answer = Sent { bytes: until_ready.bytes + then.bytes, requests: until_ready.requests + then.requests };
    let beyond = |page: &Page| {
        let (now, before) = (held(page)?, before?);
        Some(Memory { all: now.all - before.all, own: now.own - before.own })
    };
    let memory_first = beyond(&page);
    let mut more = Vec::new();
    for query in &plan.more {
        page.browser.cdp("Network.clearBrowserCache", json!({}));
        let took = ask(&page, query)?.took;
        more.push(More { sent: sent(server), took });
    }
    let warmed = type_all(&page, plan, plan.keystrokes.len(), Some(TIME_LIMIT))?.len();
    let keystrokes = type_all(&page, plan, warmed, None)?;
    Ok(Visit { ready, until_ready, first, until_answer, more, keystrokes, memory_first, memory_last: beyond(&page) })
}

fn open(server: &Server) -> Result<Page, String> {
    let page = Page { browser: Browser::start(Kind::Chromium, SessionOptions { without_request_log: true, ..SessionOptions::default() })? };
    page.browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }));
    page.load(server.base());
    Ok(page)
}

/// What was sent since the last call, without the icon that browsers request from the root of a server.
fn sent(server: &Server) -> Sent {
    let log: Vec<_> = server.take_log().into_iter().filter(|asked| asked.path.starts_with(SUB_PATH)).collect();
    Sent { bytes: log.iter().map(|asked| asked.bytes).sum(), requests: log.len() }
}

/// The memory of the page's process after garbage collection.
fn held(page: &Page) -> Option<Memory> {
    page.browser.cdp("HeapProfiler.collectGarbage", json!({}));
    memory::of_page(page.browser.driver.process.id())
}

fn ask(page: &Page, query: &str) -> Result<Keystroke, String> {
    let answers = ask_all(page, &[query])?;
    answers.first().copied().ok_or_else(|| format!("{query:?}: expected an answer, found none"))
}

/// Types the first `count` keystrokes of the plan, and stops early after `limit`.
fn type_all(page: &Page, plan: &Plan, count: usize, limit: Option<Duration>) -> Result<Vec<Keystroke>, String> {
    let begin = Instant::now();
    let mut answers = Vec::new();
    for batch in plan.keystrokes[..count].chunks(BATCH) {
        if limit.is_some_and(|limit| begin.elapsed() > limit) {
            break;
        }
        answers.extend(ask_all(page, &batch.iter().map(|keystroke| keystroke.text.as_str()).collect::<Vec<_>>())?);
    }
    Ok(answers)
}

/// Asks one query after the other, each after the previous answer.
fn ask_all(page: &Page, queries: &[&str]) -> Result<Vec<Keystroke>, String> {
    let answers = page.promised(&format!("benchAsk({})", json!(queries)));
    let read = |answer: &Value| Some(Keystroke { took: answer.get(0)?.as_f64()?, total: answer.get(1)?.as_u64()? });
    let list = answers.as_array().and_then(|list| list.iter().map(read).collect::<Option<Vec<_>>>());
    list.ok_or_else(|| format!("{queries:?}: expected times and totals, found {answers}"))
}

fn number(page: &Page, expression: &str) -> Result<f64, String> {
    let value = page.promised(expression);
    value.as_f64().ok_or_else(|| format!("{expression} of {}: expected a number, found {value}", page.string("location.href")))
}
