//! The interface of the loader script: questions to the room, updates.

use super::dom::{find, message};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Asks the room: `name` is a function of its wasm, or `correct`. Returns the answer as described in `crates/site/src/room.js`; `None` if the room
/// stopped while it answered.
pub async fn ask(name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let ask: Function = boot("ask").dyn_into().ok()?;
    let promise: Promise = ask.call2(&JsValue::NULL, &name.into(), &Uint8Array::from(bytes).into()).ok()?.dyn_into().ok()?;
    // It is never rejected.
    let answer = JsFuture::from(promise).await.ok()?;
    answer.dyn_into::<Uint8Array>().ok().map(|answer| answer.to_vec())
}

/// Loads a part of the app that is not needed at first ([`crate::late`]), once.
///
/// # Errors
/// The loader's message: no network, a status other than 200, data that cannot be decompressed.
pub async fn load_part(name: &str) -> Result<(), String> {
    let load: Function = boot("part").dyn_into().map_err(|_| "the page has no loader".to_owned())?;
    let loading = load.call1(&JsValue::NULL, &name.into()).map(Promise::from).map_err(|error| message(&error))?;
    JsFuture::from(loading).await.map(|_| ()).map_err(|error| message(&error))
}

fn boot_object() -> JsValue {
    Reflect::get(&js_sys::global(), &JsValue::from_str("zeitlupeBoot")).unwrap_or(JsValue::UNDEFINED)
}

fn boot(key: &str) -> JsValue {
    let object = boot_object();
    if object.is_object() { Reflect::get(&object, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED) } else { JsValue::UNDEFINED }
}

/// Deletes what was stored for offline reading, if anything.
pub fn forget_offline() {
    if let Ok(forget) = boot("forget").dyn_into::<Function>() {
        // What cannot be deleted now is deleted with the next version.
        let _ = forget.call0(&boot_object());
    }
}

/// The build day stated in the page; empty if there is none.
pub fn built() -> String {
    find("meta[name=built]").and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// Whether a newer version of the site is ready.
pub fn is_renewable() -> bool {
    boot("waiting").is_truthy()
}

/// Activates the newer version of the site and reloads the page.
pub fn renew() {
    if let Ok(renew) = boot("renew").dyn_into::<Function>() {
        // The script reloads the page; its own errors show in the console.
        let _ = renew.call0(&boot_object());
    }
}
