//! A static server as plain as a school's: whole files under a sub-path, no compression, no ranges. Or, to measure, like a public host.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use tiny_http::{Header, Response};

/// Answers until it is dropped.
pub struct Server {
    http: Arc<tiny_http::Server>,
    shared: Arc<Mutex<Shared>>,
    base: String,
    workers: Vec<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    log: Vec<Asked>,
    changed: BTreeMap<String, Change>,
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
    /// Its path, with the sub-path.
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
        let http = Arc::new(tiny_http::Server::http("127.0.0.1:0").map_err(|error| format!("the server cannot start: {error}"))?);
        let port = http.server_addr().to_ip().ok_or("the server has no port")?.port();
        let shared = Arc::<Mutex<Shared>>::default();
        let workers = (0..4).map(|_| {
            let (http, shared, folder, sub_path) = (http.clone(), shared.clone(), folder.to_path_buf(), sub_path.to_owned());
            std::thread::spawn(move || {
                while let Ok(request) = http.recv() {
                    answer(request, manner, &shared, &folder, &sub_path);
                }
            })
        });
        Ok(Self { workers: workers.collect(), http, shared, base: format!("http://127.0.0.1:{port}{sub_path}") })
    }

    /// The address of the folder, with a slash at its end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The requests since the last call.
    pub fn take_log(&self) -> Vec<Asked> {
        std::mem::take(&mut self.lock().log)
    }

    /// From now on the file of this path (below the folder, with `/`) is changed on its way.
    pub fn change(&self, path: &str, change: Change) {
        self.lock().changed.insert(path.to_owned(), change);
    }

    /// All files are sent as they are again.
    pub fn mend(&self) {
        self.lock().changed.clear();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.http.unblock();
        }
        for worker in self.workers.drain(..) {
            // A worker that has panicked has printed why.
            let _ = worker.join();
        }
    }
}

fn answer(request: tiny_http::Request, manner: Manner, shared: &Mutex<Shared>, folder: &Path, sub_path: &str) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    let name = path.strip_prefix(sub_path).map(|name| if name.is_empty() { "index.html" } else { name });
    let change = {
        let shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
        name.and_then(|name| shared.changed.get(name).cloned())
    };
    let bytes = name.and_then(|name| inside(folder, name)).and_then(|file| std::fs::read(file).ok());
    let bytes = match (change, bytes) {
        (Some(Change::Gone), _) => None,
        (Some(Change::CutAfter(length)), bytes) => bytes.map(|bytes| bytes[..length.min(bytes.len())].to_vec()),
        (Some(Change::Replaced(bytes)), _) => Some(bytes),
        (None, bytes) => bytes,
    };
    let status = if bytes.is_some() { 200 } else { 404 };
    let name = name.unwrap_or_default();
    let is_packed = manner == Manner::Hosted && status == 200 && is_text(name);
    let bytes = bytes.unwrap_or_else(|| b"not here".to_vec());
    let bytes = if is_packed { packed(shared, name, &bytes) } else { bytes };
    shared.lock().unwrap_or_else(PoisonError::into_inner).log.push(Asked { path: path.clone(), status, bytes: bytes.len() });
    let mut headers = vec![("Content-Type", if status == 200 { content_type(name) } else { "text/plain" })];
    match manner {
        Manner::Plain => headers.push(("Cache-Control", "no-store")),
        Manner::Hosted => headers.extend([
            ("Cache-Control", "max-age=600"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Embedder-Policy", "require-corp"),
        ]),
    }
    if is_packed {
        headers.push(("Content-Encoding", "gzip"));
    }
    let mut response = Response::from_data(bytes).with_status_code(status);
    for (key, value) in headers {
        if let Ok(header) = Header::from_bytes(key, value) {
            response.add_header(header);
        }
    }
    // A browser that has gone away does not need its answer.
    let _ = request.respond(response);
}

/// A file in gzip form, made at its first request.
fn packed(shared: &Mutex<Shared>, name: &str, bytes: &[u8]) -> Vec<u8> {
    let known = shared.lock().unwrap_or_else(PoisonError::into_inner).packed.get(name).cloned();
    let packed = known.unwrap_or_else(|| {
        let packed = Arc::new(gzip(bytes));
        shared.lock().unwrap_or_else(PoisonError::into_inner).packed.insert(name.to_owned(), packed.clone());
        packed
    });
    packed.to_vec()
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
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_sent_in_gzip_form_and_the_rest_as_it_is() {
        for (name, packs) in [("index.html", true), ("app.mjs", true), ("index.json", true), ("app.wasm.gz.bin", false), ("x", false)] {
            assert_eq!(is_text(name), packs, "{name}");
        }
        let (shared, text) = (Mutex::default(), "Lesesaal ".repeat(100));
        let first = packed(&shared, "a.html", text.as_bytes());
        assert!(first.len() < 100 && first[..2] == [0x1f, 0x8b]);
        assert_eq!(packed(&shared, "a.html", text.as_bytes()), first);
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
