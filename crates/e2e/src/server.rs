//! A minimal static server, like that of a school: whole files under a sub-path, no compression, no ranges. For measurements also like a
//! public host.
//!
//! Every connection has its own thread, because browsers open several at once and keep them open.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// A server that runs until it is dropped.
pub struct Server {
    shared: Arc<Shared>,
    address: SocketAddr,
    base: String,
}

/// State shared by all connections.
struct Shared {
    manner: Manner,
    sub_path: String,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    folder: PathBuf,
    is_closed: bool,
    log: Vec<Asked>,
    changed: BTreeMap<String, Change>,
    /// Files that are always missing.
    withheld: BTreeSet<String>,
    /// Compressed files by name, so that each is compressed only once.
    packed: BTreeMap<String, Arc<Vec<u8>>>,
}

/// How files are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    /// Uncompressed, not to be cached.
    Plain,
    /// Like GitHub Pages: text with gzip, to be cached for ten minutes.
    Hosted,
}

/// A received request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its method, such as `GET`.
    pub method: String,
    /// Its path, including the sub-path and a query.
    pub path: String,
    /// The status of the response.
    pub status: u16,
    /// The length of the response body, as sent.
    pub bytes: usize,
}

/// A fault injected into a file, to test how the page handles it.
#[derive(Clone, Debug)]
pub enum Change {
    /// The file is missing.
    Gone,
    /// Only its first bytes are sent.
    CutAfter(usize),
    /// Other bytes are sent.
    Replaced(Vec<u8>),
}

impl Server {
    /// Serves a folder under a sub-path such as `/some/sub/path/`.
    ///
    /// # Errors
    /// If no port is free.
    pub fn start(folder: &Path, sub_path: &str) -> Result<Self, String> {
        Self::start_in(Manner::Plain, folder, sub_path)
    }

    /// Serves a folder like GitHub Pages: text with gzip, everything to be cached for ten minutes.
    /// In addition, pages are cross-origin isolated, so that they get precise timers.
    ///
    /// # Errors
    /// If no port is free.
    pub fn start_hosted(folder: &Path, sub_path: &str) -> Result<Self, String> {
        Self::start_in(Manner::Hosted, folder, sub_path)
    }

    fn start_in(manner: Manner, folder: &Path, sub_path: &str) -> Result<Self, String> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|error| format!("the server cannot start: {error}"))?;
        let address = listener.local_addr().map_err(|error| format!("the server has no port: {error}"))?;
        let state = Mutex::new(State { folder: folder.to_path_buf(), ..State::default() });
        let shared = Arc::new(Shared { manner, sub_path: sub_path.to_owned(), state });
        let of_connections = shared.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if of_connections.lock().is_closed {
                    return;
                }
                let shared = of_connections.clone();
                std::thread::spawn(move || shared.serve(&stream));
            }
        });
        Ok(Self { shared, address, base: format!("http://{address}{sub_path}") })
    }

    /// The address of the folder, with a trailing slash.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The requests since the last call.
    pub fn take_log(&self) -> Vec<Asked> {
        std::mem::take(&mut self.shared.lock().log)
    }

    /// From now on, the response for the file with this path (relative, with `/`) is changed.
    pub fn change(&self, path: &str, change: Change) {
        self.shared.lock().changed.insert(path.to_owned(), change);
    }

    /// The file with this path is missing from now on, even after [`Self::reset`].
    pub fn withhold(&self, path: &str) {
        self.shared.lock().withheld.insert(path.to_owned());
    }

    /// Serves another folder from now on.
    pub fn serve_from(&self, folder: &Path) {
        let mut state = self.shared.lock();
        state.folder = folder.to_path_buf();
        state.packed.clear();
    }

    /// Removes all injected faults.
    pub fn reset(&self) {
        self.shared.lock().changed.clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.lock().is_closed = true;
        // The listener only notices on the next connection.
        let _ = TcpStream::connect(self.address);
    }
}

impl Shared {
    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Handles the requests of one connection until it is closed.
    fn serve(&self, mut stream: &TcpStream) {
        let mut reader = BufReader::new(stream);
        while let Some((method, target)) = next_request(&mut reader) {
            if self.lock().is_closed {
                return;
            }
            let answer = self.answer(method, target);
            // A closed connection needs no response.
            if stream.write_all(&answer).is_err() {
                return;
            }
        }
    }

