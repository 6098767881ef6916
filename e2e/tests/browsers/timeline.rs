//! The timeline: the drawing and the list beside it.

use crate::Case;
use crate::room::Room;

pub const CASES: &[Case] = &[("the timeline is drawn, and its list says the same", drawn), ("a time leads to its sentence", leads)];

fn drawn(room: &Room) {
    let page = room.page;
    room.open("#/zeit");
    page.wait_for(".chart svg", 1);
    page.wait_for(".items li", 5);
    assert!(page.count(".chart svg a") > 0, "nothing in the drawing leads anywhere");
    let nodes = page.count(".chart svg *");
    assert!(nodes < 500, "{nodes} nodes in the drawing");
    room.open("#/zeit?liste");
    page.wait_for(".items li", 5);
    page.wait_gone(".chart svg a");
}

fn leads(room: &Room) {
    let page = room.page;
    room.open("#/zeit");
    page.wait_for(".items li:not(.report) .what a", 1);
    page.click(".items li:not(.report) .what a");
    page.wait_address("#/artikel/");
    page.wait_for(".body .passage", 1);
}
