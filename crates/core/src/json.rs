//! JSON (RFC 8259) as plain data, read with the platform's parser through serde, and strings to write simple files by hand.
//!
//! ```
//! use zeitlupe_core::json::Json;
//! let note: Json = serde_json::from_str(r#"{"body": {"value": "Stimmt das?"}}"#)?;
//! assert_eq!(note.get("body").get("value").text(), "Stimmt das?");
//! assert_eq!(note.get("target"), &Json::Other);
//! # Ok::<(), serde_json::Error>(())
//! ```

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A JSON value. Numbers are only precise enough for positions in a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// `null`, `true` or `false`, which are not distinguished.
    #[default]
    Other,
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, in its order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value of an object's key; [`Json::Other`] if there is none.
    pub fn get(&self, key: &str) -> &Json {
        const NONE: &Json = &Json::Other;
        match self {
            Json::Object(pairs) => pairs.iter().find(|(name, _)| name == key).map_or(NONE, |(_, value)| value),
            _ => NONE,
        }
    }

    /// The contents of a string; empty for anything else.
    pub fn text(&self) -> &str {
        match self {
            Json::Text(text) => text,
            _ => "",
        }
    }

    /// The values of an array; any other value except [`Json::Other`] counts as an array of one, as in JSON-LD.
    pub fn items(&self) -> &[Json] {
        match self {
            Json::List(list) => list,
            Json::Other => &[],
            one => std::slice::from_ref(one),
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Json;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("JSON")
            }

            fn visit_unit<E>(self) -> Result<Json, E> {
                Ok(Json::Other)
            }

            fn visit_bool<E>(self, _: bool) -> Result<Json, E> {
                Ok(Json::Other)
            }

            fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
                Ok(Json::Number(number))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
                Ok(Json::Number(number as f64))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
                Ok(Json::Number(number as f64))
            }

            fn visit_str<E>(self, text: &str) -> Result<Json, E> {
                Ok(Json::Text(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = from.next_element()? {
                    list.push(item);
                }
                Ok(Json::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = from.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Json::Object(pairs))
            }
        }
        from.deserialize_any(Any)
    }
}

/// A text as a JSON string with quotation marks. Quotation marks, backslashes and control characters are escaped, and also `<`, so that the result
/// is safe inside a script element; everything else stays as it is, in UTF-8.
///
/// ```
/// assert_eq!(zeitlupe_core::json::quoted("\"ja\"\u{1}"), r#""\"ja\"\u0001""#);
/// ```
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c < ' ' || c == '<' => {
                out.push_str("\\u00");
                out.extend([c as u32 >> 4, c as u32 & 15].map(|digit| char::from_digit(digit, 16).unwrap_or('0')));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_text_round_trips() {
        let control: String = ('\0'..='\u{7f}').collect();
        for text in ["", "„Ö“ \"x\" \\ </script>", "a\nb\tc\u{1}\u{1f}", "\u{2028}\u{2029}\u{feff}🙂", control.as_str()] {
            let written = quoted(text);
            assert_eq!(serde_json::from_str::<Json>(&written).expect(&written), Json::Text(text.into()));
            assert!(!written.contains('<') && !written.contains('\n'), "{written}");
        }
    }

    #[test]
    fn values_are_found() {
        let json: Json = serde_json::from_str(r#"{"a": [1, {"b": "c"}], "d": null, "e": true, "f": {"g": -2.5}}"#).expect("it is JSON");
        assert_eq!(json.get("a").items()[1].get("b").text(), "c");
        assert_eq!(json.get("f").get("g"), &Json::Number(-2.5));
        assert_eq!(json.get("f").items().len(), 1);
        assert!(json.get("d").items().is_empty() && json.get("x").get("y").text().is_empty());
    }
}
