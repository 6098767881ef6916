//! Names, for scripts.

use crate::{Units, json};
use serde::Serialize;
use zeitlupe_core::entity;

/// A name as it is returned; positions are UTF-16 units.
#[derive(Serialize)]
struct Name<'m> {
    start: u32,
    end: u32,
    r#type: &'static str,
    form: &'static str,
    name: &'m str,
    why: &'static str,
    /// The confidence in percent.
    confidence: u8,
}

/// The names in `text`, by position, as a JSON list of `{start, end, type, form, name, why, confidence}`.
///
/// Positions are UTF-16 units, as JavaScript counts them; the confidence is in percent. A text without names gives an empty list.
pub fn names(text: &str) -> String {
    let mut units = Units::new(text);
    let mentions = entity::recognise(text);
    let names: Vec<Name> = mentions
        .iter()
        .map(|mention| Name {
            start: units.before(mention.span.start),
            end: units.before(mention.span.end),
            r#type: mention.kind.code(),
            form: mention.form.code(),
            name: &mention.canonical,
            why: mention.why.code(),
            confidence: mention.confidence,
        })
        .collect();
    json(&names)
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
}
