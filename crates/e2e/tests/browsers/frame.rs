//! What holds for every view: address, history, language, links.

use crate::Case;
use crate::room::{Room, WORD};

pub const CASES: &[Case] = &[
    ("the about page describes the collection", about),
    ("switching the language changes the address", language),
    ("a damaged address is reported and its valid parts are used", mangled),
    ("back leads through the views", back),
    ("back leads to where a search began", back_from_search),
    ("a reload shows the same state", reload),
];

fn about(room: &Room) {
    let page = room.page;
    room.open("#/");
    page.click(".head nav a[href*='ueber']");
    page.wait_for(".about h2", 3);
    assert!(page.text("main").contains("Diese Seite lädt nur ihre eigenen Dateien."));
    assert_eq!(page.text(".head nav a[aria-current]"), "Über");
}

fn language(room: &Room) {
    let page = room.page;
    room.open(&format!("#/suche?q={WORD}"));
    assert_eq!(page.string("document.documentElement.lang"), "de");
    page.click(".language");
    page.wait_address("lang=en");
    page.wait("document.documentElement.lang === 'en'");
    page.wait("document.querySelector('.head nav a').textContent === 'Overview'");
    assert!(page.fragment().contains(WORD), "{}", page.fragment());
    assert!(page.text("main h1").contains("places in"), "{}", page.text("main h1"));
    page.click(".head nav a[href*='namen']");
    page.wait_address("lang=en");
    page.wait("document.querySelector('main h1')?.textContent === 'Names'");
    page.click(".language");
    page.wait("document.documentElement.lang === 'de'");
}

fn mangled(room: &Room) {
    let page = room.page;
    room.open("#/namen?unfug=1&art=ORG&von=2022-02-31&q=%zz");
    page.wait_for(".notice code", 2);
    assert_eq!(page.texts(".notice code"), ["unfug=1", "von=2022-02-31"]);
    page.wait_for(".kinds a[aria-current] .n.org", 1);
    page.click(".notice button");
    page.wait_gone(".notice");
    room.open("#/nirgendwo/sonst");
    page.wait_for(".notice", 1);
    page.wait_for(".masthead", 1);
}

fn back(room: &Room) {
    let page = room.page;
    room.open("#/");
    page.click(".story h2 a");
    page.wait_for("article.article", 1);
    let article = page.fragment();
    page.click(".head nav a[href*='namen']");
    page.wait_for(".names tbody tr", 1);
    page.back();
    page.wait_for("article.article", 1);
    assert_eq!(page.fragment(), article);
    page.back();
    page.wait_for(".masthead", 1);
}

fn back_from_search(room: &Room) {
    let page = room.page;
    room.open("#/namen");
    page.type_into("#suche", WORD);
    page.wait_for(".hit-item mark", 1);
    page.back();
    page.wait_for(".names tbody tr", 1);
}

fn reload(room: &Room) {
    let page = room.page;
    let (name, article) = room.person();
    let link = format!("#/artikel/{article}?q={WORD}&name=PER:{}&ohne=LOC", name.replace(' ', "+"));
    room.open(&link);
    for _ in 0..2 {
        page.wait_for(".card h2", 1);
        assert_eq!(page.text(".card h2"), name);
        assert_eq!(page.string("document.querySelector('#suche').value"), WORD);
        page.wait_for("article .body .n.per", 1);
        assert_eq!(page.count("article .body .n.loc"), 0);
        assert_eq!(
            page.string("decodeURIComponent(location.hash)"),
            page.string(&format!("decodeURIComponent({})", serde_json::json!(link)))
        );
        page.reload();
        room.stands();
    }
}
