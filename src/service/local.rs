//! The room on this thread, and the loading of what it lacks.

use crate::platform;
use js_sys::Promise;
use std::cell::RefCell;
use std::rc::Rc;
use zeitlupe_core::part::PartKey;
use zeitlupe_core::room::{Answer, Fault, Reply, Request, Room};

/// A room that loads its parts through the loader's script.
#[derive(Clone, Default)]
pub struct Local(Rc<Inner>);

#[derive(Default)]
struct Inner {
    room: RefCell<Option<Room>>,
    /// What is on its way, so that two questions wait for one file.
    loading: RefCell<Vec<(PartKey, Promise)>>,
}

impl Local {
    /// Asks the room, loading what it needs.
    ///
    /// # Errors
    /// Where a part is missing or damaged; asking again tries again.
    pub async fn ask(&self, request: &Request) -> Result<Reply, Fault> {
        if self.0.room.borrow().is_none() {
            let promise = self.begin(PartKey::Base, &platform::base_file())?;
            let bytes = self.finish(PartKey::Base, promise).await?;
            let room = Room::open(&bytes).map_err(|damage| Fault::Damaged(PartKey::Base, damage))?;
            self.0.room.borrow_mut().get_or_insert(room);
        }
        loop {
            let needed = match self.with(|room| room.ask(request))? {
                Answer::Ready(reply) => return Ok(reply),
                Answer::Needs(keys) => keys,
            };
            let files: Vec<_> = needed.into_iter().map(|key| (key, self.with(|room| room.file(key)))).collect();
            // All are started before the first is waited for.
            let started = files.into_iter().map(|(key, file)| Ok((key, self.begin(key, &file)?))).collect::<Result<Vec<_>, Fault>>()?;
            for (key, promise) in started {
                let bytes = self.finish(key, promise).await?;
                self.with(|room| room.feed(key, bytes)).map_err(|damage| Fault::Damaged(key, damage))?;
            }
        }
    }

    fn with<T>(&self, f: impl FnOnce(&mut Room) -> T) -> T {
        let mut room = self.0.room.borrow_mut();
        f(room.as_mut().expect("the room was opened before"))
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
