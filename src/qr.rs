//! QR codes as SVG paths.
//!
//! ```
//! let (side, path) = zeitlupe::qr::drawn("https://schule.example/lesesaal/").expect("the text is short");
//! assert_eq!(side, 29 + 2 * 4, "29 modules and the quiet zone");
//! assert!(path.starts_with('M'));
//! ```

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write;

/// The longest text of a code, in bytes. A code can hold 2,331, but cameras would not read it from a screen.
pub const LIMIT: usize = 2000;

/// The width of the quiet zone around a code, in modules (ISO/IEC 18004).
const QUIET_ZONE: i32 = 4;

/// A code as a drawing: the side of the square in modules, including the quiet zone, and the dark modules as one SVG path.
/// Error correction is level M (15 %). `None` for a text of more than [`LIMIT`] bytes.
pub fn drawn(text: &str) -> Option<(i32, String)> {
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    let fits = text.len() <= LIMIT;
    let code = fits
        .then(|| QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, Version::MIN, Version::MAX, None, false).ok())
        .flatten()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut begin = 0;
        // One module beyond the row, to end a run at the edge.
        for x in 0..=code.size() {
            if code.get_module(x, y) {
                continue;
            }
            if begin < x {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", begin + QUIET_ZONE, y + QUIET_ZONE, run = x - begin);
            }
            begin = x + 1;
        }
    }
    Some((code.size() + 2 * QUIET_ZONE, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules that a path draws, row by row, `#` for a dark one; no module may be drawn twice.
    fn modules(side: i32, path: &str) -> Vec<String> {
        let mut rows = vec![vec!['.'; side as usize]; side as usize];
        for bar in path.split('M').skip(1) {
            let numbers: Vec<usize> = bar.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
            let [x, y, run, 1, back] = numbers[..] else { panic!("{bar} is no bar") };
            assert_eq!(run, back);
            for module in &mut rows[y][x..x + run] {
                assert_eq!(std::mem::replace(module, '#'), '.', "{bar} draws over another");
            }
        }
        rows.into_iter().map(String::from_iter).collect()
    }

    #[test]
    fn a_code_has_finder_and_timing_patterns_and_a_quiet_zone() {
        // 25 modules hold 26 bytes at level M (version 2).
        let (side, path) = drawn("https://example.org/#/zeit").expect("a short text");
        assert_eq!(side, 25 + 8);
        let rows = modules(side, &path);
        let seam = ".".repeat(33);
        assert!((0..4).chain(29..33).all(|row| rows[row] == seam));
        assert!(rows.iter().all(|row| row.starts_with("....") && row.ends_with("....")));
        let square = ["#######.", "#.....#.", "#.###.#.", "#.###.#.", "#.###.#.", "#.....#.", "#######.", "........"];
        for (n, line) in square.iter().enumerate() {
            let turned: String = line.chars().rev().collect();
            assert_eq!((&rows[4 + n][4..12], &rows[4 + n][21..29]), (*line, turned.as_str()));
            assert_eq!(&rows[28 - n][4..12], *line);
        }
        // The timing patterns alternate between the finder patterns; the fixed dark module is next to the lower one.
        assert_eq!(&rows[10][11..22], ".#.#.#.#.#.");
        assert_eq!(rows[4 + 17].chars().nth(12), Some('#'));
    }

    #[test]
    fn a_decoder_reads_the_code() {
        let long = ["https://schule.example/raum/#/suche?q=", &"Gr%C3%B6%C3%9Fe+".repeat(100)].concat();
        for text in ["https://schule.example/", "Größe „ß“", &long] {
            let (side, path) = drawn(text).expect("a text that fits");
            let rows: Vec<Vec<char>> = modules(side, &path).iter().map(|row| row.chars().collect()).collect();
            let quiet = QUIET_ZONE as usize;
            let grid = rqrr::SimpleGrid::from_func(side as usize - 2 * quiet, |x, y| rows[y + quiet][x + quiet] == '#');
            let (meta, read) = rqrr::Grid::new(grid).decode().expect("a code");
            // In the format of a code M is 0.
            assert_eq!((read.as_str(), meta.ecc_level), (text, 0));
        }
    }

    #[test]
    fn a_text_that_is_too_long_has_no_code() {
        assert!(drawn(&"x".repeat(LIMIT)).is_some());
        assert_eq!(drawn(&"x".repeat(LIMIT + 1)), None);
    }
}
