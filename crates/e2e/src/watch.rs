//! What must not happen: console errors, requests to other origins, stored data, accessibility violations.

use crate::page::Page;
use crate::place::Place;
use crate::settings::Kind;
use serde_json::{Value, json};

/// Records the errors that the page can observe.
const LISTEN: &str = "if (!window.e2eHeard) {
    window.e2eHeard = [];
    // Where in the wasm an error began.
    const trail = (error) => /wasm-function/.test(error?.stack) ? ' at ' + error.stack.split('\\n').slice(0, 12).join(' < ') : '';
    addEventListener('securitypolicyviolation', (e) => window.e2eHeard.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI));
    addEventListener('error', (e) => window.e2eHeard.push('error: ' + (e.message || 'a file could not be loaded') + trail(e.error)), true);
    addEventListener('unhandledrejection', (e) => window.e2eHeard.push('rejection: ' + e.reason + trail(e.reason)));
}";

/// Records console messages in the page, for the browser whose console cannot be read from outside.
const LISTEN_TO_CONSOLE: &str = "for (const name of ['error', 'warn']) {
    const said = console[name];
    console[name] = (...words) => { window.e2eHeard.push('console: ' + words.join(' ')); said.apply(console, words); };
}";

/// Starts recording in every page loaded from now on. Only Chromium can do that; for others, [`listen_now`] is called after each load.
pub fn listen_always(page: &Page) {
    if page.kind() == Kind::Chromium {
        page.browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTEN }));
    }
}

/// Starts recording in the current page.
pub fn listen_now(page: &Page) {
    page.run(LISTEN, Vec::new());
    if page.kind() == Kind::WebKit {
        page.run(LISTEN_TO_CONSOLE, Vec::new());
    }
}

/// All problems since the last call, one line each.
pub fn complaints(page: &Page, place: &Place) -> Vec<String> {
    let mut all = strings(&page.run("return (window.e2eHeard || []).splice(0);", Vec::new()));
    all.extend(console(page));
    all.extend(foreign_requests(page, place));
    if let Place::Served(server) = place {
        all.extend(
            server.take_log().iter().filter(|asked| asked.status != 200).map(|asked| format!("{} for {}", asked.status, asked.path)),
        );
    }
    all.extend(stored(page, place));
    all
}

/// Clears the logs, whose contents belong to an earlier case.
pub fn forget(page: &Page, place: &Place) {
    drop(console(page));
    drop(page.browser.trap.take_log());
    if page.kind() == Kind::Chromium {
        drop(network_log(page));
    }
    if let Place::Served(server) = place {
        drop(server.take_log());
    }
}

/// Errors and warnings in the console.
fn console(page: &Page) -> Vec<String> {
    let of_driver = page.browser.driver.process.take_lines();
    match page.kind() {
        Kind::Chromium => {
            let log = page
                .browser
                .wait(|session| async move { session.browser_log().await })
                .unwrap_or_else(|error| panic!("no console: {error}"));
            let serious = log.into_iter().filter(|entry| entry.level == "SEVERE" || entry.level == "WARNING");
            // A driver leaves pages without a user gesture, so the browser does not ask whether to leave.
            let serious = serious.filter(|entry| !entry.message.contains("'beforeunload' confirmation panel"));
            serious.map(|entry| format!("console: {}", entry.message)).collect()
        }
        Kind::Firefox => {
            // Firefox reports its own errors in the same stream; they have internal addresses, or name the loader of its settings.
            let is_inner = |line: &str| ["resource://", "chrome://", "RSLoader"].iter().any(|own| line.contains(own));
            let starts = ["console.error", "console.warn", "JavaScript error: http", "JavaScript error: file"];
            let ours = |line: &String| starts.iter().any(|start| line.starts_with(start)) && !is_inner(line);
            of_driver.into_iter().filter(ours).map(|line| format!("console: {line}")).collect()
        }
        // Its driver has no log; `listen_now` records what is logged after the page has loaded.
        Kind::WebKit => Vec::new(),
    }
}

