//! Tests of the release build in real browsers: from a server below a sub-path, and from the disk.
//!
//! `cargo xtask test` builds the site, finds the browsers and sets the environment (see `zeitlupe_e2e::settings`).
//! Words on the command line select cases by name: `cargo test -p zeitlupe-e2e -- "firefox, file"`.

mod access;
mod alarm;
mod api;
mod corrections;
mod damage;
mod display;
mod frame;
mod lesson;
mod names;
mod notes;
mod overview;
mod period;
mod published;
mod reader;
mod room;
mod search;
mod share;
mod still;
mod timeline;

use room::Room;
use std::cell::Cell;
use std::process::ExitCode;
use zeitlupe_e2e::browser::{Browser, SessionOptions};
use zeitlupe_e2e::page::Page;
use zeitlupe_e2e::place::{Place, SUB_PATH, SingleFile};
use zeitlupe_e2e::server::Server;
use zeitlupe_e2e::settings::{Kind, Missing, Settings};
use zeitlupe_e2e::tally::Tally;
use zeitlupe_e2e::watch;

/// A case: its name, and what a reader does and sees.
type Case = (&'static str, fn(&Room));

/// The cases run in every browser from a server.
const WALK: &[&[Case]] = &[
    overview::CASES,
    search::CASES,
    reader::CASES,
    names::CASES,
    corrections::CASES,
    timeline::CASES,
    period::CASES,
    frame::CASES,
    api::CASES,
    notes::CASES,
    display::CASES,
    share::CASES,
    lesson::CASES,
];

/// The cases run from the disk: those that may depend on the location. Otherwise the page is the same once started.
const FROM_DISK: &[&[Case]] = &[overview::CASES, reader::CASES, frame::CASES, api::CASES, notes::CASES, share::CASES, access::FROM_DISK];

fn main() -> ExitCode {
    let settings = match Settings::read() {
        Ok(settings) => settings,
        Err(Missing::Everything) => {
            println!("browser tests skipped: no site was given; `cargo xtask test` builds one and runs them");
            return ExitCode::SUCCESS;
        }
        Err(Missing::Something(message)) => {
            eprintln!("error: {message}");
            return ExitCode::FAILURE;
        }
    };
    let filter = words();
    for kind in Kind::ALL.into_iter().filter(|kind| !settings.browsers.contains(kind)) {
        println!("{} not run: ZEITLUPE_BROWSERS does not name it", kind.name());
    }
    let mut tally = Tally::new(filter.clone());
    for kind in &settings.browsers {
        let own = Tally::new(filter.clone());
        // In some complete runs the app traps in WebKitGTK; the cause is unknown.
        tally.add(run(*kind, &settings, if *kind == Kind::WebKit { own.with_repeats() } else { own }));
    }
    for (name, message) in &tally.failed {
        println!("\n{name}\n  {message}");
    }
    for (name, message) in &tally.repeated {
        println!("\nat the first try of {name}\n  {message}");
    }
    println!("\n{} cases passed, {} failed, {} tried twice", tally.passed, tally.failed.len(), tally.repeated.len());
    if tally.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The words that select cases. Options are for the default test harness: `cargo test` passes them to all tests.
fn words() -> Vec<String> {
    let mut words = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--test-threads" {
            arguments.next();
        } else if !argument.starts_with('-') {
            words.push(argument);
        }
    }
    words
}

/// All cases of one browser, one after the other.
fn run(kind: Kind, settings: &Settings, mut tally: Tally) -> Tally {
    if let Err(message) = walk(kind, settings, &mut tally) {
        tally.failed.push((kind.name().to_owned(), message));
    }
    still::run(kind, settings, &mut tally);
    published::run(kind, settings, &mut tally);
    damage::run(kind, settings, &mut tally);
    corrections::run(kind, settings, &mut tally);
    lesson::run(kind, settings, &mut tally);
    tally
}

/// Both places in one session; every case loads its page.
fn walk(kind: Kind, settings: &Settings, tally: &mut Tally) -> Result<(), String> {
    let page = Page { browser: Browser::start(kind, SessionOptions::default())? };
    watch::listen_always(&page);
    let served = Place::Served(Server::start(&settings.site, SUB_PATH)?);
    let disk = Place::Disk(SingleFile::copy(&settings.single_file, kind.name())?);
    for place in [&served, &disk] {
        page.load("about:blank");
        let room = Room::new(&page, place, &settings.axe);
        let from_disk = matches!(place, Place::Disk(_));
        let groups: Vec<&[Case]> = if from_disk { FROM_DISK.to_vec() } else { WALK.iter().chain(access::CASES).copied().collect() };
        for (n, (name, case)) in groups.into_iter().flatten().enumerate() {
            let again = Cell::new(false);
            tally.case(&format!("{}, {}: {name}", kind.name(), place.name()), || {
                let is_again = again.replace(true);
                // After some hundred pages in one tab, WebKitGTK no longer goes back.
                if kind == Kind::WebKit && (is_again || n % 10 == 0) {
                    page.fresh_tab();
                }
                if is_again {
                    room.wipe();
                }
                room.forget();
                case(&room);
                room.assert_quiet();
            });
        }
    }
    // Last, because it leaves data in the browser that would disturb the others.
    alarm::run(&page, &settings.axe, tally);
    Ok(())
}
