//! The reader's passages and notes: marking, commenting, sorting, storing, saving and loading.

use crate::Case;
use crate::room::{Room, WORD, saved};
use serde_json::{Value, json};
use thirtyfour::Key;
use zeitlupe_e2e::page::Page;
use zeitlupe_e2e::place::Place;

pub const CASES: &[Case] = &[
    ("a selection is marked, commented, sorted, and links to its place", select),
    ("a passage is marked without selecting: typed, from a hit, from a link", without_selecting),
    ("a selection over several paragraphs is copied as shown", across),
    ("nothing is stored without consent, and everything can be deleted", keep),
    ("saved files and pages to hand in can be loaded elsewhere", carry),
    ("an invalid file of passages is reported and changes nothing", invalid_file),
    ("passages from a link can be accepted or declined", brought),
    ("changes made in another window are applied", follow),
    ("notes that are not kept are merged with those of another window", merge),
    ("stored notes that cannot be read are set aside until the reader deletes them", set_aside),
    ("when the storage is full, what was kept before stays", full),
    ("with and without index.html it is the same room", index),
    ("axe finds nothing in the evidence, full and empty", accessible),
];

/// Selects words in the last paragraph of the open article, and returns them.
fn selected(page: &Page) -> String {
    let script = "const p = [...document.querySelectorAll('.body p')].at(-1), walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
        let node; while ((node = walk.nextNode())) { const at = node.data.search(/[a-zäöü]{6}/); if (at >= 0 && !node.parentElement.closest('a')) {
            const range = document.createRange(); range.setStart(node, at); range.setEnd(node, Math.min(node.data.length, at + 30));
            const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range); return selection.toString().trim(); } }";
    let words = page.run(script, Vec::new());
    words.as_str().unwrap_or_else(|| panic!("nothing was selected: {words}")).to_owned()
}

/// Opens the article of the best hit.
fn opened(room: &Room) -> String {
    let best = room.best();
    room.open(&format!("#/artikel/{best}"));
    best
}

/// Marks words of the open article with a comment.
fn noted(page: &Page, comment: &str) -> String {
    let words = selected(page);
    page.wait_for(".marking .note", 1);
    page.click(".marking .note");
    page.wait("document.activeElement.id === 'notiz'");
    page.type_into("#notiz", comment);
    words
}

/// The whole text of a selector.
fn whole(page: &Page, selector: &str) -> String {
    page.string(&format!("[...document.querySelectorAll({})].map((e) => e.textContent).join('')", Value::from(selector)))
}

fn text_is(selector: &str, text: &str) -> String {
    format!("document.querySelector({})?.textContent === {}", Value::from(selector), Value::from(text))
}

fn select(room: &Room) {
    let page = room.page;
    opened(room);
    let words = noted(page, "Das ist wichtig.");
    page.wait_gone(".marking");
    page.wait("document.querySelector('.note-sign')?.getAttribute('aria-label').endsWith('Das ist wichtig.')");
    assert_eq!(whole(page, ".body .noted"), words);
    page.type_into(".card.own .group input", "Warum?");
    page.press(Key::Tab);
    page.click(".card.own .actions a");
    page.wait(&text_is(".notebook h2", "Warum?"));
    page.wait(&text_is(".notebook blockquote", &words));
    assert_eq!(page.string("document.querySelector('.notebook textarea').value"), "Das ist wichtig.");
    page.wait(&text_is(".head nav a[href*='belege'] .number", "\u{a0}1"));
    page.click(".notebook blockquote a");
    page.wait_for(".body .noted.passage", 1);
    page.wait_for(".card.own", 1);
    page.press(Key::Escape);
    page.wait_gone(".card.own");
    page.wait("document.activeElement.matches('.note-sign')");
    // Deleted by mistake: undo restores it.
    page.click(".note-sign");
    page.wait_for(".card.own .remove", 1);
    page.click(".card.own .remove");
    page.wait_gone(".body .noted");
    page.click(".noted-notice .undo");
    page.wait_for(".body .noted", 1);
    page.assert_no_storage();
}

