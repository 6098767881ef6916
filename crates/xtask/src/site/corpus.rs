//! From a folder of articles to the contents of a site.

use crate::folder::{read_all, shown};
use anyhow::{Result, bail};
use std::path::Path;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use zeitlupe_core::article::Article;
use zeitlupe_core::bundle::{Progress, Stage};
use zeitlupe_core::day::Day;
use zeitlupe_ingest::Problem;
use zeitlupe_site::{Built, Content, Listing, Options, Rights, prepare};

/// The interval between progress lines.
const REPORT_EVERY: Duration = Duration::from_secs(10);

/// Articles that were read and analysed.
#[derive(Debug)]
pub struct Corpus {
    built: Built,
    listing: Listing,
}

impl Corpus {
    /// The contents of a site built today.
    pub fn content(&self) -> Content<'_> {
        Content { built_on: Some(today()), ..Content::new(&self.built, &self.listing) }
    }
}

/// Reads the articles at `path`, prints problems, and analyses them.
///
/// `title` overrides the title in `articles.toml`. It is an error if there are no articles;
/// with `strict`, also if there is a warning or error.
pub fn read(path: &Path, title: Option<&str>, strict: bool) -> Result<Corpus> {
    read_for(path, title, strict, Rights::Unasked)
}

/// The same, enforcing rights: an article that may not be published is an error, or becomes an excerpt before anything is written.
pub fn read_for(path: &Path, title: Option<&str>, strict: bool, rights: Rights) -> Result<Corpus> {
    let reading = read_all(path);
    for problem in &reading.problems {
        println!("{problem}");
    }
    println!("{}", reading.summary());
    if strict && !reading.is_clean() {
        bail!("expected no errors and no warnings with --strict");
    }
    if reading.articles.is_empty() {
        bail!("expected at least one article in {}, found none", path.display());
    }
    let built = prepare(reading, &Options { title: title.map(str::to_owned), rights }, &mut reporter())?;
    for problem in failures(path, &built) {
        println!("{problem}");
    }
    if strict && !built.failed.is_empty() {
        bail!("expected no errors and no warnings with --strict");
    }
    if built.articles.is_empty() {
        bail!("expected at least one article that can be analysed in {}, found none", path.display());
    }
    for line in &built.stale {
        println!("{}", zeitlupe_ingest::unmatched_correction(&shown(path), *line));
    }
    if strict && !built.stale.is_empty() {
        bail!("expected corrections that match something with --strict");
    }
    if built.excerpts > 0 {
        println!("{} of {} articles are only excerpts, because their licence does not allow more", built.excerpts, built.articles.len());
    }
    let listing = Listing::of(&built.bundle)?;
    Ok(Corpus { built, listing })
}

/// A problem for each article at which the analysis broke down.
pub fn failures(path: &Path, built: &Built) -> Vec<Problem> {
    let folder = if path.is_file() { path.parent().unwrap_or(path) } else { path };
    let problem = |(article, reason): &(Article, String)| zeitlupe_ingest::failed_analysis(&shown(folder), article, reason);
    built.failed.iter().map(problem).collect()
}

/// Prints the progress of the analysis from time to time.
pub fn reporter() -> impl FnMut(Progress) {
    let mut spoken = Instant::now();
    move |progress| {
        if spoken.elapsed() >= REPORT_EVERY {
            spoken = Instant::now();
            println!("  … {}", describe(progress));
        }
    }
}

/// The build day in UTC: that of `SOURCE_DATE_EPOCH` (seconds since 1970), for reproducible builds, else today.
fn today() -> Day {
    let given = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.trim().parse::<u64>().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Day(i32::try_from(given.unwrap_or_else(now) / 86_400).unwrap_or_default())
}

/// The progress of the analysis as text.
fn describe(Progress { stage, done, total }: Progress) -> String {
    match stage {
        Stage::Analyse => format!("{done} of {total} articles analysed"),
        Stage::Link => "linking the names of all articles".into(),
        Stage::Write => "writing the index".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_articles_is_an_error() {
        let failure = read(Path::new("no such folder"), None, false).expect_err("there is nothing");
        assert!(failure.to_string().contains("expected at least one article in no such folder"), "{failure}");
    }

    #[test]
    fn corrections_are_applied_and_unmatched_ones_only_warn() {
        let folder = std::env::temp_dir().join(format!("zeitlupe-names-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a new folder");
        std::fs::write(folder.join("eins.txt"), "Ein Titel\n\nDer erste Absatz steht hier, und er nennt Berlin.\n").expect("a new file");
        let plain = read(&folder, None, true).expect("one article");
        let names = "[[rename]]\nname = \"LOC:Berlin\"\nto = \"Spree-Athen\"\n\n[[remove]]\nname = \"PER:Niemand\"\n";
        std::fs::write(folder.join("names.toml"), names).expect("a new file");
        let corrected = read(&folder, None, false).expect("one article");
        let holds = |corpus: &Corpus, words: &str| {
            let parts = corpus.built.bundle.parts.iter();
            parts.filter(|(key, _)| key.name() == "entities").any(|(_, bytes)| bytes.windows(words.len()).any(|w| w == words.as_bytes()))
        };
        assert!(holds(&corrected, "Spree-Athen") && !holds(&plain, "Spree-Athen"));
        assert!(read(&folder, None, true).is_err(), "--strict takes no stale correction");
        std::fs::remove_dir_all(&folder).expect("made by this test");
    }

    #[test]
    fn only_the_excerpt_of_a_reduced_article_is_written() {
        let folder = std::env::temp_dir().join(format!("zeitlupe-rights-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a new folder");
        let secret = "Ein Sprecher nannte danach Kuckucksuhren aus Donaueschingen als geheimen Wunsch der Delegation";
        let text = format!(
            "Gipfel in Wien\n\n04.02.2022\nDie Minister trafen sich am Freitag in Wien, um über die Lage zu sprechen.\nZwischenstand der Quittenernte\n\n{secret}. \
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
            let shell = zeitlupe_site::Shell { css: "p{}".into(), ..Default::default() };
            let mut all = zeitlupe_site::folder(&shell, &corpus.content()).expect("everything is in memory");
            all.insert("one.html".into(), zeitlupe_site::single(&shell, &corpus.content()).expect("in memory").into_bytes());
            // Decompressed.
            all.extend(corpus.built.bundle.parts.iter().map(|(key, bytes)| (format!("plain/{}", key.name()), bytes.clone())));
            all
        };
        let holds = |files: &zeitlupe_site::Files, words: &str| {
            files.values().any(|bytes| bytes.windows(words.len()).any(|window| window == words.as_bytes()))
        };
        let (whole, reduced) = (written(Rights::Unasked), written(Rights::Reduced));
        for words in ["Kuckucksuhren", "kuckucksuhr", "Quittenernte", "Zwetschge", "Delegation", "Weitere Sätze"] {
            assert!(holds(&whole, words), "{words} would be found");
            assert!(!holds(&reduced, words), "{words} is still there");
        }
        for words in ["Die Minister trafen sich am Freitag in Wien", " […]", "Nur ein Auszug; der ganze Artikel hat", "er nennt Berlin"] {
            assert!(holds(&reduced, words), "{words}");
        }
        std::fs::remove_dir_all(&folder).expect("made by this test");
    }
}
