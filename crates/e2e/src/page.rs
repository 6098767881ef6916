//! What a reader does with a page: opens it, clicks, types, and waits for something to appear.
//!
//! Whatever does not happen within [`TIMEOUT`] is a panic with what was expected and what the page showed instead.

use crate::browser::Browser;
use crate::process::POLL_INTERVAL;
use crate::settings::Kind;
use serde_json::{Value, json};
use std::panic::Location;
use std::time::{Duration, Instant};
use thirtyfour::error::WebDriverResult;
use thirtyfour::prelude::*;

/// The timeout of all waits.
pub const TIMEOUT: Duration = Duration::from_secs(30);

/// How much of the page a failure shows, in characters.
const EXCERPT: usize = 400;

/// A promise that an element is in view and has stopped moving; from then on it records whether the element is clicked. A driver
/// first computes the position of an element and then moves the mouse there; if the page scrolls or renders in between, it misses.
const AIM: &str = "(selector) => new Promise((ready) => {
    let before, still = 0, missing = 0;
    const look = () => {
        const element = document.querySelector(selector);
        if (!element) return missing++ < 500 ? setTimeout(look, 20) : ready(false);
        const place = element.getBoundingClientRect();
        if (place.top < 0 || place.left < 0 || place.bottom > innerHeight || place.right > innerWidth) {
            element.scrollIntoView({ block: 'center' });
        }
        const { x, y, width, height } = element.getBoundingClientRect(), now = [x, y, width, height].join();
        still = now === before ? still + 1 : 0;
        before = now;
        if (still < 2) return setTimeout(() => requestAnimationFrame(look), 10);
        // An option is chosen, not hit: where the mouse goes down then, if it does, differs from driver to driver.
        window.e2eHit = element.matches('option') ? 'this' : 'nothing';
        if (window.e2eHit === 'this') return ready(true);
        addEventListener('mousedown', (event) => {
            const there = document.querySelector(selector);
            window.e2eHit = there && there.contains(event.target) ? 'pressed only' : event.target.outerHTML.slice(0, 80);
        }, { capture: true, once: true });
        addEventListener('click', () => { if (window.e2eHit === 'pressed only') window.e2eHit = 'this'; }, { capture: true, once: true });
        ready(true);
    };
    look();
})";

/// A promise of what still works in the page, and what it has recorded (see [`crate::watch`]).
const ALIVE: &str = "new Promise((ready) => {
    const state = [document.visibilityState, document.readyState, 'focus ' + document.hasFocus(), 'last hit ' + window.e2eHit];
    requestAnimationFrame(() => state.push('draws'));
    setTimeout(() => state.push('timers'));
    setTimeout(() => ready([...state, ...(window.e2eHeard || [])].join(', ')), 500);
})";

/// The one tab of a browser.
pub struct Page {
    /// The browser.
    pub browser: Browser,
}

impl Page {
    /// The kind of browser.
    pub fn kind(&self) -> Kind {
        self.browser.kind
    }

    /// Continues in a new tab and closes the current one.
    #[track_caller]
    pub fn fresh_tab(&self) {
        let outcome = self.browser.wait(|session| async move {
            let tab = session.new_tab().await?;
            session.close_window().await?;
            session.switch_to_window(tab).await
        });
        outcome.unwrap_or_else(|error| panic!("no new tab could be opened: {error}"));
    }

    /// Loads an address, even if only its fragment differs from the current one.
    #[track_caller]
    pub fn load(&self, url: &str) {
        let outcome = self.browser.wait(|session| async move {
            session.goto("about:blank").await?;
            session.goto(url).await
        });
        outcome.unwrap_or_else(|error| panic!("{url} could not be opened: {error}"));
    }

    /// Goes to another page like a link, and waits until it is loaded.
    #[track_caller]
    pub fn follow(&self, url: &str) {
        self.leave("location.href = arguments[0];", vec![json!(url)]);
    }

    /// Reloads like the page itself can: reloading by Firefox's driver bypasses the page's caches.
    #[track_caller]
    pub fn reload(&self) {
        self.leave("location.reload();", Vec::new());
    }

    #[track_caller]
    fn leave(&self, how: &str, arguments: Vec<Value>) {
        self.run(&format!("window.e2eLeft = true; {how}"), arguments);
        self.wait("!window.e2eLeft && document.readyState === 'complete'");
    }

