//! Reports of one event, compared.

use crate::Case;
use crate::room::{Room, saved};
use serde_json::json;
use thirtyfour::Key;
use zeitlupe_e2e::settings::Kind;

pub const CASES: &[Case] = &[
    ("the front page and an article lead to the comparison of their event", offered),
    ("a cell opens its sentences, and each leads to its place and back", evidence),
    ("the sheet is read with keys alone", keys),
    ("reports are chosen, and the link holds the choice", chosen),
    ("reports stand side by side, with the same passages level", side),
    ("each passage is there once, with its versions", passages),
    ("on a phone the sheet shows one report at a time", phone),
    ("the sheet is printed filled and empty", paper),
    ("the sheet can be saved as a table", table),
    ("a comparison of what does not exist says so", unknown),
];

/// The letters of the reports in the head of the sheet.
fn letters(room: &Room) -> Vec<String> {
    room.page.texts(".sheet thead .hl").iter().map(|head| head.trim().chars().take(1).collect()).collect()
}

fn open(room: &Room, address: &str) {
    room.open(address);
    room.page.wait_for(".sheet tbody tr", 5);
}

fn offered(room: &Room) {
    let page = room.page;
    room.open("#/");
    page.click(".masthead ~ .meta a[href*=vergleich], .front a[href*='#/vergleich']");
    page.wait_for(".sheet tbody tr", 5);
    let reports = letters(room).len();
    assert!(reports > 1 && page.count(".sheet thead th") == reports, "{reports} reports");
    let first = page.string("document.querySelector('.sheet thead a').href.split('#').pop()");
    room.open(&format!("#{first}"));
    page.click(".offer a");
    page.wait_for(".sheet tbody tr", 5);
    assert_eq!(letters(room).len(), reports);
}

fn evidence(room: &Room) {
    let page = room.page;
    open(room, "#/vergleich");
    page.click(".sheet tbody a.q");
    page.wait_for("tr.ev mark", 1);
    page.wait_address("zeile=");
    assert_eq!(page.count(".sheet a.q[aria-expanded=true]"), page.count("tr:has(+ tr.ev) a.q"));
    let marked = page.text("tr.ev mark");
    page.click("tr.ev a.read");
    page.wait_address("#/artikel/");
    page.wait_for(".body .passage", 1);
    // Names in it divide the passage.
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(plain(&page.texts(".body .passage").concat()), plain(&marked));
    page.back();
    page.wait_for("tr.ev mark", 1);
    page.reload();
    page.wait_for("tr.ev mark", 1);
    page.click("tr:has(+ tr.ev) a.q");
    page.wait_gone("tr.ev");
    assert!(!page.fragment().contains("zeile="));
}

fn keys(room: &Room) {
    let page = room.page;
    open(room, "#/vergleich");
    page.run("document.querySelector('.sheet tbody a.q').focus();", Vec::new());
    page.press(Key::Enter);
    page.wait_for("tr.ev mark", 1);
    page.wait("document.activeElement.matches('a.q[aria-expanded=true]')");
    page.press(Key::Escape);
    page.wait_gone("tr.ev");
    page.wait("document.activeElement.matches('a.q[aria-expanded=false]')");
}

fn chosen(room: &Room) {
    let page = room.page;
    open(room, "#/vergleich");
    let before = letters(room).len();
    page.click(".grounds summary");
    page.click(".grounds ul input:checked");
    page.wait_address("bericht=");
    page.wait(&format!("document.querySelectorAll('.sheet thead th').length === {}", before - 1));
    page.reload();
    page.wait(&format!("document.querySelectorAll('.sheet thead th').length === {}", before - 1));
    page.click(".grounds summary");
    page.click(".grounds ul input:not(:checked)");
    page.wait(&format!("document.querySelectorAll('.sheet thead th').length === {before}"));
}

fn side(room: &Room) {
    let page = room.page;
    open(room, "#/vergleich");
    page.click(".views a:nth-child(2)");
    page.wait_for(".compare-side .blk[data-p]", 2);
    page.wait_address("nebeneinander");
    page.wait_for("svg.ribbons path", 1);
    let level = "(() => {
        const tops = {};
        for (const blk of document.querySelectorAll('.al .blk.sh')) (tops[blk.querySelector('.num').hash] ??= []).push(blk.closest('.al'));
        return Object.values(tops).filter((rows) => rows.length > 1 && rows.every((row) => row === rows[0])).length;
    })()";
    assert!(page.string(level) != "0", "no passage stands in one row");
}

fn passages(room: &Room) {
    let page = room.page;
    open(room, "#/vergleich");
    let count: usize = page.text(".views a:nth-child(3) small").parse().expect("a number");
    page.click(".views a:nth-child(3)");
    page.wait_for("article.passage1[id]", count);
    assert_eq!(page.count("article.passage1[id]"), count);
    page.wait_for("article.passage1 .vers li", count);
    room.go("#/vergleich?passagen&passage=2");
    page.wait_for("#passage-2", 1);
    page.click("#passage-2 .locs a");
    page.wait_for(".body .passage", 1);
}

fn phone(room: &Room) {
    let page = room.page;
    page.resize(390, 844);
    open(room, "#/vergleich");
    let shown = "[...document.querySelectorAll('.sheet tbody tr:not(.group) td')].filter((td) => td.getClientRects().length).map((td) => td.className.match(/r(\\d)/)?.[1])";
    assert_eq!(page.string(&format!("[...new Set({shown})].join()")), "0");
    page.click(".pick label:nth-of-type(2)");
    page.wait(&format!("[...new Set({shown})].join() === '1'"));
    page.resize(1440, 900);
}

fn paper(room: &Room) {
    let page = room.page;
    if page.kind() != Kind::Chromium {
        println!("paper not run: only Chromium's driver shows a page as it is printed");
        return;
    }
    open(room, "#/vergleich");
    page.run("window.e2ePrinted = []; window.print = () => e2ePrinted.push('empty' in document.documentElement.dataset);", Vec::new());
    page.click(".out summary");
    page.click(".out button:nth-of-type(1)");
    page.click(".out button:nth-of-type(2)");
    page.wait("e2ePrinted.join() === 'false,true'");
    page.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let seen = |selector: &str| page.string(&format!("document.querySelector('{selector}').getClientRects().length")) != "0";
    let (question, cell) = (seen(".blankrow"), seen("tr.same, tr.diff"));
    page.run("dispatchEvent(new Event('afterprint'));", Vec::new());
    let filled = (seen(".blankrow"), seen("tr.same, tr.diff"));
    page.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "" }));
    assert_eq!(((question, cell), filled), ((true, false), (false, true)));
}

fn table(room: &Room) {
    let page = room.page;
    open(room, "#/vergleich");
    page.click(".out summary");
    let (name, text) = saved(room, ".out .save");
    let rows = page.count(".sheet tbody tr[id]");
    let lines = text.split("\r\n").filter(|line| !line.is_empty()).count();
    assert!(name == "vergleich.csv" && lines == rows + 1, "{lines} lines, {rows} rows");
}

fn unknown(room: &Room) {
    let page = room.page;
    room.open("#/vergleich?bericht=nie&bericht=nimmer");
    page.wait_for(".compare .note", 1);
    assert!(page.text(".compare").contains("nimmer"));
}
