//! The bundle: the analysed corpus, encoded as parts.
//!
//! [`build`] analyses the articles and encodes the parts; [`decode`](crate::part::decode) checks a part that was loaded. Their contents are [`Base`],
//! [`EntityTable`], [`Titles`], [`ArticleChunk`] and, for the index, types of [`crate::search`]; [`crate::room::Room`] reads them.
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
pub use content::{ArticleChunk, Base, Details, EntityTable, STORIES, SUMMARIES, TITLES, Titles};
pub use corpus::Corpus;
pub use relations::RELATED;
pub use revision::{Revised, Revision};
pub use timeline::{TimelineNames, WITNESSES};
