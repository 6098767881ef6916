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

/// The rules that can begin with certain words. It spares most words most rules; numbers and words that are put together are not listed.
struct Beginnings {
    /// Each word that means something in a date, or that a rule can begin with although it means nothing by itself; with its place in `rules`.
    // One type of map with the lexicon: each further one costs a kilobyte of wasm.
    words: FxHashMap<String, u32>,
    rules: Vec<Vec<&'static Rule>>,
}

static BEGINNINGS: LazyLock<Beginnings> = LazyLock::new(|| {
    let mut listed = Beginnings { words: FxHashMap::default(), rules: Vec::new() };
    let meaning = forms().into_iter().map(|(form, _)| form);
    for word in meaning.chain(ALL.iter().flat_map(|rule| beginnings(rule.parts)).map(str::to_owned)) {
        let place = listed.rules.len() as u32;
        let items = Items::new(&Document::new(&word));
        listed.rules.push(ALL.iter().copied().filter(|rule| rule.can_begin_with(&items, 0)).collect());
        listed.words.insert(word, place);
    }
    listed
});

/// All rules, in the order of their tables.
pub(super) fn all() -> &'static [&'static Rule] {
    &ALL
}

/// The rules that can begin with this word in lower case, in the order of their tables; `None` for a word that is not listed.
pub(super) fn beginning_with(word: &str) -> Option<&'static [&'static Rule]> {
    let Beginnings { words, rules } = &*BEGINNINGS;
    Some(&rules[*words.get(word)? as usize])
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
