//! Truncated, foreign or missing data, and browsers without workers.

use crate::corrections;
use crate::room::{Room, WORD, saved};
use crate::suite::Suite;
use serde_json::json;
use std::collections::BTreeSet;
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
    ("without the names every view that needs them says so", no_names),
    ("without the titles notes are not said to belong to no article", no_titles),
    ("whatever part is missing, no view waits for ever or says that there is nothing", each_part),
    ("without the app's script a file is said to be missing", no_script),
    ("a truncated or changed wasm is reported, and the articles can be read", cut_wasm),
    ("without the code of a view it says so, and repairing helps", no_views),
    ("an app that crashes says so, and can be reloaded", broken_down),
    ("a room whose worker crashes says so, and goes on in another one", worker_stopped),
];

/// Browsers that lack something, and the script that simulates it. The room still opens.
const FAILURES: &[(&str, &str)] = &[
    ("a page without workers works", "window.Worker = function () { throw new Error('no workers here'); };"),
    (
        "a worker that fails is replaced",
        "window.Worker = class extends EventTarget {
            constructor() { super(); setTimeout(() => this.dispatchEvent(new Event('error')), 50); }
            postMessage() {}
            terminate() {}
        };",
    ),
    ("a worker that never answers is replaced", "window.Worker = class extends EventTarget { postMessage() {} terminate() {} };"),
    (
        "a worker that stops while it starts is replaced",
        "window.Worker = class extends EventTarget {
            postMessage({ room }) {
                if (room) setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data: { file: room } })));
            }
            terminate() {}
        };",
    ),
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
    page.wait_gone(".fault, .hitch");
    assert_eq!(page.texts(".boot-message"), Vec::<String>::new());
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

fn no_names(room: &Room, server: &Server, site: &Path) {
    let page = room.page;
    open(room, "#/");
    room.stands();
    let (name, article) = room.person();
    let entities = part(site, "entities");
    let name = name.replace(' ', "+");
    for change in [Change::Gone, Change::CutAfter(100)] {
        for view in ["#/namen", "#/namen?ansicht=netz", "#/namen?ansicht=karte", "#/zeit?bahn=name"] {
            server.change(&entities, change.clone());
            open(room, view);
            readable_and_mended(room, server, "entities");
        }
    }
    for view in [format!("#/suche?mit=PER:{name}"), format!("#/zeit?mit=PER:{name}"), format!("#/namen?name=PER:{name}")] {
        server.change(&entities, Change::Gone);
        open(room, &view);
        readable_and_mended(room, server, "entities");
    }
    server.change(&entities, Change::Gone);
    open(room, &format!("#/artikel/{article}?name=PER:{name}"));
    page.wait_for(".side .hitch button", 1);
    server.reset();
    page.click(".side .hitch button");
    page.wait_for(".card h2", 1);
}

fn no_titles(room: &Room, server: &Server, site: &Path) {
    let page = room.page;
    open(room, "#/");
    room.stands();
    let best = room.best();
    let titles = part(site, "summaries");
    server.change(&titles, Change::Gone);
    open(room, "#/belege");
    page.wait_for(".hitch button", 1);
    let note = json!([{ "type": "Annotation", "target": { "source": format!("#/artikel/{best}"), "selector": { "type": "TextQuoteSelector", "exact": WORD } } }]);
    let choose = "const chosen = new DataTransfer(); chosen.items.add(new File([arguments[0]], 'belege.jsonld'));
        const field = document.querySelector('.notebook [type=file]'); field.files = chosen.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(choose, vec![json!(note.to_string())]);
    page.wait_for(".notebook li.note a", 1);
    let (_, text) = saved(room, ".hand-in");
    assert!(text.contains("nicht geladen") && !text.contains("gibt es in diesem Lesesaal nicht"), "{text}");
    server.reset();
    page.click(".hitch button");
    page.wait_gone(".hitch");
    assert!(!saved(room, ".hand-in").1.contains("nicht geladen"));
}

/// Views that ask the room for something.
const VIEWS: [&str; 12] = [
    "#/",
    "#/suche?q=Nato",
    "#/suche?q=Nato&ansicht=konkordanz",
    "#/suche?q=Nato&ansicht=verlauf",
    "#/namen",
    "#/namen?ansicht=netz",
    "#/namen?ansicht=karte",
    "#/zeit",
    "#/zeit?bahn=name",
    "#/belege",
    "#/ueber",
    "#/datenschutz",
];

/// What a view says when there is nothing, which is false when something is missing.
const FALSE: [&str; 4] = ["gibt es in diesem Lesesaal nicht", "gibt es hier nicht", "Nichts gefunden", "kommt nicht vor"];

