//! What is published besides the room: pages of articles, lists without scripts, what is kept for reading without a network.

use crate::room::{Room, WORD};
use crate::suite::Suite;
use serde_json::json;
use std::path::{Path, PathBuf};
use zeitlupe_e2e::page::Page;
use zeitlupe_e2e::place::{Place, SUB_PATH};
use zeitlupe_e2e::server::Server;
use zeitlupe_e2e::settings::Kind;
use zeitlupe_e2e::watch;

/// A case of this file. Each has a server of its own, as what is kept in the browser belongs to an origin.
type Case = (&'static str, fn(&Page, Server, &Suite));

const GROUP: &str = "published";

pub const CASES: &[Case] = &[
    ("an article's own page becomes the room at this article", take_over),
    ("an article's own page takes a passage and a query along", take_over_with_passage),
    ("an article's own page says what it is", says_what_it_is),
];

/// These need a browser that lets a page keep itself.
pub const KEPT: &[Case] = &[
    ("after the first visit everything can be read offline", without_network),
    ("a new version waits for the reader, then replaces the old one completely", new_version),
    ("stored files can be deleted", deleted),
    ("a site with a truncated file is not stored", cut_on_the_way),
];

pub const STILL: &str = "without scripts names, dates and articles stand on pages of their own";

/// Runs the cases of this file.
pub fn run(suite: &Suite) {
    let run = |(name, case): &Case| suite.case(GROUP, name, || case(suite.page(), suite.server(), suite));
    CASES.iter().for_each(run);
    if suite.wants_any(GROUP, KEPT.iter().map(|case| case.0)) {
        let server = suite.server();
        suite.page().load(server.base());
        if suite.page().run("return 'serviceWorker' in navigator;", Vec::new()) == json!(true) {
            KEPT.iter().for_each(run);
        } else {
            println!("{}, {GROUP}: this browser keeps no pages: {} cases not run", suite.kind.name(), KEPT.len());
        }
    }
    if suite.kind != Kind::WebKit {
        suite.case(GROUP, STILL, || still(suite));
    }
}

/// Does something in a room on a server of its own.
fn in_room<T>(page: &Page, server: Server, suite: &Suite, act: impl FnOnce(&Room, &Server) -> T) -> T {
    let place = Place::Served(server);
    let room = Room::new(page, &place, &suite.settings.axe);
    // What the page of another case has still to load is none of this one.
    page.load("about:blank");
    room.forget();
    let Place::Served(server) = &place else { unreachable!("it was just made") };
    act(&room, server)
}

fn take_over(page: &Page, server: Server, suite: &Suite) {
    in_room(page, server, suite, |room, server| {
        let id = room.best();
        page.load(&format!("{}artikel/{id}.html", server.base()));
        room.stands();
        let here = format!("{}#/artikel/{id}", server.base());
        for _ in 0..2 {
            page.wait_for("article .body p", 1);
            assert_eq!(page.string("location.href"), here);
            page.reload();
            room.stands();
        }
        page.click(".head nav a[href*='namen']");
        page.wait_for(".names tbody tr", 1);
        assert_eq!(page.string("location.href"), format!("{}#/namen", server.base()));
        page.back();
        page.wait_for("article .body p", 1);
        assert_eq!(page.string("location.href"), here);
        room.assert_quiet();
    });
}

fn take_over_with_passage(page: &Page, server: Server, suite: &Suite) {
    in_room(page, server, suite, |room, server| {
        let id = room.best();
        page.load(&format!("{}artikel/{id}.html#?{}&q=Nato", server.base(), room.passage()));
        room.stands();
        page.wait_address(&format!("#/artikel/{id}?"));
        page.wait_for("article .body mark", 1);
        assert_eq!(page.string("document.querySelector('#suche').value"), "Nato");
        let fragment = page.string("decodeURIComponent(location.hash)");
        assert!(fragment.contains(&room.passage()), "{fragment}");
        // An address of the room counts as it is.
        page.load(&format!("{}artikel/{id}.html#/namen", server.base()));
        room.stands();
        page.wait_for(".names tbody tr", 1);
        assert_eq!(page.string("location.href"), format!("{}#/namen", server.base()));
        // Any other fragment is none of ours.
        page.load(&format!("{}artikel/{id}.html#oben", server.base()));
        room.stands();
        assert_eq!(page.fragment(), format!("#/artikel/{id}"));
    });
}

fn says_what_it_is(page: &Page, server: Server, suite: &Suite) {
    in_room(page, server, suite, |room, server| {
        let id = room.best();
        room.open("#/");
        let label = room.call(&format!("zeitlupe.article('{id}').then((a) => a.title)"));
        // As the server sends it: what shows a link runs no script.
        let tags = page.promised(&format!(
            "fetch('{}artikel/{id}.html').then((r) => r.text()).then((text) => Object.fromEntries(
                [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('meta[property]')].map((m) => [m.getAttribute('property'), m.content])))",
            server.base()
        ));
        assert_eq!((&tags["og:type"], &tags["og:locale"], &tags["og:title"]), (&json!("article"), &json!("de_DE"), &label));
        let words = tags["og:description"].as_str().unwrap_or_default();
        assert!((20..=160).contains(&words.chars().count()), "{tags}");
        room.open("#/");
        let manifest = page.promised("fetch(document.querySelector('link[rel=manifest]').href).then((r) => r.json())");
        assert_eq!((&manifest["start_url"], &manifest["display"], &manifest["lang"]), (&json!("."), &json!("standalone"), &json!("de")));
        let icons = manifest["icons"].as_array().map_or(0, Vec::len);
        assert_eq!(icons, 3, "{manifest}");
        let edges = page.promised(
            "Promise.all([...document.querySelectorAll('link[rel*=icon]')].map((link) => { const image = new Image(); image.src = link.href; return image.decode().then(() => image.naturalWidth > 0); }))",
        );
        assert_eq!(edges, json!([true, true]));
        room.assert_quiet();
    });
}

