//! Puts a wasm together that `zeitlupe_site::streams` has sorted into streams.

/// The number of streams.
const STREAMS: usize = 14;
/// The code section.
const CODE: u8 = 10;

/// The wasm; one that is not sorted as it is. `None` if the bytes are neither.
pub fn joined(sorted: Vec<u8>) -> Option<Vec<u8>> {
    if sorted.starts_with(b"\0asm") {
        return Some(sorted);
    }
    let word = |n: usize| sorted.get(4 * n..4 * n + 4).map(|bytes| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize);
    let size = word(0)?;
    let mut at = [4 * (STREAMS + 1); STREAMS];
    for n in 1..STREAMS {
        at[n] = at[n - 1].checked_add(word(n)?)?;
    }
    // Nothing is added, so that the whole is as long as the streams.
    if at[STREAMS - 1].checked_add(word(STREAMS)?)? != sorted.len() || size != sorted.len() - at[0] {
        return None;
    }
    let mut joiner = Joiner { sorted: &sorted, at, out: Vec::with_capacity(size) };
    joiner.take(0, 8)?;
    while joiner.out.len() < size {
        let (section, length) = (joiner.byte(0)?, joiner.number(0)?);
        if section == CODE { joiner.code()? } else { joiner.take(0, length)? }
    }
    Some(joiner.out)
}

struct Joiner<'a> {
    sorted: &'a [u8],
    /// Where each stream goes on.
    at: [usize; STREAMS],
    out: Vec<u8>,
}

impl Joiner<'_> {
    fn byte(&mut self, stream: usize) -> Option<u8> {
        let byte = *self.sorted.get(self.at[stream])?;
        self.at[stream] += 1;
        self.out.push(byte);
        Some(byte)
    }

    fn take(&mut self, stream: usize, count: usize) -> Option<()> {
        let from = self.at[stream];
        self.out.extend_from_slice(self.sorted.get(from..from.checked_add(count)?)?);
        self.at[stream] += count;
        Some(())
    }

    /// A LEB128 number; of a long one the lowest bits.
    fn number(&mut self, stream: usize) -> Option<usize> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte(stream)?;
            value |= usize::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if byte < 0x80 {
                return Some(value);
            }
        }
    }

    fn many(&mut self, stream: usize, count: usize) -> Option<()> {
        for _ in 0..count {
            self.number(stream)?;
        }
        Some(())
    }

    fn code(&mut self) -> Option<()> {
        for _ in 0..self.number(0)? {
            let end = self.number(0)? + self.out.len();
            for _ in 0..self.number(1)? {
                self.number(1)?;
                self.byte(1)?;
            }
            while self.out.len() < end {
                self.instruction()?;
            }
        }
        Some(())
    }

    /// An opcode with its immediates, each from the stream that `zeitlupe_site::streams` gives it.
    fn instruction(&mut self) -> Option<()> {
        match self.byte(2)? {
            0x0e => {
                let labels = self.number(4)?;
                self.many(4, labels + 1)
            }
            0x1c => {
                let types = self.number(8)?;
                self.take(8, types)
            }
            0x43 => self.take(13, 4),
            0x44 => self.take(13, 8),
            0xfc => {
                let count = match self.number(2)? {
                    0..8 => 0,
                    8 | 10 | 12 | 14 => 2,
                    _ => 1,
                };
                self.many(8, count)
            }
            opcode => {
                let (stream, count) = match opcode {
                    0x02..=0x04 => (3, 1),
                    0x0c | 0x0d => (4, 1),
                    0x10 => (5, 1),
                    0x11 => (6, 2),
                    0x20..=0x22 => (7, 1),
                    0x23..=0x26 | 0x3f | 0x40 | 0xd0 | 0xd2 => (8, 1),
                    0x28..=0x3e => {
                        self.number(9)?;
                        (10, 1)
                    }
                    0x41 => (11, 1),
                    0x42 => (12, 1),
                    _ => return Some(()),
                };
                self.many(stream, count)
            }
        }
    }
}
