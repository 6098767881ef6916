//! The room in a worker. Messages are `[number, request]` to the worker, and `[number, reply]` or `[number, undefined, fault]` back;
//! request, reply and fault are encoded with postcard, and the number matches answers to questions.

use super::Local;
use crate::platform;
use futures_channel::oneshot;
use js_sys::{Array, Uint8Array};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, ErrorEvent, MessageEvent, Worker};
use zeitlupe_core::part::{Damage, PartKey};
use zeitlupe_core::room::{Fault, Reply, Request};

type Outcome = Result<Reply, Fault>;
/// Receivers of pending answers, by number.
type Pending = Rc<RefCell<Vec<(u32, oneshot::Sender<Outcome>)>>>;

/// How the worker is.
#[derive(Default)]
struct Health {
    /// Whether it has answered, or stopped in its own code, so that it can be started.
    runs: Cell<bool>,
    /// Whether it has stopped.
    stopped: Cell<bool>,
}

/// The page's end.
pub(super) struct Remote {
    worker: Worker,
    pending: Pending,
    next: Cell<u32>,
    health: Rc<Health>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _broke: Closure<dyn FnMut(JsValue)>,
}

impl Remote {
    /// The worker that the page has started, or `another` one.
    pub(super) fn start(another: bool) -> Option<Self> {
        let worker = platform::worker(another)?;
        let (pending, health) = (Pending::default(), Rc::new(Health::default()));
        let (waiting, known) = (pending.clone(), health.clone());
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let Some(message) = Message::read(&event) else { return };
            known.runs.set(true);
            let found = waiting.borrow().iter().position(|(number, _)| *number == message.number);
            if let Some(at) = found {
                let (_, sender) = waiting.borrow_mut().swap_remove(at);
                // The receiver may be gone, having asked something else, which is fine.
                let _ = sender.send(message.outcome());
            }
        });
        let (waiting, known) = (pending.clone(), health.clone());
        let broke = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            // A trap of the wasm, in every browser.
            let trapped = event.dyn_ref::<ErrorEvent>().is_some_and(|event| event.message().contains("RuntimeError"));
            known.runs.set(known.runs.get() || trapped);
            known.stopped.set(true);
            // Dropping the senders tells all receivers that the worker is gone.
            waiting.borrow_mut().clear();
        });
        worker.add_event_listener_with_callback("message", heard.as_ref().unchecked_ref()).ok()?;
        worker.add_event_listener_with_callback("error", broke.as_ref().unchecked_ref()).ok()?;
        worker.add_event_listener_with_callback("messageerror", broke.as_ref().unchecked_ref()).ok()?;
        Some(Self { worker, pending, next: Cell::new(0), health, _heard: heard, _broke: broke })
    }

    /// Whether the worker could be started, and has stopped.
    pub(super) fn has_stopped(&self) -> bool {
        self.health.runs.get() && self.health.stopped.get()
    }

    /// No other worker can be started: from now on [`Self::ask`] says so.
    pub(super) fn give_up(&self) {
        self.health.runs.set(false);
    }

    /// Sends the request; the future resolves to the outcome: [`Fault::Stopped`] if the worker stopped before it answered, or `None` if it
    /// could not be started.
    pub(super) fn ask(&self, request: &Request) -> impl Future<Output = Option<Outcome>> + use<> {
        let number = self.next.get();
        self.next.set(number.wrapping_add(1));
        let (sender, receiver) = oneshot::channel();
        let stopped = self.health.stopped.get();
        if !stopped && self.worker.post_message(&Message { number, bytes: Some(request.to_bytes()), fault: None }.write()).is_ok() {
            self.pending.borrow_mut().push((number, sender));
        }
        let health = self.health.clone();
        async move { receiver.await.map(Some).unwrap_or_else(|_| health.runs.get().then_some(Err(Fault::Stopped))) }
    }
}

/// The worker's end: answers until the page is closed.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let local = Local::default();
    let answering = scope.clone();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(message) = Message::read(&event) else { return };
        let request = message.bytes.as_deref().map(Request::from_bytes);
        let (local, scope) = (local.clone(), answering.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let outcome = match request {
                Some(Ok(request)) => local.ask(&request).await,
                _ => Err(Fault::Damaged(PartKey::Base, Damage::Content)),
            };
            let (bytes, fault) = outcome.map_or_else(|fault| (None, Some(fault.to_bytes())), |reply| (Some(reply.to_bytes()), None));
            if let Err(error) = scope.post_message(&Message { number: message.number, bytes, fault }.write()) {
                gloo::console::error!("the answer could not be sent", error);
            }
        });
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    // The closure must live as long as the worker.
    hear.forget();
    // Requests sent while the wasm was starting wait in the loader script.
    platform::worker_is_ready();
}

struct Message {
    number: u32,
    bytes: Option<Vec<u8>>,
    fault: Option<Vec<u8>>,
}

impl Message {
    fn read(event: &MessageEvent) -> Option<Self> {
        let data: Array = event.data().dyn_into().ok()?;
        let bytes = |at: u32| data.get(at).dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec());
        Some(Self { number: data.get(0).as_f64()? as u32, bytes: bytes(1), fault: bytes(2) })
    }

    fn write(&self) -> JsValue {
        let bytes = |bytes: &Option<Vec<u8>>| bytes.as_deref().map_or(JsValue::UNDEFINED, |bytes| Uint8Array::from(bytes).into());
        Array::of3(&JsValue::from(self.number), &bytes(&self.bytes), &bytes(&self.fault)).into()
    }

    /// The worker's answer; bytes that cannot be decoded are a fault like any other.
    fn outcome(&self) -> Outcome {
        let unreadable = |damage| Fault::Damaged(PartKey::Base, damage);
        match (&self.bytes, &self.fault) {
            (Some(bytes), _) => Reply::from_bytes(bytes).map_err(unreadable),
            (None, Some(fault)) => Err(Fault::from_bytes(fault).unwrap_or_else(unreadable)),
            (None, None) => Err(unreadable(Damage::Content)),
        }
    }
}
