//! Quotation marks and brackets.

/// The marks that close what `mark` opens; `None` for a mark that opens nothing. Some marks both open and close.
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

/// Whether `sign` is a quotation mark that stands around a name or a title; `›`, `‹` and `’` are not counted, the last is an apostrophe as well.
pub fn is_quotation_mark(sign: &str) -> bool {
    is_double_mark(sign) || matches!(sign, "‚" | "‘")
}

/// Whether `sign` is a quotation mark of the first level.
pub fn is_double_mark(sign: &str) -> bool {
    matches!(sign, "\"" | "„" | "“" | "”" | "»" | "«")
}
