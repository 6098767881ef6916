//! Child processes: drivers, and a display for the browser that needs one.

use crate::folder::Folder;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The timeout for a program to respond.
const START_TIMEOUT: Duration = Duration::from_secs(30);

/// The interval between checks of a condition.
pub const POLL_INTERVAL: Duration = Duration::from_millis(25);

/// A running program; dropping it ends the program, also in a panic.
#[derive(Debug)]
pub struct Process {
    name: String,
    child: Child,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Process {
    /// Starts a program and captures its output.
    ///
    /// # Errors
    /// If it cannot be started, with its name.
    pub fn start(command: &mut Command) -> Result<Self, String> {
        let name = command.get_program().display().to_string();
        let spawned = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = spawned.map_err(|error| format!("cannot start {name}: {error}"))?;
        let lines = Arc::default();
        if let Some(out) = child.stdout.take() {
            keep(out, &lines);
        }
        if let Some(out) = child.stderr.take() {
            keep(out, &lines);
        }
        Ok(Self { name, child, lines })
    }

    /// The process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The lines of output since the last call.
    pub fn take_lines(&self) -> Vec<String> {
        std::mem::take(&mut *self.lines.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Waits until a condition holds.
    ///
    /// # Errors
    /// If the program ends first, or takes longer than half a minute; with its last output.
    pub fn wait_until<T>(&mut self, mut holds: impl FnMut(&[String]) -> Option<T>) -> Result<T, String> {
        let begin = Instant::now();
        loop {
            let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if let Some(value) = holds(&lines) {
                return Ok(value);
            }
            let ended = self.child.try_wait().ok().flatten();
            if ended.is_some() || begin.elapsed() > START_TIMEOUT {
                let what = ended.map_or("did not answer".to_owned(), |status| format!("ended with {status}"));
                return Err(format!("{} {what}: {}", self.name, lines.join(" / ")));
            }
            std::thread::sleep(POLL_INTERVAL);
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn keep(out: impl Read + Send + 'static, lines: &Arc<Mutex<Vec<String>>>) {
    let lines = lines.clone();
    std::thread::spawn(move || {
        let mut reader = BufReader::new(out);
        let mut line = Vec::new();
        // Browsers sometimes print invalid UTF-8; the rest of the output is still wanted.
        while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            lines.lock().unwrap_or_else(PoisonError::into_inner).push(text);
            line.clear();
        }
    });
}

/// A driver that listens on its own port.
#[derive(Debug)]
pub struct Driver {
    /// The program.
    pub process: Process,
    /// The address for new sessions.
    pub address: String,
}

impl Driver {
    /// Starts a driver and waits until its port responds. `arguments` makes the command line from the port.
    ///
    /// # Errors
    /// If it cannot be started or does not respond.
    pub fn start(program: &OsStr, arguments: impl Fn(u16) -> Vec<String>, environment: &[(&str, String)]) -> Result<Self, String> {
        let port = free_port()?;
        let mut command = Command::new(program);
        command.args(arguments(port)).envs(environment.iter().map(|(key, value)| (key, value)));
        let mut process = Process::start(&mut command)?;
        process.wait_until(|_| TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok())?;
        Ok(Self { process, address: format!("http://127.0.0.1:{port}") })
    }
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|error| format!("no free port: {error}"))
}

/// A virtual display, for a browser that needs one.
#[derive(Debug)]
pub struct Display {
    /// The value of `DISPLAY`.
    pub name: String,
    /// The value of `XDG_CONFIG_HOME` that allows windows as narrow as a phone, by hiding the toolbars.
    pub settings: Folder,
    _process: Process,
}

/// A GTK style sheet that removes the width of toolbars.
const NARROW: &str = "toolbar, toolbar *, headerbar, headerbar *, entry, button, box, image {
    min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; -gtk-icon-transform: scale(0.1);
}
image { -gtk-icon-size: 1px; }
";

impl Display {
    /// Starts Xvfb on the first free display number.
    ///
    /// # Errors
    /// If Xvfb cannot be started, or its settings cannot be written.
    pub fn start() -> Result<Self, String> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        let mut process = Process::start(&mut command)?;
        let number = process.wait_until(|lines| lines.iter().find_map(|line| line.trim().parse::<u32>().ok()))?;
        let settings = Folder::new(&format!("display-{number}"));
        let folder = settings.0.join("gtk-3.0");
        let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(folder.join("gtk.css"), NARROW));
        written.map_err(|error| format!("cannot write into {}: {error}", folder.display()))?;
        Ok(Self { name: format!(":{number}"), settings, _process: process })
    }
}
