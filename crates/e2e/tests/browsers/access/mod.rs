//! Every rule of accessibility and privacy, in every view: keyboard, screen reader, phone.
//!
//! A view that is added needs one line in [`VIEWS`]. What a view is looked over for is written in `look.js`. A rule is tried on all views in
//! one case, which names every view that breaks it.

mod barriers;
mod colour;
mod keyboard;
mod privacy;
mod reflow;
mod structure;

use crate::Case;
use crate::room::{Room, WORD};
use serde_json::Value;

pub const CASES: &[&[Case]] = &[barriers::CASES, keyboard::CASES, reflow::CASES, colour::CASES, structure::CASES, privacy::CASES];

/// The cases that may depend on where the page is.
pub const FROM_DISK: &[Case] = privacy::CASES;

/// Every view, by its name here and its address. `{word}` is a word that the articles hold, `{name}` who is named most in them, `{article}`
/// one that names them.
const VIEWS: &[(&str, &str)] = &[
    ("overview", "#/"),
    ("hits", "#/suche?q={word}"),
    ("concordance", "#/suche?q={word}&ansicht=konkordanz"),
    ("trend", "#/suche?q={word}&ansicht=verlauf"),
    ("nothing found", "#/suche?q=Xylophonquartett"),
    ("article", "#/artikel/{article}"),
    ("article with hits and a card", "#/artikel/{article}?q={word}&name={name}"),
    ("names", "#/namen"),
    ("places of a name", "#/namen?name={name}"),
    ("network", "#/namen?ansicht=netz"),
    ("network of a name", "#/namen?name={name}&ansicht=netz"),
    ("map", "#/namen?ansicht=karte"),
    ("names of some articles", "#/namen?mit={name}&reihe=zuerst"),
    ("timeline", "#/zeit?zeichnung"),
    ("a stretch of time", "#/zeit?von=2022-02-03&bis=2022-02-10&bahn=artikel&zeichnung"),
    ("list of times", "#/zeit?liste"),
    ("table of times", "#/zeit?tabelle"),
    ("comparison", "#/vergleich"),
    ("sentences of a row", "#/vergleich?zeile=personen"),
    ("reports side by side", "#/vergleich?nebeneinander=ac"),
    ("shared passages", "#/vergleich?passagen"),
    ("article in numbered lines", "#/artikel/{article}?nummern"),
    ("article in large letters", "#/artikel/{article}?schrift=3&abstand=2"),
    ("about", "#/ueber"),
    ("evidence", "#/belege"),
    ("tasks", "#/aufgaben"),
    ("imprint", "#/impressum"),
    ("privacy", "#/datenschutz"),
    ("access", "#/barrierefreiheit"),
    ("hits in English", "#/suche?q={word}&lang=en"),
    ("article in English", "#/artikel/{article}?name={name}&lang=en"),
    ("names in English, with a notice", "#/namen?lang=en&unfug=1"),
    ("timeline in English", "#/zeit?zeichnung&lang=en"),
    ("comparison in English", "#/vergleich?lang=en"),
    ("about in English", "#/ueber?lang=en"),
];

const LOOK: &str = include_str!("look.js");

/// Every view with its address.
fn views(room: &Room) -> Vec<(&'static str, String)> {
    let (name, article) = room.person();
    room.open("#/");
    let name = format!("PER:{}", name.replace(' ', "+"));
    let whole = |address: &str| address.replace("{word}", WORD).replace("{name}", &name).replace("{article}", &article);
    VIEWS.iter().map(|(view, address)| (*view, whole(address))).collect()
}

/// Goes through the views and collects their problems.
#[track_caller]
fn gather(room: &Room, mut look: impl FnMut(&str) -> Vec<String>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (view, address) in views(room) {
        room.go(&address);
        wrong.extend(look(view).into_iter().map(|what| format!("{view}: {what}")));
    }
    wrong
}

/// Checks that no view has a problem.
#[track_caller]
fn in_every_view(room: &Room, look: impl FnMut(&str) -> Vec<String>) {
    let wrong = gather(room, look);
    assert!(wrong.is_empty(), "{}", wrong.join("\n  "));
}

/// Checks that no view has a problem in windows of these sizes. All views are checked at one size before the next, because resizing is
/// slow.
#[track_caller]
fn at_every_size(room: &Room, sizes: &[(u32, u32)], mut look: impl FnMut() -> Vec<String>) {
    let mut wrong = Vec::new();
    for (width, height) in sizes {
        room.page.resize(*width, *height);
        wrong.extend(gather(room, |_| look()).into_iter().map(|what| format!("at {width} px, {what}")));
    }
    room.page.resize(1440, 900);
    assert!(wrong.is_empty(), "{}", wrong.join("\n  "));
}

/// The problems that a function of `look.js` finds in the current view.
#[track_caller]
fn look(room: &Room, call: &str) -> Vec<String> {
    strings(&ask(room, call))
}

/// The value of one of the functions of `look.js`.
#[track_caller]
fn ask(room: &Room, call: &str) -> Value {
    room.page.run(&format!("{LOOK}\nreturn window.e2eLook.{call};"), Vec::new())
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|text| Some(text.as_str()?.to_owned())).collect()
}

/// Whether system settings can be emulated; if not, prints what is not tested.
fn can_set(room: &Room, what: &str) -> bool {
    let can = room.page.can_emulate();
    if !can {
        println!("{}: {what} not tried: its driver cannot set that while it runs", room.page.kind().name());
    }
    can
}
