//! Runs cases one after the other and counts them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

/// What has been run so far.
#[derive(Debug, Default)]
pub struct Tally {
    filter: Vec<String>,
    repeats: usize,
    /// How many cases were as they should be.
    pub passed: u32,
    /// Names and messages of those that were not.
    pub failed: Vec<(String, String)>,
    /// Names and messages of those that were not at their first try and had a second.
    pub repeated: Vec<(String, String)>,
}

/// How many cases of a run may be tried a second time in a browser that needs it.
const REPEATS: usize = 2;

impl Tally {
    /// Only runs cases whose name contains one of the words; without words, all of them.
    pub fn new(filter: Vec<String>) -> Self {
        Self { filter, ..Self::default() }
    }

    /// Whether a case of this name is to be run.
    pub fn wants(&self, name: &str) -> bool {
        self.filter.is_empty() || self.filter.iter().any(|word| name.contains(word.as_str()))
    }

    /// For a browser that fails now and then by itself: a few cases may pass at the second try.
    pub fn with_second_tries(mut self) -> Self {
        self.repeats = REPEATS;
        self
    }

    /// Runs a case: it passes unless it panics. A second try is said, as is what went wrong at the first.
    pub fn case(&mut self, name: &str, run: impl Fn()) {
        if !self.wants(name) {
            return;
        }
        if self.repeated.len() < self.repeats {
            match self.attempt(name, "failed, once more", &run) {
                Ok(()) => return,
                Err(message) => self.repeated.push((name.to_owned(), message)),
            }
        }
        if let Err(message) = self.attempt(name, "FAILED", &run) {
            self.failed.push((name.to_owned(), message));
        }
    }

    /// Runs a case and says how it went.
    fn attempt(&mut self, name: &str, failed: &str, run: impl FnOnce()) -> Result<(), String> {
        let begin = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(run));
        let took = begin.elapsed().as_secs_f32();
        match outcome {
            Ok(()) => {
                self.passed += 1;
                println!("{name} ... ok ({took:.1} s)");
                Ok(())
            }
            Err(panic) => {
                let message =
                    panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
                println!("{name} ... {failed} ({took:.1} s)");
                Err(message.unwrap_or_default())
            }
        }
    }

    /// Adds what another has counted.
    pub fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed.extend(other.failed);
        self.repeated.extend(other.repeated);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn a_case_that_panics_has_failed() {
        let mut tally = Tally::new(vec!["kept".into()]);
        tally.case("kept one", || {});
        tally.case("kept two", || panic!("no {}", "hit"));
        tally.case("left out", || panic!("never run"));
        assert_eq!((tally.passed, tally.failed), (1, vec![("kept two".to_owned(), "no hit".to_owned())]));
    }

    #[test]
    fn few_cases_are_tried_twice_and_none_three_times() {
        let mut tally = Tally::default().with_second_tries();
        let tries = Cell::new(0);
        let fails_until = |good: u32| {
            tries.set(tries.get() + 1);
            assert!(tries.get() >= good, "try {}", tries.get());
        };
        for good in [2, 9, 9] {
            tries.set(0);
            tally.case("case", || fails_until(good));
        }
        let failed: Vec<_> = tally.failed.iter().map(|(_, message)| message.as_str()).collect();
        let repeated: Vec<_> = tally.repeated.iter().map(|(_, message)| message.as_str()).collect();
        assert_eq!((tally.passed, failed, repeated), (1, vec!["try 2", "try 1"], vec!["try 1"; REPEATS]));
    }
}
