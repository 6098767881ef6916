//! `names.toml`: corrections as a human-readable file.
//!
//! ```toml
//! [[merge]]
//! name = "PER:Putin"
//! into = "PER:Wladimir Putin"
//!
//! [[unmark]]
//! article = "002"
//! quote = "Essen"
//! before = "beim gemeinsamen "
//! after = " sagte"
//! start = 512
//! ```
//!
//! The format is a subset of TOML 1.0: arrays of tables, strings on one line (`"…"` with escapes, `'…'` without), integers, booleans, arrays of
//! strings, comments.

use super::{Correction, Quotation};
use crate::entity::{EntityKind, EntityName};
use crate::remark::Remark;
use std::fmt::Write;

const HEAD: &str = "# Korrekturen der Namen in diesem Lesesaal. Neben die Artikel gelegt, liest der nächste Bau diese Datei.\n\
                    # Corrections of names. Put beside the articles, the next build reads this file.\n";

/// Writes corrections as the text of a `names.toml`, which [`read`] reads.
///
/// ```
/// use zeitlupe_core::entity::{Correction, EntityName, read_corrections, write_corrections};
/// let name = EntityName::parse("ORG:Kreml").expect("a kind and a name");
/// let corrections = [Correction::Remove { name }];
/// let (read, remarks) = read_corrections(&write_corrections(&corrections));
/// assert_eq!((read[0].1.clone(), remarks.len()), (corrections[0].clone(), 0));
/// ```
pub fn write(corrections: &[Correction]) -> String {
    let mut out = HEAD.to_owned();
    for correction in corrections {
        let mut table = Table { out: &mut out };
        match correction {
            Correction::Remove { name } => table.open("remove").name("name", name),
            Correction::Retype { name, to } => table.open("retype").name("name", name).text("to", to.code()),
            Correction::Rename { name, to } => table.open("rename").name("name", name).text("to", to),
            Correction::Merge { name, into } => table.open("merge").name("name", name).name("into", into),
            Correction::Split { name, forms, articles, to } => {
                table.open("split").name("name", name).list("forms", forms).list("articles", articles).name("to", to)
            }
            Correction::Mark { place, name, all } => {
                let table = table.open("mark").place(place).name("name", name);
                if *all { table.line("all", "true") } else { table }
            }
            Correction::Unmark { place } => table.open("unmark").place(place),
        };
    }
    out
}

impl Correction {
    /// The correction as text, by which equal ones are found.
    pub fn text(&self) -> String {
        write(std::slice::from_ref(self))
    }
}

struct Table<'o> {
    out: &'o mut String,
}

impl Table<'_> {
    fn line(&mut self, key: &str, value: &str) -> &mut Self {
        // Writing to a String never fails.
        let _ = writeln!(self.out, "{key} = {value}");
        self
    }

    fn open(&mut self, kind: &str) -> &mut Self {
        let _ = write!(self.out, "\n[[{kind}]]\n");
        self
    }

    fn text(&mut self, key: &str, text: &str) -> &mut Self {
        self.line(key, &quoted(text))
    }

    fn name(&mut self, key: &str, name: &EntityName) -> &mut Self {
        self.text(key, &name.to_string())
    }

    fn list(&mut self, key: &str, items: &[String]) -> &mut Self {
        if items.is_empty() {
            return self;
        }
        let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
        self.line(key, &format!("[{}]", items.join(", ")))
    }

    fn place(&mut self, place: &Quotation) -> &mut Self {
        self.text("article", &place.article).text("quote", &place.quote).text("before", &place.before).text("after", &place.after);
        self.line("start", &place.start.to_string())
    }
}

/// A TOML string in quotation marks, with escapes.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => _ = write!(out, "\\u{:04X}", c as u32),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Reads the text of a `names.toml`: the corrections, each with the line where it begins, and remarks on entries that cannot be used.
/// Never fails: such entries are skipped.
pub fn read(text: &str) -> (Vec<(u32, Correction)>, Vec<Remark>) {
    let mut reader = Reader { rest: text.strip_prefix('\u{feff}').unwrap_or(text), line: 1, remarks: Vec::new() };
    let mut found = Vec::new();
    let mut open: Option<Draft> = None;
    loop {
        reader.skip(true);
        let line = reader.line;
        if reader.rest.is_empty() {
            break;
        }
        if let Some(kind) = reader.header() {
            found.extend(open.take().and_then(|draft| draft.finish(&mut reader.remarks)));
            open = Some(Draft { kind, line, values: Vec::new() });
        } else if let Some((key, value)) = reader.entry() {
            match &mut open {
                Some(draft) => draft.values.push((key, value)),
                None => reader.remark(line, format!("expected a table like [[merge]] above \"{key}\"")),
            }
        } else {
            let end = reader.rest.find('\n').unwrap_or(reader.rest.len());
            let odd = crate::article::shorten(reader.rest[..end].trim(), 60);
            reader.remark(line, format!("expected key = \"value\" or a table like [[merge]], found \"{odd}\""));
            reader.rest = &reader.rest[end..];
        }
    }
    found.extend(open.and_then(|draft| draft.finish(&mut reader.remarks)));
    (found, reader.remarks)
}

