//! The result of reading: articles and problems.

use std::fmt;
use zeitlupe_core::article::Article;
use zeitlupe_core::caught::caught;
use zeitlupe_core::entity::Correction;
use zeitlupe_core::lesson::Extras;
use zeitlupe_core::remark::{Remark, Severity};

/// A problem, and where it is.
///
/// ```
/// use zeitlupe_core::remark::Severity;
/// let problem = zeitlupe_ingest::Problem::new(Severity::Warning, "a.txt", Some(3), "expected a date, found \"4.2.22\"");
/// assert_eq!(problem.to_string(), "warning: a.txt:3: expected a date, found \"4.2.22\"");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The file, as the user would name it.
    pub file: String,
    /// The line, from 1, if known.
    pub line: Option<u32>,
    /// `expected …, found …`.
    pub message: String,
    /// The index in [`Reading::articles`] of the article it concerns, if that was read.
    pub article: Option<u32>,
}

impl Problem {
    /// A problem that concerns no article that was read.
    pub fn new(severity: Severity, file: impl Into<String>, line: Option<u32>, message: impl Into<String>) -> Self {
        Self { severity, file: file.into(), line, message: message.into(), article: None }
    }

    pub(crate) fn from_remark(remark: Remark, file: &str) -> Self {
        Self::new(remark.severity, file, remark.line, remark.message)
    }
}

/// The error for an article of a folder at which the analysis broke down.
///
/// ```
/// let article = zeitlupe_ingest::plain("Ein Satz.", zeitlupe_core::article::Metadata { file: "a.txt".into(), ..Default::default() }).article;
/// let problem = zeitlupe_ingest::failed_analysis("Presse", &article, "index out of bounds");
/// assert!(problem.to_string().starts_with("error: Presse/a.txt: expected an article that can be analysed"));
/// ```
pub fn failed_analysis(folder: &str, article: &Article, reason: &str) -> Problem {
    let message = format!(
        "expected an article that can be analysed, found a fault of this program at \"{}\" ({reason}): left out; please report it",
        article.meta.id
    );
    Problem::new(Severity::Error, path_in(folder, &article.meta.file), None, message)
}

/// Reads something; a panic is an error like any other, and costs only what was read.
pub(crate) fn unbroken<T>(read: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    let broken = |reason| format!("expected something to read, found a fault of this program ({reason}): left out; please report it");
    caught(read).unwrap_or_else(|reason| Err(broken(reason)))
}

/// The path of a file in a folder, for messages; just the file if the folder has no name.
pub(crate) fn path_in(folder: &str, file: &str) -> String {
    let parted = folder.is_empty() || folder.ends_with('/');
    format!("{folder}{}{file}", if parted { "" } else { "/" })
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(f, "{severity}: {}:", self.file)?;
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        write!(f, " {}", self.message)
    }
}

/// What was read, and the problems found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The title of the collection, if `articles.toml` gives one.
    pub corpus_title: Option<String>,
    /// The articles, in the order of their files.
    pub articles: Vec<Article>,
    /// The corrections of names in `names.toml`, each with its line.
    pub corrections: Vec<(u32, Correction)>,
    /// Tasks, tours and imprint.
    pub extras: Extras,
    /// The problems, in the order in which they were found.
    pub problems: Vec<Problem>,
    /// The number of files read.
    pub files: u32,
    /// Files without an article, relative to the folder.
    pub unread: Vec<String>,
}

impl Reading {
    /// The number of problems of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }

    /// Whether there is nothing worse than a note, as `--strict` demands.
    pub fn is_clean(&self) -> bool {
        self.problems.iter().all(|problem| problem.severity == Severity::Note)
    }

    /// `5 articles from 5 files: 0 errors, 0 warnings, 1 note`.
    pub fn summary(&self) -> String {
        let count = |n: usize, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
        let [notes, warnings, errors] = [Severity::Note, Severity::Warning, Severity::Error].map(|severity| self.count(severity));
        let read = format!("{} from {}", count(self.articles.len(), "article"), count(self.files as usize, "file"));
        format!("{read}: {}, {}, {}", count(errors, "error"), count(warnings, "warning"), count(notes, "note"))
    }
}
