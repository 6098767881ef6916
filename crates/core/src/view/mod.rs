//! Plain data about articles and the corpus, as stored in the bundle and returned by the room.
//!
//! ```
//! use zeitlupe_core::article::{Article, Metadata};
//! use zeitlupe_core::view::{AnalysedArticle, Story};
//! let meta = Metadata { title: Some("Der Kreml schweigt".into()), ..Metadata::default() };
//! let article = Article { text: "Niemand sagt etwas.".into(), meta, ..Article::default() };
//! let story = Story::of(&AnalysedArticle { article, words: 3, ..AnalysedArticle::default() });
//! assert_eq!((story.summary.label.as_str(), story.words), ("Der Kreml schweigt", 3));
//! ```

mod article;
mod corpus;
mod site_info;
mod witness;

pub use article::{AnalysedArticle, MarkedName};
pub use corpus::{CorpusView, Opened, Story, Summary};
pub use site_info::SiteInfo;
pub use witness::Witness;
