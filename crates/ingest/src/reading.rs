//! What was odd about a file.

use std::fmt;
use zeitlupe_core::article::Article;
use zeitlupe_core::entity::Correction;
use zeitlupe_core::lesson::Beside;
use zeitlupe_core::remark::{Remark, Severity};

/// Something that was not as expected, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The file, as the person who asked would name it.
    pub file: String,
    /// Line in it, from 1, where it is known.
    pub line: Option<u32>,
    /// `expected …, found …`.
    pub message: String,
    /// The place in [`Reading::articles`] of the article that it concerns, where that was read.
    pub article: Option<u32>,
}

impl Problem {
    /// A problem of a file of which no article was read.
    pub fn new(severity: Severity, file: impl Into<String>, line: Option<u32>, message: impl Into<String>) -> Self {
        Self { severity, file: file.into(), line, message: message.into(), article: None }
    }

    pub(crate) fn from_remark(remark: Remark, file: &str) -> Self {
        Self::new(remark.severity, file, remark.line, remark.message)
    }
}

/// The path of a file of a folder, for messages. A folder without a name adds nothing.
pub(crate) fn below(folder: &str, file: &str) -> String {
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

/// What was read, and what was odd.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The name of the collection, where `articles.toml` gives one.
    pub corpus_title: Option<String>,
    /// The articles, in the order of their files.
    pub articles: Vec<Article>,
    /// The corrections of names that `names.toml` gives, each with its line.
    pub corrections: Vec<(u32, Correction)>,
    /// Tasks, tours and imprint that lie beside the articles.
    pub beside: Beside,
    /// What was odd, in the order in which it was found.
    pub problems: Vec<Problem>,
    /// How many files were looked into.
    pub files: u32,
    /// Files that gave no article, relative to the folder.
    pub unread: Vec<String>,
}

impl Reading {
    /// How many problems there are of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }

    /// Whether nothing worse than a note was found: what `--strict` asks for.
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