fn without_selecting(room: &Room) {
    let page = room.page;
    let passage = room.passage();
    let best = opened(room);
    page.click(".mark-form summary");
    page.type_into(".mark-form input", WORD);
    page.press(Key::Enter);
    page.wait("document.activeElement.id === 'notiz'");
    assert_eq!(page.text(".body .noted"), WORD);
    page.click(".card.own .remove");
    page.wait_gone(".body .noted");
    // The sentence around a hit.
    page.type_into("#suche", WORD);
    page.wait_for(".side .steps button", 2);
    page.click(".side .steps button:last-child");
    page.click(".mark-sentence");
    page.wait("[...document.querySelectorAll('.body .noted')].map((e) => e.textContent).join('').length > 40");
    page.wait_for(".body .noted mark, .body mark .noted", 1);
    // The target of a link.
    room.open(&format!("#/artikel/{best}?{passage}"));
    page.click(".mark-passage");
    page.wait_for(".body .noted.passage", 1);
    page.wait_for(".card.own", 1);
    page.click(".mark-form summary");
    page.type_into(".mark-form input", "Xylophonquartett");
    page.press(Key::Enter);
    assert_eq!(page.count(".note-sign"), 1, "what does not stand there is not marked");
}

fn across(room: &Room) {
    let page = room.page;
    opened(room);
    let script = "const [a, b] = [...document.querySelectorAll('.body p[data-at]')].slice(-2), range = document.createRange();
        range.setStart(a, 0); range.setEnd(b, b.childNodes.length); const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range);
        return [a.textContent, b.textContent];";
    let before = page.run(script, Vec::new());
    page.click(".marking .mark");
    page.wait_for(".note-sign", 1);
    let after = page.run("return [...document.querySelectorAll('.body p[data-at]')].slice(-2).map((p) => p.textContent);", Vec::new());
    assert_eq!(before, after, "signs are no text");
    assert_eq!(whole(page, ".body .noted"), before.as_array().expect("two").iter().filter_map(Value::as_str).collect::<String>());
}

fn keep(room: &Room) {
    let page = room.page;
    let best = opened(room);
    let words = noted(page, "Meins");
    page.assert_no_storage();
    page.reload();
    room.stands();
    page.wait_for("article .body p", 1);
    assert_eq!(page.count(".body .noted"), 0);
    noted(page, "Meins");
    page.click(".noted-notice .keep");
    page.wait("Object.values(localStorage).some((text) => text.includes('Meins'))");
    room.open(&format!("#/artikel/{best}"));
    page.wait_for(".body .noted", 1);
    room.open("#/belege");
    page.wait(&text_is(".notebook blockquote", &words));
    assert_eq!(page.run("return document.querySelector('.notebook [name=keep]').checked;", Vec::new()), true);
    let stored = page.string("JSON.stringify({ ...localStorage })");
    for word in ["created", "creator", "generator", "20:", "uuid"] {
        assert!(!stored.contains(word), "{word} in {stored}");
    }
    page.click(".clearing summary");
    page.click(".clearing .clear");
    page.wait_for(".notebook .introduction", 1);
    page.wait("localStorage.length === 0");
    page.reload();
    room.stands();
    assert_eq!(page.count(".notebook blockquote"), 0);
    page.assert_no_storage();
}

/// Loads the text of a file into the field for passages.
fn read_in(page: &Page, text: &str) {
    page.wait_for(".notebook [type=file]", 1);
    let choose = "const chosen = new DataTransfer(); chosen.items.add(new File([arguments[0]], 'belege.jsonld'));
        const field = document.querySelector('.notebook [type=file]'); field.files = chosen.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(choose, vec![json!(text)]);
}

