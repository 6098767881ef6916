//! What was not as expected in a file that was read.

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something worth knowing; nothing is wrong.
    Note,
    /// The file was read, but something in it could not be used.
    Warning,
    /// Something could not be read and is missing.
    Error,
}

/// Something that was not as expected, and where in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// How bad it is.
    pub severity: Severity,
    /// Line in the file, from 1, where it is known.
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
