//! Citations of an article: the German short form, a quotation with its source, and files for reference managers.
//!
//! Nothing is invented: a missing author is "o. A.", a missing date "o. D.", an inferred date has "wohl" (or the mark of the format), and a month
//! stays a month.
//!
//! ```
//! use zeitlupe_core::article::Metadata;
//! use zeitlupe_core::cite::Source;
//! let meta = Metadata { title: Some("Gipfel in Wien".into()), author: Some("Anna Merz".into()), ..Metadata::default() };
//! let source = Source { meta: &meta, label: "Gipfel in Wien", link: "", accessed: None };
//! assert!(source.bibtex().contains("Gipfel in Wien"));
//! ```

mod author;
mod files;

use crate::article::{Metadata, Precision, PubDate};
use crate::day::Day;
use crate::german::{MONTHS, is_agency};
use author::{Author, authors};
use std::fmt::Write;

/// Most authors that are all named; of more, only the first is.
const NAMED: usize = 3;

/// A cited article.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The article's metadata.
    pub meta: &'a Metadata,
    /// Its label, used if it has no title: see [`crate::article::Article::label`].
    pub label: &'a str,
    /// The address of the article or passage in the room; empty if others could not open it.
    pub link: &'a str,
    /// The day of access.
    pub accessed: Option<Day>,
}

impl Source<'_> {
    /// The German short form, as used in schools and papers:
    /// `Müller, Anna: Titel. In: Medium, 4. Februar 2022. https://… (Abruf: 26. November 2026).`
    ///
    /// The address is the original one, else that in the room. A missing title is replaced by the label in square brackets.
    pub fn short(&self) -> String {
        let mut out = ended(self.citation());
        if let Some(address) = self.address() {
            out.extend([" ", address]);
            out.push_str(&self.accessed());
            out.push('.');
        }
        out
    }

    /// A quotation with its source, for the clipboard: the words in quotation marks with their first and last numbered line, the short form, and the
    /// address in the room, one line each.
    ///
    /// Quotation marks inside become single ones; white space, including line ends, becomes single spaces.
    pub fn quotation(&self, words: &str, lines: Option<(u32, u32)>) -> String {
        let mut out = ["„", &inner(words), "“"].concat();
        if let Some((first, last)) = lines {
            // Writing to a string does not fail.
            let _ = write!(out, " (Z.\u{a0}{first}");
            if last > first {
                let _ = write!(out, "–{last}");
            }
            out.push(')');
        }
        out.push('\n');
        if self.link.is_empty() || self.original().is_some() {
            out.push_str(&self.short());
        } else {
            // The address has its own line.
            out.push_str(&ended(self.citation() + &self.accessed()));
        }
        if !self.link.is_empty() {
            out.extend(["\n", self.link]);
        }
        out
    }

    /// Author, title, medium and date; may lack its full stop.
    fn citation(&self) -> String {
        let authors = self.authors();
        let mut out = match authors.len() {
            0 => "o.\u{a0}A.".to_owned(),
            1..=NAMED => authors.iter().map(Author::inverted).collect::<Vec<_>>().join("; "),
            _ => [&authors[0].inverted(), " u.\u{a0}a."].concat(),
        };
        out.push_str(": ");
        match self.title() {
            Some(title) => out.push_str(&title),
            None => out.extend(["[", &one_line(self.label), "]"]),
        }
        out = ended(out);
        match (self.medium(), self.agencies().as_slice()) {
            (Some(medium), _) => out.extend([" In: ", &medium, ", "]),
            (None, []) => out.push_str(" Quelle unbekannt, "),
            (None, _) if self.named().is_none() => out.push_str(" Agenturmeldung, "),
            (None, [agency]) => out.extend([" Agentur: ", agency, ", "]),
            (None, agencies) => out.extend([" Agenturen: ", &agencies.join(", "), ", "]),
        }
        out.push_str(&self.meta.date.as_ref().map_or_else(|| "o.\u{a0}D.".to_owned(), date));
        out
    }

    /// ` (Abruf: 26. November 2026)`; empty if the day is unknown.
    fn accessed(&self) -> String {
        self.accessed.map_or_else(String::new, |accessed| [" (Abruf: ", &day(accessed), ")"].concat())
    }

    /// The authors; without one, the agencies.
    fn authors(&self) -> Vec<Author> {
        match self.named() {
            Some(named) => authors(&named, &self.medium().unwrap_or_default()),
            None => self.agencies().into_iter().map(Author::Body).collect(),
        }
    }

    /// The authors as written.
    fn named(&self) -> Option<String> {
        self.meta.author.as_deref().map(one_line).filter(|author| !author.is_empty())
    }

    /// The source as written: a medium, or agencies.
    fn source(&self) -> Option<String> {
        self.meta.source.as_deref().map(one_line).filter(|source| !source.is_empty())
    }

    /// The agencies, if the source is these. They are no medium, in which an article appears.
    fn agencies(&self) -> Vec<String> {
        let source = self.source().unwrap_or_default();
        let names: Vec<&str> = source.split([',', '/', ';']).map(str::trim).filter(|name| !name.is_empty()).collect();
        let known = names.iter().all(|name| is_agency(name));
        if known { names.into_iter().map(str::to_owned).collect() } else { Vec::new() }
    }

    fn title(&self) -> Option<String> {
        self.meta.title.as_deref().map(one_line).filter(|title| !title.is_empty())
    }

    fn medium(&self) -> Option<String> {
        self.source().filter(|_| self.agencies().is_empty())
    }

    /// The original address, if it is a web address.
    fn original(&self) -> Option<&str> {
        let sound = |url: &&str| {
            (url.starts_with("https://") || url.starts_with("http://")) && !url.contains(|c: char| c.is_whitespace() || c.is_control())
        };
        self.meta.url.as_deref().filter(sound)
    }

    /// The original address, else that in the room.
    fn address(&self) -> Option<&str> {
        self.original().or_else(|| Some(self.link).filter(|link| !link.is_empty()))
    }
}

/// A text with a full stop, unless it ends with punctuation.
fn ended(mut text: String) -> String {
    if !text.ends_with(['.', '?', '!', '…']) {
        text.push('.');
    }
    text
}

/// A text in one line: white space and control characters become single spaces.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A text inside „…“: opening quotation marks become ‚, closing ones ‘.
fn inner(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in one_line(words).chars() {
        // German marks are unambiguous; the others, which may open or close, depend on the character before.
        let opens = out.chars().next_back().is_none_or(|before| before == ' ' || "([{–—-‚/".contains(before));
        out.push(match c {
            '„' => '‚',
            '”' => '‘',
            '“' | '"' | '»' | '«' | '‟' => {
                if opens {
                    '‚'
                } else {
                    '‘'
                }
            }
            other => other,
        });
    }
    out
}

/// A day in full: `4. Februar 2022`.
fn day(day: Day) -> String {
    let (year, month, number) = day.civil();
    [&number.to_string(), ".\u{a0}", MONTHS[month as usize - 1], " ", &year.to_string()].concat()
}

/// A date as precisely as it is known: `wohl 4. Februar 2022`, `Februar 2022`, `2022`.
fn date(date: &PubDate) -> String {
    let (year, month, _) = date.earliest.civil();
    let said = match date.precision {
        Precision::Year => year.to_string(),
        Precision::Month => [MONTHS[month as usize - 1], " ", &year.to_string()].concat(),
        Precision::Day => day(date.earliest),
    };
    if date.is_inferred() { ["wohl ", &said].concat() } else { said }
}

#[cfg(test)]
mod tests;
