//! The timeline's list, table and files; the chosen period; addresses.

use crate::Case;
use crate::room::{Room, saved};
use crate::timeline::{items, open};
use serde_json::{Value, json};
use thirtyfour::Key;
use zeitlupe_e2e::settings::Kind;

pub const CASES: &[Case] = &[
    ("list and table have the same items as the drawing", same),
    ("on a phone the list comes first", phone),
    ("a time shows how it is known", reasons),
    ("every item has an address", address),
    ("a range is selected by dragging, and with its handles", choose),
    ("a range is selected by keyboard alone", choose_by_keys),
    ("the selected range filters search, names and reader", filters),
    ("the range can include articles that mention it", mentioned),
    ("the timeline is saved as a table, a calendar and a picture", files),
    ("a time's card links to its item in the timeline", card),
    ("in print the timeline is a list", paper),
];

/// The texts of all rows, without the link sign.
const ROWS: &str = "[...document.querySelectorAll('.items > ol > li .what > a:not(.anchor), .item-table td:nth-child(2) > a:not(.anchor)')].filter((a) => !a.closest('#ohne-datum')).map((a) => a.textContent).sort()";

fn rows(room: &Room) -> Value {
    room.page.run(&format!("return {ROWS};"), Vec::new())
}

fn same(room: &Room) {
    let page = room.page;
    let everything = "fenster=1900-01-01,2100-01-01";
    open(room, &format!("#/zeit?{everything}&zeichnung"));
    let mut expected: Vec<String> =
        items(room).iter().filter(|item| item["earliest"].is_string()).filter_map(|item| Some(item["text"].as_str()?.to_owned())).collect();
    expected.sort_by_key(|text| text.encode_utf16().collect::<Vec<_>>());
    assert_eq!(rows(room), json!(expected));
    // One key away: the links to the other views come before the drawing.
    for (view, name) in [("liste", "Liste"), ("tabelle", "Tabelle"), ("zeichnung", "Zeichnung")] {
        let tab = page.run(
            "return [...document.querySelectorAll('.timeline nav a')].findIndex((a) => a.textContent === arguments[0]) + 1;",
            vec![json!(name)],
        );
        page.click(&format!(".timeline nav li:nth-child({tab}) a"));
        page.wait_address(view);
        room.stands();
        assert_eq!(rows(room), json!(expected), "{view}");
        assert_eq!(page.count(".chart svg.plot"), usize::from(view == "zeichnung"));
    }
}

fn phone(room: &Room) {
    let page = room.page;
    page.resize(390, 844);
    room.open("#/zeit");
    page.wait_for(".items li", 5);
    let drawn = page.count(".chart svg.plot");
    room.open("#/zeit?zeichnung");
    page.wait_for(".chart svg a", 1);
    let names = page.texts(".chart .name");
    page.resize(1440, 900);
    assert_eq!(drawn, 0, "boxes overlap on a phone");
    assert_eq!(names, ["Berichte", "Ereignisse"]);
}

fn reasons(room: &Room) {
    room.open("#/zeit?liste&fenster=1900-01-01,2100-01-01");
    room.page.wait_for(".items .why", 10);
    let why = room.page.texts(".items .why");
    assert!(why.iter().all(|words| !words.trim().is_empty()));
    let has = |part: &str| why.iter().any(|words| words.contains(part));
    assert!(has("so angegeben") && has("Erscheinen") && has("Feb. 2022") && has("nach der Zeitform"), "{why:?}");
    // A date inferred from another article says so.
    assert!(has("aus gemeinsamen Passagen"), "{why:?}");
    room.open("#/zeit?tabelle&fenster=1900-01-01,2100-01-01");
    room.page.wait_for(".item-table td.why", 10);
    room.page.wait("[...document.querySelectorAll('.item-table .why')].some((why) => why.textContent.includes('Erscheinen'))");
}

fn address(room: &Room) {
    let page = room.page;
    for view in ["liste", "tabelle", "zeichnung"] {
        room.open(&format!("#/zeit?{view}&fenster=1900-01-01,2100-01-01"));
        page.wait_for(".anchor", 10);
        // An item far from the busy weeks, so that the window has to move.
        let link = "const rows = [...document.querySelectorAll('.items > ol > li, .item-table tbody tr')].filter((r) => !r.closest('#ohne-datum'));
            const row = rows.find((r) => /\\b(2005|2013|2019|2014)\\b/.test(r.textContent) && r.querySelector('.anchor')) || rows[0];
            return [row.querySelector('.anchor').getAttribute('href'), row.querySelector('a:not(.anchor)').textContent];";
        let found = page.run(link, Vec::new());
        let (href, text) = (found[0].as_str().expect("an address"), found[1].as_str().expect("words"));
        room.open(href);
        page.wait_for("li.here, tr.here", 1);
        assert_eq!(page.text("li.here a:not(.anchor), tr.here a:not(.anchor)"), text, "{href}");
        page.reload();
        room.stands();
        page.wait_for("li.here, tr.here", 1);
    }
    // A missing item is reported, and the rest works.
    let article = room.ids()[0].clone();
    room.open(&format!("#/zeit?punkt={article};7;nie+gesagt"));
    page.wait_for(".timeline .notice", 1);
    page.wait_for(".items li", 1);
}

