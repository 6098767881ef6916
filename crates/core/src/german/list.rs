//! Lists of words as sets.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// A set of words.
pub type Words = LazyLock<FxHashSet<&'static str>>;

/// The set of words of a list, separated by white space.
pub(crate) fn words(list: &'static str) -> FxHashSet<&'static str> {
    list.split_ascii_whitespace().collect()
}

/// Words in groups with their uses as bit flags, so that each word is listed once for all uses.
pub(super) type Table = [(u8, &'static str)];

/// The words of a table with one of these uses.
pub(super) fn used(table: &'static Table, uses: u8) -> FxHashSet<&'static str> {
    table.iter().filter(|(group, _)| group & uses != 0).flat_map(|(_, list)| words(list)).collect()
}

/// Whether no word is listed twice in a table.
#[cfg(test)]
pub(super) fn is_listed_once(table: &'static Table) -> bool {
    let mut all: Vec<&str> = table.iter().flat_map(|(_, list)| list.split_ascii_whitespace()).collect();
    all.sort_unstable();
    all.windows(2).all(|pair| pair[0] != pair[1])
}
