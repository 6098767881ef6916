//! Runs cases one after the other and counts them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

/// The results so far.
#[derive(Debug, Default)]
pub struct Tally {
    filter: Vec<String>,
    repeats: usize,
    /// The number of passed cases.
    pub passed: u32,
    /// Names and messages of failed cases.
    pub failed: Vec<(String, String)>,
    /// Names and messages of cases that failed at the first attempt and were repeated.
    pub repeated: Vec<(String, String)>,
}

/// The most cases of a run that may be repeated, in a browser that needs it.
const MAX_REPEATS: usize = 2;

impl Tally {
    /// Runs only cases whose name contains one of the words; without words, all.
    pub fn new(filter: Vec<String>) -> Self {
        Self { filter, ..Self::default() }
    }

    /// Whether a case with this name is to be run.
    pub fn wants(&self, name: &str) -> bool {
        self.filter.is_empty() || self.filter.iter().any(|word| name.contains(word.as_str()))
    }

    /// Allows a few cases to be repeated, for a browser that sometimes crashes.
    pub fn with_repeats(mut self) -> Self {
        self.repeats = MAX_REPEATS;
        self
    }

    /// Runs a case, which passes unless it panics. A repetition is reported with the first failure.
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

    /// Runs a case and prints the result.
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

    /// Adds the results of another tally.
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
    fn a_few_cases_are_repeated_once() {
        let mut tally = Tally::default().with_repeats();
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
        assert_eq!((tally.passed, failed, repeated), (1, vec!["try 2", "try 1"], vec!["try 1"; MAX_REPEATS]));
    }
}
