//! Names and times in any text: one wasm for each, loaded on first use.

use crate::platform;
use js_sys::{Function, JSON, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use zeitlupe_core::day::Day;
use zeitlupe_words::address::parse_day;

/// A recogniser, loaded on first use.
#[derive(Clone)]
pub struct Recogniser {
    kind: &'static str,
    exports: Rc<RefCell<Option<JsValue>>>,
}

impl Recogniser {
    /// The recogniser of `names` or of `times`.
    pub fn of(kind: &'static str) -> Self {
        Self { kind, exports: Rc::default() }
    }

    /// Recognises names or times in a text and returns a JavaScript list; the crate `zeitlupe-recogniser` describes its items.
    /// `published`, used only for times, is the publication date: `2022-02-04`, `2022-02`, `2022`, or undefined.
    ///
    /// # Errors
    /// If `text` is not a string or `published` not a date, the page has no recogniser, or it cannot be loaded, or it breaks down at the
    /// text; the next call is not affected.
    pub async fn find(&self, text: JsValue, published: JsValue) -> Result<JsValue, String> {
        let kind = self.kind;
        let text = text.as_string().ok_or_else(|| format!("{kind}: expected a string as text"))?;
        let days = match published.as_string() {
            None if published.is_null() || published.is_undefined() => UNKNOWN,
            date => date
                .and_then(|date| days(&date))
                .ok_or_else(|| format!("{kind}: expected a date like 2022-02-04, 2022-02 or 2022 as published, or nothing"))?,
        };
        let file = platform::recogniser_file(kind);
        if file.is_empty() {
            return Err(format!("{kind}: this page does not bring the recogniser"));
        }
        let known = self.exports.borrow().clone();
        let exports = match known {
            Some(exports) => exports,
            None => {
                let bytes = platform::loaded(platform::load(&file)?).await?;
                let exports = platform::instance(&bytes).await?;
                self.exports.borrow_mut().get_or_insert(exports).clone()
            }
        };
        recognise(&exports, kind, &text, days).map_err(|error| {
            // After a trap its memory is in an unknown state: the next call starts another one.
            self.exports.borrow_mut().take();
            format!("{kind}: the recogniser broke down at this text: {}", platform::message(&error))
        })
    }
}

/// An unknown date, for the recogniser of times.
const UNKNOWN: (Day, Day) = (Day(i32::MIN), Day(i32::MIN));

fn recognise(exports: &JsValue, kind: &str, text: &str, (first, last): (Day, Day)) -> Result<JsValue, JsValue> {
    // A function ignores surplus arguments.
    let call = |name: &str, one: JsValue, two: JsValue| -> Result<u32, JsValue> {
        let function: Function = Reflect::get(exports, &name.into())?.dyn_into()?;
        Ok(function.call2(&JsValue::NULL, &one, &two)?.as_f64().unwrap_or_default() as u32)
    };
    let memory: js_sys::WebAssembly::Memory = Reflect::get(exports, &"memory".into())?.dyn_into()?;
    let place = call("reserve", text.len().into(), JsValue::NULL)?;
    Uint8Array::new_with_byte_offset_and_length(&memory.buffer(), place, text.len() as u32).copy_from(text.as_bytes());
    let length = call(&format!("recognise_{kind}"), first.0.into(), last.0.into())?;
    // If the memory has grown, its buffer is a new one.
    let place = call("answer", JsValue::NULL, JsValue::NULL)?;
    let answer = Uint8Array::new_with_byte_offset_and_length(&memory.buffer(), place, length).to_vec();
    JSON::parse(&String::from_utf8_lossy(&answer))
}

/// The first and last day of `2022-02-04`, `2022-02` or `2022`; a time after `T` is ignored.
fn days(date: &str) -> Option<(Day, Day)> {
    let (first, last) = match date.len() {
        4 => (parse_day(&format!("{date}-01-01")), parse_day(&format!("{date}-12-31"))),
        7 => (parse_day(&format!("{date}-01")), (28..=31).rev().find_map(|day| parse_day(&format!("{date}-{day}")))),
        _ => {
            let day = parse_day(date.split_once('T').map_or(date, |(day, _)| day));
            (day, day)
        }
    };
    first.zip(last).filter(|_| date.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_publication_date_is_a_day_a_month_or_a_year() {
        let read = |date: &str| days(date).map(|(first, last)| format!("{} {}", first.iso(), last.iso()));
        for (date, expected) in [
            ("2022-02-04", "2022-02-04 2022-02-04"),
            ("2022-02-04T12:01", "2022-02-04 2022-02-04"),
            ("2022-02", "2022-02-01 2022-02-28"),
            ("2024-02", "2024-02-01 2024-02-29"),
            ("2022-12", "2022-12-01 2022-12-31"),
            ("2022", "2022-01-01 2022-12-31"),
        ] {
            assert_eq!(read(date).as_deref(), Some(expected));
        }
        for date in ["", "04.02.2022", "2022-2-4", "2022-02-30", "2022-13", "22", "2022-02T12:01", "-202", "gestern", "Ostern", "2022-äö"]
        {
            assert_eq!(read(date), None, "{date}");
        }
    }
}
