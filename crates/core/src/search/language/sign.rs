//! Signs of the language of queries.

/// What parts words: white space, control characters, and the marks of writing direction, which nobody sees.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '„' | '“' | '”' | '»' | '«')
}

/// What is left out at the ends of a word. `C++` and `50%` keep their signs.
pub fn is_sign(c: char) -> bool {
    matches!(
        c,
        ',' | ';' | '.' | ':' | '!' | '?' | '…' | '\'' | '’' | '‘' | '‚' | '-' | '–' | '—' | '=' | '/' | '[' | ']' | '{' | '}' | '|'
    )
}
