//! What the app and the static pages both say: tables of words, dates and numbers in words, the address.

pub mod address;
mod count;
mod de;
pub mod display;
mod en;
pub mod format;
mod lang;
pub mod lesson;
pub mod notes;
pub mod pages;
pub mod share;
mod table;

pub use count::Count;
pub use lang::Lang;
pub use table::Words;
