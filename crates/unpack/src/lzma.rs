//! LZMA with lc 4, lp 0 and pb 0, after the description in the LZMA SDK (Igor Pavlov, "LZMA specification", draft of 2015).

/// The largest size that is accepted, in bytes.
const LARGEST: usize = 1 << 26;
/// The length of the header in bytes: magic number, length and checksum.
const HEADER: usize = 12;
/// The probabilities by what they are for: the index of the first of each kind.
mod place {
    pub const IS_MATCH: usize = 0;
    pub const IS_REP: usize = 12;
    pub const IS_REP_0: usize = 24;
    pub const IS_REP_1: usize = 36;
    pub const IS_REP_2: usize = 48;
    pub const IS_REP_0_LONG: usize = 60;
    pub const SLOTS: usize = 72;
    pub const SPECIAL: usize = 328;
    pub const ALIGN: usize = 456;
    pub const MATCH_LENGTH: usize = 472;
    pub const REP_LENGTH: usize = 746;
    pub const LITERALS: usize = 1024;
    pub const COUNT: usize = LITERALS + 16 * 768;
}

/// Decompresses what was packed, in steps.
pub struct Decoder {
    packed: Vec<u8>,
    at: usize,
    range: u32,
    code: u32,
    odds: Vec<u16>,
    out: Vec<u8>,
    size: usize,
    sum: u32,
    state: usize,
    /// The last four distances, less 1.
    back: [usize; 4],
}

impl Decoder {
    /// `None` if the header is wrong.
    pub fn new(packed: Vec<u8>) -> Option<Self> {
        let word = |at: usize| packed.get(at..at + 4).map(|bytes| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]));
        let (size, sum, code) = (word(4)? as usize, word(8)?, word(HEADER + 1)?.swap_bytes());
        if !packed.starts_with(b"zlma") || size > LARGEST {
            return None;
        }
        let odds = vec![1024; place::COUNT];
        Some(Self { at: HEADER + 5, range: u32::MAX, code, odds, out: Vec::with_capacity(size), size, sum, state: 0, back: [0; 4], packed })
    }

    /// Decompresses at least `count` more bytes, if there are so many. Returns whether more are left; `None` if the data are damaged.
    pub fn step(&mut self, count: usize) -> Option<bool> {
        let end = self.size.min(self.out.len().saturating_add(count));
        while self.out.len() < end {
            if self.at > self.packed.len() {
                return None;
            }
            self.symbol()?;
        }
        Some(self.out.len() < self.size)
    }

    /// What was decompressed; `None` if it is not whole, or not what was packed.
    pub fn finish(self) -> Option<Vec<u8>> {
        let sum = self.out.iter().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
        (self.out.len() == self.size && sum == self.sum).then_some(self.out)
    }

    fn shift(&mut self) {
        if self.range < 1 << 24 {
            self.range <<= 8;
            // Behind the end it does not matter what is read: `step` notices.
            self.code = self.code << 8 | u32::from(self.packed.get(self.at).copied().unwrap_or(0));
            self.at += 1;
        }
    }

    fn bit(&mut self, odds: usize) -> usize {
        let Some(p) = self.odds.get_mut(odds) else { return 0 };
        let bound = (self.range >> 11) * u32::from(*p);
        let one = self.code >= bound;
        if one {
            self.range -= bound;
            self.code -= bound;
            *p -= *p >> 5;
        } else {
            self.range = bound;
            *p += (2048 - *p) >> 5;
        }
        self.shift();
        usize::from(one)
    }

    fn tree(&mut self, odds: usize, bits: u32) -> usize {
        let mut node = 1;
        for _ in 0..bits {
            node = node << 1 | self.bit(odds + node);
        }
        node - (1 << bits)
    }

    fn reverse(&mut self, odds: usize, bits: u32) -> usize {
        let (mut node, mut value) = (1, 0);
        for at in 0..bits {
            let bit = self.bit(odds + node);
            node = node << 1 | bit;
            value |= bit << at;
        }
        value
    }

    fn length(&mut self, odds: usize) -> usize {
        if self.bit(odds) == 0 {
            2 + self.tree(odds + 2, 3)
        } else if self.bit(odds + 1) == 0 {
            10 + self.tree(odds + 10, 3)
        } else {
            18 + self.tree(odds + 18, 8)
        }
    }

    fn literal(&mut self) {
        let before = self.out.last().map_or(0, |byte| usize::from(*byte) >> 4);
        let odds = place::LITERALS + 768 * before;
        let mut node = 1;
        if self.state > 6 {
            let mut matched = usize::from(self.out.len().checked_sub(self.back[0] + 1).map_or(0, |at| self.out[at]));
            while node < 256 {
                let expected = matched >> 7 & 1;
                matched <<= 1;
                let bit = self.bit(odds + ((1 + expected) << 8) + node);
                node = node << 1 | bit;
                if bit != expected {
                    break;
                }
            }
        }
        while node < 256 {
            node = node << 1 | self.bit(odds + node);
        }
        self.out.push(node as u8);
        self.state = match self.state {
            0..4 => 0,
            4..10 => self.state - 3,
            _ => self.state - 6,
        };
    }

    fn distance(&mut self, length: usize) -> usize {
        let slot = self.tree(place::SLOTS + 64 * (length - 2).min(3), 6);
        if slot < 4 {
            return slot;
        }
        let bits = (slot as u32 >> 1) - 1;
        let base = (2 | slot & 1) << bits;
        if slot < 14 {
            return base + self.reverse(place::SPECIAL + base - slot, bits);
        }
        let mut direct = 0;
        for _ in 4..bits {
            self.range >>= 1;
            let one = self.code >= self.range;
            if one {
                self.code -= self.range;
            }
            direct = direct << 1 | usize::from(one);
            self.shift();
        }
        base.wrapping_add(direct << 4).wrapping_add(self.reverse(place::ALIGN, 4))
    }

    /// A byte, or a copy of earlier ones; `None` if there are none so far back.
    fn symbol(&mut self) -> Option<()> {
        let state = self.state;
        if self.bit(place::IS_MATCH + state) == 0 {
            self.literal();
            return Some(());
        }
        let after = |few: usize, many: usize| if state < 7 { few } else { many };
        let count;
        if self.bit(place::IS_REP + state) == 0 {
            count = self.length(place::MATCH_LENGTH);
            self.state = after(7, 10);
            let distance = self.distance(count);
            self.back = [distance, self.back[0], self.back[1], self.back[2]];
        } else {
            let which = if self.bit(place::IS_REP_0 + state) == 0 {
                0
            } else if self.bit(place::IS_REP_1 + state) == 0 {
                1
            } else {
                2 + self.bit(place::IS_REP_2 + state)
            };
            if which == 0 && self.bit(place::IS_REP_0_LONG + state) == 0 {
                count = 1;
                self.state = after(9, 11);
            } else {
                self.back[..=which].rotate_right(1);
                count = self.length(place::REP_LENGTH);
                self.state = after(8, 11);
            }
        }
        let from = self.out.len().checked_sub(self.back[0].checked_add(1)?)?;
        for at in from..from + count.min(self.size - self.out.len()) {
            self.out.push(self.out[at]);
        }
        Some(())
    }
}
