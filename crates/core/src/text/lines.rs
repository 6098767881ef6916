//! Lines of a fixed width, so that a line has the same number on every screen and on paper.

use super::Span;

/// Breaks the part `within` of a text into lines of at most `width` characters, at spaces and after hyphens; a longer word is a line of its own.
///
/// The lines joined are the whole part: the space at a line break belongs to the line before, in addition to its width. Spans are in bytes. A part
/// outside of the text has no lines.
///
/// ```
/// use zeitlupe_core::text::{Span, lines};
/// let text = "Der Ölpreis steigt";
/// let cut = lines(text, Span::new(0, text.len()), 12);
/// assert_eq!(cut.iter().map(|line| line.of(text)).collect::<Vec<_>>(), ["Der Ölpreis ", "steigt"]);
/// ```
pub fn lines(text: &str, within: Span, width: usize) -> Vec<Span> {
    let Some(stretch) = text.get(within.start as usize..within.end as usize) else { return Vec::new() };
    let mut out = Vec::new();
    let (mut start, mut end, mut filled) = (0, 0, 0);
    for word in stretch.split_inclusive([' ', '\n', '-', '–']) {
        let letters = word.trim_end().chars().count();
        if filled > 0 && filled + letters > width {
            out.push(Span::new(within.start as usize + start, within.start as usize + end));
            (start, filled) = (end, 0);
        }
        end += word.len();
        filled += word.chars().count();
    }
    if end > start {
        out.push(Span::new(within.start as usize + start, within.start as usize + end));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, width: usize) -> Vec<&str> {
        let lines = lines(text, Span::new(0, text.len()), width);
        assert_eq!(lines.iter().map(|line| line.of(text)).collect::<String>(), text);
        lines.into_iter().map(|line| line.of(text)).collect()
    }

    #[test]
    fn lines_are_filled_and_join_to_the_text() {
        assert_eq!(cut("Der Öl preis steigt", 6), ["Der Öl ", "preis ", "steigt"]);
        assert_eq!(cut("Nato-Osterweiterung jetzt", 8), ["Nato-", "Osterweiterung ", "jetzt"]);
        assert_eq!(cut("", 6), Vec::<&str>::new());
        assert_eq!(cut("  a", 6), ["  a"]);
        assert_eq!(lines("Öl", Span::new(1, 3), 6), Vec::new());
        assert_eq!(lines("ab cd ef", Span::new(3, 8), 3), [Span::new(3, 6), Span::new(6, 8)]);
    }
}
