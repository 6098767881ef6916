//! Fixed pages, tasks and guided tours: in every room, and in one built with the optional files.

use crate::Case;
use crate::room::Room;
use crate::suite::Suite;
use serde_json::json;
use std::path::Path;
use thirtyfour::Key;
use zeitlupe_e2e::place::{Place, SUB_PATH};
use zeitlupe_e2e::server::Server;
use zeitlupe_e2e::settings::Kind;
use zeitlupe_e2e::watch;

const GROUP: &str = "lesson";

/// Cases for every room.
pub const CASES: &[Case] = &[
    ("the footer of every view links to the fixed pages", foot),
    ("the about page shows sources, dates, the build day and error rates", about),
    ("axe finds nothing in privacy", |room| axe(room, "#/datenschutz")),
    ("axe finds nothing in accessibility, in English", |room| axe(room, "#/barrierefreiheit?lang=en")),
    ("without an imprint the page says so", |room| {
        axe(room, "#/impressum");
        assert!(room.page.text("main").contains("keine Angaben"));
        room.open("#/aufgaben");
        assert!(room.page.text("main").contains("keine Aufgaben"));
    }),
];

/// Cases for a room with tasks, tours and an imprint.
pub const OWN: &[Case] = &[
    ("a tour is stepped through with keys and buttons, and back works", stepped),
    ("a tour stays open in other views, and returns to its station", strayed),
    ("on a phone the bar of a tour does not cover the focused element", uncovered),
    ("a tour that does not exist is reported", |room| {
        axe(room, "#/zeit?tour=9,1");
        assert!(room.page.text(".tour").contains("gibt es hier nicht"));
    }),
    ("an answer to a task stays while reading", answered),
    ("in print the tasks are a worksheet", printed),
    ("axe finds nothing in the tasks, in a tour and in the imprint", |room| {
        for view in ["#/", "#/aufgaben", "#/artikel/wien?tour=1,1", "#/impressum?lang=en"] {
            axe(room, view);
        }
        assert!(room.page.text("main h1").contains("Impressum") && room.page.text("main").contains("Schule am Park"));
    }),
    ("nothing scrolls sideways on a phone", narrow),
    ("tasks, tours and fixed pages can be read without the app", still),
];

/// The files of the room.
const FILES: [(&str, &str); 6] = [
    (
        "wien.txt",
        "Gipfel in Wien\n\nStand: 04.02.2022 12:01 Uhr\nDie Minister trafen sich am Freitag in Wien. Danach sprach Kanzler Olaf Scholz.\n",
    ),
    (
        "rom.txt",
        "Treffen in Rom\n\nStand: 07.02.2022 09:30 Uhr\nAm Montag reiste Olaf Scholz nach Rom. Die Gespräche über Gas dauerten drei Stunden.\n",
    ),
    ("bonn.txt", "Rückblick aus Bonn\n\nStand: 01.03.2022\nIn Bonn erinnerte man sich an die Gespräche vom 7. Februar 2022.\n"),
    (
        "tasks.md",
        "# Zwei Gipfel\n\nLesen Sie zuerst [beide](#/suche?q=Scholz) Artikel.\n\n## Wer trifft wen?\n(kurze Antwort)\n\n- mit *Belegen*\n\n## Warum?\nSchreiben Sie eine **Seite**.\n(lange Antwort)\n\n## Zum Schluss\nVergleichen Sie.\n(ohne Antwort)\n",
    ),
    (
        "tour.md",
        "# Der Weg nach Rom\n\n1. [Zuerst](https://schule.example/saal/#/artikel/wien?stelle=62;Wien) Wien.\n2. Dann die [Namen](#/namen?name=PER:Olaf+Scholz).\n3. Am Ende die [Zeit](#/zeit?liste).\n\n# Kurz\n- [Gas](#/suche?q=Gas) suchen\n",
    ),
    ("Impressum.md", "# Impressum\n\nSchule am Park, [Post](mailto:post@schule.example)\n"),
];

/// Runs the cases of a room built from [`FILES`].
pub fn run(suite: &Suite) {
    if !suite.wants_any(GROUP, OWN.iter().map(|case| case.0)) {
        return;
    }
    let write = |articles: &Path| FILES.iter().for_each(|(name, text)| std::fs::write(articles.join(name), text).expect("a new file"));
    let site = suite.sites.site("lesson", write).unwrap_or_else(|said| panic!("{said}"));
    let place = Place::Served(Server::start(&site, SUB_PATH).expect("a port is free"));
    let room = Room::new(suite.page(), &place, &suite.settings.axe);
    for (name, case) in OWN {
        suite.case(GROUP, name, || {
            room.forget();
            case(&room);
            room.assert_quiet();
        });
    }
}

