//! The browser's local storage, used only with the reader's consent.

use super::dom::window;
use wasm_bindgen::JsCast;

/// An entry of the storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// Corrections of names.
    Names,
    /// Marks, notes and answers.
    Notes,
}

impl Stored {
    /// The key, which includes the room, as an origin may have several.
    fn key(self) -> Option<String> {
        let name = match self {
            Stored::Names => "namen",
            Stored::Notes => "belege",
        };
        Some(format!("zeitlupe.{name} {}", window()?.location().pathname().ok()?))
    }
}

fn storage() -> Option<web_sys::Storage> {
    window()?.local_storage().ok()?
}

/// The stored text; `None` if there is none.
pub fn stored(entry: Stored) -> Option<String> {
    storage()?.get_item(&entry.key()?).ok()?
}

/// Stores a text, replacing an earlier one; `false` if the browser refuses.
pub fn store(entry: Stored, text: &str) -> bool {
    storage().zip(entry.key()).is_some_and(|(storage, key)| storage.set_item(&key, text).is_ok())
}

/// Deletes the stored text.
pub fn delete_stored(entry: Stored) {
    if let Some((storage, key)) = storage().zip(entry.key()) {
        // It does not matter if there was none.
        let _ = storage.remove_item(&key);
    }
}

/// Whether a storage event reports a change of this entry by another window.
pub fn is_storage_event(event: &web_sys::Event, entry: Stored) -> bool {
    event.dyn_ref::<web_sys::StorageEvent>().is_some_and(|event| event.key() == entry.key())
}
