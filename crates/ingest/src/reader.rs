//! File after file into one reading.

use crate::article::Parsed;
use crate::clean::clean;
use crate::decode;
use crate::extras;
use crate::format::{FORMATS, Format, Parse};
use crate::ids::Ids;
use crate::names;
use crate::reading::{Problem, Reading, below};
use crate::sidecar::{self, Sidecar};
use std::collections::BTreeMap;
use std::io::{BufReader, Read};
use zeitlupe_core::article::{Metadata, Origin, Role};
use zeitlupe_core::entity::read_corrections;
use zeitlupe_core::remark::{Remark, Severity};

/// Bytes that a file with one article has at most: spans are counted in 32 bits, and no article is longer.
pub const LIMIT: u64 = 50_000_000;

/// Files that lie beside articles and are none: their names without extension, in lower case.
const COMPANIONS: [&str; 9] = ["readme", "license", "licence", "lizenz", "notice", "copying", "changelog", "tasks", "names"];

/// Reads files into articles. A path is relative to the folder, with `/` between its parts; the bytes may be a slice or an open file.
///
/// Articles come in the order of their paths, in whatever order the files are given; those of one `.jsonl` file in the order of its lines.
/// It never fails as a whole: a file that cannot be read is a problem, and the rest is read. See [`Reader`] to read a folder that has a name.
pub fn read<P: AsRef<str>, B: Read>(files: impl IntoIterator<Item = (P, B)>) -> Reading {
    let mut reader = Reader::new("");
    for (path, bytes) in files {
        reader.file(path.as_ref(), bytes);
    }
    reader.finish()
}

/// Takes in file after file; [`Reader::finish`] puts together what was read.
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
    /// What was odd about files that were left out.
    problems: Vec<Problem>,
    /// Files that lie beside the articles, by their paths: their text, or what was expected.
    beside: BTreeMap<String, Result<String, String>>,
    files: Vec<FileRead>,
}

/// What a file gave.
struct FileRead {
    path: String,
    /// Its name without the ending.
    stem: String,
    records: Vec<Record>,
    /// What was expected of the file as a whole.
    failure: Option<String>,
}

/// An article, or what was expected, and the line of its file that it stands on, where it has one.
struct Record {
    line: Option<u32>,
    parsed: Result<Parsed, String>,
}

impl Reader {
    /// Reads a folder that is called `root` in messages; empty where it has no name.
    pub fn new(root: &str) -> Self {
        Self { root: root.to_owned(), formats: FORMATS.to_vec(), problems: Vec::new(), beside: BTreeMap::new(), files: Vec::new() }
    }

    /// Reads files of one more format; it goes before those that are known.
    pub fn with_format(mut self, format: Format) -> Self {
        self.formats.insert(0, format);
        self
    }

    /// Says that something is wrong that only whoever hands over the files can see.
    pub fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Takes in a file of the folder: an article, or what lies beside the articles. Hidden files (`.name`) are left out without a word,
    /// other files with a note. `bytes` are read only if they are needed.
    pub fn file(&mut self, path: &str, bytes: impl Read) {
        if path.split('/').any(|part| part.starts_with('.')) {
            return;
        }
        let name = path.rsplit('/').next().unwrap_or_default();
        let lower = name.to_lowercase();
        if path == name && [sidecar::NAME, names::NAME].into_iter().chain(extras::NAMES).any(|beside| beside == lower) {
            let text = whole(bytes).and_then(|bytes| decode::text(&bytes, None).map_err(|found| format!("expected text, found {found}")));
            self.beside.insert(path.to_owned(), text.map(|decoded| decoded.text));
            return;
        }
        let stem = lower.split('.').next().unwrap_or_default();
        if COMPANIONS.contains(&stem) && !lower.contains(".json") {
            return self.left_out(path, "expected an article, found a file that goes with the folder: left out".into());
        }
        match Format::of(&self.formats, name) {
            Some((format, stem)) => self.read(path, stem, format.parse, bytes),
            None => self.left_out(path, format!("expected {}, found another kind of file: left out", Format::endings(&self.formats))),
        }
    }

    /// Takes in a file that was asked for by its name: it is an article, whatever its name says, if its format is known.
    pub fn article(&mut self, path: &str, bytes: impl Read) {
        match Format::of(&self.formats, path.rsplit('/').next().unwrap_or_default()) {
            Some((format, stem)) => self.read(path, stem, format.parse, bytes),
            None => {
                let message = format!("expected a folder or a {} file, found another kind of file", Format::endings(&self.formats));
                self.problems.push(Problem::new(Severity::Error, below(&self.root, path), None, message));
            }
        }
    }

    fn left_out(&mut self, path: &str, message: String) {
        self.problems.push(Problem::new(Severity::Note, below(&self.root, path), None, message));
    }

    fn read(&mut self, path: &str, stem: String, parse: Parse, bytes: impl Read) {
        let mut file = FileRead { path: path.to_owned(), stem, records: Vec::new(), failure: None };
        match parse {
            Parse::Text(parse) => file.records.push(Record { line: None, parsed: single(path, false, parse, bytes) }),
            Parse::Page(parse) => file.records.push(Record { line: None, parsed: single(path, true, parse, bytes) }),
            Parse::Records(parse) => {
                let mut give = |line, parsed| file.records.push(Record { line: Some(line), parsed });
                file.failure = parse(&mut BufReader::with_capacity(1 << 16, bytes), path, &mut give).err();
            }
        }
        self.files.push(file);
    }

