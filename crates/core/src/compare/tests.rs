//! Comparisons of made-up reports.

use super::*;
use crate::article::{Evidence, Origin, Precision, PubDate};
use crate::day::Day;
use crate::statements::Statements;
use crate::text::Document;
use crate::view::AnalysedArticle;

const COMMON: &str = "Die Ministerin kündigte am Abend eine Ausweitung der Hilfen für alle Betriebe in der Region an.";

/// A report of a day in February 2022, at a time in minutes.
fn report(day: u32, minutes: Option<u16>, text: &str) -> Article {
    let mut article = Article { text: text.into(), ..Article::default() };
    article.meta.date = Day::from_civil(2022, 2, day).map(|day| {
        let evidence = Evidence { origin: Origin::Line, quote: String::new(), line: None, shared_words: 0 };
        PubDate { earliest: day, latest: day, precision: Precision::Day, minutes, evidence }
    });
    article
}

/// A comparison of reports without names.
fn compared(reports: &[Article]) -> Comparison {
    let analysed = |article: &Article| {
        let statements = Statements::of(&Document::new(&article.text), &[], &[]);
        (AnalysedArticle { article: article.clone(), ..AnalysedArticle::default() }, statements)
    };
    let analysed: Vec<_> = reports.iter().map(analysed).collect();
    compare(&analysed.iter().map(|(document, statements)| Source { document, statements }).collect::<Vec<_>>(), &[])
}

fn first(reports: &[Article]) -> Option<u32> {
    let found = compared(reports);
    assert_eq!(found.passages.len(), 1);
    assert_eq!(found.passages[0].versions.len(), reports.len());
    found.passages[0].first
}

#[test]
fn who_had_it_first_is_only_said_where_dates_say_so() {
    assert_eq!(first(&[report(5, None, COMMON), report(4, None, COMMON)]), Some(1));
    assert_eq!(first(&[report(4, None, COMMON), report(4, None, COMMON)]), None);
    assert_eq!(first(&[report(4, Some(720), COMMON), report(4, Some(700), COMMON)]), Some(1));
    assert_eq!(first(&[report(4, Some(700), COMMON), report(4, None, COMMON)]), None);
    // The day 0 is none.
    assert_eq!(first(&[report(4, None, COMMON), report(0, None, COMMON), report(5, None, COMMON)]), None);
    let mut inferred = report(3, None, COMMON);
    inferred.meta.date.iter_mut().for_each(|date| date.evidence.origin = Origin::SharedPassages);
    assert_eq!(first(&[inferred, report(4, None, COMMON)]), None);
}

#[test]
fn a_passage_of_three_articles_is_one_with_three_versions() {
    let more = format!("{COMMON} Das Geld kommt aus dem Haushalt des Landes und wird im März an alle verteilt.");
    let reports = [report(4, None, &more), report(4, None, &format!("Vorab. {more}")), report(4, None, COMMON)];
    let found = compared(&reports);
    assert_eq!(found.pairs.len(), 3);
    let versions: Vec<_> = found.passages[0].versions.iter().map(|version| version.report).collect();
    assert_eq!((found.passages.len(), versions, found.passages[0].verbatim), (1, vec![0, 1, 2], true));
    assert_eq!(found.reports[2], Report { words: 16, shared: 16, with: vec![16, 16, 0] });
}

#[test]
fn only_eight_articles_are_compared_and_none_is_no_error() {
    let reports: Vec<Article> = (0..9).map(|_| report(4, None, COMMON)).collect();
    assert_eq!(compared(&reports).reports.len(), MOST);
    assert_eq!(compared(&[]), Comparison::default());
}

#[test]
fn equal_numbers_are_one() {
    let texts = ["Es sind 2000 Soldaten und mehr als 2000 Zivilisten.", "Es sind 2.000 Soldaten.", "Es sind 3000 Soldaten."];
    let reports = texts.map(|text| report(4, None, text));
    let found = compared(&reports);
    let shown: Vec<_> = found.numbers.iter().map(|figure| (figure.shown.as_str(), figure.places.len())).collect();
    assert_eq!(shown, [("2000 Soldaten", 2), ("> 2000 Zivilisten", 1), ("3000 Soldaten", 1)]);
}
