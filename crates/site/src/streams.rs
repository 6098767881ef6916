//! Sorts the bytes of a wasm into streams, so that it compresses better: opcodes among opcodes, offsets among offsets.
//!
//! LZMA predicts a byte from what stood before it. In a wasm, an opcode, a local's number and an address follow each other, each predicted
//! from the other two; sorted, from its like. The crate `zeitlupe-unpack` puts the bytes back in the reader's browser.
//!
//! Format: the length of the wasm and of each stream (`u32`, little-endian), then the streams. What comes from which stream follows from
//! the binary format (WebAssembly Core Specification 2.0, section 5): sections other than code, section lengths, and body lengths are
//! stream 0, declarations of locals stream 1, opcodes stream 2; the immediates of an opcode are in the streams of [`immediates`].

/// The number of streams.
const STREAMS: usize = 14;
/// The magic number and version of a wasm, and the code section.
const PREAMBLE: usize = 8;
const CODE: u8 = 10;

/// The streams of an opcode's immediates, each a LEB128 number. `None`: the opcode is unknown, or its immediates are not numbers.
///
/// `zeitlupe-unpack` has the same table.
fn immediates(opcode: u8) -> Option<&'static [usize]> {
    Some(match opcode {
        // block, loop, if: the type.
        0x02..=0x04 => &[3],
        // br, br_if: the label.
        0x0c | 0x0d => &[4],
        // call: the function.
        0x10 => &[5],
        // call_indirect: the type, the table.
        0x11 => &[6, 6],
        // local.get, local.set, local.tee.
        0x20..=0x22 => &[7],
        // global.get, global.set, table.get, table.set, ref.null, ref.func.
        0x23..=0x26 | 0xd0 | 0xd2 => &[8],
        // Loads and stores: the alignment, the offset.
        0x28..=0x3e => &[9, 10],
        // memory.size, memory.grow: the memory.
        0x3f | 0x40 => &[8],
        // i32.const, i64.const.
        0x41 => &[11],
        0x42 => &[12],
        // Without immediates.
        0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => &[],
        _ => return None,
    })
}

/// The number of immediates (stream 8) after the prefix `0xfc` and an opcode, which are both in stream 2.
fn prefixed(opcode: u32) -> Option<usize> {
    Some(match opcode {
        0..=7 => 0,
        9 | 11 | 13 | 15..=17 => 1,
        8 | 10 | 12 | 14 => 2,
        _ => return None,
    })
}

/// Sorts a wasm; `None` if it is none, or has an opcode that this does not know (vectors, threads, exceptions).
pub fn split(wasm: &[u8]) -> Option<Vec<u8>> {
    let mut sorter = Sorter { rest: wasm, streams: Default::default() };
    sorter.take(0, PREAMBLE)?;
    while !sorter.rest.is_empty() {
        let section = sorter.byte(0)?;
        let length = sorter.number(0)? as usize;
        if section == CODE {
            for _ in 0..sorter.number(0)? {
                sorter.body()?;
            }
        } else {
            sorter.take(0, length)?;
        }
    }
    let lengths = std::iter::once(wasm.len()).chain(sorter.streams.iter().map(Vec::len));
    let head: Option<Vec<[u8; 4]>> = lengths.map(|length| Some(u32::try_from(length).ok()?.to_le_bytes())).collect();
    Some([head?.concat(), sorter.streams.concat()].concat())
}

/// What is left of the wasm, and the streams so far.
struct Sorter<'a> {
    rest: &'a [u8],
    streams: [Vec<u8>; STREAMS],
}

impl Sorter<'_> {
    /// Moves bytes to a stream.
    fn take(&mut self, stream: usize, count: usize) -> Option<()> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.streams[stream].extend_from_slice(taken);
        self.rest = rest;
        Some(())
    }

    /// Moves a byte to a stream, and returns it.
    fn byte(&mut self, stream: usize) -> Option<u8> {
        let byte = *self.rest.first()?;
        self.take(stream, 1)?;
        Some(byte)
    }

    /// Moves a LEB128 number to a stream, and returns its lowest 32 bits.
    fn number(&mut self, stream: usize) -> Option<u32> {
        let mut value = 0;
        for shift in (0..u32::MAX).step_by(7) {
            let byte = self.byte(stream)?;
            value |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            if byte < 0x80 {
                break;
            }
        }
        Some(value)
    }

    /// Moves the body of a function.
    fn body(&mut self) -> Option<()> {
        let length = self.number(0)? as usize;
        let end = self.rest.len().checked_sub(length)?;
        for _ in 0..self.number(1)? {
            self.number(1)?;
            self.take(1, 1)?;
        }
        while self.rest.len() > end {
            self.instruction()?;
        }
        (self.rest.len() == end).then_some(())
    }

    fn instruction(&mut self) -> Option<()> {
        match self.byte(2)? {
            // br_table: the number of labels, the labels, the default.
            0x0e => {
                for _ in 0..=self.number(4)? {
                    self.number(4)?;
                }
            }
            // select with types: their number, the types.
            0x1c => {
                for _ in 0..self.number(8)? {
                    self.take(8, 1)?;
                }
            }
            0x43 => self.take(13, 4)?,
            0x44 => self.take(13, 8)?,
            0xfc => {
                for _ in 0..self.number(2).and_then(prefixed)? {
                    self.number(8)?;
                }
            }
            opcode => {
                for stream in immediates(opcode)? {
                    self.number(*stream)?;
                }
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeitlupe_unpack::joined;

    /// A wasm with a custom section, and one body with these instructions.
    fn wasm(instructions: &[u8]) -> Vec<u8> {
        let body = [&[1, 3, 0x7f], instructions, &[0x0b]].concat();
        let code = [&[1, body.len() as u8], &body[..]].concat();
        [b"\0asm\x01\0\0\0", &[0, 3, 1, b'x', 9][..], &[CODE, code.len() as u8], &code].concat()
    }

    #[test]
    fn a_sorted_wasm_can_be_put_together() {
        let all: [&[u8]; 14] = [
            &[0x20, 0x80, 0x01],
            &[0x41, 0xff, 0xff, 0xff, 0xff, 0x07],
            &[0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
            &[0x43, 1, 2, 3, 4],
            &[0x44, 1, 2, 3, 4, 5, 6, 7, 8],
            &[0x02, 0x40, 0x0c, 0, 0x0b],
            &[0x0e, 2, 0, 1, 0],
            &[0x10, 0x85, 0x02],
            &[0x11, 3, 0],
            &[0x28, 2, 0x90, 0x20],
            &[0x3f, 0],
            &[0x1c, 1, 0x7f],
            &[0xfc, 0x0a, 0, 0],
            &[0xfc, 0x00],
        ];
        for one in all.into_iter().chain([&all.concat()[..]]) {
            let wasm = wasm(one);
            let sorted = split(&wasm).expect("every opcode is known");
            assert_eq!(joined(sorted), Some(wasm), "{one:02x?}");
        }
    }

    #[test]
    fn what_is_no_wasm_or_unknown_is_left_as_it_is() {
        let whole = wasm(&[0x20, 0]);
        for cut in 0..whole.len() {
            assert!(split(&whole[..cut]).is_none_or(|sorted| joined(sorted).as_deref() == Some(&whole[..cut])), "{cut}");
        }
        // A vector instruction.
        assert_eq!(split(&wasm(&[0xfd, 0])), None);
        // A body that is longer than it says.
        assert_eq!(split(b"\0asm\x01\0\0\0\x0a\x05\x01\x01\0\x41\x05"), None);
    }
}
