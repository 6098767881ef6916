//! An article as read: its text, its metadata, and how its date is known.
//!
//! ```
//! use zeitlupe_core::article::{Article, Role, Section, shorten};
//! use zeitlupe_core::text::Span;
//! let sections = vec![Section { role: Role::Title, span: Span::new(0, 14) }, Section { role: Role::Paragraph, span: Span::new(15, 31) }];
//! let article = Article { text: "Gipfel in Wien\nDie Minister kam.".into(), sections, ..Article::default() };
//! assert_eq!(article.sections[0].span.of(&article.text), "Gipfel in Wien");
//! assert_eq!(shorten("Gipfel in Wien", 12), "Gipfel in …");
//! ```

use crate::day::Day;
use crate::text::{Span, lines};
use serde::{Deserialize, Serialize};

/// The index of an article in [`crate::bundle::Corpus::articles`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleId(pub u32);

/// The role of a line of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// A short line above the title.
    Kicker,
    /// The headline.
    Title,
    /// The summary below the headline.
    Lead,
    /// A subheading in the running text.
    Heading,
    /// Running text.
    Paragraph,
}

/// One line of [`Article::text`] with its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its role.
    pub role: Role,
    /// Its span in [`Article::text`].
    pub span: Span,
}

/// The precision of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Precision {
    /// To the year.
    Year,
    /// To the month.
    Month,
    /// To the day.
    Day,
}

/// The source of a date or other metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// A field above the text (`date: 2022-02-04`).
    FrontMatter,
    /// A field of a JSON line.
    Record,
    /// A line of `articles.toml`.
    Sidecar,
    /// Structured data of a saved page: JSON-LD, Open Graph, `<meta>`, `<time>`.
    Markup,
    /// A line of the text itself that gives the date ("Stand: 22.02.2023 16:00 Uhr").
    Line,
    /// Inferred from another article that shares long passages and has a date.
    SharedPassages,
    /// Inferred from another article that shares long passages and whose date was itself inferred.
    SharedChain,
}

/// How a date is known, to show it to the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Its source.
    pub origin: Origin,
    /// The words it was read from, as written; for shared passages the id of the other article.
    pub quote: String,
    /// Line in the file, from 1, if known.
    pub line: Option<u32>,
    /// For shared passages: the number of words in them.
    pub shared_words: u32,
}

/// When an article appeared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PubDate {
    /// First possible day.
    pub earliest: Day,
    /// Last possible day; equal to `earliest` if the day is known.
    pub latest: Day,
    /// Its precision.
    pub precision: Precision,
    /// Minutes after midnight, if a time of day is given.
    pub minutes: Option<u16>,
    /// How it is known.
    pub evidence: Evidence,
}

impl PubDate {
    /// Whether it was inferred rather than read: such a date is shown with "wohl".
    pub fn is_inferred(&self) -> bool {
        matches!(self.evidence.origin, Origin::SharedPassages | Origin::SharedChain)
    }

    /// The same date, with no more evidence than whether it was read or inferred.
    pub fn without_evidence(self) -> Self {
        let origin = if self.is_inferred() { Origin::SharedPassages } else { Origin::Record };
        Self { evidence: Evidence { origin, quote: String::new(), line: None, shared_words: 0 }, ..self }
    }

    /// `2022-02-04T12:01`, `2022-02-04`, `2022-02` or `2022`, as precisely as it is known.
    pub fn iso(&self) -> String {
        let (year, month, day) = self.earliest.civil();
        match (self.precision, self.minutes) {
            (Precision::Year, _) => format!("{year:04}"),
            (Precision::Month, _) => format!("{year:04}-{month:02}"),
            (Precision::Day, None) => format!("{year:04}-{month:02}-{day:02}"),
            (Precision::Day, Some(m)) => {
                format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}", m / 60, m % 60)
            }
        }
    }
}

/// What is known about an article besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// Unique in the corpus, stable when it is rebuilt, safe in an address; the file name without extension unless given.
    pub id: String,
    /// The file it was read from, relative to the folder; empty if there is none.
    pub file: String,
    /// The headline, if the text has one.
    pub title: Option<String>,
    /// The short line above it.
    pub kicker: Option<String>,
    /// When it appeared.
    pub date: Option<PubDate>,
    /// Medium or agency, as given.
    pub source: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The address at which it appeared.
    pub url: Option<String>,
    /// The licence for sharing it.
    pub licence: Option<String>,
    /// BCP 47 tag; German if `None`.
    pub lang: Option<String>,
    /// Facts about the whole article, if only an excerpt may be shown.
    pub excerpt: Option<Excerpt>,
}

