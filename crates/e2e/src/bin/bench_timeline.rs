//! Measures the timeline in Chromium: `bench_timeline FOLDER`, with the folder of a release site.
//!
//! `cargo xtask bench timeline` builds the site, sets Chromium and its driver in the environment, and runs this. Everything is measured in
//! one run of one browser, together with a plain page of the same number of nodes for comparison.

use serde_json::Value;
use std::path::Path;
use std::process::ExitCode;
use zeitlupe_e2e::browser::{Browser, SessionOptions};
use zeitlupe_e2e::page::Page;
use zeitlupe_e2e::place::SUB_PATH;
use zeitlupe_e2e::server::Server;
use zeitlupe_e2e::settings::Kind;

/// From the click on "Zeit", with the data loaded, to the frame after the drawing; `again` times, going to the front page in between.
const DRAW: &str = "(async () => {
    const frame = () => new Promise((ready) => requestAnimationFrame(() => setTimeout(ready)));
    const until = async (test) => { while (!test()) await new Promise((ready) => setTimeout(ready)); };
    const took = [];
    for (let n = 0; n < AGAIN; n++) {
        location.hash = '#/';
        await until(() => !document.querySelector('.timeline'));
        await frame();
        const begin = performance.now();
        location.hash = '#/zeit?zeichnung';
        await until(() => document.querySelector('.chart svg a'));
        await frame();
        took.push(performance.now() - begin);
    }
    return took;
})()";

/// Frames while the window moves: one step per frame, by the address, like a key or button.
const MOVE: &str = "(async () => {
    const frame = () => new Promise((ready) => requestAnimationFrame(ready));
    const day = (n) => new Date(Date.UTC(YEAR, 0, 1) + n * 864e5).toISOString().slice(0, 10);
    const took = [];
    let last = await frame();
    for (let n = 0; n < 90; n++) {
        location.hash = '#/zeit?zeichnung&fenster=' + day(n * STEP) + ',' + day(n * STEP + LENGTH);
        const now = await frame();
        took.push(now - last);
        last = now;
    }
    return took.slice(5);
})()";

/// The same number of elements, recreated in each frame without the app.
const PLAIN: &str = "(async () => {
    const frame = () => new Promise((ready) => requestAnimationFrame(ready));
    const svg = document.querySelector('.chart svg.plot'), nodes = svg.querySelectorAll('*').length, took = [];
    const box = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    document.body.append(box);
    let last = await frame();
    for (let n = 0; n < 60; n++) {
        box.replaceChildren(...Array.from({ length: nodes }, (_, at) => {
            const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
            for (const [key, value] of [['x', at + n], ['y', at], ['width', 9], ['height', 9]]) rect.setAttribute(key, value);
            return rect;
        }));
        const now = await frame();
        took.push(now - last);
        last = now;
    }
    box.remove();
    return took.slice(5);
})()";

/// How often the drawing is opened.
const AGAIN: &str = "9";

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: bench_timeline FOLDER");
        return ExitCode::FAILURE;
    };
    match run(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(folder: &Path) -> Result<(), String> {
    let server = Server::start_hosted(folder, SUB_PATH)?;
    let page = Page { browser: Browser::start(Kind::Chromium, SessionOptions::default())? };
    page.resize(1440, 900);
    page.load(&format!("{}#/zeit?zeichnung", server.base()));
    page.wait("document.querySelector('.chart svg a') && true");
    page.wait("document.querySelector('.timeline').getAttribute('aria-busy') === 'false'");
    let all = page.text(".timeline [role=status]");
    let nodes = page.count(".chart svg.plot, .chart svg.plot *");
    let sent = page.run("return performance.getEntriesByType('resource').filter((e) => /timeline|told|cast/.test(e.name)).map((e) => e.name.split('/').pop() + ' ' + e.encodedBodySize);", Vec::new());
    println!("{all}; {nodes} nodes in the drawing");
    for part in sent.as_array().into_iter().flatten().filter_map(Value::as_str) {
        println!("  {part} bytes");
    }
    show("drawn after, ms", &page.promised(&DRAW.replace("AGAIN", AGAIN)));
    let year = page.string("(document.querySelector('.chart text.upper').textContent.match(/\\d{4}/) || ['2020'])[0]");
    for (name, step, length) in
        [("a month, day by day", "1", "31"), ("a year, week by week", "7", "366"), ("ten years, month by month", "30", "3652")]
    {
        let script = MOVE.replace("YEAR", &year).replace("STEP", step).replace("LENGTH", length);
        show(&format!("frame while moving {name}, ms"), &page.promised(&script));
    }
    show("frame with as many plain nodes made anew, ms", &page.promised(PLAIN));
    Ok(())
}

/// Prints median, 95th percentile and maximum of a list of numbers.
fn show(what: &str, times: &Value) {
    let mut times: Vec<f64> = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times.get(((times.len() as f64 - 1.0) * share).round() as usize).copied().unwrap_or(f64::NAN);
    println!("{what:<48} median {:>6.1}  95 of 100 {:>6.1}  worst {:>6.1}  (n {})", at(0.5), at(0.95), at(1.0), times.len());
}