/// A value of the file.
enum Value {
    Text(String),
    Number(u32),
    Flag(bool),
    List(Vec<String>),
}

struct Reader<'t> {
    rest: &'t str,
    line: u32,
    remarks: Vec<Remark>,
}

impl Reader<'_> {
    fn remark(&mut self, line: u32, message: String) {
        self.remarks.push(Remark::warning(Some(line), message));
    }

    fn take(&mut self, sign: char) -> bool {
        let Some(rest) = self.rest.strip_prefix(sign) else { return false };
        self.rest = rest;
        true
    }

    /// Skips white space and comments, with `lines` also line ends.
    fn skip(&mut self, lines: bool) {
        loop {
            self.rest = self.rest.trim_start_matches([' ', '\t', '\r']);
            if self.rest.starts_with('#') {
                self.rest = &self.rest[self.rest.find('\n').unwrap_or(self.rest.len())..];
            } else if lines && self.take('\n') {
                self.line += 1;
            } else {
                return;
            }
        }
    }

    /// A table header: `[[merge]]`.
    fn header(&mut self) -> Option<String> {
        let (kind, rest) = self.rest.strip_prefix("[[")?.split_once("]]")?;
        if kind.contains(['\n', '"']) {
            return None;
        }
        self.rest = rest;
        Some(kind.trim().to_owned())
    }

    /// An entry `key = value`; consumes nothing if there is none.
    fn entry(&mut self) -> Option<(String, Value)> {
        let begin = (self.rest, self.line);
        let read = self.try_entry();
        if read.is_none() {
            (self.rest, self.line) = begin;
        }
        read
    }

    fn try_entry(&mut self) -> Option<(String, Value)> {
        let is_key = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        let (key, rest) = self.rest.split_at(self.rest.find(|c| !is_key(c))?);
        self.rest = rest;
        self.skip(false);
        if key.is_empty() || !self.take('=') {
            return None;
        }
        self.skip(false);
        let value = self.value()?;
        self.skip(false);
        (self.rest.is_empty() || self.rest.starts_with('\n')).then(|| (key.to_owned(), value))
    }

    fn value(&mut self) -> Option<Value> {
        if self.rest.starts_with(['"', '\'']) {
            return self.text().map(Value::Text);
        }
        if self.take('[') {
            return self.list().map(Value::List);
        }
        let end = self.rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        match word {
            "true" => Some(Value::Flag(true)),
            "false" => Some(Value::Flag(false)),
            _ => word.replace('_', "").parse().ok().map(Value::Number),
        }
    }

    fn list(&mut self) -> Option<Vec<String>> {
        let mut items = Vec::new();
        loop {
            self.skip(true);
            if self.take(']') {
                return Some(items);
            }
            items.push(self.text()?);
            self.skip(true);
            if !self.take(',') && !self.rest.starts_with(']') {
                return None;
            }
        }
    }

    /// A string in quotation marks on one line.
    fn text(&mut self) -> Option<String> {
        if self.take('\'') {
            let (text, rest) = self.rest.split_once('\'')?;
            self.rest = rest;
            return (!text.contains('\n')).then(|| text.to_owned());
        }
        self.rest = self.rest.strip_prefix('"')?;
        let mut out = String::new();
        let mut chars = self.rest.chars();
        loop {
            match chars.next()? {
                '"' => break,
                '\n' => return None,
                '\\' => out.push(match chars.next()? {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\u{8}',
                    'f' => '\u{c}',
                    sign @ ('"' | '\\') => sign,
                    long @ ('u' | 'U') => {
                        let digits: String = chars.by_ref().take(if long == 'u' { 4 } else { 8 }).collect();
                        u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32)?
                    }
                    _ => return None,
                }),
                c => out.push(c),
            }
        }
        self.rest = chars.as_str();
        Some(out)
    }
}

