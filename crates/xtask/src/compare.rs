//! `cargo xtask compare`: what some articles share, change and leave out.

use crate::folder::read_all;
use crate::groups;
use anyhow::{Context, Result, bail};
use bpaf::Bpaf;
use serde::Serialize;
use std::path::PathBuf;
use zeitlupe_core::article::{Article, ArticleId};
use zeitlupe_core::bundle::{Bundle, Corpus, build};
use zeitlupe_core::compare::{Comparison, MOST, Source, Version, compare, read_statements, statement_parts};
use zeitlupe_core::reuse::{Kind, Passage, Piece, date_by_shared_passages};
use zeitlupe_core::room::question;
use zeitlupe_core::text::{CodePoints, Span};

/// The options of this command.
#[derive(Clone, Debug, Bpaf)]
pub struct Options {
    /// A folder of articles, or a file FILE.jsonl or FILE.jsonl.gz
    #[bpaf(argument("DIR|FILE"), fallback("seeds".into()))]
    articles: PathBuf,
    /// Print JSON
    json: bool,
    #[bpaf(positional("ID"), some("expected the ids of two to eight articles"))]
    ids: Vec<String>,
}

/// Compares articles with these ids: their group, shared passages aligned word by word, shares, numbers, quotations.
///
/// With `--json` as one object; all offsets are in Unicode code points.
pub fn command(options: Options) -> Result<()> {
    let Options { articles, json, ids } = options;
    let mut all = read_all(&articles).articles;
    groups::check(&articles, &all)?;
    if !(2..=MOST).contains(&ids.len()) {
        bail!("expected two to {MOST} ids, found {}", ids.len());
    }
    date_by_shared_passages(&mut all);
    let find = |id: &String| {
        all.iter().find(|article| article.meta.id == *id).with_context(|| format!("expected the id of an article, found {id:?}"))
    };
    let articles: Vec<Article> = ids.iter().map(|id| find(id).cloned()).collect::<Result<_>>()?;
    let corpus = Corpus { articles, ..Corpus::default() };
    let bundle = build(&corpus, &mut |_| ());
    let groups = groups::rows(&bundle, &corpus.articles)?;
    let chosen: Vec<&Article> = corpus.articles.iter().collect();
    let view = View::new(&chosen, &compared(&bundle)?, groups);
    if json {
        println!("{}", serde_json::to_string(&view).map_err(anyhow::Error::msg)?);
    } else {
        view.print();
    }
    Ok(())
}

/// The comparison of all articles of a bundle.
fn compared(bundle: &Bundle) -> Result<Comparison> {
    let source = zeitlupe_site::Source::open(bundle)?;
    let ids: Vec<ArticleId> = (0..source.ask(question::Corpus)?.articles).map(ArticleId).collect();
    let documents = source.ask(question::Articles(ids.clone()))?;
    let statements = read_statements(&ids, &source.ask(question::Payloads(statement_parts(&ids)))?)?;
    let sources = documents.iter().zip(&statements).map(|((_, document), statements)| Source { document, statements });
    Ok(compare(&sources.collect::<Vec<_>>(), &source.ask(question::Entities)?))
}

/// A comparison as it is printed.
#[derive(Serialize)]
struct View {
    reports: Vec<Report>,
    groups: Vec<groups::Row>,
    passages: Vec<Shared>,
    alignments: Vec<Alignment>,
    numbers: Vec<Figure>,
    quotes: Vec<Voice>,
}

#[derive(Serialize)]
struct Report {
    letter: char,
    id: String,
    title: String,
    date: Option<String>,
    words: u32,
    shared: u32,
    with: Vec<u32>,
}

/// Words of a report.
#[derive(Serialize)]
struct Place {
    report: char,
    start: u32,
    end: u32,
    text: String,
}

#[derive(Serialize)]
struct Shared {
    verbatim: bool,
    first: Option<char>,
    versions: Vec<Place>,
}

#[derive(Serialize)]
struct Alignment {
    a: Place,
    b: Place,
    common: u32,
    pieces: Vec<Aligned>,
}

#[derive(Serialize)]
struct Aligned {
    kind: &'static str,
    a: String,
    b: String,
    content: bool,
}

#[derive(Serialize)]
struct Figure {
    number: String,
    places: Vec<Place>,
}

#[derive(Serialize)]
struct Voice {
    kind: &'static str,
    speaker: Option<String>,
    verb: Option<String>,
    place: Place,
}

fn letter(report: u32) -> char {
    char::from_u32(u32::from('A') + report).unwrap_or('?')
}

