//! What a bundle is built from.

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
