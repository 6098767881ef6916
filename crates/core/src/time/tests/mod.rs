//! Tests of the recogniser of times and their helpers.

mod expressions;
mod kinds;
mod numbers;
mod reasons;
mod robust;

use crate::day::Day;

/// The day of `2022-02-04`.
fn day(iso: &str) -> Day {
    let mut parts = iso.split('-').map(|part| part.parse::<u32>().expect("digits"));
    let mut next = || parts.next().expect("three parts");
    Day::from_civil(next() as i32, next(), next()).expect("a day of the calendar")
}
