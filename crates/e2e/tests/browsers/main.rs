//! Tests of the release build in real browsers: from a server below a sub-path, and from the disk.
//!
//! `cargo xtask test` builds the site, finds the browsers and sets the environment (see `zeitlupe_e2e::settings`).
//! Words on the command line select cases by name: `cargo test -p zeitlupe-e2e -- "firefox, file"`.

mod access;
mod alarm;
mod api;
mod compare;
mod corrections;
mod damage;
mod display;
mod frame;
mod lesson;
mod many;
mod names;
mod notes;
mod overview;
mod period;
mod published;
mod reader;
mod room;
mod scope;
mod search;
mod share;
mod still;
mod suite;
mod timeline;

use room::Room;
use std::collections::BTreeSet;
use std::process::ExitCode;
use suite::{Sites, Suite};
use zeitlupe_e2e::place::{Place, SingleFile};
use zeitlupe_e2e::settings::{Kind, Missing, Settings};
use zeitlupe_e2e::tally::Tally;

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
    compare::CASES,
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

/// The browsers that run one after the other; the lanes run side by side.
const LANES: [&[Kind]; 2] = [&[Kind::Chromium], &[Kind::Firefox, Kind::WebKit]];

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
    let unknown = scope::unknown(&names());
    if !unknown.is_empty() {
        eprintln!("error: scope.rs lists cases that do not exist: {}", unknown.join(" / "));
        return ExitCode::FAILURE;
    }
    let (sites, filter) = (Sites::new(&settings), words());
    let results: Vec<(Kind, Tally)> = std::thread::scope(|scope| {
        let lanes = LANES.map(|lane| scope.spawn(|| run_lane(lane, &sites, &filter)));
        lanes.into_iter().flat_map(|lane| lane.join().expect("a lane catches panics")).collect()
    });
    report(&results)
}

/// Prints what has failed and the counts.
fn report(results: &[(Kind, Tally)]) -> ExitCode {
    for (name, message) in results.iter().flat_map(|(_, tally)| &tally.failed) {
        println!("\n{name}\n  {message}");
    }
    println!();
    for (kind, tally) in results {
        println!("{}: {} cases passed, {} failed", kind.name(), tally.passed, tally.failed.len());
    }
    if results.iter().all(|(_, tally)| tally.failed.is_empty()) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The names of all cases.
fn names() -> BTreeSet<&'static str> {
    let rooms = WALK.iter().chain(access::CASES).copied().flatten().chain(lesson::OWN).chain(many::CASES).map(|case| case.0);
    let published = published::CASES.iter().chain(published::KEPT).map(|case| case.0);
    let damaged = damage::CASES.iter().map(|case| case.0);
    rooms.chain(published).chain(damaged).chain(still::CASES).chain([published::STILL, corrections::NEXT_BUILD, alarm::CASE]).collect()
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

/// The results of the browsers of a lane.
fn run_lane(lane: &[Kind], sites: &Sites, filter: &[String]) -> Vec<(Kind, Tally)> {
    let wanted = lane.iter().filter(|kind| sites.settings.browsers.contains(kind));
    wanted.map(|kind| (*kind, run(*kind, sites, filter))).collect()
}

/// All cases of one browser, one after the other.
fn run(kind: Kind, sites: &Sites, filter: &[String]) -> Tally {
    let suite = Suite::new(kind, sites, filter.to_vec());
    let groups = [walk, still::run, published::run, damage::run, corrections::run, lesson::run, many::run, alarm::run];
    for group in groups {
        suite.group(group);
    }
    suite.end()
}

/// The room from a server, and from the disk. Every case loads its page.
fn walk(suite: &Suite) {
    let served = Place::Served(suite.server());
    let disk = SingleFile::copy(&suite.settings.single_file, suite.kind.name()).unwrap_or_else(|message| panic!("{message}"));
    let disk = Place::Disk(disk);
    for (place, groups) in [(&served, [WALK, access::CASES].concat()), (&disk, FROM_DISK.to_vec())] {
        let cases: Vec<&Case> = groups.into_iter().flatten().collect();
        if !suite.wants_any(place.name(), cases.iter().map(|case| case.0)) {
            continue;
        }
        suite.page().load("about:blank");
        let room = Room::new(suite.page(), place, &suite.settings.axe);
        for (name, case) in cases {
            suite.case(place.name(), name, || {
                room.forget();
                case(&room);
                room.assert_quiet();
            });
        }
    }
}
