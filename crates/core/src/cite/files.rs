//! Files for reference managers: BibTeX, RIS, CSL-JSON.

use super::{Author, Source, one_line};
use crate::article::{Precision, PubDate};
use crate::day::Day;
use crate::json::quoted;

/// The known parts of a date: year, month, day.
fn parts(date: &PubDate) -> Vec<u32> {
    let known = match date.precision {
        Precision::Year => 1,
        Precision::Month => 2,
        Precision::Day => 3,
    };
    of_day(date.earliest).into_iter().take(known).collect()
}

fn of_day(day: Day) -> [u32; 3] {
    let (year, month, day) = day.civil();
    // These formats have no years BC, and articles do not either.
    [year.max(0) as u32, month, day]
}

/// Numbers with a separator, the first with four digits, the others with two.
fn joined(parts: &[u32], sign: &str) -> String {
    let digits = |(n, part): (usize, &u32)| if n == 0 { format!("{part:04}") } else { format!("{part:02}") };
    parts.iter().enumerate().map(digits).collect::<Vec<_>>().join(sign)
}

impl Source<'_> {
    /// The citation key: derived from the id alone, so that it stays the same when a title or date is corrected. Characters other than ASCII letters,
    /// digits, `_` and `-` become their code point between dots.
    fn key(&self) -> String {
        let mut out = "zeitlupe-".to_owned();
        for c in self.meta.id.chars() {
            match c {
                'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '-' => out.push(c),
                c => out.extend([".", &(c as u32).to_string(), "."]),
            }
        }
        out
    }

    /// An entry for BibLaTeX: `@article` in a medium, else `@online`.
    ///
    /// Fields and the `?` after an uncertain date are those of "The biblatex Package" (Kime, Wemheuer, Lehman), 2.1, 2.2 and 2.3.8; characters that
    /// TeX reads as commands are escaped, German letters are written as commands, which every version reads; names of organisations and the title
    /// are in additional braces, so that they are not split.
    pub fn bibtex(&self) -> String {
        let medium = self.medium();
        let mut out = [if medium.is_some() { "@article{" } else { "@online{" }, &self.key()].concat();
        let mut field = |name: &str, value: String| out.extend([",\n  ", name, " = {", &value, "}"]);
        let authors: Vec<String> = self
            .authors()
            .iter()
            .map(|author| match author {
                Author::Body(name) => ["{", &tex(name), "}"].concat(),
                Author::Person { given, particle, family } => {
                    let space = if particle.is_empty() { "" } else { " " };
                    [&tex(particle), space, &tex(family), ", ", &tex(given)].concat()
                }
            })
            .collect();
        if !authors.is_empty() {
            field("author", authors.join(" and "));
        }
        field("title", ["{", &tex(&self.name()), "}"].concat());
        if let Some(medium) = medium {
            field("journaltitle", tex(&medium));
        }
        if let Some(date) = &self.meta.date {
            field("date", joined(&parts(date), "-") + if date.is_inferred() { "?" } else { "" });
        }
        if let Some(address) = self.address() {
            field("url", bare(address));
            if let Some(day) = self.accessed {
                field("urldate", day.iso());
            }
        }
        field("langid", if self.lang().starts_with("en") { "english" } else { "german" }.to_owned());
        out.push_str("\n}\n");
        out
    }

    /// A record of RIS: `NEWS` in a medium, else `ELEC`.
    ///
    /// Tags, the two spaces before the hyphen, `YYYY/MM/DD/other` for dates and CR LF at the ends of lines follow "RIS Format Specifications"
    /// (Thomson ResearchSoft, 2001), `T2` and `LA` those of its 2011 version.
    pub fn ris(&self) -> String {
        let medium = self.medium();
        let mut out = String::new();
        let mut line = |tag: &str, value: &str| out.extend([tag, "  - ", value, "\r\n"]);
        line("TY", if medium.is_some() { "NEWS" } else { "ELEC" });
        for author in self.authors() {
            line("AU", &author.inverted());
        }
        line("TI", &self.name());
        if let Some(medium) = medium {
            line("T2", &medium);
        }
        if let Some(date) = &self.meta.date {
            let parts = parts(date);
            line("PY", &joined(&parts[..1], "/"));
            let mut written = joined(&parts, "/");
            // An unknown month or day stays empty.
            (parts.len()..4).for_each(|_| written.push('/'));
            line("DA", &(written + if date.is_inferred() { "wohl" } else { "" }));
        }
        if let Some(address) = self.address() {
            line("UR", &bare(address));
            if let Some(day) = self.accessed {
                line("Y2", &(joined(&of_day(day), "/") + "/"));
            }
        }
        line("LA", self.lang());
        line("ER", "");
        out
    }

    /// CSL-JSON: an array with one item.
    ///
    /// Names and types follow the schema `csl-data.json` of the Citation Style Language 1.0.2; an inferred date is `circa`.
    pub fn csl_json(&self) -> String {
        let mut fields: Vec<(&str, String)> = vec![("id", quoted(&self.key()))];
        let medium = self.medium();
        fields.push(("type", quoted(if medium.is_some() { "article-newspaper" } else { "webpage" })));
        fields.push(("title", quoted(&self.name())));
        let authors: Vec<String> = self
            .authors()
            .iter()
            .map(|author| match author {
                Author::Body(name) => object(&[("literal", quoted(name))]),
                Author::Person { given, particle, family } => {
                    let mut names = vec![("family", quoted(family)), ("given", quoted(given))];
                    if !particle.is_empty() {
                        names.push(("non-dropping-particle", quoted(particle)));
                    }
                    object(&names)
                }
            })
            .collect();
        if !authors.is_empty() {
            fields.push(("author", list(&authors)));
        }
        if let Some(medium) = medium {
            fields.push(("container-title", quoted(&medium)));
        }
        let date = |parts: &[u32], circa: bool| {
            let numbers: Vec<String> = parts.iter().map(u32::to_string).collect();
            let mut date = vec![("date-parts", list(&[list(&numbers)]))];
            if circa {
                date.push(("circa", "true".to_owned()));
            }
            object(&date)
        };
        if let Some(issued) = &self.meta.date {
            fields.push(("issued", date(&parts(issued), issued.is_inferred())));
        }
        if let Some(address) = self.address() {
            fields.push(("URL", quoted(address)));
            if let Some(day) = self.accessed {
                fields.push(("accessed", date(&of_day(day), false)));
            }
        }
        fields.push(("language", quoted(self.lang())));
        list(&[object(&fields)]) + "\n"
    }

    /// The title, else the label in square brackets.
    fn name(&self) -> String {
        self.title().unwrap_or_else(|| ["[", &one_line(self.label), "]"].concat())
    }

    fn lang(&self) -> &str {
        self.meta.lang.as_deref().filter(|tag| tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')).unwrap_or("de")
    }
}

