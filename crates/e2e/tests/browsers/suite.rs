//! The cases of one browser: the sessions that they share, the sites that all browsers share, and the results.

use crate::scope;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use zeitlupe_core::caught::caught;
use zeitlupe_e2e::browser::{Browser, SessionOptions};
use zeitlupe_e2e::folder::Folder;
use zeitlupe_e2e::page::Page;
use zeitlupe_e2e::place::SUB_PATH;
use zeitlupe_e2e::server::Server;
use zeitlupe_e2e::settings::{Kind, Settings};
use zeitlupe_e2e::tally::Tally;
use zeitlupe_e2e::watch;

/// After some hundred pages in one tab, WebKitGTK no longer goes back: there, a tab serves this many cases.
const CASES_PER_TAB: u32 = 10;

/// Sites besides that of the seeds, each built once for all browsers.
pub struct Sites<'a> {
    /// Where everything is.
    pub settings: &'a Settings,
    folder: Folder,
    built: Mutex<BTreeMap<&'static str, Result<PathBuf, String>>>,
}

impl<'a> Sites<'a> {
    /// No site yet.
    pub fn new(settings: &'a Settings) -> Self {
        Self { settings, folder: Folder::new("sites"), built: Mutex::default() }
    }

    /// The folder of the site with this name, built from the articles that `write` puts into a folder.
    ///
    /// # Errors
    /// The output of the build.
    pub fn site(&self, name: &'static str, write: impl FnOnce(&Path)) -> Result<PathBuf, String> {
        // Another browser that needs the same site waits.
        let mut built = self.built.lock().unwrap_or_else(PoisonError::into_inner);
        built.entry(name).or_insert_with(|| self.build(name, write)).clone()
    }

    fn build(&self, name: &str, write: impl FnOnce(&Path)) -> Result<PathBuf, String> {
        let (articles, site) = (self.folder.0.join(name).join("articles"), self.folder.0.join(name).join("site"));
        std::fs::create_dir_all(&articles).map_err(|error| format!("cannot create {}: {error}", articles.display()))?;
        write(&articles);
        self.settings.build_site(&articles, &site)?;
        Ok(site)
    }
}

/// The cases of one browser.
pub struct Suite<'a> {
    /// The browser.
    pub kind: Kind,
    /// Where everything is.
    pub settings: &'a Settings,
    /// The other sites.
    pub sites: &'a Sites<'a>,
    tally: RefCell<Tally>,
    page: OnceCell<Result<Page, String>>,
    still: OnceCell<Result<Page, String>>,
    cases: Cell<u32>,
}

impl<'a> Suite<'a> {
    /// A suite without results; the browser is started when a case needs it. `filter`: see [`Tally::new`].
    pub fn new(kind: Kind, sites: &'a Sites<'a>, filter: Vec<String>) -> Self {
        let tally = RefCell::new(Tally::new(filter));
        Self { kind, settings: sites.settings, sites, tally, page: OnceCell::new(), still: OnceCell::new(), cases: Cell::new(0) }
    }

    /// Ends the browser and returns the results.
    pub fn end(self) -> Tally {
        self.tally.into_inner()
    }

    /// The tab that all cases share.
    ///
    /// # Panics
    /// If the browser cannot be started.
    pub fn page(&self) -> &Page {
        let start = || {
            let page = Page { browser: Browser::start(self.kind, SessionOptions::default())? };
            watch::listen_always(&page);
            Ok(page)
        };
        self.page.get_or_init(start).as_ref().unwrap_or_else(|message| panic!("{message}"))
    }

    /// A tab in which no script runs, not possible in WebKit.
    ///
    /// # Panics
    /// If the browser cannot be started.
    pub fn page_without_scripts(&self) -> &Page {
        let options = SessionOptions { without_scripts: true, ..SessionOptions::default() };
        let start = || Ok(Page { browser: Browser::start(self.kind, options)? });
        self.still.get_or_init(start).as_ref().unwrap_or_else(|message: &String| panic!("{message}"))
    }

    /// A server of the site of the seeds, which is an origin of its own.
    ///
    /// # Panics
    /// If it cannot be started.
    pub fn server(&self) -> Server {
        Server::start(&self.settings.site, SUB_PATH).unwrap_or_else(|message| panic!("{message}"))
    }

    /// Runs a group of cases. A panic outside of its cases, as when the browser cannot be started, is a failure of the group.
    pub fn group(&self, run: fn(&Self)) {
        if let Err(message) = caught(|| run(self)) {
            self.tally.borrow_mut().failed.push((format!("{}: a group of cases", self.kind.name()), message));
        }
    }

    /// Whether one of these cases of a group is to be run.
    pub fn wants_any<'n>(&self, group: &str, mut names: impl Iterator<Item = &'n str>) -> bool {
        names
            .any(|name| (self.settings.every_case || scope::runs_in(self.kind, name)) && self.tally.borrow().wants(&self.full(group, name)))
    }

    /// Runs a case, if it is to be run in this browser.
    pub fn case(&self, group: &str, name: &str, run: impl FnOnce()) {
        if !self.wants_any(group, std::iter::once(name)) {
            return;
        }
        self.tally.borrow_mut().case(&self.full(group, name), || {
            let page = self.page();
            if self.kind == Kind::WebKit && self.cases.replace(self.cases.get() + 1).is_multiple_of(CASES_PER_TAB) {
                page.fresh_tab();
            }
            run();
        });
    }

    fn full(&self, group: &str, name: &str) -> String {
        format!("{}, {group}: {name}", self.kind.name())
    }
}
