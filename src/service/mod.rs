//! Asks the room, wherever it is: in a worker where the browser allows one, else in the page.

mod local;
mod remote;

pub use local::Local;
pub use remote::serve;

use remote::Remote;
use std::cell::RefCell;
use std::rc::Rc;
use zeitlupe_core::room::{Fault, Reply, Request};

/// One for the whole app; cloning it is cheap and gives the same one.
#[derive(Clone)]
pub struct Service(Rc<RefCell<Place>>);

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
        Remote::start().map_or_else(Self::in_page, |remote| Self(Rc::new(RefCell::new(Place::Worker(remote)))))
    }

    /// Without a worker: everything on this thread.
    pub fn in_page() -> Self {
        Self(Rc::new(RefCell::new(Place::Page(Local::default()))))
    }

    /// Asks, and waits for the reply. If the worker breaks down, the page takes over.
    ///
    /// # Errors
    /// Where a part of the data is missing or damaged.
    pub async fn ask(&self, request: Request) -> Result<Reply, Fault> {
        let asked = match &*self.0.borrow() {
            Place::Worker(remote) => Err(remote.ask(&request)),
            Place::Page(local) => Ok(local.clone()),
        };
        let local = match asked {
            Ok(local) => local,
            Err(reply) => match reply.await {
                Some(reply) => return reply,
                None => self.take_over(),
            },
        };
        local.ask(&request).await
    }

    fn take_over(&self) -> Local {
        let mut place = self.0.borrow_mut();
        if let Place::Page(local) = &*place {
            return local.clone();
        }
        gloo::console::warn!("the worker stopped; the page goes on without it");
        let local = Local::default();
        *place = Place::Page(local.clone());
        local
    }
}
