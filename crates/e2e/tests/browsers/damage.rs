//! Truncated, foreign or missing data, and browsers without workers.

use crate::room::{Room, WORD};
use crate::suite::Suite;
use serde_json::json;
use std::path::Path;
use zeitlupe_e2e::place::Place;
use zeitlupe_e2e::server::{Change, Server};
use zeitlupe_e2e::settings::Kind;
use zeitlupe_e2e::watch;

/// The arguments of a case: the room, its server, and the folder of the site.
type Case = (&'static str, fn(&Room, &Server, &Path));

const GROUP: &str = "damaged";

pub const CASES: &[Case] = &[
    ("a truncated base part leaves a readable page, and repairing it helps", cut_base),
    ("a foreign base part leaves a readable page, and repairing it helps", foreign_base),
    ("without the texts the names are still shown, and repairing helps", no_texts),
    ("without the index the articles can still be read", no_index),
    ("a truncated or changed wasm is reported, and the articles can be read", cut_wasm),
    ("an app that crashes says so, and can be reloaded", broken_down),
];

/// Browsers that lack something, and the script that simulates it. The room still opens.
const FAILURES: &[(&str, &str)] = &[
    ("a page without workers works", "window.Worker = function () { throw new Error('no workers here'); };"),
    (
        "a worker that fails is replaced",
        "window.Worker = class extends EventTarget {
            constructor() { super(); setTimeout(() => this.onerror && this.onerror(new Event('error')), 50); }
            postMessage() {}
            terminate() {}
        };",
    ),
    ("a worker that never answers is replaced", "window.Worker = class extends EventTarget { postMessage() {} terminate() {} };"),
    (
        // Only for the loader: the driver also waits for frames.
        "a page that is never drawn starts",
        "const ask = window.requestAnimationFrame;
        window.requestAnimationFrame = () => { window.requestAnimationFrame = ask; return 0; };",
    ),
];

/// Runs the cases of this file, on a server of their own.
pub fn run(suite: &Suite) {
    let names = || CASES.iter().map(|case| case.0).chain(FAILURES.iter().map(|case| case.0));
    if !suite.wants_any(GROUP, names()) {
        return;
    }
    let place = Place::Served(suite.server());
    let Place::Served(server) = &place else { return };
    // Cached files would hide the damage.
    server.withhold("sw.js");
    let room = Room::new(suite.page(), &place, &suite.settings.axe);
    for (name, case) in CASES {
        suite.case(GROUP, name, || {
            server.reset();
            case(&room, server, &suite.settings.site);
        });
    }
    server.reset();
    if suite.kind == Kind::Chromium {
        // Only Chromium can run a script before the page's own.
        for (name, script) in FAILURES {
            suite.case(GROUP, name, || failing(&room, script));
        }
    }
}

/// The paths of the files in a folder of the site with this prefix and suffix; at least one.
fn files(site: &Path, folder: &str, begin: &str, end: &str) -> Vec<String> {
    let entries = std::fs::read_dir(site.join(folder)).expect("a site has files");
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut paths: Vec<String> =
        names.filter(|name| name.starts_with(begin) && name.ends_with(end)).map(|name| format!("{folder}{name}")).collect();
    paths.sort();
    assert!(!paths.is_empty(), "the site has no {folder}{begin}*{end}");
    paths
}

/// The first part of the bundle with this prefix.
fn part(site: &Path, name: &str) -> String {
    files(site, "data/", name, "").swap_remove(0)
}

/// The app's file with this ending.
fn app(site: &Path, end: &str) -> String {
    files(site, "", "app-", end).swap_remove(0)
}

/// Opens a view without waiting for it.
fn open(room: &Room, fragment: &str) {
    room.page.load(&room.place.url(fragment));
}

/// The page shows the error; after repairing the file, the button recovers.
fn readable_and_mended(room: &Room, server: &Server, part: &str) {
    let page = room.page;
    page.wait_for(".fault button", 1);
    let text = page.text(".fault");
    assert!(text.contains("Das ging nicht") && text.contains(part), "{text}");
    assert!(!text.contains("panicked") && !text.contains("undefined"), "{text}");
    let barriers = watch::barriers(page, room.axe);
    assert!(barriers.is_empty(), "{barriers:?}");
    // Still broken: retrying must not make it worse. A mark distinguishes the first message from the second.
    page.run("document.querySelector('.fault').dataset.first = ''; return null;", Vec::new());
    page.click(".fault button");
    page.wait_for(".fault:not([data-first]) button", 1);
    server.reset();
    page.click(".fault button");
    page.wait_gone(".fault");
}

