//! What the loader decompresses.

use zeitlupe_unpack::{Decoder, joined};

/// Most bytes to decompress: a few bytes can stand for very many.
const MOST: usize = 1 << 16;

/// A packed file, and one with a right header, whose length are the first two bytes; a sorted wasm.
pub fn unpack(bytes: &[u8]) {
    decode(bytes.to_vec());
    if let [low, high, stream @ ..] = bytes {
        decode([&b"zlma"[..], &[*low, *high, 0, 0], &[0; 4], stream].concat());
    }
    if let Some(wasm) = joined(bytes.to_vec()) {
        assert!(wasm.len() <= bytes.len());
    }
}

fn decode(packed: Vec<u8>) {
    let Some(mut decoder) = Decoder::new(packed) else { return };
    let mut done = 0;
    while decoder.step(1000) == Some(true) && done < MOST {
        done += 1000;
    }
    drop(decoder.finish());
}
