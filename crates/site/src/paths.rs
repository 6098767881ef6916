//! The paths of a site's files.

use std::collections::{BTreeMap, BTreeSet};
use zeitlupe_core::article::{Article, page_name};

/// The files of a site by their paths relative to its root, with `/` as separator.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The front page.
pub const FIRST: &str = "index.html";
/// The page for addresses that do not exist.
pub const MISSING: &str = "404.html";

/// The longest stem made from an id, in characters.
const MAX_STEM: usize = 100;

/// The file of an article's own page.
pub fn article_page(stem: &str) -> String {
    format!("artikel/{stem}.html")
}

/// The file of page `n`, counted from 0, of a list: `liste`, `namen` or `zeit`. The list of articles begins on the front page.
pub fn list_page(list: &str, n: usize) -> String {
    match (list, n) {
        ("liste", 0) => FIRST.into(),
        (list, 0) => format!("{list}.html"),
        (list, n) => format!("{list}-{}.html", n + 1),
    }
}

/// A file stem for each article: its id in characters that all file systems and servers accept, unique even if case is ignored.
///
/// An id that is already such a stem keeps it; see [`page_name`].
pub fn stems(articles: &[Article]) -> Vec<String> {
    let own: Vec<Option<String>> = articles.iter().map(|article| page_name(&article.meta.id)).collect();
    let mut taken: BTreeSet<String> = own.iter().flatten().map(|name| name.to_ascii_lowercase()).collect();
    let mut first = BTreeSet::new();
    let mut stem = |(article, own): (&Article, Option<String>)| {
        // Ids of one corpus never differ by case alone; should they, the first one gets the name.
        own.filter(|own| first.insert(own.to_ascii_lowercase())).unwrap_or_else(|| free_stem(&article.meta.id, &mut taken))
    };
    articles.iter().zip(own).map(&mut stem).collect()
}

/// A stem made from an id that is not in `taken`; it is added there.
fn free_stem(id: &str, taken: &mut BTreeSet<String>) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '-' };
    let plain: String = id.chars().take(MAX_STEM).map(safe).collect();
    // Windows reserves short names such as `con` or `com1`; an underscore makes them harmless.
    let plain = if plain.len() <= 4 { format!("{plain}_") } else { plain };
    let mut stem = plain.clone();
    let mut n = 1;
    while !taken.insert(stem.to_ascii_lowercase()) {
        n += 1;
        stem = format!("{plain}-{n}");
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(id: &str) -> Article {
        let mut article = Article::default();
        article.meta.id = id.into();
        article
    }

    #[test]
    fn file_names_are_valid_on_every_file_system() {
        let stems = stems(&["Foo", "foo", "con", "ä/ö", "FOO-2", "x".repeat(300).as_str()].map(article));
        assert_eq!(stems[..5], ["Foo_", "foo_-2", "con_", "---_", "FOO-2"]);
        assert_eq!(stems[5].len(), MAX_STEM);
    }

    #[test]
    fn an_id_that_is_a_page_name_keeps_it() {
        let ids = ["a.bcd", "a-bcd", "a-bcd-2", "A_bcd", "x.yz", "com1"].map(article);
        let stems = stems(&ids);
        assert_eq!(stems, ["a-bcd-3", "a-bcd", "a-bcd-2", "A_bcd", "x-yz_", "com1_"]);
        for (article, stem) in ids.iter().zip(&stems) {
            assert!(page_name(&article.meta.id).is_none_or(|name| name == *stem), "{stem}");
        }
    }

    #[test]
    fn the_list_of_articles_begins_on_the_front_page() {
        let files = [list_page("liste", 0), list_page("liste", 1), list_page("namen", 0), list_page("zeit", 2)];
        assert_eq!(files, ["index.html", "liste-2.html", "namen.html", "zeit-3.html"]);
    }
}
