//! Reading articles: folders, encodings, formats, and what was odd about each file.

mod decode;
mod html;
mod ids;
mod jsonl;
mod names;
mod papers;
mod problem;
mod report;
mod sidecar;
#[cfg(test)]
mod tests;
mod walk;

pub use names::stale;
pub use problem::{Problem, Reading};
pub use report::command;

use ids::Ids;
use sidecar::Sidecar;
use std::path::Path;
use walk::{Format, Found};
use zeitlupe_core::article::{Article, Metadata};
use zeitlupe_core::entity::read_corrections;
use zeitlupe_core::import::{self, Import, Remark, Severity};

/// The largest file, and the longest line of a `.jsonl` file: spans are counted in 32 bits, and no article is longer.
const LIMIT: u64 = 50_000_000;

/// Reads all articles of a folder (with the folders in it), or of one file.
///
/// Articles come in the order of their paths, those of one `.jsonl` file in the order of its lines.
/// A file that cannot be read gives a problem and the rest is read. Never fails as a whole:
/// a folder that is missing is a problem too, and then there are no articles.
pub fn read_all(path: &Path) -> Reading {
    let mut reader = Reader {
        reading: Reading::default(),
        ids: Ids::default(),
        sidecar: Sidecar::default(),
        papers: Vec::new(),
        root: walk::shown(path),
    };
    let files = walk::files(path, |file, severity, message| reader.reading.problems.push(Problem::new(severity, file, None, message)));
    if let Some(folder) = path.is_dir().then_some(path) {
        reader.read_sidecar(folder);
        reader.read_names(folder);
        reader.read_papers(folder);
    }
    for file in files {
        reader.read_file(&file);
    }
    reader.finish()
}

/// Reads file after file.
struct Reader {
    reading: Reading,
    ids: Ids,
    sidecar: Sidecar,
    /// The texts of tasks, tours and imprint by the names of their files: their links are looked at once all articles are known.
    papers: Vec<(String, String)>,
    /// How the folder is named in messages.
    root: String,
}

impl Reader {
    fn read_sidecar(&mut self, folder: &Path) {
        let Some(text) = self.beside(folder, sidecar::NAME) else { return };
        let (sidecar, remarks) = sidecar::read(&text);
        self.reading.corpus_title = sidecar.title.clone();
        self.sidecar = sidecar;
        self.remark(sidecar::NAME, remarks);
    }

    fn read_names(&mut self, folder: &Path) {
        let Some(text) = self.beside(folder, names::NAME) else { return };
        let (corrections, remarks) = read_corrections(&text);
        self.reading.corrections = corrections;
        self.remark(names::NAME, remarks);
    }

    fn read_papers(&mut self, folder: &Path) {
        for name in papers::NAMES {
            let Some(spelled) = papers::spelled(folder, name) else { continue };
            let Some(text) = self.beside(folder, &spelled) else { continue };
            let remarks = papers::read(name, &text, &mut self.reading.beside);
            self.remark(&spelled, remarks);
            self.papers.push((spelled, text));
        }
    }

    /// The text of a file that goes with the articles; nothing, and a problem, where it is there and cannot be read.
    fn beside(&mut self, folder: &Path, name: &str) -> Option<String> {
        let path = folder.join(name);
        if !path.exists() {
            return None;
        }
        let read = std::fs::read(&path).map_err(|error| error.to_string());
        let text = read.and_then(|bytes| decode::text(&bytes, None).map_err(|found| format!("expected text, found {found}")));
        let fail = |message| self.reading.problems.push(Problem::new(Severity::Error, format!("{}/{name}", self.root), None, message));
        text.map_err(fail).ok().map(|decoded| decoded.text)
    }

    fn remark(&mut self, name: &str, remarks: Vec<Remark>) {
        let file = format!("{}/{name}", self.root);
        self.reading.problems.extend(remarks.into_iter().map(|remark| Problem::from_remark(remark, &file)));
    }

    fn read_file(&mut self, found: &Found) {
        self.reading.files += 1;
        if found.format == Format::JsonLines {
            return self.read_records(found);
        }
        let before = self.reading.articles.len();
        if let Err(message) = self.read_single(found) {
            self.reading.problems.push(Problem::new(Severity::Error, found.shown.clone(), None, message));
        }
        self.reading.unread.extend((self.reading.articles.len() == before).then(|| found.relative.clone()));
    }

