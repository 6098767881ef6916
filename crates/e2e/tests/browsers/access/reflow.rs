//! Narrow windows, zoom, large text, and custom spacing.

use super::{at_every_size, can_set, in_every_view, look};
use crate::Case;
use crate::room::Room;

pub const CASES: &[Case] = &[
    ("no view scrolls sideways or cuts text off on a small phone", narrow),
    ("every view works at 400 % zoom", near),
    ("every view works with text at 200 %", large),
    ("every view works with custom text spacing", spaced),
    ("targets are large enough for a mouse", mouse),
    ("targets are large enough for touch", fingers),
];

/// The text that is cut off.
fn losses(room: &Room) -> Vec<String> {
    ["wide()", "clipped()", "overlapping()"].iter().flat_map(|call| look(room, call)).collect()
}

fn narrow(room: &Room) {
    room.page.resize(320, 640);
    in_every_view(room, |_| losses(room));
    room.page.resize(1440, 900);
}

/// A window of 1280 × 1024 px at 400 % is one of 320 × 256.
fn near(room: &Room) {
    room.page.resize(320, 256);
    in_every_view(room, |_| ["wide()", "covered()"].iter().flat_map(|call| look(room, call)).collect());
    room.page.resize(1440, 900);
}

fn large(room: &Room) {
    room.page.resize(1280, 1024);
    in_every_view(room, |_| {
        let mut wrong = look(room, "enlarged()");
        room.stands();
        wrong.extend(losses(room));
        look(room, "unset()");
        wrong
    });
    room.page.resize(1440, 900);
}

fn spaced(room: &Room) {
    at_every_size(room, &[(1440, 900), (390, 844)], || {
        look(room, "spaced()");
        let wrong = losses(room);
        look(room, "unset()");
        wrong
    });
}

fn mouse(room: &Room) {
    at_every_size(room, &[(1440, 900), (390, 844)], || look(room, "targets(24)"));
}

fn fingers(room: &Room) {
    if !can_set(room, "a screen without a mouse") {
        return;
    }
    room.page.touch(true);
    room.page.resize(390, 844);
    room.open("#/");
    room.page.wait("matchMedia('(pointer: coarse)').matches");
    in_every_view(room, |_| look(room, "targets(44)"));
    room.page.touch(false);
    room.page.resize(1440, 900);
}
