//! Takes screenshots of all views: `pictures FOLDER [whole] [PART]`. With `whole`, of full pages; with `PART`, only of views whose name
//! contains it. Each view is taken on a phone, a tablet both ways and a desktop, light and dark, and in print.
//!
//! Needs `ZEITLUPE_SITE`, the folder of a release site, and Chromium with its driver.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use zeitlupe_e2e::browser::{Browser, SessionOptions};
use zeitlupe_e2e::page::Page;
use zeitlupe_e2e::place::SUB_PATH;
use zeitlupe_e2e::server::Server;
use zeitlupe_e2e::settings::Kind;

/// Widths and heights of a phone, an upright and a wide tablet, and a desktop.
const SIZES: [(u32, u32); 4] = [(390, 844), (768, 1024), (1024, 768), (1440, 900)];

/// The printable area of A4.
const PAPER: (u32, u32) = (643, 972);

/// The maximum height of a full page.
const TALLEST: u64 = 6000;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let Some(folder) = words.next() else {
        eprintln!("usage: pictures FOLDER [whole] [PART]");
        return ExitCode::FAILURE;
    };
    let words: Vec<String> = words.collect();
    let part = words.iter().find(|word| *word != "whole").map_or("", String::as_str);
    match take_all(Path::new(&folder), words.iter().any(|word| word == "whole"), part) {
        Ok(count) => {
            println!("{count} pictures in {folder}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn take_all(folder: &Path, whole: bool, part: &str) -> Result<usize, String> {
    let site = std::env::var_os("ZEITLUPE_SITE").map(PathBuf::from).ok_or("ZEITLUPE_SITE must name the folder of a site")?;
    std::fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let server = Server::start(&site, SUB_PATH)?;
    let page = Page { browser: Browser::start(Kind::Chromium, SessionOptions::default())? };
    page.browser.cdp("Emulation.setScrollbarsHidden", json!({ "hidden": true }));
    page.browser.cdp("Network.enable", json!({}));
    page.load(server.base());
    page.wait("window.zeitlupe");
    let (mut views, letter) = views(&page)?;
    let articles = std::fs::read_dir(site.join("artikel")).map_err(|error| format!("{} has no articles: {error}", site.display()))?;
    let article = articles.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).min().unwrap_or_default();
    views.push(("still-article", format!("artikel/{article}")));
    views.retain(|(name, _)| name.contains(part));
    let screens = SIZES.into_iter().flat_map(|(width, height)| [Look { width, height, how: "light" }, Look { width, height, how: "dark" }]);
    let looks: Vec<Look> = screens.chain([Look { width: PAPER.0, height: PAPER.1, how: "print" }]).collect();
    for Look { width, height, how } in &looks {
        let scheme = json!([{ "name": "prefers-color-scheme", "value": if *how == "dark" { "dark" } else { "light" } }]);
        let media = if *how == "print" { "print" } else { "screen" };
        page.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": media, "features": scheme }));
        for (name, fragment) in &views {
            page.resize(*width, *height);
            page.promised(if NOTED.contains(name) { KEEP_NOTES } else { "localStorage.clear()" });
            // Static pages are shown without scripts.
            let is_still = !fragment.starts_with('#');
            page.browser.cdp("Network.setBypassServiceWorker", json!({ "bypass": is_still }));
            page.browser.cdp("Network.setBlockedURLs", json!({ "urls": if is_still { vec!["*.js"] } else { Vec::new() } }));
            page.load(&format!("{}{fragment}", server.base()));
            if !is_still {
                page.wait("document.querySelector('#suche') && !document.querySelector('.waiting, [aria-busy=true]')");
            }
            if *name == OFFERED && *how != "print" {
                page.type_into("#suche", &letter);
                page.wait_for("#vorschlaege [role=option]", 1);
            }
            if *name == CORRECTED && *how != "print" {
                page.click(".card .correct summary");
            }
            if *name == SET && *how != "print" {
                page.click(".display-panel summary");
            }
            if SHARED.contains(name) && *how != "print" {
                page.click(".open-share");
                page.wait("document.querySelector('#teilen[open] .qr') && !document.querySelector('#teilen .waiting')");
                if *name == WALL {
                    page.click("#teilen .enlarge");
                }
            }
            // Two frames later, everything requested has been drawn.
            page.promised("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
            let file = folder.join(format!("{name}-{width}-{how}.png"));
            std::fs::write(&file, shot(&page, *width, whole)?).map_err(|error| format!("cannot write {}: {error}", file.display()))?;
        }
    }
    Ok(looks.len() * views.len())
}

/// The view in which a word is being typed.
const OFFERED: &str = "suggestions";

/// The view with the form that corrects a name.
const CORRECTED: &str = "reader-correct";

/// The view with the display settings.
const SET: &str = "display";

/// The views with the share dialog; the last with the enlarged code.
const SHARED: [&str; 3] = ["share-passage", "share-search", WALL];
const WALL: &str = "share-wall";

/// The views with marked passages.
const NOTED: [&str; 2] = ["evidence", "reader-marks"];

/// Stores marks on the first sentences of some articles.
const KEEP_NOTES: &str = "(async () => {
    const all = await zeitlupe.search('', { limit: 4 });
    const ids = (all.hits ?? []).map((hit) => hit.id);
    const list = ids.length ? ids : [...new Set((await zeitlupe.entities()).flatMap((e) => e.articles))].slice(0, 4);
    const says = ['Hier steht es am deutlichsten. Die anderen Berichte lassen das Wort weg.', '', 'Wer hat das gesagt?', ''];
    const items = [];
    for (const [n, id] of list.entries()) {
        const text = (await zeitlupe.article(id)).text, quote = text.match(/[^.\\n]{60,}\\./)[0].trim(), start = [...text.slice(0, text.indexOf(quote))].length;
        const body = [['commenting', says[n]], ['tagging', n < 2 ? 'Was gefordert wird' : '']].filter(([, value]) => value);
        items.push({ id: '#beleg-' + n, type: 'Annotation', motivation: 'commenting', body: body.map(([purpose, value]) => ({ type: 'TextualBody', value, purpose })),
            target: { source: '#/artikel/' + id, selector: [{ type: 'TextQuoteSelector', exact: quote }, { type: 'TextPositionSelector', start, end: start + quote.length }] } });
    }
    localStorage.setItem('zeitlupe.belege ' + location.pathname, JSON.stringify(items));
})()";

