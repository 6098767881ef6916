//! Lists of words as sets.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// A set of words.
pub type Words = LazyLock<FxHashSet<&'static str>>;

/// The set of the words of a list, parted by white space.
pub(crate) fn words(list: &'static str) -> FxHashSet<&'static str> {
    list.split_ascii_whitespace().collect()
}

/// Words in groups, each with the uses that it has, a bit each. So a word stands in one place, whoever asks for it.
pub(super) type Table = [(u8, &'static str)];

/// The words of a table that have one of these uses.
pub(super) fn used(table: &'static Table, uses: u8) -> FxHashSet<&'static str> {
    table.iter().filter(|(group, _)| group & uses != 0).flat_map(|(_, list)| words(list)).collect()
}

/// Whether no word of a table stands there twice.
#[cfg(test)]
pub(super) fn is_listed_once(table: &'static Table) -> bool {
    let mut all: Vec<&str> = table.iter().flat_map(|(_, list)| list.split_ascii_whitespace()).collect();
    all.sort_unstable();
    all.windows(2).all(|pair| pair[0] != pair[1])
}
