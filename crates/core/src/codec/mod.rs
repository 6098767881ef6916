//! Encodings of stored data: compact numbers and strings, byte runs for serde, a checksum.
//!
//! ```
//! use zeitlupe_core::codec::checksum;
//! assert_eq!(checksum(&[b"foo", b"bar"]), checksum(&[b"foobar"]));
//! assert_ne!(checksum(&[b"foobar"]), checksum(&[b"foobaz"]));
//! ```

pub(crate) mod bytes;
mod checksum;
pub(crate) mod deltas;
pub(crate) mod varint;

pub use checksum::checksum;