fn object(fields: &[(&str, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| [&quoted(name), ": ", value].concat()).collect();
    ["{", &fields.join(", "), "}"].concat()
}

fn list(values: &[String]) -> String {
    ["[", &values.join(", "), "]"].concat()
}

/// A text for TeX, with commands escaped and German letters written as commands.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let command = match c {
            'ä' => "{\\\"a}",
            'ö' => "{\\\"o}",
            'ü' => "{\\\"u}",
            'Ä' => "{\\\"A}",
            'Ö' => "{\\\"O}",
            'Ü' => "{\\\"U}",
            'ß' => "{\\ss}",
            '\\' => "{\\textbackslash}",
            // The package for German takes `"a` for an umlaut; another name of the sign would be read as the sign again.
            '"' => "{\\symbol{34}}",
            '~' => "{\\textasciitilde}",
            '^' => "{\\textasciicircum}",
            // A single brace would end the field, even after a backslash.
            '{' => "{\\textbraceleft}",
            '}' => "{\\textbraceright}",
            '$' | '&' | '#' | '_' | '%' => {
                out.push('\\');
                out.push(c);
                continue;
            }
            other => {
                out.push(other);
                continue;
            }
        };
        out.push_str(command);
    }
    out
}

/// An address for a verbatim field: without characters that would end the field or the line.
fn bare(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            other => out.push(other),
        }
    }
    out
}
