//! One fuzz target for each way by which foreign bytes come in.
//!
//! A target takes any bytes and panics if something is wrong: the code under test has panicked, or what it returned breaks a rule that
//! always holds (spans lie in their text, what was written is read again). `cargo xtask fuzz` runs them with libFuzzer; the inputs in
//! `corpus/`, from which it starts, are also run by `cargo test`.
//!
//! ```
//! let query = zeitlupe_fuzz::target("query").expect("there is such a target");
//! (query.run)("\"Wien OR (".as_bytes());
//! ```

mod analysis;
mod files;
mod reader;
mod room;
mod unpack;

/// A target.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name, which is also that of its folder in `corpus/`.
    pub name: &'static str,
    /// Runs one input.
    pub run: fn(&[u8]),
}

/// All targets.
pub const TARGETS: [Target; 10] = [
    Target { name: "files", run: files::any },
    Target { name: "html", run: files::html },
    Target { name: "analyser", run: analysis::analyse },
    Target { name: "query", run: room::query },
    Target { name: "address", run: reader::address },
    Target { name: "notebook", run: reader::notebook },
    Target { name: "names", run: reader::names },
    Target { name: "parts", run: room::parts },
    Target { name: "requests", run: room::requests },
    Target { name: "unpack", run: unpack::unpack },
];

/// The target with this name.
pub fn target(name: &str) -> Option<Target> {
    TARGETS.into_iter().find(|target| target.name == name)
}
