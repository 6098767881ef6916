//! From a folder of articles to the parts of the bundle.

use crate::folder::{read_all, shown};
use anyhow::{Result, bail};
use std::path::Path;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use zeitlupe_core::article::Article;
use zeitlupe_core::bundle::{self, Progress, Stage};
use zeitlupe_core::compare;
use zeitlupe_core::day::Day;
use zeitlupe_core::entity::Correction;
use zeitlupe_core::part::PartKey;
use zeitlupe_core::view::SiteInfo;
use zeitlupe_site::assemble::Content;
use zeitlupe_site::listing::{self, Listing};
use zeitlupe_site::rights::{self, Rights};

/// Between two lines on how far the analysis is.
const REPORT_EVERY: Duration = Duration::from_secs(10);

/// Articles that were read and analysed.
#[derive(Debug)]
pub struct Corpus {
    title: String,
    articles: Vec<Article>,
    /// Name of the file in `data/`, and its bytes.
    parts: Vec<(String, Vec<u8>)>,
    base: String,
    papers: SiteInfo,
    built: String,
    listing: Listing,
}

impl Corpus {
    /// What the site shows.
    pub fn content(&self) -> Content<'_> {
        let Self { title, articles, parts, base, papers, built, listing } = self;
        Content { title, articles, parts, base, papers: Some(papers), built, listing, url: None, class: false }
    }
}

/// Reads the articles at `path`, prints what was odd about them, and analyses them.
///
/// `title` names the collection, before what `articles.toml` says. No article at all is a failure;
/// with `strict`, so is anything worse than a note.
pub fn read(path: &Path, title: Option<&str>, strict: bool) -> Result<Corpus> {
    read_for(path, title, strict, Rights::Unasked)
}

/// The same, as far as the articles may be published: what may not stops it, or becomes an excerpt before anything is written of it.
pub fn read_for(path: &Path, title: Option<&str>, strict: bool, rights: Rights) -> Result<Corpus> {
    let reading = read_all(path);
    for problem in &reading.problems {
        println!("{problem}");
    }
    println!("{}", reading.summary());
    if strict && !reading.is_clean() {
        bail!("--strict asks for articles without errors and warnings");
    }
    if reading.articles.is_empty() {
        bail!("expected at least one article in {}, found none", path.display());
    }
    let title = title.map(str::to_owned).or(reading.corpus_title).unwrap_or_default();
    let mut corpus = bundle::Corpus { title, articles: reading.articles, beside: reading.beside, pages: zeitlupe_ingest::pages() };
    compare::date_by_shared_passages(&mut corpus);
    corpus.arrange();
    if rights == Rights::Public && !rights::bound(&corpus.articles).is_empty() {
        return Err(rights::complaint(&corpus.articles).into());
    }
    let (lines, mut corrections): (Vec<u32>, Vec<_>) = reading.corrections.into_iter().unzip();
    let mut built = build(&corpus, &corrections);
    for line in built.stale.iter().filter_map(|n| lines.get(*n as usize)) {
        println!("{}", zeitlupe_ingest::stale(&shown(path), *line));
    }
    if strict && !built.stale.is_empty() {
        bail!("--strict asks for corrections that find what they correct");
    }
    let bound = rights::bound(&corpus.articles).len();
    if rights == Rights::Reduced && bound > 0 {
        // The whole texts are only needed to count their words and names.
        rights::reduce_bound(&mut corpus.articles, &built.parts, &built.base)?;
        corrections = rights::without_quotes(corrections, &corpus.articles);
        built = build(&corpus, &corrections);
        println!("{bound} of {} articles are only excerpts, as their licence does not allow more", corpus.articles.len());
    }
    let Built { parts, base, .. } = built;
    let listing = listing::of(&parts, &base)?;
    let papers = SiteInfo::new(&corpus.articles, &corpus.beside, &corpus.pages);
    Ok(Corpus { title: corpus.title, articles: corpus.articles, parts, base, papers, built: today(), listing })
}

/// A bundle by the names of its files.
struct Built {
    parts: Vec<(String, Vec<u8>)>,
    base: String,
    stale: Vec<u32>,
}

fn build(corpus: &bundle::Corpus, corrections: &[Correction]) -> Built {
    let mut spoken = Instant::now();
    let bundle = bundle::build_corrected(corpus, corrections, &mut |progress| {
        if spoken.elapsed() >= REPORT_EVERY {
            spoken = Instant::now();
            println!("  … {}", say(progress));
        }
    });
    let base = PartKey::Base.file(bundle.corpus);
    let parts = bundle.parts.into_iter().map(|(key, bytes)| (key.file(bundle.corpus), bytes)).collect();
    Built { parts, base, stale: bundle.stale }
}

/// The day on which this is built, in UTC: that of `SOURCE_DATE_EPOCH` (seconds since 1970), by which builds can be made the same, else today.
fn today() -> String {
    let given = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.trim().parse::<u64>().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Day(i32::try_from(given.unwrap_or_else(now) / 86_400).unwrap_or_default()).iso()
}

