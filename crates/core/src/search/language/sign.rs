//! Character classes of the query language.

/// Whether a character separates words: white space, control characters, and invisible marks of writing direction.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '„' | '“' | '”' | '»' | '«')
}

/// Whether a character is dropped at the ends of a word; `C++` and `50%` stay as they are.
pub fn is_sign(c: char) -> bool {
    matches!(
        c,
        ',' | ';' | '.' | ':' | '!' | '?' | '…' | '\'' | '’' | '‘' | '‚' | '-' | '–' | '—' | '=' | '/' | '[' | ']' | '{' | '}' | '|'
    )
}
