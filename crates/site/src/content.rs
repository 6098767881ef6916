//! The contents of a site.

use super::Error;
use super::address::SiteUrl;
use super::listing::Listing;
use super::pack;
use super::prepare::Built;
use maud::{Markup, html};
use zeitlupe_core::article::Article;
use zeitlupe_core::bundle::Bundle;
use zeitlupe_core::day::Day;
use zeitlupe_core::part::PartKey;
use zeitlupe_core::view::SiteInfo;
use zeitlupe_words::{Lang, format};

/// Up to this many bytes of text, the front page has all articles in full, and parts are compressed as much as possible.
const SMALL_CORPUS: usize = 200_000;

/// The contents of a site.
#[derive(Clone, Copy)]
pub struct Content<'a> {
    /// The title of the collection; empty if it has none.
    pub title: &'a str,
    /// The articles, in order.
    pub articles: &'a [Article],
    /// Their analysis.
    pub bundle: &'a Bundle,
    /// Fixed pages, tasks, tours, imprint.
    pub site_info: &'a SiteInfo,
    /// Names and dates, for readers without scripts.
    pub listing: &'a Listing,
    /// The day of the build; `None`: the site shows none.
    pub built_on: Option<Day>,
    /// The address of the site, if known.
    pub url: Option<&'a SiteUrl>,
    /// Whether it is for a class only and must not be found by search engines.
    pub class: bool,
}

impl<'a> Content<'a> {
    /// Public content without a build day and an address.
    pub fn new(Built { title, articles, bundle, site_info, .. }: &'a Built, listing: &'a Listing) -> Self {
        Self { title, articles, bundle, site_info, listing, built_on: None, url: None, class: false }
    }

    /// The title of the collection, or the default title.
    pub(super) fn name(&self) -> &str {
        if self.title.is_empty() { Lang::De.words().untitled } else { self.title }
    }

    /// One sentence that describes the collection.
    pub(super) fn description(&self) -> String {
        format!("Lesesaal: {} zum Lesen, Suchen und Vergleichen", self.count())
    }

    /// `5 Artikel`.
    pub(super) fn count(&self) -> String {
        let count = u32::try_from(self.articles.len()).unwrap_or(u32::MAX);
        format::counted(count, &Lang::De.words().articles, Lang::De)
    }

    /// The file name of the base part, in `data/`.
    pub(super) fn base(&self) -> String {
        PartKey::Base.file(self.bundle.corpus)
    }

    /// The compressed parts by their files in `data/`.
    pub(super) fn packed_parts(&self) -> Result<Vec<(String, Vec<u8>)>, Error> {
        let pack = |key: PartKey| if self.is_small() || is_dense(key) { pack::lzma } else { pack::gzip };
        let parts = &self.bundle.parts;
        let mut out = Vec::with_capacity(parts.len());
        zeitlupe_core::parallel::map_in_order(parts.len(), |n| pack(parts[n].0)(&parts[n].1), |n, packed| out.push((parts[n].0, packed)));
        out.into_iter().map(|(key, packed)| Ok((key.file(self.bundle.corpus), packed?))).collect()
    }

    /// Whether the front page has all articles in full.
    pub(super) fn is_small(&self) -> bool {
        self.articles.iter().map(|article| article.text.len()).sum::<usize>() <= SMALL_CORPUS
    }

    /// The `<meta>` element with the build day; it is in the page because the data do not depend on the day.
    pub(super) fn built_tag(&self) -> Markup {
        html! { @if let Some(day) = self.built_on { meta name="built" content=(day.iso()); } }
    }
}

/// Whether a part of a large corpus is compressed with LZMA rather than gzip, which compresses several times as fast: those of the start and of the
/// search. That a browser inflates gzip by itself is no gain for hundreds of small files: each leaves tens of kilobytes to the garbage collector.
pub fn is_dense(key: PartKey) -> bool {
    !matches!(
        key,
        PartKey::Articles(_)
            | PartKey::Entities
            | PartKey::Timeline
            | PartKey::TimelineNames
            | PartKey::Witnesses(_)
            | PartKey::Relations(_)
    )
}
