//! Runs a command and shows its progress on one line.

use crate::cargo_output::{Status, status};
use crate::line::{Line, clock};
use std::fs::File;
use std::io::{self, Read, Write, stderr};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// The interval between updates of the line.
const TICK: Duration = Duration::from_millis(250);

/// Where the lines of a command's stderr go that are not progress.
#[derive(Debug)]
pub enum Passed {
    /// To this program's stderr. The status line is shown only while cargo compiles; the command reports everything else itself.
    Stderr,
    /// To a log, together with the progress. The status line is always shown.
    Log(File),
}

impl Passed {
    /// Forwards a line, without its line end.
    fn take(&mut self, line: &[u8], is_progress: bool) -> io::Result<()> {
        match self {
            Self::Log(file) => file.write_all(line).and_then(|()| file.write_all(b"\n")),
            Self::Stderr if !is_progress => stderr().write_all(line).and_then(|()| stderr().write_all(b"\n")),
            Self::Stderr => Ok(()),
        }
    }
}

/// Runs `command` to its end, showing `doing: 120 of 240 crates, 0:35`.
///
/// Cargo's progress is read from the command's stderr; other lines go to `passed`. Its stdout is not changed.
///
/// # Errors
/// If the command cannot be started or waited for, or a log cannot be written. A command that fails is not an error; check its status.
pub fn run(doing: &str, command: &mut Command, passed: &mut Passed) -> io::Result<ExitStatus> {
    let mut child = with_progress(command).stderr(Stdio::piped()).spawn()?;
    let lines = lines_of(&mut child);
    let mut progress = Progress { doing, line: Line::new(), status: None, since: matches!(passed, Passed::Log(_)).then(Instant::now) };
    loop {
        match lines.recv_timeout(TICK) {
            Ok(text) => {
                let status = status(&String::from_utf8_lossy(&text));
                if status.is_none() {
                    progress.line.clear();
                }
                passed.take(&text, status.is_some())?;
                progress.note(status, passed);
            }
            // A background process of the command may keep its stderr open.
            Err(RecvTimeoutError::Timeout) if child.try_wait()?.is_none() => {}
            Err(_) => break,
        }
        progress.show();
    }
    let ended = child.wait()?;
    progress.line.clear();
    if ended.success() {
        progress.finish();
    }
    Ok(ended)
}

/// The state of the status line.
struct Progress<'a> {
    doing: &'a str,
    line: Line,
    status: Option<Status>,
    /// The start of what is shown; `None`: nothing is shown.
    since: Option<Instant>,
}

impl Progress<'_> {
    fn note(&mut self, status: Option<Status>, passed: &Passed) {
        match status {
            Some(Status::Finished) if matches!(passed, Passed::Stderr) => self.finish(),
            Some(status @ (Status::Compiled { .. } | Status::Busy(_))) => {
                self.since.get_or_insert_with(Instant::now);
                self.status = Some(status);
            }
            _ => {}
        }
    }

    fn show(&mut self) {
        if let Some(since) = self.since {
            self.line.show(&text(self.doing, self.status.as_ref(), since.elapsed()));
        }
    }

    /// Prints how long it took, if it was shown.
    fn finish(&mut self) {
        if let Some(since) = self.since.take().filter(|_| self.line.is_written()) {
            self.line.end(&format!("{}: done in {}", self.doing, clock(since.elapsed())));
        }
        self.status = None;
    }
}

/// Makes cargo, also as a grandchild, show its progress bar although stderr is not a terminal.
fn with_progress(command: &mut Command) -> &mut Command {
    command.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "80").env_remove("CARGO_TERM_QUIET");
    if stderr_has_colours() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    command
}

fn stderr_has_colours() -> bool {
    use std::io::IsTerminal;
    stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() && std::env::var_os("CARGO_TERM_COLOR").is_none()
}

/// The lines of the child's stderr as they come; a carriage return also ends a line.
fn lines_of(child: &mut Child) -> Receiver<Vec<u8>> {
    let (send, receive) = channel();
    if let Some(mut output) = child.stderr.take() {
        std::thread::spawn(move || {
            let mut rest = Vec::new();
            let mut piece = [0; 4096];
            while let Ok(length @ 1..) = output.read(&mut piece) {
                rest.extend_from_slice(&piece[..length]);
                while let Some(at) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
                    let line: Vec<u8> = rest.drain(..=at).take(at).collect();
                    if send.send(line).is_err() {
                        return;
                    }
                }
            }
            if !rest.is_empty() {
                let _ = send.send(rest);
            }
        });
    }
    receive
}

fn text(doing: &str, state: Option<&Status>, elapsed: Duration) -> String {
    let clock = clock(elapsed);
    match state {
        Some(Status::Compiled { done, total }) => format!("{doing}: {done} of {total} crates, {clock}"),
        Some(Status::Busy(what)) => format!("{doing}: {what}, {clock}"),
        _ => format!("{doing}: {clock}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_shows_task_progress_and_time() {
        let said = |state| text("compiling xtask", state, Duration::from_secs(35));
        assert_eq!(said(None), "compiling xtask: 0:35");
        assert_eq!(said(Some(&Status::Compiled { done: 120, total: 240 })), "compiling xtask: 120 of 240 crates, 0:35");
        assert_eq!(said(Some(&Status::Busy("downloading crates".into()))), "compiling xtask: downloading crates, 0:35");
    }

    #[test]
    fn a_log_has_every_line_and_the_status_is_the_commands() {
        let path = std::env::temp_dir().join(format!("zeitlupe-launch-{}.txt", std::process::id()));
        let mut log = Passed::Log(File::create(&path).expect("a new file"));
        let mut rustc = Command::new("rustc");
        let ended = run("trying", rustc.arg("--no-such-option").stdout(Stdio::null()), &mut log).expect("rustc starts");
        assert!(!ended.success());
        assert!(std::fs::read_to_string(&path).expect("it was written").contains("no-such-option"));
        std::fs::remove_file(&path).expect("made by this test");
    }
}
