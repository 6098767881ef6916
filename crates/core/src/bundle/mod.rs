//! The whole corpus, analysed, as parts of bytes and back.
//!
//! [`build`] analyses the articles and gives every part as bytes; [`decode`] checks a part that came back from a file, a page or memory.
//! What the parts hold is in [`Base`], [`EntityTable`], [`Titles`], [`ArticleChunk`] and, of the index, in [`crate::search`]; [`crate::room::Room`] reads them.

mod build;
pub(crate) mod bytes;
mod codec;
mod columns;
mod content;
mod deltas;
mod document;
pub(crate) mod order;
pub(crate) mod packed;
mod papers;
mod part;
mod relations;
mod revision;
mod timeline;

pub(crate) use build::sentence_of;
pub use build::{Bundle, Progress, Stage, build, build_corrected};
pub use codec::{Header, checksum, decode, encode};
pub use columns::{Columns, Row};
pub use content::{ArticleChunk, Base, Details, EntityTable, STORIES, TITLES, Titles};
pub use document::{Document, MarkedName};
pub use papers::Papers;
pub use part::{Damage, PartKey};
pub use relations::RELATED;
pub use revision::{Revised, Revision};
pub use timeline::{Cast, TOLD};

use crate::article::Article;
use crate::lesson::Beside;

/// The articles and what they are called together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// The name of the collection; empty if it has none.
    pub title: String,
    /// The articles, in the order in which they are listed where nothing else is asked for.
    pub articles: Vec<Article>,
    /// What lies beside them: imprint, tasks, tours.
    pub beside: Beside,
}

impl Corpus {
    /// Puts the newest articles first, undated ones last, those of one moment in the order in which they were read:
    /// so the front page finds its articles side by side in the bundle.
    pub fn arrange(&mut self) {
        self.articles.sort_by_key(|article| std::cmp::Reverse(article.meta.date.as_ref().map(|date| (date.latest, date.minutes))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_come_first_and_the_undated_last() {
        let article = |id: &str, text: &str| {
            let mut article = crate::import::plain(text, Default::default()).article;
            article.meta.id = id.into();
            article
        };
        let texts = [
            "Text.",
            "Titel\n\nStand: 04.02.2022\nText.",
            "Wort.",
            "Titel\n\nStand: 04.02.2022, 12:01 Uhr\nText.",
            "Titel\n\nStand: 05.02.2022\nText.",
        ];
        let articles = texts.iter().enumerate().map(|(n, text)| article(&n.to_string(), text)).collect();
        let mut corpus = Corpus { articles, ..Corpus::default() };
        corpus.arrange();
        assert_eq!(corpus.articles.iter().map(|article| article.meta.id.as_str()).collect::<String>(), "43102");
    }
}
