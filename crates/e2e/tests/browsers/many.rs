//! Searching a collection of too many articles for the titles of all to be loaded: made-up reports.

use crate::Case;
use crate::room::Room;
use crate::suite::Suite;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;
use zeitlupe_e2e::place::{Place, SUB_PATH};
use zeitlupe_e2e::server::Server;

const GROUP: &str = "many";

pub const CASES: &[Case] = &[
    ("of many articles the first hits of a word have title, date and source", first),
    ("of many articles more hits and those of several words have them, too", more),
    ("many articles are narrowed and ordered", narrowed),
];

/// The number of articles.
const ARTICLES: u64 = 400;
/// A word of every article.
const WORD: &str = "Wasserwerk";
const PLACES: [&str; 8] = ["Linz", "Graz", "Wels", "Steyr", "Krems", "Bregenz", "Villach", "Leoben"];
const MEDIA: [&str; 3] = ["Morgenblatt", "Abendpost", "Stadtbote"];

/// What the page shows of each hit: title, day and line above the title.
const SHOWN: &str = "[...document.querySelectorAll('.hit-item')].map((hit) => [hit.querySelector('h3').textContent,
    hit.querySelector('time').dateTime, hit.querySelector('.meta').textContent])";

/// Runs the cases of a room built from made-up articles.
pub fn run(suite: &Suite) {
    if !suite.wants_any(GROUP, CASES.iter().map(|case| case.0)) {
        return;
    }
    let write = |articles: &Path| std::fs::write(articles.join("many.jsonl"), records()).expect("a new file");
    let site = suite.sites.site(GROUP, write).unwrap_or_else(|said| panic!("{said}"));
    let place = Place::Served(Server::start(&site, SUB_PATH).expect("a port is free"));
    let room = Room::new(suite.page(), &place, &suite.settings.axe);
    for (name, case) in CASES {
        suite.case(GROUP, name, || {
            room.forget();
            case(&room);
            room.assert_quiet();
        });
    }
}

/// The articles, one in a line.
fn records() -> String {
    let mut out = String::new();
    for n in 0..ARTICLES {
        let (place, source) = (PLACES[n as usize % PLACES.len()], MEDIA[n as usize % MEDIA.len()]);
        let words: Vec<String> = (0..60).map(|at| word(n * 60 + at)).collect();
        let body = format!("Das {WORD} in {place} meldete Störung {n}. Betroffen sind {}.", words.join(", "));
        let date = format!("2021-{:02}-{:02}", n % 12 + 1, n % 28 + 1);
        let record = json!({ "id": format!("bericht-{n}"), "title": format!("Bericht {n} aus {place}"), "date": date, "source": source, "body": body });
        writeln!(out, "{record}").expect("a string takes everything");
    }
    out
}

/// A made-up noun; the same for the same number.
fn word(number: u64) -> String {
    const SYLLABLES: [&str; 16] =
        ["bal", "der", "fon", "gir", "hup", "kel", "lam", "mir", "nuf", "pas", "rot", "sil", "tur", "wen", "zak", "brei"];
    // The steps of a linear congruential generator, by Knuth's constants.
    let mut state = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let mut out = String::from("K");
    for _ in 0..3 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        out.push_str(SYLLABLES[(state >> 60) as usize]);
    }
    out
}

/// Waits until the page shows the first `count` hits of a query, each as the API has it.
fn shows(room: &Room, query: &str, count: u64) {
    let page = room.page;
    page.wait(&format!("document.querySelectorAll('.hit-item').length === {count}"));
    let found = room.call(&format!("zeitlupe.search({}, {{ limit: {count} }})", json!(query)));
    let expected: Vec<&Value> = found["hits"].as_array().expect("a list of hits").iter().collect();
    assert_eq!(expected.len() as u64, count);
    let titles = json!(expected.iter().map(|hit| &hit["title"]).collect::<Vec<_>>());
    page.wait(&format!("JSON.stringify({SHOWN}.map((hit) => hit[0])) === JSON.stringify({titles})"));
    let shown = page.run(&format!("return {SHOWN};"), Vec::new());
    for (hit, shown) in expected.iter().zip(shown.as_array().expect("a list")) {
        assert!(hit["title"].as_str().is_some_and(|title| title.starts_with("Bericht ")), "{hit}");
        assert_eq!(hit["date"]["earliest"].as_str().or(hit["date"].as_str()).map(|day| &day[..10]), shown[1].as_str(), "{hit}");
        let source = hit["source"].as_str().unwrap_or_default();
        assert!(MEDIA.contains(&source) && shown[2].as_str().is_some_and(|line| line.contains(source)), "{hit} {shown}");
    }
}

fn first(room: &Room) {
    let page = room.page;
    room.open(&format!("#/suche?q={WORD}"));
    shows(room, WORD, 10);
    assert!(page.text("main h1").contains(&ARTICLES.to_string()), "{}", page.text("main h1"));
    room.open("#/suche?q=Villach");
    shows(room, "Villach", 10);
}

fn more(room: &Room) {
    let page = room.page;
    room.open(&format!("#/suche?q={WORD}"));
    page.wait_for(".hit-item", 10);
    page.click(".more");
    shows(room, WORD, 20);
    room.open(&format!("#/suche?q={WORD}+Krems"));
    shows(room, &format!("{WORD} Krems"), 10);
    page.click(".hit-item h3 a");
    page.wait("document.querySelector('.body')?.textContent.includes('Krems')");
}

fn narrowed(room: &Room) {
    let page = room.page;
    room.open(&format!("#/suche?q={WORD}"));
    page.wait_for(".facets .bars a", 2);
    page.click(".facets section:first-child li:first-child a");
    page.wait_for(".chip", 1);
    page.wait(&format!("!document.querySelector('main h1').textContent.includes('{ARTICLES}')"));
    page.wait_for(".hit-item", 10);
    page.click(".chip");
    page.wait_gone(".chip");
    page.click(".order option:nth-child(3)");
    page.wait_address("ordnung=alt");
    page.wait(&format!("{SHOWN}.length === 10 && {SHOWN}.every((hit) => hit[1].startsWith('2021-01'))"));
}
