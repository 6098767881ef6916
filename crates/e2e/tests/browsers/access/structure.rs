//! The structure of views for screen readers.

use super::{at_every_size, in_every_view, look};
use crate::Case;
use crate::room::{Room, WORD};
use std::collections::BTreeMap;

pub const CASES: &[Case] = &[
    ("every view has one heading, landmarks and a title", parts),
    ("the focus follows the visual order in every view", order),
    ("page and language switch declare their language", language),
    ("one polite live region announces the number of hits", results),
];

fn parts(room: &Room) {
    let mut titles = BTreeMap::<String, Vec<String>>::new();
    in_every_view(room, |view| {
        let lang = room.page.string("document.documentElement.lang");
        titles.entry(room.page.string("document.title")).or_default().push(view.to_owned());
        let expected = if view.contains("English") { "en" } else { "de" };
        let mut wrong = look(room, "structure()");
        if lang != expected {
            wrong.push(format!("the language is {lang:?}"));
        }
        wrong
    });
    // Of one article, of one word, of the names and of the times there are several views.
    assert!(titles.len() >= 10, "too few titles: {titles:?}");
}

fn order(room: &Room) {
    at_every_size(room, &[(1440, 900), (1024, 768), (390, 844)], || look(room, "order()"));
}

fn language(room: &Room) {
    let page = room.page;
    for (address, own, other) in [("#/", "de", "en"), ("#/?lang=en", "en", "de")] {
        room.open(address);
        let langs = "`${document.documentElement.lang} ${document.querySelector('.language').lang} ${document.querySelector('.language').hreflang}`";
        assert_eq!(page.string(langs), format!("{own} {other} {other}"));
        // Articles have their own language.
        assert_eq!(page.string("document.querySelector('.story h2').closest('[lang]').lang"), "de");
    }
}

/// Its text follows the query, and nothing else is announced at the same time.
fn results(room: &Room) {
    let page = room.page;
    room.open(&format!("#/suche?q={WORD}"));
    let regions = "[...document.querySelectorAll('[role=status], [role=alert], [aria-live]')].filter((e) => e.textContent.trim())";
    let said = |what: &str| page.string(&format!("({regions}).map((e) => {what}).join(' | ')"));
    assert_eq!(said("e.getAttribute('aria-live') || e.role || e.getAttribute('role')"), "status");
    let before = said("e.textContent");
    assert!(before.chars().any(|c| c.is_ascii_digit()), "{before}");
    page.run("window.e2eRegion = document.querySelector('[role=status]');", Vec::new());
    page.type_into("#suche", " OR Putin");
    page.wait(&format!("({regions}).map((e) => e.textContent).join(' | ') !== {}", serde_json::json!(before)));
    // A region that is recreated with its text is not announced.
    page.wait("window.e2eRegion.isConnected && window.e2eRegion.textContent.trim()");
}