/// Facts about a whole article of which only the beginning may be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// Number of words of the whole article.
    pub words: u32,
    /// The most frequent names in it with their counts, the most frequent first.
    pub names: Vec<(String, u32)>,
}

/// An article: its text, line by line, and its metadata.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its metadata.
    pub meta: Metadata,
    /// Kicker, title, lead, headings and paragraphs, one line each, joined by `\n`. All spans of the analysis refer to this text.
    pub text: String,
    /// The lines of [`Article::text`], in order, with only line ends between them.
    pub sections: Vec<Section>,
    /// Lines of the file that are not part of the article: credits, related articles, captions with their own date.
    pub furniture: Vec<String>,
}

impl Article {
    /// A label for lists: the title, else the beginning of the text (at most 80 characters, whole words, with an ellipsis), else the id.
    pub fn label(&self) -> String {
        if let Some(title) = &self.meta.title {
            return title.clone();
        }
        let first = self.sections.iter().map(|s| s.span.of(&self.text).trim()).find(|line| !line.is_empty());
        first.map_or_else(|| self.meta.id.clone(), |line| shorten(line, 80))
    }

    /// The numbered lines of one of its sections, at most [`LINE`] characters each, as spans in bytes. Kicker and title have none.
    pub fn lines(&self, section: &Section) -> Vec<Span> {
        match section.role {
            Role::Kicker | Role::Title => Vec::new(),
            Role::Lead | Role::Heading | Role::Paragraph => lines(&self.text, section.span, LINE),
        }
    }

    /// The numbers, from 1, of the first and last line that overlap `stretch`; `None` if no line does.
    pub fn line_numbers(&self, stretch: Span) -> Option<(u32, u32)> {
        let all = self.sections.iter().flat_map(|section| self.lines(section));
        let mut held = (1..).zip(all).filter(|(_, line)| line.start < stretch.end && stretch.start < line.end).map(|(number, _)| number);
        let first = held.next()?;
        Some((first, held.last().unwrap_or(first)))
    }
}

/// Characters of a numbered line: fits on paper with a margin for the numbers.
pub const LINE: usize = 68;

/// At most `limit` characters of `line`, cut at a space, with an ellipsis if it was cut.
pub fn shorten(line: &str, limit: usize) -> String {
    let Some((end, _)) = line.char_indices().nth(limit) else {
        return line.to_owned();
    };
    let cut = line[..end].rfind(' ').unwrap_or(end);
    format!("{} …", line[..cut].trim_end_matches([',', ';', ':', '–', '-', ' ']))
}

/// Most characters of the name of a page.
const PAGE_LIMIT: usize = 100;

/// The file name, without extension, of the page of the article with this id, if it depends on the id alone.
///
/// It is the id if that has 5 to 100 characters, all of them ASCII letters, digits, `_` or `-`. `None` for any other id: then the name also depends
/// on the other articles.
pub fn page_name(id: &str) -> Option<String> {
    let is_safe = id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    // Names of up to four characters may be devices on Windows, such as `con` or `com1`.
    (is_safe && (5..=PAGE_LIMIT).contains(&id.len())).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_safe_id_is_the_name_of_its_page() {
        for id in ["002_76a069b9c64a2473", "com10", "x-y-z"] {
            assert_eq!(page_name(id).as_deref(), Some(id));
        }
        for id in ["com1", "", "2022.02.04", "Größe", "../../x", &"x".repeat(101)] {
            assert_eq!(page_name(id), None, "{id}");
        }
    }

    #[test]
    fn lines_are_numbered_from_below_the_title() {
        let paragraph = "Größe ".repeat(30);
        let text = format!("Titel\nVorspann\n{}", paragraph.trim_end());
        let ends = [5, 5 + 1 + 8, text.len()];
        let section = |role, start: usize, end: usize| Section { role, span: Span::new(start, end) };
        let sections = vec![
            section(Role::Title, 0, ends[0]),
            section(Role::Lead, ends[0] + 1, ends[1]),
            section(Role::Paragraph, ends[1] + 1, ends[2]),
        ];
        let article = Article { text, sections, ..Article::default() };
        let counts: Vec<usize> = article.sections.iter().map(|section| article.lines(section).len()).collect();
        // A line has eleven words of six characters, including the space.
        assert_eq!(counts, [0, 1, 3]);
        let at = |start: usize, end: usize| article.line_numbers(Span::new(start, end));
        assert_eq!((at(0, 5), at(6, 14)), (None, Some((1, 1))));
        let second = article.lines(&article.sections[2])[1];
        assert_eq!(article.line_numbers(second), Some((3, 3)));
        assert_eq!((at(8, ends[2]), at(ends[2], ends[2])), (Some((1, 4)), None));
    }
}
