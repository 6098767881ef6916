//! `articles.toml`: corrections and additions to articles without changing their files.
//!
//! ```toml
//! title = "Vier Wochen im Februar"
//!
//! ["002.txt"]            # a file, relative to the folder, or the id of an article
//! source = "Der Bote"
//! date = 2022-02-04
//! ```

use crate::article::{Field, amend};
use crate::decode::nfc;
use crate::line_numbers::LineNumbers;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use zeitlupe_core::article::{Article, Metadata, Origin};
use zeitlupe_core::remark::Remark;

/// The name of the file.
pub(crate) const NAME: &str = "articles.toml";

/// The contents of `articles.toml`.
#[derive(Default)]
pub(crate) struct Sidecar {
    /// The title of the collection.
    pub title: Option<String>,
    entries: BTreeMap<String, Entry>,
}

struct Entry {
    changes: Metadata,
    line: u32,
    used: bool,
}

/// Reads the file. Invalid entries give remarks; the rest is used.
pub(crate) fn read(text: &str) -> (Sidecar, Vec<Remark>) {
    let mut reader = Reader { lines: LineNumbers::of(text), sidecar: Sidecar::default(), remarks: Vec::new() };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let line = error.span().map(|span| reader.line(span.start));
        reader.remarks.push(Remark::error(line, format!("expected TOML, found: {}", error.message().trim())));
    }
    for (key, value) in table.get_ref() {
        let line = reader.line(key.span().start);
        match value.get_ref() {
            DeValue::Table(table) => reader.entry(key.get_ref().to_string(), line, table),
            DeValue::String(title) if key.get_ref() == "title" => {
                reader.sidecar.title = Some(title.to_string()).filter(|title| !title.trim().is_empty())
            }
            _ => reader.remarks.push(Remark::warning(
                Some(line),
                format!("expected title = \"…\" or a table like [\"file.txt\"], found \"{}\"", key.get_ref()),
            )),
        }
    }
    reader.remarks.sort_by_key(|remark| remark.line);
    (reader.sidecar, reader.remarks)
}

struct Reader {
    lines: LineNumbers,
    sidecar: Sidecar,
    remarks: Vec<Remark>,
}

impl Reader {
    fn line(&self, at: usize) -> u32 {
        self.lines.at(at)
    }

    fn entry(&mut self, name: String, line: u32, table: &DeTable<'_>) {
        let mut changes = Metadata::default();
        let mut is_entry = table.is_empty();
        for (key, value) in table {
            let at = self.line(key.span().start);
            // A nested table: a name with a dot lacks its quotation marks.
            if let DeValue::Table(inner) = value.get_ref() {
                self.entry(format!("{name}.{}", key.get_ref()), at, inner);
                continue;
            }
            is_entry = true;
            match (Field::named(key.get_ref()), words(value)) {
                (None, _) => {
                    self.remarks.push(Remark::warning(Some(at), format!("expected {}, found \"{}\"", Field::NAMES, key.get_ref())))
                }
                (Some(_), None) => {
                    self.remarks.push(Remark::warning(Some(at), format!("expected text for \"{}\", found something else", key.get_ref())))
                }
                (Some(field), Some(words)) => self.remarks.extend(field.set(&mut changes, &words, Origin::Sidecar, Some(at)).err()),
            }
        }
        if is_entry {
            self.sidecar.entries.insert(nfc(name), Entry { changes, line, used: false });
        }
    }
}

/// A value as text: a string, a TOML date, a number, a list of strings.
fn words(value: &Spanned<DeValue<'_>>) -> Option<String> {
    match value.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Datetime(date) => Some(date.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Array(items) => items.iter().map(words).collect::<Option<Vec<_>>>().map(|items| items.join(", ")),
        _ => None,
    }
}

impl Sidecar {
    /// Corrects the article by the entry for its file, else by the one for its id.
    pub fn amend(&mut self, article: Article, id: &str) -> Article {
        let file = nfc(article.meta.file.clone());
        let name = if self.entries.contains_key(&file) { file.as_str() } else { id };
        match self.entries.get_mut(name) {
            Some(entry) => {
                entry.used = true;
                amend(article, entry.changes.clone())
            }
            None => article,
        }
    }

    /// A warning for every entry without an article.
    pub fn unused(&self) -> Vec<Remark> {
        let unused = self.entries.iter().filter(|(_, entry)| !entry.used);
        let mut remarks: Vec<_> = unused
            .map(|(name, entry)| Remark::warning(Some(entry.line), format!("expected a file of this folder or an id, found \"{name}\"")))
            .collect();
        remarks.sort_by_key(|remark| remark.line);
        remarks
    }
}
