//! Heading, hits, marks, concordance and trend count the same places, for random queries.

use super::corpus_tests::{Dice, generated};
use super::{Unit, article_units};
use crate::bundle::Corpus;
use crate::day::Day;
use crate::room::fixture::{Loaded, corpus, seeds};
use crate::room::{ConcordanceRequest, Filter, Period, SearchRequest, question};
use crate::text::Span;

/// Most hits of a query whose marks are compared.
const MARKED: usize = 10;

/// A random word of a random article as written, sometimes in lower case.
fn word(dice: &mut Dice, corpus: &Corpus) -> String {
    let article = &corpus.articles[dice.roll(corpus.articles.len())];
    let units = article_units(article);
    let typed = units[dice.roll(units.len())].1.span.of(&article.text).to_owned();
    if dice.roll(8) == 0 { typed.to_lowercase() } else { typed }
}

/// Two to four adjacent words of a random article, in quotation marks.
fn phrase(dice: &mut Dice, corpus: &Corpus) -> String {
    let article = &corpus.articles[dice.roll(corpus.articles.len())];
    let units: Vec<Unit> = article_units(article).into_iter().map(|(_, unit)| unit).collect();
    let from = dice.roll(units.len());
    let to = (from + 1 + dice.roll(3)).min(units.len() - 1);
    let passage = article.text[units[from].span.start as usize..units[to].span.end.max(units[from].span.end) as usize].to_owned();
    format!("\"{}\"", passage.replace(['\n', '"', '„', '“', '”', '»', '«'], " "))
}

/// A random query: words, phrases, distances, alternatives, exclusions, exact forms, the title.
fn query(dice: &mut Dice, corpus: &Corpus) -> String {
    let (a, b, c) = (word(dice, corpus), word(dice, corpus), word(dice, corpus));
    let phrase = phrase(dice, corpus);
    let query = match dice.roll(14) {
        0..3 => a,
        // Only the beginning of a word.
        3 => a.chars().take(a.chars().count().div_ceil(2).max(3)).collect(),
        4 => format!("{a} {b}"),
        5 => format!("{a} {b} {c}"),
        6 => phrase,
        7 => format!("{phrase} {a}"),
        8 => format!("{a} nahe:{} {b}", 3 + dice.roll(60)),
        9 => format!("{a} OR {b}"),
        10 => format!("({a} OR {phrase}) {c}"),
        11 => format!("{a} -{b}"),
        12 => format!("={a} OR titel:{b}"),
        _ => format!("titel:{a}"),
    };
    if dice.roll(2) == 0 { format!("{query} ") } else { query }
}

fn filter(dice: &mut Dice) -> Filter {
    let from = (dice.roll(4) == 0).then(|| Day::from_civil(2022, 2, 5)).flatten();
    Filter { period: Period { from, ..Period::default() }, ..Filter::default() }
}

/// Asserts that all count the same places; returns their number.
fn agree(loaded: &mut Loaded, query: &str, filter: &Filter) -> u32 {
    let view = loaded.find(SearchRequest {
        query: query.to_owned(),
        filter: filter.clone(),
        limit: u32::MAX,
        passages: true,
        ..SearchRequest::default()
    });
    let quick = loaded.find(SearchRequest { query: query.to_owned(), filter: filter.clone(), ..SearchRequest::default() });
    assert_eq!((quick.total, quick.places), (view.total, view.places), "{query}: without passages");
    assert_eq!(view.hits.iter().map(|hit| hit.places).sum::<u32>(), view.places, "{query}: hits and heading");
    let request =
        ConcordanceRequest { query: query.to_owned(), filter: filter.clone(), articles: u32::MAX, ..ConcordanceRequest::default() };
    let lines = loaded.ask(request).lines;
    assert_eq!(lines.len() as u32, view.places, "{query}: concordance and heading");
    for hit in view.hits.iter().take(MARKED) {
        let marks = loaded.ask(question::Marks { article: hit.article, query: query.to_owned() });
        let of_article: Vec<Span> = lines.iter().filter(|line| line.article == hit.article).map(|line| line.span).collect();
        assert_eq!(marks, of_article, "{query}: marks and lines in {:?}", hit.article);
        assert_eq!(marks.len() as u32, hit.places, "{query}: marks and hit in {:?}", hit.article);
        assert!(marks.is_sorted_by(|a, b| a.end <= b.start), "{query}: overlapping marks in {:?}", hit.article);
    }
    let trend = loaded.ask(question::Trend { query: query.to_owned(), filter: filter.clone() });
    assert_eq!(trend.iter().map(|point| point.places).sum::<u32>(), view.places, "{query}: trend and heading");
    view.places
}

