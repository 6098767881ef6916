//! Runs a slow command and says on one line what it is doing, for how long, and how much of it is done.
//!
//! Where the command is cargo, or runs cargo, "how much" is read from cargo's own progress bar: see [`status`].
//!
//! ```no_run
//! let mut build = std::process::Command::new("cargo");
//! build.args(["build", "--package", "xtask"]);
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

/// What makes cargo compile the standard library with the app, for size and without the words of panics: a fifth less wasm.
///
/// These switches are not stable, so everything works without them, too: the plain build is the one that they are measured against.
pub const SMALL: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort"),
];
