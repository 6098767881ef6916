//! Pairs of quotation marks and parentheses.

use super::{Token, TokenKind};
use crate::german::closing_marks;
use std::ops::Range;

/// The pairs of quotation marks and parentheses among the tokens of `range`: the indices of both marks, sorted by the opening one.
///
/// A mark closes the nearest matching open one; marks opened since then stay unpaired.
pub(super) fn pairs(tokens: &[Token], range: Range<usize>) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut open: Vec<(usize, &str)> = Vec::new();
    for at in range {
        let Some(token) = tokens.get(at).filter(|token| token.kind == TokenKind::Punctuation) else { continue };
        if let Some(depth) = open.iter().rposition(|(_, closers)| closers.contains(token.text)) {
            out.push((open[depth].0, at));
            open.truncate(depth);
        } else if let Some(closers) = closing_marks(token.text) {
            open.push((at, closers));
        }
    }
    out.sort_unstable();
    out
}

#[cfg(test)]
mod tests {
    use crate::text::Document;

    fn check(text: &str, expected: &[&str]) {
        let document = Document::new(text);
        let tokens = document.tokens();
        let inner = |(open, close): (usize, usize)| &text[tokens[open].span.start as usize..tokens[close].span.end as usize];
        assert_eq!(document.pairs(0..tokens.len()).into_iter().map(inner).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn marks_are_paired() {
        check("„Er sagte ‚Nein‘ (leise)“", &["„Er sagte ‚Nein‘ (leise)“", "‚Nein‘", "(leise)"]);
        check("\"Ja\" und “No” und »Si« und [so]", &["\"Ja\"", "“No”", "»Si«", "[so]"]);
        check("„(offen“ zu)", &["„(offen“"]);
        check("zu) nie“", &[]);
    }
}
