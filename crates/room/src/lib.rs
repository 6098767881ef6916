//! The reading room as a wasm of its own, which the worker loads, or the page where there is none. It imports nothing.
//!
//! To call it, reserve memory, write the bytes there, call a function with them, and read the answer; `crates/site/src/room.js` does so:
//!
//! ```js
//! const { memory, reserve, ask, answer } = instance.exports;
//! const place = reserve(bytes.length); // before `memory.buffer` is read, which growing replaces
//! new Uint8Array(memory.buffer, place, bytes.length).set(bytes);
//! const length = ask();
//! new Uint8Array(memory.buffer, answer(), length).slice();
//! ```
//!
//! | function | takes | answers |
//! | --- | --- | --- |
//! | `feed(kind, number)` | a part of the bundle, as shipped and decompressed; the base part opens the room | nothing, or a fault |
//! | `missing(kind, number)` | why that part could not be loaded, in words | that fault |
//! | `ask()` | a [`Request`] in postcard | a [`Reply`](zeitlupe_core::room::Reply) in postcard, the parts that are needed first, or a fault |
//! | `call(member, limit, snippets)` | a text | JSON for [`window.zeitlupe`](api), the parts that are needed first, or a fault |
//! | `words()` | a fault as answered | it in words |
//!
//! The first byte of an answer is 0 if what was asked for follows, 1 if a [`Fault`] in postcard follows, and 2 if the needed parts follow, each as
//! its kind (one byte), its number (four, little-endian), the length of its file name (one), and the file name in UTF-8, which is empty for the
//! base part. Kinds are those of [`PartKey::kind`].

mod api;

use std::cell::RefCell;
use zeitlupe_core::part::{Damage, PartKey};
use zeitlupe_core::room::{Answer, Fault, Request, Room};

const DONE: u8 = 0;
const FAULT: u8 = 1;
const NEEDS: u8 = 2;

/// Why something cannot be answered now.
#[derive(Debug)]
enum Stop {
    /// These parts are needed first.
    Needs(Vec<PartKey>),
    /// It never will.
    Fault(Fault),
}

thread_local! {
    static GIVEN: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ROOM: RefCell<Option<Room>> = const { RefCell::new(None) };
}

/// Reserves `length` bytes for what is given next, and returns their address.
// Only the exported names are unsafe; they are unique.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> *mut u8 {
    GIVEN.with_borrow_mut(|given| {
        given.clear();
        given.resize(length, 0);
        given.as_mut_ptr()
    })
}

/// The address of the last answer.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    ANSWER.with_borrow(|answer| answer.as_ptr())
}

/// Adds a part, or replaces it. Returns the length of the answer, as all of the following do.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn feed(kind: u32, number: u32) -> usize {
    let key = key(kind, number);
    let bytes = GIVEN.take();
    let fed = ROOM.with_borrow_mut(|room| match room {
        Some(room) if key != PartKey::Base => room.feed(key, bytes),
        _ if key == PartKey::Base => Room::open(&bytes).map(|opened| *room = Some(opened)),
        _ => Err(Damage::Foreign),
    });
    answered(fed.map(|()| Vec::new()).map_err(|damage| Stop::Fault(Fault::Damaged(key, damage))))
}

/// The fault of a part that could not be loaded.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn missing(kind: u32, number: u32) -> usize {
    answered(Err(Stop::Fault(Fault::Missing(key(kind, number), given()))))
}

/// Answers a request.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn ask() -> usize {
    let request = GIVEN.with_borrow(|given| Request::from_bytes(given));
    let request = request.map_err(|damage| Stop::Fault(Fault::Damaged(PartKey::Base, damage)));
    answered(request.and_then(|request| in_room(|room| reply(room, &request).map(|reply| reply.to_bytes()))))
}

/// Answers a call of `window.zeitlupe`: the member by its number, the text it was given, and, for a search, the most hits and whether to read
/// passages: 0 no, 1 yes, anything else: if that costs nothing.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn call(member: u32, limit: u32, snippets: u32) -> usize {
    let text = given();
    answered(in_room(|room| api::call(room, member, &text, limit, [Some(false), Some(true)].get(snippets as usize).copied().flatten())))
}

/// A fault in words, given as it was answered.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn words() -> usize {
    let fault = GIVEN.with_borrow(|given| given.get(1..).map(Fault::from_bytes));
    let words = match fault {
        Some(Ok(Fault::Missing(key, words))) => format!("{}: {words}", key.name()),
        Some(Ok(Fault::Damaged(key, damage))) => format!("{}: {damage}", key.name()),
        _ => Fault::Stopped.to_string(),
    };
    answered(Ok(words.into_bytes()))
}

/// The key of a part. A number that no part can have leads to one that no bundle has.
fn key(kind: u32, number: u32) -> PartKey {
    PartKey::of(kind as u8, number).unwrap_or(PartKey::Articles(u32::MAX))
}

/// What was given, as text; invalid UTF-8 becomes U+FFFD.
fn given() -> String {
    GIVEN.with_borrow(|given| String::from_utf8_lossy(given).into_owned())
}

fn in_room(answer: impl FnOnce(&mut Room) -> Result<Vec<u8>, Stop>) -> Result<Vec<u8>, Stop> {
    ROOM.with_borrow_mut(|room| room.as_mut().map_or_else(|| Err(Stop::Needs(vec![PartKey::Base])), answer))
}

fn reply(room: &mut Room, request: &Request) -> Result<zeitlupe_core::room::Reply, Stop> {
    match room.ask(request) {
        Ok(Answer::Ready(reply)) => Ok(reply),
        Ok(Answer::Needs(parts)) => Err(Stop::Needs(parts)),
        Err(fault) => Err(Stop::Fault(fault)),
    }
}

/// Stores an answer and returns its length.
fn answered(outcome: Result<Vec<u8>, Stop>) -> usize {
    let (first, rest) = match outcome {
        Ok(bytes) => (DONE, bytes),
        Err(Stop::Fault(fault)) => (FAULT, fault.to_bytes()),
        Err(Stop::Needs(parts)) => (NEEDS, needed(&parts)),
    };
    ANSWER.with_borrow_mut(|answer| {
        answer.clear();
        answer.push(first);
        answer.extend_from_slice(&rest);
        answer.len()
    })
}

fn needed(parts: &[PartKey]) -> Vec<u8> {
    let mut out = Vec::new();
    for part in parts {
        let file = ROOM.with_borrow(|room| room.as_ref().map(|room| room.file(*part))).unwrap_or_default();
        out.push(part.kind().code);
        out.extend_from_slice(&part.number().to_le_bytes());
        out.push(file.len() as u8);
        out.extend_from_slice(file.as_bytes());
    }
    out
}

#[cfg(test)]
mod tests;