impl View {
    fn new(articles: &[&Article], found: &Comparison, groups: Vec<groups::Row>) -> Self {
        let points: Vec<CodePoints> = articles.iter().map(|article| CodePoints::new(&article.text)).collect();
        let place = |report: u32, span: Span| {
            let (text, points) = (articles[report as usize].text.as_str(), &points[report as usize]);
            let (start, end) = (points.at(text, span.start), points.at(text, span.end));
            Place { report: letter(report), start, end, text: span.of(text).to_owned() }
        };
        let of = |version: &Version| place(version.report, version.span);
        let report = |(n, report): (u32, &zeitlupe_core::compare::Report)| {
            let article = articles[n as usize];
            let (id, date) = (article.meta.id.clone(), article.meta.date.as_ref().map(|date| date.iso()));
            let (words, shared, with) = (report.words, report.shared, report.with.clone());
            Report { letter: letter(n), id, title: article.label(), date, words, shared, with }
        };
        let alignment = |a: u32, b: u32, passage: &Passage| {
            let text = |report: u32, span: Span| span.of(&articles[report as usize].text).to_owned();
            let piece =
                |piece: &Piece| Aligned { kind: piece.kind.code(), a: text(a, piece.a), b: text(b, piece.b), content: piece.content };
            let pieces = passage.pieces.iter().map(piece).collect();
            Alignment { a: place(a, passage.a), b: place(b, passage.b), common: passage.common(), pieces }
        };
        Self {
            reports: (0..).zip(&found.reports).map(report).collect(),
            groups,
            passages: found
                .passages
                .iter()
                .map(|shared| Shared {
                    verbatim: shared.verbatim,
                    first: shared.first.map(letter),
                    versions: shared.versions.iter().map(of).collect(),
                })
                .collect(),
            alignments: found
                .pairs
                .iter()
                .flat_map(|pair| pair.passages.iter().map(|passage| alignment(pair.a, pair.b, passage)))
                .collect(),
            numbers: found
                .numbers
                .iter()
                .map(|figure| Figure { number: figure.shown.clone(), places: figure.places.iter().map(of).collect() })
                .collect(),
            quotes: found
                .voices
                .iter()
                .map(|voice| Voice {
                    kind: voice.kind.code(),
                    speaker: voice.speaker.clone(),
                    verb: voice.verb.clone(),
                    place: of(&voice.place),
                })
                .collect(),
        }
    }

    fn print(&self) {
        for Report { letter, id, title, date, words, shared, with } in &self.reports {
            let percent = |part: u32| (part * 100 + words / 2).checked_div(*words).unwrap_or(0);
            let others = self.reports.iter().zip(with).filter(|(_, part)| **part > 0);
            let others: String = others.map(|(other, part)| format!(", {} % in {}", percent(*part), other.letter)).collect();
            println!("{letter} {id}, {}: {title}", date.as_deref().unwrap_or("no date"));
            println!("  {words} words, {} % in others{others}", percent(*shared));
        }
        self.groups.iter().for_each(groups::print);
        println!("\nPassages");
        for (n, Shared { verbatim, first, versions }) in (1..).zip(&self.passages) {
            let letters: String = versions.iter().map(|version| version.report).collect();
            let first = first.map(|letter| format!(", first in {letter}")).unwrap_or_default();
            println!("  {n} {} {letters}{first}", if *verbatim { "=" } else { "≈" });
        }
        for alignment in &self.alignments {
            let pieces: Vec<String> = alignment.pieces.iter().map(shown).collect();
            println!("\n  {}{} {} words: {}", alignment.a.report, alignment.b.report, alignment.common, one_line(&pieces.join(" ")));
        }
        println!("\nNumbers");
        for Figure { number, places } in &self.numbers {
            let places: Vec<String> = places.iter().map(|place| format!("{} {:?}", place.report, place.text)).collect();
            println!("  {number}: {}", places.join(", "));
        }
        println!("\nQuotations");
        for Voice { kind, speaker, verb, place } in &self.quotes {
            let (speaker, verb) = (speaker.as_deref().unwrap_or("unclear"), verb.as_deref().unwrap_or("–"));
            println!("  {} {kind}, {speaker}, {verb}: {}", place.report, one_line(&place.text));
        }
    }
}

/// A piece on the command line: `{this|that}` for other words, `<this|that>` for other forms of a word.
fn shown(piece: &Aligned) -> String {
    match piece.kind {
        kind if kind == Kind::Same.code() || kind == Kind::Spelling.code() => piece.a.clone(),
        kind if kind == Kind::Form.code() => format!("<{}|{}>", piece.a, piece.b),
        _ => format!("{{{}|{}}}", piece.a, piece.b),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comparison_is_json_with_offsets_in_code_points() {
        let words = "Ärger: Die Ministerin kündigte am Abend eine Ausweitung der Hilfen für alle 2000 Betriebe an.";
        let report = |text: &str| Article { text: text.to_owned(), ..Article::default() };
        let corpus = Corpus { articles: vec![report(words), report(&format!("Größer. {words}"))], ..Corpus::default() };
        let found = compared(&build(&corpus, &mut |_| ())).expect("a comparison");
        let view = View::new(&corpus.articles.iter().collect::<Vec<_>>(), &found, Vec::new());
        let json: serde_json::Value = serde_json::to_value(&view).expect("it is plain data");
        let versions = &json["passages"][0]["versions"];
        assert_eq!((&versions[1]["report"], &versions[1]["start"]), (&"B".into(), &8.into()));
        assert_eq!((&json["reports"][0]["shared"], &json["alignments"][0]["pieces"][0]["kind"]), (&15.into(), &"same".into()));
        assert_eq!(json["numbers"][0]["places"].as_array().map(Vec::len), Some(2));
    }
}
