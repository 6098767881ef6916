//! Using the keyboard only.

use super::{VIEWS, ask, in_every_view, look};
use crate::Case;
use crate::room::{Room, WORD};
use serde_json::json;
use thirtyfour::Key;
use zeitlupe_e2e::settings::Kind;

pub const CASES: &[Case] = &[
    ("the keyboard reaches search, views and the first hit", first_hit),
    ("the keyboard reaches everything in every view, forwards and backwards", walk),
    ("the skip link leads to the content", skip),
    ("no single-letter key triggers an action", letters),
    ("what opens on focus closes with Escape", escape),
];

fn first_hit(room: &Room) {
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

/// Whether the focused element has an outline, is in view, and is not covered.
fn focus_shows(room: &Room) -> bool {
    let body = "const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
        const above = document.elementFromPoint(r.left + Math.min(r.width / 2, 10), r.top + r.height / 2);
        return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 && r.top >= 0 && r.left >= 0 && (e.contains(above) || above.contains(e));";
    room.page.run(body, Vec::new()) == true
}

/// Everything focusable is focused once, in the order of the page, shows its focus in view, and can be left.
fn walk(room: &Room) {
    let can_go_back = room.page.kind() != Kind::WebKit;
    if !can_go_back {
        println!("webkit: the walk backwards not tried: its driver does not hold Shift down while it presses Tab");
    }
    in_every_view(room, |view| {
        // Moving backwards is the same everywhere, and slow.
        let back = can_go_back && ["overview", "article with hits and a card", "timeline"].contains(&view);
        let ways: &[bool] = if back { &[false, true] } else { &[false] };
        ways.iter().flat_map(|back| walk_here(room, *back)).collect()
    });
}

/// What is wrong on the way through one view. A window that was not in front when the way began shows no focus: then it begins once more.
fn walk_here(room: &Room, back: bool) -> Vec<String> {
    let wrong = walk_once(room, back);
    if wrong.is_empty() { wrong } else { walk_once(room, back) }
}

fn walk_once(room: &Room, back: bool) -> Vec<String> {
    let page = room.page;
    // Only after a click is the keyboard focus certainly in the page.
    page.click("main h1");
    if page.kind() == Kind::Firefox {
        page.browser.focus_page();
    }
    let times = ask(room, &format!("setOut({back})")).as_u64().unwrap_or_default();
    page.press_often(Key::Tab, times as usize, back);
    look(room, &format!("arrive({back})"))
}

fn skip(room: &Room) {
    let page = room.page;
    for (view, address) in VIEWS.iter().take(2) {
        room.open(&address.replace("{word}", WORD));
        page.press(Key::Tab);
        assert!(page.focus_is_on(".skip"), "{view}: the focus is on {}", page.focused());
        page.press(Key::Enter);
        page.wait("document.activeElement.matches('main')");
        page.press(Key::Tab);
        page.wait("document.activeElement.closest('main') && !document.activeElement.matches('main')");
    }
}

/// Letters, digits and signs change neither the address nor what is shown, as long as the reader is in no field.
fn letters(room: &Room) {
    // With these, Firefox opens its own search.
    let own: &[char] = if room.page.kind() == Kind::Firefox { &['/', '\''] } else { &[] };
    let keys: String = ('a'..='z').chain('0'..='9').chain("ABCXYZ+-*/?.,'#<>[]".chars()).filter(|key| !own.contains(key)).collect();
    in_every_view(room, |_| {
        let page = room.page;
        let state = "(() => { const main = document.querySelector('main').cloneNode(true); return location.href + main.innerHTML + document.activeElement.tagName; })()";
        page.run("document.activeElement.blur();", Vec::new());
        page.run("window.e2eStill = arguments[0];", vec![json!(page.string(state))]);
        let keys = keys.clone();
        let typed = page.browser.wait(|session| async move { session.action_chain().send_keys(keys).perform().await });
        typed.unwrap_or_else(|error| panic!("keys could not be pressed: {error}"));
        let after = page.string(state);
        if page.run("return window.e2eStill === arguments[0];", vec![json!(after)]) == true {
            Vec::new()
        } else {
            vec![format!("keys of one letter have changed the view; now at {}", page.fragment())]
        }
    });
}

/// The card of a focused name, and the line about a focused mark.
fn escape(room: &Room) {
    let page = room.page;
    let (_, article) = room.person();
    room.open(&format!("#/artikel/{article}"));
    // Names are linked to their cards once the entities are loaded.
    page.wait_for("article .body :is(a.n.per, a.n.loc)", 1);
    page.run("document.querySelector('article .body :is(a.n.per, a.n.loc)').focus();", Vec::new());
    page.wait_for(".card h2", 1);
    page.press(Key::Escape);
    page.wait_gone(".card");
    assert!(page.focus_is_on("article .body a.n"), "the focus has gone to {}", page.focused());
    room.open("#/zeit?zeichnung");
    page.run("document.querySelector('.chart svg a[tabindex=\"0\"]').focus();", Vec::new());
    page.wait_for(".chart .hint b", 1);
    page.press(Key::Escape);
    page.wait_gone(".chart .hint b");
    assert!(look(room, "wide()").is_empty());
}
