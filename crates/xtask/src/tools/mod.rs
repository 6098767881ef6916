//! Sets up what the chores need: pinned, in the project's own folder `.tools`, and only once.
//!
//! A tool is taken from the first place that has exactly the pinned version: the project's folder, the `PATH`,
//! the ready-made binary of its project's release, and last the source (or npm, for wasm-opt).
//! It is put together in a folder of its own and then moved into place, so that an interrupted run leaves no half tool.

mod apt;
pub mod browsers;
mod install;
mod paths;
mod pinned;
pub mod run;
mod rust;
mod toolbox;

pub use paths::{project, target, which};
pub use pinned::{CARGO_DENY, LIGHTHOUSE, MINISEARCH, PAGEFIND, STEMMER};
pub use rust::std_source;
pub use toolbox::{Toolbox, axe, package_file};
