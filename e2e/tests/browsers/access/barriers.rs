//! What axe finds.

use super::in_every_view;
use crate::Case;
use crate::room::Room;

pub const CASES: &[Case] = &[("axe finds nothing in any view", axe), ("axe finds nothing while words are offered", offered)];

fn axe(room: &Room) {
    in_every_view(room, |_| room.barriers());
}

fn offered(room: &Room) {
    room.open("#/");
    room.page.type_into("#suche", "Sicherh");
    room.page.wait_for("#vorschlaege [role=option]", 1);
    room.page.wait_for(".hit-item mark", 1);
    let barriers = room.barriers();
    assert!(barriers.is_empty(), "{}", barriers.join("\n  "));
}
