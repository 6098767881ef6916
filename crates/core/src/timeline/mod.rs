//! What was reported when, and what happened when: the items of the timeline, their lanes, their places in a drawing.
//!
//! An [`Item`] is small, so that a page can hold a hundred thousand of them and lay them out anew for every picture;
//! the words that belong to it are loaded for those that are looked at. Nothing here draws.
//!
//! * [`item`]: what an item is, and how all of them are stored
//! * [`scale`]: which days are shown, in which steps, and the labels of the axis
//! * [`lanes`]: which items stand in which lane
//! * [`layout`]: marks, stacked, counted or as a density, and the strip that shows the whole
//! * [`calendar`]: items as an iCalendar file

pub mod calendar;
pub mod item;
pub mod lanes;
pub mod layout;
pub mod scale;
#[cfg(test)]
mod tests;

pub use item::{Item, ItemKind, Items, Timeline};
