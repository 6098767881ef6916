//! Cargo's stderr: progress, and everything else.

use std::borrow::Cow;

/// The progress in a line of cargo's stderr.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// The number of compiled crates.
    Compiled {
        /// Compiled, or up to date from an earlier run.
        done: u32,
        /// All crates of this command, including build scripts.
        total: u32,
    },
    /// Something else that takes time, in cargo's words.
    Busy(String),
    /// A line that only repeats the progress, such as `Compiling serde v1.0.229`.
    Detail,
    /// Compiling is finished.
    Finished,
}

/// Parses a line of cargo's stderr; `None` if it is not progress but a message, such as a warning.
///
/// Colours are ignored.
///
/// ```
/// use launch::{Status, status};
///
/// assert_eq!(status("    Building [===>       ] 120/240: serde, syn"), Some(Status::Compiled { done: 120, total: 240 }));
/// assert_eq!(status("   Compiling serde v1.0.229"), Some(Status::Detail));
/// assert_eq!(status("error[E0308]: mismatched types"), None);
/// ```
pub fn status(line: &str) -> Option<Status> {
    let line = plain(line);
    let (verb, rest) = line.trim_start().split_once(' ')?;
    if !line.starts_with("  ") {
        return None;
    }
    match verb {
        "Building" => Some(compiled(rest).unwrap_or(Status::Detail)),
        "Compiling" | "Checking" | "Documenting" | "Dirty" | "Fresh" | "Downloaded" | "Adding" | "Locking" | "Installing" | "Installed"
        | "Replacing" => Some(Status::Detail),
        "Running" if rest.trim_start().starts_with('`') => Some(Status::Detail),
        "Finished" => Some(Status::Finished),
        "Downloading" => Some(Status::Busy("downloading crates".into())),
        "Updating" | "Blocking" => Some(Status::Busy(format!("{} {}", verb.to_lowercase(), rest.trim()))),
        _ => None,
    }
}

/// The two numbers of `[==>   ] 12/240: names`.
fn compiled(bar: &str) -> Option<Status> {
    let (_, numbers) = bar.split_once(']')?;
    let (done, rest) = numbers.trim_start().split_once('/')?;
    let total = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    Some(Status::Compiled { done: done.parse().ok()?, total: total.parse().ok()? })
}

/// The line without colour escape sequences.
fn plain(line: &str) -> Cow<'_, str> {
    if !line.contains('\x1b') {
        return Cow::Borrowed(line);
    }
    let mut pieces = line.split('\x1b');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find(|c: char| c.is_ascii_alphabetic()).map_or(piece.len(), |at| at + 1);
        text.push_str(&piece[end..]);
    }
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_distinguished_from_messages() {
        let busy = |text: &str| Some(Status::Busy(text.into()));
        for (line, expected) in [
            ("    Building [======>    ] 4/15: serde, serde_core ", Some(Status::Compiled { done: 4, total: 15 })),
            ("\x1b[1m\x1b[96m    Building\x1b[0m [>  ] 0/1: a(build.rs)", Some(Status::Compiled { done: 0, total: 1 })),
            ("    Building [", Some(Status::Detail)),
            ("\x1b[1m\x1b[92m   Compiling\x1b[0m serde v1.0.229", Some(Status::Detail)),
            ("    Finished `dev` profile [unoptimized] target(s) in 7.19s", Some(Status::Finished)),
            ("    Blocking waiting for file lock on build directory", busy("blocking waiting for file lock on build directory")),
            ("    Updating crates.io index", busy("updating crates.io index")),
            (" Downloading crates ...", None),
            ("     Running `target/debug/hosted site`", Some(Status::Detail)),
            ("  Downloading [> ] 3 crates", busy("downloading crates")),
            ("     Running unittests src/lib.rs (target/debug/deps/a-1)", None),
            ("warning: unused variable: `x`", None),
            ("Checking something of its own", None),
            ("", None),
        ] {
            assert_eq!(status(line), expected, "{line:?}");
        }
    }
}
