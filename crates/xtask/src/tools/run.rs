//! Runs slow commands with visible progress.

use super::paths::folder;
use anyhow::{Context, Result, anyhow};
use launch::{Passed, clock};
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

/// How many lines of a failed command's output are shown.
const TAIL: usize = 20;

/// Runs `command` with its output in a log file, showing the task, cargo's progress and the time.
///
/// `doing` is a phrase such as "building trunk from source".
pub fn quietly(doing: &str, command: &mut Command) -> Result<()> {
    let start = Instant::now();
    let logs = folder().join("log");
    fs::create_dir_all(&logs).with_context(|| format!("cannot create {}", logs.display()))?;
    let name: String = doing.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(60).collect();
    let log = logs.join(format!("{name}.txt"));
    let file = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
    let copy = file.try_clone().with_context(|| format!("cannot write {}", log.display()))?;
    command.stdin(Stdio::null()).stdout(copy);
    let status = watch(&format!("  {doing}"), command, Passed::Log(file))?;
    if status.success() { Ok(()) } else { Err(anyhow!("{doing} failed ({status}) after {}:\n{}", clock(start.elapsed()), tail(&log))) }
}

/// Runs `command` with its output shown; while cargo compiles, one line shows the progress.
pub fn shown(doing: &str, command: &mut Command) -> Result<ExitStatus> {
    watch(doing, command, Passed::Stderr)
}

fn watch(doing: &str, command: &mut Command, mut passed: Passed) -> Result<ExitStatus> {
    let program = command.get_program().to_string_lossy().into_owned();
    launch::run(doing, command, &mut passed).with_context(|| format!("cannot run {program}"))
}

/// The last lines of a log.
fn tail(log: &Path) -> String {
    let text = fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(TAIL)..].iter().map(|line| format!("    {line}\n")).collect()
}

/// Renames the running program on Windows, where cargo could not overwrite it, so that it can be rebuilt.
pub fn step_aside() {
    if cfg!(windows) {
        let renamed = std::env::current_exe().and_then(|own| std::fs::rename(&own, own.with_extension("running.exe")));
        if let Err(error) = renamed {
            println!("cargo may not be able to rebuild xtask while it is running: {error}");
        }
    }
}
