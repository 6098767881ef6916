//! Tests of the timeline and their helpers.

mod calendar;
mod items;
mod layout;
mod scale;

use super::{Item, ItemKind};
use crate::article::ArticleId;
use crate::day::Day;
use crate::event::Mode;

/// The day of `2022-02-04`.
fn day(iso: &str) -> Day {
    let mut parts = iso.split('-').map(|part| part.parse::<u32>().expect("digits"));
    let mut next = || parts.next().expect("three parts");
    Day::from_civil(next() as i32, next(), next()).expect("a day of the calendar")
}

/// An item: `r` for a publication, `e` for an event; the text names its days unless `value` is empty.
fn item(kind: char, from: &str, to: &str, value: &str) -> Item {
    let kind = if kind == 'r' { ItemKind::Report } else { ItemKind::Event(Mode::Past) };
    Item { number: 0, article: ArticleId(0), days: Some((day(from), day(to))), kind, named: !value.is_empty(), disagree: false }
}

/// An item known to the day.
fn point(kind: char, iso: &str) -> Item {
    item(kind, iso, iso, iso)
}

/// An item without days.
fn undated() -> Item {
    Item { days: None, ..item('e', "2022-02-04", "2022-02-04", "") }
}
