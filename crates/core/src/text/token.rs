//! Tokens: words, numbers and punctuation.

use super::Span;

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, possibly with digits, apostrophes or hyphens: `Nato-Osterweiterung`, `U-Boote`, `90er`, `geht's`.
    Word,
    /// Digits, possibly with dots and commas between them: `2.000`, `3,5`, `04.02.2022`.
    Number,
    /// A single punctuation mark or symbol.
    Punctuation,
}

/// A piece of the text that is not white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// Its text, as written.
    pub text: &'t str,
    /// Its span in bytes.
    pub span: Span,
    /// Its kind.
    pub kind: TokenKind,
    /// Whether it directly follows the token before.
    pub glued: bool,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether it is the first of its sentence. Only set by [`super::Document`], not by [`tokens`].
    pub first: bool,
    /// Whether it would be capitalised anyway: at the beginning of a sentence or quotation, or after a colon.
    /// Only set by [`super::Document`], not by [`tokens`].
    pub opens: bool,
}

/// Splits `text` into tokens, in order, with only white space between them.
///
/// A hyphen between letters or digits stays inside the word (`Ukraine-Krise`); one at its end does not (`US-` gives `US` and `-`).
/// A dot or comma between digits stays inside the number.
///
/// ```
/// use zeitlupe_core::text::tokens;
/// let words: Vec<&str> = tokens("2.000 US-Truppen,").iter().map(|token| token.text).collect();
/// assert_eq!(words, ["2.000", "US-Truppen", ","]);
/// ```
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = Vec::with_capacity(text.len() / 6);
    let mut end_before = usize::MAX;
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() || is_invisible(first) {
            continue;
        }
        let mut end = start + first.len_utf8();
        let mut kind = TokenKind::Punctuation;
        if first.is_alphanumeric() {
            let mut letters = first.is_alphabetic();
            while let Some(&(at, c)) = chars.peek() {
                let inside = c.is_alphanumeric() || is_combining(c) || is_invisible(c) || joins(text, at, c, letters);
                if !inside {
                    break;
                }
                letters |= c.is_alphabetic();
                end = at + c.len_utf8();
                chars.next();
            }
            kind = if letters { TokenKind::Word } else { TokenKind::Number };
        }
        let (glued, capital) = (start == end_before, first.is_uppercase());
        out.push(Token { text: &text[start..end], span: Span::new(start, end), kind, glued, capital, first: false, opens: false });
        end_before = end;
    }
    out
}

/// Whether `c` at byte `at` joins the characters on both sides.
fn joins(text: &str, at: usize, c: char, letters: bool) -> bool {
    let Some(next) = text[at + c.len_utf8()..].chars().next() else {
        return false;
    };
    match c {
        '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}' => next.is_alphanumeric(),
        '.' | ',' => !letters && next.is_ascii_digit() && text[..at].ends_with(|p: char| p.is_ascii_digit()),
        _ => false,
    }
}

/// Whether `c` is an invisible part of a word: a soft hyphen or zero-width character.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        tokens(text).iter().map(|t| t.text).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn texts_are_split_into_tokens() {
        assert_eq!(cut("Nato-Osterweiterung, US- und EU-Truppen"), "Nato-Osterweiterung|,|US|-|und|EU-Truppen");
        assert_eq!(cut("2.000 Soldaten, 3,5 %."), "2.000|Soldaten|,|3,5|%|.");
        assert_eq!(cut("am 15. Februar"), "am|15|.|Februar");
        assert_eq!(cut("04.02.2022 | 12:01 Uhr"), "04.02.2022|||12|:|01|Uhr");
        assert_eq!(cut("„nie da gewesen“"), "„|nie|da|gewesen|“");
        assert_eq!(cut("90er-Jahre geht's"), "90er-Jahre|geht's");
        assert_eq!(cut(""), "");
    }

    #[test]
    fn only_white_space_is_lost() {
        let text = "a\u{ad}b —  „ü“ \u{feff}\t\n x.y 1.2.3 🙂-🙂 'n' -";
        let mut at = 0;
        for token in tokens(text) {
            let gap = &text[at..token.span.start as usize];
            assert!(gap.chars().all(|c| c.is_whitespace() || is_invisible(c)), "{gap:?}");
            at = token.span.end as usize;
        }
        assert_eq!(at, text.len());
    }
}
