//! The interface of the loader script `boot.js`: where this runs, loading parts, updates.

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
    /// In a worker started by the page.
    Worker,
}

/// Where this runs, according to the loader script.
pub fn role() -> Role {
    match boot("role").as_string().as_deref() {
        Some("worker") => Role::Worker,
        _ => Role::Page,
    }
}

/// The file name of the base part, from the loader script.
pub fn base_file() -> String {
    boot("base").as_string().unwrap_or_default()
}

/// Starts loading a part of the bundle by file name; the promise resolves to its decompressed bytes.
///
/// # Errors
/// The browser's message, if the loader script is missing.
pub fn load(file: &str) -> Result<Promise, String> {
    let load: Function = boot("load").dyn_into().map_err(|_| "the page has no loader".to_owned())?;
    let promise = load.call1(&boot_object(), &JsValue::from_str(file)).map_err(|error| message(&error))?;
    promise.dyn_into().map_err(|_| "the loader gave no promise".to_owned())
}

/// Waits for a promise of [`load`].
///
/// # Errors
/// The loader's message: no network, a status other than 200, data that cannot be decompressed.
pub async fn loaded(promise: Promise) -> Result<Vec<u8>, String> {
    let value = JsFuture::from(promise).await.map_err(|error| message(&error))?;
    Ok(Uint8Array::new(&value).to_vec())
}

/// The file name of the recogniser of `names` or `times`; empty if the page has none.
pub fn recogniser_file(kind: &str) -> String {
    boot(kind).as_string().unwrap_or_default()
}

/// Instantiates a wasm without imports and returns its exports.
///
/// # Errors
/// The browser's message, if it cannot be compiled.
pub async fn instance(wasm: &[u8]) -> Result<JsValue, String> {
    let started = js_sys::WebAssembly::instantiate_buffer(wasm, &Object::new());
    let started = JsFuture::from(started).await.map_err(|error| message(&error))?;
    let get = |object: &JsValue, key: &str| Reflect::get(object, &JsValue::from_str(key)).map_err(|error| message(&error));
    get(&get(&started, "instance")?, "exports")
}

/// A worker that runs this same wasm, if the browser allows one: the one that the loader script has started, or another one.
pub fn worker(another: bool) -> Option<Worker> {
    let start: Function = boot("worker").dyn_into().ok()?;
    start.call1(&boot_object(), &JsValue::from(another)).ok()?.dyn_into().ok()
}

fn boot_object() -> JsValue {
    Reflect::get(&js_sys::global(), &JsValue::from_str("zeitlupeBoot")).unwrap_or(JsValue::UNDEFINED)
}

fn boot(key: &str) -> JsValue {
    let object = boot_object();
    if object.is_object() { Reflect::get(&object, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED) } else { JsValue::UNDEFINED }
}

/// Tells the loader script in a worker that requests can be handled.
pub fn worker_is_ready() {
    if let Ok(ready) = boot("ready").dyn_into::<Function>() {
        // The script only forwards waiting requests; its own errors show in the console.
        let _ = ready.call0(&boot_object());
    }
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
