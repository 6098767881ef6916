//! A proxy that refuses and logs requests to other origins.
//!
//! Some browsers keep no trace of failed requests, so asking the page is not enough.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// A proxy that refuses everything, until the program ends.
#[derive(Debug)]
pub struct Trap {
    /// Its address: host and port.
    pub address: String,
    log: Arc<Mutex<Vec<String>>>,
}

impl Trap {
    /// Opens the trap on a free port.
    ///
    /// # Errors
    /// If no port is free.
    pub fn open() -> Result<Self, String> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|error| format!("no free port: {error}"))?;
        let address = listener.local_addr().map_err(|error| format!("no address: {error}"))?.to_string();
        let log = Arc::<Mutex<Vec<String>>>::default();
        let shared = log.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if let Some(asked) = refuse(stream) {
                    shared.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
                }
            }
        });
        Ok(Self { address, log })
    }

    /// The requests since the last call: `GET http://host/path` or `CONNECT host:443`.
    pub fn take_log(&self) -> Vec<String> {
        std::mem::take(&mut *self.log.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Reads the first line of a request, without the HTTP version, and always answers with an error.
fn refuse(mut stream: TcpStream) -> Option<String> {
    // A speculative connection sends nothing; it must not block others.
    stream.set_read_timeout(Some(Duration::from_millis(500))).ok()?;
    let mut line = String::new();
    BufReader::new(&stream).read_line(&mut line).ok()?;
    // The request is logged even if the browser does not wait for the response.
    let _ = stream.write_all(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    let mut words = line.split_whitespace();
    Some(format!("{} {}", words.next()?, words.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn every_request_is_logged_and_refused() {
        let trap = Trap::open().expect("a port is free");
        let mut stream = TcpStream::connect(&trap.address).expect("the trap is open");
        stream.write_all(b"GET http://fremd.example/x HTTP/1.1\r\n\r\n").expect("the trap listens");
        let mut answer = String::new();
        // The response may end with a reset, because the rest of the request was not read.
        let _ = stream.read_to_string(&mut answer);
        while trap.log.lock().expect("no thread has panicked").is_empty() {
            std::thread::yield_now();
        }
        assert_eq!(trap.take_log(), ["GET http://fremd.example/x"]);
    }
}
