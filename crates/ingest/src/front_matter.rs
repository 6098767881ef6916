//! Front matter: simple YAML between `---`, simple TOML between `+++`.

use crate::article::{Field, Line, Parsed, lines};
use zeitlupe_core::article::{Metadata, Origin};
use zeitlupe_core::remark::Remark;

/// Reads a text that may have front matter: its fields go into `known`, and `split` makes lines from the rest,
/// given the number of its first line.
pub(crate) fn with(text: &str, known: Metadata, split: fn(&str, u32) -> Vec<Line>) -> Parsed {
    let (known, mut remarks, rest, first) = read(text, known);
    let parsed = lines(split(rest, first), known);
    remarks.extend(parsed.remarks);
    Parsed { article: parsed.article, remarks }
}

/// Reads the front matter of `text`, if any, into `known`.
///
/// Returns the metadata with remarks, the rest of the text, and the number of the rest's first line.
/// Without a closing line, the fields end at the first line that is not one; that gives a remark.
fn read(text: &str, known: Metadata) -> (Metadata, Vec<Remark>, &str, u32) {
    let mut lines = Lines { rest: text, number: 0 };
    let Some((fence, separator)) = open(&mut lines) else { return (known, Vec::new(), text, 1) };
    let opening = lines.number;
    let closed = lines.rest.lines().any(|line| line.trim_end() == fence);
    let mut fields = Fields { known, remarks: Vec::new(), separator, in_table: false };
    while let Some(line) = lines.peek() {
        if line.trim_end() == fence {
            lines.advance();
            break;
        }
        if !closed && entry(line, separator).is_none() {
            break;
        }
        lines.advance();
        fields.take(line, &mut lines);
    }
    let Fields { known, mut remarks, .. } = fields;
    if !closed {
        let message = format!("expected \"{fence}\" below the front matter that begins in line {opening}, found none");
        remarks.push(Remark::warning(Some(lines.number.max(opening)), message));
    }
    remarks.sort_by_key(|remark| remark.line);
    (known, remarks, lines.rest, lines.number + 1)
}

/// Reads the opening line: the line itself, and the separator between key and value. `None` if the text has no front matter.
fn open<'t>(lines: &mut Lines<'t>) -> Option<(&'t str, char)> {
    while lines.peek()?.trim().is_empty() {
        lines.advance();
    }
    let fence = lines.peek()?.trim_end();
    let separator = match fence {
        "---" => ':',
        "+++" => '=',
        _ => return None,
    };
    lines.advance();
    // Two lines of dashes around a sentence are thematic breaks of Markdown.
    let is_field = |line: &str| entry(line, ':').is_some() || line.trim().is_empty() || line.starts_with('#') || line.trim_end() == "---";
    (separator == '=' || lines.peek().is_some_and(is_field)).then_some((fence, separator))
}

/// The fields read so far.
struct Fields {
    known: Metadata,
    remarks: Vec<Remark>,
    /// The separator between key and value.
    separator: char,
    /// Whether a TOML table has begun, whose fields are not the article's.
    in_table: bool,
}

impl Fields {
    /// Reads a line between the fences, and from `lines` those that continue its value.
    fn take(&mut self, line: &str, lines: &mut Lines<'_>) {
        let (number, trimmed) = (lines.number, line.trim());
        if trimmed.is_empty() || trimmed.starts_with('#') {
            return;
        }
        if self.separator == '=' && trimmed.starts_with('[') {
            self.in_table = true;
            return;
        }
        let Some((key, value)) = entry(line, self.separator) else {
            let expected = if self.separator == ':' { "key: value" } else { "key = \"value\"" };
            let found = zeitlupe_core::article::shorten(trimmed, 60);
            let message = format!("expected \"{expected}\" in the front matter, found \"{found}\"");
            self.remarks.push(Remark::warning(Some(number), message));
            return;
        };
        let value = value_of(value, lines, self.separator);
        match Field::named(key) {
            _ if self.in_table => {}
            Some(field) => self.remarks.extend(field.set(&mut self.known, &value, Origin::FrontMatter, Some(number)).err()),
            None => {
                let message = format!("expected {}, found \"{key}\": left out", Field::NAMES);
                self.remarks.push(Remark::note(Some(number), message));
            }
        }
    }
}

/// The lines not read yet.
struct Lines<'t> {
    rest: &'t str,
    /// The number of lines read so far.
    number: u32,
}

impl<'t> Lines<'t> {
    fn peek(&self) -> Option<&'t str> {
        self.rest.lines().next()
    }

    fn advance(&mut self) {
        self.rest = self.rest.split_once('\n').map_or("", |(_, rest)| rest);
        self.number += 1;
    }
}

/// The key and value of an entry that is not indented.
fn entry(line: &str, separator: char) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(separator)?;
    let is_key =
        key.starts_with(char::is_alphabetic) && key.trim_end().chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    let parted = separator == '=' || value.is_empty() || value.starts_with(char::is_whitespace);
    (is_key && parted).then(|| (key.trim_end(), value.trim()))
}

