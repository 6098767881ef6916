//! The format of the model's files.
//!
//! ```text
//! byte  0   4  magic         which file it is
//!       4   2  version       of the format, u16
//!       6   4  length        bytes of the content, u32
//!      10   8  checksum      of the content (`bundle::checksum`), u64
//!      18      content
//! ```
//!
//! All numbers are little-endian; nothing follows the content.
//!
//! ```
//! use zeitlupe_core::entity::model::file::{close, open};
//! let bytes = close(*b"TEST", b"content");
//! assert_eq!(open(&bytes, *b"TEST").ok(), Some(&b"content"[..]));
//! assert!(open(&bytes, *b"ELSE").is_err());
//! ```

use super::ModelError;
use super::bytes::Reader;
use crate::codec::checksum;

/// Must be increased with every change of a file's content or of the meaning of a feature.
const VERSION: u16 = 2;

/// A file with this content.
pub fn close(magic: [u8; 4], content: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len() + 18);
    out.extend_from_slice(&magic);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&(content.len() as u32).to_le_bytes());
    out.extend_from_slice(&checksum(&[content]).to_le_bytes());
    out.extend_from_slice(content);
    out
}

/// The content of a file that begins with `magic`, after checking its length and checksum.
pub fn open(bytes: &[u8], magic: [u8; 4]) -> Result<&[u8], ModelError> {
    if !bytes.starts_with(&magic) {
        return Err(ModelError::Foreign);
    }
    let mut reader = Reader::new(&bytes[magic.len()..]);
    let version = u16::from_le_bytes([reader.byte()?, reader.byte()?]);
    if version != VERSION {
        return Err(ModelError::Version { found: version, expected: VERSION });
    }
    let length = reader.u32()? as usize;
    let mut sum = [0; 8];
    sum.copy_from_slice(reader.take(8)?);
    let content = reader.take(length)?;
    if !reader.is_at_end() {
        return Err(ModelError::Content("nothing behind the content"));
    }
    if checksum(&[content]) != u64::from_le_bytes(sum) {
        return Err(ModelError::Checksum);
    }
    Ok(content)
}
