//! A static server as plain as a school's: whole files under a sub-path, no compression, no ranges. Or, to measure, like a public host.
//!
//! Every connection has a thread of its own: a browser that opens many at once and keeps them must not wait behind itself.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Answers until it is dropped.
pub struct Server {
    shared: Arc<Shared>,
    address: SocketAddr,
    base: String,
}

/// What all connections know.
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
    /// Files that are never there.
    withheld: BTreeSet<String>,
    /// Files in gzip form, by their name: no one should wait for the same work twice.
    packed: BTreeMap<String, Arc<Vec<u8>>>,
}

/// How files are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    /// As they are, and not to be kept.
    Plain,
    /// As GitHub Pages sends them: text in gzip form, to be kept for ten minutes.
    Hosted,
}

/// A request that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its method, such as `GET`.
    pub method: String,
    /// Its path, with the sub-path and whatever follows.
    pub path: String,
    /// The status that it was answered with.
    pub status: u16,
    /// The length of the answer's body, as it was sent.
    pub bytes: usize,
}

/// What the server does to one of its files, to see how the page bears it.
#[derive(Clone, Debug)]
pub enum Change {
    /// It is not there.
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
    /// Where no port is free.
    pub fn start(folder: &Path, sub_path: &str) -> Result<Self, String> {
        Self::start_in(Manner::Plain, folder, sub_path)
    }

    /// Serves a folder as GitHub Pages does: text in gzip form, and all to be kept for ten minutes.
    /// Beyond that its pages are shut off from others, so that the browser shows them its exact clock.
    ///
    /// # Errors
    /// Where no port is free.
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

    /// The address of the folder, with a slash at its end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The requests since the last call.
    pub fn take_log(&self) -> Vec<Asked> {
        std::mem::take(&mut self.shared.lock().log)
    }

    /// From now on the file of this path (below the folder, with `/`) is changed on its way.
    pub fn change(&self, path: &str, change: Change) {
        self.shared.lock().changed.insert(path.to_owned(), change);
    }

    /// The file of this path is not there, whatever is mended.
    pub fn withhold(&self, path: &str) {
        self.shared.lock().withheld.insert(path.to_owned());
    }

    /// From now on another folder is served.
    pub fn serve_from(&self, folder: &Path) {
        let mut state = self.shared.lock();
        state.folder = folder.to_path_buf();
        state.packed.clear();
    }

    /// All files are sent as they are again.
    pub fn mend(&self) {
        self.shared.lock().changed.clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.lock().is_closed = true;
        // The listener looks up from its waiting only when someone comes.
        let _ = TcpStream::connect(self.address);
    }
}

impl Shared {
    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers the requests of one connection, until either side has enough.
    fn serve(&self, mut stream: &TcpStream) {
        let mut reader = BufReader::new(stream);
        while let Some((method, target)) = next_request(&mut reader) {
            if self.lock().is_closed {
                return;
            }
            let answer = self.answer(method, target);
            // A browser that has gone away does not need its answer.
            if stream.write_all(&answer).is_err() {
                return;
            }
        }
    }

    /// The whole answer to a request: status, headers, body.
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
        // In one piece, so that the system does not wait for more before it sends.
        [head.as_bytes(), &body].concat()
    }

    /// A file in gzip form, made at its first request.
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

/// Method and target of the next request; `None` at the end of the connection. The requests of a page that only reads have no body.
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

/// The file of a path, if it does not lead out of the folder.
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
    fn text_is_sent_in_gzip_form_and_the_rest_as_it_is() {
        for (name, packs) in [("index.html", true), ("app.mjs", true), ("index.json", true), ("app.wasm.bin", false), ("x", false)] {
            assert_eq!(is_text(name), packs, "{name}");
        }
    }

    /// The head and the body of the answer to a request.
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
    fn a_kept_connection_is_answered_while_others_are_open() {
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
        server.mend();
        assert!(fetch(&mut streams[0], "/index.html").0.starts_with("HTTP/1.1 404"));
        let log = server.take_log();
        assert_eq!((log.len(), log[24].bytes, log[25].status), (26, 8, 404));
        assert_eq!((log[0].method.as_str(), log[0].path.as_str()), ("GET", "/a/?x"));
        std::fs::remove_dir_all(&folder).expect("made by this test");
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        let folder = Path::new("site");
        assert_eq!(inside(folder, "data/base.bin"), Some(folder.join("data/base.bin")));
        for bad in ["../secret", "data/../../secret", "/etc/passwd"] {
            assert_eq!(inside(folder, bad), None, "{bad}");
        }
    }
}
