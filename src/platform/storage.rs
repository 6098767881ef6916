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

/// A file name that servers add to the address of a folder: with and without it, it is the same room.
const INDEX: &str = "index.html";

impl Stored {
    /// The beginning of its keys.
    fn name(self) -> &'static str {
        match self {
            Stored::Names => "zeitlupe.namen",
            Stored::Notes => "zeitlupe.belege",
        }
    }

    /// The key, which includes the room, as an origin may have several.
    fn key(self) -> Option<String> {
        Some([self.name(), " ", &room()?].concat())
    }

    /// The key that an earlier version used at the address with `index.html`.
    fn former_key(self) -> Option<String> {
        Some(self.key()? + INDEX)
    }
}

/// The path of the room.
fn room() -> Option<String> {
    let path = window()?.location().pathname().ok()?;
    Some(path.strip_suffix(INDEX).filter(|folder| folder.ends_with('/')).unwrap_or(&path).to_owned())
}

fn storage() -> Option<web_sys::Storage> {
    window()?.local_storage().ok()?
}

fn read(key: Option<String>) -> Option<String> {
    storage()?.get_item(&key?).ok()?
}

fn delete(key: Option<String>) {
    if let Some((storage, key)) = storage().zip(key) {
        // It does not matter if there was none.
        let _ = storage.remove_item(&key);
    }
}

/// The stored text; `None` if there is none.
pub fn stored(entry: Stored) -> Option<String> {
    read(entry.key())
}

/// The text that an earlier version stored at the address with `index.html`.
pub fn formerly_stored(entry: Stored) -> Option<String> {
    read(entry.former_key())
}

/// Stores a text, replacing an earlier one; `false` if the browser refuses: then the earlier one stays.
pub fn store(entry: Stored, text: &str) -> bool {
    storage().zip(entry.key()).is_some_and(|(storage, key)| storage.set_item(&key, text).is_ok())
}

/// Deletes the stored text.
pub fn delete_stored(entry: Stored) {
    delete(entry.key());
}

/// Deletes the text of [`formerly_stored`].
pub fn delete_formerly_stored(entry: Stored) {
    delete(entry.former_key());
}

/// Moves a stored text, if there is one, to a key of its own; `false` if the browser refuses: then it stays where it is.
pub fn set_aside(entry: Stored, formerly: bool) -> bool {
    let aside = || -> Option<()> {
        let (storage, room) = (storage()?, room()?);
        let from = if formerly { entry.former_key() } else { entry.key() }?;
        let Some(text) = storage.get_item(&from).ok()? else { return Some(()) };
        let numbered = |n: u32| [entry.name(), ".", &n.to_string(), " ", &room].concat();
        let to = (1..).map(numbered).find(|key| matches!(storage.get_item(key), Ok(None)))?;
        // There may be no space for a second copy.
        storage.remove_item(&from).ok()?;
        storage.set_item(&to, &text).or_else(|_| storage.set_item(&from, &text).and(Err(wasm_bindgen::JsValue::NULL))).ok()
    };
    aside().is_some()
}

/// The keys and texts of what was set aside; if it is `stuck`, also what should have been.
pub fn texts_aside(entry: Stored, stuck: bool) -> Vec<(String, String)> {
    let found = || {
        let (storage, room) = (storage()?, room()?);
        let is_mine = |key: &String| {
            let parts = key.strip_prefix(entry.name()).and_then(|rest| rest.split_once(' '));
            let path_of = |path: &str| path == room || path.strip_suffix(INDEX) == Some(&room);
            parts.is_some_and(|(number, path)| if number.is_empty() { stuck && path_of(path) } else { path == room })
        };
        let keys = (0..storage.length().ok()?).filter_map(|n| storage.key(n).ok()?).filter(is_mine);
        Some(keys.filter_map(|key| storage.get_item(&key).ok()?.map(|text| (key, text))).collect())
    };
    found().unwrap_or_default()
}

/// Deletes a text that was set aside, by its key.
pub fn delete_aside(key: &str) {
    delete(Some(key.to_owned()));
}

/// Whether a storage event reports a change of this entry by another window.
pub fn is_storage_event(event: &web_sys::Event, entry: Stored) -> bool {
    event.dyn_ref::<web_sys::StorageEvent>().is_some_and(|event| event.key().is_none_or(|key| Some(key) == entry.key()))
}