    /// Reads a file that is one article; the error says what was expected.
    fn read_single(&mut self, found: &Found) -> Result<(), String> {
        let size = std::fs::metadata(&found.path).map_err(|error| format!("expected a file that can be read, found: {error}"))?.len();
        if size > LIMIT {
            return Err(format!("expected at most {} MB, found {} MB", LIMIT / 1_000_000, size.div_ceil(1_000_000)));
        }
        let bytes = std::fs::read(&found.path).map_err(|error| format!("expected a file that can be read, found: {error}"))?;
        let is_page = found.format == Format::Html;
        let charset = is_page.then(|| decode::declared_charset(&bytes)).flatten();
        let decoded = decode::text(&bytes, charset).map_err(|found| format!("expected text, found {found}"))?;
        let (text, mut remarks) = import::clean(&decoded.text);
        remarks.splice(0..0, decoded.remarks);
        let known = Metadata { file: found.relative.clone(), ..Metadata::default() };
        let read = match found.format {
            Format::Html => html::read(&text, known)?,
            Format::Markdown => import::markdown(&text, known),
            Format::Plain | Format::JsonLines => import::plain(&text, known),
        };
        remarks.extend(read.remarks);
        self.add(Import { article: read.article, remarks }, &found.shown, None, &found.stem)
    }

    fn read_records(&mut self, found: &Found) {
        let before = self.reading.articles.len();
        let mut reader = match jsonl::Records::open(&found.path) {
            Ok(reader) => reader,
            Err(message) => return self.fail(found, None, message),
        };
        while let Some((number, line)) = reader.next_line() {
            let read = line.and_then(|line| jsonl::read(&line, number, &found.relative));
            let added = read.and_then(|import| self.add(import, &found.shown, Some(number), &format!("{}-{number}", found.stem)));
            if let Err(message) = added {
                self.reading.problems.push(Problem::new(Severity::Error, found.shown.clone(), Some(number), message));
            }
        }
        if self.reading.articles.len() == before {
            self.fail(found, None, "expected a JSON object with \"body\" on each line, found no article".into());
        }
    }

    fn fail(&mut self, found: &Found, line: Option<u32>, message: String) {
        self.reading.problems.push(Problem::new(Severity::Error, found.shown.clone(), line, message));
        self.reading.unread.push(found.relative.clone());
    }

    /// Takes an article in: with what the sidecar says about it, and under an id of its own.
    fn add(&mut self, import: Import, shown: &str, line: Option<u32>, stem: &str) -> Result<(), String> {
        let Import { mut article, mut remarks } = import;
        let given = if article.meta.id.is_empty() { stem.to_owned() } else { article.meta.id.clone() };
        article = self.sidecar.amend(article, &given);
        if article.text.is_empty() {
            return Err("expected the words of an article, found none".into());
        }
        if !article.sections.iter().any(|section| section.role >= zeitlupe_core::article::Role::Lead) {
            remarks.push(Remark::warning(line, "expected running text below the title, found none"));
        }
        let is_stem = article.meta.id.is_empty();
        let wanted = if is_stem { given } else { article.meta.id.clone() };
        let place = line.map_or_else(|| shown.to_owned(), |line| format!("{shown}:{line}"));
        let (id, said) = self.ids.take(&wanted, is_stem, &place, line);
        article.meta.id = id;
        remarks.extend(said);
        let index = self.reading.articles.len() as u32;
        self.reading.problems.extend(remarks.into_iter().map(|mut remark| {
            // Lines are counted in the file: those of a record's body are all the record's line.
            remark.line = line.or(remark.line);
            Problem { article: Some(index), ..Problem::from_remark(remark, shown) }
        }));
        if let (Some(line), Some(date)) = (line, &mut article.meta.date)
            && date.evidence.origin != zeitlupe_core::article::Origin::Sidecar
        {
            date.evidence.line = Some(line);
        }
        self.reading.articles.push(article);
        Ok(())
    }

    fn finish(mut self) -> Reading {
        let unused = self.sidecar.unused();
        self.remark(sidecar::NAME, unused);
        for (name, text) in std::mem::take(&mut self.papers) {
            let odd = papers::check(&text, &self.reading.articles);
            self.remark(&name, odd);
        }
        if self.reading.articles.is_empty() && !self.reading.problems.iter().any(|problem| problem.severity == Severity::Error) {
            let message = "expected articles (.txt, .md, .html, .jsonl or .jsonl.gz), found none";
            self.reading.problems.push(Problem::new(Severity::Error, self.root, None, message));
        }
        self.reading
    }
}

/// The headings of an article, in order.
fn headings(article: &Article) -> Vec<&str> {
    let headings = article.sections.iter().filter(|section| section.role == zeitlupe_core::article::Role::Heading);
    headings.map(|section| section.span.of(&article.text)).collect()
}
