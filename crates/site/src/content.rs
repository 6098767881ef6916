//! What a site shows.

use super::Error;
use super::address::SiteUrl;
use super::listing::Listing;
use super::pack;
use super::prepare::Built;
use maud::{Markup, html};
use zeitlupe_core::article::Article;
use zeitlupe_core::bundle::Bundle;
use zeitlupe_core::day::Day;
use zeitlupe_core::part::{Loading, PartKey};
use zeitlupe_core::view::SiteInfo;
use zeitlupe_words::{Lang, format};

/// Up to so many bytes of text the first page holds every article in full, and parts are packed as small as possible.
const SMALL: usize = 200_000;

/// What a site shows.
#[derive(Clone, Copy)]
pub struct Content<'a> {
    /// Name of the collection; empty if it has none.
    pub title: &'a str,
    /// The articles, in order.
    pub articles: &'a [Article],
    /// The same, analysed.
    pub bundle: &'a Bundle,
    /// Fixed pages, tasks, tours, imprint.
    pub papers: &'a SiteInfo,
    /// Names and dates, for readers without scripts.
    pub listing: &'a Listing,
    /// The day on which this is built; `None` where the site is not to name one.
    pub built_on: Option<Day>,
    /// Where the site will stand, if that is known.
    pub url: Option<&'a SiteUrl>,
    /// Whether it is for a class only, and nobody else is to find it.
    pub class: bool,
}

impl<'a> Content<'a> {
    /// What was prepared, without a day, without an address, for everyone.
    pub fn new(Built { title, articles, bundle, papers, .. }: &'a Built, listing: &'a Listing) -> Self {
        Self { title, articles, bundle, papers, listing, built_on: None, url: None, class: false }
    }

    /// The name of the collection, or the word for one that has none.
    pub(super) fn name(&self) -> &str {
        if self.title.is_empty() { Lang::De.words().untitled } else { self.title }
    }

    /// One sentence on what there is.
    pub(super) fn description(&self) -> String {
        format!("Lesesaal: {} zum Lesen, Suchen und Vergleichen", self.count())
    }

    /// `5 Artikel`.
    pub(super) fn count(&self) -> String {
        let count = u32::try_from(self.articles.len()).unwrap_or(u32::MAX);
        format::counted(count, &Lang::De.words().articles, Lang::De)
    }

    /// Name of the file of the base part, in `data/`.
    pub(super) fn base(&self) -> String {
        PartKey::Base.file(self.bundle.corpus)
    }

    /// The parts as they ship, by their files in `data/`: as small as possible those of a small corpus and those that every reader loads
    /// first, the others in gzip form, which takes a tenth of the time.
    pub(super) fn packed_parts(&self) -> Result<Vec<(String, Vec<u8>)>, Error> {
        let is_small = self.is_small();
        let pack = |key: PartKey| if is_small || key.kind().loading == Loading::Start { pack::lzma } else { pack::gzip };
        let parts = &self.bundle.parts;
        let mut out = Vec::with_capacity(parts.len());
        zeitlupe_core::parallel::map_in_order(parts.len(), |n| pack(parts[n].0)(&parts[n].1), |n, packed| out.push((parts[n].0, packed)));
        out.into_iter().map(|(key, packed)| Ok((key.file(self.bundle.corpus), packed?))).collect()
    }

    /// Whether the first page holds every article in full.
    pub(super) fn is_small(&self) -> bool {
        self.articles.iter().map(|article| article.text.len()).sum::<usize>() <= SMALL
    }

    /// What tells the app when this was built: in the page and not in the data, which do not depend on the day.
    pub(super) fn built_tag(&self) -> Markup {
        html! { @if let Some(day) = self.built_on { meta name="built" content=(day.iso()); } }
    }
}
