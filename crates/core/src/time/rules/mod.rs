//! The rules, by kind.

/// A line of a table: an example, its parts, what it means. The example is for those who read the table and does not become a part of the program.
macro_rules! rule {
    ($example:literal, [$($part:expr),* $(,)?], $make:expr) => {
        Rule { parts: &[$($part),*], make: $make }
    };
}

mod calendar;
mod clock;
mod duration;
mod relative;
mod set;
mod vague;

use super::pattern::{Part, Rule};
use std::sync::LazyLock;

/// All tables; of two rules that take the same words the one of the earlier table counts.
pub(super) const TABLES: [&[Rule]; 6] = [calendar::RULES, set::RULES, clock::RULES, relative::RULES, duration::RULES, vague::RULES];

/// The words that a rule can begin with although they mean nothing in a date by themselves.
static BEGINNINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut words: Vec<&str> = TABLES.iter().copied().flatten().flat_map(|rule| beginnings(rule.parts)).collect();
    words.sort_unstable();
    words.dedup();
    words
});

/// Whether a rule can begin with this word, in lower case.
pub(super) fn begins(word: &str) -> bool {
    BEGINNINGS.binary_search(&word).is_ok()
}

fn beginnings(parts: &'static [Part]) -> Vec<&'static str> {
    let mut words = Vec::new();
    for part in parts {
        match part {
            Part::Word(list) => {
                words.extend(*list);
                break;
            }
            Part::Maybe(inner) => {
                if let Part::Word(list) = inner {
                    words.extend(*list);
                }
            }
            Part::Behind(_) | Part::NotBehind(_) | Part::NotAhead(_) => {}
            _ => break,
        }
    }
    words
}
