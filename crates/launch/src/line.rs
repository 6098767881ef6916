//! A status line: updated in place on a terminal, repeated every few seconds elsewhere.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

/// Without a terminal, the interval between lines, and the longer one after [`MANY`] lines.
const EVERY: Duration = Duration::from_secs(5);
const LATER: Duration = Duration::from_secs(20);
const MANY: u32 = 12;

/// The maximum width on a terminal, in columns; a longer text is cut, so that it never wraps.
const WIDTH: usize = 79;

/// A status line on stderr.
#[derive(Debug)]
pub struct Line {
    is_live: bool,
    written: Option<Instant>,
    /// Lines written without a terminal.
    lines: u32,
    /// The width of the line on the screen, in columns.
    shown: usize,
}

impl Line {
    /// A line that has not been written yet.
    pub fn new() -> Self {
        Self { is_live: stderr().is_terminal(), written: None, lines: 0, shown: 0 }
    }

    /// Whether anything was written.
    pub fn is_written(&self) -> bool {
        self.written.is_some()
    }

    /// Shows `text`: at once on a terminal, elsewhere only if the last line is some seconds old.
    pub fn show(&mut self, text: &str) {
        if self.is_live {
            let text: String = text.chars().take(WIDTH).collect();
            let columns = text.chars().count();
            self.write(&format!("\r{text:<width$}", width = self.shown.max(columns)));
            self.shown = columns;
        } else if self.written.is_none_or(|at| at.elapsed() >= if self.lines < MANY { EVERY } else { LATER }) {
            self.write(&format!("{text}\n"));
            self.lines += 1;
        } else {
            return;
        }
        self.written = Some(Instant::now());
    }

    /// Removes the line, so that something else can be written in its place.
    pub fn clear(&mut self) {
        if self.shown > 0 {
            self.write(&format!("\r{:width$}\r", "", width = self.shown));
            self.shown = 0;
        }
    }

    /// Replaces the line by `text`, which stays on the screen, and resets the line.
    pub fn end(&mut self, text: &str) {
        self.clear();
        self.write(&format!("{text}\n"));
        self.written = None;
        self.lines = 0;
    }

    fn write(&self, text: &str) {
        // A closed stderr does not matter.
        let _ = stderr().write_all(text.as_bytes()).and_then(|()| stderr().flush());
    }
}

impl Default for Line {
    fn default() -> Self {
        Self::new()
    }
}

/// Minutes and seconds: `1:05`.
///
/// ```
/// assert_eq!(launch::clock(std::time::Duration::from_secs(65)), "1:05");
/// ```
pub fn clock(duration: Duration) -> String {
    let seconds = duration.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_minutes_and_seconds() {
        for (seconds, text) in [(0, "0:00"), (65, "1:05"), (600, "10:00")] {
            assert_eq!(clock(Duration::from_secs(seconds)), text);
        }
    }
}