/// Requests to other origins; from the disk, all requests except that for the file.
fn foreign_requests(page: &Page, place: &Place) -> Vec<String> {
    let own = place.url("");
    let origin = match place {
        Place::Served(_) => own.splitn(4, '/').take(3).collect::<Vec<_>>().join("/") + "/",
        Place::Disk(_) => own.clone(),
    };
    let body = "return performance.getEntriesByType('resource').map((entry) => entry.name);";
    let mut asked = strings(&page.run(body, Vec::new()));
    if page.kind() == Kind::Chromium {
        asked.extend(network_log(page));
    }
    asked.sort();
    asked.dedup();
    let is_own = |url: &String| {
        url.starts_with(&origin) || ["about:", "data:", "blob:", "chrome-error:"].iter().any(|scheme| url.starts_with(scheme))
    };
    let trapped = page.browser.trap.take_log().into_iter().filter(|asked| !is_of_browser(asked));
    asked.into_iter().filter(|url| !is_own(url)).chain(trapped).map(|asked| format!("request to {asked}")).collect()
}

/// Whether a trapped request is the browser's own: settings, updates, account, connectivity check. Only full host names are listed,
/// because the same companies also host fonts and scripts for pages.
fn is_of_browser(asked: &str) -> bool {
    const OWN: [&str; 6] = [
        "accounts.google.com",
        "clients2.google.com",
        "android.clients.google.com",
        "content-autofill.googleapis.com",
        "update.googleapis.com",
        "optimizationguide-pa.googleapis.com",
    ];
    let host = asked.split(['/', ' ']).find(|part| part.contains('.')).unwrap_or_default().split(':').next().unwrap_or_default();
    OWN.contains(&host) || ["mozilla.com", "mozilla.org", "mozilla.net", "firefox.com"].iter().any(|own| host.ends_with(own))
}

/// The addresses of all requests in Chromium's network log.
fn network_log(page: &Page) -> Vec<String> {
    let log = page.browser.wait(|session| async move { session.get_log("performance").await });
    let log = log.unwrap_or_else(|error| panic!("no log of requests: {error}"));
    let address = |message: &str| {
        let value: Value = serde_json::from_str(message).ok()?;
        let message = value.get("message")?;
        (message.get("method")? == "Network.requestWillBeSent").then_some(())?;
        Some(message.pointer("/params/request/url")?.as_str()?.to_owned())
    };
    log.iter().filter_map(|entry| address(&entry.message)).collect()
}

/// Everything the page has stored in the browser, except its own files for offline reading.
fn stored(page: &Page, place: &Place) -> Vec<String> {
    let room = match place {
        Place::Served(server) => server.base(),
        Place::Disk(_) => "none",
    };
    let look = format!(
        "(async () => {{
            const room = {}, found = [];",
        json!(room)
    );
    let found = page.promised(
        &(look + "
            const look = async (name, count) => { try { const n = await count(); if (n) found.push(n + ' in ' + name); } catch { /* not to be had here, so nothing is there */ } };
            await look('localStorage', () => localStorage.length);
            await look('sessionStorage', () => sessionStorage.length);
            await look('cookies', () => document.cookie.length);
            await look('IndexedDB', async () => (await indexedDB.databases()).length);
            await look('caches', async () => (await caches.keys()).filter((name) => !name.startsWith('zeitlupe ' + room + ' ')).length);
            await look('service workers', async () => (await navigator.serviceWorker.getRegistrations()).filter((kept) => kept.scope !== room).length);
            return found;
        })()"),
    );
    strings(&found).into_iter().map(|what| format!("stored: {what}")).collect()
}

/// The violations that axe finds in the current view, one line for each rule with its first element.
pub fn barriers(page: &Page, axe: &str) -> Vec<String> {
    // Injected by the driver, because the page's policy forbids foreign scripts.
    page.run(&format!("if (!window.axe) {{ {axe}\n; }} return null;"), Vec::new());
    let found = page.promised(
        "axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations.map((v) =>
            v.id + ' (' + v.impact + ', ' + v.nodes.length + '): ' + v.help + ': ' + v.nodes[0].target + ' ' + v.nodes[0].html.slice(0, 160)
            + ' ' + (v.nodes[0].any[0] || v.nodes[0].all[0] || v.nodes[0].none[0] || { message: '' }).message))",
    );
    if let Some(error) = found.get("rejected") {
        return vec![format!("axe did not run: {error}")];
    }
    strings(&found)
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|text| Some(text.as_str()?.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_from_another_host_is_not_a_request_of_the_browser() {
        for own in ["CONNECT accounts.google.com:443", "GET http://detectportal.firefox.com/success.txt"] {
            assert!(is_of_browser(own), "{own}");
        }
        for foreign in ["CONNECT fonts.googleapis.com:443", "GET http://fremd.example/mozilla.org", "CONNECT www.google.com:443"] {
            assert!(!is_of_browser(foreign), "{foreign}");
        }
    }
}
