//! Errors of reading a model.

use std::fmt;

/// Why a model cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// It is another type of file.
    Foreign,
    /// It has another version of the format.
    Version {
        /// The version of the file.
        found: u16,
        /// The version that this program reads.
        expected: u16,
    },
    /// It ends too early.
    Truncated,
    /// Its checksum is wrong.
    Checksum,
    /// This was expected, and something else found.
    Content(&'static str),
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("expected a file of the names' model, found another"),
            Self::Version { found, expected } => write!(f, "expected version {expected} of the names' model, found {found}"),
            Self::Truncated => f.write_str("expected the names' model, found only its beginning"),
            Self::Checksum => f.write_str("expected the names' model as it was written, found changed bytes"),
            Self::Content(what) => write!(f, "expected {what} in the names' model, found something else"),
        }
    }
}

impl std::error::Error for ModelError {}
