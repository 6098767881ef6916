//! Sharing: the dialog, its link and QR code, copying, and files.

use crate::Case;
use crate::room::{Room, WORD, saved};
use serde_json::Value;
use thirtyfour::Key;
use zeitlupe_e2e::page::Page;
use zeitlupe_e2e::place::Place;

pub const CASES: &[Case] = &[
    ("the dialog opens and closes by keyboard, over an open card", keyboard),
    ("the dialog can be reopened at once", at_once),
    ("going back closes the dialog", back),
    ("the shared link gives the same view", same_view),
    ("the shared link of an article is that of its page", article_link),
    ("link, quotation and reference are copied", copied),
    ("without the clipboard API the legacy way is used, or the failure shown", closed_clipboard),
    ("the system's share dialog gets the link", device),
    ("references can be saved as files", files),
    ("the code is there and fills the window on request", code),
    ("a link that is too long for a code says so", too_long),
    ("the dialog is also in English", english),
    ("the dialog fits a phone", phone),
    ("axe finds nothing in the dialog and the enlarged code", axe),
];

fn is_served(room: &Room) -> bool {
    matches!(room.place, Place::Served(_))
}

fn open_sheet(page: &Page) {
    page.click(".open-share");
    page.wait_for("#teilen[open] .link input", 1);
}

/// The link in the open dialog.
fn link(page: &Page) -> String {
    page.string("document.querySelector('#teilen .link input').value")
}

/// The address of [`WORD`] in its best article, and that article.
fn passage(room: &Room) -> (String, String) {
    let id = room.best();
    (format!("#/artikel/{id}?{}", room.passage()), id)
}

fn open_passage(room: &Room) -> String {
    let (address, id) = passage(room);
    room.open(&address);
    page_ready(room.page);
    id
}

/// Opens the dialog of an article and waits until the article is loaded.
fn page_ready(page: &Page) {
    open_sheet(page);
    page.wait_for("#teilen .citing .short", 1);
}

fn keyboard(room: &Room) {
    let page = room.page;
    let (name, article) = room.person();
    room.open(&format!("#/artikel/{article}?name=PER:{}", name.replace(' ', "+")));
    page.wait_for(".card", 1);
    page.run("document.querySelector('.open-share').focus();", Vec::new());
    page.press(Key::Enter);
    page.wait_for("#teilen[open] .citing", 1);
    page.wait("document.activeElement.matches('#teilen .copy')");
    assert_eq!(page.string("document.querySelector('#teilen').getAttribute('aria-labelledby')"), "teilen-titel");
    for _ in 0..3 {
        page.press(Key::Tab);
        assert!(page.focus_is_on("#teilen *"), "the focus went to {}", page.focused());
    }
    // Nothing behind the dialog can be reached.
    page.run("document.querySelector('#suche').focus();", Vec::new());
    assert!(page.focus_is_on("#teilen *"), "the focus went to {}", page.focused());
    page.press(Key::Escape);
    page.wait_gone("#teilen[open]");
    page.wait("document.activeElement.matches('.open-share')");
    page.wait_for(".card", 1);
    page.press(Key::Enter);
    page.wait_for("#teilen[open] .close", 1);
    page.click("#teilen .close");
    page.wait_gone("#teilen[open]");
    page.wait("document.activeElement.matches('.open-share')");
}

