//! The names as a table, a network and a map, and the mentions of one.

use crate::Case;
use crate::room::{Room, saved};

use thirtyfour::Key;

pub const CASES: &[Case] = &[
    ("the table of names filters and sorts", table),
    ("bars show when a name occurs, and the table can be saved", bars),
    ("a name links to all its mentions", places),
    ("a pair of names links to the articles with both", together),
    ("the network is made of links, and can be saved", network),
    ("places are on the map and in the list next to it", map),
    ("a filter by names holds in names and timeline", filter),
];

fn table(room: &Room) {
    let page = room.page;
    room.open("#/namen");
    page.wait_for(".names tbody tr", 10);
    let all = page.count(".names tbody tr");
    page.type_into(".filter", "putin");
    page.wait(&format!("document.querySelectorAll('.names tbody tr').length < {all}"));
    let names = page.texts(".names tbody th");
    assert!(names.iter().any(|name| name.contains("Putin")), "{names:?}");
    page.type_into(".filter", "xyz");
    page.wait_gone(".names table");
    assert!(page.text("section.table").contains("Kein Name passt."));
    room.open("#/namen?art=ORG");
    page.wait_for(".names tbody td .n.org", 1);
    assert_eq!(page.count(".names tbody td .n"), page.count(".names tbody td .n.org"));
    room.open("#/namen");
    page.click(".names thead th:first-child a");
    page.wait_address("reihe=name");
    page.wait_for("th[aria-sort=ascending]", 1);
    let names = page.texts(".names tbody th");
    let mut sorted = names.clone();
    sorted.sort_by_key(|name| name.to_lowercase());
    assert_eq!(names.first().map(|name| name.to_lowercase()), sorted.first().map(|name| name.to_lowercase()));
    for (column, order, sorted) in [(4, "artikel", "descending"), (5, "zuerst", "ascending"), (6, "zuletzt", "descending")] {
        let head = format!(".names thead th:nth-child({column})");
        page.click(&format!("{head} a"));
        page.wait_address(&format!("reihe={order}"));
        page.wait_for(&format!("{head}[aria-sort={sorted}]"), 1);
    }
}

fn bars(room: &Room) {
    let page = room.page;
    room.open("#/namen");
    page.wait_for(".names td.trace svg[role=img]", 5);
    let spoken = page.string("document.querySelector('.names td.trace svg').getAttribute('aria-label')");
    assert!(spoken.contains("2022: "), "{spoken}");
    let (name, text) = saved(room, ".table .save");
    let lines: Vec<&str> = text.lines().collect();
    let first = page.text(".names tbody tr:first-child th");
    let rows: usize = page.text(".table [role=status]").split_whitespace().next().and_then(|count| count.parse().ok()).unwrap_or_default();
    assert!(name == "namen.csv" && lines[1].starts_with(&first) && lines.len() == rows + 1, "{rows} rows, {} lines", lines.len());
    assert!(lines[0].contains("Nennungen") && lines[0].contains("2022-02"), "{}", lines[0]);
}

fn places(room: &Room) {
    let page = room.page;
    room.open("#/namen");
    page.wait_for(".names tbody tr", 1);
    let mentions = page.text(".names tbody tr:first-child td.number");
    let name = page.text(".names tbody tr:first-child th");
    page.click(".names tbody tr:first-child th a");
    page.wait_for(".names tr.open", 1);
    page.wait_for(".card h2", 1);
    assert_eq!(page.text(".card h2"), name);
    page.wait_for(".lines a", 1);
    let shown = page.count(".lines a");
    assert!(shown >= mentions.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(1), "{mentions} mentions, {shown} places");
    let quote = page.text(".lines a b");
    page.click(".lines a");
    page.wait_address("#/artikel/");
    page.wait_address("stelle=");
    page.wait_for(".body .passage", 1);
    assert_eq!(page.texts(".body .passage").concat(), quote);
    page.wait(
        "(() => { const r = document.querySelector('.passage').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; })()",
    );
}

/// Opens a view of the most frequent person.
fn open_person(room: &Room, rest: &str) -> String {
    let (name, _) = room.person();
    room.open(&format!("#/namen?name=PER:{}{rest}", name.replace(' ', "+")));
    name
}

