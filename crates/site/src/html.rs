//! Text that becomes part of an HTML page without ever becoming markup.

/// `text` with everything escaped that could end a text node or a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Not allowed in HTML, not even as a reference.
            c if c.is_control() && !matches!(c, '\n' | '\t') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stays_markup() {
        for (text, expected) in [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("\" onload='x'", "&quot; onload=&#39;x&#39;"),
            ("A & B &amp; C", "A &amp; B &amp;amp; C"),
            ("\u{0}a\u{1b}\n", "\u{fffd}a\u{fffd}\n"),
            ("„Äußerst“ 🙂", "„Äußerst“ 🙂"),
        ] {
            assert_eq!(escape(text), expected);
        }
    }
}
