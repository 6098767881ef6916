//! An index of the rules by their first word.

use super::tables::ALL;
use crate::text::Document;
use crate::time::item::Items;
use crate::time::lexicon::{Class, forms};
use crate::time::pattern::{Part, Rule, SHORT_WEEKDAYS};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The rules by the words that they can begin with, so that most rules need not be tried. Numbers and compounds are not listed.
struct Beginnings {
    /// Each word with a meaning in dates, and each other word that a rule can begin with, with its index in `rules`.
    words: FxHashMap<String, u32>,
    rules: Vec<Vec<&'static Rule>>,
}

static BEGINNINGS: LazyLock<Beginnings> = LazyLock::new(|| {
    let mut listed = Beginnings { words: FxHashMap::default(), rules: Vec::new() };
    let meaning = forms().into_iter().map(|(form, _)| form);
    for word in meaning.chain(ALL.iter().flat_map(|rule| beginnings(rule.parts)).map(str::to_owned)) {
        let place = listed.rules.len() as u32;
        let written = if SHORT_WEEKDAYS.contains(&word.as_str()) { word.to_uppercase() } else { word.clone() };
        let items = Items::new(&Document::new(&written));
        listed.rules.push(ALL.iter().copied().filter(|rule| rule.can_begin_with(&items, 0)).collect());
        listed.words.insert(word, place);
    }
    listed
});

/// The rules that can begin with item `at`, in the order of their tables; `None` for a number or compound, where any rule may match.
pub(super) fn beginning_with(items: &Items, at: usize) -> Option<&'static [&'static Rule]> {
    let Beginnings { words, rules } = &*BEGINNINGS;
    match words.get(items.lower(at)) {
        Some(&place) => Some(&rules[place as usize]),
        None if matches!(items.all[at].class, Class::Plain) => Some(&[]),
        None => None,
    }
}

/// The words that a rule can begin with, as far as it lists them.
fn beginnings(parts: &'static [Part]) -> Vec<&'static str> {
    let mut words = Vec::new();
    for part in parts {
        match part {
            Part::Word(list) => {
                words.extend(*list);
                break;
            }
            Part::ShortWeekday => {
                words.extend(SHORT_WEEKDAYS);
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
