//! Which quotation marks belong together, in a whole text.

use crate::german::{closing_marks, is_double_mark};
use crate::text::{Document, TokenKind};

/// Most tokens between two marks across the end of a paragraph.
const REACH: usize = 600;

/// A passage in double quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    /// The token of the opening mark.
    pub open: usize,
    /// The token of the closing mark.
    pub close: usize,
}

/// The passages in double quotation marks, in order, without those inside of others.
///
/// The nearest fitting mark closes. A straight mark closes only within its paragraph; a typographic one may close later, as long as no new
/// one opens before. A passage can hold others with the same marks if both close in its paragraph; otherwise those others count.
pub(super) fn marked(document: &Document) -> Vec<Marked> {
    let tokens = document.tokens();
    let mut out: Vec<Marked> = Vec::new();
    let mut opened: Vec<(usize, &str)> = Vec::new();
    // The number of passages that were found before the outermost mark opened.
    let mut found = 0;
    for (at, token) in tokens.iter().enumerate() {
        let paragraph = at > 0 && document.text()[tokens[at - 1].span.end as usize..token.span.start as usize].contains('\n');
        if paragraph
            && let Some(&(open, _)) = opened.first()
            && (opened.len() > 1 || out.len() > found || tokens[open].text == "\"" || at - open > REACH)
        {
            // Only the last one can still be closed.
            let last = opened.pop().filter(|&(open, _)| tokens[open].text != "\"" && at - open <= REACH && out.len() == found);
            opened.clear();
            opened.extend(last);
            found = out.len();
        }
        if token.kind != TokenKind::Punctuation || !is_double_mark(token.text) {
            continue;
        }
        match opened.last().copied() {
            Some((open, closers)) if closers.contains(token.text) => {
                opened.pop();
                if opened.is_empty() && at > open + 1 {
                    out.truncate(found);
                }
                if at > open + 1 {
                    out.push(Marked { open, close: at });
                }
                if opened.is_empty() {
                    found = out.len();
                }
            }
            // “ after a space opens only where nothing else did.
            _ => {
                let Some(closers) = closing_marks(token.text) else {
                    opened.clear();
                    found = out.len();
                    continue;
                };
                if opened.last().is_some_and(|&(open, _)| tokens[open].text != token.text) {
                    opened.clear();
                }
                if opened.is_empty() {
                    found = out.len();
                }
                opened.push((at, closers));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let document = Document::new(text);
        let tokens = document.tokens();
        let inner = |pair: Marked| &text[tokens[pair.open].span.end as usize..tokens[pair.close].span.start as usize];
        assert_eq!(marked(&document).into_iter().map(inner).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn marks_are_paired() {
        check("„Er sagte ‚Nein‘. Ja“, so", &["Er sagte ‚Nein‘. Ja"]);
        check("\"Ja\" und “No” und »Si« und „gemischt\"", &["Ja", "No", "Si", "gemischt"]);
        check("„Es beginnt.\n\nUnd endet.“", &["Es beginnt.\n\nUnd endet."]);
        check("Ein 5\" Bild\nund ein \"Wort\"", &["Wort"]);
        check("„offen und „zu“", &["zu"]);
        check("„“ leer, zu“ nie", &[]);
        check("„Der „große Plan“ ist gut“, und „Ja“", &["Der „große Plan“ ist gut", "Ja"]);
        check("„offen und „zu“\n\nDann „Ja“", &["zu", "Ja"]);
    }
}
