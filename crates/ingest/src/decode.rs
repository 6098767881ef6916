//! From bytes to text: detects the encoding and rejects binary data.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, X_USER_DEFINED};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use zeitlupe_core::remark::{Remark, Severity};

/// Text in Unicode normalisation form C, and problems with its bytes.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub text: String,
    pub remarks: Vec<Remark>,
}

/// Decodes the bytes of a file. `declared` is the label of the encoding that the file itself names, as HTML may.
///
/// UTF-8 is the expected encoding. Anything else gives a warning: UTF-16 (by its byte order mark or its zero bytes), then the declared
/// encoding, then a guess. The error says what was found instead of text.
pub(crate) fn text(bytes: &[u8], declared: Option<&str>) -> Result<Decoded, String> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(if bytes.is_empty() { "an empty file".into() } else { "nothing but white space".into() });
    }
    if bytes.starts_with(&[0xff, 0xfe, 0, 0]) || bytes.starts_with(&[0, 0, 0xfe, 0xff]) {
        return Err("UTF-32: save the file as UTF-8".into());
    }
    if let Some(kind) = binary_kind(bytes) {
        return Err(kind.into());
    }
    if let Some(label) = declared.filter(|label| is_refused(label)) {
        return Err(format!("a page in {label}: save it as UTF-8"));
    }
    let mut remarks = Vec::new();
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => utf16_without_mark(bytes).or_else(|| with_escapes(declared, bytes)).unwrap_or(UTF_8),
    };
    let text = if encoding == UTF_8 {
        let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
        if is_binary(bytes) {
            return Err("binary data".into());
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(error) => not_utf8(bytes, error.valid_up_to(), declared, &mut remarks),
        }
    } else {
        if encoding != ISO_2022_JP && is_ascii_text(bytes) {
            return Err(format!("the byte order mark of {} before bytes of another encoding: save the file as UTF-8", encoding.name()));
        }
        remarks.push(Remark::warning(None, format!("expected UTF-8, found {}: read as such", encoding.name())));
        let text = encoding.decode_with_bom_removal(bytes).0.into_owned();
        remarks.extend(damaged(&text));
        if is_binary(text.as_bytes()) {
            return Err("binary data".into());
        }
        text
    };
    remarks.extend(mojibake(&text));
    Ok(Decoded { text: nfc(text), remarks })
}

/// Whether a page in the encoding with this label is refused: UTF-7, and those that browsers refuse.
fn is_refused(label: &str) -> bool {
    let is_utf7 = ["utf-7", "unicode-1-1-utf-7", "utf7"].iter().any(|utf7| label.eq_ignore_ascii_case(utf7));
    is_utf7 || Encoding::for_label(label.as_bytes()) == Some(REPLACEMENT)
}

/// The declared encoding, if its bytes look like ASCII but are not.
fn with_escapes(declared: Option<&str>, bytes: &[u8]) -> Option<&'static Encoding> {
    let encoding = declared.and_then(|label| Encoding::for_label(label.as_bytes()))?;
    (encoding == ISO_2022_JP && bytes.contains(&0x1b)).then_some(encoding)
}

/// Whether the bytes behind a byte order mark are plain ASCII text, which in UTF-16 would be Chinese signs.
fn is_ascii_text(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(4096)];
    let plain = sample.iter().filter(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t')).count();
    !sample.contains(&0) && plain * 10 >= sample.len().saturating_sub(2) * 9
}

/// Warns of bytes that no character has.
fn damaged(text: &str) -> Option<Remark> {
    let at = text.find('\u{fffd}')?;
    let line = 1 + text[..at].matches('\n').count() as u32;
    let count = text.matches('\u{fffd}').count();
    Some(Remark::warning(Some(line), format!("expected whole characters, found {count} damaged ones: shown as \u{fffd}")))
}

/// Decodes bytes that are not valid UTF-8: as damaged UTF-8 if most of it decodes, else in a legacy encoding.
fn not_utf8(bytes: &[u8], at: usize, declared: Option<&str>, remarks: &mut Vec<Remark>) -> String {
    let line = Some(1 + bytes[..at].iter().filter(|b| **b == b'\n').count() as u32);
    let lossy = String::from_utf8_lossy(bytes);
    let damaged = lossy.matches('\u{fffd}').count();
    let whole = lossy.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    if whole > 2 * damaged {
        remarks.push(Remark::warning(line, format!("expected UTF-8, found {damaged} damaged characters: shown as \u{fffd}")));
        return lossy.into_owned();
    }
    // Bytes in which the declaration could be read cannot be UTF-16.
    let named = declared.and_then(|label| Encoding::for_label(label.as_bytes()));
    let fits = |encoding: &&'static Encoding| {
        *encoding != UTF_8
            && encoding.is_ascii_compatible()
            && *encoding != X_USER_DEFINED
            && !encoding.decode_without_bom_handling(bytes).1
    };
    let encoding = named.filter(fits).unwrap_or_else(|| guess(bytes));
    let other = declared.filter(|_| named != Some(encoding)).map_or(String::new(), |label| format!(", though it says {label}"));
    remarks.push(Remark::warning(line, format!("expected UTF-8, found another encoding: read as {}{other}", encoding.name())));
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// Guesses a legacy encoding from the bytes, preferring those of German texts.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"de"), Utf8Detection::Deny)
}

