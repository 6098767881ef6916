//! Line ends and invisible characters.

use std::borrow::Cow;
use zeitlupe_core::remark::Remark;

/// Normalises line ends to `\n` and removes invisible characters: byte order marks, soft hyphens, control characters, bidirectional controls.
/// A soft hyphen that ends a line becomes a hyphen.
///
/// Returns one remark for each kind of removed character, with the number of them and the line of the first.
/// A replacement character (U+FFFD) stays and gives a remark, because a character was lost there.
///
/// ```
/// let (text, remarks) = zeitlupe_ingest::clean("Gipfel\r\nin\u{0} Wien");
/// assert_eq!(text, "Gipfel\nin Wien");
/// assert_eq!(remarks[0].message, "expected readable text, found 1 control characters");
/// ```
pub fn clean(text: &str) -> (Cow<'_, str>, Vec<Remark>) {
    if !text.chars().any(|c| kind(c) != Kind::Keep) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut out = String::with_capacity(text.len());
    let mut found: [(u32, u32); 3] = [(0, 0); 3];
    let mut line = 1;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let mut count = |which: usize| {
            found[which].0 += 1;
            if found[which].1 == 0 {
                found[which].1 = line;
            }
        };
        match kind(c) {
            Kind::Keep => out.push(c),
            Kind::Replacement => {
                count(2);
                out.push(c);
            }
            Kind::Mark => {}
            // At the end of a line it is seen; elsewhere it is not.
            Kind::Soft if ends_line(chars.clone()) => out.push('-'),
            Kind::Soft => {}
            Kind::Control => count(0),
            Kind::Direction => count(1),
            Kind::LineEnd => {
                if c == '\r' && chars.peek() == Some(&'\n') {
                    chars.next();
                }
                out.push('\n');
            }
        }
        if out.ends_with('\n') && kind(c) != Kind::Mark && matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
        {
            line += 1;
        }
    }
    let names =
        ["control characters", "bidirectional control characters", "replacement characters (U+FFFD): the words were damaged before"];
    let remarks = found.iter().zip(names).filter(|((count, _), _)| *count > 0);
    let remarks =
        remarks.map(|((count, line), name)| Remark::warning(Some(*line), format!("expected readable text, found {count} {name}")));
    (Cow::Owned(out), remarks.collect())
}

/// Whether only white space is left of the line.
fn ends_line(rest: impl Iterator<Item = char>) -> bool {
    rest.take(MAX_INDENT).find(|c| !matches!(c, ' ' | '\t')).is_some_and(|c| kind(c) == Kind::LineEnd || c == '\n')
}

/// The most blanks between a soft hyphen and the end of its line.
const MAX_INDENT: usize = 8;

#[derive(PartialEq, Eq)]
enum Kind {
    Keep,
    LineEnd,
    Mark,
    Soft,
    Control,
    Direction,
    Replacement,
}

fn kind(c: char) -> Kind {
    match c {
        '\n' | '\t' => Kind::Keep,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::LineEnd,
        '\u{feff}' | '\u{200b}' | '\u{2060}' => Kind::Mark,
        '\u{ad}' => Kind::Soft,
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Kind::Direction,
        '\u{fffd}' => Kind::Replacement,
        c if c.is_control() => Kind::Control,
        _ => Kind::Keep,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str, remarks: &[(u32, &str)]) {
        let (found, said) = clean(text);
        assert_eq!(found, expected);
        assert_eq!(said.len(), remarks.len(), "{said:?}");
        for (remark, (line, words)) in said.iter().zip(remarks) {
            assert_eq!(remark.line, Some(*line));
            assert!(remark.message.contains(words), "{remark:?}");
        }
    }

    #[test]
    fn invisible_characters_are_removed_and_counted() {
        check("ä\nb\tc", "ä\nb\tc", &[]);
        check("a\r\nb\rc\u{2028}d\u{85}e", "a\nb\nc\nd\ne", &[]);
        check("\u{feff}a", "a", &[]);
        check("a\nb\0\u{1}c", "a\nbc", &[(2, "2 control")]);
        check("a\r\nb\r\n\u{202e}c", "a\nb\nc", &[(3, "1 bidirectional")]);
        check("M\u{fffd}nchen", "M\u{fffd}nchen", &[(1, "U+FFFD")]);
        check("weich\u{ad}er Trenn\u{a0}strich, Wort\u{200b}grenze", "weicher Trenn\u{a0}strich, Wortgrenze", &[]);
        check("im Arbeits\u{ad} \r\nalltag", "im Arbeits- \nalltag", &[]);
    }
}
