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
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};
use zeitlupe_core::part::{Damage, PartKey};
use zeitlupe_core::room::{Fault, Reply, Request};

type Outcome = Result<Reply, Fault>;
/// Receivers of pending answers, by number.
type Pending = Rc<RefCell<Vec<(u32, oneshot::Sender<Outcome>)>>>;

/// The page's end.
pub(super) struct Remote {
    worker: Worker,
    pending: Pending,
    next: Cell<u32>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _broke: Closure<dyn FnMut(JsValue)>,
}

impl Remote {
    pub(super) fn start() -> Option<Self> {
        let worker = platform::worker()?;
        let pending = Pending::default();
        let waiting = pending.clone();
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let Some(message) = Message::read(&event) else { return };
            let found = waiting.borrow().iter().position(|(number, _)| *number == message.number);
            if let Some(at) = found {
                let (_, sender) = waiting.borrow_mut().swap_remove(at);
                // The receiver may be gone, having asked something else, which is fine.
                let _ = sender.send(message.outcome());
            }
        });
        let waiting = pending.clone();
        // Dropping the senders tells all receivers that the worker is gone.
        let broke = Closure::<dyn FnMut(JsValue)>::new(move |_| waiting.borrow_mut().clear());
        worker.add_event_listener_with_callback("message", heard.as_ref().unchecked_ref()).ok()?;
        worker.set_onerror(Some(broke.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(broke.as_ref().unchecked_ref()));
        Some(Self { worker, pending, next: Cell::new(0), _heard: heard, _broke: broke })
    }

    /// Sends the request; the future resolves to the outcome, or `None` if the worker crashed.
    pub(super) fn ask(&self, request: &Request) -> impl Future<Output = Option<Outcome>> + use<> {
        let number = self.next.get();
        self.next.set(number.wrapping_add(1));
        let (sender, receiver) = oneshot::channel();
        if self.worker.post_message(&Message { number, bytes: Some(request.to_bytes()), fault: None }.write()).is_ok() {
            self.pending.borrow_mut().push((number, sender));
        }
        async move { receiver.await.ok() }
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