/// How far the analysis is, in words.
fn say(Progress { stage, done, total }: Progress) -> String {
    match stage {
        Stage::Analyse => format!("{done} of {total} articles analysed"),
        Stage::Link => "joining the names of all articles".into(),
        Stage::Write => "writing the index".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_articles_is_a_failure() {
        let failure = read(Path::new("no such folder"), None, false).expect_err("there is nothing");
        assert!(failure.to_string().contains("expected at least one article in no such folder"), "{failure}");
    }

    #[test]
    fn corrections_beside_the_articles_are_applied_and_stale_ones_only_warn() {
        let folder = std::env::temp_dir().join(format!("zeitlupe-names-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a new folder");
        std::fs::write(folder.join("eins.txt"), "Ein Titel\n\nDer erste Absatz steht hier, und er nennt Berlin.\n").expect("a new file");
        let plain = read(&folder, None, true).expect("one article");
        let names = "[[rename]]\nname = \"LOC:Berlin\"\nto = \"Spree-Athen\"\n\n[[remove]]\nname = \"PER:Niemand\"\n";
        std::fs::write(folder.join("names.toml"), names).expect("a new file");
        let corrected = read(&folder, None, false).expect("one article");
        let holds = |corpus: &Corpus, words: &str| {
            corpus
                .parts
                .iter()
                .any(|(name, bytes)| name.starts_with("entities") && bytes.windows(words.len()).any(|w| w == words.as_bytes()))
        };
        assert!(holds(&corrected, "Spree-Athen") && !holds(&plain, "Spree-Athen"));
        assert!(read(&folder, None, true).is_err(), "--strict takes no stale correction");
        std::fs::remove_dir_all(&folder).expect("made by this test");
    }

    #[test]
    fn nothing_of_a_reduced_article_but_its_beginning_is_written() {
        let folder = std::env::temp_dir().join(format!("zeitlupe-rights-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a new folder");
        let secret = "Ein Sprecher nannte danach Kuckucksuhren aus Donaueschingen als geheimen Wunsch der Delegation";
        let text = format!(
            "Gipfel in Wien\n\n04.02.2022\nDie Minister trafen sich am Freitag in Wien, um über die Lage zu sprechen.\nZwischenstand Quittenmus\n\n{secret}. \
             {}\nFoto: Anna Zwetschge\n",
            "Weitere Sätze folgten hier ohne Ende und ohne Ziel. ".repeat(8)
        );
        std::fs::write(folder.join("gebunden.txt"), &text).expect("a new file");
        std::fs::write(folder.join("frei.txt"), "Ein Titel\n\nLizenz: CC BY 4.0\nDer erste Absatz steht hier, und er nennt Berlin.\n")
            .expect("a new file");
        std::fs::write(folder.join("articles.toml"), "[\"frei.txt\"]\nlicence = \"CC BY 4.0\"\n").expect("a new file");
        let names = "[[mark]]\narticle = \"gebunden\"\nquote = \"Kuckucksuhren\"\nbefore = \"nannte danach \"\nafter = \" aus\"\nstart = 90\nname = \"MISC:Uhren\"\n";
        std::fs::write(folder.join("names.toml"), names).expect("a new file");
        let refused = read_for(&folder, None, false, Rights::Public).expect_err("one has no licence").to_string();
        assert!(refused.contains("gebunden.txt: ") && !refused.contains("frei.txt: "), "{refused}");
        let written = |rights| {
            let corpus = read_for(&folder, None, false, rights).expect("two articles");
            let shell = zeitlupe_site::shell::Shell { css: "p{}".into(), ..Default::default() };
            let mut all = zeitlupe_site::assemble::folder(&shell, &corpus.content()).expect("everything is in memory");
            all.insert("one.html".into(), zeitlupe_site::assemble::single(&shell, &corpus.content()).expect("in memory").into_bytes());
            // As it was before it was packed.
            all.extend(corpus.parts.iter().map(|(name, bytes)| (format!("plain/{name}"), bytes.clone())));
            all
        };
        let holds = |files: &zeitlupe_site::assemble::Files, words: &str| {
            files.values().any(|bytes| bytes.windows(words.len()).any(|window| window == words.as_bytes()))
        };
        let (whole, reduced) = (written(Rights::Unasked), written(Rights::Reduced));
        for words in ["Kuckucksuhren", "kuckucksuhr", "Quittenmus", "Zwetschge", "Delegation", "Weitere Sätze"] {
            assert!(holds(&whole, words), "{words} would be found");
            assert!(!holds(&reduced, words), "{words} is still there");
        }
        for words in ["Die Minister trafen sich am Freitag in Wien", " […]", "Nur ein Auszug; der ganze Artikel hat", "er nennt Berlin"] {
            assert!(holds(&reduced, words), "{words}");
        }
        std::fs::remove_dir_all(&folder).expect("made by this test");
    }

    #[test]
    fn every_part_is_named_by_the_corpus_and_the_base_is_among_them() {
        let folder = std::env::temp_dir().join(format!("zeitlupe-corpus-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a new folder");
        std::fs::write(folder.join("eins.txt"), "Ein Titel\n\nDer erste Absatz steht hier, und er nennt Berlin.\n").expect("a new file");
        let corpus = read(&folder, Some("Probe"), false).expect("one article");
        let content = corpus.content();
        assert_eq!((content.title, content.articles.len()), ("Probe", 1));
        assert!(content.base.starts_with("base-") && content.parts.iter().any(|(name, _)| name == content.base));
        let end = content.base.trim_start_matches("base");
        assert!(content.parts.iter().all(|(name, _)| name.ends_with(end)));
        std::fs::remove_dir_all(&folder).expect("made by this test");
    }
}
