//! Programs that run beside the tests: drivers, and a display for the browser that needs one.

use crate::folder::Folder;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a program may take until it answers.
const START: Duration = Duration::from_secs(30);

/// How long to wait before asking again whether a condition holds.
pub const AGAIN: Duration = Duration::from_millis(25);

/// A running program; it is ended when this value goes, also in a panic.
#[derive(Debug)]
pub struct Process {
    name: String,
    child: Child,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Process {
    /// Starts a program and keeps what it says.
    ///
    /// # Errors
    /// Where it cannot be started, with its name.
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

    /// The number by which the system knows it.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The lines that it has said since the last call.
    pub fn take_lines(&self) -> Vec<String> {
        std::mem::take(&mut *self.lines.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Waits until a condition holds.
    ///
    /// # Errors
    /// Where the program ends before, or takes longer than half a minute; with its last words.
    pub fn wait_until<T>(&mut self, mut holds: impl FnMut(&[String]) -> Option<T>) -> Result<T, String> {
        let begin = Instant::now();
        loop {
            let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if let Some(value) = holds(&lines) {
                return Ok(value);
            }
            let ended = self.child.try_wait().ok().flatten();
            if ended.is_some() || begin.elapsed() > START {
                let what = ended.map_or("did not answer".to_owned(), |status| format!("ended with {status}"));
                return Err(format!("{} {what}: {}", self.name, lines.join(" / ")));
            }
            std::thread::sleep(AGAIN);
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn keep(out: impl Read + Send + 'static, lines: &Arc<Mutex<Vec<String>>>) {
    let lines = lines.clone();
    std::thread::spawn(move || {
        let mut reader = BufReader::new(out);
        let mut line = Vec::new();
        // Browsers print bytes that are no UTF-8 at times; the rest of what they say is still wanted.
        while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            lines.lock().unwrap_or_else(PoisonError::into_inner).push(text);
            line.clear();
        }
    });
}

/// A driver that listens on a port of its own.
#[derive(Debug)]
pub struct Driver {
    /// The program.
    pub process: Process,
    /// Where it is asked for a session.
    pub address: String,
}

impl Driver {
    /// Starts a driver and waits until its port answers. `arguments` turns the port into the words of the command line.
    ///
    /// # Errors
    /// Where it cannot be started or does not answer.
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

/// A display in memory, for a browser that cannot do without one.
#[derive(Debug)]
pub struct Display {
    /// What `DISPLAY` must say.
    pub name: String,
    /// What `XDG_CONFIG_HOME` must say for windows to become as narrow as a phone: the tools above the page take no room.
    pub settings: Folder,
    _process: Process,
}

/// For GTK: nothing of a window's own has a width.
const NARROW: &str = "toolbar, toolbar *, headerbar, headerbar *, entry, button, box, image {
    min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; -gtk-icon-transform: scale(0.1);
}
image { -gtk-icon-size: 1px; }
";

impl Display {
    /// Starts Xvfb on the first free number.
    ///
    /// # Errors
    /// Where Xvfb cannot be started, or its settings cannot be written.
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
