//! Searching: as you type, narrowed, in order, and in vain.

use crate::Case;
use crate::room::{Room, WORD};
use thirtyfour::Key;

pub const CASES: &[Case] = &[
    ("hits come as one types", as_you_type),
    ("a facet narrows, its chip widens again", facets),
    ("hits can be put in order of time", order),
    ("nothing found comes with help", nothing),
    ("hostile queries are only words", hostile),
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
    // Until the answer to the last key has come, the hits of an earlier one stand there.
    page.wait(&format!("[...document.querySelectorAll('.hit-item mark')].some((mark) => mark.textContent === '{WORD}')"));
    let found = room.call(&format!("zeitlupe.search('{WORD}')"));
    page.wait(&format!("document.querySelectorAll('.hit-item').length === {}", found["total"]));
    assert!(page.text("main h1").contains("Stellen in"), "{}", page.text("main h1"));
    assert!(page.focus_is_on("#suche") && page.string("document.activeElement.value") == WORD, "{}", page.focused());
    let now = page.run("return history.length;", Vec::new());
    assert!(now.as_u64() <= steps.as_u64().map(|steps| steps + 1), "every key has left a step in the history: {steps} to {now}");
    page.press(Key::Escape);
    page.wait("document.querySelector('#suche').value === ''");
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