    /// The response to a request: status, headers, body.
    fn answer(&self, method: String, target: String) -> Vec<u8> {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let name = path.strip_prefix(self.sub_path.as_str()).map(|name| if name.is_empty() { "index.html" } else { name });
        let change = name.and_then(|name| {
            let state = self.lock();
            if state.withheld.contains(name) { Some(Change::Gone) } else { state.changed.get(name).cloned() }
        });
        let folder = self.lock().folder.clone();
        let bytes = name.and_then(|name| inside(&folder, name)).and_then(|file| std::fs::read(file).ok());
        let name = name.unwrap_or_default();
        let is_packed = self.manner == Manner::Hosted && is_text(name) && change.is_none() && bytes.is_some();
        let body = match (change, bytes) {
            (Some(Change::Gone), _) | (None, None) => None,
            (Some(Change::CutAfter(length)), bytes) => bytes.map(|bytes| bytes[..length.min(bytes.len())].to_vec()),
            (Some(Change::Replaced(bytes)), _) => Some(bytes),
            (None, Some(bytes)) if is_packed => Some(self.packed(name, &bytes)),
            (None, Some(bytes)) => Some(bytes),
        };
        let (status, words, kind) = if body.is_some() { (200, "OK", content_type(name)) } else { (404, "Not Found", "text/plain") };
        let body = body.unwrap_or_else(|| b"not here".to_vec());
        self.lock().log.push(Asked { method, path: target, status, bytes: body.len() });
        let encoding = if is_packed { "Content-Encoding: gzip\r\n" } else { "" };
        let manner = match self.manner {
            Manner::Plain => "Cache-Control: no-store\r\n",
            Manner::Hosted => {
                "Cache-Control: max-age=600\r\nCross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\n"
            }
        };
        let head = format!("HTTP/1.1 {status} {words}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{encoding}{manner}\r\n", body.len());
        // In one write, so that the system sends it at once.
        [head.as_bytes(), &body].concat()
    }

    /// A file with gzip, compressed at its first request.
    fn packed(&self, name: &str, bytes: &[u8]) -> Vec<u8> {
        let known = self.lock().packed.get(name).cloned();
        let packed = known.unwrap_or_else(|| {
            let packed = Arc::new(gzip(bytes));
            self.lock().packed.insert(name.to_owned(), packed.clone());
            packed
        });
        packed.to_vec()
    }
}

/// The method and target of the next request; `None` at the end of the connection. The page's requests have no body.
fn next_request(reader: &mut impl BufRead) -> Option<(String, String)> {
    let mut lines = reader.lines();
    let first = lines.next()?.ok()?;
    let (method, rest) = first.split_once(' ')?;
    let target = rest.split(' ').next()?;
    while !lines.next()?.ok()?.is_empty() {}
    Some((method.to_owned(), target.to_owned()))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes).and_then(|()| packed.finish()).expect("writing to memory does not fail")
}

/// Whether a host compresses files of this name.
fn is_text(name: &str) -> bool {
    ["html", "js", "mjs", "css", "svg", "json"].contains(&extension(name))
}

fn extension(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}

/// The file of a path, unless that leaves the folder.
fn inside(folder: &Path, name: &str) -> Option<PathBuf> {
    let path = Path::new(name);
    path.components().all(|part| matches!(part, Component::Normal(_))).then(|| folder.join(path))
}

fn content_type(name: &str) -> &'static str {
    match extension(name) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn text_is_sent_with_gzip_and_the_rest_uncompressed() {
        for (name, packs) in [("index.html", true), ("app.mjs", true), ("index.json", true), ("app.wasm.bin", false), ("x", false)] {
            assert_eq!(is_text(name), packs, "{name}");
        }
    }

    /// The head and body of the response.
    fn fetch(stream: &mut TcpStream, target: &str) -> (String, Vec<u8>) {
        write!(stream, "GET {target} HTTP/1.1\r\nHost: x\r\n\r\n").expect("the server listens");
        let mut reader = BufReader::new(stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert!(reader.read_line(&mut head).expect("the server answers") > 0, "{head}");
        }
        let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: ")).expect("the length is said");
        let mut body = vec![0; length.parse().expect("a number")];
        reader.read_exact(&mut body).expect("the server answers");
        (head, body)
    }

    #[test]
    fn a_connection_is_served_while_others_are_open() {
        let folder = std::env::temp_dir().join(format!("zeitlupe-server-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a new folder");
        std::fs::write(folder.join("index.html"), "Lesesaal ".repeat(100)).expect("a new file");
        let server = Server::start_hosted(&folder, "/a/").expect("a port is free");
        let mut streams: Vec<TcpStream> = (0..12).map(|_| TcpStream::connect(server.address).expect("it listens")).collect();
        for stream in streams.iter_mut().rev() {
            let (head, first) = fetch(stream, "/a/?x");
            assert!(head.contains("Content-Encoding: gzip") && first.len() < 100 && first[..2] == [0x1f, 0x8b], "{head}");
            assert_eq!(fetch(stream, "/a/index.html").1, first);
        }
        server.change("index.html", Change::CutAfter(8));
        assert_eq!(fetch(&mut streams[0], "/a/index.html").1, b"Lesesaal");
        server.reset();
        assert!(fetch(&mut streams[0], "/index.html").0.starts_with("HTTP/1.1 404"));
        let log = server.take_log();
        assert_eq!((log.len(), log[24].bytes, log[25].status), (26, 8, 404));
        assert_eq!((log[0].method.as_str(), log[0].path.as_str()), ("GET", "/a/?x"));
        std::fs::remove_dir_all(&folder).expect("made by this test");
    }

    #[test]
    fn no_path_leaves_the_folder() {
        let folder = Path::new("site");
        assert_eq!(inside(folder, "data/base.bin"), Some(folder.join("data/base.bin")));
        for bad in ["../secret", "data/../../secret", "/etc/passwd"] {
            assert_eq!(inside(folder, bad), None, "{bad}");
        }
    }
}
