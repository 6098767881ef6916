//! Which words of two stretches differ.

use super::around::words;
use crate::text::Span;

/// Most words of a stretch that are compared.
const MOST: usize = 200;

/// The words of each of two stretches that the other does not have at the same place, by the longest common subsequence of their words
/// (Wagner and Fischer 1974); spelling, case and marks do not count. What is beyond [`MOST`] words is not marked.
pub(super) fn differences(a: (&str, Span), b: (&str, Span)) -> [Vec<Span>; 2] {
    let (mut x, mut y) = (words(a.0, a.1), words(b.0, b.1));
    x.truncate(MOST);
    y.truncate(MOST);
    let width = y.len() + 1;
    // The length of the longest common subsequence of what is left from here.
    let mut longest = vec![0_u16; (x.len() + 1) * width];
    for i in (0..x.len()).rev() {
        for j in (0..y.len()).rev() {
            let at = i * width + j;
            longest[at] = if x[i].1 == y[j].1 { longest[at + width + 1] + 1 } else { longest[at + width].max(longest[at + 1]) };
        }
    }
    let mut out = [Vec::new(), Vec::new()];
    let (mut i, mut j) = (0, 0);
    while i < x.len() || j < y.len() {
        if i < x.len() && j < y.len() && x[i].1 == y[j].1 {
            (i, j) = (i + 1, j + 1);
        } else if j == y.len() || (i < x.len() && longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
            out[0].push(x[i].0);
            i += 1;
        } else {
            out[1].push(y[j].0);
            j += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(a: &str, b: &str) -> [String; 2] {
        let [x, y] = differences((a, Span::new(0, a.len())), (b, Span::new(0, b.len())));
        let of = |spans: Vec<Span>, text: &str| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ");
        [of(x, a), of(y, b)]
    }

    #[test]
    fn other_words_differ_and_spelling_does_not() {
        assert_eq!(shown("die Ansätze der Ära aufzugeben", "die Ansätze aus der Zeit"), ["Ära aufzugeben", "aus Zeit"]);
        assert_eq!(shown("Die NATO, groß", "die Nato „gross“"), ["", ""]);
        assert_eq!(shown("", "neu"), ["", "neu"]);
        assert_eq!(shown("ü", ""), ["ü", ""]);
    }
}
