//! Asks the room, in a worker if the browser allows one, else in the page.

mod local;
mod remote;

pub use local::Local;
pub use remote::serve;

use remote::Remote;
use std::cell::RefCell;
use std::rc::Rc;
use zeitlupe_core::entity::Correction;
use zeitlupe_core::room::{Fault, Question, Reply, Request, answer_of};

/// The connection to the room; clones share it.
#[derive(Clone)]
pub struct Service(Rc<Inner>);

struct Inner {
    place: RefCell<Place>,
    /// The reader's corrections, to be sent to a new room.
    corrections: RefCell<Vec<Correction>>,
}

enum Place {
    Worker(Remote),
    Page(Local),
}

impl PartialEq for Service {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Service {
    /// Starts a worker if there can be one.
    pub fn start() -> Self {
        Remote::start(false).map_or_else(Self::in_page, |remote| Self::at(Place::Worker(remote)))
    }

    /// Answers on this thread, without a worker.
    pub fn in_page() -> Self {
        Self::at(Place::Page(Local::default()))
    }

    fn at(place: Place) -> Self {
        Self(Rc::new(Inner { place: RefCell::new(place), corrections: RefCell::default() }))
    }

    /// Asks and waits for the answer. If the worker cannot be started, the page takes over. If it stops, which the same question may have
    /// caused, that is the answer, and the next question starts another one.
    ///
    /// # Errors
    /// If a part of the data is missing or damaged, or the worker stopped.
    pub async fn ask<Q: Question>(&self, question: Q) -> Result<Q::Answer, Fault> {
        answer_of::<Q>(self.send(question.into_request()).await?)
    }

    /// Like [`Self::ask`], without the type of the question.
    ///
    /// # Errors
    /// The same.
    pub async fn send(&self, request: Request) -> Result<Reply, Fault> {
        if let Request::Correct(corrections) = &request {
            self.0.corrections.borrow_mut().clone_from(corrections);
        }
        self.replace_stopped();
        let asked = match &*self.0.place.borrow() {
            Place::Worker(remote) => Err(remote.ask(&request)),
            Place::Page(local) => Ok(local.clone()),
        };
        let local = match asked {
            Ok(local) => local,
            Err(reply) => match reply.await {
                Some(reply) => return reply,
                None => self.take_over().await?,
            },
        };
        local.ask(&request).await
    }

    /// Starts another worker if this one has stopped, and sends it the reader's corrections. If there can be none, the page takes over when it
    /// is asked.
    fn replace_stopped(&self) {
        let mut place = self.0.place.borrow_mut();
        let Place::Worker(stopped) = &*place else { return };
        if !stopped.has_stopped() {
            return;
        }
        let Some(remote) = Remote::start(true) else { return stopped.give_up() };
        gloo::console::warn!("the worker stopped; another one goes on");
        let corrections = self.0.corrections.borrow().clone();
        if !corrections.is_empty() {
            // The room applies them again whenever it is asked, until that succeeds.
            drop(remote.ask(&Request::Correct(corrections)));
        }
        *place = Place::Worker(remote);
    }

    async fn take_over(&self) -> Result<Local, Fault> {
        if let Place::Page(local) = &*self.0.place.borrow() {
            return Ok(local.clone());
        }
        gloo::console::warn!("the worker stopped; the page goes on without it");
        let local = Local::default();
        *self.0.place.borrow_mut() = Place::Page(local.clone());
        let corrections = self.0.corrections.borrow().clone();
        if !corrections.is_empty() {
            local.ask(&Request::Correct(corrections)).await?;
        }
        Ok(local)
    }
}