fn axe(room: &Room, fragment: &str) {
    room.open(fragment);
    room.assert_accessible();
}

fn foot(room: &Room) {
    let page = room.page;
    room.open("#/namen?lang=en");
    page.click(".foot a[href*='datenschutz']");
    page.wait("document.querySelector('main h1')?.textContent === 'Privacy'");
    assert!(page.text("main").contains("collects nothing") && page.fragment().contains("lang=en"));
    page.click(".foot a[href*='barrierefreiheit']");
    page.wait("document.querySelector('main h1')?.textContent === 'Accessibility'");
    assert!(page.string("document.title").starts_with("Accessibility"));
    assert_eq!((page.count(".foot a"), page.count(".head nav a[href*='aufgaben']")), (3, 0), "no imprint and no tasks");
}

fn about(room: &Room) {
    let page = room.page;
    room.open("#/ueber");
    page.wait_for(".about tbody tr", 1);
    let text = page.text("main");
    for part in ["Quellen", "Lizenzen", "Prüfsumme", "Gebaut am", "von zehn Marken waren zwei falsch"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    page.click(".about .counts a");
    page.wait_address("#/suche?quelle=");
    page.wait_for(".hit-item", 1);
}

fn place_is(room: &Room, place: &str) {
    room.page.wait(&format!("document.querySelector('.tour .place')?.textContent === {}", json!(place)));
}

fn stepped(room: &Room) {
    let page = room.page;
    room.open("#/");
    page.wait_for(".lesson a", 3);
    page.click(".lesson a[href*='tour=1,1']");
    place_is(room, "1 von 3");
    page.wait("document.activeElement.matches('.tour')");
    assert_eq!(page.text(".tour .sentence"), "Zuerst Wien.");
    page.wait_for("article.article .body mark, article.article .body .passage, article.article .body", 1);
    page.press(Key::Right);
    place_is(room, "2 von 3");
    page.wait_address("#/namen?name=PER:Olaf+Scholz&tour=1,2");
    page.press(Key::PageDown);
    place_is(room, "3 von 3");
    page.press(Key::Right);
    page.press(Key::PageUp);
    place_is(room, "2 von 3");
    assert!(page.focus_is_on(".tour"), "the focus went from the bar to {}", page.focused());
    page.click(".tour .after");
    place_is(room, "3 von 3");
    assert!(page.focus_is_on(".tour .after"), "the focus went from the button to {}", page.focused());
    page.click(".tour .before");
    place_is(room, "2 von 3");
    page.back();
    place_is(room, "3 von 3");
    page.wait_address("#/zeit?liste&tour=1,3");
    // Without the focus in the bar, its keys scroll the page.
    page.run("document.querySelector('#suche').focus();", Vec::new());
    page.press(Key::Left);
    page.click(".tour .end");
    page.wait_gone(".tour");
    assert_eq!(page.fragment(), "#/zeit?liste");
    page.wait("document.activeElement.id === 'inhalt'");
}

fn strayed(room: &Room) {
    let page = room.page;
    room.open("#/namen?name=PER:Olaf+Scholz&tour=1,2");
    place_is(room, "2 von 3");
    assert_eq!(page.count(".tour a.button"), 0, "it stands where the tour does");
    page.click(".head nav a[href*='#/zeit']");
    page.wait_address("#/zeit");
    place_is(room, "2 von 3");
    page.click(".tour a.button");
    page.wait_address("#/namen?name=PER:Olaf+Scholz&tour=1,2");
    page.wait_gone(".tour a.button");
    // The tour continues in the other language.
    page.click(".language");
    page.wait("document.documentElement.lang === 'en'");
    place_is(room, "2 of 3");
    page.click(".tour .after");
    page.wait_address("lang=en");
    place_is(room, "3 of 3");
}

fn uncovered(room: &Room) {
    let page = room.page;
    page.resize(390, 844);
    for view in ["#/artikel/rom?name=PER:Olaf+Scholz&tour=1,1", "#/namen?tour=1,2", "#/aufgaben?tour=2,1"] {
        room.open(view);
        page.wait_for(".tour .place", 1);
        let covered = page.run(
            "const bar = document.querySelector('.tour').getBoundingClientRect();
             if (bar.height > innerHeight / 2) return 'the bar is ' + bar.height + ' px high';
             for (const e of document.querySelectorAll('main a, main button, main textarea, main summary, main input, .foot a')) {
                 if (!e.checkVisibility() || e.matches('.unseen, .unseen *')) continue;
                 e.focus();
                 const r = e.getBoundingClientRect();
                 if (document.activeElement === e && r.top + Math.min(r.height, 24) > bar.top + 1) return e.outerHTML.slice(0, 120);
             }
             return '';",
            Vec::new(),
        );
        assert_eq!(covered, "", "{view}");
    }
    page.resize(1440, 900);
}

fn answered(room: &Room) {
    let page = room.page;
    room.open("#/");
    page.click(".head nav a[href*='aufgaben']");
    page.wait_for(".task", 3);
    assert_eq!(page.texts("main h2"), ["Wer trifft wen?", "Warum?", "Zum Schluss"]);
    assert_eq!((page.text("main h1"), page.count(".task textarea")), ("Zwei Gipfel".into(), 2));
    page.type_into("#antwort-0", "Scholz <b>");
    page.wait("document.querySelector('.answer .mirror').textContent.startsWith('Scholz <b>')");
    let height = "document.querySelector('#antwort-0').getBoundingClientRect().height";
    let before = page.run(&format!("return {height};"), Vec::new()).as_f64().unwrap_or_default();
    for _ in 0..6 {
        page.press(Key::Return);
    }
    page.type_into("#antwort-0", "Ende");
    page.wait(&format!("{height} > {before} + 50"));
    page.click(".proof summary");
    page.wait_for(".proof details[open] a[href*='belege']", 1);
    page.click(".tasks .prose a[href*='suche']");
    page.wait_for(".hit-item", 2);
    page.click(".head nav a[href*='aufgaben']");
    page.wait("document.querySelector('#antwort-0')?.value.endsWith('Ende')");
    page.assert_no_storage();
}

fn printed(room: &Room) {
    let page = room.page;
    if page.kind() != Kind::Chromium {
        return;
    }
    room.open("#/aufgaben");
    page.type_into("#antwort-0", "Eine Antwort");
    page.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let shows = "(selector) => [...document.querySelectorAll(selector)].map((e) => e.checkVisibility({ visibilityProperty: true }))";
    let seen = page.run(
        &format!("const shows = {shows}; return [shows('textarea'), shows('.mirror'), shows('.ruled'), shows('.proof summary, .tasks button, .head nav, .foot')];"),
        Vec::new(),
    );
    page.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "" }));
    assert_eq!(seen[0], json!([false, false]));
    assert_eq!((&seen[1], &seen[2]), (&json!([true, false]), &json!([false, true])), "words where there are some, else lines");
    assert!(seen[3].as_array().is_some_and(|all| all.iter().all(|shown| shown == false)), "{seen}");
    assert_eq!(page.count(".ruled i"), 2 + 14);
}

