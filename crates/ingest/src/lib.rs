//! Reads files into articles: paths and bytes in, articles, metadata and problems out.
//!
//! It opens no files and walks no folders: the caller hands over the bytes, on the command line or in a browser.
//!
//! ```
//! let text = "Gipfel in Wien\n\n04.02.2022 | 12:01 Uhr\nDie Minister trafen sich am Freitag in Wien.\nQuelle: dpa";
//! let table = "title = \"Vier Wochen im Februar\"\n[\"gipfel.txt\"]\nauthor = \"Anna Schmidt\"\nurl = \"nirgends\"";
//! let reading = zeitlupe_ingest::read([("gipfel.txt", text.as_bytes()), ("articles.toml", table.as_bytes())]);
//!
//! let article = &reading.articles[0];
//! assert_eq!(article.meta.title.as_deref(), Some("Gipfel in Wien"));
//! assert_eq!(article.meta.date.as_ref().map(|date| date.iso()).as_deref(), Some("2022-02-04T12:01"));
//! assert_eq!((article.meta.source.as_deref(), article.meta.author.as_deref()), (Some("dpa"), Some("Anna Schmidt")));
//! assert_eq!(article.text, "Gipfel in Wien\nDie Minister trafen sich am Freitag in Wien.");
//!
//! let problem = reading.problems[0].to_string();
//! assert_eq!(problem, "warning: articles.toml:4: expected an address that begins with https:// or http://, found \"nirgends\"");
//! assert_eq!(reading.summary(), "1 article from 1 file: 0 errors, 1 warning, 0 notes");
//! ```
//!
//! # Modules
//!
//! * [`Reader`], [`read`]: files into one [`Reading`]
//! * [`Format`]: which files hold articles, and how each kind is read
//! * [`plain`], [`markdown`]: a single text
//! * [`article`]: from lines to an article
//! * [`prose`], [`pages`]: pages of text; [`lesson`]: tasks and tours
//!
//! # No word is lost
//!
//! Lines around the article (credits, captions, links to related articles) go to its *furniture*; every word of a file is found in the text,
//! the furniture or the metadata. Nothing is invented: what a file does not say stays `None`.

pub mod article;
mod clean;
mod commonmark;
mod decode;
mod extras;
mod format;
mod front_matter;
mod html;
mod hyphens;
mod ids;
mod jsonl;
pub mod lesson;
mod line_numbers;
mod markdown;
mod names;
mod pages;
mod plain;
pub mod prose;
mod reader;
mod reading;
mod sidecar;
mod slug;

pub use article::{Moment, Parsed, Sink};
pub use clean::clean;
pub use format::{FORMATS, Format, Parse};
pub use markdown::markdown;
pub use names::unmatched_correction;
pub use pages::pages;
pub use plain::plain;
pub use reader::{MAX_FILE_BYTES, Reader, read};
pub use reading::{Problem, Reading, failed_analysis};
