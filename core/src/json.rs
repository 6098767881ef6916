//! Writing JSON (RFC 8259) by hand: all that a file of a few known fields needs.

/// A text as a JSON string, in its quotation marks. Any text is fine: quotation marks, backslashes and control characters are escaped,
/// everything else stays as it is, in UTF-8.
///
/// ```
/// assert_eq!(zeitlupe_core::json::quoted("\"ja\"\n"), r#""\"ja\"\u000a""#);
/// ```
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\0'..='\u{1f}' => {
                out.push_str("\\u00");
                out.extend([c as u32 >> 4, c as u32 & 15].into_iter().filter_map(|digit| char::from_digit(digit, 16)));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn any_text_is_read_back_as_it_was() {
        let control: String = ('\0'..='\u{7f}').collect();
        for text in ["", "Größe „so“", "\\\"\\", "{\"a\": [1]}", "\u{2028}\u{2029}\u{feff}😀", control.as_str()] {
            assert_eq!(serde_json::from_str::<String>(&quoted(text)).ok().as_deref(), Some(text), "{text:?}");
        }
    }
}
