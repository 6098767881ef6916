//! What this browser keeps for the reader, once the reader has said so.

use super::dom::window;
use wasm_bindgen::JsCast;

/// Something that is saved in the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Corrections of names.
    Names,
    /// Marks, notes and answers.
    Notes,
}

impl Shelf {
    /// Its key: one for each room, as one origin may hold many.
    fn key(self) -> Option<String> {
        let name = match self {
            Shelf::Names => "namen",
            Shelf::Notes => "belege",
        };
        Some(format!("zeitlupe.{name} {}", window()?.location().pathname().ok()?))
    }
}

fn storage() -> Option<web_sys::Storage> {
    window()?.local_storage().ok()?
}

/// What was saved in this browser; `None` where it saves nothing.
pub fn recall(shelf: Shelf) -> Option<String> {
    storage()?.get_item(&shelf.key()?).ok()?
}

/// Saves a text in this browser, in place of the one before; `false` where it saves nothing.
pub fn keep(shelf: Shelf, text: &str) -> bool {
    storage().zip(shelf.key()).is_some_and(|(storage, key)| storage.set_item(&key, text).is_ok())
}

/// Deletes what was saved.
pub fn forget(shelf: Shelf) {
    if let Some((storage, key)) = storage().zip(shelf.key()) {
        // What is not there need not be deleted.
        let _ = storage.remove_item(&key);
    }
}

/// Whether another window of this browser has changed what is saved there, by the event that reports it.
pub fn shelf_of(event: &web_sys::Event, shelf: Shelf) -> bool {
    event.dyn_ref::<web_sys::StorageEvent>().is_some_and(|event| event.key() == shelf.key())
}
