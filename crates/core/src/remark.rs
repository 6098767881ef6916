//! Problems with a file that was read.
//!
//! ```
//! use zeitlupe_core::remark::{Remark, Severity};
//! let remark = Remark::warning(Some(3), "expected a date, found \"gestern\"");
//! assert!(remark.severity > Severity::Note && remark.line == Some(3));
//! ```

/// The severity of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Information; nothing is wrong.
    Note,
    /// The file was read, but something in it could not be used.
    Warning,
    /// Something could not be read and is missing.
    Error,
}

/// A problem, and its line in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// How severe it is.
    pub severity: Severity,
    /// Line in the file, from 1, if known.
    pub line: Option<u32>,
    /// `expected …, found …`.
    pub message: String,
}

impl Remark {
    /// A note about a line.
    pub fn note(line: Option<u32>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Note, line, message: message.into() }
    }

    /// A warning about a line.
    pub fn warning(line: Option<u32>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, line, message: message.into() }
    }

    /// An error in a line.
    pub fn error(line: Option<u32>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, line, message: message.into() }
    }
}
