//! A page that breaks every rule: all violations must be detected, or the other tests prove nothing.

use crate::suite::Suite;
use std::time::Instant;
use zeitlupe_e2e::page::{Page, TIMEOUT};
use zeitlupe_e2e::place::{Place, SUB_PATH, SingleFile};
use zeitlupe_e2e::process::POLL_INTERVAL;
use zeitlupe_e2e::server::Server;
use zeitlupe_e2e::watch;

const BAD: &str = r#"<!doctype html><html><head><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="img-src data:"></head><body>
<button>Schlimmes tun</button><p style="color:#eee;background:#fff">kaum zu lesen</p>
<script>
document.querySelector("button").addEventListener("click", () => {
    console.error("laut gesagt");
    localStorage.setItem("behalten", "ja");
    document.cookie = "auch=ja";
    new Image().src = "bild.png";
    fetch("http://fremd.example/x").catch(() => 0);
    fetch("fehlt.bin");
    setTimeout(() => { throw new Error("geworfen"); });
});
</script></body></html>"#;

/// What must be detected, and a part of its message.
const EXPECTED: [(&str, &str); 7] = [
    ("an error in the console", "laut gesagt"),
    ("an error thrown", "geworfen"),
    ("a breach of the policy", "policy: img-src"),
    ("a foreign request", "http://fremd.example/x"),
    ("a missing file", "404 for /some/sub/path/fehlt.bin"),
    ("something in the storage", "in localStorage"),
    ("a cookie", "in cookies"),
];

/// The name of the case.
pub const CASE: &str = "the watch hears of everything bad";

/// Runs the case of this file, which leaves data in the browser.
pub fn run(suite: &Suite) {
    suite.case("bad page", CASE, || hears(suite.page(), &suite.settings.axe));
}

fn hears(page: &Page, axe: &str) {
    let file = SingleFile::write(BAD.as_bytes(), &format!("{}-bad", page.kind().name())).expect("the system's folder can be written to");
    let place = Place::Served(Server::start(&file.folder(), SUB_PATH).expect("a port is free"));
    watch::forget(page, &place);
    page.load(&place.url(""));
    watch::listen_now(page);
    page.click("button");
    let begin = Instant::now();
    let mut heard = Vec::new();
    loop {
        heard.extend(watch::complaints(page, &place));
        heard.sort();
        heard.dedup();
        let silent = |words: &str| !heard.iter().any(|line: &String| line.contains(words));
        let missed: Vec<_> = EXPECTED.iter().filter(|(_, words)| silent(words)).map(|(what, _)| *what).collect();
        if missed.is_empty() {
            break;
        }
        assert!(begin.elapsed() < TIMEOUT, "nothing was heard of {}, only\n  {}", missed.join(", "), heard.join("\n  "));
        std::thread::sleep(POLL_INTERVAL);
    }
    let barriers = watch::barriers(page, axe);
    assert!(barriers.iter().any(|line| line.starts_with("color-contrast")), "axe has missed grey on white: {barriers:?}");
}
