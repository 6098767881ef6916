//! From a folder of articles to the parts of the bundle.

use super::assemble::Content;
use crate::articles;
use crate::errors::Failure;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use zeitlupe_core::article::Article;
use zeitlupe_core::bundle::Papers;
use zeitlupe_core::bundle::{self, PartKey, Progress, Stage};
use zeitlupe_core::compare;
use zeitlupe_core::time::Day;

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
    papers: Papers,
    built: String,
}

impl Corpus {
    /// What the site shows.
    pub fn content(&self) -> Content<'_> {
        Content {
            title: &self.title,
            articles: &self.articles,
            parts: &self.parts,
            base: &self.base,
            papers: Some(&self.papers),
            built: &self.built,
        }
    }
}

/// Reads the articles at `path`, prints what was odd about them, and analyses them.
///
/// `title` names the collection, before what `articles.toml` says. No article at all is a failure;
/// with `strict`, so is anything worse than a note.
pub fn read(path: &Path, title: Option<&str>, strict: bool) -> Result<Corpus, Failure> {
    let reading = articles::read_all(path);
    for problem in &reading.problems {
        println!("{problem}");
    }
    println!("{}", reading.summary());
    if strict && !reading.is_clean() {
        return Err(Failure::new("--strict asks for articles without errors and warnings"));
    }
    if reading.articles.is_empty() {
        return Err(Failure::new(format!("expected at least one article in {}, found none", path.display())));
    }
    let title = title.map(str::to_owned).or(reading.corpus_title).unwrap_or_default();
    let mut corpus = bundle::Corpus { title, articles: reading.articles, beside: reading.beside };
    compare::date_by_shared_passages(&mut corpus);
    corpus.arrange();
    let mut spoken = Instant::now();
    let (lines, corrections): (Vec<u32>, Vec<_>) = reading.corrections.into_iter().unzip();
    let bundle = bundle::build_corrected(&corpus, &corrections, &mut |progress| {
        if spoken.elapsed() >= REPORT_EVERY {
            spoken = Instant::now();
            println!("  … {}", say(progress));
        }
    });
    let folder = path.display().to_string();
    for line in bundle.stale.iter().filter_map(|n| lines.get(*n as usize)) {
        println!("{}", articles::stale(&folder, *line));
    }
    if strict && !bundle.stale.is_empty() {
        return Err(Failure::new("--strict asks for corrections that find what they correct"));
    }
    let base = PartKey::Base.file(bundle.corpus);
    let parts = bundle.parts.into_iter().map(|(key, bytes)| (key.file(bundle.corpus), bytes)).collect();
    let papers = Papers::new(&corpus.articles, &corpus.beside);
    Ok(Corpus { title: corpus.title, articles: corpus.articles, parts, base, papers, built: today() })
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
