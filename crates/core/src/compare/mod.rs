//! Passages that articles share; today so far as they date an article without a date.

mod dates;
mod shingles;

pub use dates::date_by_shared_passages;