fn narrow(room: &Room) {
    let page = room.page;
    page.resize(320, 640);
    for view in ["#/", "#/aufgaben", "#/ueber?tour=1,3", "#/datenschutz", "#/barrierefreiheit", "#/impressum"] {
        room.open(view);
        let width = page.run("return document.documentElement.scrollWidth - innerWidth;", Vec::new());
        assert!(width.as_i64().is_some_and(|width| width <= 0), "{view}: {width} px too wide");
    }
    page.resize(1440, 900);
}

fn still(room: &Room) {
    let page = room.page;
    let base = room.place.url("");
    let expected = [
        ("aufgaben.html", "Wer trifft wen?"),
        ("fuehrungen.html", "Zuerst Wien."),
        ("ueber.html", "von zehn Marken waren zwei falsch"),
        ("datenschutz.html", "sammelt nichts"),
        ("barrierefreiheit.html", "WCAG 2.2"),
        ("impressum.html", "Schule am Park"),
    ];
    for (file, words) in expected {
        page.load(&format!("{base}{file}"));
        assert!(page.text("main").contains(words), "{file}: {}", page.text("main"));
        let barriers = watch::barriers(page, room.axe);
        assert!(barriers.is_empty(), "{file}: {barriers:?}");
    }
    page.load(&format!("{base}fuehrungen.html"));
    page.click("main li a");
    page.wait_address("#/artikel/wien");
    place_is(room, "1 von 3");
}