fn carry(room: &Room) {
    let page = room.page;
    opened(room);
    let words = noted(page, "Von <b>mir</b>");
    page.click(".head nav a[href*='belege']");
    page.wait_for(".notebook .save", 1);
    let (name, file) = saved(room, ".notebook .save");
    assert_eq!(name, "belege.jsonld");
    let json: Value = serde_json::from_str(&file).expect("it is JSON");
    assert_eq!(json["first"]["items"][0]["target"]["selector"][0]["exact"], words);
    assert!(!file.contains("file:"), "no path of a disk: {file}");
    let (name, page_text) = saved(room, ".notebook .hand-in");
    assert_eq!(name, "belege.html");
    assert!(
        page_text.contains(&format!("<blockquote lang=\"de\">{words}</blockquote>")) && page_text.contains("Von &lt;b&gt;mir&lt;/b&gt;")
    );
    for text in [file, page_text] {
        page.reload();
        room.stands();
        assert_eq!(page.count(".notebook blockquote"), 0);
        read_in(page, &text);
        page.wait(&text_is(".notebook blockquote", &words));
        assert_eq!(page.string("document.querySelector('.notebook textarea').value"), "Von <b>mir</b>");
        // Loading again changes nothing.
        read_in(page, &text);
        page.wait_for(".noted-notice", 1);
        assert_eq!(page.count(".notebook blockquote"), 1);
    }
    page.click(".notebook blockquote a");
    page.wait_for(".body .noted.passage", 1);
}

fn invalid_file(room: &Room) {
    let page = room.page;
    room.open("#/belege");
    let deep = "[".repeat(5_000);
    for text in ["{", "\u{0}\u{1}PNG", "{}", "<!doctype html><p>x</p>", deep.as_str()] {
        read_in(page, text);
        page.wait("document.querySelector('.noted-notice')?.textContent.includes('Erwartet wird eine Datei')");
        page.click(".noted-notice .dismiss");
        page.wait_gone(".noted-notice");
    }
    let foreign = json!([
        { "type": "Annotation", "target": "https://example.org/bild.png" },
        { "type": "Annotation", "body": "Fremd", "target": { "source": "https://example.org/#/artikel/gibt-es-nicht",
          "selector": { "type": "TextQuoteSelector", "exact": "Ein <img src=x> Satz" } } },
    ]);
    read_in(page, &foreign.to_string());
    page.wait(&text_is(".notebook blockquote", "Ein <img src=x> Satz"));
    page.wait("document.querySelector('.noted-notice').textContent.includes('zeigen: 1')");
    // The import can still be undone.
    page.wait_for(".noted-notice .undo", 1);
    page.wait("document.querySelector('.notebook .meta').textContent === 'Diesen Artikel gibt es in diesem Lesesaal nicht.'");
    assert_eq!(page.count(".notebook img"), 0);
}

fn brought(room: &Room) {
    let page = room.page;
    opened(room);
    let words = noted(page, "Mitgebracht");
    page.click(".head nav a[href*='belege']");
    page.wait_for(".notebook .copy", 1);
    // Drivers do not let a page write to the clipboard.
    let catch = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (text) => { window.e2eCopied = text; return Promise.resolve(); } } });";
    page.run(catch, Vec::new());
    page.click(".notebook .copy");
    let link = page.wait("window.e2eCopied").as_str().expect("a link").to_owned();
    let fragment = &link[link.find('#').expect("a fragment")..];
    room.open(fragment);
    page.wait(&text_is(".brought blockquote", &words));
    assert_eq!(page.count(".notebook li.note"), 0, "nothing is taken without the reader");
    page.click(".brought .take");
    page.wait(&text_is(".notebook li.note blockquote", &words));
    page.wait_gone(".brought");
    page.wait("!location.hash.includes('mit-belegen')");
    room.open(&fragment[..fragment.len() - 3]);
    page.wait("document.querySelector('.brought')?.textContent.includes('lassen sich nicht lesen')");
}

