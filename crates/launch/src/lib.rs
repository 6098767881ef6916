//! Runs a slow command and shows on one line what it is doing, for how long, and how much is done.
//!
//! If the command is cargo, or runs cargo, the progress is read from cargo's own progress bar: see [`status`].
//!
//! ```no_run
//! let mut build = std::process::Command::new("cargo");
//! build.args(["build", "--workspace", "--bin", "xtask"]);
//! let finished = launch::run("compiling xtask", &mut build, &mut launch::Passed::Stderr)?;
//! assert!(finished.success());
//! # Ok::<(), std::io::Error>(())
//! ```

mod cargo_output;
mod line;
mod run;

pub use cargo_output::{Status, status};
pub use line::{Line, clock};
pub use run::{Passed, run};

/// Variables that make cargo compile the standard library with the app, for size and without panic messages: a fifth less wasm. Functions that
/// are alike are not made one, so that the name of each says which module needs it (`xtask`'s `split`); wasm-opt does that later.
///
/// They are unstable features, so everything also works without them.
pub const SMALL: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort -Zmerge-functions=disabled"),
];
