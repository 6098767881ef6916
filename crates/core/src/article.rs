//! An article as it was read: its words, its metadata, and how its date is known.
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

/// The place of an article in its corpus, counted from 0 in the order of [`crate::bundle::Corpus::articles`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleId(pub u32);

/// What a line of the article is.
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

/// One line of [`Article::text`] and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// What it is.
    pub role: Role,
    /// Where it stands in [`Article::text`].
    pub span: Span,
}

/// How exactly a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Precision {
    /// To the year.
    Year,
    /// To the month.
    Month,
    /// To the day.
    Day,
}

/// What a date, or another piece of metadata, was read from.
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
    /// Not given anywhere: another article that shares long passages has a date.
    SharedPassages,
    /// Not given anywhere: another article that shares long passages has a date that was concluded so itself.
    SharedChain,
}

/// How a date is known, to be shown to the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// What it was read from.
    pub origin: Origin,
    /// The words that gave it, as they stand; for shared passages the id of the other article.
    pub quote: String,
    /// Line in the file, from 1, where it is known.
    pub line: Option<u32>,
    /// For shared passages: how many words the two share in long passages.
    pub shared_words: u32,
}

/// When an article appeared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PubDate {
    /// First day that it can mean.
    pub earliest: Day,
    /// Last day that it can mean; the same as `earliest` when the day is known.
    pub latest: Day,
    /// How exactly it is known.
    pub precision: Precision,
    /// Minutes after midnight, where a time of day was given.
    pub minutes: Option<u16>,
    /// How it is known.
    pub evidence: Evidence,
}

impl PubDate {
    /// Whether it was concluded rather than read: such a date is shown with "wohl".
    pub fn is_inferred(&self) -> bool {
        matches!(self.evidence.origin, Origin::SharedPassages | Origin::SharedChain)
    }

    /// `2022-02-04T12:01`, `2022-02-04`, `2022-02` or `2022`, as exact as it is known.
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

/// What is known about an article besides its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// Unique in the corpus, stable over rebuilds, safe in an address; the file's stem unless given.
    pub id: String,
    /// Where it was read from, relative to the folder; empty if from nowhere.
    pub file: String,
    /// The headline; `None` where the text has none.
    pub title: Option<String>,
    /// The short line above it.
    pub kicker: Option<String>,
    /// When it appeared.
    pub date: Option<PubDate>,
    /// Medium or agency, as given; nothing is invented.
    pub source: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Where it appeared.
    pub url: Option<String>,
    /// Under which terms it may be passed on.
    pub licence: Option<String>,
    /// BCP 47 tag, `de` unless given.
    pub lang: Option<String>,
    /// What is left of the whole article, where only an excerpt of it may be shown.
    pub excerpt: Option<Excerpt>,
}

/// What is told of a whole article of which only the beginning is here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// Words of the whole article.
    pub words: u32,
    /// Who is named most in it, the most frequent first, with how often.
    pub names: Vec<(String, u32)>,
}

/// An article: its words in order, line by line, and what is known about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// What is known about it.
    pub meta: Metadata,
    /// Kicker, title, lead, headings and paragraphs, a line each, joined by `\n`. Every span of the analysis points into this text.
    pub text: String,
    /// The lines of [`Article::text`], in order, without gaps but for the line ends.
    pub sections: Vec<Section>,
    /// Lines of the file that are not the article: credits, related articles, captions with their own date. Kept, so that nothing is lost.
    pub furniture: Vec<String>,
}

impl Article {
    /// What to call it: the title, else the beginning of the text (at most 80 characters, whole words, with an ellipsis), else the id.
    pub fn label(&self) -> String {
        if let Some(title) = &self.meta.title {
            return title.clone();
        }
        let first = self.sections.iter().map(|s| s.span.of(&self.text).trim()).find(|line| !line.is_empty());
        first.map_or_else(|| self.meta.id.clone(), |line| shorten(line, 80))
    }

    /// The numbered lines of one of its sections, at most [`LINE`] characters each; spans are in bytes. What stands above the text, its
    /// kicker and its title, has none.
    pub fn lines(&self, section: &Section) -> Vec<Span> {
        match section.role {
            Role::Kicker | Role::Title => Vec::new(),
            Role::Lead | Role::Heading | Role::Paragraph => lines(&self.text, section.span, LINE),
        }
    }

    /// The numbers, from 1, of the first and the last line that hold something of a stretch (in bytes); `None` where no line does.
    pub fn line_numbers(&self, stretch: Span) -> Option<(u32, u32)> {
        let all = self.sections.iter().flat_map(|section| self.lines(section));
        let mut held = (1..).zip(all).filter(|(_, line)| line.start < stretch.end && stretch.start < line.end).map(|(number, _)| number);
        let first = held.next()?;
        Some((first, held.last().unwrap_or(first)))
    }
}

/// Characters in a numbered line: what fits a sheet of paper with a margin for the numbers.
pub const LINE: usize = 68;

/// At most `limit` characters of `line`, cut at a blank, with an ellipsis where something was cut.
pub fn shorten(line: &str, limit: usize) -> String {
    let Some((end, _)) = line.char_indices().nth(limit) else {
        return line.to_owned();
    };
    let cut = line[..end].rfind(' ').unwrap_or(end);
    format!("{} …", line[..cut].trim_end_matches([',', ';', ':', '–', '-', ' ']))
}

/// The longest name of a page, in characters.
const PAGE_LIMIT: usize = 100;

/// The name, without its ending, of the page that an article of this id has for itself in every site, where the id alone tells it.
///
/// That is the id, where it has 5 to 100 characters and all are ASCII letters, digits, `_` or `-`. `None` for any other: the name of
/// its page depends on the other articles.
pub fn page_name(id: &str) -> Option<String> {
    let is_safe = id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    // Names up to four signs may be those of devices of Windows, such as `con` or `com1`.
    (is_safe && (5..=PAGE_LIMIT).contains(&id.len())).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_named_by_ids_that_are_safe_themselves() {
        for id in ["002_76a069b9c64a2473", "com10", "x-y-z"] {
            assert_eq!(page_name(id).as_deref(), Some(id));
        }
        for id in ["com1", "", "2022.02.04", "Größe", "../../x", &"x".repeat(101)] {
            assert_eq!(page_name(id), None, "{id}");
        }
    }

    #[test]
    fn lines_are_numbered_from_below_the_title_through_the_whole_text() {
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
        // Eleven words of six characters, blank included, stand in a line.
        assert_eq!(counts, [0, 1, 3]);
        let at = |start: usize, end: usize| article.line_numbers(Span::new(start, end));
        assert_eq!((at(0, 5), at(6, 14)), (None, Some((1, 1))));
        let second = article.lines(&article.sections[2])[1];
        assert_eq!(article.line_numbers(second), Some((3, 3)));
        assert_eq!((at(8, ends[2]), at(ends[2], ends[2])), (Some((1, 4)), None));
    }
}
