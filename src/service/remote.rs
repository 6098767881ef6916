//! The room in a worker. A message is an array `[number, bytes]`: there a [`Request`], back a `Result<Reply, Fault>`, both as postcard writes them.

use super::Local;
use crate::platform;
use futures_channel::oneshot;
use js_sys::{Array, Uint8Array};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};
use zeitlupe_core::room::{Fault, Reply, Request, decode_outcome, encode_outcome};

type Outcome = Result<Reply, Fault>;

/// The page's end.
pub(super) struct Remote {
    worker: Worker,
    pending: Rc<RefCell<BTreeMap<u32, oneshot::Sender<Outcome>>>>,
    next: Cell<u32>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _broke: Closure<dyn FnMut(JsValue)>,
}

impl Remote {
    pub(super) fn start() -> Option<Self> {
        let worker = platform::worker()?;
        let pending: Rc<RefCell<BTreeMap<u32, oneshot::Sender<Outcome>>>> = Rc::default();
        let waiting = pending.clone();
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let Some((number, bytes)) = message(&event) else { return };
            let sender = waiting.borrow_mut().remove(&number);
            if let (Some(sender), Some(outcome)) = (sender, decode_outcome(&bytes)) {
                // Who asked may have gone on to another question: then nobody listens, which is fine.
                let _ = sender.send(outcome);
            }
        });
        let waiting = pending.clone();
        // Dropping the senders tells everyone who waits that the worker is gone.
        let broke = Closure::<dyn FnMut(JsValue)>::new(move |_| waiting.borrow_mut().clear());
        worker.add_event_listener_with_callback("message", heard.as_ref().unchecked_ref()).ok()?;
        worker.set_onerror(Some(broke.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(broke.as_ref().unchecked_ref()));
        Some(Self { worker, pending, next: Cell::new(0), _heard: heard, _broke: broke })
    }

    /// Sends the request; the future gives the outcome, or `None` where the worker broke down.
    pub(super) fn ask(&self, request: &Request) -> impl Future<Output = Option<Outcome>> + use<> {
        let number = self.next.get();
        self.next.set(number.wrapping_add(1));
        let (sender, receiver) = oneshot::channel();
        if post(number, &request.to_bytes(), |data| self.worker.post_message(data)).is_ok() {
            self.pending.borrow_mut().insert(number, sender);
        }
        async move { receiver.await.ok() }
    }
}

/// The worker's end: answers until the page goes away.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let local = Local::default();
    let answering = scope.clone();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some((number, bytes)) = message(&event) else { return };
        let Some(request) = Request::from_bytes(&bytes) else { return };
        let (local, scope) = (local.clone(), answering.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let outcome = local.ask(&request).await;
            if let Err(error) = post(number, &encode_outcome(&outcome), |data| scope.post_message(data)) {
                gloo::console::error!("the answer could not be sent", error);
            }
        });
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    // The worker answers as long as it lives.
    hear.forget();
    // Requests that came while the wasm was starting wait in the loader's script.
    platform::worker_is_ready();
}

fn message(event: &MessageEvent) -> Option<(u32, Vec<u8>)> {
    let data: Array = event.data().dyn_into().ok()?;
    let number = data.get(0).as_f64()?;
    let bytes: Uint8Array = data.get(1).dyn_into().ok()?;
    Some((number as u32, bytes.to_vec()))
}

fn post(number: u32, bytes: &[u8], send: impl FnOnce(&JsValue) -> Result<(), JsValue>) -> Result<(), JsValue> {
    let data = Array::of2(&JsValue::from(number), &Uint8Array::from(bytes));
    send(&data)
}
