//! The pages of the app, in one table: path, title, and where links to it appear.
//!
//! To add a page, add a row; wherever a page needs more than the table has, a `match` without a catch-all makes the compiler ask for it.

use super::escape::{decode, encode};
use crate::Words;

/// A row of the table of pages.
#[derive(Debug)]
pub struct Entry {
    /// The first part of its path in addresses.
    pub path: &'static str,
    /// Its title.
    pub name: fn(&Words) -> &'static str,
    /// Whether the header has a tab for it.
    pub tab: bool,
    /// Whether the footer has a link to it.
    pub foot: bool,
    /// Whether it has the filter by names and time, so that links between such pages keep it.
    pub filtered: bool,
    /// Whether it shows fixed pages, tasks or tours, which are a separate part to load.
    pub texts: bool,
}

impl Entry {
    /// A page without links and filter, as the base of a row.
    const fn new(path: &'static str, name: fn(&Words) -> &'static str) -> Self {
        Self { path, name, tab: false, foot: false, filtered: false, texts: false }
    }
}

macro_rules! pages {
    ($($(#[$doc:meta])* $page:ident $(($id:ty))? = $entry:expr;)*) => {
        /// A page, in the order of the tabs and of the links in the footer.
        ///
        /// ```
        /// use zeitlupe_words::{Lang, address::Page};
        /// let tabs: Vec<_> = Page::all().filter(|page| page.entry().tab).map(|page| (page.entry().name)(Lang::De.words())).collect();
        /// assert_eq!(tabs[..4], ["Übersicht", "Zeit", "Vergleich", "Namen"]);
        /// ```
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub enum Page { $($(#[$doc])* $page $(($id))?,)* }

        impl Page {
            /// The row of the table.
            pub fn entry(&self) -> &'static Entry {
                match self { $(Page::$page { .. } => const { &$entry },)* }
            }

            /// One page of each kind, in the order of the table.
            pub fn all() -> impl Iterator<Item = Page> {
                [$(Page::$page $((<$id>::new()))?,)*].into_iter()
            }
        }
    };
}

pages! {
    /// The collection as a whole.
    #[default]
    Overview = Entry { tab: true, ..Entry::new("", |words| words.overview) };
    /// The results of a search.
    Search = Entry { filtered: true, ..Entry::new("suche", |words| words.search.title) };
    /// One article, by its id.
    Article(String) = Entry::new("artikel", |words| words.share.article[0]);
    /// The timeline.
    Time = Entry { tab: true, filtered: true, ..Entry::new("zeit", |words| words.timeline.title) };
    /// Reports of one event, compared.
    Compare = Entry { tab: true, ..Entry::new("vergleich", |words| words.sheet.title) };
    /// All names.
    Names = Entry { tab: true, filtered: true, ..Entry::new("namen", |words| words.names.title) };
    /// The reader's own passages and notes.
    Evidence = Entry { tab: true, ..Entry::new("belege", |words| words.notes.title) };
    /// The tasks.
    Tasks = Entry { tab: true, texts: true, ..Entry::new("aufgaben", |words| words.lesson.tasks) };
    /// About the collection: what it is, how its dates are known, the limits of the analysis.
    About = Entry { tab: true, foot: true, texts: true, ..Entry::new("ueber", |words| words.about) };
    /// Privacy.
    Privacy = Entry { foot: true, texts: true, ..Entry::new("datenschutz", |words| words.lesson.fixed_pages[0]) };
    /// Accessibility.
    Access = Entry { foot: true, texts: true, ..Entry::new("barrierefreiheit", |words| words.lesson.fixed_pages[1]) };
    /// The publisher.
    Imprint = Entry { foot: true, texts: true, ..Entry::new("impressum", |words| words.lesson.fixed_pages[2]) };
}

impl Page {
    /// The file of the static page with the same content: `aufgaben.html`. Only of pages with [`Entry::texts`].
    pub fn file(&self) -> String {
        [self.entry().path, ".html"].concat()
    }

    /// Parses the path of an address, between `#` and `?`; `None` if there is no such page.
    pub(super) fn parse(path: &str) -> Option<Self> {
        let path = path.trim_matches('/');
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let page = Page::all().find(|page| page.entry().path == first)?;
        match page {
            Page::Article(_) => (!rest.is_empty()).then(|| Page::Article(decode(rest))),
            page => rest.is_empty().then_some(page),
        }
    }

    /// The path of the page with the leading `#`; the inverse of [`Page::parse`].
    pub(super) fn path(&self) -> String {
        let path = ["#/", self.entry().path].concat();
        match self {
            Page::Article(id) => [&path, "/", &encode(id)].concat(),
            _ => path,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn paths_and_names_are_unambiguous() {
        let distinct = |all: Vec<&'static str>| all.iter().collect::<std::collections::BTreeSet<_>>().len() == all.len();
        assert!(distinct(Page::all().map(|page| page.entry().path).collect()));
        for lang in [Lang::De, Lang::En] {
            assert!(distinct(Page::all().map(|page| (page.entry().name)(lang.words())).collect()));
        }
    }

    #[test]
    fn a_path_is_read_back() {
        for page in Page::all().map(|page| if matches!(page, Page::Article(_)) { Page::Article("a/b".into()) } else { page }) {
            assert_eq!(Page::parse(page.path().trim_start_matches('#')), Some(page));
        }
        assert_eq!((Page::parse("/artikel"), Page::parse("/zeit/x"), Page::parse("/x")), (None, None, None));
    }

    #[test]
    fn the_files_of_notebooks_have_the_same_addresses() {
        assert_eq!(Page::Article("x".into()).path(), format!("{}x", zeitlupe_core::annotation::ARTICLE));
        assert_eq!(Page::Tasks.path(), zeitlupe_core::annotation::TASKS);
    }
}
