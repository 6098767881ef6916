//! Which rules can begin with which word.

use super::tables::ALL;
use crate::text::Document;
use crate::time::item::Items;
use crate::time::lexicon::{Class, forms};
use crate::time::pattern::{Part, Rule};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The rules that can begin with certain words. It spares most words most rules; numbers and words that are put together are not listed.
struct Beginnings {
    /// Each word that means something in a date, or that a rule can begin with although it means nothing by itself; with its place in `rules`.
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

/// The rules that can begin with item `at`, in the order of their tables; `None` for a number, or a word that is put together: any may.
pub(super) fn beginning_with(items: &Items, at: usize) -> Option<&'static [&'static Rule]> {
    let Beginnings { words, rules } = &*BEGINNINGS;
    match words.get(items.lower(at)) {
        Some(&place) => Some(&rules[place as usize]),
        None if matches!(items.all[at].class, Class::Plain) => Some(&[]),
        None => None,
    }
}

/// The words with which a rule can begin, as far as it names them.
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
