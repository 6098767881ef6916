//! Reads files, one after the other, into one [`Reading`].

use crate::article::Parsed;
use crate::clean::clean;
use crate::decode;
use crate::extras;
use crate::format::{FORMATS, Format, Parse};
use crate::ids::Ids;
use crate::names;
use crate::reading::{Problem, Reading, path_in, unbroken};
use crate::sidecar::{self, Sidecar};
use std::collections::BTreeMap;
use std::io::{BufReader, Read};
use zeitlupe_core::article::{Metadata, Origin, Role};
use zeitlupe_core::remark::{Remark, Severity};

/// The size limit, in bytes, of a file with one article; spans are 32-bit.
pub const MAX_FILE_BYTES: u64 = 50_000_000;

/// Files found next to articles that are not articles: names without extension, in lower case.
const COMPANIONS: [&str; 9] = ["readme", "license", "licence", "lizenz", "notice", "copying", "changelog", "tasks", "names"];

/// The names of files that go with the whole folder, in lower case, in the order in which they are read.
fn beside() -> impl Iterator<Item = &'static str> {
    [sidecar::NAME, names::NAME].into_iter().chain(extras::NAMES)
}

/// Reads files into articles. A path is relative to the folder, with `/` as separator; the bytes may be a slice or an open file.
///
/// Articles are sorted by path, regardless of the order of the files; those of one `.jsonl` file are in the order of its lines.
/// It never fails as a whole: a file that cannot be read gives a problem, and the rest is read. [`Reader`] can also name the folder in messages.
pub fn read<P: AsRef<str>, B: Read>(files: impl IntoIterator<Item = (P, B)>) -> Reading {
    let mut reader = Reader::new("");
    for (path, bytes) in files {
        reader.file(path.as_ref(), bytes);
    }
    reader.finish()
}

/// Reads one file at a time; [`Reader::finish`] returns the result.
///
/// ```
/// let mut reader = zeitlupe_ingest::Reader::new("Presse");
/// reader.file("wien.txt", &b"Die Minister trafen sich am Freitag in Wien."[..]);
/// reader.file("leer.md", &b""[..]);
/// let reading = reader.finish();
/// assert_eq!(reading.articles[0].meta.id, "wien");
/// assert_eq!(reading.problems[0].to_string(), "error: Presse/leer.md: expected text, found an empty file");
/// ```
pub struct Reader {
    root: String,
    formats: Vec<Format>,
    /// Problems of skipped files.
    problems: Vec<Problem>,
    /// Files next to the articles, by path: their text, or what was expected.
    beside: BTreeMap<String, Result<String, String>>,
    files: Vec<FileRead>,
}

/// The articles of a file.
struct FileRead {
    path: String,
    /// The file name without its ending.
    stem: String,
    records: Vec<Record>,
    /// Why the file could not be read to its end.
    failure: Option<String>,
}

/// An article, or what was expected, and its line if the file has one per line.
struct Record {
    line: Option<u32>,
    parsed: Result<Parsed, String>,
}

impl Reader {
    /// Reads a folder, which messages call `root`; may be empty.
    pub fn new(root: &str) -> Self {
        Self { root: root.to_owned(), formats: FORMATS.to_vec(), problems: Vec::new(), beside: BTreeMap::new(), files: Vec::new() }
    }

    /// Adds a format; it takes precedence over the built-in ones.
    pub fn with_format(mut self, format: Format) -> Self {
        self.formats.insert(0, format);
        self
    }

