//! The reading room in a test case.

use serde_json::Value;
use std::cell::OnceCell;
use zeitlupe_e2e::page::Page;
use zeitlupe_e2e::place::Place;
use zeitlupe_e2e::settings::Kind;
use zeitlupe_e2e::watch;

/// A word that occurs in several of the seeds.
pub const WORD: &str = "Sicherheitsgarantien";

/// A page, where it is opened from, and the source of axe.
pub struct Room<'a> {
    /// The tab.
    pub page: &'a Page,
    /// Where the page is opened from.
    pub place: &'a Place,
    /// The source of axe.
    pub axe: &'a str,
    best: OnceCell<String>,
    start: OnceCell<Value>,
    person: OnceCell<(String, String)>,
}

impl<'a> Room<'a> {
    /// The room at a place.
    pub fn new(page: &'a Page, place: &'a Place, axe: &'a str) -> Self {
        Self { page, place, axe, best: OnceCell::new(), start: OnceCell::new(), person: OnceCell::new() }
    }

    /// Opens the room at an address and waits until the view is rendered.
    #[track_caller]
    pub fn open(&self, fragment: &str) {
        self.page.load(&self.place.url(fragment));
        self.stands();
        watch::listen_now(self.page);
    }

    /// Goes to another address of the room like a link, and waits until the view is rendered.
    #[track_caller]
    pub fn go(&self, fragment: &str) {
        // The app's listener runs before this one, and the app renders in between.
        let gone = "(fragment) => new Promise((ready) => {
            if (location.hash === fragment) return ready(true);
            addEventListener('hashchange', () => setTimeout(() => requestAnimationFrame(() => setTimeout(ready, 0, true))), { once: true });
            location.hash = fragment;
        })";
        self.page.promised(&format!("({gone})({})", Value::from(fragment)));
        self.stands();
    }

    /// Waits until the app has rendered and nothing is loading.
    #[track_caller]
    pub fn stands(&self) {
        self.page
            .wait("document.querySelector('#suche') && document.querySelector('main h1') && !document.querySelector('.waiting, [aria-busy=true]') && true");
    }

    /// Calls `window.zeitlupe`.
    #[track_caller]
    pub fn call(&self, expression: &str) -> Value {
        self.page.promised(expression)
    }

    /// Opens the overview and returns the ids of its articles.
    #[track_caller]
    pub fn ids(&self) -> Vec<String> {
        self.open("#/");
        let links =
            "return [...document.querySelectorAll('.story h2 a')].map((a) => decodeURIComponent(a.hash.split('?')[0].split('/').pop()));";
        let ids = self.page.run(links, Vec::new());
        let ids: Vec<String> = ids.as_array().into_iter().flatten().filter_map(|id| Some(id.as_str()?.to_owned())).collect();
        assert!(!ids.is_empty(), "the overview lists no article");
        ids
    }

    /// The id of the best hit of [`WORD`]. Found once, by opening the overview.
    #[track_caller]
    pub fn best(&self) -> String {
        let find = || {
            self.open("#/");
            let found = self.call(&format!("zeitlupe.search('{WORD}', {{ limit: 1 }})"));
            found.pointer("/hits/0/id").and_then(Value::as_str).unwrap_or_else(|| panic!("no hit for {WORD}: {found}")).to_owned()
        };
        self.best.get_or_init(find).clone()
    }

    /// The first [`WORD`] in the best hit's article, as in addresses. Found once, by opening the overview.
    #[track_caller]
    pub fn passage(&self) -> String {
        let best = self.best();
        let find = || {
            self.open("#/");
            self.call(&format!(
                "zeitlupe.article('{best}').then((a) => new TextEncoder().encode(a.text.slice(0, a.text.indexOf('{WORD}'))).length)"
            ))
        };
        format!("stelle={};{WORD}", self.start.get_or_init(find))
    }

    /// The most frequent person, as in addresses, and the first article with a mention. Found once, by opening the overview.
    #[track_caller]
    pub fn person(&self) -> (String, String) {
        let find = || {
            self.open("#/");
            let found = self.call(
                "zeitlupe.entities().then((list) => list.filter((e) => e.type === 'PER').sort((a, b) => b.mentions - a.mentions)[0])",
            );
            let name = found.get("name").and_then(Value::as_str).unwrap_or_else(|| panic!("no person is named: {found}")).to_owned();
            let article = found.pointer("/articles/0").and_then(Value::as_str).unwrap_or_default().to_owned();
            (name, article)
        };
        self.person.get_or_init(find).clone()
    }

    /// Checks that nothing went wrong since the case began.
    #[track_caller]
    pub fn assert_quiet(&self) {
        let complaints = watch::complaints(self.page, self.place);
        assert!(complaints.is_empty(), "{}", complaints.join("\n  "));
    }

    /// Clears the logs of an earlier case.
    pub fn forget(&self) {
        watch::forget(self.page, self.place);
    }

    /// The sizes of the window, the usual last, and the themes in each (dark or not) in which axe looks at a view: in Chromium both themes on
    /// a phone and on a desk; in Firefox a phone in the dark and a desk in the light; in WebKit both in the light. From the disk the page is
    /// the same, and one is enough.
    pub fn looks(&self) -> &'static [((u32, u32), &'static [bool])] {
        const PHONE: (u32, u32) = (390, 844);
        const DESK: (u32, u32) = (1440, 900);
        match self.page.kind() {
            _ if matches!(self.place, Place::Disk(_)) => &[(DESK, &[false])],
            Kind::Chromium => &[(PHONE, &[false, true]), (DESK, &[true, false])],
            Kind::Firefox => &[(PHONE, &[true]), (DESK, &[false])],
            Kind::WebKit => &[(PHONE, &[false]), (DESK, &[false])],
        }
    }

    /// The violations that axe finds in the current view in these themes, one line each.
    #[track_caller]
    pub fn barriers_in(&self, themes: &[bool]) -> Vec<String> {
        let mut all = Vec::new();
        for dark in themes {
            if self.page.can_emulate() {
                self.page.theme(*dark);
            }
            let how = if *dark { "dark" } else { "light" };
            all.extend(watch::barriers(self.page, self.axe).into_iter().map(|barrier| format!("in the {how}, {barrier}")));
        }
        all
    }

    /// The violations that axe finds in the current view in every [look](Self::looks), one line each.
    #[track_caller]
    pub fn barriers(&self) -> Vec<String> {
        let mut all = Vec::new();
        for ((width, height), themes) in self.looks() {
            self.page.resize(*width, *height);
            all.extend(self.barriers_in(themes).into_iter().map(|barrier| format!("at {width} px, {barrier}")));
        }
        all
    }

    /// Checks that axe finds nothing in the current view.
    #[track_caller]
    pub fn assert_accessible(&self) {
        let barriers = self.barriers();
        assert!(barriers.is_empty(), "{}:\n  {}", self.page.fragment(), barriers.join("\n  "));
    }
}

/// The name and text of the file that a button offers, without saving it.
pub fn saved(room: &Room, button: &str) -> (String, String) {
    let page = room.page;
    let watch = "window.e2eSaved = null;
        const make = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
        let text;
        URL.createObjectURL = (blob) => { text = blob.text(); return make.call(URL, blob); };
        HTMLAnchorElement.prototype.click = function () {
            URL.createObjectURL = make;
            HTMLAnchorElement.prototype.click = click;
            text.then((text) => { window.e2eSaved = [this.download, text]; });
        };";
    page.run(watch, Vec::new());
    page.click(button);
    let saved = page.wait("window.e2eSaved");
    let part = |n: usize| saved[n].as_str().expect("a name and a text").to_owned();
    (part(0), part(1))
}