/// How the views are shown.
struct Look {
    width: u32,
    height: u32,
    how: &'static str,
}

/// Views by their names, with their addresses.
type Views = Vec<(&'static str, String)>;

/// Chooses the article, name, place and word to show.
const SUBJECT: &str = "(async () => {
            const best = (list, type) => list.filter((e) => e.type === type).sort((a, b) => b.mentions - a.mentions)[0];
            const entities = await zeitlupe.entities();
            const name = best(entities, 'PER') || entities[0];
            const place = best(entities, 'LOC') || name;
            const whole = (e) => e.type + ':' + e.name;
            return { id: name.articles[0], name: whole(name), place: whole(place), word: name.name.split(' ').pop() };
        })()";

/// The result of [`SUBJECT`], escaped for addresses: article id, person with kind, place with kind, word.
fn subject(page: &Page) -> Result<[String; 4], String> {
    let found = page.promised(SUBJECT);
    let text = |key: &str| {
        found.get(key).and_then(Value::as_str).map(escape).ok_or_else(|| format!("the collection has no name to show: {found}"))
    };
    Ok([text("id")?, text("name")?, text("place")?, text("word")?])
}

/// All views with their addresses; article and name are the first ones of the collection.
fn views(page: &Page) -> Result<(Views, String), String> {
    let [id, name, place, word] = subject(page)?;
    let (begun, letter) = word.split_at(word.char_indices().nth(3).map_or(0, |(at, _)| at));
    let letter = letter.chars().take(1).collect();
    let views = vec![
        ("overview", "#/".into()),
        ("search", format!("#/suche?q={word}")),
        (OFFERED, format!("#/suche?q={begun}")),
        ("search-none", "#/suche?q=Xylophon".into()),
        ("concordance", format!("#/suche?q={word}&ansicht=konkordanz")),
        ("trend", format!("#/suche?q={word}&ansicht=verlauf")),
        ("reader", format!("#/artikel/{id}")),
        ("reader-card", format!("#/artikel/{id}?q={word}&name={name}")),
        (CORRECTED, format!("#/artikel/{id}?name={name}")),
        ("names", "#/namen".into()),
        ("names-open", format!("#/namen?name={name}")),
        ("names-sorted", format!("#/namen?mit={name}&reihe=zuerst")),
        ("network", "#/namen?ansicht=netz".into()),
        ("network-open", format!("#/namen?ansicht=netz&name={name}")),
        ("map", "#/namen?ansicht=karte".into()),
        ("map-world", "#/namen?ansicht=karte&zoom=-9".into()),
        ("map-open", format!("#/namen?ansicht=karte&name={place}")),
        ("timeline", "#/zeit".into()),
        ("timeline-filtered", format!("#/zeit?mit={name}")),
        ("timeline-list", "#/zeit?liste".into()),
        ("timeline-table", "#/zeit?tabelle".into()),
        ("timeline-articles", "#/zeit?bahn=artikel&zeichnung".into()),
        ("timeline-names", "#/zeit?bahn=name&zeichnung".into()),
        ("timeline-chosen", "#/zeit?von=2022-02-03&bis=2022-02-10&zeichnung".into()),
        ("timeline-years", "#/zeit?fenster=2000-01-01,2030-12-31&zeichnung".into()),
        ("compare", "#/vergleich".into()),
        ("compare-open", "#/vergleich?zeile=personen".into()),
        ("compare-side", "#/vergleich?nebeneinander=ac".into()),
        ("compare-passages", "#/vergleich?passagen".into()),
        ("evidence", "#/belege".into()),
        ("empty-evidence", "#/belege".into()),
        ("reader-marks", format!("#/artikel/{id}")),
        (SET, format!("#/artikel/{id}")),
        ("numbered", format!("#/artikel/{id}?nummern&q={word}")),
        ("projector", format!("#/artikel/{id}?grossbild&q={word}&ohne=PER,LOC,ORG,EVT,MISC")),
        ("calm", format!("#/artikel/{id}?nurtext")),
        ("large", format!("#/artikel/{id}?schrift=3&abstand=2")),
        (SHARED[0], format!("#/artikel/{id}?stelle=0;{word}")),
        (SHARED[1], format!("#/suche?q={word}&lang=en")),
        (WALL, "#/".into()),
        ("about", "#/ueber".into()),
        ("about-en", "#/ueber?lang=en".into()),
        ("privacy", "#/datenschutz".into()),
        ("tasks", "#/aufgaben".into()),
        ("tour", format!("#/artikel/{id}?tour=1,1")),
        ("notice", "#/zeit?unfug=1".into()),
        ("still-front", "index.html".into()),
        ("still-names", "namen.html".into()),
        ("still-time", "zeit.html".into()),
        ("still-about", "ueber.html".into()),
        ("still-privacy", "datenschutz.html".into()),
    ];
    Ok((views, letter))
}

/// Escapes a parameter of a fragment.
fn escape(text: &str) -> String {
    text.chars()
        .map(|c| {
            if "%&#+?".contains(c) {
                format!("%{:02X}", u32::from(c))
            } else if c == ' ' {
                "+".into()
            } else {
                c.to_string()
            }
        })
        .collect()
}

fn shot(page: &Page, width: u32, whole: bool) -> Result<Vec<u8>, String> {
    if whole {
        let height = page.run("return document.documentElement.scrollHeight;", Vec::new()).as_u64().unwrap_or_default();
        page.resize(width, u32::try_from(height.min(TALLEST)).unwrap_or_default());
    }
    page.browser.wait(|session| async move { session.screenshot_as_png().await }).map_err(|error| format!("no picture: {error}"))
}