/// Opens the room and waits until it is kept.
fn open_and_keep(room: &Room) {
    room.open("#/");
    wait_kept(room.page);
}

fn wait_kept(page: &Page) {
    page.wait("!!window.zeitlupeBoot?.forget");
    page.wait_promised("navigator.serviceWorker.ready.then((kept) => !!kept.active && kept.active.state === 'activated' && !!navigator.serviceWorker.controller)", &json!(true));
}

fn without_network(page: &Page, server: Server, suite: &Suite) {
    let base = server.base().to_owned();
    let (id, ids) = in_room(page, server, suite, |room, _| {
        open_and_keep(room);
        room.assert_quiet();
        (room.best(), room.ids())
    });
    // The server is gone now.
    let gone = Place::Served(Server::start(&suite.settings.site, SUB_PATH).expect("a port is free"));
    let room = Room::new(page, &gone, &suite.settings.axe);
    // From page to page: some seconds after the last one has gone, WebKit's private window forgets what was kept.
    page.reload();
    room.stands();
    page.wait_for(".story", ids.len());
    page.type_into("#suche", WORD);
    page.wait_for(".hit-item mark", 1);
    page.click(".hit-item h3 a");
    page.wait_for("article .body mark", 1);
    for (view, there) in [("#/namen", ".names tbody tr"), ("#/zeit", "svg a[id^=marke-], .time li")] {
        room.go(view);
        page.reload();
        page.wait_for(there, 1);
    }
    page.follow(&format!("{base}artikel/{id}.html"));
    page.wait_for("#suche", 1);
    page.wait_for("article .body p", 1);
    page.follow(&format!("{base}namen.html"));
    page.wait_for(".static-names li", 10);
    // A page that never was leads into the room, which says so.
    page.follow(&format!("{base}artikel/nirgendwo.html"));
    page.wait_for("#suche", 1);
    assert_eq!(page.string("location.href"), format!("{base}#/artikel/nirgendwo"));
}

