//! What a reader brings: an address, a notebook, a file of corrections.

use zeitlupe_core::annotation::{self, Change};
use zeitlupe_core::entity::{read_corrections, write_corrections};
use zeitlupe_core::json::Json;
use zeitlupe_words::address::Address;

/// An address is read without error, and what is written of it means the same.
pub fn address(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (address, _) = Address::parse(&text);
    let href = address.href();
    let (again, unknown) = Address::parse(href.trim_start_matches('#'));
    assert_eq!((&again, unknown.is_empty()), (&address, true), "{href}");
}

/// A notebook from a file or a page, and from a link.
pub fn notebook(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Some(book) = annotation::from_link(&text) {
        again(&book);
    }
    let json = annotation::inside(&text).ok().and_then(|json| serde_json::from_str::<Json>(json).ok());
    if let Some((book, _)) = json.and_then(|json| annotation::read(&json)) {
        again(&book);
        let mut twice = book.clone();
        twice.apply(Change::Merge(book.clone()));
        assert_eq!(twice, book, "merging a notebook with itself changes nothing");
    }
}

/// What is saved is read again.
fn again(book: &annotation::Notebook) {
    let saved = annotation::write(book, "");
    let json: Json = serde_json::from_str(annotation::inside(&saved).expect("it is shallow")).expect("it is JSON");
    let expected = (!book.is_empty()).then(|| (book.clone(), 0));
    assert_eq!(annotation::read(&json), expected, "{saved}");
}

/// A `names.toml`: what can be used of it is written and read again.
pub fn names(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (found, remarks) = read_corrections(&text);
    assert!(remarks.iter().all(|remark| !remark.message.is_empty()));
    let corrections: Vec<_> = found.into_iter().map(|(_, correction)| correction).collect();
    let written = write_corrections(&corrections);
    let (again, remarks) = read_corrections(&written);
    assert!(remarks.is_empty(), "{remarks:?} in {written}");
    assert_eq!(again.into_iter().map(|(_, correction)| correction).collect::<Vec<_>>(), corrections, "{written}");
}
