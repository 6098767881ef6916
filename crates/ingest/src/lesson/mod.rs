//! The tasks and tours that a teacher or publisher adds to the articles.
//!
//! Two small files of Markdown; see [`crate::prose`] for what of it is read.
//!
//! ```text
//! # Zwei Gipfel                     the title of the tasks        tasks.md
//! Lesen Sie zuerst alle Artikel.    what stands before them
//! ## Wer trifft wen?                a task, and its text
//! (kurze Antwort)                   how much room its answer has
//!
//! # Der Weg nach Peking             a tour                        tour.md
//! 1. [Zuerst](#/artikel/a) lesen.   a station: its first link into the room is the saved state
//! ```

mod tasks;
#[cfg(test)]
mod tests;
mod tours;

pub use tasks::read_tasks;
pub use tours::read_tours;
