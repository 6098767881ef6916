//! Runs a command with its progress on one line.

use crate::cargo_output::{Status, status};
use crate::line::{Line, clock};
use std::fs::File;
use std::io::{self, Read, Write, stderr};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// The line is renewed at least this often.
const TICK: Duration = Duration::from_millis(250);

/// Where the lines of a command's stderr go that are no progress.
#[derive(Debug)]
pub enum Passed {
    /// To this program's stderr. The line is shown only while cargo compiles: what else the command does, it says itself.
    Stderr,
    /// With the progress lines, to a log. The line is shown all the time.
    Log(File),
}

impl Passed {
    /// Hands on a line, without the end of it.
    fn take(&mut self, line: &[u8], is_progress: bool) -> io::Result<()> {
        match self {
            Self::Log(file) => file.write_all(line).and_then(|()| file.write_all(b"\n")),
            Self::Stderr if !is_progress => stderr().write_all(line).and_then(|()| stderr().write_all(b"\n")),
            Self::Stderr => Ok(()),
        }
    }
}

/// Runs `command` to its end and shows meanwhile `doing: 120 of 240 crates, 0:35`.
///
/// The command's stderr is read for cargo's progress; what else comes there goes to `passed`. Its stdout is left as the caller has set it.
///
/// # Errors
/// Where the command cannot be started or waited for, or a log cannot be written. A command that fails is no error: see its status.
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
            // A server that the command leaves behind may hold its stderr open.
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

/// What is shown of a running command.
struct Progress<'a> {
    doing: &'a str,
    line: Line,
    status: Option<Status>,
    /// When what is being shown began; `None` while nothing is.
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

    /// Says how long it took, if it was shown.
    fn finish(&mut self) {
        if let Some(since) = self.since.take().filter(|_| self.line.is_written()) {
            self.line.end(&format!("{}: done in {}", self.doing, clock(since.elapsed())));
        }
        self.status = None;
    }
}

/// Asks cargo, wherever below the command it may run, for its progress bar though its stderr is no terminal.
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

/// The lines of the child's stderr as they come; a carriage return ends a line, too.
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
    fn the_line_says_what_how_much_and_how_long() {
        let said = |state| text("compiling xtask", state, Duration::from_secs(35));
        assert_eq!(said(None), "compiling xtask: 0:35");
        assert_eq!(said(Some(&Status::Compiled { done: 120, total: 240 })), "compiling xtask: 120 of 240 crates, 0:35");
        assert_eq!(said(Some(&Status::Busy("downloading crates".into()))), "compiling xtask: downloading crates, 0:35");
    }

    #[test]
    fn a_log_holds_every_line_and_the_status_is_the_commands() {
        let path = std::env::temp_dir().join(format!("zeitlupe-launch-{}.txt", std::process::id()));
        let mut log = Passed::Log(File::create(&path).expect("a new file"));
        let mut rustc = Command::new("rustc");
        let ended = run("trying", rustc.arg("--no-such-option").stdout(Stdio::null()), &mut log).expect("rustc starts");
        assert!(!ended.success());
        assert!(std::fs::read_to_string(&path).expect("it was written").contains("no-such-option"));
        std::fs::remove_file(&path).expect("made by this test");
    }
}
