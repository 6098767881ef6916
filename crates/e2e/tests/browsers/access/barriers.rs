//! Accessibility checks by axe.

use super::gather;
use crate::Case;
use crate::room::Room;

pub const CASES: &[Case] = &[("axe finds nothing in any view", axe), ("axe finds nothing while suggestions are shown", offered)];

fn axe(room: &Room) {
    let mut barriers = Vec::new();
    for ((width, height), themes) in room.looks() {
        room.page.resize(*width, *height);
        barriers.extend(gather(room, |_| room.barriers_in(themes)).into_iter().map(|barrier| format!("at {width} px, {barrier}")));
    }
    assert!(barriers.is_empty(), "{}", barriers.join("\n  "));
}

fn offered(room: &Room) {
    room.open("#/");
    room.page.type_into("#suche", "Sicherh");
    room.page.wait_for("#vorschlaege [role=option]", 1);
    room.page.wait_for(".hit-item mark", 1);
    let barriers = room.barriers();
    assert!(barriers.is_empty(), "{}", barriers.join("\n  "));
}