fn follow(room: &Room) {
    let page = room.page;
    opened(room);
    noted(page, "Eins");
    page.click(".noted-notice .keep");
    page.wait("Object.keys(localStorage).some((key) => key.includes('belege'))");
    // Another window writes, and this one is notified.
    let other = "const key = Object.keys(localStorage).find((key) => key.includes('belege'));
        localStorage.setItem(key, localStorage.getItem(key).replace('Eins', 'Zwei'));
        dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }));";
    page.run(other, Vec::new());
    page.wait("document.querySelector('.note-sign')?.getAttribute('aria-label').endsWith('Zwei')");
    page.click(".head nav a[href*='belege']");
    page.click(".clearing summary");
    page.click(".clearing .clear");
    page.wait("localStorage.length === 0");
}

/// The beginning of scripts about the storage: the path in its keys.
const PATH: &str = "const path = location.pathname.replace(/index\\.html$/, '');";

/// Stores texts like another window that does so in one go: names of entries, endings of their paths, texts.
fn store(page: &Page, texts: &[(&str, &str, &str)]) {
    let script = "const keys = arguments[0].map(([name, ending, text]) => {
            const key = `zeitlupe.${name} ${path}${ending}`;
            localStorage.setItem(key, text);
            return key;
        });
        for (const key of keys) dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }));";
    page.run(&format!("{PATH} {script}"), vec![json!(texts)]);
}