    /// Adds a problem that only the caller can see, such as a folder without access.
    pub fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Reads a file of the folder: articles, or a file next to them. Hidden files (`.name`) are skipped silently,
    /// others that hold no article with a note. `bytes` are read only if needed.
    pub fn file(&mut self, path: &str, bytes: impl Read) {
        if path.split('/').any(|part| part.starts_with('.')) {
            return;
        }
        let name = path.rsplit('/').next().unwrap_or_default();
        let lower = name.to_lowercase();
        let is_beside = beside().any(|beside| beside == lower);
        if is_beside && path != name {
            let message = format!("expected {lower} in the folder itself, found it in a folder below: left out");
            return self.problems.push(Problem::new(Severity::Warning, path_in(&self.root, path), None, message));
        }
        if is_beside {
            let text = whole(bytes).and_then(|bytes| decode::text(&bytes, None).map_err(|found| format!("expected text, found {found}")));
            self.beside.insert(path.to_owned(), text.map(|decoded| decoded.text));
            return;
        }
        let stem = lower.split('.').next().unwrap_or_default();
        if COMPANIONS.contains(&stem) && !lower.contains(".json") {
            return self.skip(path, "expected an article, found a file that goes with the folder: left out".into());
        }
        match Format::of(&self.formats, name) {
            Some((format, stem)) => self.read(path, stem, format.parse, bytes),
            None => self.skip(path, format!("expected {}, found another kind of file: left out", Format::endings(&self.formats))),
        }
    }

    /// Reads a file that was asked for by name: it is an article if its format is known, even if it is called `README.md`.
    pub fn article(&mut self, path: &str, bytes: impl Read) {
        match Format::of(&self.formats, path.rsplit('/').next().unwrap_or_default()) {
            Some((format, stem)) => self.read(path, stem, format.parse, bytes),
            None => {
                let message = format!("expected a folder or a {} file, found another kind of file", Format::endings(&self.formats));
                self.problems.push(Problem::new(Severity::Error, path_in(&self.root, path), None, message));
            }
        }
    }

    fn skip(&mut self, path: &str, message: String) {
        self.problems.push(Problem::new(Severity::Note, path_in(&self.root, path), None, message));
    }

    fn read(&mut self, path: &str, stem: String, parse: Parse, bytes: impl Read) {
        let mut file = FileRead { path: path.to_owned(), stem, records: Vec::new(), failure: None };
        match parse {
            Parse::Text(parse) => file.records.push(Record { line: None, parsed: unbroken(|| single(path, false, parse, bytes)) }),
            Parse::Page(parse) => file.records.push(Record { line: None, parsed: unbroken(|| single(path, true, parse, bytes)) }),
            Parse::Records(parse) => {
                let mut sink = |line, parsed| file.records.push(Record { line: Some(line), parsed });
                file.failure = unbroken(|| parse(&mut BufReader::with_capacity(1 << 16, bytes), path, &mut sink)).err();
            }
        }
        self.files.push(file);
    }

    /// The articles and problems of all files.
    pub fn finish(mut self) -> Reading {
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        let formats = Format::endings(&self.formats);
        let mut collector =
            Collector { reading: Reading { problems: self.problems, ..Reading::default() }, root: self.root, ..Collector::default() };
        let extras = collector.beside(self.beside);
        for file in self.files {
            collector.file(file);
        }
        let unused = collector.sidecar.unused();
        collector.remark(&collector.sidecar_name.clone(), unused);
        for (name, text) in extras {
            let problems = extras::check(&text, &collector.reading.articles);
            collector.remark(&name, problems);
        }
        let Collector { mut reading, root, .. } = collector;
        if reading.articles.is_empty() && !reading.problems.iter().any(|problem| problem.severity == Severity::Error) {
            let message = format!("expected articles ({formats}), found none");
            reading.problems.push(Problem::new(Severity::Error, root, None, message));
        }
        reading
    }
}

/// All bytes of a file, up to [`MAX_FILE_BYTES`].
fn whole(bytes: impl Read) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let read = bytes.take(MAX_FILE_BYTES + 1).read_to_end(&mut out);
    read.map_err(|error| format!("expected a file that can be read, found: {error}"))?;
    // The rest is not even counted: it may have no end.
    let fits = out.len() as u64 <= MAX_FILE_BYTES;
    if fits { Ok(out) } else { Err(format!("expected at most {} MB, found more", MAX_FILE_BYTES / 1_000_000)) }
}

/// Reads a file with one article.
fn single(path: &str, is_page: bool, parse: fn(&str, Metadata) -> Result<Parsed, String>, bytes: impl Read) -> Result<Parsed, String> {
    let bytes = whole(bytes)?;
    let charset = is_page.then(|| decode::declared_charset(&bytes)).flatten();
    let decoded = decode::text(&bytes, charset.as_deref()).map_err(|found| format!("expected text, found {found}"))?;
    let (text, cleaned) = clean(&decoded.text);
    let Parsed { article, remarks } = parse(&text, Metadata { file: path.to_owned(), ..Metadata::default() })?;
    Ok(Parsed { article, remarks: decoded.remarks.into_iter().chain(cleaned).chain(remarks).collect() })
}

