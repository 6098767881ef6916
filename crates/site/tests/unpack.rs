//! What `pack::lzma` has packed is unpacked by the crate `zeitlupe-unpack`, as in a browser.

use zeitlupe_site::pack;
use zeitlupe_unpack::Decoder;

fn unpacked(packed: &[u8], step: usize) -> Option<Vec<u8>> {
    let mut decoder = Decoder::new(packed.to_vec())?;
    while decoder.step(step)? {}
    decoder.finish()
}

fn samples() -> Vec<Vec<u8>> {
    let mut seed = 1_u32;
    let mut noise = Vec::new();
    for _ in 0..70_000 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        noise.push((seed >> 24) as u8);
    }
    let text = include_bytes!("unpack.rs");
    let far = [&text[..], &noise, &text[..], &[0; 5000], &text[50..]].concat();
    vec![Vec::new(), b"a".to_vec(), text.to_vec(), noise, far]
}

#[test]
fn what_was_packed_is_unpacked_in_any_steps() {
    for bytes in samples() {
        let packed = pack::lzma(&bytes).expect("memory is no disk");
        for step in [1, 1000, usize::MAX] {
            assert!(unpacked(&packed, step).as_ref() == Some(&bytes), "{} bytes in steps of {step}", bytes.len());
        }
    }
}

#[test]
fn what_is_damaged_is_refused_or_the_same() {
    let bytes = &samples()[2];
    let packed = pack::lzma(bytes).expect("memory is no disk");
    let refused = |damaged: &[u8]| match unpacked(damaged, 1 << 16) {
        None => true,
        Some(other) => {
            assert!(other == *bytes);
            false
        }
    };
    // The last bytes of the stream, and its first, may not be needed.
    assert!((0..packed.len()).filter(|end| !refused(&packed[..*end])).count() < 6);
    let flipped = |at: usize| {
        let mut damaged = packed.clone();
        damaged[at] ^= 0x10;
        damaged
    };
    assert!((0..packed.len()).filter(|at| !refused(&flipped(*at))).count() < 6);
}
