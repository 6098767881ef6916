//! From a reading to analysed articles.

use super::Error;
use super::rights::{self, Rights};
use zeitlupe_core::article::Article;
use zeitlupe_core::bundle::{Bundle, Corpus, Progress, build_corrected};
use zeitlupe_core::entity::Correction;
use zeitlupe_core::reuse::date_by_shared_passages;
use zeitlupe_core::view::SiteInfo;
use zeitlupe_ingest::Reading;

/// How articles are prepared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The title of the collection, instead of the one that was read.
    pub title: Option<String>,
    /// How licences are enforced.
    pub rights: Rights,
}

/// Articles, sorted and analysed.
#[derive(Clone, Debug)]
pub struct Built {
    /// The title of the collection; empty if it has none.
    pub title: String,
    /// The articles, in the order in which the bundle numbers them.
    pub articles: Vec<Article>,
    /// Their analysis.
    pub bundle: Bundle,
    /// Fixed pages, tasks, tours, imprint.
    pub site_info: SiteInfo,
    /// The lines of `names.toml` whose corrections matched nothing.
    pub stale: Vec<u32>,
    /// The number of articles reduced to excerpts.
    pub excerpts: usize,
    /// The articles that are left out because their analysis broke down, with the reasons.
    pub failed: Vec<(Article, String)>,
}

/// Infers dates from shared passages, sorts the articles, and analyses them with the corrections of names.
///
/// With [`Rights::Public`], an article that may not be published in full is an error; with [`Rights::Reduced`], it becomes an excerpt before
/// the bundle is made. `progress` is called as by [`build_corrected`], twice if there are excerpts. An empty reading is valid.
///
/// ```
/// use zeitlupe_site::{Options, prepare};
///
/// let files = [("b.txt", "Reise\n\n05.02.2022\nEr reiste nach Wien."), ("a.txt", "Gipfel\n\n04.02.2022\nSie trafen sich in Wien.")];
/// let reading = zeitlupe_ingest::read(files.map(|(path, text)| (path, text.as_bytes())));
/// let built = prepare(reading, &Options::default(), &mut |_| ())?;
/// assert_eq!(built.articles.len(), 2);
/// assert!(built.bundle.parts.iter().any(|(key, _)| key.name() == "base"));
/// # Ok::<(), zeitlupe_site::Error>(())
/// ```
pub fn prepare(reading: Reading, options: &Options, progress: &mut dyn FnMut(Progress)) -> Result<Built, Error> {
    let title = options.title.clone().or(reading.corpus_title).unwrap_or_default();
    let mut corpus = Corpus { title, articles: reading.articles, extras: reading.extras, pages: zeitlupe_ingest::pages() };
    date_by_shared_passages(&mut corpus.articles);
    corpus.arrange();
    if options.rights == Rights::Public && !rights::restricted(&corpus.articles).is_empty() {
        return Err(rights::complaint(&corpus.articles));
    }
    let (lines, mut corrections): (Vec<u32>, Vec<_>) = reading.corrections.into_iter().unzip();
    let mut failed = Vec::new();
    let mut bundle = analysed(&mut corpus, &corrections, progress, &mut failed);
    let stale = bundle.stale.iter().filter_map(|n| lines.get(*n as usize).copied()).collect();
    let excerpts = if options.rights == Rights::Reduced { rights::restricted(&corpus.articles).len() } else { 0 };
    if excerpts > 0 {
        // This analysis of the whole texts is only needed for their words and names.
        rights::reduce_restricted(&mut corpus.articles, &bundle)?;
        corrections = rights::without_quotes(corrections, &corpus.articles);
        bundle = analysed(&mut corpus, &corrections, progress, &mut failed);
    }
    let site_info = SiteInfo::new(&corpus.articles, &corpus.extras, &corpus.pages);
    Ok(Built { title: corpus.title, articles: corpus.articles, bundle, site_info, stale, excerpts, failed })
}

/// Analyses the corpus, and moves articles at which the analysis breaks down to `failed`.
fn analysed(
    corpus: &mut Corpus,
    corrections: &[Correction],
    progress: &mut dyn FnMut(Progress),
    failed: &mut Vec<(Article, String)>,
) -> Bundle {
    let bundle = build_corrected(corpus, corrections, progress);
    // From the last, so that the numbers of the others stay.
    failed.extend(bundle.failed.iter().rev().map(|(n, reason)| (corpus.articles.remove(*n as usize), reason.clone())));
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The articles of these files, and the corrections of `names.toml` among them.
    fn built(files: &[(&str, &str)], rights: Rights) -> Result<Built, Error> {
        let reading = zeitlupe_ingest::read(files.iter().map(|(path, text)| (*path, text.as_bytes())));
        prepare(reading, &Options { title: Some("Probe".into()), rights }, &mut |_| ())
    }

    const BERLIN: (&str, &str) = ("eins.txt", "Ein Titel\n\nDer erste Absatz steht hier, und er nennt Berlin.\n");

    #[test]
    fn unmatched_corrections_are_reported_by_line() {
        let names = "[[rename]]\nname = \"LOC:Berlin\"\nto = \"Spree-Athen\"\n\n[[remove]]\nname = \"PER:Niemand\"\n";
        let plain = built(&[BERLIN], Rights::Unasked).expect("one article");
        let corrected = built(&[BERLIN, ("names.toml", names)], Rights::Unasked).expect("one article");
        let holds = |built: &Built, words: &str| {
            let entities = built.bundle.parts.iter().filter(|(key, _)| key.name() == "entities");
            entities.flat_map(|(_, bytes)| bytes.windows(words.len())).any(|window| window == words.as_bytes())
        };
        assert!(holds(&corrected, "Spree-Athen") && !holds(&plain, "Spree-Athen"));
        assert_eq!((plain.stale.len(), corrected.stale.len()), (0, 1));
        assert_eq!((corrected.title.as_str(), corrected.excerpts), ("Probe", 0));
    }

    #[test]
    fn articles_that_may_not_be_published_are_refused_or_reduced() {
        let files = [BERLIN, ("frei.txt", "Ein Titel\n\nEin Absatz.\n"), ("articles.toml", "[\"frei.txt\"]\nlicence = \"CC BY 4.0\"\n")];
        let said = built(&files, Rights::Public).expect_err("one has no licence").to_string();
        assert!(said.contains("eins.txt: ") && !said.contains("frei.txt: "), "{said}");
        let reduced = built(&files, Rights::Reduced).expect("two articles");
        assert_eq!(reduced.excerpts, 1);
        assert_eq!(reduced.articles.iter().filter(|article| article.meta.excerpt.is_some()).count(), 1);
    }
}