/// Normalisation form C, in which `ä` is one code point.
pub(crate) fn nfc(text: String) -> String {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes { text } else { text.nfc().collect() }
}

/// The kind of a binary file, by its magic number.
fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    let magic: [(&[u8], &str); 9] = [
        (b"%PDF-", "a PDF file: save its text as .txt"),
        (b"PK\x03\x04", "a zip archive, as .docx and .odt are: save its text as .txt"),
        (b"{\\rtf", "an RTF file: save its text as .txt"),
        (b"\xd0\xcf\x11\xe0", "an old Office file: save its text as .txt"),
        (b"\x89PNG", "an image"),
        (b"\xff\xd8\xff", "an image"),
        (b"GIF8", "an image"),
        (b"\x1f\x8b", "a gzip file: only .jsonl.gz is read"),
        (b"\x7fELF", "a program"),
    ];
    magic.into_iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| kind)
}

/// Detects UTF-16 without a byte order mark: in Western text the zero bytes are all at even or all at odd positions.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    match () {
        _ if pairs < 4 => None,
        _ if odd * 10 > pairs * 6 && even * 20 < pairs => Some(UTF_16LE),
        _ if even * 10 > pairs * 6 && odd * 20 < pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether more than one byte in fifty is a control character.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(16_384)];
    let controls = sample.iter().filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31 | 127)).count();
    controls > 2 && controls * 50 > sample.len()
}

/// Warns of UTF-8 that was once read as Windows-1252 and saved again: `Ã¤` for `ä`. The text is not changed.
fn mojibake(text: &str) -> Option<Remark> {
    let signs = ["Ã¤", "Ã¶", "Ã¼", "ÃŸ", "Ã„", "Ã–", "Ãœ", "â€ž", "â€œ", "â€“"];
    let found = signs.iter().map(|sign| text.matches(sign).count()).sum::<usize>();
    let first = signs.iter().filter_map(|sign| text.find(sign)).min()?;
    let line = 1 + text[..first].matches('\n').count() as u32;
    let message = format!(
        "expected umlauts and quotation marks, found {found} like \"Ã¤\": the text was saved in a wrong encoding before; left as it is"
    );
    (found >= 2).then_some(Remark { severity: Severity::Warning, line: Some(line), message })
}

/// The label of the encoding that an HTML page declares in its first 4 KB: in a `<meta>` element, or as XML.
pub(crate) fn declared_charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let tags = head.split('<').skip(1).map(|tag| tag.split('>').next().unwrap_or_default());
    tags.filter_map(|tag| match tag {
        tag if tag.starts_with("meta") => value_after(tag, "charset"),
        tag if tag.starts_with("?xml") => value_after(tag, "encoding"),
        _ => None,
    })
    .next()
}

