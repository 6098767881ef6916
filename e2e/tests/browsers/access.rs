//! For readers without a mouse, with a reader of their own, on a phone.

use crate::Case;
use crate::room::{Room, WORD};
use thirtyfour::Key;

pub const CASES: &[Case] = &[
    ("the keyboard reaches search, views and the first hit", keyboard),
    ("no view scrolls sideways on a phone", narrow),
    ("axe finds nothing in the overview", |room| axe(room, "#/")),
    ("axe finds nothing in the results", |room| axe(room, &format!("#/suche?q={WORD}"))),
    ("axe finds nothing in the concordance", |room| axe(room, &format!("#/suche?q={WORD}&ansicht=konkordanz"))),
    ("axe finds nothing in the trend", |room| axe(room, &format!("#/suche?q={WORD}&ansicht=verlauf"))),
    ("axe finds nothing while words are offered", offered),
    ("axe finds nothing where nothing was found", |room| axe(room, "#/suche?q=Xylophonquartett")),
    ("axe finds nothing in an article with hits and a card", opened),
    ("axe finds nothing in the names", |room| axe(room, "#/namen")),
    ("axe finds nothing in the places of a name", |room| chosen(room, "")),
    ("axe finds nothing in the network", |room| axe(room, "#/namen?ansicht=netz")),
    ("axe finds nothing in the network of a name", |room| chosen(room, "&ansicht=netz")),
    ("axe finds nothing on the map", |room| axe(room, "#/namen?ansicht=karte")),
    ("axe finds nothing in the names of some articles", |room| axe(room, "#/namen?mit=LOC:Peking&reihe=zuerst")),
    ("axe finds nothing in the timeline", |room| axe(room, "#/zeit")),
    ("axe finds nothing in a chosen stretch of time", |room| axe(room, "#/zeit?von=2022-02-03&bis=2022-02-10&bahn=artikel&zeichnung")),
    ("axe finds nothing in the table of times", |room| axe(room, "#/zeit?tabelle")),
    ("axe finds nothing in the list of times", |room| axe(room, "#/zeit?liste")),
    ("axe finds nothing in about", |room| axe(room, "#/ueber")),
    ("axe finds nothing in English, with a notice", |room| axe(room, "#/namen?lang=en&unfug=1")),
];

fn axe(room: &Room, fragment: &str) {
    room.open(fragment);
    room.assert_accessible();
}

fn offered(room: &Room) {
    room.open("#/");
    room.page.type_into("#suche", "Sicherh");
    room.page.wait_for("#vorschlaege [role=option]", 1);
    room.page.wait_for(".hit-item mark", 1);
    room.assert_accessible();
}

fn opened(room: &Room) {
    room.open("#/");
    let (name, article) = room.person();
    axe(room, &format!("#/artikel/{article}?q={WORD}&name=PER:{}", name.replace(' ', "+")));
}

fn chosen(room: &Room, rest: &str) {
    room.open("#/");
    let (name, _) = room.person();
    axe(room, &format!("#/namen?name=PER:{}{rest}", name.replace(' ', "+")));
}

fn keyboard(room: &Room) {
    let page = room.page;
    room.open("#/");
    let expected = [".skip", ".brand", "#suche", ".head nav a"];
    for selector in expected {
        page.press(Key::Tab);
        assert!(page.focus_is_on(selector), "expected the focus on {selector}, found it on {}", page.focused());
        assert!(focus_shows(room), "the focus on {selector} does not show");
    }
    page.run("document.querySelector('#suche').focus();", Vec::new());
    page.type_into("#suche", WORD);
    page.wait_for(".hit-item mark", 1);
    page.press(Key::Enter);
    page.wait("document.activeElement.matches('.hit-item a')");
    assert!(focus_shows(room), "the focus on the first hit does not show");
    page.press(Key::Enter);
    page.wait_for("article.article .body", 1);
}

/// Whether the element with the focus has an outline, lies in the view, and nothing lies above it.
fn focus_shows(room: &Room) -> bool {
    let body = "const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
        const above = document.elementFromPoint(r.left + Math.min(r.width / 2, 10), r.top + r.height / 2);
        return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 && r.top >= 0 && r.left >= 0 && (e.contains(above) || above.contains(e));";
    room.page.run(body, Vec::new()) == true
}

/// At 320 px in Chromium, and elsewhere as narrow as the window can be made.
fn narrow(room: &Room) {
    let page = room.page;
    page.resize(320, 640);
    room.open("#/");
    let (name, article) = room.person();
    let name = name.replace(' ', "+");
    let views = [
        "#/".to_owned(),
        format!("#/suche?q={WORD}"),
        format!("#/suche?q={WORD}&ansicht=konkordanz"),
        format!("#/suche?q={WORD}&ansicht=verlauf"),
        format!("#/artikel/{article}?q={WORD}&name=PER:{name}"),
        "#/namen".to_owned(),
        format!("#/namen?name=PER:{name}"),
        format!("#/namen?name=PER:{name}&ansicht=netz"),
        "#/namen?ansicht=netz".to_owned(),
        "#/namen?ansicht=karte".to_owned(),
        "#/zeit?liste".to_owned(),
        "#/zeit?tabelle&von=2022-02-03&bis=2022-02-10".to_owned(),
        "#/ueber".to_owned(),
    ];
    let wide = |view: &String| {
        room.open(view);
        let body = "const e = document.documentElement;
            if (e.scrollWidth <= innerWidth) return '';
            const out = [...document.querySelectorAll('#app *')].filter((x) => x.getBoundingClientRect().right > innerWidth + 1).pop();
            return e.scrollWidth + ' px of ' + innerWidth + (out ? ', the innermost too wide is ' + out.outerHTML.slice(0, 120) : '');";
        let width = page.run(body, Vec::new());
        width.as_str().filter(|width| !width.is_empty()).map(|width| format!("{view}: {width}"))
    };
    let wide: Vec<String> = views.iter().filter_map(wide).collect();
    page.resize(1440, 900);
    assert!(wide.is_empty(), "{}", wide.join(", "));
}
