//! Variable-length integers (LEB128): seven bits per byte, the lowest first, the high bit set on all but the last.

/// Appends `value`.
pub fn write(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Removes and returns a value from the front of `bytes`; `None` if they end too early or the value is too large.
pub fn read(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0u32;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        let bits = u32::from(byte & 0x7f);
        if shift == 28 && bits > 0x0f {
            return None;
        }
        value |= bits << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

/// All values of `bytes`; `None` if the last one is incomplete.
pub fn read_all(mut bytes: &[u8]) -> Option<Vec<u32>> {
    let mut out = Vec::new();
    while !bytes.is_empty() {
        out.push(read(&mut bytes)?);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_round_trip() {
        let values = [0, 1, 127, 128, 300, 16_383, 16_384, u32::MAX - 1, u32::MAX];
        let mut bytes = Vec::new();
        values.iter().for_each(|&v| write(&mut bytes, v));
        assert_eq!(read_all(&bytes).unwrap(), values);
    }

    #[test]
    fn invalid_bytes_give_none() {
        assert_eq!(read(&mut &[][..]), None);
        assert_eq!(read(&mut &[0x80][..]), None);
        assert_eq!(read(&mut &[0xff, 0xff, 0xff, 0xff, 0x1f][..]), None);
        assert_eq!(read(&mut &[0xff; 9][..]), None);
    }
}
