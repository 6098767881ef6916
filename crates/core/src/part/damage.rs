//! Why the bytes of a part cannot be used.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Why the bytes of a part cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Damage {
    /// It does not begin with the magic bytes.
    NotABundle,
    /// It was written by another version of the format.
    Version {
        /// The version that it names.
        found: u16,
        /// The version that this program reads.
        expected: u16,
    },
    /// It is shorter or longer than it says.
    Length {
        /// Bytes that its header announces.
        expected: u32,
        /// Bytes that are there.
        found: u32,
    },
    /// Its checksum does not fit.
    Checksum,
    /// The checksum fits, but the content is of another part or another corpus.
    Foreign,
    /// The content cannot be decoded.
    Content,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotABundle => write!(f, "expected a Zeitlupe bundle, found other data"),
            Self::Version { found, expected } => {
                write!(f, "expected bundle version {expected}, found {found}")
            }
            Self::Length { expected, found } => {
                write!(f, "expected {expected} bytes, found {found}")
            }
            Self::Checksum => write!(f, "the checksum does not fit: the data were changed or cut on the way"),
            Self::Foreign => write!(f, "the data belong to another part or another corpus"),
            Self::Content => write!(f, "the content cannot be decoded"),
        }
    }
}
