//! Which articles may be published in full, and excerpts of the others.

use super::Error;
use super::excerpt::reduce;
use super::licence::allows_publication;
use super::source::Source;
use std::collections::BTreeSet;
use zeitlupe_core::article::{Article, ArticleId};
use zeitlupe_core::bundle::Bundle;
use zeitlupe_core::entity::Correction;
use zeitlupe_core::room::question;
use zeitlupe_core::view::AnalysedArticle;

/// How the licences of the articles are enforced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rights {
    /// Not at all: whoever builds the site is responsible.
    #[default]
    Unasked,
    /// An article that may not be published in full stops the build.
    Public,
    /// An article that may not be published in full becomes an excerpt.
    Reduced,
}

/// Whether an article may be published in full.
fn is_free(article: &Article) -> bool {
    article.meta.licence.as_deref().is_some_and(allows_publication)
}

/// The indices of articles that may not be published in full.
pub fn restricted(articles: &[Article]) -> Vec<ArticleId> {
    let all = articles.iter().enumerate().filter(|(_, article)| !is_free(article));
    all.map(|(at, _)| ArticleId(at as u32)).collect()
}

/// The error message: a line for each article that may not be published in full, with what was found and expected.
pub fn complaint(articles: &[Article]) -> Error {
    let line = |ArticleId(at): &ArticleId| {
        let meta = &articles[*at as usize].meta;
        let found = meta.licence.as_ref().map_or_else(|| "none".to_owned(), |licence| format!("{licence:?}"));
        // A file may hold many articles, so ids identify them.
        let is_record = meta.file.ends_with(".jsonl") || meta.file.ends_with(".jsonl.gz");
        let key = if meta.file.is_empty() || is_record { &meta.id } else { &meta.file };
        format!(
            "{key}: expected a licence that allows publication in full (CC BY 4.0, gemeinfrei, eigen, mit Genehmigung …), found {found}; \
             in articles.toml: [{key:?}] with licence = \"…\""
        )
    };
    let lines: Vec<String> = restricted(articles).iter().map(line).collect();
    Error::Rights(format!(
        "--public refuses {} of {} articles; --reduce would make excerpts of them\n{}",
        lines.len(),
        articles.len(),
        lines.join("\n")
    ))
}

/// Reduces articles that may not be published in full to excerpts, with the words and names found in the whole texts.
pub fn reduce_restricted(articles: &mut [Article], bundle: &Bundle) -> Result<(), Error> {
    let source = Source::open(bundle)?;
    let entities = source.ask(question::Entities)?;
    for id in restricted(articles) {
        let found = source.ask(question::Articles(vec![id]))?;
        let Some((_, AnalysedArticle { words, .. })) = found.into_iter().next() else { return Err(Error::Answer("an article")) };
        let count = |counts: &[(ArticleId, u32)]| counts.iter().find(|(article, _)| *article == id).map(|(_, count)| *count);
        let mut names: Vec<(String, u32)> =
            entities.iter().filter_map(|entity| Some((entity.name.clone(), count(&entity.counts)?))).collect();
        names.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
        let article = &mut articles[id.0 as usize];
        *article = reduce(article, words, &names);
    }
    Ok(())
}

/// The corrections without those that quote the whole text of an excerpt, which would be published with them.
pub fn without_quotes(corrections: Vec<Correction>, articles: &[Article]) -> Vec<Correction> {
    let reduced: BTreeSet<&str> = articles.iter().filter(|article| article.meta.excerpt.is_some()).map(|a| a.meta.id.as_str()).collect();
    let quotes = |correction: &Correction| match correction {
        Correction::Mark { place, .. } | Correction::Unmark { place } => reduced.contains(place.article.as_str()),
        _ => false,
    };
    corrections.into_iter().filter(|correction| !quotes(correction)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeitlupe_core::entity::Quotation;

    fn article(id: &str, file: &str, licence: Option<&str>) -> Article {
        let mut article = Article::default();
        article.meta.id = id.into();
        article.meta.file = file.into();
        article.meta.licence = licence.map(str::to_owned);
        article
    }

    #[test]
    fn the_message_has_a_line_per_article() {
        let articles =
            [article("a", "a.txt", None), article("b", "b.txt", Some("CC BY 4.0")), article("c", "all.jsonl", Some("© Der Bote"))];
        let said = complaint(&articles).to_string();
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines.len(), 3, "{said}");
        assert!(lines[0].contains("refuses 2 of 3 articles"));
        assert!(lines[1].starts_with("a.txt: expected a licence") && lines[1].contains("found none") && lines[1].contains("[\"a.txt\"]"));
        assert!(lines[2].starts_with("c: ") && lines[2].contains("found \"© Der Bote\""));
    }

    #[test]
    fn corrections_that_quote_an_excerpt_are_dropped() {
        let mut reduced = article("a", "a.txt", None);
        reduced.meta.excerpt = Some(Default::default());
        let unmark = |article: &str| Correction::Unmark { place: Quotation { article: article.into(), ..Quotation::default() } };
        let kept = without_quotes(vec![unmark("a"), unmark("b")], &[reduced, article("b", "b.txt", None)]);
        assert_eq!(kept, [unmark("b")]);
    }
}
