//! Splits text with overlapping marks into a flat sequence of pieces.
//!
//! ```
//! use zeitlupe::segments::pieces;
//! use zeitlupe_core::text::Span;
//!
//! let text = "Gas aus Russland";
//! let found = pieces(Span::new(0, text.len()), &[Span::new(8, 16)], &[Span::new(0, 3)], &[]);
//! let texts: Vec<_> = found.iter().map(|piece| piece.span.of(text)).collect();
//! assert_eq!(texts, ["Gas", " aus ", "Russland"]);
//! ```

use zeitlupe_core::order;
use zeitlupe_core::text::Span;

/// A piece of text with the same marks throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its span.
    pub span: Span,
    /// The innermost mark over it, as an index.
    pub mark: Option<usize>,
    /// The other marks over it, from the inside out.
    pub outer: Vec<usize>,
    /// The search hit over it, as an index.
    pub hit: Option<usize>,
    /// The tints over it, as indices.
    pub tints: Vec<usize>,
}

/// Splits the span `within` at every boundary of a mark, hit or tint.
///
/// `marks` may nest and cross; the shortest is the innermost (ties: the first in the list). `tints` may overlap, `hits` must not.
/// Together the pieces are exactly `within`; marks that reach beyond it are cut.
pub fn pieces(within: Span, marks: &[Span], hits: &[Span], tints: &[Span]) -> Vec<Piece> {
    let inside: Vec<usize> = (0..marks.len()).filter(|&n| marks[n].overlaps(within)).collect();
    let hits_inside: Vec<usize> = (0..hits.len()).filter(|&n| hits[n].overlaps(within)).collect();
    let mut borders = vec![within.start, within.end];
    let spans = inside.iter().map(|&n| marks[n]).chain(hits_inside.iter().map(|&n| hits[n])).chain(tints.iter().copied());
    borders.extend(spans.flat_map(|s| [s.start, s.end]).filter(|b| within.start < *b && *b < within.end));
    order::sort_by_key(&mut borders, |border| *border);
    borders.dedup();
    borders
        .windows(2)
        .map(|pair| {
            let span = Span { start: pair[0], end: pair[1] };
            let mut over: Vec<usize> = inside.iter().copied().filter(|&n| marks[n].contains(span)).collect();
            order::sort_by_key(&mut over, |&n| (marks[n].len(), n));
            let mark = (!over.is_empty()).then(|| over.remove(0));
            let hit = hits_inside.iter().copied().find(|&n| hits[n].contains(span));
            let tints = (0..tints.len()).filter(|&n| tints[n].contains(span)).collect();
            Piece { span, mark, outer: over, hit, tints }
        })
        .collect()
}

/// Groups adjacent pieces with the same innermost mark; each group becomes one element.
pub fn rows(pieces: &[Piece]) -> Vec<&[Piece]> {
    pieces.chunk_by(|a, b| a.mark.is_some() && a.mark == b.mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, marks: &[(usize, usize)], hits: &[(usize, usize)]) -> String {
        let spans = |list: &[(usize, usize)]| list.iter().map(|&(a, b)| Span::new(a, b)).collect::<Vec<_>>();
        let all = pieces(Span::new(0, text.len()), &spans(marks), &spans(hits), &[]);
        assert_eq!(all.iter().map(|p| p.span.of(text)).collect::<String>(), text);
        let piece = |p: &Piece| {
            let hit = if p.hit.is_some() { "!" } else { "" };
            p.mark.map_or(format!("{}{hit}", p.span.of(text)), |n| format!("[{n}{:?}:{}{hit}]", p.outer, p.span.of(text)))
        };
        all.iter().map(piece).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn marks_may_nest_and_cross_hits() {
        assert_eq!(cut("abcdef", &[], &[]), "abcdef");
        assert_eq!(cut("abcdef", &[(1, 5), (2, 3)], &[]), "a|[0[]:b]|[1[0]:c]|[0[]:de]|f");
        assert_eq!(cut("abcdef", &[(0, 4), (2, 6)], &[]), "[0[]:ab]|[0[1]:cd]|[1[]:ef]");
        assert_eq!(cut("abcdef", &[(2, 4)], &[(1, 3)]), "a|b!|[0[]:c!]|[0[]:d]|ef");
    }

    #[test]
    fn tints_split_and_may_overlap() {
        let all = pieces(Span::new(0, 6), &[], &[], &[Span::new(1, 4), Span::new(3, 9)]);
        let tints: Vec<_> = all.iter().map(|piece| (piece.span.start, piece.tints.clone())).collect();
        assert_eq!(tints, [(0, vec![]), (1, vec![0]), (3, vec![0, 1]), (4, vec![1])]);
    }

    #[test]
    fn a_row_is_one_element() {
        let all = pieces(Span::new(0, 6), &[Span::new(1, 5)], &[Span::new(2, 3)], &[]);
        assert_eq!(rows(&all).iter().map(|row| row.len()).collect::<Vec<_>>(), [1, 3, 1]);
    }
}
