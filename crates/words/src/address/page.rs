//! The pages of the app: one table says how each is called in addresses, what its name is, and where links to it stand.
//!
//! A page is added by a row of this table; wherever a page needs more than the table says, a `match` without a catch-all asks for it.

use super::escape::{decode, encode};
use crate::Words;

/// What the table says about a page.
#[derive(Debug)]
pub struct Entry {
    /// The first part of its path in addresses.
    pub path: &'static str,
    /// Its name in the interface.
    pub name: fn(&Words) -> &'static str,
    /// Whether the header has a tab for it.
    pub tab: bool,
    /// Whether the footer has a link to it.
    pub foot: bool,
    /// Whether it has the filter by names and time, so that links between such pages keep it.
    pub filtered: bool,
    /// Whether it shows fixed texts, tasks or tours, which are loaded by themselves.
    pub texts: bool,
}

impl Entry {
    /// A page without links and without a filter, as the base of a row.
    const fn new(path: &'static str, name: fn(&Words) -> &'static str) -> Self {
        Self { path, name, tab: false, foot: false, filtered: false, texts: false }
    }
}

macro_rules! pages {
    ($($(#[$doc:meta])* $page:ident $(($id:ty))? = $entry:expr;)*) => {
        /// Which page is open. The order is that of the tabs, and of the links in the footer.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub enum Page { $($(#[$doc])* $page $(($id))?,)* }

        impl Page {
            /// The row of the table.
            pub fn entry(&self) -> &'static Entry {
                match self { $(Page::$page { .. } => const { &$entry },)* }
            }

            /// All pages, one of each kind, in the order of the table.
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
    Search = Entry { filtered: true, ..Entry::new("suche", |words| words.results) };
    /// One article, by its id.
    Article(String) = Entry::new("artikel", |words| words.share.article[0]);
    /// The timeline.
    Time = Entry { tab: true, filtered: true, ..Entry::new("zeit", |words| words.time) };
    /// All names.
    Names = Entry { tab: true, filtered: true, ..Entry::new("namen", |words| words.names) };
    /// The reader's own passages and notes.
    Evidence = Entry { tab: true, ..Entry::new("belege", |words| words.notes.title) };
    /// The tasks that lie beside the articles.
    Tasks = Entry { tab: true, texts: true, ..Entry::new("aufgaben", |words| words.lesson.tasks) };
    /// What this collection is, how its dates are known, its limits.
    About = Entry { tab: true, foot: true, texts: true, ..Entry::new("ueber", |words| words.about) };
    /// What is transferred, and what is not.
    Privacy = Entry { foot: true, texts: true, ..Entry::new("datenschutz", |words| words.lesson.papers[0]) };
    /// Who can use it, and what does not work.
    Access = Entry { foot: true, texts: true, ..Entry::new("barrierefreiheit", |words| words.lesson.papers[1]) };
    /// Who publishes it.
    Imprint = Entry { foot: true, texts: true, ..Entry::new("impressum", |words| words.lesson.papers[2]) };
}

impl Page {
    /// Reads the path of an address, what stands between `#` and `?`; `None` where no page is called so.
    pub(super) fn parse(path: &str) -> Option<Self> {
        let path = path.trim_matches('/');
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let page = Page::all().find(|page| page.entry().path == first)?;
        match page {
            Page::Article(_) => (!rest.is_empty()).then(|| Page::Article(decode(rest))),
            page => rest.is_empty().then_some(page),
        }
    }

    /// The path of the page with the `#` before it: the reverse of [`Page::parse`].
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
}
