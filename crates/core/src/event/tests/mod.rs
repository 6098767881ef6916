//! Made-up sentences and articles: clauses, modes, groups.

mod clauses;
mod groups;

use crate::article::{Evidence, Origin, PubDate};
use crate::import::Moment;

/// A publication date.
fn published(date: &str) -> PubDate {
    let evidence = Evidence { origin: Origin::Record, quote: date.to_owned(), line: None, shared_words: 0 };
    Moment::read(date).expect("a date").published(evidence)
}
