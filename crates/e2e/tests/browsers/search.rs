//! Searching: while typing, with filters, sorted, and without hits.

use crate::Case;
use crate::room::{Room, WORD, saved};
use serde_json::json;
use thirtyfour::Key;
use zeitlupe_e2e::place::Place;

pub const CASES: &[Case] = &[
    ("hits appear while typing", as_you_type),
    ("what is typed before the app has started is searched for", typed_early),
    ("a facet narrows the results, and its chip removes the filter", facets),
    ("hits can be sorted by date", order),
    ("words, names and titles are suggested while typing", suggestions),
    ("the concordance shows every occurrence and links to it", concordance),
    ("heading, hits, concordance and the steps in an article count the same places", same_counts),
    ("the trend counts what the search counts", trend),
    ("a typo is reported and corrected", typo),
    ("ignored parts of a query are reported", ignored),
    ("an empty result offers help", nothing),
    ("hostile queries are treated as text", hostile),
];

fn as_you_type(room: &Room) {
    let page = room.page;
    room.open("#/");
    let steps = page.run("return history.length;", Vec::new());
    page.type_into("#suche", "Sich");
    page.wait_address("#/suche?q=Sich");
    page.wait_for(".hit-item mark", 1);
    page.type_into("#suche", WORD.strip_prefix("Sich").unwrap_or_default());
    page.wait(&format!("location.hash === '#/suche?q={WORD}'"));
    // Until the answer to the last key arrives, earlier hits are shown.
    page.wait(&format!("[...document.querySelectorAll('.hit-item mark')].some((mark) => mark.textContent === '{WORD}')"));
    let found = room.call(&format!("zeitlupe.search('{WORD}')"));
    page.wait(&format!("document.querySelectorAll('.hit-item').length === {}", found["total"]));
    assert!(page.text("main h1").contains("Stellen in"), "{}", page.text("main h1"));
    assert!(page.focus_is_on("#suche") && page.string("document.activeElement.value") == WORD, "{}", page.focused());
    let now = page.run("return history.length;", Vec::new());
    assert!(now.as_u64() <= steps.as_u64().map(|steps| steps + 1), "every key has left a step in the history: {steps} to {now}");
    // The first press closes the suggestions, if still open.
    page.press(Key::Escape);
    page.press(Key::Escape);
    page.wait("document.querySelector('#suche').value === ''");
}

fn typed_early(room: &Room) {
    let page = room.page;
    // A single file has everything at once.
    if matches!(room.place, Place::Disk(_)) {
        return;
    }
    // Holds back the app until it is let go.
    let script = "const ask = window.fetch;
        window.fetch = async (name, ...more) => {
            if (/app-.*wasm/.test(name)) await new Promise((go) => window.e2eGo = go);
            return ask(name, ...more);
        };";
    let added = page.browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    page.load(&room.place.url("#/"));
    page.wait("!!window.e2eGo");
    page.type_into("form.early input", "Sich");
    page.run("e2eGo();", Vec::new());
    page.wait_address("#/suche?q=Sich");
    page.wait_for(".hit-item mark", 1);
    page.wait("document.activeElement.id === 'suche' && document.activeElement.value === 'Sich'");
    page.type_into("#suche", "er");
    page.wait_address("#/suche?q=Sicher");
    page.browser.cdp("Page.removeScriptToEvaluateOnNewDocument", added);
}

fn suggestions(room: &Room) {
    let page = room.page;
    room.open("#/");
    page.type_into("#suche", "Sicherh");
    page.wait_for("#vorschlaege [role=option]", 1);
    // Not the suggestions for the first letters, which may still change.
    page.wait(
        "[...document.querySelectorAll('#vorschlaege [role=option] span:first-child')].every((word) => /^sicherh/i.test(word.textContent))",
    );
    page.wait("document.querySelector('#suche').getAttribute('aria-expanded') === 'true'");
    page.press(Key::Down);
    page.wait_for("#vorschlaege [aria-selected=true]", 1);
    let chosen = page.string("document.querySelector('#vorschlaege [aria-selected=true] span').textContent");
    assert_eq!(page.string("document.querySelector('#suche').getAttribute('aria-activedescendant')"), "vorschlag-0");
    page.press(Key::Enter);
    page.wait(&format!("document.querySelector('#suche').value === '{chosen} '"));
    page.wait("document.querySelector('#vorschlaege').hidden");
    assert!(page.focus_is_on("#suche"), "{}", page.focused());
    page.wait_for(".hit-item mark", 1);
}

