//! The verdict and duration of each step, and a summary.

use anyhow::Result;
use launch::clock;
use std::fmt;
use std::time::{Duration, Instant};

/// How a step ended, with a reason or measurement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Passed.
    Passed(String),
    /// Failed.
    Failed(String),
    /// Skipped, because something is not available here.
    Skipped(String),
}

impl From<Result<String>> for Verdict {
    fn from(result: Result<String>) -> Self {
        result.map_or_else(|failure| Self::Failed(format!("{failure:#}")), Self::Passed)
    }
}

impl Verdict {
    fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Passed(words) => ("passed", words),
            Self::Failed(words) => ("FAILED", words),
            Self::Skipped(words) => ("skipped", words),
        }
    }
}

/// The steps so far.
#[derive(Debug, Default)]
pub struct Tally {
    rows: Vec<(&'static str, Verdict, Duration)>,
}

impl Tally {
    /// Runs a step and records its verdict.
    pub fn run(&mut self, name: &'static str, does: &str, step: impl FnOnce() -> Verdict) {
        println!("\n== {name}: {does}");
        let start = Instant::now();
        let verdict = step();
        let took = start.elapsed();
        let (word, why) = verdict.parts();
        println!("== {name} {word} in {}{}{why}", clock(took), if why.is_empty() { "" } else { ": " });
        self.rows.push((name, verdict, took));
    }

    /// The number of failed steps.
    pub fn failed(&self) -> usize {
        self.count(|verdict| matches!(verdict, Verdict::Failed(_)))
    }

    fn count(&self, fits: impl Fn(&Verdict) -> bool) -> usize {
        self.rows.iter().filter(|(_, verdict, _)| fits(verdict)).count()
    }
}

/// A table, and below it a summary line.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f)?;
        for (name, verdict, took) in &self.rows {
            let (word, why) = verdict.parts();
            let row = format!("{name:<12} {word:<8} {:>6}  {}", clock(*took), why.lines().next().unwrap_or_default());
            writeln!(f, "{}", row.trim_end())?;
        }
        let passed = self.count(|verdict| matches!(verdict, Verdict::Passed(_)));
        let skipped = self.count(|verdict| matches!(verdict, Verdict::Skipped(_)));
        writeln!(f, "\n{passed} passed, {} failed, {skipped} skipped", self.failed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::anyhow;

    #[test]
    fn the_summary_is_the_last_line() {
        let mut tally = Tally::default();
        for verdict in [
            Verdict::Passed(String::new()),
            Verdict::Failed("why\nmore".into()),
            Verdict::Skipped("not here".into()),
            Verdict::Passed("5 kB".into()),
        ] {
            tally.run("step", "tries", || verdict);
        }
        let text = tally.to_string();
        assert_eq!(text.lines().last(), Some("2 passed, 1 failed, 1 skipped"));
        assert!(text.contains("step         FAILED     0:00  why\n") && text.contains("  5 kB\n"), "{text}");
        assert_eq!(tally.failed(), 1);
    }

    #[test]
    fn a_failure_is_a_verdict() {
        assert_eq!(Verdict::from(Err(anyhow!("no"))), Verdict::Failed("no".into()));
        assert_eq!(Verdict::from(Ok("yes".into())), Verdict::Passed("yes".into()));
    }
}