fn at_once(room: &Room) {
    let page = room.page;
    room.open("#/");
    open_sheet(page);
    // The close event comes a moment later: after the following press.
    page.run(
        "const sheet = document.querySelector('#teilen'); window.e2eClosed = 0; sheet.addEventListener('close', () => { window.e2eClosed++; });
         sheet.close(); document.querySelector('.open-share').click();",
        Vec::new(),
    );
    page.wait("window.e2eClosed");
    // Two frames later, all consequences are rendered.
    page.promised("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    assert_eq!(page.count("#teilen[open] .link input"), 1);
    page.press(Key::Escape);
    page.wait_gone("#teilen[open]");
}

fn back(room: &Room) {
    let page = room.page;
    room.open("#/");
    page.click("header nav a[href*='#/namen']");
    page.wait_for(".names tbody tr", 1);
    open_sheet(page);
    page.back();
    page.wait_gone("#teilen[open]");
    page.wait_for(".story", 1);
    open_sheet(page);
    page.press(Key::Escape);
    page.wait_gone("#teilen[open]");
}

fn same_view(room: &Room) {
    let page = room.page;
    let view = format!("#/suche?q={WORD}&ansicht=konkordanz&zeilen=links");
    // Personal settings are not shared.
    room.open(&format!("{view}&schrift=1"));
    page.wait_for(".concordance tbody tr", 1);
    let lines = page.count(".concordance tbody tr");
    open_sheet(page);
    let link = link(page);
    assert_eq!(link, room.place.url(&view));
    page.load(&link);
    room.stands();
    page.wait_for(".concordance tbody tr", lines);
    assert_eq!((page.fragment(), page.count(".concordance tbody tr")), (view, lines));
}

fn article_link(room: &Room) {
    let page = room.page;
    let id = open_passage(room);
    let link = link(page);
    let rest = link.split_once("stelle=").map(|(_, rest)| rest).unwrap_or_default();
    assert!(rest.ends_with(&format!(";{WORD}")), "{link}");
    if !is_served(room) {
        assert_eq!(link, room.place.url(&format!("#/artikel/{id}?stelle={rest}")));
        return;
    }
    assert_eq!(link, room.place.url(&format!("artikel/{id}.html#?stelle={rest}")));
    page.load(&link);
    room.stands();
    page.wait_for(".body .passage", 1);
    assert_eq!(page.fragment(), format!("#/artikel/{id}?stelle={rest}"));
}

/// Replaces the clipboard by a mock that records its input.
fn trap_clipboard(page: &Page) {
    page.run(
        "window.e2eCopied = null;
         const writeText = (text) => { window.e2eCopied = text; return Promise.resolve(); };
         Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });",
        Vec::new(),
    );
}

/// What a press copies to the clipboard.
#[track_caller]
fn press_copy(page: &Page, selector: &str) -> String {
    page.run("window.e2eCopied = null;", Vec::new());
    page.click(selector);
    page.wait("window.e2eCopied").as_str().expect("a text").to_owned()
}

fn copied(room: &Room) {
    let page = room.page;
    let id = open_passage(room);
    trap_clipboard(page);
    let link = link(page);
    assert_eq!(press_copy(page, "#teilen .link .copy"), link);
    page.wait("document.querySelector('#teilen .status').textContent === 'Kopiert.'");
    let label = room.call(&format!("zeitlupe.article('{id}').then((article) => article.title)"));
    let label = label.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let quotation = press_copy(page, "#teilen .quotation + .actions .copy");
    let lines: Vec<&str> = quotation.lines().collect();
    let first = lines[0].replace('\u{a0}', " ");
    assert!(first.starts_with(&format!("„{WORD}“ (Z. ")) && first.ends_with(')'), "{first}");
    assert!(lines[1].contains(&label), "{label} is not in {quotation}");
    // A local file has no link that others could open, and its path must not be shown.
    assert_eq!(lines.get(2).copied(), is_served(room).then_some(link.as_str()));
    let reference = press_copy(page, "#teilen .short + .actions .copy");
    assert!(reference.contains(&label) && !reference.contains("file:") && reference.lines().count() == 1, "{reference}");
    // The whole article is cited, not the passage.
    assert!(!reference.contains("stelle="), "{reference}");
    assert_eq!(page.string("document.querySelector('#teilen .short').textContent"), reference);
    page.assert_no_storage();
}

fn closed_clipboard(room: &Room) {
    let page = room.page;
    room.open("#/");
    page.run(
        "window.e2eCopied = null;
         Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) }, configurable: true });
         document.execCommand = (command) => { window.e2eCopied = command + ' ' + document.activeElement.value; return true; };",
        Vec::new(),
    );
    open_sheet(page);
    let link = link(page);
    assert_eq!(press_copy(page, "#teilen .link .copy"), format!("copy {link}"));
    page.wait("document.querySelector('#teilen .status').textContent === 'Kopiert.'");
    page.wait("document.activeElement.matches('#teilen .copy')");
    page.wait_gone("textarea");
    page.run("document.execCommand = () => false;", Vec::new());
    page.click("#teilen .link .copy");
    page.wait("document.querySelector('#teilen .status').textContent.includes('von Hand')");
}