fn together(room: &Room) {
    let page = room.page;
    let name = open_person(room, "");
    page.wait_for(".together tbody tr", 5);
    page.click(".together thead th:first-child a");
    page.wait_address("paare=name");
    page.wait_for(".together th[aria-sort=ascending]", 1);
    let other = page.text(".together tbody tr:first-child th");
    let articles = page.text(".together tbody tr:first-child td:last-child");
    let (file, text) = saved(room, ".together .save");
    assert!(file == "zusammen.csv" && text.contains(&format!("\r\n{name};{other};")), "{text}");
    page.click(".together tbody tr:first-child td:last-child a");
    page.wait_address("#/suche?mit=");
    page.wait_for(".hit-item", 1);
    assert_eq!(page.count(".hit-item").to_string(), articles);
    assert_eq!(page.count(".chip"), 2);
    page.back();
    page.wait_for(".together tbody tr", 5);
    page.click(".together tbody tr:first-child th a");
    page.wait(&format!("document.querySelector('.card h2')?.textContent === {}", serde_json::Value::from(other)));
}

fn network(room: &Room) {
    let page = room.page;
    room.open("#/namen");
    page.click(".names > header nav li:nth-child(2) a");
    page.wait_address("ansicht=netz");
    page.wait_for(".drawing a[href]", 5);
    page.wait_for(".together tbody tr", 5);
    assert!(page.count(".drawing *") < 500, "{} nodes in the drawing", page.count(".drawing *"));
    page.run("document.querySelector('.drawing a').focus();", Vec::new());
    let before = page.string("document.activeElement.getAttribute('aria-label')");
    page.press(Key::Tab);
    let after = page.string("document.activeElement.getAttribute('aria-label')");
    assert!(before != after && after.contains("Stelle"), "{before}; {after}");
    page.press(Key::Enter);
    page.wait_address("name=");
    page.wait_for(".card h2", 1);
    page.wait_for(".drawing a[aria-current]", 1);
    assert!(after.starts_with(&page.text(".card h2")), "{after}");
    page.reload();
    room.stands();
    page.wait_for(".drawing a[aria-current]", 1);
    let (file, text) = saved(room, ".drawn");
    assert!(file == "netz.svg" && text.starts_with("<svg") && text.contains("xmlns="), "{file}: {text:.200}");
    assert!(
        text.contains("Größe: Nennungen") && text.contains("fill=\"rgb") && !text.contains("var("),
        "the saved drawing lacks its key or looks"
    );
    page.back();
    page.wait_gone(".card");
}

fn map(room: &Room) {
    let page = room.page;
    room.open("#/namen");
    page.click(".names > header nav li:nth-child(3) a");
    page.wait_address("ansicht=karte");
    page.wait_for(".map .land", 1);
    page.click(".map .controls a:first-child");
    page.wait_address("zoom=-");
    page.wait_for(".map .controls a:first-child[aria-current]", 1);
    for place in ["Moskau", "Peking"] {
        page.wait_for(&format!(".drawing a[aria-label^='{place}, ']"), 1);
        assert!(page.texts(".names tbody th").iter().any(|name| name == place), "{place} is not in the list");
    }
    let spoken = page.string("document.querySelector(\".drawing a[aria-label^='Moskau']\").getAttribute('aria-label')");
    assert!(spoken.contains("Stellen in") && spoken.ends_with("Artikeln"), "{spoken}");
    let (file, text) = saved(room, ".drawn");
    assert!(file == "karte.svg" && text.contains("Fläche: Nennungen") && text.contains("Moskau"), "{file}");
    page.run("document.querySelector(\".drawing a[aria-label^='Moskau']\").focus();", Vec::new());
    page.press(Key::Enter);
    page.wait_address("name=LOC:Moskau");
    page.wait_for(".card h2", 1);
    page.reload();
    room.stands();
    page.wait_for(".map .land", 1);
    assert!(page.fragment().contains("zoom=-"), "{}", page.fragment());
}

fn filter(room: &Room) {
    let page = room.page;
    room.open("#/namen");
    page.wait_for(".names tbody tr", 10);
    let count = "document.querySelector('.table [role=status]').textContent";
    let all = page.string(count);
    open_person(room, "");
    page.wait_for(".card .actions a", 2);
    page.click(".card .actions a:last-child");
    page.wait_address("#/zeit?mit=PER:");
    page.wait_for(".timeline .chip", 1);
    page.click(".head nav a[href*='namen']");
    page.wait_address("#/namen?mit=PER:");
    page.wait_for(".names .chip", 1);
    page.click(".names .chip");
    page.wait_gone(".names .chip");
    page.wait(&format!("{count} === {}", serde_json::Value::from(all)));
    // The filter by a name in a single article leaves one report.
    let rare = room.call("zeitlupe.entities().then((list) => list.find((e) => e.articles.length === 1 && e.mentions > 0))");
    let name = format!("{}:{}", rare["type"].as_str().unwrap_or_default(), rare["name"].as_str().unwrap_or_default());
    room.open(&format!("#/zeit?liste&mit={}", name.replace(' ', "+")));
    page.wait_for(".timeline .chip", 1);
    assert!(page.count(".items li.report") <= 1, "{name}");
}
