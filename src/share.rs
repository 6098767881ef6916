//! Links to share.
//!
//! ```
//! use zeitlupe::share::{Reach, link};
//! use zeitlupe_words::address::Address;
//!
//! let (address, _) = Address::parse("#/zeit");
//! assert_eq!(link("https://schule.example/lesesaal/", false, &address), "https://schule.example/lesesaal/#/zeit");
//! assert!(Reach::of("file:///x/index.html") == Reach::File);
//! ```

use zeitlupe_core::article::page_name;
use zeitlupe_words::address::{Address, Page};

/// Who can open a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Anyone who can reach the host.
    Web,
    /// Only this device, which is the host.
    Device,
    /// Only this device, which has the file.
    File,
}

impl Reach {
    /// Who can open the page at this address.
    pub fn of(page: &str) -> Self {
        let Some((_, rest)) = page.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https")) else {
            return Reach::File;
        };
        let host = rest.split(['/', '?']).next().unwrap_or_default();
        let local = ["localhost", "127.", "[::1]"].iter().any(|local| host.starts_with(local));
        if local { Reach::Device } else { Reach::Web }
    }
}

/// The link to a view of the room at `page`, an address without a fragment.
///
/// An article has its own page, so that a pasted link shows a preview; the app starts from there. A `single` file has no such pages.
pub fn link(page: &str, single: bool, address: &Address) -> String {
    let address = address.shared();
    let href = address.href();
    let stem = match &address.page {
        Page::Article(id) if !single && Reach::of(page) != Reach::File => page_name(id),
        _ => None,
    };
    let Some(stem) = stem else { return [page, &href].concat() };
    let rest = href.split_once('?').map_or(String::new(), |(_, rest)| ["#?", rest].concat());
    [folder(page), "artikel/", &stem, ".html", &rest].concat()
}

/// The folder of a page, with the trailing slash.
fn folder(page: &str) -> &str {
    let path = page.split('?').next().unwrap_or_default();
    path.rfind('/').map_or(path, |at| &path[..=at])
}

/// The longest link to type from a projection, in characters.
const MAX_TYPED: usize = 60;

/// A link for typing from a projection, without what browsers add themselves; for a long link, the address of the room.
pub fn readable<'a>(link: &'a str, page: &'a str) -> &'a str {
    let bare = |address: &'a str| address.split_once("://").map_or(address, |(_, rest)| rest).trim_end_matches("#/");
    let (link, room) = (bare(link), bare(folder(page)));
    if link.chars().count() <= MAX_TYPED { link } else { room }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://schule.example/raum/index.html";

    #[track_caller]
    fn check(page: &str, single: bool, fragment: &str, expected: &str) {
        assert_eq!(link(page, single, &Address::parse(fragment).0), expected);
    }

    #[test]
    fn a_link_leads_to_the_view_or_to_the_page_of_the_article() {
        check(PAGE, false, "#/suche?q=Gas", "https://schule.example/raum/index.html#/suche?q=Gas");
        check(PAGE, false, "#/artikel/003_436c", "https://schule.example/raum/artikel/003_436c.html");
        check(
            "https://schule.example/raum/?x=/1",
            false,
            "#/artikel/003_436c?q=Gas&stelle=512;Putin&grossbild",
            "https://schule.example/raum/artikel/003_436c.html#?q=Gas&stelle=512;Putin",
        );
        check(PAGE, true, "#/artikel/003_436c", "https://schule.example/raum/index.html#/artikel/003_436c");
        check("file:///x/index.html", false, "#/artikel/003_436c", "file:///x/index.html#/artikel/003_436c");
        // The pages of these ids have other names.
        for id in ["abc", "bericht.1", "a%20b12"] {
            check(PAGE, false, &format!("#/artikel/{id}"), &format!("{PAGE}#/artikel/{id}").replace("%20", "+"));
        }
    }

    #[test]
    fn who_can_open_it() {
        for (page, reach) in [
            (PAGE, Reach::Web),
            ("http://localhost:8080/", Reach::Device),
            ("http://127.0.0.1:8080/x", Reach::Device),
            ("http://[::1]/", Reach::Device),
            ("file:///x/index.html", Reach::File),
            ("content://documents/1", Reach::File),
            ("", Reach::File),
        ] {
            assert_eq!(Reach::of(page), reach, "{page}");
        }
    }

    #[test]
    fn what_is_typed_is_short() {
        assert_eq!(readable("https://schule.example/raum/#/", PAGE), "schule.example/raum/");
        assert_eq!(readable("https://schule.example/raum/#/zeit", PAGE), "schule.example/raum/#/zeit");
        assert_eq!(readable(&["https://schule.example/raum/#/suche?q=", &"x".repeat(60)].concat(), PAGE), "schule.example/raum/");
    }
}
