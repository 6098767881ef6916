//! Where a sentence ends.

use super::Span;

/// The sentences of `text`, in order, without the white space around them; a line end always ends one.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let kept = line.trim();
        if !kept.is_empty() {
            let from = start + (line.len() - line.trim_start().len());
            out.push(Span::new(from, from + kept.len()));
        }
        start += line.len();
    }
    out
}
