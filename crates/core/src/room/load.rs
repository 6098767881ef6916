//! The loop that fetches missing parts and asks until there is a reply.

use super::Room;
use super::question::Question;
use super::request::{Answer, Fault, Reply, Request};
use crate::bundle::Bundle;
use crate::part::{Damage, PartKey};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Asks, and feeds in missing parts, until there is a reply.
///
/// `fetch` gets the missing parts, each with its file name, and returns their bytes in the same order. The room is not borrowed while it waits.
///
/// # Errors
/// If a part cannot be fetched or is damaged; a new call tries again.
pub async fn ask_loading(
    room: &RefCell<Room>,
    request: &Request,
    fetch: impl AsyncFn(&[(PartKey, String)]) -> Result<Vec<Vec<u8>>, Fault>,
) -> Result<Reply, Fault> {
    loop {
        let answer = room.borrow_mut().ask(request)?;
        let needed = match answer {
            Answer::Ready(reply) => return Ok(reply),
            Answer::Needs(keys) => keys,
        };
        let files: Vec<(PartKey, String)> = needed.into_iter().map(|key| (key, room.borrow().file(key))).collect();
        let parts = fetch(&files).await?;
        for ((key, _), bytes) in files.into_iter().zip(parts) {
            room.borrow_mut().feed(key, bytes).map_err(|damage| Fault::Damaged(key, damage))?;
        }
    }
}

/// The answer to a question, from the reply to its request.
///
/// # Errors
/// With [`Damage::Foreign`] if it is the reply to another question.
pub fn answer_of<Q: Question>(reply: Reply) -> Result<Q::Answer, Fault> {
    Q::answer(reply).ok_or(Fault::Damaged(PartKey::Base, Damage::Foreign))
}

/// Returns the bytes of a part by its key and file name; `None` if there is no such part.
type Fetch<'p> = dyn Fn(PartKey, &str) -> Option<Vec<u8>> + 'p;

/// A room with all parts at hand.
///
/// ```
/// use zeitlupe_core::article::Article;
/// use zeitlupe_core::bundle::{Corpus, build};
/// use zeitlupe_core::room::{LoadedRoom, SearchRequest};
/// let article = Article { text: "Der Kreml schweigt.".into(), ..Article::default() };
/// let bundle = build(&Corpus { articles: vec![article], ..Corpus::default() }, &mut |_| ());
/// let room = LoadedRoom::of(bundle)?;
/// let found = room.ask(SearchRequest { query: "kreml".into(), limit: 10, passages: true, ..SearchRequest::default() })?;
/// assert_eq!(found.hits[0].snippet, [("Der ".into(), false), ("Kreml".into(), true), (" schweigt.".into(), false)]);
/// # Ok::<(), zeitlupe_core::room::Fault>(())
/// ```
pub struct LoadedRoom<'p> {
    room: RefCell<Room>,
    part: Box<Fetch<'p>>,
}

impl<'p> LoadedRoom<'p> {
    /// The room of a bundle.
    pub fn of(bundle: Bundle) -> Result<Self, Fault> {
        let parts: BTreeMap<PartKey, Vec<u8>> = bundle.parts.into_iter().collect();
        let base = parts.get(&PartKey::Base).cloned().unwrap_or_default();
        Self::open(&base, move |key, _| parts.get(&key).cloned())
    }

    /// The room with this base part; `part` returns the bytes of the others by key or file name.
    pub fn open(base: &[u8], part: impl Fn(PartKey, &str) -> Option<Vec<u8>> + 'p) -> Result<Self, Fault> {
        let room = Room::open(base).map_err(|damage| Fault::Damaged(PartKey::Base, damage))?;
        Ok(Self { room: RefCell::new(room), part: Box::new(part) })
    }

    /// Answers a question.
    pub fn ask<Q: Question>(&self, question: Q) -> Result<Q::Answer, Fault> {
        let fetch = async |files: &[(PartKey, String)]| {
            let part = |(key, file): &(PartKey, String)| (self.part)(*key, file).ok_or_else(|| Fault::Missing(*key, file.clone()));
            files.iter().map(part).collect()
        };
        answer_of::<Q>(at_once(ask_loading(&self.room, &question.into_request(), fetch))?)
    }
}

/// The value of a future that never waits.
pub(super) fn at_once<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
    }
}
