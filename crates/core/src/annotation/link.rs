//! A short notebook inside a link: postcard, then base64url without padding (RFC 4648, section 5).

use super::Notebook;

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Longest text in a link: together with the rest of the address it is short enough for messengers and QR codes.
const LONGEST: usize = 1_500;

/// The first byte: the version of the format.
const VERSION: u8 = 1;

/// The notebook as text for a link; `None` if it would be too long.
///
/// ```
/// use zeitlupe_core::annotation::{Notebook, from_link, to_link};
/// let notebook = Notebook { groups: vec!["Gipfel".into()], ..Notebook::default() };
/// let text = to_link(&notebook).expect("a short notebook");
/// assert!(from_link(&text).is_some() && from_link(&text[1..]).is_none());
/// ```
pub fn to_link(notebook: &Notebook) -> Option<String> {
    let mut bytes = vec![VERSION];
    bytes.extend(postcard::to_allocvec(notebook).ok()?);
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let mut number = 0_u32;
        (0..3).for_each(|n| number = number << 8 | u32::from(three.get(n).copied().unwrap_or(0)));
        let sign = |n: usize| char::from(SIGNS[(number >> (18 - 6 * n)) as usize & 63]);
        out.extend((0..=three.len()).map(sign));
    }
    (out.len() <= LONGEST).then_some(out)
}

/// The notebook of a link; `None` if the text was truncated, changed, or made by another version.
pub fn from_link(text: &str) -> Option<Notebook> {
    if text.len() > LONGEST {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let (mut bits, mut number) = (0, 0_u32);
    for sign in text.bytes() {
        number = number << 6 | SIGNS.iter().position(|other| *other == sign)? as u32;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((number >> bits) as u8);
            number &= (1 << bits) - 1;
        }
    }
    let rest = bytes.strip_prefix(&[VERSION])?;
    let (notebook, left): (Notebook, &[u8]) = postcard::take_from_bytes(rest).ok()?;
    let sound = |at: &u32| (*at as usize) < notebook.notes.len();
    let proved = notebook.answers.iter().flat_map(|answer| &answer.evidence).all(sound);
    (left.is_empty() && proved).then_some(notebook)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Change, Note};

    fn book(notes: usize) -> Notebook {
        let mut book = Notebook::default();
        for n in 0..notes {
            let note =
                Note { article: "003".into(), quote: format!("Öl {n}"), start: n as u32 * 7, comment: "x".repeat(n), ..Note::default() };
            book.apply(Change::Add(note));
        }
        book
    }

    #[test]
    fn short_notebooks_round_trip() {
        for notes in 0..12 {
            let mut book = book(notes);
            book.apply(Change::Prove("1".into(), 2, true));
            let link = to_link(&book).expect("it is short");
            assert!(link.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'-' || sign == b'_'), "{link}");
            assert_eq!(from_link(&link), Some(book));
        }
        assert_eq!(to_link(&book(60)), None);
    }

    #[test]
    fn truncated_or_changed_links_are_refused() {
        let link = to_link(&book(5)).expect("it is short");
        for end in 0..link.len() {
            assert_eq!(from_link(&link[..end]), None, "{end}");
        }
        for odd in ["", "A", "AQ", "!!!!", &format!("{link}AAAA"), &"A".repeat(2_000), &format!("B{}", &link[1..])] {
            assert_eq!(from_link(odd), None, "{odd}");
        }
    }
}
