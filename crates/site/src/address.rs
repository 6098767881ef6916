//! The absolute address of the site, for search engines and link previews.

use super::Error;
use super::paths::{FIRST, Files, MISSING};
use maud::html;
use std::collections::BTreeMap;

/// The most addresses in one site map (<https://www.sitemaps.org/protocol.html>).
const MAX_ADDRESSES: usize = 50_000;

/// The address of the root of a site, with a trailing slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteUrl(String);

impl SiteUrl {
    /// Parses an address such as `https://name.github.io/lesesaal/`; the trailing slash may be missing.
    ///
    /// ```
    /// assert!(zeitlupe_site::SiteUrl::parse("https://name.github.io/lesesaal").is_ok());
    /// let said = zeitlupe_site::SiteUrl::parse("https://name.github.io/lesesaal?a").unwrap_err().to_string();
    /// assert!(said.ends_with("found \"https://name.github.io/lesesaal?a\": it must have neither ? nor #"));
    /// ```
    pub fn parse(text: &str) -> Result<Self, Error> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split('/').next()).unwrap_or_default();
        let is_host = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.:[]".contains(&b));
        let is_written = text.bytes().all(|b| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&b));
        let rules = [
            (rest.is_some(), "it must begin with https:// or http://"),
            (is_host, "its host must be a plain name"),
            (!text.contains(['?', '#']), "it must have neither ? nor #"),
            (is_written, "blanks and letters beyond ASCII must be written with %"),
            (!text.ends_with(".html"), "it must be the folder, not a page in it"),
        ];
        match rules.into_iter().find(|(holds, _)| !holds) {
            Some((_, reason)) => Err(Error::Url { found: text.to_owned(), reason }),
            None => Ok(Self(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })),
        }
    }

    /// The address of a page by its file; that of `index.html` is the folder's.
    pub fn of(&self, file: &str) -> String {
        format!("{}{}", self.0, if file == FIRST { "" } else { file })
    }

    /// The site map: all pages among `files`, with the date of a page where `days` has one for its file.
    pub fn sitemap(&self, files: &Files, days: &BTreeMap<String, String>) -> String {
        let pages = files.keys().filter(|name| name.ends_with(".html") && *name != MISSING).take(MAX_ADDRESSES);
        let entries = html! {
            urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
                @for name in pages {
                    url { loc { (self.of(name)) } @if let Some(day) = days.get(name) { lastmod { (day) } } }
                }
            }
        };
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", entries.0)
    }

    /// The `robots.txt` that points to the site map.
    pub fn robots(&self) -> String {
        format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", self.of("sitemap.xml"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_absolute_address_is_accepted() {
        for (text, expected) in [
            ("https://name.github.io/lesesaal", "https://name.github.io/lesesaal/"),
            ("http://localhost:8080/", "http://localhost:8080/"),
            ("https://schule.example/a/b%20c/", "https://schule.example/a/b%20c/"),
        ] {
            assert_eq!(SiteUrl::parse(text).expect(text).of("index.html"), expected);
        }
        for (text, why) in [
            ("name.github.io", "begin with https://"),
            ("https://", "plain name"),
            ("https://na me/", "plain name"),
            ("https://x.example/?a", "neither ? nor #"),
            ("https://x.example/für alle/", "written with %"),
            ("https://x.example/index.html", "the folder"),
        ] {
            let said = SiteUrl::parse(text).expect_err(text).to_string();
            assert!(said.contains(why) && said.contains(&format!("{text:?}")), "{said}");
        }
    }

    #[test]
    fn the_site_map_lists_every_page_once() {
        let url = SiteUrl::parse("https://x.example/room").expect("an address");
        let files: Files = ["index.html", "artikel/a.html", "404.html", "boot.js"].map(|name| (name.to_owned(), Vec::new())).into();
        let map = url.sitemap(&files, &BTreeMap::from([("artikel/a.html".to_owned(), "2022-02-04".to_owned())]));
        assert!(map.contains("<url><loc>https://x.example/room/artikel/a.html</loc><lastmod>2022-02-04</lastmod></url>"), "{map}");
        assert!(map.contains("<url><loc>https://x.example/room/</loc></url>"), "{map}");
        assert_eq!(map.matches("<url>").count(), 2);
        assert!(url.robots().ends_with("Sitemap: https://x.example/room/sitemap.xml\n"));
    }
}
