//! QR codes as drawings.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write;

/// The longest text that becomes a code, in bytes. A code could hold 2,331, but no camera would read it from a screen.
pub const LIMIT: usize = 2000;

/// Light modules around a code, which the standard (ISO/IEC 18004) asks for.
const QUIET: i32 = 4;

/// A code as a drawing: the side of its square in modules, with the light seam around it, and its dark modules as one path of SVG.
/// Error correction is of level M: 15 % of it may be lost. `None` for a text of more than [`LIMIT`] bytes.
pub fn drawn(text: &str) -> Option<(i32, String)> {
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    let fits = text.len() <= LIMIT;
    let code = fits
        .then(|| QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, Version::MIN, Version::MAX, None, false).ok())
        .flatten()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut begin = 0;
        // One further than the row, where nothing is dark: a run that reaches the edge ends there, too.
        for x in 0..=code.size() {
            if code.get_module(x, y) {
                continue;
            }
            if begin < x {
                // Writing to a string does not fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", begin + QUIET, y + QUIET, run = x - begin);
            }
            begin = x + 1;
        }
    }
    Some((code.size() + 2 * QUIET, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules that a path draws, row by row, `#` for a dark one; each must be drawn once.
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
    fn a_code_has_its_squares_its_timing_and_its_seam() {
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
        // The timing runs between the squares, in turns; the lonely dark module stands beside the lower one.
        assert_eq!(&rows[10][11..22], ".#.#.#.#.#.");
        assert_eq!(rows[4 + 17].chars().nth(12), Some('#'));
    }

    #[test]
    fn a_reader_of_codes_reads_it() {
        let long = ["https://schule.example/raum/#/suche?q=", &"Gr%C3%B6%C3%9Fe+".repeat(100)].concat();
        for text in ["https://schule.example/", "Größe „ß“", &long] {
            let (side, path) = drawn(text).expect("a text that fits");
            let rows: Vec<Vec<char>> = modules(side, &path).iter().map(|row| row.chars().collect()).collect();
            let quiet = QUIET as usize;
            let grid = rqrr::SimpleGrid::from_func(side as usize - 2 * quiet, |x, y| rows[y + quiet][x + quiet] == '#');
            let (meta, read) = rqrr::Grid::new(grid).decode().expect("a code");
            // In the format of a code M is 0.
            assert_eq!((read.as_str(), meta.ecc_level), (text, 0));
        }
    }

    #[test]
    fn what_is_too_long_has_no_code() {
        assert!(drawn(&"x".repeat(LIMIT)).is_some());
        assert_eq!(drawn(&"x".repeat(LIMIT + 1)), None);
    }
}
