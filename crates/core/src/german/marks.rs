//! Quotation marks and parentheses.

/// The marks that close the opening mark `mark`; `None` if it cannot open. Some marks both open and close.
///
/// ```
/// use zeitlupe_core::german::closing_marks;
/// assert_eq!(closing_marks("»"), Some("«"));
/// assert_eq!(closing_marks("”"), None);
/// ```
pub fn closing_marks(mark: &str) -> Option<&'static str> {
    Some(match mark {
        "„" => "“”\"",
        "\"" => "\"",
        "“" => "”“",
        "»" => "«",
        "«" => "»",
        "‚" => "‘’",
        "‘" => "’",
        "›" => "‹",
        "(" => ")",
        "[" => "]",
        _ => return None,
    })
}

/// Whether `sign` is a quotation mark that can enclose a name or title; excludes `›`, `‹` and `’`, which is also an apostrophe.
pub fn is_quotation_mark(sign: &str) -> bool {
    is_double_mark(sign) || matches!(sign, "‚" | "‘")
}

/// Whether `sign` is a double quotation mark.
pub fn is_double_mark(sign: &str) -> bool {
    matches!(sign, "\"" | "„" | "“" | "”" | "»" | "«")
}