fn cut_base(room: &Room, server: &Server, site: &Path) {
    let base = part(site, "base");
    for length in [0, 1, 20, 200] {
        server.change(&base, Change::CutAfter(length));
        open(room, "#/");
        readable_and_mended(room, server, "base");
        room.page.wait_for(".story", 1);
    }
}

fn foreign_base(room: &Room, server: &Server, site: &Path) {
    let base = part(site, "base");
    for bytes in [b"<!doctype html><title>Bitte anmelden</title>".to_vec(), vec![0xff; 4000]] {
        server.change(&base, Change::Replaced(bytes));
        open(room, "#/namen");
        readable_and_mended(room, server, "base");
        room.page.wait_for(".names tbody tr", 1);
    }
}

fn no_texts(room: &Room, server: &Server, site: &Path) {
    let page = room.page;
    open(room, "#/");
    room.stands();
    let best = room.best();
    server.change(&part(site, "articles"), Change::Gone);
    open(room, "#/namen");
    page.wait_for(".names tbody tr", 1);
    assert_eq!(page.count(".fault"), 0);
    open(room, &format!("#/artikel/{best}"));
    readable_and_mended(room, server, "articles");
    page.wait_for("article .body p", 1);
}

fn no_index(room: &Room, server: &Server, site: &Path) {
    let page = room.page;
    for part in files(site, "data/", "index", "") {
        server.change(&part, Change::Gone);
    }
    open(room, "#/");
    page.wait_for(".story .teaser", 1);
    page.click(".story h2 a");
    page.wait_for("article .body p", 1);
    // A list of all articles needs no index, a search does. Next to the article, a line reports that its list is missing.
    page.wait_for(".list .hit-item", 1);
    page.type_into("#suche", "Nato");
    page.wait_for(".list .hitch button", 1);
    assert!(page.text(".list .hitch").contains("index"), "{}", page.text(".list .hitch"));
    page.wait_for("article .body p", 1);
    open(room, "#/suche?q=Nato");
    page.wait_for(".fault button", 1);
    server.reset();
    page.click(".fault button");
    page.wait_for(".hit-item mark", 1);
}

fn cut_wasm(room: &Room, server: &Server, site: &Path) {
    let page = room.page;
    let wasm = app(site, ".wasm.bin");
    for length in [3, 8, 5000] {
        server.change(&wasm, Change::CutAfter(length));
        open(room, "#/");
        page.wait_for(".boot-message", 1);
        let text = page.text(".boot-message");
        assert!(text.contains("ließen sich nicht starten") && (length < 5000 || text.contains("damaged or cut")), "{length}: {text}");
        page.wait_for("main article, main .static-list li", 1);
    }
    let mut flipped = std::fs::read(site.join(&wasm)).expect("the wasm");
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    server.change(&wasm, Change::Replaced(flipped));
    open(room, "#/");
    page.wait("document.querySelector('.boot-message')?.textContent.includes('damaged or cut')");
    server.reset();
    open(room, "#/");
    page.wait_for(".story", 1);
}

fn broken_down(room: &Room, server: &Server, site: &Path) {
    let page = room.page;
    let name = app(site, ".js");
    // A wasm that only traps, as after a crash; started by a script of the page.
    let trap = "\naddEventListener('trap', () => setTimeout(new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(
        [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]))).exports.f));";
    let mut glue = std::fs::read(site.join(&name)).expect("the glue");
    glue.extend_from_slice(trap.as_bytes());
    server.change(&name, Change::Replaced(glue));
    open(room, "#/zeit");
    room.stands();
    page.run("dispatchEvent(new Event('trap'));", Vec::new());
    page.wait("document.querySelector('.boot-message')?.textContent.includes('stehengeblieben')");
    page.click(".boot-message button");
    page.wait_gone(".boot-message");
    room.stands();
    assert!(page.fragment().starts_with("#/zeit"));
}

fn failing(room: &Room, script: &str) {
    let page = room.page;
    let added = page.browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    open(room, "#/");
    room.stands();
    page.type_into("#suche", WORD);
    page.wait_for(".hit-item mark", 1);
    page.click(".hit-item h3 a");
    page.wait_for("article .body mark", 1);
    page.browser.cdp("Page.removeScriptToEvaluateOnNewDocument", added);
}