fn concordance(room: &Room) {
    let page = room.page;
    room.open(&format!("#/suche?q={WORD}"));
    page.wait_for(".hit-item mark", 1);
    page.click(".results nav li:nth-child(2) a");
    page.wait_address("ansicht=konkordanz");
    page.wait_for(".concordance tbody tr", 2);
    // "5 Stellen in 3 Artikeln": a line for each.
    page.wait("document.querySelectorAll('.concordance tbody tr').length === parseInt(document.querySelector('main h1').textContent)");
    let marks =
        "[...document.querySelectorAll('.concordance mark')].every((m) => m.textContent.toLowerCase().startsWith('sicherheitsgaranti'))";
    page.wait(marks);
    let saved = saved(room, ".concordance .save");
    assert!(saved.0 == "konkordanz.csv" && saved.1.starts_with("davor;Treffer;danach;Artikel;Datum;Quelle\r\n"), "{saved:?}");
    assert_eq!(saved.1.lines().count(), 1 + page.count(".concordance tbody tr"), "{saved:?}");
    page.click(".concordance .kinds li:nth-child(3) a");
    page.wait_address("zeilen=rechts");
    let sorted = "(() => { const words = [...document.querySelectorAll('.concordance .after')].map((x) => x.textContent.trim().toLowerCase().replace(/^[^a-z0-9äöüß]+/, '').split(/[^a-z0-9äöüß]/)[0].replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u').replaceAll('ß', 'ss'));
        return words.every((x, i) => !i || words[i - 1] <= x); })()";
    page.wait(sorted);
    page.click(".concordance tbody tr:first-child .hit a");
    page.wait_for("article .passage", 1);
    page.back();
    page.wait_for(".concordance tbody tr", 2);
}

fn same_counts(room: &Room) {
    let page = room.page;
    room.open("#/suche?q=Sicherheit&ansicht=konkordanz");
    page.wait_for(".concordance tbody tr", 2);
    page.wait("document.querySelectorAll('.concordance tbody tr').length === parseInt(document.querySelector('main h1').textContent)");
    room.open("#/suche?q=Sicherheit");
    page.wait_for(".hit-item mark", 1);
    let of_hits =
        "[...document.querySelectorAll('.hit-item')].map((hit) => parseInt((hit.textContent.match(/(\\d+)\\s+Stelle/) || [0, 0])[1]))";
    page.wait(&format!("{of_hits}.reduce((sum, places) => sum + places, 0) === parseInt(document.querySelector('main h1').textContent)"));
    let first = page.string(&format!("String({of_hits}[0])"));
    page.click(".hit-item a");
    page.wait_for(".steps", 1);
    page.wait(&format!("document.querySelector('.steps [role=status]').textContent.endsWith(': {first}')"));
}

fn trend(room: &Room) {
    let page = room.page;
    room.open(&format!("#/suche?q={WORD}&ansicht=verlauf"));
    page.wait_for(".trend tbody tr", 1);
    page.wait("[...document.querySelectorAll('.trend tbody td:nth-child(2)')].reduce((sum, cell) => sum + parseInt(cell.textContent), 0) === parseInt(document.querySelector('main h1').textContent)");
    assert!(page.count(".trend rect") > 0);
    let saved = saved(room, ".trend .save");
    assert_eq!((saved.0.as_str(), saved.1.lines().count()), ("verlauf.csv", 1 + page.count(".trend tbody tr")), "{saved:?}");
}

fn typo(room: &Room) {
    let page = room.page;
    room.open("#/suche?q=Sicherheitsgaranteien");
    page.wait_for(".understood a", 1);
    page.wait_for(".hit-item mark", 1);
    page.click(".understood a");
    page.wait("location.hash.toLowerCase().startsWith('#/suche?q=sicherheitsgarantie')");
    page.wait_gone(".understood a");
    page.wait_for(".hit-item mark", 1);
}

