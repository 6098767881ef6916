//! The rows of the sheet in words: what the table shows and the CSV file holds.

use super::compared::Compared;
use super::parts::letter;
use crate::state::AppContext;
use zeitlupe_core::article::{Origin, Role};
use zeitlupe_core::compare::Sentences;
use zeitlupe_core::compare::sheet::{Entry, Row, Status, Topic};
use zeitlupe_core::text::Span;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::format;

/// A row in words.
pub(super) struct Line {
    /// Its name in addresses.
    pub key: String,
    /// The index of its section.
    pub section: usize,
    pub label: String,
    pub note: String,
    pub status: Option<Status>,
    /// A cell for each report.
    pub cells: Vec<Vec<Piece>>,
}

/// A part of a cell.
#[derive(Default)]
pub(super) struct Piece {
    /// Its words, and whether they are marked.
    pub words: Vec<(String, bool)>,
    /// The number of its sentence, in words.
    pub place: String,
    /// What is said about it.
    pub note: String,
    /// A share in thousandths, drawn as a bar.
    pub bar: Option<u32>,
    /// Where it stands; `None` for what is not in the text.
    pub span: Option<Span>,
}

impl Line {
    /// The words for an empty cell.
    pub fn absent(&self, context: &AppContext, report: u32) -> String {
        let words = &context.words().sheet;
        if self.key == ABOUT[2] { words.no_lead.to_owned() } else { format!("{} {}", words.absent, letter(report)) }
    }
}

/// The names of the rows about the report, in addresses.
const ABOUT: [&str; 6] = ["umfang", "titel", "vorspann", "datum", "quelle", "anteil"];

/// All rows.
pub(super) fn lines(context: &AppContext, compared: &Compared, texts: &[&AnalysedArticle]) -> Vec<Line> {
    let numbers: Vec<Sentences> = texts.iter().map(|text| Sentences::new(&text.article, &text.sentences)).collect();
    let mut out: Vec<Line> = (0..ABOUT.len()).map(|at| about(context, compared, texts, at)).collect();
    out.extend(compared.sheet.rows.iter().map(|row| line(context, texts, &numbers, row)));
    out
}

fn fact(words: String) -> Piece {
    Piece { words: vec![(words, false)], ..Piece::default() }
}

/// A row about the reports themselves.
fn about(context: &AppContext, compared: &Compared, texts: &[&AnalysedArticle], at: usize) -> Line {
    let (all, lang) = (context.words(), context.lang());
    let words = &all.sheet;
    let longest = texts.iter().map(|text| text.words).max().unwrap_or(0);
    let cell = |(report, text): (usize, &&AnalysedArticle)| -> Vec<Piece> {
        let (article, meta) = (&text.article, &text.article.meta);
        let section = |role: Role| article.sections.iter().find(|section| section.role == role).map(|section| section.span);
        let quoted = |span: Span| Piece { span: Some(span), ..fact(span.of(&article.text).to_owned()) };
        match at {
            0 => {
                let sentences = format::counted(text.sentences.len() as u32, &all.compare.sentences, lang);
                let bar = (text.words * 1000).checked_div(longest);
                vec![Piece { note: sentences, bar, ..fact(format::counted(text.words, &all.words, lang)) }]
            }
            1 => section(Role::Title).map(quoted).into_iter().collect(),
            2 => section(Role::Lead).map(quoted).into_iter().collect(),
            3 => {
                let by = meta.date.as_ref().filter(|date| matches!(date.evidence.origin, Origin::SharedPassages | Origin::SharedChain));
                let by = by
                    .and_then(|date| texts.iter().find(|other| other.article.meta.id == date.evidence.quote))
                    .map(|other| other.article.label());
                let evidence = format::evidence(meta.date.as_ref(), lang, by.as_deref());
                vec![Piece { note: evidence, ..fact(format::published(meta.date.as_ref(), lang)) }]
            }
            4 => vec![fact(format::source(meta.source.as_deref(), all).to_owned())],
            _ => {
                let found = &compared.found.reports[report];
                let percent = |part: u32| (part * 100 + found.words / 2).checked_div(found.words).unwrap_or(0);
                let others = (0..).zip(&found.with).filter(|(_, part)| **part > 0);
                let others: Vec<String> =
                    others.map(|(other, part)| format!("{} % {} {}", percent(*part), words.in_reports, letter(other))).collect();
                let bar = (found.shared * 1000).checked_div(found.words);
                vec![Piece { note: others.join(" · "), bar, ..fact(format!("{} %", percent(found.shared))) }]
            }
        }
    };
    Line {
        key: ABOUT[at].to_owned(),
        section: 0,
        label: words.about[at].to_owned(),
        note: words.about_notes[at].to_owned(),
        status: None,
        cells: texts.iter().enumerate().map(cell).collect(),
    }
}