fn device(room: &Room) {
    let page = room.page;
    room.open("#/zeit?liste");
    page.run(
        "window.e2eShared = null;
         Object.defineProperty(navigator, 'share', { value: (data) => { window.e2eShared = data.url; return Promise.resolve(); }, configurable: true });",
        Vec::new(),
    );
    open_sheet(page);
    let link = link(page);
    page.click("#teilen .device");
    assert_eq!(page.wait("window.e2eShared"), Value::from(link));
}

fn files(room: &Room) {
    let page = room.page;
    let id = open_passage(room);
    let (name, text) = saved(room, "#teilen .save.bib");
    assert_eq!(name, format!("{id}.bib"));
    assert!(text.starts_with('@') && text.contains(&format!("{{zeitlupe-{id},")), "{text}");
    let (name, text) = saved(room, "#teilen .save.ris");
    assert_eq!(name, format!("{id}.ris"));
    assert!(text.starts_with("TY  - ") && text.ends_with("ER  - \r\n"), "{text}");
    let (name, text) = saved(room, "#teilen .save.json");
    assert_eq!(name, format!("{id}.json"));
    let items: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(items[0]["id"], format!("zeitlupe-{id}"));
    assert!(!text.contains("file:"), "{text}");
    assert_eq!(page.count("#teilen[open]"), 1);
}

fn code(room: &Room) {
    let page = room.page;
    room.open("#/zeit?liste");
    open_sheet(page);
    if !is_served(room) {
        // A code would lead other devices nowhere.
        assert_eq!(page.count("#teilen .qr"), 0);
        page.wait("document.querySelector('#teilen .link .quiet').textContent.includes('Datei')");
        return;
    }
    page.wait("document.querySelector('#teilen .qr path').getAttribute('d').length > 500");
    page.click("#teilen .enlarge");
    page.wait_for("#wand[open] .qr", 1);
    page.wait("(() => { const r = document.querySelector('#wand .qr').getBoundingClientRect(); return r.width === r.height && r.width > 0.6 * Math.min(innerWidth, innerHeight) && r.top >= 0 && r.bottom <= innerHeight; })()");
    let address = page.string("document.querySelector('#wand p').textContent");
    assert!(link(page).ends_with(&address), "{address}");
    page.press(Key::Escape);
    page.wait_gone("#wand[open]");
    assert_eq!(page.count("#teilen[open]"), 1, "Escape closes one after the other");
    page.wait("document.activeElement.matches('#teilen .enlarge')");
    page.click("#teilen .enlarge");
    page.click("#wand[open] .close");
    page.wait_gone("#wand[open]");
    page.press(Key::Escape);
    page.wait_gone("#teilen[open]");
    page.wait("document.activeElement.matches('.open-share')");
}

fn too_long(room: &Room) {
    if !is_served(room) {
        return;
    }
    let page = room.page;
    room.open(&format!("#/suche?q={}", "x".repeat(2000)));
    open_sheet(page);
    page.wait_for("#teilen .too-long", 1);
    assert_eq!(page.count("#teilen .qr"), 0);
}

fn english(room: &Room) {
    let page = room.page;
    room.open("#/namen?lang=en");
    open_sheet(page);
    assert_eq!(page.string("document.querySelector('#teilen h2').textContent"), "Share");
    assert!(link(page).ends_with("#/namen?lang=en"));
}

fn phone(room: &Room) {
    let page = room.page;
    page.resize(390, 844);
    open_passage(room);
    let fits = "(() => { const sheet = document.querySelector('#teilen'), r = sheet.getBoundingClientRect();
        const small = [...sheet.querySelectorAll('button, input')].filter((e) => { const b = e.getBoundingClientRect(); return b.height < 24 || b.width < 24; });
        return [r.left >= 0, r.right <= innerWidth, r.top >= 0, r.bottom <= innerHeight, sheet.scrollWidth <= sheet.clientWidth, small.length === 0].join(); })()";
    let found = page.string(fits);
    page.resize(1440, 900);
    assert_eq!(found, "true,true,true,true,true,true");
}

fn axe(room: &Room) {
    let page = room.page;
    open_passage(room);
    room.assert_accessible();
    if is_served(room) {
        page.click("#teilen .enlarge");
        page.wait_for("#wand[open] .qr", 1);
        room.assert_accessible();
    }
}
