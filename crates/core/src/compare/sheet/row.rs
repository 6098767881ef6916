//! Rows of the sheet.

use crate::text::{Span, fold};
use std::collections::BTreeMap;

/// The sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What strikes, at most four findings.
    pub findings: Vec<Finding>,
    /// The rows, in the order of their sections.
    pub rows: Vec<Row>,
}

/// Something that strikes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The report of which others have the largest share.
    Share {
        /// The report.
        report: u32,
        /// The share of its words that others have, too, in percent.
        percent: u32,
        /// The others that have some of it, those with most first.
        with: Vec<u32>,
    },
    /// Nearly the same sentence with another word in it.
    Wording {
        /// The row.
        key: String,
        /// The reports and their words.
        words: Vec<(u32, String)>,
    },
    /// A report that shares nothing with the others, which share something.
    Apart(u32),
    /// The most frequent person whom no report quotes.
    Unheard {
        /// Who.
        name: String,
        /// The number of mentions in all reports.
        mentions: u32,
    },
}

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The persons that a report names, the most frequent first.
    Persons,
    /// Who is quoted word for word, with the number of words.
    Voices,
    /// Who is only quoted in the words of the report.
    Reported,
    /// Persons that a report names and does not quote at all.
    Unheard,
    /// The places that it names.
    Places,
    /// The organisations that it names.
    Bodies,
    /// A number; its words in the first report that has it.
    Number(String),
    /// Numbers that only one report has.
    OtherNumbers,
    /// A quotation: its speaker, and its first words in the first report that has it.
    Quotation(Option<String>, String),
    /// Quotations that only one report has.
    OtherQuotations,
    /// A day, or a few: first and last.
    Days(crate::day::Day, crate::day::Day),
    /// Days that only one report names.
    OtherDays,
    /// Different words at the same place of a shared passage.
    Wording(Vec<String>),
    /// A statement that reports probably make in other words; its first words in the first report.
    Statement(String),
    /// Different words that are probably for one thing.
    Designation(Vec<String>),
    /// Words that are typical of a report.
    Typical,
}

/// How the cells of a row differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Several reports say the same.
    Same,
    /// They say it differently.
    Differs,
    /// Each cell is only in its report.
    Alone,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The place in the report.
    pub span: Span,
    /// What is shown of the text: the place, with words around it.
    pub context: Span,
    /// The words in it that other reports do not have, or do not have like this.
    pub marks: Vec<Span>,
    /// A name, which is shown instead of the place; or who speaks there.
    pub name: Option<String>,
    /// The number of mentions of the name, or of words that are quoted.
    pub count: u32,
}

impl Entry {
    /// A place without marks or name, shown with the words of `context`.
    pub(super) fn new(span: Span, context: Span) -> Self {
        Self { span, context, marks: Vec::new(), name: None, count: 0 }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name in addresses; unique in the sheet.
    pub key: String,
    /// What it is about.
    pub topic: Topic,
    /// How its cells differ; `None` for lists that are not compared.
    pub status: Option<Status>,
    /// A cell for each report; one without entries is not in the text.
    pub cells: Vec<Vec<Entry>>,
}

impl Row {
    /// A row without a name.
    pub(super) fn new(topic: Topic, status: Option<Status>, cells: Vec<Vec<Entry>>) -> Self {
        Self { key: String::new(), topic, status, cells }
    }

    /// Whether all cells are empty.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.iter().all(Vec::is_empty)
    }
}

/// Most entries of a cell in a row of what only one report has.
const ALONE: usize = 6;

/// A row of what only one report has; `None` if there is nothing.
pub(super) fn alone(topic: Topic, mut cells: Vec<Vec<Entry>>) -> Option<Row> {
    cells.iter_mut().for_each(|cell| cell.truncate(ALONE));
    let row = Row::new(topic, Some(Status::Alone), cells);
    (!row.is_empty()).then_some(row)
}

/// Most characters of a row's name.
const KEY: usize = 40;

/// Gives the rows their names: what they are about, in letters that need no escape.
pub(super) fn name(rows: &mut [Row]) {
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    for row in rows {
        let key = match &row.topic {
            Topic::Persons => "personen".to_owned(),
            Topic::Voices => "stimmen".to_owned(),
            Topic::Reported => "sinngemaess".to_owned(),
            Topic::Unheard => "ungehoert".to_owned(),
            Topic::Places => "orte".to_owned(),
            Topic::Bodies => "organisationen".to_owned(),
            Topic::Number(words) => plain("z", words),
            Topic::OtherNumbers => "zahlen".to_owned(),
            Topic::Quotation(_, words) => plain("q", words),
            Topic::OtherQuotations => "zitate".to_owned(),
            Topic::Days(first, _) => format!("t-{}", first.iso()),
            Topic::OtherDays => "termine".to_owned(),
            Topic::Wording(words) => plain("w", &words.join(" ")),
            Topic::Statement(words) => plain("a", words),
            Topic::Designation(words) => plain("b", &words.join(" ")),
            Topic::Typical => "typisch".to_owned(),
        };
        let count = known.entry(key.clone()).or_insert(0);
        *count += 1;
        row.key = if *count == 1 { key } else { format!("{key}-{count}") };
    }
}

fn plain(prefix: &str, words: &str) -> String {
    let mut out = prefix.to_owned();
    for word in fold(words).split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if out.len() + word.len() >= KEY {
            break;
        }
        out.push('-');
        out.push_str(word);
    }
    out
}
