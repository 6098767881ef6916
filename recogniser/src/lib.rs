//! The recogniser of names as a wasm of its own: lists, rules and tagger, some hundred kilobytes that the reading room itself does not need.
//!
//! Whoever loads it reserves room for a text, writes its UTF-8 there, has it recognised, and reads the answer:
//!
//! ```js
//! const { memory, room, recognise, answer } = instance.exports;
//! const bytes = new TextEncoder().encode(text);
//! new Uint8Array(memory.buffer, room(bytes.length), bytes.length).set(bytes);
//! const length = recognise();
//! JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, answer(), length)));
//! ```

use serde::Serialize;
use std::cell::RefCell;
use zeitlupe_core::entity;

/// A name as it is handed out; positions are UTF-16 units.
#[derive(Serialize)]
struct Name<'m> {
    start: u32,
    end: u32,
    r#type: &'static str,
    form: &'static str,
    name: &'m str,
    why: &'static str,
    /// How sure, in percent.
    confidence: u8,
}

/// The names of `text`, by their place, as a JSON list of `{start, end, type, form, name, why, confidence}`.
///
/// Positions are UTF-16 units, as JavaScript counts them; the confidence is in percent. A text without names gives an empty list.
pub fn names(text: &str) -> String {
    let (mut byte, mut unit) = (0, 0);
    let mut units = |to: u32| {
        // Mentions come in order; a nested one may begin before the last end.
        if (to as usize) < byte {
            (byte, unit) = (0, 0);
        }
        unit += text.get(byte..to as usize).map_or(0, |passed| passed.encode_utf16().count() as u32);
        byte = to as usize;
        unit
    };
    let mentions = entity::recognise(text);
    let names: Vec<Name> = mentions
        .iter()
        .map(|mention| Name {
            start: units(mention.span.start),
            end: units(mention.span.end),
            r#type: mention.kind.code(),
            form: mention.form.code(),
            name: &mention.canonical,
            why: mention.why.code(),
            confidence: mention.confidence,
        })
        .collect();
    serde_json::to_string(&names).unwrap_or_else(|_| "[]".to_owned())
}

thread_local! {
    static TEXT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Reserves so many bytes for a text and gives their address.
// A name for the outside is all that is unsafe here: nothing else is called so.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    TEXT.with_borrow_mut(|text| {
        text.clear();
        text.resize(length, 0);
        text.as_mut_ptr()
    })
}

/// Recognises the names of the text that was written there; what is no UTF-8 becomes the replacement sign. Gives the bytes of the answer.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn recognise() -> usize {
    let found = TEXT.with_borrow(|text| names(&String::from_utf8_lossy(text)));
    let length = found.len();
    ANSWER.set(found);
    length
}

/// The address of the last answer.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    ANSWER.with_borrow(|answer| answer.as_ptr())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_utf_16_units() {
        let found: serde_json::Value = serde_json::from_str(&names("🙂 Größe: Wladimir Putin kam nach Moskau.")).expect("JSON");
        assert_eq!((found[0]["start"].as_u64(), found[0]["end"].as_u64()), (Some(10), Some(24)));
        assert_eq!((found[0]["name"].as_str(), found[0]["type"].as_str()), (Some("Wladimir Putin"), Some("PER")));
        assert_eq!(found[1]["name"], "Moskau");
        assert_eq!(names(""), "[]");
    }

    #[test]
    fn a_text_goes_in_and_an_answer_comes_out() {
        let text = "Putin schweigt.".as_bytes();
        assert!(!room(text.len()).is_null());
        TEXT.with_borrow_mut(|place| place.copy_from_slice(text));
        let length = recognise();
        assert!(length > 2 && !answer().is_null());
        room(0);
        assert_eq!(recognise(), 2);
    }
}
