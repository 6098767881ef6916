//! What the app and the static pages share: texts of the interface, formats of numbers and dates, and the address.
//!
//! ```
//! use zeitlupe_words::{Lang, format};
//!
//! let words = Lang::De.words();
//! assert_eq!(words.timeline.title, "Zeit");
//! assert_eq!(format::counted(2711, &words.words, Lang::De), "2.711\u{a0}Wörter");
//! ```

pub mod address;
pub mod compare;
pub mod corrections;
mod count;
pub mod dates;
mod de;
pub mod display;
mod en;
pub mod format;
mod lang;
pub mod lesson;
pub mod names;
pub mod notes;
pub mod pages;
pub mod search;
pub mod share;
pub mod sheet;
mod table;
pub mod timeline;

pub use count::Count;
pub use lang::Lang;
pub use table::Words;
