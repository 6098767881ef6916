//! Lines to headings, paragraphs and items.

use crate::markdown::{heading, is_rule, item};

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A heading, with its level.
    Heading(u8),
    Paragraph,
    /// An item of a list; whether it has a number.
    Item(bool),
}

/// A heading, a paragraph, or an item, its lines joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// The line that it begins in, from 1.
    pub line: u32,
    pub kind: Kind,
    /// Its words, with the signs inside.
    pub text: String,
}

/// The parts of a text, in order.
pub(crate) fn parts(text: &str) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    let mut open = false;
    for (line, raw) in (1..).zip(text.lines()) {
        let words = raw.trim().trim_start_matches('\u{feff}');
        if words.is_empty() || is_rule(words) {
            open = false;
            continue;
        }
        let (kind, words) = if let Some((level, words)) = heading(words) {
            (Some(Kind::Heading(level as u8)), words)
        } else if let Some(words) = item(words) {
            (Some(Kind::Item(false)), words)
        } else if let Some(words) = numbered(words) {
            (Some(Kind::Item(true)), words)
        } else {
            (None, words)
        };
        match (kind, out.last_mut()) {
            (None, Some(last)) if open => {
                last.text.push(' ');
                last.text.push_str(words);
            }
            _ => out.push(Part { line, kind: kind.unwrap_or(Kind::Paragraph), text: words.to_owned() }),
        }
        open = !matches!(kind, Some(Kind::Heading(_)));
    }
    out
}

/// The words of an item such as `1. Lesen`. A day (`4. Februar`) at the beginning of a line is rarely meant as an item, but is one.
fn numbered(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    let rest = rest.strip_prefix(['.', ')'])?;
    ((1..=3).contains(&digits) && rest.starts_with([' ', '\t'])).then(|| rest.trim_start())
}
