//! Made-up sentences and articles: clauses, modes, groups.

mod clauses;
mod governed;
mod groups;

use crate::article::{Evidence, Origin, Precision, PubDate};
use crate::day::Day;

/// A publication date.
fn published(date: &str) -> PubDate {
    let evidence = Evidence { origin: Origin::Record, quote: date.to_owned(), line: None, shared_words: 0 };
    let [year, month, day] = [0..4, 5..7, 8..10].map(|part| date[part].parse::<u32>().expect("a date like 2022-02-04"));
    let day = Day::from_civil(year as i32, month, day).expect("a day of the calendar");
    PubDate { earliest: day, latest: day, precision: Precision::Day, minutes: None, evidence }
}
