//! A checksum against accidental changes.

/// FNV-1a in 64 bits over the concatenation of `pieces`
/// (Fowler, Noll, Vo; <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>).
///
/// Every step is a bijection of the state, so that any change of a single byte is detected. It protects against accidents, not against attacks.
pub fn checksum(pieces: &[&[u8]]) -> u64 {
    let mut sum = 0xcbf2_9ce4_8422_2325u64;
    for &byte in pieces.iter().copied().flatten() {
        sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_has_the_reference_values_of_fnv() {
        assert_eq!(checksum(&[b""]), 0xcbf2_9ce4_8422_2325);
        assert_eq!(checksum(&[b"a"]), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(checksum(&[b"foo", b"bar"]), 0x8594_4171_f739_67e8);
    }
}
