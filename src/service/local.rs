//! The room on this thread, loading missing parts on demand.

use crate::platform;
use js_sys::Promise;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use zeitlupe_core::part::PartKey;
use zeitlupe_core::room::{Fault, Reply, Request, Room, ask_loading};

/// A room that loads its parts with the loader script.
#[derive(Clone, Default)]
pub struct Local(Rc<Inner>);

#[derive(Default)]
struct Inner {
    room: OnceCell<RefCell<Room>>,
    /// Parts that are loading, so that several questions share one request.
    loading: RefCell<Vec<(PartKey, Promise)>>,
    /// Corrections that could not be applied, because a part was missing.
    unapplied: RefCell<Option<Request>>,
}

impl Local {
    /// Asks the room, loading what it needs.
    ///
    /// # Errors
    /// If a part is missing or damaged; asking again retries.
    pub async fn ask(&self, request: &Request) -> Result<Reply, Fault> {
        if matches!(request, Request::Correct(_)) {
            self.0.unapplied.replace(Some(request.clone()));
            return self.correct(request).await;
        }
        let unapplied = self.0.unapplied.borrow().clone();
        if let Some(corrections) = unapplied {
            // If this fails again, the request fails as well if it needs the same part; otherwise it does not depend on names.
            let _ = self.correct(&corrections).await;
        }
        self.answer(request).await
    }

    /// Applies corrections; if that fails, whoever asks next tries again, so that no view shows names without them.
    async fn correct(&self, request: &Request) -> Result<Reply, Fault> {
        let outcome = self.answer(request).await;
        if outcome.is_ok() && self.0.unapplied.borrow().as_ref() == Some(request) {
            self.0.unapplied.replace(None);
        }
        outcome
    }

    async fn answer(&self, request: &Request) -> Result<Reply, Fault> {
        let room = match self.0.room.get() {
            Some(room) => room,
            None => {
                let promise = self.begin(PartKey::Base, &platform::base_file())?;
                let bytes = self.finish(PartKey::Base, promise).await?;
                let room = Room::open(&bytes).map_err(|damage| Fault::Damaged(PartKey::Base, damage))?;
                self.0.room.get_or_init(|| RefCell::new(room))
            }
        };
        ask_loading(room, request, async |files: &[(PartKey, String)]| {
            // All requests start before waiting for the first.
            let started = files.iter().map(|(key, file)| Ok((*key, self.begin(*key, file)?))).collect::<Result<Vec<_>, Fault>>()?;
            let mut parts = Vec::with_capacity(started.len());
            for (key, promise) in started {
                parts.push(self.finish(key, promise).await?);
            }
            Ok(parts)
        })
        .await
    }

    fn begin(&self, key: PartKey, file: &str) -> Result<Promise, Fault> {
        if let Some((_, promise)) = self.0.loading.borrow().iter().find(|(other, _)| *other == key) {
            return Ok(promise.clone());
        }
        let promise = platform::load(file).map_err(|words| Fault::Missing(key, words))?;
        self.0.loading.borrow_mut().push((key, promise.clone()));
        Ok(promise)
    }

    async fn finish(&self, key: PartKey, promise: Promise) -> Result<Vec<u8>, Fault> {
        let bytes = platform::loaded(promise).await;
        self.0.loading.borrow_mut().retain(|(other, _)| *other != key);
        bytes.map_err(|words| Fault::Missing(key, words))
    }
}
