//! The timeline: what was reported when and what happened when, as items, lanes and geometry.
//!
//! An [`Item`] is small, so that a page can hold a hundred thousand of them and compute the layout for every frame; their text is loaded
//! only for items that the reader looks at. Nothing here draws.
//!
//! * [`item`]: what an item is, and how all of them are stored
//! * [`scale`]: the visible days, zoom steps, and the labels of the axis
//! * [`lanes`]: which items are in which lane
//! * [`layout`]: marks, stacked, counted or as a density, and the overview strip
//! * [`calendar`]: items as an iCalendar file
//!
//! ```
//! use zeitlupe_core::day::Day;
//! use zeitlupe_core::timeline::scale::{Scale, Window};
//! let day = |number| Day::from_civil(2022, 2, number).expect("a day of the calendar");
//! let window = Window::new(day(1), day(10));
//! let scale = Scale::new(window, 100.0);
//! assert_eq!((window.days(), scale.day_width(), scale.day_at(35.0)), (10, 10.0, day(4)));
//! ```

pub mod calendar;
pub mod item;
pub mod lanes;
pub mod layout;
pub mod scale;
#[cfg(test)]
mod tests;

pub use item::{Item, ItemKind, Items, Timeline};
