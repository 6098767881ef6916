//! Words at a small distance from a typed one.

use fst::Automaton;

/// The largest distance.
const MOST: usize = 2;
const BAND: usize = 2 * MOST + 1;

/// Walks a term dictionary and keeps the keys within a few typos of a word: a letter too many, missing, wrong, or swapped with its neighbour
/// (optimal string alignment; after Wagner and Fischer, "The String-to-String Correction Problem", 1974,
/// with the swap of Damerau, 1964). Only the cells of the table that can still matter are computed.
///
/// Distances count bytes: folded German words are ASCII. What follows a zero byte in a key is not compared.
pub struct Near<'w> {
    word: &'w [u8],
    most: usize,
}

impl<'w> Near<'w> {
    /// Keys within `most` typos of `word`; more than two are taken as two.
    pub fn new(word: &'w str, most: usize) -> Self {
        Self { word: word.as_bytes(), most: most.min(MOST) }
    }

    /// The number of letters of the word that the cell stands for, at the given depth; `None` beyond its ends.
    fn row_index(&self, depth: usize, cell: usize) -> Option<usize> {
        (depth + cell).checked_sub(MOST).filter(|&i| i <= self.word.len())
    }
}

/// How far the walk has come: two rows of the table, cut to the band around the diagonal.
#[derive(Clone, Copy)]
pub enum Walk {
    /// In the compared part of the key.
    Inside {
        /// Bytes read.
        depth: usize,
        /// Distances after the bytes read.
        row: [u8; BAND],
        /// Distances one byte before.
        before: [u8; BAND],
        /// The last byte read.
        last: u8,
    },
    /// Behind the zero byte of a key that fits.
    Found,
    /// Nothing can fit any more.
    Lost,
}

const FAR: u8 = u8::MAX - 1;

impl Automaton for Near<'_> {
    type State = Walk;

    fn start(&self) -> Walk {
        let mut row = [FAR; BAND];
        for (cell, value) in row.iter_mut().enumerate() {
            if let Some(i) = self.row_index(0, cell) {
                *value = i as u8;
            }
        }
        Walk::Inside { depth: 0, row, before: [FAR; BAND], last: 0 }
    }

    fn is_match(&self, walk: &Walk) -> bool {
        match walk {
            Walk::Inside { depth, row, .. } => {
                (0..BAND).any(|cell| self.row_index(*depth, cell) == Some(self.word.len()) && usize::from(row[cell]) <= self.most)
            }
            Walk::Found => true,
            Walk::Lost => false,
        }
    }

    fn can_match(&self, walk: &Walk) -> bool {
        match walk {
            Walk::Inside { row, .. } => row.iter().any(|&d| usize::from(d) <= self.most),
            Walk::Found => true,
            Walk::Lost => false,
        }
    }

    fn will_always_match(&self, walk: &Walk) -> bool {
        matches!(walk, Walk::Found)
    }

    fn accept(&self, walk: &Walk, byte: u8) -> Walk {
        let Walk::Inside { depth, row, before, last } = *walk else { return *walk };
        match byte {
            0 if self.is_match(walk) => return Walk::Found,
            0 | super::PART_MARK => return Walk::Lost,
            _ => {}
        }
        let mut next = [FAR; BAND];
        for cell in 0..BAND {
            let Some(i) = self.row_index(depth + 1, cell) else { continue };
            let mut best = row.get(cell + 1).map_or(FAR, |d| d.saturating_add(1));
            if i > 0 {
                if cell > 0 {
                    best = best.min(next[cell - 1].saturating_add(1));
                }
                best = best.min(row[cell].saturating_add(u8::from(self.word[i - 1] != byte)));
            }
            if i > 1 && self.word[i - 2] == byte && self.word[i - 1] == last {
                best = best.min(before[cell].saturating_add(1));
            }
            next[cell] = best.min(FAR);
        }
        Walk::Inside { depth: depth + 1, row: next, before: row, last: byte }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(word: &str, key: &str, most: usize) -> bool {
        let near = Near::new(word, most);
        let mut walk = near.start();
        for &byte in key.as_bytes() {
            walk = near.accept(&walk, byte);
            if !near.can_match(&walk) {
                return false;
            }
        }
        near.is_match(&walk)
    }

    /// The whole table, without the band: what the automaton must agree with.
    fn distance(a: &str, b: &str) -> usize {
        let (a, b) = (a.as_bytes(), b.as_bytes());
        let mut d = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                d[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let swap =
                        if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] { d[i - 2][j - 2] + 1 } else { usize::MAX };
                    (d[i - 1][j] + 1).min(d[i][j - 1] + 1).min(d[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1])).min(swap)
                };
            }
        }
        d[a.len()][b.len()]
    }

    #[test]
    fn one_typo_of_each_kind() {
        for typed in ["kremml", "krml", "krwml", "kerml", "rkeml", "creml", "kreml"] {
            assert!(fits(typed, "kreml", 1), "{typed}");
        }
        assert!(!fits("kmerl", "kreml", 1));
        assert!(fits("kmerl", "kreml", 2));
        assert!(fits("kreml", "kreml\0krêml", 1));
        assert!(!fits("kreml", "kremlchef\0x", 1));
    }

    #[test]
    fn agrees_with_the_whole_table() {
        let mut words = vec![String::new()];
        for length in 0..4 {
            let more: Vec<String> =
                words.iter().filter(|w| w.len() == length).flat_map(|w| ["a", "b", "c"].map(|c| format!("{w}{c}"))).collect();
            words.extend(more);
        }
        for a in &words {
            for b in &words {
                for most in 0..=2 {
                    assert_eq!(fits(a, b, most), distance(a, b) <= most, "{a} {b} {most}");
                }
            }
        }
    }
}
