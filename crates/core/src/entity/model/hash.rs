//! Hashes of features and words in the files: a change requires a new version of the format.

/// FNV-1a in 64 bits with a finaliser, so that all bits depend on all letters
/// (Fowler, Noll, Vo; the finaliser is that of MurmurHash3 by Appleby).
pub fn of_bytes(bytes: &[u8]) -> u64 {
    finish(bytes.iter().fold(SEED, |hash, &byte| step(hash, u32::from(byte))))
}

/// The same over characters.
pub fn of_chars(chars: impl Iterator<Item = char>) -> u64 {
    finish(chars.fold(SEED, |hash, c| step(hash, u32::from(c))))
}

/// Combines two hashes.
pub fn join(a: u64, b: u64) -> u64 {
    finish(a.rotate_left(23) ^ b.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// Adds a character to an unfinished hash.
fn step(hash: u64, value: u32) -> u64 {
    (hash ^ u64::from(value)).wrapping_mul(0x0100_0000_01b3)
}

fn finish(mut hash: u64) -> u64 {
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^ hash >> 33
}
