//! The recognisers for scripts, each a separate wasm. The reading room itself does not need them: its articles are analysed at build time.
//!
//! The feature `names` is the recogniser of names (lists, rules and tagger, some hundred kilobytes), the feature `times` that of dates and
//! times (rules only, tens of kilobytes). Each site ships one wasm per feature.
//!
//! To use one, reserve memory for a text, write the text there as UTF-8, call the recogniser and read the answer:
//!
//! ```js
//! const { memory, reserve, recognise_names, answer } = instance.exports;
//! const bytes = new TextEncoder().encode(text);
//! const place = reserve(bytes.length); // before `memory.buffer` is read, which growing replaces
//! new Uint8Array(memory.buffer, place, bytes.length).set(bytes);
//! const length = recognise_names();
//! JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, answer(), length)));
//! ```
//!
//! `recognise_times(first, last)` takes the days between which the text was published.

#[cfg(not(any(feature = "names", feature = "times")))]
compile_error!("expected the feature `names` or `times`");

#[cfg(feature = "names")]
mod names;
#[cfg(feature = "times")]
mod times;

#[cfg(feature = "names")]
pub use names::names;
#[cfg(feature = "times")]
pub use times::times;

use serde::Serialize;
use std::cell::RefCell;

/// Converts byte offsets to UTF-16 units, as JavaScript counts them; fast for increasing offsets.
struct Units<'t> {
    text: &'t str,
    byte: usize,
    unit: u32,
}

impl<'t> Units<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, byte: 0, unit: 0 }
    }

    /// The number of units before a byte.
    fn before(&mut self, byte: u32) -> u32 {
        let to = byte as usize;
        // A nested span may begin before the last end.
        if to < self.byte {
            (self.byte, self.unit) = (0, 0);
        }
        self.unit += self.text.get(self.byte..to).map_or(0, |passed| passed.encode_utf16().count() as u32);
        self.byte = to;
        self.unit
    }
}

fn json(list: &[impl Serialize]) -> String {
    serde_json::to_string(list).unwrap_or_else(|_| "[]".to_owned())
}

thread_local! {
    static TEXT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Reserves `length` bytes for a text and returns their address.
// Only the exported name is unsafe; it is unique.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> *mut u8 {
    TEXT.with_borrow_mut(|text| {
        text.clear();
        text.resize(length, 0);
        text.as_mut_ptr()
    })
}

/// Recognises the names in the text in the reserved memory; invalid UTF-8 becomes U+FFFD. Returns the length of the answer in bytes.
#[cfg(feature = "names")]
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn recognise_names() -> usize {
    answered(names)
}

/// Recognises the times in the text in the reserved memory, published on one of these days, counted from 1 January 1970;
/// [`i32::MIN`] for both if unknown. Invalid UTF-8 becomes U+FFFD. Returns the length of the answer in bytes.
#[cfg(feature = "times")]
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn recognise_times(first: i32, last: i32) -> usize {
    answered(|text| times(text, (first != i32::MIN).then_some((first, last))))
}

fn answered(recognise: impl FnOnce(&str) -> String) -> usize {
    let found = TEXT.with_borrow(|text| recognise(&String::from_utf8_lossy(text)));
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

#[cfg(all(test, feature = "names", feature = "times"))]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_written_and_an_answer_read() {
        let text = "Putin schweigt seit 2019.".as_bytes();
        assert!(!reserve(text.len()).is_null());
        TEXT.with_borrow_mut(|place| place.copy_from_slice(text));
        assert!(recognise_names() > 2 && !answer().is_null());
        assert!(recognise_times(i32::MIN, i32::MIN) > 2 && ANSWER.with_borrow(|answer| answer.contains("\"2019\"")));
        reserve(0);
        assert_eq!((recognise_names(), recognise_times(0, 0)), (2, 2));
    }

    #[test]
    fn offsets_may_decrease() {
        let mut units = Units::new("🙂 Größe");
        assert_eq!([5, 11, 0, 4, 12].map(|byte| units.before(byte)), [3, 7, 0, 2, 8]);
    }
}
