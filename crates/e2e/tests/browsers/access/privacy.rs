//! What leaves the browser, and what is stored in it.

use super::{in_every_view, strings};
use crate::Case;
use crate::room::{Room, WORD, saved};
use zeitlupe_e2e::place::{Place, SUB_PATH};

pub const CASES: &[Case] = &[
    ("all views request only the page's own files", walk),
    ("the page's policy forbids what the page does not need", policy),
    ("style sheets load nothing from other origins", styles),
];

/// Reads, searches, opens cards, chooses a stretch of time, saves a table. What other origins were asked for, and what was stored, is
/// looked at after every case; here it is the log of the server, and that nothing was stored at any time.
fn walk(room: &Room) {
    let page = room.page;
    let mut asked = Vec::new();
    in_every_view(room, |_| {
        let own =
            "return performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !/^(data|blob):/.test(name));";
        asked.extend(strings(&page.run(own, Vec::new())));
        let kept = page.promised(
            "(async () => [localStorage.length, sessionStorage.length, document.cookie.length, (await indexedDB.databases?.() || []).length].join(' '))()",
        );
        if kept == "0 0 0 0" { Vec::new() } else { vec![format!("stored (local, session, cookies, databases): {kept}")] }
    });
    room.open("#/");
    page.type_into("#suche", WORD);
    page.wait_for(".hit-item mark", 1);
    // A click on an element that is rendered again meanwhile is lost.
    room.stands();
    page.click(".hit-item h3 a");
    page.wait_for("article .body a.n", 1);
    room.stands();
    page.click("article .body a.n");
    page.wait_for(".card h2", 1);
    room.open("#/zeit?tabelle");
    let (name, _) = saved(room, ".files button");
    assert!(name.contains('.'), "{name}");
    let Place::Served(server) = room.place else {
        assert!(asked.is_empty(), "from the disk the page has asked for {}", asked.join(", "));
        return;
    };
    let log = server.take_log();
    // The service worker answers much of it without a request.
    assert!(asked.len() > 20, "the walk has asked for next to nothing: {asked:?}");
    let strange = |path: &str| !path.starts_with(SUB_PATH) || path.contains(['?', '#', '%']);
    let wrong: Vec<_> = log.iter().filter(|asked| asked.method != "GET" || asked.status != 200 || strange(&asked.path)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let base = server.base();
    let foreign: Vec<_> = asked.iter().filter(|url| !url.starts_with(base)).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
}

fn policy(room: &Room) {
    let page = room.page;
    room.open("#/");
    let policy = page.string("document.querySelector('meta[http-equiv=Content-Security-Policy]').content");
    let rule = |name: &str| {
        let rule = policy.split(';').map(str::trim).find_map(|rule| rule.strip_prefix(name)).unwrap_or_default();
        rule.trim().to_owned()
    };
    assert_eq!(rule("default-src"), "'none'", "{policy}");
    assert_eq!(rule("connect-src"), if matches!(room.place, Place::Served(_)) { "'self'" } else { "'none'" }, "{policy}");
    assert!(rule("script-src").contains("'wasm-unsafe-eval'"), "{policy}");
    for bad in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"] {
        assert!(!policy.contains(bad), "{bad} in {policy}");
    }
    assert_eq!(page.string("document.querySelector('meta[name=referrer]').content"), "no-referrer");
    // It comes before everything it applies to.
    assert_eq!(page.string("document.querySelectorAll('script, link, style').length && [...document.querySelectorAll('script, link, style')].every((e) => document.querySelector('meta[http-equiv]').compareDocumentPosition(e) & 4)"), "true");
}

fn styles(room: &Room) {
    room.open("#/");
    let body = "const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText);
        return rules.length < 100 ? ['only ' + rules.length + ' rules were read'] : rules.filter((text) => /@import|@font-face|url\\((?!\"?(#|data:))/.test(text));";
    let found = strings(&room.page.run(body, Vec::new()));
    assert!(found.is_empty(), "{}", found.join("\n  "));
}