/// A table of the file that may be incomplete.
struct Draft {
    kind: String,
    line: u32,
    values: Vec<(String, Value)>,
}

impl Draft {
    fn take(&mut self, key: &str) -> Option<Value> {
        let at = self.values.iter().position(|(other, _)| other == key)?;
        Some(self.values.swap_remove(at).1)
    }

    fn text(&mut self, key: &'static str) -> Result<String, &'static str> {
        match self.take(key) {
            Some(Value::Text(text)) => Ok(text),
            _ => Err(key),
        }
    }

    fn name(&mut self, key: &'static str) -> Result<EntityName, &'static str> {
        self.text(key).and_then(|text| EntityName::parse(&text).ok_or(key))
    }

    fn list(&mut self, key: &'static str) -> Result<Vec<String>, &'static str> {
        match self.take(key) {
            None => Ok(Vec::new()),
            Some(Value::List(items)) => Ok(items),
            Some(_) => Err(key),
        }
    }

    fn place(&mut self) -> Result<Quotation, &'static str> {
        let start = match self.take("start") {
            Some(Value::Number(start)) => start,
            None => 0,
            Some(_) => return Err("start"),
        };
        let (before, after) = (self.text("before").unwrap_or_default(), self.text("after").unwrap_or_default());
        let quote = self.text("quote").and_then(|quote| if quote.is_empty() { Err("quote") } else { Ok(quote) })?;
        Ok(Quotation { article: self.text("article")?, quote, before, after, start })
    }

    fn correction(&mut self) -> Result<Correction, &'static str> {
        Ok(match self.kind.as_str() {
            "remove" => Correction::Remove { name: self.name("name")? },
            "retype" => {
                let kind = self.text("to")?;
                Correction::Retype { name: self.name("name")?, to: EntityKind::of_code(&kind).ok_or("to")? }
            }
            "rename" => {
                let to = self.text("to").and_then(|to| if to.trim().is_empty() { Err("to") } else { Ok(to) })?;
                Correction::Rename { name: self.name("name")?, to }
            }
            "merge" => Correction::Merge { name: self.name("name")?, into: self.name("into")? },
            "split" => Correction::Split {
                name: self.name("name")?,
                forms: self.list("forms")?,
                articles: self.list("articles")?,
                to: self.name("to")?,
            },
            "mark" => {
                let all = matches!(self.take("all"), Some(Value::Flag(true)));
                Correction::Mark { place: self.place()?, name: self.name("name")?, all }
            }
            "unmark" => Correction::Unmark { place: self.place()? },
            _ => return Err(""),
        })
    }

    fn finish(mut self, remarks: &mut Vec<Remark>) -> Option<(u32, Correction)> {
        let (line, found) = (self.line, self.correction());
        let mut remark = |message: String| remarks.push(Remark::warning(Some(line), message));
        match found {
            Ok(correction) => {
                for (key, _) in &self.values {
                    remark(format!("expected no \"{key}\" in [[{}]]: left out", self.kind));
                }
                Some((self.line, correction))
            }
            Err("") => {
                remark(format!(
                    "expected [[remove]], [[retype]], [[rename]], [[merge]], [[split]], [[mark]] or [[unmark]], found [[{}]]",
                    self.kind
                ));
                None
            }
            Err(key) => {
                remark(format!("expected {} in [[{}]]", expected(key), self.kind));
                None
            }
        }
    }
}

/// The expected format of a value.
fn expected(key: &str) -> String {
    match key {
        "name" | "into" => format!("{key} = \"PER:Name\" (PER, LOC, ORG, EVT or MISC)"),
        "to" => "to = \"PER:Name\" for split, \"PER\" (LOC, ORG, EVT, MISC) for retype, \"Name\" for rename".to_owned(),
        "forms" | "articles" => format!("{key} = [\"…\", \"…\"]"),
        "start" => "start = 123".to_owned(),
        _ => format!("{key} = \"…\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> EntityName {
        EntityName::parse(text).unwrap()
    }

    fn all() -> Vec<Correction> {
        let place = Quotation {
            article: "0 \"ü\"".into(),
            quote: "Wang\\".into(),
            before: "\tsagte\n".into(),
            after: "\u{1} 🙂 ".into(),
            start: 4_000_000,
        };
        let (forms, articles) = (vec!["a, b".into(), "\"c\"]".into()], vec!["x#y".into()]);
        vec![
            Correction::Remove { name: name("PER:Donner: Wetter") },
            Correction::Retype { name: name("LOC:Kreml"), to: EntityKind::Org },
            Correction::Rename { name: name("ORG:Nato"), to: "NATO".into() },
            Correction::Merge { name: name("PER:Putin"), into: name("PER:Wladimir Putin") },
            Correction::Split { name: name("PER:Müller"), forms, articles: articles.clone(), to: name("PER:Anna Müller") },
            Correction::Split { name: name("PER:Müller"), forms: Vec::new(), articles, to: name("PER:Anna Müller") },
            Correction::Mark { place: place.clone(), name: name("MISC:X"), all: true },
            Correction::Mark { place: place.clone(), name: name("EVT:X"), all: false },
            Correction::Unmark { place },
        ]
    }

    #[test]
    fn corrections_round_trip() {
        let (found, remarks) = read(&write(&all()));
        assert_eq!(remarks, []);
        assert_eq!(found.into_iter().map(|(_, correction)| correction).collect::<Vec<_>>(), all());
        assert_eq!(read(&write(&[])), (Vec::new(), Vec::new()));
    }

    /// Pieces that a file format could trip over.
    const PIECES: [&str; 20] = [
        "[[", "]]", "[", "]", "{", "\"", "'", "\\", "#", "=", ",", ":", "\n", "\r", "\t", "\u{0}", "\u{7f}", "\u{2028}", "\u{feff}", "ä🙂",
    ];

    #[test]
    fn what_is_saved_is_read_again_whatever_stands_in_it() {
        let mut seed = 1_u32;
        let mut next = move || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) as usize
        };
        for n in 0..400 {
            let mut text = |least: usize| (0..least + next() % 9).map(|_| PIECES[next() % PIECES.len()]).collect::<String>();
            let kind = EntityKind::ALL[n % EntityKind::ALL.len()];
            // No name of the form is empty or blank.
            let names = [text(1), text(1)].map(|name| EntityName { kind, name: name + "x" });
            let [name, to] = names;
            let place = Quotation { article: text(0), quote: text(1) + "x", before: text(0), after: text(0), start: n as u32 * 1_000_003 };
            let (forms, articles) = ((0..n % 3).map(|_| text(0)).collect(), (0..n % 2).map(|_| text(0)).collect());
            let all = vec![
                Correction::Remove { name: name.clone() },
                Correction::Retype { name: name.clone(), to: kind },
                Correction::Rename { name: name.clone(), to: to.name.clone() },
                Correction::Merge { name: name.clone(), into: to.clone() },
                Correction::Split { name: name.clone(), forms, articles, to },
                Correction::Mark { place: place.clone(), name, all: n % 2 == 0 },
                Correction::Unmark { place },
            ];
            let (found, remarks) = read(&write(&all));
            assert_eq!((found.into_iter().map(|(_, correction)| correction).collect::<Vec<_>>(), remarks), (all, Vec::new()), "{n}");
        }
    }