/// Collects the results of all files.
#[derive(Default)]
struct Collector {
    reading: Reading,
    root: String,
    ids: Ids,
    sidecar: Sidecar,
    sidecar_name: String,
}

impl Collector {
    /// Reads the files next to the articles. Returns the texts of tasks, tours and imprint by file name:
    /// their links are checked once all articles are known.
    fn beside(&mut self, files: BTreeMap<String, Result<String, String>>) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        for wanted in beside() {
            let mut named = files.iter().filter(|(name, _)| name.to_lowercase() == wanted);
            let Some((name, text)) = named.next() else { continue };
            for (other, _) in named {
                let message = format!("expected one file of this name, found {name} as well, which is used: left out");
                self.reading.problems.push(Problem::new(Severity::Warning, path_in(&self.root, other), None, message));
            }
            let read = text.clone().and_then(|text| unbroken(|| Ok((self.read_beside(wanted, name, &text), text))));
            match read {
                Ok((remarks, text)) => {
                    self.remark(name, remarks);
                    texts.extend(extras::NAMES.contains(&wanted).then(|| (name.clone(), text)));
                }
                Err(message) => self.reading.problems.push(Problem::new(Severity::Error, path_in(&self.root, name), None, message)),
            }
        }
        texts
    }

    /// Reads the file `name`, of the kind `wanted`; returns its problems.
    fn read_beside(&mut self, wanted: &str, name: &str, text: &str) -> Vec<Remark> {
        match wanted {
            sidecar::NAME => {
                let (sidecar, remarks) = sidecar::read(text);
                self.reading.corpus_title = sidecar.title.clone();
                (self.sidecar, self.sidecar_name) = (sidecar, name.to_owned());
                remarks
            }
            names::NAME => {
                let (corrections, remarks) = names::read(text);
                self.reading.corrections = corrections;
                remarks
            }
            _ => extras::read(wanted, text, &mut self.reading.extras),
        }
    }

    fn remark(&mut self, name: &str, remarks: Vec<Remark>) {
        let file = path_in(&self.root, name);
        self.reading.problems.extend(remarks.into_iter().map(|remark| Problem::from_remark(remark, &file)));
    }

    fn file(&mut self, file: FileRead) {
        let FileRead { path, stem, records, failure } = file;
        self.reading.files += 1;
        let before = self.reading.articles.len();
        let shown = path_in(&self.root, &path);
        for Record { line, parsed } in records {
            let stem = line.map_or_else(|| stem.clone(), |line| format!("{stem}-{line}"));
            if let Err(message) = parsed.and_then(|parsed| unbroken(|| self.add(parsed, &shown, line, &stem))) {
                self.reading.problems.push(Problem::new(Severity::Error, shown.clone(), line, message));
            }
        }
        self.reading.problems.extend(failure.map(|message| Problem::new(Severity::Error, shown, None, message)));
        self.reading.unread.extend((self.reading.articles.len() == before).then_some(path));
    }

    /// Adds an article, with the corrections of the sidecar and under a unique id.
    fn add(&mut self, parsed: Parsed, shown: &str, line: Option<u32>, stem: &str) -> Result<(), String> {
        let Parsed { mut article, mut remarks } = parsed;
        let given = if article.meta.id.is_empty() { stem.to_owned() } else { article.meta.id.clone() };
        article = self.sidecar.amend(article, &given);
        if article.text.is_empty() {
            return Err("expected the words of an article, found none".into());
        }
        if !article.sections.iter().any(|section| section.role >= Role::Lead) {
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
            // Within a record, every line is the record's line in the file.
            remark.line = line.or(remark.line);
            Problem { article: Some(index), ..Problem::from_remark(remark, shown) }
        }));
        if let (Some(line), Some(date)) = (line, &mut article.meta.date)
            && date.evidence.origin != Origin::Sidecar
        {
            date.evidence.line = Some(line);
        }
        self.reading.articles.push(article);
        Ok(())
    }
}
