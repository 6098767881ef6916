//! The front page.

use crate::Case;
use crate::room::Room;

pub const CASES: &[Case] = &[("the overview lists every article, and each opens", lists_all)];

fn lists_all(room: &Room) {
    let page = room.page;
    room.open("#/");
    let about = room.call("zeitlupe.ready");
    let articles = about["articles"].as_u64().unwrap_or_default() as usize;
    assert!(articles > 0, "{about}");
    page.wait_for(".story h2 a", articles);
    assert_eq!(page.count(".story"), articles);
    page.wait_for(".story .teaser", 1);
    page.wait_for(".side .bars a", 3);
    assert!(page.string("document.title").ends_with("– Zeitlupe"));
    let title = page.text(".story h2");
    page.click(".story h2 a");
    page.wait_address("#/artikel/");
    page.wait_for("article.article .body p", 2);
    assert_eq!(page.text("article.article h1"), title);
}
