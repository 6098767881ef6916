//! Runs a slow command without falling silent.

use super::folder;
use crate::errors::{Context, Failure, Outcome};
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// After so long a silence a line says that the work goes on.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// So many lines of a failed command's output are shown.
const TAIL: usize = 20;

/// Runs `command` with its output in a log file; says what it does, every 15 seconds that it still does it, and how long it took.
///
/// `doing` is a phrase such as "building trunk from source"; `about` how long that usually takes.
pub fn quietly(doing: &str, about: &str, command: &mut Command) -> Outcome {
    println!("  {doing}; this takes about {about}");
    let start = Instant::now();
    let logs = folder().join("log");
    fs::create_dir_all(&logs).context(|| format!("cannot create {}", logs.display()))?;
    let name: String = doing.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(60).collect();
    let log = logs.join(format!("{name}.txt"));
    let file = File::create(&log).context(|| format!("cannot write {}", log.display()))?;
    let copy = file.try_clone().context(|| format!("cannot write {}", log.display()))?;
    command.stdin(Stdio::null()).stdout(file).stderr(copy);
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command.spawn().context(|| format!("cannot start {program}"))?;
    let mut spoken = start;
    let status = loop {
        if let Some(status) = child.try_wait().context(|| format!("cannot wait for {program}"))? {
            break status;
        }
        if spoken.elapsed() >= HEARTBEAT {
            spoken = Instant::now();
            println!("  … still {doing}, {} of about {about}", clock(start.elapsed()));
        }
        std::thread::sleep(Duration::from_millis(100));
    };
    if status.success() {
        println!("  done in {}", clock(start.elapsed()));
        Ok(())
    } else {
        Err(Failure::new(format!("{doing} failed ({status}) after {}:\n{}", clock(start.elapsed()), tail(&log))))
    }
}

/// Minutes and seconds: `1:05`.
pub fn clock(duration: Duration) -> String {
    let seconds = duration.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// The last lines of a log.
fn tail(log: &Path) -> String {
    let text = fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(TAIL)..].iter().map(|line| format!("    {line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_minutes_and_seconds() {
        for (seconds, text) in [(0, "0:00"), (65, "1:05"), (600, "10:00")] {
            assert_eq!(clock(Duration::from_secs(seconds)), text);
        }
    }
}
