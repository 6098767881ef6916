//! The binary format of a part.
//!
//! ```text
//! byte  0   4  "ZLTP"        magic
//!       4   2  version       of the format, u16
//!       6   1  kind          the code of PartKey::kind
//!       7   1  0             reserved
//!       8   4  index         number among the parts of its kind, u32
//!      12   8  corpus        hash of its corpus, u64
//!      20   4  length        length of the payload in bytes, u32
//!      24   8  checksum      FNV-1a 64 over bytes 0 to 23 and the payload, u64
//!      32      payload       see PartKey
//! ```
//!
//! All numbers are little-endian. Nothing follows the payload.

use super::damage::Damage;
use super::key::PartKey;
use crate::codec::checksum;

const MAGIC: [u8; 4] = *b"ZLTP";
/// The version of the format that this program writes and reads. Raise it with every change of a stored type.
pub(crate) const VERSION: u16 = 8;
const HEADER: usize = 32;
/// Offset of the checksum, which includes everything before it.
const SUM: usize = 24;

/// The header of a part, without its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// The hash of its corpus.
    pub corpus: u64,
    /// The checksum over header and payload.
    pub checksum: u64,
}

/// Encodes a part: header, then payload, which must be smaller than 4 GiB.
pub fn encode(key: PartKey, corpus: u64, payload: &[u8]) -> Vec<u8> {
    let (kind, index) = (key.kind().code, key.number());
    let mut out = Vec::with_capacity(HEADER + payload.len());
    out.extend_from_slice(&MAGIC);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&[kind, 0]);
    out.extend_from_slice(&index.to_le_bytes());
    out.extend_from_slice(&corpus.to_le_bytes());
    out.extend_from_slice(&(payload.len() as u32).to_le_bytes());
    let sum = checksum(&[&out, payload]);
    out.extend_from_slice(&sum.to_le_bytes());
    out.extend_from_slice(payload);
    out
}

/// Checks a part, and returns its header and payload without copying.
///
/// # Errors
/// If it is damaged. A part other than `key`, or not of `corpus` if that is given, is [`Damage::Foreign`].
pub fn decode(bytes: &[u8], key: PartKey, corpus: Option<u64>) -> Result<(Header, &[u8]), Damage> {
    if !bytes.starts_with(&MAGIC) {
        return Err(Damage::NotABundle);
    }
    let found = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    let (Some(version), Some((head, payload))) = (field::<2>(bytes, 4), bytes.split_at_checked(HEADER)) else {
        return Err(Damage::Length { expected: HEADER as u32, found });
    };
    let version = u16::from_le_bytes(version);
    if version != VERSION {
        return Err(Damage::Version { found: version, expected: VERSION });
    }
    let number = |at| field::<4>(head, at).map_or(0, u32::from_le_bytes);
    let wide = |at| field::<8>(head, at).map_or(0, u64::from_le_bytes);
    let length = number(20);
    if length as usize != payload.len() {
        return Err(Damage::Length { expected: length.saturating_add(HEADER as u32), found });
    }
    let header = Header { corpus: wide(12), checksum: wide(SUM) };
    if checksum(&[&head[..SUM], payload]) != header.checksum {
        return Err(Damage::Checksum);
    }
    if (head[6], number(8)) != (key.kind().code, key.number()) || corpus.is_some_and(|corpus| corpus != header.corpus) {
        return Err(Damage::Foreign);
    }
    Ok((header, payload))
}

fn field<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at + N)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part() -> Vec<u8> {
        encode(PartKey::Index(3), 77, "drei Häuser".as_bytes())
    }

    #[test]
    fn a_part_round_trips() {
        let bytes = part();
        let (header, payload) = decode(&bytes, PartKey::Index(3), Some(77)).unwrap();
        assert_eq!((header.corpus, payload), (77, "drei Häuser".as_bytes()));
    }

    #[test]
    fn every_truncation_is_detected() {
        let bytes = part();
        for end in 0..bytes.len() {
            let damage = decode(&bytes[..end], PartKey::Index(3), Some(77)).unwrap_err();
            assert_eq!(damage == Damage::NotABundle, end < 4, "{end}: {damage}");
        }
        let longer = [&bytes[..], b"!"].concat();
        assert_eq!(
            decode(&longer, PartKey::Index(3), None),
            Err(Damage::Length { expected: bytes.len() as u32, found: longer.len() as u32 })
        );
    }

    #[test]
    fn every_changed_byte_is_detected() {
        let bytes = part();
        for at in 0..bytes.len() {
            for flip in [1, 0x80, 0xff] {
                let mut broken = bytes.clone();
                broken[at] ^= flip;
                assert!(decode(&broken, PartKey::Index(3), Some(77)).is_err(), "{at}");
            }
        }
    }

    #[test]
    fn parts_of_another_key_or_corpus_are_refused() {
        let bytes = part();
        assert_eq!(decode(&bytes, PartKey::Index(3), Some(78)), Err(Damage::Foreign));
        assert_eq!(decode(&bytes, PartKey::Index(4), Some(77)), Err(Damage::Foreign));
        assert_eq!(decode(&bytes, PartKey::Articles(3), Some(77)), Err(Damage::Foreign));
        let mut newer = bytes.clone();
        newer[4] = 9;
        assert_eq!(decode(&newer, PartKey::Index(3), Some(77)), Err(Damage::Version { found: 9, expected: VERSION }));
        assert_eq!(decode(b"<!DOCTYPE html>", PartKey::Base, None), Err(Damage::NotABundle));
    }
}