    /// All that was read, and what was odd about it.
    pub fn finish(mut self) -> Reading {
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        let formats = Format::endings(&self.formats);
        let mut gather =
            Gather { reading: Reading { problems: self.problems, ..Reading::default() }, root: self.root, ..Gather::default() };
        let extras = gather.beside(self.beside);
        for file in self.files {
            gather.file(file);
        }
        let unused = gather.sidecar.unused();
        gather.remark(&gather.sidecar_name.clone(), unused);
        for (name, text) in extras {
            let odd = extras::check(&text, &gather.reading.articles);
            gather.remark(&name, odd);
        }
        let Gather { mut reading, root, .. } = gather;
        if reading.articles.is_empty() && !reading.problems.iter().any(|problem| problem.severity == Severity::Error) {
            let message = format!("expected articles ({formats}), found none");
            reading.problems.push(Problem::new(Severity::Error, root, None, message));
        }
        reading
    }
}

/// All bytes of a file, if there are not too many.
fn whole(mut bytes: impl Read) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let cannot = |error: std::io::Error| format!("expected a file that can be read, found: {error}");
    bytes.by_ref().take(LIMIT + 1).read_to_end(&mut out).map_err(cannot)?;
    if out.len() as u64 > LIMIT {
        let size = out.len() as u64 + std::io::copy(&mut bytes, &mut std::io::sink()).map_err(cannot)?;
        return Err(format!("expected at most {} MB, found {} MB", LIMIT / 1_000_000, size.div_ceil(1_000_000)));
    }
    Ok(out)
}

/// Reads a file that is one article.
fn single(path: &str, is_page: bool, parse: fn(&str, Metadata) -> Result<Parsed, String>, bytes: impl Read) -> Result<Parsed, String> {
    let bytes = whole(bytes)?;
    let charset = is_page.then(|| decode::declared_charset(&bytes)).flatten();
    let decoded = decode::text(&bytes, charset).map_err(|found| format!("expected text, found {found}"))?;
    let (text, cleaned) = clean(&decoded.text);
    let Parsed { article, remarks } = parse(&text, Metadata { file: path.to_owned(), ..Metadata::default() })?;
    Ok(Parsed { article, remarks: decoded.remarks.into_iter().chain(cleaned).chain(remarks).collect() })
}

/// Puts together what the files gave.
#[derive(Default)]
struct Gather {
    reading: Reading,
    root: String,
    ids: Ids,
    sidecar: Sidecar,
    sidecar_name: String,
}

impl Gather {
    /// Takes in what lies beside the articles. Returns the texts of tasks, tours and imprint by the names of their files:
    /// their links are looked at once all articles are known.
    fn beside(&mut self, files: BTreeMap<String, Result<String, String>>) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        for wanted in [sidecar::NAME, names::NAME].into_iter().chain(extras::NAMES) {
            let Some((name, text)) = files.iter().find(|(name, _)| name.to_lowercase() == wanted) else { continue };
            let text = match text {
                Ok(text) => text,
                Err(message) => {
                    self.reading.problems.push(Problem::new(Severity::Error, below(&self.root, name), None, message));
                    continue;
                }
            };
            let remarks = match wanted {
                sidecar::NAME => {
                    let (sidecar, remarks) = sidecar::read(text);
                    self.reading.corpus_title = sidecar.title.clone();
                    (self.sidecar, self.sidecar_name) = (sidecar, name.clone());
                    remarks
                }
                names::NAME => {
                    let (corrections, remarks) = read_corrections(text);
                    self.reading.corrections = corrections;
                    remarks
                }
                _ => {
                    texts.push((name.clone(), text.clone()));
                    extras::read(wanted, text, &mut self.reading.beside)
                }
            };
            self.remark(name, remarks);
        }
        texts
    }

    fn remark(&mut self, name: &str, remarks: Vec<Remark>) {
        let file = below(&self.root, name);
        self.reading.problems.extend(remarks.into_iter().map(|remark| Problem::from_remark(remark, &file)));
    }

    fn file(&mut self, file: FileRead) {
        let FileRead { path, stem, records, failure } = file;
        self.reading.files += 1;
        let before = self.reading.articles.len();
        let shown = below(&self.root, &path);
        for Record { line, parsed } in records {
            let stem = line.map_or_else(|| stem.clone(), |line| format!("{stem}-{line}"));
            if let Err(message) = parsed.and_then(|parsed| self.add(parsed, &shown, line, &stem)) {
                self.reading.problems.push(Problem::new(Severity::Error, shown.clone(), line, message));
            }
        }
        self.reading.problems.extend(failure.map(|message| Problem::new(Severity::Error, shown, None, message)));
        self.reading.unread.extend((self.reading.articles.len() == before).then_some(path));
    }

    /// Takes an article in: with what the sidecar says about it, and under an id of its own.
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
            // Lines are counted in the file: those of a record's body are all the record's line.
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
