//! The whole corpus, analysed, as parts of bytes and back.
//!
//! [`build`] analyses the articles and gives every part as bytes; [`decode`](crate::part::decode) checks a part that came back from a file, a page or memory.
//! What the parts hold is in [`Base`], [`EntityTable`], [`Titles`], [`ArticleChunk`] and, of the index, in [`crate::search`]; [`crate::room::Room`] reads them.
//!
//! ```
//! use zeitlupe_core::article::Article;
//! use zeitlupe_core::bundle::{Corpus, build};
//! use zeitlupe_core::part::PartKey;
//! let article = Article { text: "Der Kreml schweigt.".into(), ..Article::default() };
//! let bundle = build(&Corpus { articles: vec![article], ..Corpus::default() }, &mut |_| ());
//! assert_eq!(bundle.parts[0].0, PartKey::Base);
//! assert!(bundle.parts.iter().any(|(key, _)| *key == PartKey::Articles(0)));
//! ```

mod build;
mod columns;
mod content;
mod corpus;
#[cfg(test)]
mod format_tests;
mod relations;
mod revision;
mod timeline;

pub use build::{Bundle, Progress, Stage, build, build_corrected};
pub use columns::{Columns, Row};
pub use content::{ArticleChunk, Base, Details, EntityTable, STORIES, TITLES, Titles};
pub use corpus::Corpus;
pub use relations::RELATED;
pub use revision::{Revised, Revision};
pub use timeline::{TimelineNames, WITNESSES};
