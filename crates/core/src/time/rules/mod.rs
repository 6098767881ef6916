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

use super::item::Items;
use super::lexicon::forms;
use super::pattern::{Part, Rule};
use crate::text::Document;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// All tables; of two rules that take the same words the one of the earlier table counts.
const TABLES: [&[Rule]; 6] = [calendar::RULES, set::RULES, clock::RULES, relative::RULES, duration::RULES, vague::RULES];

/// All rules, in the order of their tables.
static ALL: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| TABLES.iter().copied().flatten().collect());

/// For each word that means something in a date, or that a rule can begin with although it means nothing by itself: the rules that can begin
/// with it. It spares most words most rules; numbers and words that are put together are not listed.
static BY_WORD: LazyLock<FxHashMap<String, Vec<&'static Rule>>> = LazyLock::new(|| {
    let meaning = forms().into_iter().map(|(form, _)| form);
    let words = meaning.chain(ALL.iter().flat_map(|rule| beginnings(rule.parts)).map(str::to_owned));
    let rules = |word: &str| {
        let items = Items::new(&Document::new(word));
        ALL.iter().copied().filter(|rule| rule.can_begin_with(&items, 0)).collect()
    };
    words.map(|word| (rules(&word), word)).map(|(rules, word)| (word, rules)).collect()
});

/// All rules, in the order of their tables.
pub(super) fn all() -> &'static [&'static Rule] {
    &ALL
}

/// The rules that can begin with this word in lower case, in the order of their tables; `None` for a word that is not listed.
pub(super) fn beginning_with(word: &str) -> Option<&'static [&'static Rule]> {
    BY_WORD.get(word).map(Vec::as_slice)
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