/// What is stored of the notes.
fn stored(page: &Page) -> String {
    page.run(&format!("{PATH} return localStorage.getItem(`zeitlupe.belege ${{path}}`) || '';"), Vec::new())
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// A file with a note on these words.
fn file_with(words: &[&str]) -> String {
    let item = |words: &&str| json!({ "type": "Annotation", "target": { "source": "#/artikel/x", "selector": { "type": "TextQuoteSelector", "exact": words } } });
    json!(words.iter().map(item).collect::<Vec<_>>()).to_string()
}

/// Whether the browser asks before the page is left.
fn asks(page: &Page) -> Value {
    page.run(
        "const leaving = new Event('beforeunload', { cancelable: true }); dispatchEvent(leaving); return leaving.defaultPrevented;",
        Vec::new(),
    )
}

/// Deletes everything, and waits until it is gone.
fn clear(page: &Page) {
    page.click(".clearing summary");
    page.click(".clearing .clear");
    page.wait("localStorage.length === 0");
}

fn quotes(page: &Page) -> Vec<String> {
    page.texts(".notebook li.note blockquote")
}

fn merge(room: &Room) {
    let page = room.page;
    opened(room);
    let words = noted(page, "Meins");
    page.click(".head nav a[href*='belege']");
    page.wait_for(".notebook li.note", 1);
    assert_eq!(asks(page), true);
    store(page, &[("namen", "", ""), ("belege", "", &file_with(&["Fremd", "Entbehrlich"]))]);
    page.wait_for(".notebook li.note", 3);
    assert_eq!(quotes(page), [words.as_str(), "Fremd", "Entbehrlich"]);
    page.wait("document.querySelector('.noted-notice').textContent.includes('zusammengeführt')");
    page.wait("Object.values(localStorage).some((text) => text.includes('Meins') && text.includes('Fremd'))");
    assert_eq!(asks(page), false, "all of it is kept now");
    // What the other window deletes does not come back with what is written here.
    let text = stored(page);
    let mut json: Value = serde_json::from_str(&text).expect("it is JSON");
    json["first"]["items"].as_array_mut().expect("a list").retain(|item| !item.to_string().contains("Entbehrlich"));
    // The event comes later than the next change here.
    page.run(&format!("{PATH} localStorage.setItem(`zeitlupe.belege ${{path}}`, arguments[0]);"), vec![json!(json.to_string())]);
    page.type_into(".notebook textarea", " und mehr");
    page.wait("Object.values(localStorage).some((text) => text.includes('Meins und mehr'))");
    page.wait("document.querySelectorAll('.notebook li.note').length === 2");
    assert!(!stored(page).contains("Entbehrlich") && stored(page).contains("Fremd"), "{}", stored(page));
    clear(page);
}

fn set_aside(room: &Room) {
    let page = room.page;
    room.open("#/belege");
    for (n, text) in ["[[[ kaputt", "{\"first\": 7}"].into_iter().enumerate() {
        page.run(&format!("{PATH} localStorage.setItem(`zeitlupe.belege ${{path}}`, arguments[0]);"), vec![json!(text)]);
        page.reload();
        room.stands();
        page.wait_for(".set-aside", n + 1);
        page.wait("document.querySelector('.noted-notice').textContent.includes('beiseitegelegt')");
    }
    room.assert_accessible();
    page.resize(1440, 900);
    assert_eq!(stored(page), "");
    // Keeping something new does not touch it.
    read_in(page, &file_with(&["Neu"]));
    page.wait_for(".notebook li.note", 1);
    page.wait("Object.values(localStorage).some((text) => text.includes('Neu'))");
    page.reload();
    room.stands();
    page.wait_for(".set-aside", 2);
    page.wait_for(".notebook li.note", 1);
    let mut texts = vec![saved(room, ".set-aside .save").1];
    page.click(".set-aside summary");
    page.click(".set-aside .clear");
    page.wait("document.querySelectorAll('.set-aside').length === 1");
    texts.push(saved(room, ".set-aside .save").1);
    texts.sort();
    assert_eq!(texts, ["[[[ kaputt", "{\"first\": 7}"]);
    clear(page);
    page.wait_gone(".set-aside");
}

fn full(room: &Room) {
    let page = room.page;
    opened(room);
    noted(page, "Eins");
    page.click(".noted-notice .keep");
    page.wait("Object.values(localStorage).some((text) => text.includes('Eins'))");
    let fill = "for (let size = 1 << 22, n = 0; size;) try { localStorage.setItem('voll' + n++, 'x'.repeat(size)); } catch { size >>= 1; }";
    page.run(fill, Vec::new());
    page.type_into("#notiz", " und noch viel mehr");
    page.wait("document.querySelector('.noted-notice')?.textContent.includes('behält das Neueste nicht')");
    assert!(stored(page).contains("Eins") && !stored(page).contains("mehr"), "{}", stored(page));
    assert_eq!(asks(page), true);
    page.run("for (const key of Object.keys(localStorage)) if (key.startsWith('voll')) localStorage.removeItem(key);", Vec::new());
    page.click(".head nav a[href*='belege']");
    page.click(".notebook [name=keep]");
    page.wait("Object.values(localStorage).some((text) => text.includes('Eins und noch viel mehr'))");
    // Switched off by the reader, it is deleted.
    page.click(".notebook [name=keep]");
    page.wait("localStorage.length === 0");
}

fn index(room: &Room) {
    let page = room.page;
    room.open("#/belege");
    store(page, &[("belege", "", &file_with(&["Neu"])), ("belege", "index.html", &file_with(&["Alt"]))]);
    page.reload();
    room.stands();
    page.wait_for(".notebook li.note", 2);
    page.wait("localStorage.length === 2 && !Object.keys(localStorage).some((key) => key.endsWith('html'))");
    assert!(stored(page).contains("Alt") && stored(page).contains("Neu"), "{}", stored(page));
    if matches!(room.place, Place::Served(_)) {
        room.open("index.html#/belege");
        page.wait_for(".notebook li.note", 2);
        assert_eq!(page.run("return localStorage.length;", Vec::new()), 2);
    }
    clear(page);
}

fn accessible(room: &Room) {
    let page = room.page;
    room.open("#/belege");
    room.assert_accessible();
    page.resize(1440, 900);
    opened(room);
    noted(page, "Eine Notiz");
    room.assert_accessible();
    page.resize(1440, 900);
    page.click(".head nav a[href*='belege']");
    page.wait_for(".notebook li.note", 1);
    room.assert_accessible();
    page.resize(1440, 900);
}
