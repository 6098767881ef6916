//! The number of typos between two words.

/// Longest word to compare, in bytes.
const LONGEST: usize = 64;

/// The number of typos between two words, up to `most`; `most + 1` if there are more.
///
/// A typo is an extra, missing or wrong letter, or two neighbours swapped (optimal string alignment; after Wagner and Fischer,
/// "The String-to-String Correction Problem", 1974, with the swap of Damerau, 1964). Letters are bytes: folded German words are ASCII.
/// Only the cells of the table that can still matter are computed; words of more than 64 bytes are never close to any other.
pub fn distance(a: &str, b: &str, most: usize) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let far = most + 1;
    if a.len().abs_diff(b.len()) > most || a.len().max(b.len()) > LONGEST {
        return far;
    }
    let mut rows = [[far; LONGEST + 1]; 3];
    (0..=most).for_each(|n| rows[1][n] = n);
    for i in 1..=a.len() {
        let [before_last, last, row] = &mut rows;
        row.fill(far);
        if i <= most {
            row[0] = i;
        }
        let mut best = row[0];
        for j in i.saturating_sub(most).max(1)..=(i + most).min(b.len()) {
            let mut value = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + usize::from(a[i - 1] != b[j - 1]));
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                value = value.min(before_last[j - 2] + 1);
            }
            row[j] = value.min(far);
            best = best.min(row[j]);
        }
        if best > most {
            return far;
        }
        rows.rotate_left(1);
    }
    rows[1][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole table, without the band, as reference.
    fn table(a: &str, b: &str) -> usize {
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
    fn each_kind_of_typo_counts_once() {
        for typed in ["kremml", "krml", "krwml", "kerml", "rkeml", "creml"] {
            assert_eq!(distance(typed, "kreml", 2), 1, "{typed}");
        }
        assert_eq!(distance("kreml", "kreml", 1), 0);
        assert_eq!((distance("kmerl", "kreml", 1), distance("kmerl", "kreml", 2)), (2, 2));
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
                    assert_eq!(distance(a, b, most), table(a, b).min(most + 1), "{a} {b} {most}");
                }
            }
        }
    }
}
