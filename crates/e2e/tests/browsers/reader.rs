//! Reading an article: hits, marks, legend, cards.

use crate::Case;
use crate::room::{Room, WORD};
use serde_json::Value;
use thirtyfour::Key;

pub const CASES: &[Case] = &[
    ("a hit opens its article, with next and previous", hits),
    ("the legend switches a layer off and on", legend),
    ("a name's card opens, and Escape closes it and restores the focus", card),
    ("a focused name shows its card, with links to other mentions", focus),
    ("a time's card shows its meaning", time_card),
    ("the text is the complete text of the article", text),
    ("the date shows how it is known", evidence),
    ("a missing article is reported", missing),
];

fn hits(room: &Room) {
    let page = room.page;
    room.open(&format!("#/suche?q={WORD}"));
    page.click(".hit-item h3 a");
    page.wait_address("#/artikel/");
    page.wait_address(&format!("q={WORD}"));
    page.wait_for("article .body mark", 1);
    page.wait_for(".steps", 1);
    let total = page.string("document.querySelectorAll(\"mark[id^='treffer-']\").length").parse::<usize>().unwrap_or_default();
    assert!(total > 0);
    let place = |n: usize| format!("{n} von {total}");
    page.click(".steps button:last-child");
    page.wait(&format!("document.querySelector('.steps').textContent.includes('{}')", place(1)));
    page.wait_for("mark.current", 1);
    let in_view = "(() => { const r = document.querySelector('mark.current').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; })()";
    page.wait(in_view);
    // Backwards from the first is the last.
    page.click(".steps button:nth-of-type(1)");
    page.wait(&format!("document.querySelector('.steps').textContent.includes('{}')", place(total)));
    page.wait(in_view);
    page.click(".steps button:last-child");
    page.wait(&format!("document.querySelector('.steps').textContent.includes('{}')", place(1)));
}

fn legend(room: &Room) {
    let page = room.page;
    let (_, article) = room.person();
    room.open(&format!("#/artikel/{article}"));
    page.wait_for(".legend input", 2);
    page.wait_for(".body .n.per", 1);
    let (marks, text) = (page.count(".body .n.per"), page.text("article .body"));
    page.click(".legend label:has(.per) input");
    page.wait_address("ohne=PER");
    page.wait_gone(".body .n.per");
    assert_eq!(page.text("article .body").replace('?', ""), text.replace('?', ""));
    page.click(".legend label:has(.per) input");
    page.wait("!location.hash.includes('ohne')");
    page.wait_for(".body .n.per", marks);
    assert_eq!(page.count(".body .n.per"), marks);
}

fn card(room: &Room) {
    let page = room.page;
    let (name, article) = room.person();
    room.open(&format!("#/artikel/{article}"));
    page.wait_for(".body a.n.per", 1);
    page.click(".body a.n.per");
    page.wait_for(".card h2", 1);
    page.wait_address("name=PER:");
    page.wait_for(".body .n.chosen", 1);
    page.press(Key::Escape);
    page.wait_gone(".card");
    page.wait("!location.hash.includes('name=')");
    assert!(page.focus_is_on(".body a.n"), "the focus is on {}", page.focused());
    // The same with the card's button and with a link.
    let escaped = name.replace(' ', "+");
    room.open(&format!("#/artikel/{article}?name=PER:{escaped}"));
    page.wait_for(".card h2", 1);
    assert_eq!(page.text(".card h2"), name);
    page.click(".card .close");
    page.wait_gone(".card");
    assert!(page.focus_is_on(".body a.n"), "the focus is on {}", page.focused());
}

fn focus(room: &Room) {
    let page = room.page;
    let (_, article) = room.person();
    room.open(&format!("#/artikel/{article}"));
    page.wait_for(".body a.n.per", 2);
    let names = "[...document.querySelectorAll('.body a.n.per')].map((a) => decodeURIComponent(a.hash.replaceAll('+', ' ')).match(/name=([^&]*)/)[1])";
    // A person with at least two mentions.
    let found = page.run(
        &format!("const names = {names}; const at = names.findIndex((name, n) => names.indexOf(name) !== n); const first = names.indexOf(names[at]); document.querySelectorAll('.body a.n.per')[first].focus(); return [names[at], first];"),
        Vec::new(),
    );
    let name =
        found[0].as_str().and_then(|name| name.strip_prefix("PER:")).unwrap_or_else(|| panic!("nobody is named twice: {found}")).to_owned();
    page.wait(&format!("document.querySelector('.card h2')?.textContent === {}", Value::from(name.as_str())));
    assert!(!page.fragment().contains("name="), "only looking does not change the address");
    let (of, total) = (page.text(".card .steps span"), page.count(".card .steps a"));
    assert!(of.contains("Stelle 1 von") && total == 2, "{of}");
    page.click(".card .steps a:last-child");
    page.wait_address("stelle=");
    page.wait("document.querySelector('.card .steps span')?.textContent.includes('Stelle 2 von')");
    page.wait_for(".body .passage", 1);
    page.press(Key::Escape);
    page.wait_gone(".card");
}

fn time_card(room: &Room) {
    let page = room.page;
    room.open("#/");
    let item = room.call("zeitlupe.timeline().then((items) => items.find((i) => i.kind === 'event' && i.value))");
    let article = item["article"].as_str().unwrap_or_else(|| panic!("no time stands in any article: {item}"));
    room.open(&format!("#/artikel/{article}"));
    page.wait_for(".body a.n.time", 1);
    page.click(".body a.n.time");
    page.wait_for(".card.time .value", 1);
    page.wait_address("stelle=");
    page.wait_for(".body .passage", 1);
    page.press(Key::Escape);
    page.wait_gone(".card");
}

/// Marks must not change the text: every paragraph shown is in the article unchanged.
fn text(room: &Room) {
    let page = room.page;
    for id in room.ids() {
        room.open(&format!("#/artikel/{id}"));
        page.wait_for("article .body", 1);
        let article = room.call(&format!("zeitlupe.article({})", Value::from(id.as_str())));
        let whole = article["text"].as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let shown = page.texts("article .body > :not(.untitled, .facts)").join(" ");
        assert_eq!(shown, whole, "{id}");
    }
}

fn evidence(room: &Room) {
    let page = room.page;
    let best = room.best();
    room.open(&format!("#/artikel/{best}"));
    page.click(".facts summary");
    page.wait("document.querySelector('.facts details').open");
    assert!(page.text(".facts details p").len() > 10);
}

fn missing(room: &Room) {
    let page = room.page;
    room.open("#/artikel/gibt-es-nicht");
    assert!(page.text("main").contains("Diesen Artikel gibt es hier nicht."));
    let best = room.best();
    room.open(&format!("#/artikel/{best}?stelle=5;Xylophonquartett"));
    page.wait("document.querySelector('.article .notice')?.textContent.includes('steht nicht mehr')");
}
