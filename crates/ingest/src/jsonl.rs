//! JSON lines, one article per line: `{"id", "title", "date", "source", "author", "url", "body"}`.

use crate::article::{self, Field, Line, Parsed, Sink};
use crate::clean::clean;
use crate::decode::nfc;
use crate::plain::uncounted;
use crate::reading::unbroken;
use flate2::bufread::MultiGzDecoder;
use serde_json::{Map, Value};
use std::io::{BufRead, BufReader, Read};
use zeitlupe_core::article::{Metadata, Origin, Role, shorten};
use zeitlupe_core::remark::Remark;

/// The longest line, in bytes.
const MAX_LINE_BYTES: u64 = 50_000_000;

/// Reads a file of records, inflating it if it begins like gzip, whatever its name.
///
/// Each record goes to `sink` with its line, as an article or with what was expected. A file without any readable record is an error.
pub(crate) fn read(bytes: &mut dyn BufRead, file: &str, sink: &mut Sink<'_>) -> Result<(), String> {
    let begin = bytes.fill_buf().map_err(|error| format!("expected a file that can be read, found: {error}"))?;
    let zipped = begin.starts_with(&[0x1f, 0x8b]);
    let lines: Box<dyn BufRead> = if zipped { Box::new(BufReader::new(MultiGzDecoder::new(bytes))) } else { Box::new(bytes) };
    let mut records = Records { lines, number: 0, failed: false };
    let mut found = false;
    while let Some((number, line)) = records.next_line() {
        let parsed = line.and_then(|line| unbroken(|| record(&line, number, file)));
        found |= parsed.is_ok();
        sink(number, parsed);
    }
    if found { Ok(()) } else { Err("expected a JSON object with \"body\" on each line, found no article".into()) }
}

/// Streams the lines that are not blank: a file may be larger than memory.
struct Records<'b> {
    lines: Box<dyn BufRead + 'b>,
    number: u32,
    failed: bool,
}

impl Records<'_> {
    /// The next line with its number from 1, or what was expected; `None` at the end.
    fn next_line(&mut self) -> Option<(u32, Result<String, String>)> {
        while !self.failed {
            let mut line = Vec::new();
            self.number += 1;
            match self.lines.by_ref().take(MAX_LINE_BYTES + 1).read_until(b'\n', &mut line) {
                Err(error) => {
                    // The rest of the stream cannot be read.
                    self.failed = true;
                    return Some((self.number, Err(format!("expected a whole file, found: {error}"))));
                }
                Ok(0) => return None,
                Ok(read) if read as u64 > MAX_LINE_BYTES => {
                    self.failed = self.lines.skip_until(b'\n').is_err();
                    return Some((
                        self.number,
                        Err(format!("expected a line of at most {} MB, found a longer one", MAX_LINE_BYTES / 1_000_000)),
                    ));
                }
                Ok(_) => {}
            }
            let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line);
            if !line.trim_ascii().is_empty() {
                let text = std::str::from_utf8(line).map(|line| line.trim().to_owned());
                return Some((
                    self.number,
                    text.map_err(|error| format!("expected UTF-8, found other bytes after {} bytes of the line", error.valid_up_to())),
                ));
            }
        }
        None
    }
}

/// Reads one record. The error says what was expected if it has no usable text.
fn record(line: &str, number: u32, file: &str) -> Result<Parsed, String> {
    let value: Value = serde_json::from_str(line)
        .map_err(|error| format!("expected a JSON object, found at column {}: {}", error.column(), without_place(&error)))?;
    let Value::Object(record) = value else {
        return Err(format!("expected a JSON object, found {}", kind(&value)));
    };
    let mut meta = Metadata { file: file.to_owned(), ..Metadata::default() };
    let mut remarks = Vec::new();
    for (key, value) in &record {
        let Some(field) = Field::named(key) else {
            if !BODY.contains(&key.as_str()) && !LEAD.contains(&key.as_str()) {
                let message = format!("expected body, {}, found \"{}\": left out", Field::NAMES, shorten(key, 40));
                remarks.push(Remark::note(Some(number), message));
            }
            continue;
        };
        match words(value) {
            Some(words) => remarks.extend(field.set(&mut meta, &nfc(words), Origin::Record, Some(number)).err()),
            None => remarks.push(Remark::warning(Some(number), format!("expected text for \"{key}\", found {}", kind(value)))),
        }
    }
    let body = text(&record, &BODY)?;
    let (body, said) = clean(&body);
    remarks.extend(said);
    let mut lines = uncounted(&body);
    let lead = text(&record, &LEAD)?;
    if !lead.trim().is_empty() {
        lines.insert(0, Line::new(lead.split_whitespace().collect::<Vec<_>>().join(" "), 0).with_role(Role::Lead));
    }
    if lines.is_empty() {
        return Err("expected words in \"body\", found none".into());
    }
    let read = article::lines(lines, meta);
    remarks.extend(read.remarks);
    Ok(Parsed { article: read.article, remarks })
}

/// Keys of the article's text, and of its lead.
const BODY: [&str; 5] = ["body", "text", "content", "articleBody", "article"];
const LEAD: [&str; 4] = ["lead", "teaser", "vorspann", "description"];

/// The text of the first of the keys `names` that is present; an error if it is not a string.
fn text(record: &Map<String, Value>, names: &[&str]) -> Result<String, String> {
    for name in names {
        match record.get(*name) {
            None | Some(Value::Null) => {}
            Some(Value::String(text)) if text.trim().is_empty() => {}
            Some(Value::String(text)) => return Ok(nfc(text.clone())),
            Some(Value::Array(lines)) if lines.iter().all(Value::is_string) => {
                return Ok(nfc(lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n")));
            }
            Some(other) => return Err(format!("expected text for \"{name}\", found {}", kind(other))),
        }
    }
    Ok(String::new())
}

/// A value as text: a string, a number, a list of strings joined by commas; empty for null.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => items.iter().map(words).collect::<Option<Vec<_>>>().map(|items| items.join(", ")),
        Value::Bool(_) | Value::Object(_) => None,
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// The parser's message without its position: a record is one line, so its "line 1" would mislead.
fn without_place(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.split(" at line ").next().unwrap_or_default().to_owned()
}
