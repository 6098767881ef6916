//! Names in a text of the reader's own: a second wasm, loaded at the first question.

use crate::platform;
use js_sys::{Function, JSON, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// The recogniser, once it was needed.
#[derive(Clone, Default)]
pub struct Recogniser(Rc<RefCell<Option<JsValue>>>);

impl Recogniser {
    /// The names of a text, as the recogniser's crate describes them: a JavaScript list.
    ///
    /// # Errors
    /// Where `text` is no string, the page brings no recogniser, or it cannot be loaded.
    pub async fn names(&self, text: JsValue) -> Result<JsValue, String> {
        let text = text.as_string().ok_or("names: expected a string as text")?;
        let file = platform::recogniser_file();
        if file.is_empty() {
            return Err("names: this page does not bring the recogniser".into());
        }
        let known = self.0.borrow().clone();
        let exports = match known {
            Some(exports) => exports,
            None => {
                let bytes = platform::loaded(platform::load(&file)?).await?;
                let exports = platform::instance(&bytes).await?;
                self.0.borrow_mut().get_or_insert(exports).clone()
            }
        };
        recognise(&exports, &text).map_err(|error| platform::message(&error))
    }
}

fn recognise(exports: &JsValue, text: &str) -> Result<JsValue, JsValue> {
    let call = |name: &str, argument: usize| -> Result<u32, JsValue> {
        let function: Function = Reflect::get(exports, &name.into())?.dyn_into()?;
        Ok(function.call1(&JsValue::NULL, &argument.into())?.as_f64().unwrap_or_default() as u32)
    };
    let memory: js_sys::WebAssembly::Memory = Reflect::get(exports, &"memory".into())?.dyn_into()?;
    let place = call("room", text.len())?;
    Uint8Array::new_with_byte_offset_and_length(&memory.buffer(), place, text.len() as u32).copy_from(text.as_bytes());
    let length = call("recognise", 0)?;
    // The memory may have grown meanwhile, and then its buffer is another.
    let answer = Uint8Array::new_with_byte_offset_and_length(&memory.buffer(), call("answer", 0)?, length).to_vec();
    JSON::parse(&String::from_utf8_lossy(&answer))
}