    /// Goes back in the history.
    ///
    /// In WebKit by script: its driver counts back from the list of pages in the browser's process, which on a busy machine may not have heard
    /// of the last one yet.
    #[track_caller]
    pub fn back(&self) {
        if self.kind() == Kind::WebKit {
            self.run("history.back();", Vec::new());
            return;
        }
        self.browser.wait(|session| async move { session.back().await }).unwrap_or_else(|error| panic!("there is no way back: {error}"));
    }

    /// Runs the body of a function in the page and returns its result. `arguments` are its arguments.
    #[track_caller]
    pub fn run(&self, body: &str, arguments: Vec<Value>) -> Value {
        self.try_run(body, arguments).unwrap_or_else(|error| panic!("the script {:?} failed: {error}", excerpt(body)))
    }

    fn try_run(&self, body: &str, arguments: Vec<Value>) -> WebDriverResult<Value> {
        self.browser.wait(|session| async move { Ok(session.execute(body, arguments).await?.json().clone()) })
    }

    /// Waits for a promise in the page and returns its value; a rejection becomes `{"rejected": message}`.
    #[track_caller]
    pub fn promised(&self, expression: &str) -> Value {
        self.try_promised(expression).unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    fn try_promised(&self, expression: &str) -> WebDriverResult<Value> {
        let body = format!(
            "const done = arguments[arguments.length - 1];
             Promise.resolve().then(() => {expression}).then(done, (error) => done({{ rejected: error && error.message || String(error) }}));"
        );
        self.browser.wait(|session| async move { Ok(session.execute_async(body, Vec::new()).await?.json().clone()) })
    }

    /// Waits until a promise, evaluated again each time, has the wanted value. Each is awaited, so that none overlaps the next.
    #[track_caller]
    pub fn wait_promised(&self, expression: &str, wanted: &Value) {
        let begin = Instant::now();
        loop {
            let value = self.promised(expression);
            if value == *wanted {
                return;
            }
            if begin.elapsed() > TIMEOUT {
                self.give_up(&format!("waited in vain for {expression} to give {wanted}, it gave {value}"));
            }
            std::thread::sleep(POLL_INTERVAL);
        }
    }

    /// Waits until an expression is truthy in the page, and returns its value.
    #[track_caller]
    pub fn wait(&self, expression: &str) -> Value {
        let body = format!("return {expression};");
        let begin = Instant::now();
        loop {
            let outcome = self.try_run(&body, Vec::new());
            match &outcome {
                Ok(Value::Null | Value::Bool(false)) | Err(_) => {}
                Ok(value) if *value == json!(0) || *value == json!("") => {}
                Ok(value) => return value.clone(),
            }
            if begin.elapsed() > TIMEOUT {
                let error = outcome.err().map(|error| format!(" ({error})")).unwrap_or_default();
                self.give_up(&format!("waited in vain for {expression}{error}"));
            }
            std::thread::sleep(POLL_INTERVAL);
        }
    }

    /// Waits until at least `count` elements match a selector.
    #[track_caller]
    pub fn wait_for(&self, selector: &str, count: usize) {
        self.wait(&format!("document.querySelectorAll({}).length >= {count}", json!(selector)));
    }

    /// Waits until nothing matches a selector.
    #[track_caller]
    pub fn wait_gone(&self, selector: &str) {
        self.wait(&format!("!document.querySelector({})", json!(selector)));
    }

    /// Waits until the fragment of the address contains a text.
    #[track_caller]
    pub fn wait_address(&self, part: &str) {
        self.wait(&format!("location.hash.includes({})", json!(part)));
    }

    /// The fragment of the address, with its `#`.
    #[track_caller]
    pub fn fragment(&self) -> String {
        self.string("location.hash")
    }

    /// The value of an expression as a string.
    #[track_caller]
    pub fn string(&self, expression: &str) -> String {
        let value = self.run(&format!("return String({expression});"), Vec::new());
        value.as_str().unwrap_or_default().to_owned()
    }

    /// The number of elements that match a selector.
    #[track_caller]
    pub fn count(&self, selector: &str) -> usize {
        let value = self.run("return document.querySelectorAll(arguments[0]).length;", vec![json!(selector)]);
        usize::try_from(value.as_u64().unwrap_or_default()).unwrap_or(usize::MAX)
    }

    /// The texts of all elements that match a selector, with white space collapsed.
    #[track_caller]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let body = r"return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent.replace(/\s+/g, ' ').trim());";
        let value = self.run(body, vec![json!(selector)]);
        value.as_array().into_iter().flatten().filter_map(|text| Some(text.as_str()?.to_owned())).collect()
    }