fn fields(room: &Room) -> Vec<String> {
    let found = room.page.run("return [...document.querySelectorAll('.controls input[type=date]')].map((e) => e.value);", Vec::new());
    found.as_array().into_iter().flatten().filter_map(|value| Some(value.as_str()?.to_owned())).collect()
}

fn choose(room: &Room) {
    let page = room.page;
    open(room, "#/zeit?fenster=2022-02-01,2022-02-20");
    assert_eq!(fields(room), ["", ""]);
    page.drag(".chart .ground", 0.125, 0.475);
    page.wait_address("von=2022-02-03&bis=2022-02-10");
    page.wait_for(".chart [role=slider]", 2);
    assert_eq!(fields(room), ["2022-02-03", "2022-02-10"]);
    // The list has only its items, and the drawing shows the others paler.
    room.stands();
    assert!(page.texts(".items .when b").iter().all(|when| !when.contains("15. Feb. 2022")), "{:?}", page.texts(".items .when b"));
    page.wait_for(".chart a.outside", 1);
    // Dragging a handle does not move the other one.
    let share = |day: f64| (day - 1.0) / 20.0;
    let place = page.run(
        "const g = document.querySelector('.chart .ground').getBoundingClientRect(), h = document.querySelector('#griff-bis rect').getBoundingClientRect();
         return [(g.left + g.width * arguments[0] - h.left) / h.width];",
        vec![json!(share(16.5))],
    );
    page.drag("#griff-bis rect", 0.5, place[0].as_f64().expect("a number"));
    page.wait_address("von=2022-02-03&bis=2022-02-16");
    page.click(".controls .choose-none");
    page.wait_gone(".chart [role=slider]");
    assert_eq!(fields(room), ["", ""]);
}

fn choose_by_keys(room: &Room) {
    let page = room.page;
    open(room, "#/zeit?fenster=2022-02-01,2022-02-20");
    page.run("document.querySelector('.controls .choose').focus();", Vec::new());
    page.press(Key::Enter);
    page.wait_address("von=2022-02-01&bis=2022-02-20");
    page.wait_for("#griff-von", 1);
    page.run("document.querySelector('#griff-von').focus();", Vec::new());
    page.press(Key::Right);
    page.wait_address("von=2022-02-02&bis=2022-02-20");
    assert!(page.focus_is_on("#griff-von"), "the focus is lost: {}", page.focused());
    page.press(Key::PageUp);
    page.wait_address("von=2022-02-09&bis=2022-02-20");
    page.press(Key::Left);
    page.wait_address("von=2022-02-08&bis=2022-02-20");
    page.press(Key::Tab);
    assert!(page.focus_is_on("#griff-bis"), "{}", page.focused());
    page.press(Key::PageDown);
    page.wait_address("von=2022-02-08&bis=2022-02-13");
    // A handle cannot pass the other one.
    page.press(Key::PageDown);
    page.wait_address("von=2022-02-08&bis=2022-02-08");
    page.press(Key::End);
    page.wait_address("von=2022-02-08&bis=2022-02-20");
    assert_eq!(
        page.string("document.querySelector('#griff-bis').getAttribute('aria-valuetext')").replace('\u{a0}', " "),
        "20. Februar 2022"
    );
    // The date fields do the same.
    let typed = "const e = document.querySelector('.controls input[type=date]'); e.value = '2022-02-04'; e.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(typed, Vec::new());
    page.wait_address("von=2022-02-04&bis=2022-02-20");
}

fn filters(room: &Room) {
    let page = room.page;
    room.open("#/");
    let hits = room.call("zeitlupe.search('', { limit: 100 })");
    let on_day = hits["hits"].as_array().into_iter().flatten().filter(|hit| hit["date"] == "2022-02-04").count();
    assert!(on_day > 1);
    open(room, "#/zeit?von=2022-02-04&bis=2022-02-04");
    page.click(".controls .to-search");
    page.wait_address("#/suche?von=2022-02-04&bis=2022-02-04");
    room.stands();
    let found = page.count(".hit-item");
    // Articles known only to the month may be from that day, too.
    assert!(found >= on_day && found < hits["hits"].as_array().map_or(0, Vec::len), "{found} of {on_day}");
    page.wait_for(".chip", 2);
    // The list next to the article is filtered.
    page.click(".hit-item h3 a");
    page.wait_address("von=2022-02-04");
    page.wait_for(".reader .list .chip", 2);
    assert_eq!(page.count(".reader .list .hit-item"), found);
    // So are the names.
    open(room, "#/zeit?von=2022-02-04&bis=2022-02-04");
    page.click(".controls .to-names");
    page.wait_address("#/namen?von=2022-02-04&bis=2022-02-04");
    room.stands();
    page.wait_for(".names tbody tr", 5);
    page.wait_for(".names .chip", 2);
    let few = page.string("document.querySelector('.names .table [role=status]').textContent");
    room.open("#/namen");
    page.wait(&format!("document.querySelector('.names .table [role=status]').textContent !== {}", json!(few)));
    // The tabs keep the range.
    room.open("#/suche?von=2022-02-04&bis=2022-02-04");
    page.click(".head nav a[href*='zeit']");
    page.wait_address("#/zeit?von=2022-02-04&bis=2022-02-04");
}