fn line(context: &AppContext, texts: &[&AnalysedArticle], numbers: &[Sentences], row: &Row) -> Line {
    let words = &context.words().sheet;
    let (section, label, note) = match &row.topic {
        Topic::Persons => who(context, 0),
        Topic::Voices => who(context, 1),
        Topic::Reported => who(context, 2),
        Topic::Unheard => who(context, 3),
        Topic::Places => who(context, 4),
        Topic::Bodies => who(context, 5),
        Topic::Number(number) => (2, number.clone(), String::new()),
        Topic::OtherNumbers => (2, words.alone[0].to_owned(), String::new()),
        Topic::Quotation(speaker, first) => (3, format!("„{first} …“"), speaker.clone().unwrap_or_else(|| words.unclear.to_owned())),
        Topic::OtherQuotations => (3, words.alone[1].to_owned(), String::new()),
        Topic::Days(first, last) => (4, format::period(*first, *last, context.lang()), String::new()),
        Topic::OtherDays => (4, words.alone[2].to_owned(), String::new()),
        Topic::Statement(first) => (3, format!("„{first} …“"), words.probable.to_owned()),
        Topic::Designation(names) => (5, names.join(" / "), words.designation.to_owned()),
        Topic::Typical => (5, words.typical[0].to_owned(), words.typical[1].to_owned()),
        Topic::Wording(changed) => (5, changed.join(" / "), words.wording.to_owned()),
    };
    let cells = row
        .cells
        .iter()
        .enumerate()
        .map(|(report, cell)| cell.iter().map(|entry| piece(context, texts[report], &numbers[report], row, entry)).collect());
    Line { key: row.key.clone(), section, label, note, status: row.status, cells: cells.collect() }
}

fn who(context: &AppContext, at: usize) -> (usize, String, String) {
    let words = &context.words().sheet;
    (1, words.who[at].to_owned(), words.who_notes[at].to_owned())
}

fn piece(context: &AppContext, document: &AnalysedArticle, numbers: &Sentences, row: &Row, entry: &Entry) -> Piece {
    let (all, lang) = (context.words(), context.lang());
    let text = document.article.text.as_str();
    let place = numbers.of(entry.span).map(|(first, _)| format!("{} {first}", all.compare.sentence)).unwrap_or_default();
    let is_quoted = matches!(row.topic, Topic::Quotation(..) | Topic::OtherQuotations);
    match (&entry.name, is_quoted) {
        (name, false) if entry.count > 0 => {
            let name = name.clone().unwrap_or_else(|| all.sheet.unclear.to_owned());
            Piece { words: vec![(name, false)], note: format::number(entry.count, lang), span: Some(entry.span), ..Piece::default() }
        }
        (name, _) => {
            let mut words = marked(text, entry);
            let mut note = String::new();
            if is_quoted {
                let is_cut = entry.context.end < entry.span.end;
                words.insert(0, ("„".to_owned(), false));
                words.push((if is_cut { " …“" } else { "“" }.to_owned(), false));
                if matches!(row.topic, Topic::OtherQuotations) {
                    note = name.clone().unwrap_or_else(|| all.sheet.unclear.to_owned());
                }
            }
            Piece { words, place, note, span: Some(entry.span), bar: None }
        }
    }
}

/// The words of an entry, divided at its marks.
fn marked(text: &str, entry: &Entry) -> Vec<(String, bool)> {
    let mut out = Vec::new();
    let mut at = entry.context.start;
    let mut add = |from: u32, to: u32, is_marked: bool| {
        let words = text.get(from as usize..to as usize).unwrap_or_default();
        if !words.is_empty() {
            out.push((words.to_owned(), is_marked));
        }
    };
    for mark in entry.marks.iter().filter(|mark| mark.start >= entry.context.start && mark.end <= entry.context.end) {
        if mark.start >= at {
            add(at, mark.start, false);
            add(mark.start, mark.end, true);
            at = mark.end;
        }
    }
    add(at, entry.context.end, false);
    out
}