fn new_version(page: &Page, server: Server, suite: &Suite) {
    let next = suite.sites.site("all seeds but one", write_all_but_one).unwrap_or_else(|said| panic!("{said}"));
    in_room(page, server, suite, |room, server| {
        open_and_keep(room);
        let before = page.count(".story");
        page.reload();
        room.stands();
        assert_eq!(page.count(".renewal"), 0);
        server.serve_from(&next);
        page.reload();
        room.stands();
        page.wait_for(".renewal", 1);
        assert!(page.text(".renewal").starts_with("Eine neue Fassung ist da."), "{}", page.text(".renewal"));
        let barriers = watch::barriers(page, room.axe);
        assert!(barriers.is_empty(), "{barriers:?}");
        assert_eq!(page.count(".story"), before);
        // The reader need not: all goes on as it was, here and on the next page.
        page.click(".renewal > button");
        page.wait_gone(".renewal");
        page.reload();
        room.stands();
        assert_eq!(page.count(".story"), before);
        page.type_into("#suche", WORD);
        page.wait_for(".hit-item mark", 1);
        page.run("location.hash = '#/'; return null;", Vec::new());
        room.stands();
        page.wait_for(".renewal", 1);
        page.run("window.e2eOld = true; return null;", Vec::new());
        page.click(".renewal span button");
        page.wait("!window.e2eOld && document.querySelector('#suche') && true");
        room.stands();
        page.wait(&format!("document.querySelectorAll('.story').length === {}", before - 1));
        assert_eq!(page.count(".renewal"), 0);
        page.wait_promised("caches.keys().then((names) => names.length)", &json!(1));
        page.type_into("#suche", "China");
        page.wait_for(".hit-item mark", 1);
        room.assert_quiet();
    });
}

fn deleted(page: &Page, server: Server, suite: &Suite) {
    in_room(page, server, suite, |room, _| {
        open_and_keep(room);
        page.promised("zeitlupeBoot.forget()");
        let left =
            "Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then(([names, kept]) => names.length + kept.length)";
        assert_eq!(page.promised(left), json!(0));
        // The page goes on, and does not keep again what was deleted.
        page.type_into("#suche", WORD);
        page.wait_for(".hit-item mark", 1);
        assert_eq!(page.promised("caches.keys().then((names) => names.length)"), json!(0));
    });
}

fn cut_on_the_way(page: &Page, server: Server, suite: &Suite) {
    in_room(page, server, suite, |room, server| {
        let list = std::fs::read_to_string(suite.settings.site.join("sw.js")).expect("the site has a service worker");
        let touch = list.split('"').find(|name| name.starts_with("apple-")).expect("it keeps the icon").to_owned();
        server.change(&touch, zeitlupe_e2e::server::Change::CutAfter(100));
        room.open("#/");
        page.wait("!!window.zeitlupeBoot?.forget");
        let state = "navigator.serviceWorker.getRegistration().then((kept) => !kept || !kept.installing && !kept.waiting && !kept.active)";
        page.wait_promised(state, &json!(true));
        assert_eq!(page.promised("caches.keys().then((names) => names.length)"), json!(0));
        server.reset();
        open_and_keep(room);
    });
}

fn still(suite: &Suite) {
    let (page, settings) = (suite.page_without_scripts(), suite.settings);
    let server = suite.server();
    let visible = |url: &str| {
        page.load(url);
        page.browser.wait(|session| async move {
            let body = session.find(thirtyfour::By::Css("body")).await?.text().await?;
            let address = session.current_url().await?.to_string();
            Ok::<_, thirtyfour::error::WebDriverError>((body, address))
        })
    };
    for (file, words) in [("namen.html", "Personen"), ("zeit.html", "Bericht"), ("index.html", "Datenschutz")] {
        let url = format!("{}{file}", server.base());
        let (text, address) = visible(&url).unwrap_or_else(|error| panic!("{url}: {error}"));
        assert!(text.contains(words) && text.contains("Barrierefreiheit"), "{file}: {text}");
        assert_eq!(address, url);
    }
    let files = std::fs::read_dir(settings.site.join("artikel")).expect("a site has articles");
    let file = files.filter_map(|file| file.ok()?.file_name().into_string().ok()).next().expect("there is one");
    let url = format!("{}artikel/{file}", server.base());
    let (text, address) = visible(&url).unwrap_or_else(|error| panic!("{url}: {error}"));
    assert!(text.contains("Im Lesesaal öffnen"), "{text}");
    assert_eq!(address, url, "without scripts the page stays as it is");
}

/// Writes the seeds but one.
fn write_all_but_one(articles: &Path) {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let seeds = std::fs::read_dir(project.join("seeds")).expect("the seeds are there");
    let mut seeds: Vec<PathBuf> = seeds.filter_map(|file| Some(file.ok()?.path())).filter(|path| path.is_file()).collect();
    seeds.sort();
    for seed in seeds.iter().skip(1) {
        std::fs::copy(seed, articles.join(seed.file_name().expect("a file has a name"))).expect("a new file");
    }
}
