//! How bytes are shipped: compressed, named by their hash, or as text in the page.

use super::Error;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, GzBuilder};
use lzma_rust2::{LzmaOptions, LzmaReader, LzmaWriter};
use sha2::{Digest, Sha256};
use std::io::{Read, Write};

/// Compresses with gzip, without time and name in the header, so that the output is deterministic.
///
/// ```
/// use zeitlupe_site::pack;
/// assert_eq!(pack::gzip(b"Gipfel")?, pack::gzip(b"Gipfel")?);
/// assert_eq!(pack::unpacked(&pack::lzma(b"Gipfel in Wien")?)?, b"Gipfel in Wien");
/// # Ok::<(), zeitlupe_site::Error>(())
/// ```
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut packed = GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::best());
    packed.write_all(bytes).and_then(|()| packed.finish()).map_err(Error::Pack)
}

/// The magic number of [`lzma`]; the crate `zeitlupe-unpack` knows it.
const MARK: [u8; 4] = *b"zlma";
/// The LZMA parameters lc, lp and pb that compress the wasm best; `zeitlupe-unpack` assumes them.
const CONTEXT: (u32, u32, u32) = (4, 0, 0);
/// The largest dictionary in bytes, larger than any file here; of smaller files the size is enough.
const WINDOW: u32 = 1 << 22;
const SMALLEST_WINDOW: u32 = 1 << 12;

/// Compresses with LZMA, a sixth smaller than gzip but slower: for what every reader loads, above all the wasm.
///
/// Format: magic number of four bytes, length and FNV-1a 32 checksum (both `u32`, little-endian), then the stream without an end marker.
pub fn lzma(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut options = LzmaOptions::with_preset(9);
    (options.lc, options.lp, options.pb) = CONTEXT;
    options.dict_size = u32::try_from(bytes.len()).map_or(WINDOW, |length| length.clamp(SMALLEST_WINDOW, WINDOW));
    options.nice_len = LzmaOptions::NICE_LEN_MAX;
    options.depth_limit = 2000;
    let mut head = MARK.to_vec();
    head.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
    head.extend_from_slice(
        &bytes.iter().fold(0x811c_9dc5_u32, |sum, &byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)).to_le_bytes(),
    );
    let packed = LzmaWriter::new_no_header(head, &options, false).and_then(|mut writer| {
        writer.write_all(bytes)?;
        writer.finish()
    });
    packed.map_err(Error::Pack)
}

/// The length of the header of [`lzma`], in bytes.
const HEADER: usize = 12;

/// Decompresses the output of [`lzma`], without verifying the checksum.
pub fn unpacked(packed: &[u8]) -> Result<Vec<u8>, Error> {
    let Some((&[b'z', b'l', b'm', b'a', a, b, c, d, ..], stream)) = packed.split_first_chunk::<HEADER>() else {
        return Err(Error::NotPacked);
    };
    let (length, (lc, lp, pb)) = (u32::from_le_bytes([a, b, c, d]), CONTEXT);
    let mut bytes = Vec::new();
    LzmaReader::new(stream, length.into(), lc, lp, pb, WINDOW, None)
        .and_then(|mut reader| reader.read_to_end(&mut bytes))
        .map_err(Error::Unpack)?;
    Ok(bytes)
}

/// A file name with a hash of the content, `stem-0123456789.extension`, so that it may be cached forever.
pub fn named(stem: &str, content: &[u8], extension: &str) -> String {
    format!("{stem}-{}.{extension}", digest(&[content]))
}

/// The first ten hexadecimal digits of the SHA-256 of the concatenated pieces; sw.js relies on that length.
pub fn digest(pieces: &[&[u8]]) -> String {
    let mut sum = Sha256::new();
    pieces.iter().for_each(|piece| sum.update(piece));
    sum.finalize()[..5].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes as text inside a script element, a thirteenth shorter than base64: each 13 bits, lowest first, are two characters of [`letter`], the lower
/// digit first; up to 6 bits that are left are one. boot.js reads it.
///
/// ```
/// assert_eq!(zeitlupe_site::pack::text(b"Wien"), "!=wX>");
/// ```
pub fn text(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut left, mut count) = (0_u32, 0);
    for byte in bytes {
        left |= u32::from(*byte) << count;
        count += 8;
        if count >= 13 {
            out.extend([letter(left % 8192 % 91), letter(left % 8192 / 91)]);
            (left, count) = (left >> 13, count - 13);
        }
    }
    if count > 0 {
        out.push(letter(left % 91));
    }
    if count > 6 {
        out.push(letter(left / 91));
    }
    out
}

/// The character of a digit below 91: those of ASCII from `#` on, with `!` for `<`, which could end the element.
fn letter(digit: u32) -> char {
    match char::from(b'#' + digit as u8) {
        '<' => '!',
        letter => letter,
    }
}

/// `bytes` in base64 (RFC 4648, with padding).
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The source expression by which a Content-Security-Policy allows exactly this inline script or style (CSP Level 3, section 2.3.1).
pub fn csp_hash(inline: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(inline.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_is_deterministic_and_can_be_decompressed() {
        let text = "Lesesaal ".repeat(500);
        let packed = gzip(text.as_bytes()).expect("memory is no disk");
        assert_eq!(packed, gzip(text.as_bytes()).expect("memory is no disk"));
        assert_eq!(packed[4..8], [0; 4], "the header holds no time");
        let mut back = String::new();
        flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut back).expect("it was just written");
        assert_eq!(back, text);
    }

    #[test]
    fn lzma_is_deterministic_and_can_be_decompressed() {
        let mut seed = 1_u32;
        let noise: Vec<u8> = (0..5000)
            .map(|_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 24) as u8
            })
            .collect();
        for bytes in [&b""[..], b"a", "Lesesaal ".repeat(5000).as_bytes(), &noise] {
            let packed = lzma(bytes).expect("memory is no disk");
            assert_eq!(packed, lzma(bytes).expect("memory is no disk"));
            assert_eq!(unpacked(&packed).expect("it was just written"), bytes);
        }
        assert!(unpacked(b"zlma").is_err());
    }

    #[test]
    fn text_has_every_byte_and_no_end_of_an_element() {
        // As boot.js reads it.
        let read = |text: &str| {
            let digits: Vec<u32> = text.bytes().map(|code| u32::from(if code == b'!' { b'<' } else { code } - b'#')).collect();
            let (mut out, mut left, mut count) = (Vec::new(), 0_u32, 0);
            for pair in digits.chunks(2) {
                left |= (pair[0] + pair.get(1).map_or(0, |digit| digit * 91)) << count;
                count += if pair.len() == 2 { 13 } else { 6 };
                while count >= 8 {
                    out.push(left as u8);
                    (left, count) = (left >> 8, count - 8);
                }
            }
            out
        };
        let all: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
        for length in (0..40).chain([all.len()]) {
            let written = text(&all[..length]);
            assert_eq!(read(&written), all[..length], "{length}");
            assert!(written.bytes().all(|code| (b'!'..=b'~').contains(&code) && code != b'<'));
        }
    }

    #[test]
    fn a_name_changes_with_the_content() {
        assert_eq!(named("app", b"", "js"), "app-e3b0c44298.js");
        assert_ne!(named("app", b"a", "js"), named("app", b"b", "js"));
    }

    #[test]
    fn a_policy_hash_is_sha_256_in_base64() {
        // The digest of the empty string.
        assert_eq!(csp_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
