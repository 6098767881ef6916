//! Runs cases one after the other and counts them.

use std::time::Instant;
use zeitlupe_core::caught::caught;

/// The results so far.
#[derive(Debug, Default)]
pub struct Tally {
    filter: Vec<String>,
    /// The number of passed cases.
    pub passed: u32,
    /// Names and messages of failed cases.
    pub failed: Vec<(String, String)>,
}

impl Tally {
    /// Runs only cases whose name contains one of the words; without words, all.
    pub fn new(filter: Vec<String>) -> Self {
        Self { filter, ..Self::default() }
    }

    /// Whether a case with this name is to be run.
    pub fn wants(&self, name: &str) -> bool {
        self.filter.is_empty() || self.filter.iter().any(|word| name.contains(word.as_str()))
    }

    /// Runs a case once and prints the result; it passes unless it panics.
    pub fn case(&mut self, name: &str, run: impl FnOnce()) {
        if !self.wants(name) {
            return;
        }
        let begin = Instant::now();
        let outcome = caught(run);
        let took = begin.elapsed().as_secs_f32();
        match outcome {
            Ok(()) => {
                self.passed += 1;
                println!("{name} ... ok ({took:.1} s)");
            }
            Err(message) => {
                println!("{name} ... FAILED ({took:.1} s)");
                self.failed.push((name.to_owned(), message));
            }
        }
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