fn random_queries_agree(corpus: &Corpus, seed: u64, queries: u32) {
    let (mut loaded, mut dice) = (Loaded::new(corpus), Dice(seed));
    let mut places = 0;
    for _ in 0..queries {
        let query = query(&mut dice, corpus);
        places += agree(&mut loaded, &query, &filter(&mut dice));
    }
    assert!(places > queries, "the queries are to find something");
}

#[test]
fn all_views_count_the_same_places_in_the_seeds() {
    random_queries_agree(&seeds(), 3, 600);
    let mut loaded = Loaded::new(&seeds());
    for query in ["Sicherheit", "Staat", "Staat ", "Nato", "Russland OR Putin", "Sicherheit Garantien", "Gas Lieferung", "Ost*", "*ung"] {
        assert!(agree(&mut loaded, query, &Filter::default()) > 0, "{query}");
    }
}

#[test]
fn all_views_count_the_same_places_in_many_chunks() {
    random_queries_agree(&generated(), 5, 60);
}

#[test]
fn a_word_is_one_place_however_often_it_matches() {
    let check = |texts: &[&str], query: &str, expected: u32| {
        assert_eq!(agree(&mut Loaded::new(&corpus(texts)), query, &Filter::default()), expected, "{query}");
    };
    let gas = &["Die Gaslieferung. Gas und Lieferung.", "Gas-Lieferungen, Gaslieferungen"];
    // The parts of a hyphenated word are words.
    check(gas, "Gas Lieferung", 6);
    check(gas, "Lieferung Gaslieferung", 4);
    check(gas, "Gas-Lieferung", 5);
    check(gas, "Gas OR Lieferung OR Gaslieferung", 5);
    let nato = &["Das Ende der Nato, der Nato-Staaten Ende."];
    check(nato, "\"Ende der Nato\" Nato", 2);
    check(nato, "Nato", 2);
    check(nato, "Nato-Staaten OR Staaten", 2);
    let putin = &["Präsident Wladimir Putin kam. Dann ging Putin, und Kremlchef Putin sprach.", "Putin"];
    check(putin, "Wladimir Putin ", 5);
    check(&["# Gas, Gas, Gas, Gas\nGas"], "titel:Gas", 3);
    check(&["Da hätten alle Platz, da hatten alle Platz"], "\"hatten alle\"", 1);
    check(&["Der Bücherbuchladen. Buch und Laden."], "Buch", 2);
}

#[test]
fn a_word_typed_whole_does_not_count_longer_words_that_begin_with_it() {
    let check = |texts: &[&str], query: &str, expected: (u32, u32)| {
        let mut loaded = Loaded::new(&corpus(texts));
        let places = agree(&mut loaded, query, &Filter::default());
        assert_eq!((loaded.search(query).total, places), expected, "{query}");
    };
    let texts = &["Die Ehe hält, die Ehe.", "Der ehemalige Präsident, ehemals", "Die Ehen"];
    check(texts, "Ehe", (2, 3));
    check(texts, "ehe", (2, 3));
    check(texts, "Ehem", (1, 2));
    check(&["Der Rat", "Er ist ratlos und rätselt."], "Rat", (1, 1));
    check(&["Das Amt", "Amtlich ist es nicht."], "Amt", (1, 1));
    check(&["Der Staat", "Staatlich oder staatenlos"], "Staat", (1, 1));
    check(&["ein Tor", "eine Tortur", "Torheit"], "Tor OR Torheit", (2, 2));
    // Where it is no word of the corpus, it is a beginning.
    check(&["Der ehemalige Präsident, ehemals"], "Ehe", (1, 2));
    // A form of it in the same article counts instead.
    check(&["Die Ehen, ehemals", "ehemals"], "Ehe", (2, 3));
}
