//! Runs cases one after the other and counts them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

/// What has been run so far.
#[derive(Debug, Default)]
pub struct Tally {
    filter: Vec<String>,
    /// How many cases were as they should be.
    pub passed: u32,
    /// Names and messages of those that were not.
    pub failed: Vec<(String, String)>,
}

impl Tally {
    /// Only runs cases whose name contains one of the words; without words, all of them.
    pub fn new(filter: Vec<String>) -> Self {
        Self { filter, ..Self::default() }
    }

    /// Whether a case of this name is to be run.
    pub fn wants(&self, name: &str) -> bool {
        self.filter.is_empty() || self.filter.iter().any(|word| name.contains(word.as_str()))
    }

    /// Runs a case: it passes unless it panics.
    pub fn case(&mut self, name: &str, run: impl FnOnce()) {
        if !self.wants(name) {
            return;
        }
        let begin = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(run));
        let took = begin.elapsed().as_secs_f32();
        match outcome {
            Ok(()) => {
                self.passed += 1;
                println!("{name} ... ok ({took:.1} s)");
            }
            Err(panic) => {
                let message =
                    panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
                println!("{name} ... FAILED ({took:.1} s)");
                self.failed.push((name.to_owned(), message.unwrap_or_default()));
            }
        }
    }

    /// Adds what another has counted.
    pub fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed.extend(other.failed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_that_panics_has_failed() {
        let mut tally = Tally::new(vec!["kept".into()]);
        tally.case("kept one", || {});
        tally.case("kept two", || panic!("no {}", "hit"));
        tally.case("left out", || panic!("never run"));
        assert_eq!((tally.passed, tally.failed), (1, vec![("kept two".to_owned(), "no hit".to_owned())]));
    }
}
