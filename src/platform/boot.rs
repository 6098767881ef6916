//! What the loader's script knows and does: where this runs, what it loads, the newer version that lies ready.

use super::dom::{find, message};
use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Worker;

/// Where this wasm runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// In the page.
    Page,
    /// In a worker that the page has started.
    Worker,
}

/// What the loader's script says about where this runs.
pub fn role() -> Role {
    match boot("role").as_string().as_deref() {
        Some("worker") => Role::Worker,
        _ => Role::Page,
    }
}

/// Name of the file that holds the base part, as the loader's script gives it.
pub fn base_file() -> String {
    boot("base").as_string().unwrap_or_default()
}

/// Starts loading a part of the bundle by the name of its file; the promise gives its bytes, inflated.
///
/// # Errors
/// In the browser's words where the loader's script is missing.
pub fn load(file: &str) -> Result<Promise, String> {
    let load: Function = boot("load").dyn_into().map_err(|_| "the page has no loader".to_owned())?;
    let promise = load.call1(&boot_object(), &JsValue::from_str(file)).map_err(|error| message(&error))?;
    promise.dyn_into().map_err(|_| "the loader gave no promise".to_owned())
}

/// Waits for what [`load`] has started.
///
/// # Errors
/// With the loader's words: no network, a status other than 200, data that cannot be inflated.
pub async fn loaded(promise: Promise) -> Result<Vec<u8>, String> {
    let value = JsFuture::from(promise).await.map_err(|error| message(&error))?;
    Ok(Uint8Array::new(&value).to_vec())
}

/// Name of the file that holds the recogniser of `names` or of `times`; empty where the page does not bring it.
pub fn recogniser_file(kind: &str) -> String {
    boot(kind).as_string().unwrap_or_default()
}

/// A wasm that imports nothing, ready to be called: its exports.
///
/// # Errors
/// In the browser's words, where it cannot be compiled.
pub async fn instance(wasm: &[u8]) -> Result<JsValue, String> {
    let started = js_sys::WebAssembly::instantiate_buffer(wasm, &Object::new());
    let started = JsFuture::from(started).await.map_err(|error| message(&error))?;
    let get = |object: &JsValue, key: &str| Reflect::get(object, &JsValue::from_str(key)).map_err(|error| message(&error));
    get(&get(&started, "instance")?, "exports")
}

/// A worker running this same wasm, where the browser allows one.
pub fn worker() -> Option<Worker> {
    let start: Function = boot("worker").dyn_into().ok()?;
    start.call0(&boot_object()).ok()?.dyn_into().ok()
}

fn boot_object() -> JsValue {
    Reflect::get(&js_sys::global(), &JsValue::from_str("zeitlupeBoot")).unwrap_or(JsValue::UNDEFINED)
}

fn boot(key: &str) -> JsValue {
    let object = boot_object();
    if object.is_object() { Reflect::get(&object, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED) } else { JsValue::UNDEFINED }
}

/// Tells the loader's script in a worker that requests can come.
pub fn worker_is_ready() {
    if let Ok(ready) = boot("ready").dyn_into::<Function>() {
        // The script only hands on what has waited; an error of its own shows in the console.
        let _ = ready.call0(&boot_object());
    }
}

/// Deletes what the loader's script has stored for reading offline, where it has.
pub fn forget_offline() {
    if let Ok(forget) = boot("forget").dyn_into::<Function>() {
        // What cannot be deleted now goes with the next version.
        let _ = forget.call0(&boot_object());
    }
}

/// The day on which the page was built, as it says; empty where it does not.
pub fn built() -> String {
    find("meta[name=built]").and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// Whether a newer version of the room lies ready in this browser.
pub fn is_renewable() -> bool {
    boot("waiting").is_truthy()
}

/// Goes over to the newer version of the room, and loads the page again.
pub fn renew() {
    if let Ok(renew) = boot("renew").dyn_into::<Function>() {
        // The script loads the page anew; an error of its own shows in the console.
        let _ = renew.call0(&boot_object());
    }
}
