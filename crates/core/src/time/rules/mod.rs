//! The rules, by kind.

/// A row of a table: an example, its parts, and its meaning. The example is only documentation and is not compiled.
macro_rules! rule {
    ($example:literal, [$($part:expr),* $(,)?], $make:expr) => {
        Rule { parts: &[$($part),*], make: $make }
    };
}

mod calendar;
mod clock;
mod duration;
#[cfg(not(target_family = "wasm"))]
mod index;
mod relative;
mod set;
mod tables;
mod vague;

use super::item::Items;
use super::pattern::Rule;

/// The rules that may match at item `at`, in the order of their tables: natively those that can begin with it, in a browser all.
///
/// The results are the same. The index by words makes the build fast; without it the recogniser in the page is smaller.
pub(super) fn candidates(items: &Items, at: usize) -> &'static [&'static Rule] {
    #[cfg(not(target_family = "wasm"))]
    if let Some(rules) = index::beginning_with(items, at) {
        return rules;
    }
    #[cfg(target_family = "wasm")]
    let _ = (items, at);
    &tables::ALL
}
