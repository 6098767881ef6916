//! The table of names and the places of one.

use crate::Case;
use crate::room::Room;

pub const CASES: &[Case] = &[("the table of names filters and sorts", table), ("a name leads to all its places", places)];

fn table(room: &Room) {
    let page = room.page;
    room.open("#/namen");
    page.wait_for(".names tbody tr", 10);
    let all = page.count(".names tbody tr");
    page.type_into(".filter", "putin");
    page.wait(&format!("document.querySelectorAll('.names tbody tr').length < {all}"));
    let names = page.texts(".names tbody th");
    assert!(names.iter().any(|name| name.contains("Putin")), "{names:?}");
    page.type_into(".filter", "xyz");
    page.wait_gone(".names table");
    assert!(page.text("section.table").contains("Kein Name passt."));
    room.open("#/namen?art=ORG");
    page.wait_for(".names tbody td .n.org", 1);
    assert_eq!(page.count(".names tbody td .n"), page.count(".names tbody td .n.org"));
    room.open("#/namen");
    page.click(".names thead th:first-child a");
    page.wait_address("reihe=name");
    page.wait_for("th[aria-sort=ascending]", 1);
    let names = page.texts(".names tbody th");
    let mut sorted = names.clone();
    sorted.sort_by_key(|name| name.to_lowercase());
    assert_eq!(names.first().map(|name| name.to_lowercase()), sorted.first().map(|name| name.to_lowercase()));
}

fn places(room: &Room) {
    let page = room.page;
    room.open("#/namen");
    page.wait_for(".names tbody tr", 1);
    let mentions = page.text(".names tbody tr:first-child td.number");
    let name = page.text(".names tbody tr:first-child th");
    page.click(".names tbody tr:first-child th a");
    page.wait_for(".names tr.open", 1);
    page.wait_for(".card h2", 1);
    assert_eq!(page.text(".card h2"), name);
    page.wait_for(".lines a", 1);
    let shown = page.count(".lines a");
    assert!(shown >= mentions.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(1), "{mentions} mentions, {shown} places");
    let quote = page.text(".lines a b");
    page.click(".lines a");
    page.wait_address("#/artikel/");
    page.wait_address("stelle=");
    page.wait_for(".body .passage", 1);
    assert_eq!(page.texts(".body .passage").concat(), quote);
    page.wait(
        "(() => { const r = document.querySelector('.passage').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; })()",
    );
}