    /// The text of the first element that matches a selector.
    ///
    /// # Panics
    /// If there is none.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_else(|| self.give_up(&format!("nothing fits {selector}")))
    }

    /// Clicks the first element that matches a selector once it has stopped moving, and again if something else was hit.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let begin = Instant::now();
        loop {
            let aimed = self.try_promised(&format!("({AIM})({})", json!(selector)));
            self.on_element(selector, "clicked", |element| async move { element.click().await });
            match self.try_run("return window.e2eHit || null;", Vec::new()) {
                Ok(Value::String(hit)) if hit != "this" => {
                    if begin.elapsed() > TIMEOUT {
                        self.give_up(&format!("{selector} was missed, hit was {hit}; it stood still: {aimed:?}"));
                    }
                    std::thread::sleep(POLL_INTERVAL);
                }
                // After a click that led to another page, what was hit is unknown.
                _ => return,
            }
        }
    }

    /// Types into an element, one key after the other.
    #[track_caller]
    pub fn type_into(&self, selector: &str, text: &str) {
        for key in text.chars() {
            self.on_element(selector, "typed into", move |element| async move { element.send_keys(key.to_string()).await });
        }
    }

    /// Presses a key at the focused element.
    #[track_caller]
    pub fn press(&self, key: Key) {
        let pressed = self.browser.wait(|session| async move { session.action_chain().send_keys(key).perform().await });
        pressed.unwrap_or_else(|error| self.give_up(&format!("a key could not be pressed: {error}")));
    }

    /// Drags the mouse in steps across the first element that matches a selector; `from` and `to` are fractions of the element's width,
    /// near its upper edge.
    #[track_caller]
    pub fn drag(&self, selector: &str, from: f64, to: f64) {
        let aimed = self.try_promised(&format!("({AIM})({})", json!(selector)));
        aimed.unwrap_or_else(|error| self.give_up(&format!("{selector} cannot be aimed at: {error}")));
        let place = self.run(
            "const r = document.querySelector(arguments[0]).getBoundingClientRect(); return [r.left, r.top + Math.min(r.height / 2, 10), r.width];",
            vec![json!(selector)],
        );
        let number = |n: usize| place[n].as_f64().unwrap_or_default();
        let at = move |left: f64, width: f64, share: f64| (left + width * share).round() as i64;
        let (left, y, width) = (number(0), number(1).round() as i64, number(2));
        let (start, half, end) = (at(left, width, from), at(left, width, f64::midpoint(from, to)), at(left, width, to));
        let dragged = self.browser.wait(|session| async move {
            session.action_chain().move_to(start, y).click_and_hold().move_to(half, y).move_to(end, y).release().perform().await
        });
        dragged.unwrap_or_else(|error| self.give_up(&format!("{selector} could not be dragged over: {error}")));
    }

    /// The focused element: tag, id and classes.
    #[track_caller]
    pub fn focused(&self) -> String {
        self.string("(() => { const e = document.activeElement; return e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + [...e.classList].map((c) => '.' + c).join(''); })()")
    }

    /// Whether the focused element matches a selector.
    #[track_caller]
    pub fn focus_is_on(&self, selector: &str) -> bool {
        self.run("return document.activeElement.matches(arguments[0]);", vec![json!(selector)]) == json!(true)
    }

    /// Sets the size of the viewport in CSS pixels.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        if self.kind() == Kind::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.browser.cdp("Emulation.setDeviceMetricsOverride", size);
        } else {
            if self.kind() == Kind::Firefox {
                self.browser.allow_narrow();
            }
            let size = |height: u32| {
                let outcome = self.browser.wait(|session| async move { session.set_window_rect(0, 0, width, height).await });
                outcome.unwrap_or_else(|error| panic!("the window could not be resized: {error}"));
                // The page knows two frames later.
                let seen = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(innerHeight))))";
                self.promised(seen).as_u64().and_then(|seen| u32::try_from(seen).ok()).unwrap_or(height)
            };
            // The browser's toolbars come on top.
            let seen = size(height);
            if seen < height {
                size(2 * height - seen);
            }
        }
    }

    /// Whether system settings can be emulated at run time.
    pub fn can_emulate(&self) -> bool {
        self.kind() != Kind::WebKit
    }

    /// Emulates the light or the dark theme, if [possible](Self::can_emulate).
    #[track_caller]
    pub fn theme(&self, dark: bool) {
        self.media(&[("prefers-color-scheme", if dark { "dark" } else { "light" })]);
    }

    /// Emulates system settings by names and values of media features; others get their defaults. Only if
    /// [possible](Self::can_emulate), and in Firefox only the colour scheme, reduced motion and forced colours.
    #[track_caller]
    pub fn media(&self, features: &[(&str, &str)]) {
        if self.kind() == Kind::Firefox {
            let set = |feature: &str, values: &[(&str, u8)]| {
                let wanted = features.iter().find(|(name, _)| *name == feature)?;
                Some(values.iter().find(|(name, _)| *name == wanted.1)?.1)
            };
            self.browser.set_preferences(json!({
                "layout.css.prefers-color-scheme.content-override": set("prefers-color-scheme", &[("dark", 0), ("light", 1)]),
                "ui.prefersReducedMotion": set("prefers-reduced-motion", &[("reduce", 1)]),
                "browser.display.document_color_use": set("forced-colors", &[("active", 2)]),
            }));
            // The page is notified a little later.
            for (name, value) in features {
                self.wait(&format!("matchMedia('({name}: {value})').matches"));
            }
            return;
        }
        let features: Vec<Value> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.browser.cdp("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// Emulates a touch screen instead of a mouse, or the reverse, if [possible](Self::can_emulate).
    #[track_caller]
    pub fn touch(&self, is_on: bool) {
        if self.kind() == Kind::Firefox {
            let pointer = is_on.then_some(1);
            return self.browser.set_preferences(json!({ "ui.primaryPointerCapabilities": pointer, "ui.allPointerCapabilities": pointer }));
        }
        self.browser.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": is_on }));
    }

    /// Presses a key several times at the focused element, with or without Shift.
    #[track_caller]
    pub fn press_often(&self, key: Key, times: usize, with_shift: bool) {
        let pressed = self.browser.wait(|session| async move {
            let mut chain = session.action_chain();
            if with_shift {
                chain = chain.key_down(Key::Shift);
            }
            for _ in 0..times {
                chain = chain.key_down(key.clone()).key_up(key.clone());
            }
            if with_shift {
                chain = chain.key_up(Key::Shift);
            }
            chain.perform().await
        });
        pressed.unwrap_or_else(|error| self.give_up(&format!("a key could not be pressed: {error}")));
    }

    /// Checks that nothing is stored in the browser.
    #[track_caller]
    pub fn assert_no_storage(&self) {
        assert_eq!(self.string("`${localStorage.length} ${sessionStorage.length}`"), "0 0");
    }

    /// Does something with the first matching element as soon as that is possible: an element may be rendered again at any moment.
    #[track_caller]
    fn on_element<F: Future<Output = WebDriverResult<()>>>(&self, selector: &str, done: &str, act: impl Fn(WebElement) -> F) {
        let begin = Instant::now();
        let (act, selector_text) = (&act, selector.to_owned());
        loop {
            let outcome = self.browser.wait(|session| {
                let by = By::Css(selector_text.clone());
                async move { act(session.find(by).await?).await }
            });
            match outcome {
                Ok(()) => return,
                Err(error) if begin.elapsed() > TIMEOUT => {
                    // The driver does not say what is in the way.
                    let over = "const r = document.querySelector(arguments[0])?.getClientRects()[0];
                        return r ? document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2)?.outerHTML.slice(0, 80) : 'no box';";
                    let over = self.try_run(over, vec![Value::from(selector)]).unwrap_or_default();
                    self.give_up(&format!("{selector}, over whose middle lies {over}, could not be {done}: {error}"))
                }
                Err(_) => {
                    // WebKit's driver does not scroll scrollable elements, nor past fixed bars.
                    let centre = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' });";
                    let _ = self.try_run(centre, vec![Value::from(selector)]);
                    std::thread::sleep(POLL_INTERVAL);
                }
            }
        }
    }

    #[track_caller]
    fn give_up(&self, what: &str) -> ! {
        let at = Location::caller();
        let shown = self.try_run("return location.href + ' shows: ' + document.body.innerText;", Vec::new());
        let shown = shown.ok().and_then(|text| Some(text.as_str()?.to_owned())).unwrap_or_default();
        let alive = self.try_promised(ALIVE).map_or_else(|error| error.to_string(), |state| state.to_string());
        panic!("{what} ({}:{})\n  the page: {alive}\n  {}", at.file(), at.line(), excerpt(&shown));
    }
}

fn excerpt(text: &str) -> String {
    let line: Vec<&str> = text.split_whitespace().collect();
    line.join(" ").chars().take(EXCERPT).collect()
}