/// The value with the indented lines that continue it: list items are joined by commas, folded lines by spaces.
fn value_of(first: &str, lines: &mut Lines<'_>, separator: char) -> String {
    let mut parts = Vec::new();
    let folded = matches!(first, ">" | "|" | ">-" | "|-");
    if !folded && !first.is_empty() {
        parts.push(scalar(first));
    }
    let mut is_list = false;
    let belongs = |line: &&str| separator == ':' && (line.starts_with([' ', '\t']) || line.starts_with("- ")) && !line.trim().is_empty();
    while let Some(line) = lines.peek().filter(belongs) {
        let trimmed = line.trim();
        is_list |= trimmed.starts_with("- ");
        parts.push(scalar(trimmed.strip_prefix("- ").unwrap_or(trimmed)));
        lines.advance();
    }
    parts.join(if is_list { ", " } else { " " })
}

/// A value without quotation marks and without the comment after it; a list in brackets becomes its items joined by commas.
fn scalar(value: &str) -> String {
    let value = value.trim();
    if let Some(inner) = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return inner.split(',').map(scalar).filter(|item| !item.is_empty()).collect::<Vec<_>>().join(", ");
    }
    for mark in ['"', '\''] {
        if let Some((inner, rest)) = value.strip_prefix(mark).and_then(|rest| rest.rsplit_once(mark))
            && (rest.trim().is_empty() || rest.trim_start().starts_with('#'))
        {
            return if mark == '"' { inner.replace("\\\"", "\"") } else { inner.replace("''", "'") };
        }
    }
    value.split(" #").next().unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, fields: &str, rest: &str, remarks: &[&str]) {
        let (meta, said_of, found, _) = read(text, Metadata::default());
        let date = meta.date.as_ref().map(|date| date.iso());
        let all = [&meta.id.clone().into(), &meta.title, &date, &meta.source, &meta.author, &meta.url, &meta.licence, &meta.lang];
        let said: Vec<_> = all.iter().filter_map(|field| field.as_deref()).filter(|field| !field.is_empty()).collect();
        assert_eq!(said.join("|"), fields);
        assert_eq!(found, rest);
        assert_eq!(said_of.len(), remarks.len(), "{:?}", said_of);
        for (remark, words) in said_of.iter().zip(remarks) {
            let whole = format!("{}: {}", remark.line.unwrap(), remark.message);
            assert!(whole.contains(words), "{whole}");
        }
    }

    #[test]
    fn yaml_is_read() {
        check("---\ntitle: Ein Titel\ndate: 2022-02-04\nsource: 'Der Bote'\n---\nText", "Ein Titel|2022-02-04|Der Bote", "Text", &[]);
        check("\n---\nTitel: \"Xi: \\\"Nein\\\"\" # so\n---\nText", "Xi: \"Nein\"", "Text", &[]);
        check("---\nauthors:\n  - Anna Schmidt\n  - Peter Meier\nlang: de\n---\n", "Anna Schmidt, Peter Meier|de", "", &[]);
        check("---\nauthor: [Anna, Peter]\ntitle: >\n  Ein langer\n  Titel\n---\nT", "Ein langer Titel|Anna, Peter", "T", &[]);
        check(
            "---\n\n# Bemerkung\nurl: https://example.org/a\nlicence: CC BY 4.0\nid: x\n---\nT",
            "x|https://example.org/a|CC BY 4.0",
            "T",
            &[],
        );
    }

    #[test]
    fn toml_is_read() {
        check("+++\ntitle = \"Ein Titel\"\ndate = 2022-02-04\n[extra]\ntitle = \"nein\"\n+++\nText", "Ein Titel|2022-02-04", "Text", &[]);
    }

    #[test]
    fn text_without_front_matter_stays() {
        check("Ein Titel\n\nText", "", "Ein Titel\n\nText", &[]);
        check("---\nEin Satz zwischen zwei Linien.\n---\nText", "", "---\nEin Satz zwischen zwei Linien.\n---\nText", &[]);
        check("", "", "", &[]);
    }

    #[test]
    fn broken_front_matter_is_read_as_far_as_it_goes() {
        check("---\ntitle: A\nText ohne Ende.", "A", "Text ohne Ende.", &["2: expected \"---\""]);
        check("---\ntitle: A\nkein Feld\nsource: B\n---\nT", "A|B", "T", &["3: expected \"key: value\""]);
        check("---\ndate: 4.2.22\n---\nT", "", "T", &["2: expected a date like 2022-02-04"]);
        check("---\ntags: a\n---\nT", "", "T", &["2: expected id, title"]);
        check("+++\ntitle\n+++\nT", "", "T", &["2: expected \"key = "]);
    }

    #[test]
    fn the_rest_keeps_its_line_numbers() {
        let (_, _, rest, first) = read("\n---\ntitle: A\n---\nText", Metadata::default());
        assert_eq!((rest, first), ("Text", 5));
    }
}
