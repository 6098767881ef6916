//! Tasks and tours that a teacher or publisher adds to the articles.
//!
//! They are two small Markdown files; [`crate::prose`] describes the supported subset.
//!
//! ```text
//! # Zwei Gipfel                     the title of the tasks        tasks.md
//! Lesen Sie zuerst alle Artikel.    the introduction
//! ## Wer trifft wen?                a task, and its text
//! (kurze Antwort)                   the size of its answer field
//!
//! # Der Weg nach Peking             a tour                        tour.md
//! 1. [Zuerst](#/artikel/a) lesen.   a station: its first link into the room is the saved view
//! ```
//!
//! ```
//! let (tasks, remarks) = zeitlupe_ingest::lesson::read_tasks("# Zwei Gipfel\n## Wer trifft wen?\n(kurze Antwort)");
//! assert_eq!((tasks.title.as_str(), tasks.tasks[0].heading.as_str()), ("Zwei Gipfel", "Wer trifft wen?"));
//! assert!(remarks.is_empty());
//! ```

mod tasks;
#[cfg(test)]
mod tests;
mod tours;

pub use tasks::read_tasks;
pub use tours::read_tours;
