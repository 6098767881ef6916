//! Places labels next to their symbols.
//!
//! ```
//! use zeitlupe_core::drawing::{Frame, labels::{Symbol, labels}};
//! let symbol = Symbol { at: (200.0, 100.0), radius: 5.0, letters: 6 };
//! let placed = labels(&[symbol], Frame::map(false), true);
//! assert_eq!(placed[0].map(|label| label.anchor), Some(-1));
//! ```

use super::{Frame, Point};
use crate::article::shorten;
use serde::{Deserialize, Serialize};

/// Height of a line in pixels.
const LINE: f64 = 15.0;
/// Width of a letter in pixels, somewhat more than average.
const LETTER: f64 = 6.9;
/// Pixels between a symbol and its label.
const GAP: f64 = 3.0;

/// Most letters of a label.
const LONGEST: usize = 24;

/// A name, shortened for a label.
pub fn short(name: &str) -> String {
    shorten(name, LONGEST)
}

/// A symbol to label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Symbol {
    /// Its centre.
    pub at: Point,
    /// Its radius.
    pub radius: f64,
    /// Number of letters of its label.
    pub letters: usize,
}

/// A placed label.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Label {
    /// The middle, beginning or end of its baseline.
    pub at: Point,
    /// -1 if it begins there, 0 if its middle is there, 1 if it ends there.
    pub anchor: i8,
}

/// A rectangle: left, top, right, bottom.
type Rect = (f64, f64, f64, f64);

/// For each symbol its label, with priority to earlier symbols: right of it, left, below or above, wherever it overlaps least.
/// With `strict`, labels that would overlap a symbol or another label, or leave the frame, are left out.
pub fn labels(symbols: &[Symbol], frame: Frame, strict: bool) -> Vec<Option<Label>> {
    let bounds = (0.0, 0.0, f64::from(frame.width), f64::from(frame.height));
    let mut taken: Vec<Rect> = Vec::with_capacity(symbols.len());
    let place = |symbol: &Symbol| {
        let mut best: Option<(f64, Label, Rect)> = None;
        for (label, rect) in candidates(symbol) {
            let own = |other: &&Symbol| other.at != symbol.at;
            let symbols = symbols.iter().filter(own).map(|other| shared(rect, around(other))).sum::<f64>();
            let cost =
                symbols + taken.iter().map(|other| shared(rect, *other) * 2.0).sum::<f64>() + (area(rect) - shared(rect, bounds)) * 4.0;
            if best.as_ref().is_none_or(|(least, ..)| cost < *least) {
                best = Some((cost, label, rect));
            }
        }
        let (_, label, rect) = best.filter(|(cost, ..)| !strict || *cost <= 0.0)?;
        taken.push(rect);
        Some(label)
    };
    symbols.iter().map(place).collect()
}

/// The positions to try, in order of preference.
fn candidates(symbol: &Symbol) -> [(Label, Rect); 4] {
    let ((x, y), r, width) = (symbol.at, symbol.radius + GAP, symbol.letters as f64 * LETTER);
    let label = |x: f64, y: f64, anchor: i8| {
        let left = x - width * f64::from(anchor + 1) / 2.0;
        (Label { at: (x, y), anchor }, (left, y - LINE + 4.0, left + width, y + 4.0))
    };
    [label(x + r, y + 4.0, -1), label(x - r, y + 4.0, 1), label(x, y + r + 12.0, 0), label(x, y - r - 2.0, 0)]
}

fn around(symbol: &Symbol) -> Rect {
    let ((x, y), r) = (symbol.at, symbol.radius);
    (x - r, y - r, x + r, y + r)
}

fn area(rect: Rect) -> f64 {
    (rect.2 - rect.0) * (rect.3 - rect.1)
}

/// The common area of two rectangles.
fn shared(a: Rect, b: Rect) -> f64 {
    let width = a.2.min(b.2) - a.0.max(b.0);
    let height = a.3.min(b.3) - a.1.max(b.1);
    width.max(0.0) * height.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame { width: 300, height: 100 };

    fn symbol(x: f64, y: f64, letters: usize) -> Symbol {
        Symbol { at: (x, y), radius: 5.0, letters }
    }

    fn anchors(symbols: &[Symbol], strict: bool) -> Vec<Option<i8>> {
        labels(symbols, FRAME, strict).into_iter().map(|label| label.map(|label| label.anchor)).collect()
    }

    #[test]
    fn labels_are_to_the_right_if_there_is_room() {
        assert_eq!(anchors(&[symbol(50.0, 50.0, 10)], true), [Some(-1)]);
        assert_eq!(anchors(&[symbol(280.0, 50.0, 10)], true), [Some(1)]);
        assert_eq!(anchors(&[symbol(50.0, 50.0, 10), symbol(70.0, 50.0, 4)], true), [Some(0), Some(-1)]);
    }

    #[test]
    fn with_strict_labels_without_room_are_left_out() {
        assert_eq!(anchors(&[symbol(150.0, 50.0, 60)], true), [None]);
        assert!(anchors(&[symbol(150.0, 50.0, 60)], false)[0].is_some());
        let crowd: Vec<Symbol> = (0..8).map(|n| symbol(150.0 + f64::from(n), 50.0, 12)).collect();
        let placed = anchors(&crowd, true);
        assert!(placed.iter().flatten().count() < 8, "{placed:?}");
        assert!(labels(&crowd, FRAME, false).iter().all(Option::is_some));
        assert_eq!(labels(&crowd, FRAME, false), labels(&crowd, FRAME, false));
    }
}
