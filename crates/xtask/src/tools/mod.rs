//! Installs the tools of the commands: pinned versions, in the project's folder `.tools`, and only once.
//!
//! A tool is taken from the first place that has exactly the pinned version: the project's folder, the `PATH`,
//! the binary of its project's release, and last the source (or npm, for wasm-opt).
//! It is assembled in a separate folder and then moved into place, so that an interrupted run leaves no broken tool.

mod apt;
pub mod browsers;
mod install;
mod paths;
mod pinned;
pub mod run;
mod rust;
mod toolbox;

pub use apt::apt;
pub use paths::{project, target, which};
pub use pinned::{CARGO_DENY, LIGHTHOUSE, MINISEARCH, PAGEFIND, STEMMER};
pub use rust::std_source;
pub use toolbox::{Toolbox, axe, package_file};
