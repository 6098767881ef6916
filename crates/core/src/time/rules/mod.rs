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
#[cfg(not(target_family = "wasm"))]
mod index;
mod relative;
mod set;
mod tables;
mod vague;

use super::item::Items;
use super::pattern::Rule;

/// The rules that may fit at item `at`, in the order of their tables: natively those that can begin with it, in a browser all.
///
/// What is found does not depend on it. The index by words makes the build quick; the recogniser in the page is small without it.
pub(super) fn candidates(items: &Items, at: usize) -> &'static [&'static Rule] {
    #[cfg(not(target_family = "wasm"))]
    if let Some(rules) = index::beginning_with(items, at) {
        return rules;
    }
    #[cfg(target_family = "wasm")]
    let _ = (items, at);
    &tables::ALL
}
