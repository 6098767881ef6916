//! Tests that read as lists.

mod expressions;
mod lanes;
mod numbers;
mod reasons;
mod robust;
mod scale;

use super::Day;
use crate::article::ArticleId;
use crate::room::{ItemKind, TimelineItem};
use crate::time::TimeKind;

/// The day of `2022-02-04`.
fn day(iso: &str) -> Day {
    let mut parts = iso.split('-').map(|part| part.parse::<u32>().expect("digits"));
    let mut next = || parts.next().expect("three parts");
    Day::from_civil(next() as i32, next(), next()).expect("a day of the calendar")
}

/// An item of a timeline: `r` a report, `e` an event; from a day to another.
fn item(kind: char, from: &str, to: &str, value: &str) -> TimelineItem {
    TimelineItem {
        article: ArticleId(0),
        kind: if kind == 'r' { ItemKind::Report } else { ItemKind::Event(TimeKind::Date) },
        earliest: Some(day(from)),
        latest: Some(day(to)),
        surface: String::new(),
        value: value.to_owned(),
        text: String::new(),
        span: None,
    }
}

/// An item known to the day.
fn point(kind: char, iso: &str) -> TimelineItem {
    item(kind, iso, iso, iso)
}

/// An item without a place in time.
fn undated() -> TimelineItem {
    TimelineItem { earliest: None, latest: None, ..item('e', "2022-02-04", "2022-02-04", "") }
}