/// The value in `charset = "utf-8"`.
fn value_after(tag: &str, name: &str) -> Option<String> {
    let after = tag[tag.find(name)? + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    let value = after.trim_start_matches(['"', '\'']).chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.+".contains(*c));
    Some(value.collect::<String>()).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str, said: &str) {
        match text(bytes, declared_charset(bytes).as_deref()) {
            Ok(decoded) => {
                assert_eq!(decoded.text, expected);
                let remarks: Vec<_> = decoded.remarks.iter().map(|remark| remark.message.as_str()).collect();
                assert_eq!(remarks.is_empty(), said.is_empty(), "{remarks:?}");
                assert!(remarks.join("\n").contains(said), "{remarks:?}");
            }
            Err(found) => assert!(expected.is_empty() && found.contains(said), "{found}"),
        }
    }

    fn wide(text: &str, bytes: fn(u16) -> [u8; 2], mark: &[u8]) -> Vec<u8> {
        mark.iter().copied().chain(text.encode_utf16().flat_map(bytes)).collect()
    }

    #[test]
    fn encodings_are_detected() {
        check("Größe".as_bytes(), "Größe", "");
        check(b"\xef\xbb\xbfGr\xc3\xb6\xc3\x9fe", "Größe", "");
        check(b"Gr\xf6\xdfe \x84quot\x93", "Größe „quot“", "windows-1252");
        check(&wide("Größe und Maß", u16::to_le_bytes, &[0xff, 0xfe]), "Größe und Maß", "UTF-16LE");
        check(&wide("Größe und Maß", u16::to_be_bytes, &[0xfe, 0xff]), "Größe und Maß", "UTF-16BE");
        check(&wide("Größe und Maß", u16::to_le_bytes, &[]), "Größe und Maß", "UTF-16LE");
        check(&wide("Größe und Maß", u16::to_be_bytes, &[]), "Größe und Maß", "UTF-16BE");
        check(b"<meta charset=\"iso-8859-2\">M\xecsto", "<meta charset=\"iso-8859-2\">Město", "ISO-8859-2");
        check(b"\xc3\xa4\xc3\xb6\xc3\xbc \xff ende", "äöü \u{fffd} ende", "1 damaged");
        check("Gro\u{0308}ße".as_bytes(), "Größe", "");
        check("GrÃ¶ÃŸe".as_bytes(), "GrÃ¶ÃŸe", "wrong encoding");
    }

    #[test]
    fn data_that_is_not_text_is_named_in_the_error() {
        check(b"", "", "an empty file");
        check(b" \n\t\r\n", "", "white space");
        check(b"%PDF-1.7\n...", "", "PDF");
        check(b"PK\x03\x04abc", "", "zip");
        check(b"{\\rtf1 x", "", "RTF");
        check(b"\x89PNG\r\n\x1a\n", "", "image");
        check(b"\x01\x02\x03\x04\x00\xff\x00\x10abc", "", "binary");
        check(b"\xff\xfe\0\0a\0\0\0", "", "UTF-32");
    }

    #[test]
    fn a_page_is_never_read_as_another_text() {
        // Bytes that cannot be UTF-16, whatever the page says.
        check("<meta charset=utf-16>Größe".as_bytes(), "<meta charset=utf-16>Größe", "");
        check(b"<meta charset=utf-16le>Gr\xf6\xdfe", "<meta charset=utf-16le>Größe", "windows-1252, though it says utf-16le");
        check(b"<meta charset=x-user-defined>Gr\xf6\xdfe", "<meta charset=x-user-defined>Größe", "though it says x-user-defined");
        check(b"<meta charset=klingonisch>Gr\xf6\xdfe", "<meta charset=klingonisch>Größe", "though it says klingonisch");
        check(b"<meta charset = 'iso-8859-1'>\x84Gr\xf6\xdfe\x93", "<meta charset = 'iso-8859-1'>„Größe“", "windows-1252");
        check(b"<?xml version='1.0' encoding='iso-8859-2'?>M\xecsto", "<?xml version='1.0' encoding='iso-8859-2'?>Město", "ISO-8859-2");
        // Bytes that the named encoding does not have.
        check(b"<meta charset=euc-jp>Gr\xf6\xdfe \xfc", "<meta charset=euc-jp>Größe ü", "though it says euc-jp");
        // Only a declaration counts as one.
        check(b"<script src='x?charset=koi8-r'></script>Gr\xf6\xdfe", "<script src='x?charset=koi8-r'></script>Größe", "windows-1252");
        // The byte order mark counts more than the page's own words, if the bytes agree.
        let page = "<meta charset=utf-8>Größe und Maß";
        check(&wide(page, u16::to_le_bytes, &[0xff, 0xfe]), page, "UTF-16LE");
        check(&wide(page, u16::to_be_bytes, &[]), page, "UTF-16BE");
        check(b"\xef\xbb\xbf<meta charset=utf-16>Gr\xc3\xb6\xc3\x9fe", "<meta charset=utf-16>Größe", "");
        check(b"\xff\xfe<meta charset=utf-16>Etwas Text", "", "byte order mark of UTF-16LE before bytes of another encoding");
        // Half a character at the end.
        let cut = wide("Größe und Maß", u16::to_le_bytes, &[0xff, 0xfe]);
        check(&cut[..cut.len() - 1], "Größe und Ma\u{fffd}", "1 damaged ones");
        // Encodings that look like ASCII.
        check(b"<meta charset=utf-7>Gr+APYA3w-e", "", "a page in utf-7");
        check(b"<meta charset=hz-gb-2312>~{VPND~}", "", "a page in hz-gb-2312");
        check(b"<meta charset=iso-2022-jp>\x1b$B4A;z\x1b(B", "<meta charset=iso-2022-jp>漢字", "ISO-2022-JP");
    }
}
