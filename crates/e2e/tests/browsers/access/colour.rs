//! Colour, contrast and motion.

use super::{ask, can_set, in_every_view, look};
use crate::Case;
use crate::room::Room;
use std::collections::BTreeMap;
use zeitlupe_e2e::settings::Kind;

pub const CASES: &[Case] = &[
    ("lines, fields and parts of drawings contrast with their background", stands_out),
    ("everything is distinguishable in forced colours", forced),
    ("nothing moves with reduced motion", motion),
    ("names, dates and marks are distinguishable without colour", grey),
];

/// In both themes if they can be emulated, else in the light one.
fn stands_out(room: &Room) {
    let themes: &[bool] = if room.page.can_emulate() { &[false, true] } else { &[false] };
    in_every_view(room, |_| {
        let mut wrong = Vec::new();
        for dark in themes {
            if themes.len() > 1 {
                room.page.theme(*dark);
            }
            wrong.extend(look(room, "dim()").into_iter().map(|what| format!("{} {what}", if *dark { "dark" } else { "light" })));
        }
        wrong
    });
    if themes.len() > 1 {
        room.page.theme(false);
    }
}

fn forced(room: &Room) {
    if !can_set(room, "the system's own colours") {
        return;
    }
    // Firefox has one set of forced colours, which determines the scheme.
    let schemes: &[&str] = if room.page.kind() == Kind::Firefox { &["light"] } else { &["light", "dark"] };
    for scheme in schemes {
        room.page.media(&[("forced-colors", "active"), ("prefers-color-scheme", scheme)]);
        in_every_view(room, |_| look(room, "forced()").into_iter().map(|what| format!("{scheme} {what}")).collect());
    }
    room.page.theme(false);
}

fn motion(room: &Room) {
    if !can_set(room, "no motion") {
        return;
    }
    room.page.media(&[("prefers-reduced-motion", "reduce")]);
    in_every_view(room, |_| look(room, "moving()"));
    room.page.theme(false);
}

/// Each kind of mark differs from the others in line or shape.
fn grey(room: &Room) {
    let (_, article) = room.person();
    let mut wrong = Vec::new();
    for (address, selector, least) in [
        (format!("#/artikel/{article}"), ".legend .n", 6),
        ("#/namen?ansicht=netz".to_owned(), ".drawing .key .shape:not(.edge)", 3),
        ("#/zeit?zeichnung".to_owned(), ".chart .key .sign, .chart .key path", 4),
    ] {
        room.open(&address);
        let looks: BTreeMap<String, String> = serde_json::from_value(ask(room, &format!("shapes({selector:?})"))).expect("names and looks");
        if looks.len() < least {
            wrong.push(format!("{address}: expected {least} kinds of marks at {selector}, found {looks:?}"));
        }
        let mut by_look = BTreeMap::<&str, Vec<&str>>::new();
        for (kind, look) in &looks {
            by_look.entry(look).or_default().push(kind);
        }
        wrong.extend(
            by_look
                .into_iter()
                .filter(|(_, kinds)| kinds.len() > 1)
                .map(|(look, kinds)| format!("{address}: {} look the same: {look}", kinds.join(", "))),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n  "));
}
