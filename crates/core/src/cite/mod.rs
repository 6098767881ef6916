//! Citing an article: the German short form, a quotation with its source, and the files that reference managers read.
//!
//! Nothing is invented: no author is "o. A.", no date "o. D.", a date that was concluded carries its "wohl" (or the sign for it of the
//! format), a month stays a month.
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
use crate::german::MONTHS;
use author::{Author, authors};
use std::fmt::Write;

/// How many authors are named; of more, the first.
const NAMED: usize = 3;

/// What is cited.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// What is known about the article.
    pub meta: &'a Metadata,
    /// What to call it where it has no title, as [`crate::article::Article::label`] gives it.
    pub label: &'a str,
    /// The address of the article, or of the passage, in the room; empty where it has none that others could open.
    pub link: &'a str,
    /// The day on which it was read there.
    pub accessed: Option<Day>,
}

impl Source<'_> {
    /// The German short form, as schools and papers use it:
    /// `Müller, Anna: Titel. In: Medium, 4. Februar 2022. https://… (Abruf: 26. November 2026).`
    ///
    /// The address is that where the article appeared, else the one in the room. A title that the text does not have is replaced by its
    /// beginning in square brackets.
    pub fn short(&self) -> String {
        let mut out = ended(self.citation());
        if let Some(address) = self.address() {
            out.extend([" ", address]);
            out.push_str(&self.accessed());
            out.push('.');
        }
        out
    }

    /// A quotation with its source, to be pasted: the words in quotation marks with the first and the last of the numbered `lines` that
    /// they stand in, the short form, the address in the room, a line each.
    ///
    /// Quotation marks inside become single ones; whitespace, and with it line ends, becomes one blank.
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
            // The address stands in a line of its own.
            out.push_str(&ended(self.citation() + &self.accessed()));
        }
        if !self.link.is_empty() {
            out.extend(["\n", self.link]);
        }
        out
    }

    /// Author, title, medium and day; it may lack its full stop.
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
            None => out.extend(["[", &drawn(self.label), "]"]),
        }
        out = ended(out);
        match self.medium() {
            Some(medium) => out.extend([" In: ", &medium, ", "]),
            None => out.push_str(" Quelle unbekannt, "),
        }
        out.push_str(&self.meta.date.as_ref().map_or_else(|| "o.\u{a0}D.".to_owned(), date));
        out
    }

    /// ` (Abruf: 26. November 2026)`; empty where the day is not known.
    fn accessed(&self) -> String {
        self.accessed.map_or_else(String::new, |accessed| [" (Abruf: ", &day(accessed), ")"].concat())
    }

    fn authors(&self) -> Vec<Author> {
        authors(&drawn(self.meta.author.as_deref().unwrap_or_default()), &self.medium().unwrap_or_default())
    }

    fn title(&self) -> Option<String> {
        self.meta.title.as_deref().map(drawn).filter(|title| !title.is_empty())
    }

    fn medium(&self) -> Option<String> {
        self.meta.source.as_deref().map(drawn).filter(|source| !source.is_empty())
    }

    /// Where the article appeared, if that is an address of the web.
    fn original(&self) -> Option<&str> {
        let sound = |url: &&str| {
            (url.starts_with("https://") || url.starts_with("http://")) && !url.contains(|c: char| c.is_whitespace() || c.is_control())
        };
        self.meta.url.as_deref().filter(sound)
    }

    /// Where it appeared, else where it stands in the room.
    fn address(&self) -> Option<&str> {
        self.original().or_else(|| Some(self.link).filter(|link| !link.is_empty()))
    }
}

/// A text with a full stop, unless it ends already.
fn ended(mut text: String) -> String {
    if !text.ends_with(['.', '?', '!', '…']) {
        text.push('.');
    }
    text
}

/// A text in one line: whitespace becomes one blank, control characters go.
fn drawn(text: &str) -> String {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A text as it stands inside „…“: what opens a quotation there becomes ‚, what closes it ‘.
fn inner(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in drawn(words).chars() {
        // German marks say which they are; of the others, some of which open here and close there, the place tells.
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

/// A date as exactly as it is known: `wohl 4. Februar 2022`, `Februar 2022`, `2022`.
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