fn ignored(room: &Room) {
    let page = room.page;
    room.open(&format!("#/suche?q={WORD}+vor:gestern"));
    page.wait_for(".hit-item mark", 1);
    page.wait("document.querySelector('.results').textContent.includes('vor:gestern')");
    room.open("#/suche?q=Nato+-Kreml+OR+(");
    room.stands();
}

fn facets(room: &Room) {
    let page = room.page;
    room.open(&format!("#/suche?q={WORD}"));
    let before = page.count(".hit-item");
    page.wait_for(".facets .bars a", 2);
    // The last value of the first facet is the rarest.
    page.click(".facets section:first-child li:last-child a");
    page.wait_for(".chip", 1);
    page.wait("/[?&](quelle|monat|mit)=/.test(location.hash)");
    page.wait(&format!("(() => {{ const n = document.querySelectorAll('.hit-item').length; return n > 0 && n < {before}; }})()"));
    page.click(".chip");
    page.wait_gone(".chip");
    page.wait_for(".hit-item", before);
}

fn order(room: &Room) {
    let page = room.page;
    room.open(&format!("#/suche?q={WORD}"));
    let dates = || page.string("[...document.querySelectorAll('.hit-item time')].map((t) => t.dateTime).filter(Boolean).join(' ')");
    page.click(".order option:nth-child(3)");
    page.wait_address("ordnung=alt");
    page.wait("(() => { const d = [...document.querySelectorAll('.hit-item time')].map((t) => t.dateTime).filter(Boolean); return d.length > 1 && d.every((x, i) => !i || d[i - 1].slice(0, 7) <= x.slice(0, 7)); })()");
    let oldest = dates();
    page.click(".order option:nth-child(2)");
    page.wait_address("ordnung=neu");
    page.wait("(() => { const d = [...document.querySelectorAll('.hit-item time')].map((t) => t.dateTime).filter(Boolean); return d.length > 1 && d.every((x, i) => !i || d[i - 1].slice(0, 7) >= x.slice(0, 7)); })()");
    assert_ne!(dates(), oldest);
}

fn nothing(room: &Room) {
    let page = room.page;
    room.open("#/suche?q=Xylophonquartett");
    page.wait_for(".nothing p", 1);
    assert_eq!(page.text("main h1"), "Nichts gefunden");
    assert_eq!(page.count(".hit-item"), 0);
    // An existing word and a day before everything: the word on its own is suggested.
    room.open("#/suche?q=Nato+vor:1890-01-01");
    page.wait_for(".nothing li a", 1);
    room.open("#/suche?q=Nato&quelle=Xylophonquartett");
    page.wait_for(".nothing a.button", 1);
    page.click(".nothing a.button");
    page.wait_for(".hit-item mark", 1);
}

fn hostile(room: &Room) {
    let page = room.page;
    let queries = [
        "<img src=x onerror=\"window.hacked=1\">",
        "\"nicht geschlossen",
        "((((((((",
        "%00%FF%",
        "\u{202e}\u{1f642}\u{0}",
        "-- AND OR NOT * ? ~ ^ : \\",
        "' OR 1=1; DROP TABLE artikel; --",
    ];
    room.open("#/");
    for query in queries {
        let found = page.run("window.e2eQuery = arguments[0]; return null;", vec![query.into()]);
        assert!(found.is_null());
        let found = room.call("zeitlupe.search(window.e2eQuery)");
        assert!(found["total"].is_u64(), "{query:?} gave {found}");
        page.run("location.hash = '#/suche?q=' + encodeURIComponent(arguments[0]);", vec![query.into()]);
        page.wait("document.querySelector('#suche').value === window.e2eQuery.replace('\\0', document.querySelector('#suche').value.includes('\\0') ? '\\0' : '\\ufffd') || document.querySelector('#suche').value === window.e2eQuery");
        room.stands();
    }
    let found = room.call("zeitlupe.search('Nato '.repeat(5000))");
    assert!(found["total"].is_u64(), "{found}");
    assert_eq!(page.count("main img, main script"), 0);
    assert_eq!(page.string("window.hacked"), "undefined");
}