fn each_part(room: &Room, server: &Server, site: &Path) {
    let page = room.page;
    open(room, "#/");
    room.stands();
    let mut views: Vec<String> = VIEWS.iter().map(|view| (*view).to_owned()).collect();
    views.extend([format!("#/artikel/{}", room.best()), format!("#/namen?name=PER:{}", room.person().0.replace(' ', "+"))]);
    // With nothing missing, none of them says so.
    let wrong = |view: &str| {
        let text = page.text("main");
        FALSE.iter().find(|words| text.contains(**words)).map(|words| format!("{view} says: {words}"))
    };
    open(room, &views[0]);
    for view in &views {
        room.go(view);
        assert_eq!(wrong(view), None);
    }
    let kind_of = |file: &String| file.trim_start_matches("data/").split('-').next().unwrap_or_default().to_owned();
    let all = files(site, "data/", "", ".bin");
    let kinds: BTreeSet<String> = all.iter().map(kind_of).filter(|kind| kind != "base" && kind != "recogniser").collect();
    assert!(kinds.len() > 10, "{kinds:?}");
    for kind in kinds {
        for part in all.iter().filter(|file| kind_of(file) == kind) {
            server.change(part, Change::Gone);
        }
        open(room, &views[0]);
        for view in &views {
            room.go(view);
            let told = page.count(".fault button, .hitch button") > 0;
            assert!(told || wrong(view).is_none(), "without {kind}: {:?}", wrong(view));
        }
        server.reset();
    }
}

fn no_script(room: &Room, server: &Server, site: &Path) {
    let page = room.page;
    let name = app(site, ".js");
    for change in [Change::Gone, Change::CutAfter(1000)] {
        server.change(&name, change);
        open(room, "#/");
        page.wait_for(".boot-message", 1);
        let text = page.text(".boot-message");
        assert!(text.contains("nicht geladen") && text.contains(&name) && !text.contains("neueren Browser"), "{text}");
        page.wait_for("main article, main .static-list li", 1);
    }
    server.reset();
    open(room, "#/");
    page.wait_for(".story", 1);
}

fn cut_wasm(room: &Room, server: &Server, site: &Path) {
    let page = room.page;
    for wasm in [app(site, ".wasm.bin"), files(site, "", "room-", ".wasm.bin").swap_remove(0)] {
        for length in [3, 8, 5000] {
            server.change(&wasm, Change::CutAfter(length));
            open(room, "#/");
            page.wait_for(".boot-message", 1);
            let text = page.text(".boot-message");
            assert!(
                text.contains("ließen sich nicht starten") && (length < 5000 || text.contains("damaged or cut")),
                "{wasm}, {length}: {text}"
            );
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
}

fn no_views(room: &Room, server: &Server, site: &Path) {
    let page = room.page;
    let late = files(site, "", "late-", ".wasm.bin").swap_remove(0);
    for change in [Change::Gone, Change::CutAfter(5000)] {
        for view in ["#/zeit".to_owned(), format!("#/artikel/{}", room.best())] {
            server.change(&late, change.clone());
            open(room, "#/");
            page.wait_for(".story", 1);
            room.go(&view);
            readable_and_mended(room, server, &late);
        }
    }
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

fn worker_stopped(room: &Room, server: &Server, site: &Path) {
    let page = room.page;
    let name = files(site, "", "boot-", ".js").swap_remove(0);
    // A question with this word traps in the worker; in the page it would not.
    let trap = "if (!self.document) addEventListener('message', (event) => {
        if (!/Absturz/.test(new TextDecoder().decode(event.data.question?.[1]))) return;
        event.stopImmediatePropagation();
        setTimeout(new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(
            [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]))).exports.f);
    });\n";
    let loader = std::fs::read_to_string(site.join(&name)).expect("the loader");
    server.change(&name, Change::Replaced([trap, &loader].concat().into_bytes()));
    let removed = corrections::remove_a_name(room);
    for round in 0..3 {
        if round == 2 {
            // The page goes on by itself.
            page.run("window.Worker = function () { throw new Error('no more workers'); };", Vec::new());
        }
        page.run("location.hash = '#/suche?q=Absturz';", Vec::new());
        page.wait("document.querySelector('.fault')?.textContent.includes('stehengeblieben')");
        // What the reader has corrected stays so in the next worker.
        corrections::wait_until(room, &removed, false);
        page.run("location.hash = '#/namen';", Vec::new());
        page.wait_for(".names tbody tr", 1);
    }
    assert_eq!(page.texts(".boot-message"), Vec::<String>::new());
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
