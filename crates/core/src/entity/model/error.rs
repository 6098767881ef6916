//! Why a model cannot be read.

use std::fmt;

/// What is wrong with the bytes of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// They are no such file.
    Foreign,
    /// They are of another version of the format.
    Version {
        /// The version of the file.
        found: u16,
        /// The version that this program reads.
        expected: u16,
    },
    /// They end too early.
    Truncated,
    /// Some byte has changed.
    Checksum,
    /// Something else stands where this was expected.
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
