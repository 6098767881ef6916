//! What this browser keeps for the reader, once the reader has said so.

use super::dom::window;
use wasm_bindgen::JsCast;

/// A thing that is kept.
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

/// What was kept here in this browser; nothing where it keeps nothing.
pub fn recall(shelf: Shelf) -> Option<String> {
    storage()?.get_item(&shelf.key()?).ok()?
}

/// Keeps a text in this browser, in place of what was kept before; `false` where it keeps nothing.
pub fn keep(shelf: Shelf, text: &str) -> bool {
    storage().zip(shelf.key()).is_some_and(|(storage, key)| storage.set_item(&key, text).is_ok())
}

/// Deletes what was kept.
pub fn forget(shelf: Shelf) {
    if let Some((storage, key)) = storage().zip(shelf.key()) {
        // What is not there need not be deleted.
        let _ = storage.remove_item(&key);
    }
}

/// Whether another window of this browser has changed what is kept there, by the event that tells of it.
pub fn shelf_of(event: &web_sys::Event, shelf: Shelf) -> bool {
    event.dyn_ref::<web_sys::StorageEvent>().is_some_and(|event| event.key() == shelf.key())
}
