//! What the app and the static pages both say.

pub mod address;
pub mod format;
pub mod words;