fn mentioned(room: &Room) {
    let page = room.page;
    // A day that is mentioned, but without reports.
    room.open("#/suche?von=2022-02-15&bis=2022-02-15");
    let appeared = page.count(".hit-item");
    open(room, "#/zeit?von=2022-02-15&bis=2022-02-15");
    page.click(".controls .chosen input[type=checkbox]");
    page.wait_address("rede");
    page.click(".controls .to-search");
    page.wait_address("#/suche?von=2022-02-15&bis=2022-02-15&rede");
    page.wait(&format!("document.querySelectorAll('.hit-item').length > {appeared}"));
    page.wait_for(".chip", 3);
}

fn files(room: &Room) {
    let page = room.page;
    open(room, "#/zeit?fenster=1900-01-01,2100-01-01");
    let listed = page.count(".timeline > .items > ol > li");
    let (name, text) = saved(room, ".files .save:nth-of-type(1)");
    assert_eq!(name, "zeitleiste.csv");
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].starts_with("Wann;bis;Art;Angabe;TIMEX3;Was;Artikel;Quelle;Woher bekannt"), "{}", lines[0]);
    assert!(listed > 20 && lines.len() > listed, "{} lines for {listed} items", lines.len());
    assert!(lines.iter().any(|line| line.starts_with("2022-02-04;2022-02-04;Bericht;")), "{text}");
    let (name, text) = saved(room, ".files .save:nth-of-type(2)");
    assert_eq!(name, "zeitleiste.ics");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(text.matches("BEGIN:VEVENT").count(), listed);
    assert!(text.contains("DTSTART;VALUE=DATE:20220204"));
    let (name, text) = saved(room, ".files .save.drawn");
    assert_eq!(name, "zeitleiste.svg");
    assert!(text.starts_with("<svg") && text.contains("xmlns=") && text.contains("Ereignisse"), "no key: {text:.200}");
    assert!(text.contains("stroke-width") && text.contains("schraffur"));
    let parsed = "return !new DOMParser().parseFromString(arguments[0], 'image/svg+xml').querySelector('parsererror');";
    assert_eq!(page.run(parsed, vec![json!(text)]), true, "no program would open this file");
    let painted = "(() => new Promise((ready) => {
        const click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () { HTMLAnchorElement.prototype.click = click; ready([this.download, this.href.slice(0, 30), this.href.length]); };
        window.alert = (words) => ready([words]);
        document.querySelector('.files .save.painted').click();
    }))()";
    let painted = page.promised(painted);
    assert_eq!(
        (painted[0].as_str(), painted[1].as_str().map(|href| href.starts_with("data:image/png;base64,"))),
        (Some("zeitleiste.png"), Some(true)),
        "{painted}"
    );
    assert!(painted[2].as_u64() > Some(10_000), "an empty picture: {painted}");
}

fn card(room: &Room) {
    let page = room.page;
    room.open("#/");
    let found = items(room);
    let item = found.iter().find(|item| item["kind"] == "event" && item["earliest"].is_string());
    let article = item.and_then(|item| item["article"].as_str()).map(str::to_owned);
    room.open(&format!("#/artikel/{}", article.expect("an article with a time")));
    page.wait_for(".body a.n.time", 1);
    page.click(".body a.n.time");
    page.wait_for(".card.time .actions a", 1);
    page.click(".card.time .actions a");
    page.wait_address("#/zeit?punkt=");
    page.wait_for("li.here", 1);
}

fn paper(room: &Room) {
    let page = room.page;
    if page.kind() != Kind::Chromium {
        println!("paper not run: only Chromium's driver shows a page as it is printed");
        return;
    }
    open(room, "#/zeit");
    page.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let seen = |selector: &str| page.string(&format!("document.querySelector('{selector}').getClientRects().length")) != "0";
    let (chart, controls, list, why) = (seen(".chart"), seen(".timeline .controls"), seen(".items li"), seen(".items .why"));
    page.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "" }));
    assert_eq!((chart, controls, list, why), (false, false, true, true));
}
