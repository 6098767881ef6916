//! Compares articles: dates articles without a date by long passages that they share with others.

mod dates;
mod shingles;

pub use dates::date_by_shared_passages;
