//! What a bundle is built from.

use crate::article::Article;
use crate::lesson::Extras;
use crate::prose::Pages;

/// A collection of articles with everything that belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// The name of the collection; empty if it has none.
    pub title: String,
    /// The articles, in the order in which they are listed by default.
    pub articles: Vec<Article>,
    /// Imprint, tasks and tours.
    pub extras: Extras,
    /// The fixed pages, first in German, then in English.
    pub pages: [Pages; 2],
}

impl Corpus {
    /// Sorts the newest articles first and undated ones last, and keeps the order of articles with the same date. Thus the articles of the
    /// front page are neighbours in the bundle.
    pub fn arrange(&mut self) {
        self.articles.sort_by_key(|article| std::cmp::Reverse(article.meta.date.as_ref().map(|date| (date.latest, date.minutes))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Evidence, Metadata, Origin, Precision, PubDate};
    use crate::day::Day;

    #[test]
    fn the_newest_come_first_and_the_undated_last() {
        let article = |id: &str, day: u32, minutes: Option<u16>| {
            let evidence = Evidence { origin: Origin::Record, quote: String::new(), line: None, shared_words: 0 };
            let day = Day::from_civil(2022, 2, day);
            let date = day.map(|day| PubDate { earliest: day, latest: day, precision: Precision::Day, minutes, evidence });
            Article { meta: Metadata { id: id.into(), date, ..Metadata::default() }, ..Article::default() }
        };
        let undated = 0;
        let articles = [("0", undated, None), ("1", 4, None), ("2", undated, None), ("3", 4, Some(721)), ("4", 5, None)];
        let articles = articles.into_iter().map(|(id, day, minutes)| article(id, day, minutes)).collect();
        let mut corpus = Corpus { articles, ..Corpus::default() };
        corpus.arrange();
        assert_eq!(corpus.articles.iter().map(|article| article.meta.id.as_str()).collect::<String>(), "43102");
    }
}