    #[test]
    fn unusable_entries_are_reported_with_their_line_and_skipped() {
        let text = "\u{feff}x = 1\r\n[[remove]] # gone\r\nname = 'LOC:Essen' # no town\r\nwhy = \"so\"\r\n\r\n[[merge]]\nname = \"PER:A\"\n\
                    into = \"Nobody\"\n[[explode]]\n[[rename]]\nname = \"ORG:B\nto = \"C\"\n{ }\n[[split]]\nname = \"PER:A\"\n\
                    forms = [ \"x\",\n  # one more\n  'y', ]\nto = \"PER:B\"\n[[unmark]]\narticle = \"a\"\nquote = \"\"";
        let (found, remarks) = read(text);
        let lines: Vec<_> = remarks.iter().filter_map(|remark| remark.line).collect();
        assert_eq!(lines, [1, 2, 6, 9, 11, 13, 10, 20], "{remarks:?}");
        let expected = [
            (2, Correction::Remove { name: name("LOC:Essen") }),
            (14, Correction::Split { name: name("PER:A"), forms: vec!["x".into(), "y".into()], articles: Vec::new(), to: name("PER:B") }),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn any_text_can_be_read() {
        let whole = write(&all());
        for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
            read(&whole[..end]);
        }
        for odd in
            ["[[", "[[x", "a=", "a=[", "a=[\"", "\"", "[[]]", "=", "a = \"\\u12\"", "a = \"\\", "[[mark]]\nstart = 99999999999", "\u{0}"]
        {
            read(odd);
        }
    }
}
