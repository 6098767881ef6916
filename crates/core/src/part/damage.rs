//! Damaged parts.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Why the bytes of a part cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Damage {
    /// It does not begin with the magic bytes.
    NotABundle,
    /// It was written by another version of the format.
    Version {
        /// Its version.
        found: u16,
        /// The version that this program reads.
        expected: u16,
    },
    /// It is shorter or longer than its header says.
    Length {
        /// The length in its header, in bytes.
        expected: u32,
        /// The actual length in bytes.
        found: u32,
    },
    /// Its checksum is wrong.
    Checksum,
    /// It is another part, or belongs to another corpus.
    Foreign,
    /// The content cannot be decoded.
    Content,
}

impl std::error::Error for Damage {}

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
