//! What the seed articles share, compared with marks made by hand before any rule was tuned; and their group.
//!
//! `fixtures/reuse_seeds.txt` has every pair of sentences that are the same, or nearly, by the number of the article and the first words of the
//! sentence. `same` is the same words in whatever spelling.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use zeitlupe_core::article::{Article, ArticleId, Evidence, Origin, Precision, PubDate};
use zeitlupe_core::bundle::{Corpus, build};
use zeitlupe_core::compare::{Comparison, Source, compare, read_statements, statement_parts};
use zeitlupe_core::day::Day;
use zeitlupe_core::group::read_groups;
use zeitlupe_core::part::PartKey;
use zeitlupe_core::reuse::{Kind, Passage, Words, date_by_shared_passages, passages};
use zeitlupe_core::room::{LoadedRoom, question};
use zeitlupe_core::text::{Document, Span};

/// Fewest marked pairs, of 21, that are found. Never lower it.
const FOUND: usize = 20;

const FILES: [&str; 5] =
    ["000_6a6fa6a54ab7b27f", "001_73b70acefaa1e389", "002_76a069b9c64a2473", "003_436c9eb40a421347", "004_16179895b56dd3e5"];

fn seeds() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    // A space that does not break is a space.
    FILES.iter().map(|file| std::fs::read_to_string(folder.join(format!("{file}.txt"))).expect("the seed").replace('\u{a0}', " ")).collect()
}

/// The words of a stretch, in bytes of the text.
fn words(text: &str, span: Span) -> Vec<u32> {
    let mut out = Vec::new();
    let mut inside = false;
    for (at, c) in span.of(text).char_indices() {
        if c.is_alphanumeric() && !inside {
            out.push(span.start + at as u32);
        }
        inside = c.is_alphanumeric();
    }
    out
}

/// The pairs of sentences, by number, of which a passage has a third of the words of the shorter one, and whether they are the same.
fn sentences(a: &Document<'_>, b: &Document<'_>, passage: &Passage) -> BTreeMap<(usize, usize), bool> {
    let mut common: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let (mut changed_a, mut changed_b) = (BTreeSet::new(), BTreeSet::new());
    for piece in &passage.pieces {
        let of_a = words(a.text(), piece.a);
        if piece.kind.is_same() {
            for (x, y) in of_a.iter().zip(words(b.text(), piece.b)) {
                *common.entry((a.sentence_at(*x), b.sentence_at(y))).or_default() += 1;
            }
        } else {
            changed_a.extend(of_a.iter().map(|word| a.sentence_at(*word)));
            changed_b.extend(words(b.text(), piece.b).into_iter().map(|word| b.sentence_at(word)));
        }
    }
    let length = |document: &Document<'_>, n: usize| words(document.text(), document.sentences().nth(n).expect("a sentence")).len();
    let enough = |(&(x, y), &count): (&(usize, usize), &usize)| count * 3 >= length(a, x).min(length(b, y));
    common.iter().filter(|entry| enough(*entry)).map(|(&(x, y), _)| ((x, y), !changed_a.contains(&x) && !changed_b.contains(&y))).collect()
}

#[test]
fn every_shared_sentence_of_the_seeds_is_found_and_no_other() {
    let texts = seeds();
    let documents: Vec<Document> = texts.iter().map(|text| Document::new(text)).collect();
    let read: Vec<Words> = texts.iter().map(|text| Words::new(text)).collect();
    let begins = |n: usize, with: &str| {
        documents[n].sentences().position(|sentence| sentence.of(&texts[n]).starts_with(with)).unwrap_or_else(|| panic!("{n}: {with}"))
    };
    let mut marked: BTreeMap<(usize, usize, usize, usize), bool> = BTreeMap::new();
    for row in include_str!("fixtures/reuse_seeds.txt").lines() {
        let [a, b, kind, first, second] = row.split(" | ").collect::<Vec<_>>().try_into().expect("five columns");
        let (a, b) = (a.parse().expect("a number"), b.parse().expect("a number"));
        marked.insert((a, b, begins(a, first), begins(b, second)), kind == "same");
    }
    let (mut found, mut wrong) = (0, Vec::new());
    for (a, b) in (0..5).flat_map(|a| (a + 1..5).map(move |b| (a, b))) {
        for passage in passages(&read[a], &read[b]) {
            for ((x, y), same) in sentences(&documents[a], &documents[b], &passage) {
                match marked.remove(&(a, b, x, y)) {
                    Some(is_same) if is_same == same => found += 1,
                    other => wrong.push((a, b, passage.a.of(&texts[a]).to_owned(), x, y, other)),
                }
            }
        }
    }
    println!("{found} of 21 found; not found: {marked:?}; wrong: {wrong:?}");
    assert!(found >= FOUND && wrong.is_empty(), "{found} found; not found: {marked:?}; wrong: {wrong:?}");
}

#[test]
fn spelling_is_no_difference_and_a_changed_noun_is_one() {
    let texts = seeds();
    let found = passages(&Words::new(&texts[0]), &Words::new(&texts[1]));
    let pieces = |kind: Kind| -> Vec<(&str, &str)> {
        let all = found.iter().flat_map(|passage| &passage.pieces).filter(|piece| piece.kind == kind);
        all.map(|piece| (piece.a.of(&texts[0]), piece.b.of(&texts[1]))).collect()
    };
    assert_eq!(pieces(Kind::Spelling), [("Kremlchef", "Kreml-Chef"), ("Nato", "NATO"), ("2000", "2.000")]);
    assert_eq!(pieces(Kind::Form), [("gewesen", "gewesenen")]);
    assert!(pieces(Kind::Changed).contains(&("Gaslieferungen", "Energielieferungen")), "{:?}", pieces(Kind::Changed));
    assert!(pieces(Kind::OnlyB).contains(&("", "Ukraine")), "{:?}", pieces(Kind::OnlyB));
}

/// The seeds with the dates that their files give.
fn articles() -> Vec<Article> {
    let texts = seeds();
    let mut out: Vec<Article> = FILES
        .iter()
        .zip(&texts)
        .map(|(file, text)| {
            let mut article = zeitlupe_ingest::plain(text, Default::default()).article;
            article.meta.id = (*file).to_owned();
            article
        })
        .collect();
    let date = |from: (i32, u32, u32), to: (i32, u32, u32), precision| PubDate {
        earliest: Day::from_civil(from.0, from.1, from.2).expect("a day"),
        latest: Day::from_civil(to.0, to.1, to.2).expect("a day"),
        precision,
        minutes: None,
        evidence: Evidence { origin: Origin::Line, quote: String::new(), line: None, shared_words: 0 },
    };
    out[2].meta.date = Some(date((2022, 2, 4), (2022, 2, 4), Precision::Day));
    out[3].meta.date = Some(date((2023, 2, 22), (2023, 2, 22), Precision::Day));
    out[4].meta.date = Some(date((2022, 2, 1), (2022, 2, 28), Precision::Month));
    date_by_shared_passages(&mut out);
    out
}

#[test]
fn the_four_reports_from_peking_are_one_group() {
    let corpus = Corpus { title: "Gipfel".into(), articles: articles(), ..Corpus::default() };
    let room = LoadedRoom::of(build(&corpus, &mut |_| ())).expect("a room");
    let part = room.ask(question::Payloads(vec![PartKey::Groups])).expect("groups");
    let found = read_groups(&part[0]).expect("groups");
    assert_eq!(found.iter().map(|group| group.articles.clone()).collect::<Vec<_>>(), [[0, 1, 2, 4]]);
    let title = &found[0].title;
    assert_eq!(title.place.as_deref(), Some("Peking"));
    assert_eq!(title.day.map(Day::iso).as_deref(), Some("2022-02-04"));
    assert_eq!(title.named, ["Wladimir Putin", "Xi Jinping"]);
    let why = &found[0].why;
    assert!(why.names.iter().any(|name| name == "China") && !why.words.is_empty(), "{why:?}");
}

/// The comparison of the four reports from Peking, from the parts of their bundle.
fn four_reports() -> Comparison {
    let corpus = Corpus { title: "Gipfel".into(), articles: articles(), ..Corpus::default() };
    let room = LoadedRoom::of(build(&corpus, &mut |_| ())).expect("a room");
    let ids = [0, 1, 2, 4].map(ArticleId);
    let documents = room.ask(question::Articles(ids.to_vec())).expect("articles");
    let payloads = room.ask(question::Payloads(statement_parts(&ids))).expect("statements");
    let statements = read_statements(&ids, &payloads).expect("statements");
    let sources = documents.iter().zip(&statements).map(|((_, document), statements)| Source { document, statements });
    compare(&sources.collect::<Vec<_>>(), &room.ask(question::Entities).expect("entities"))
}

#[test]
fn the_shares_of_the_reports_from_peking_are_counted() {
    let found = four_reports();
    let percent: Vec<u32> = found.reports.iter().map(|report| (report.shared * 100 + report.words / 2) / report.words).collect();
    println!("{percent:?}");
    assert!(
        (60..=64).contains(&percent[0]) && (18..=22).contains(&percent[1]) && (24..=30).contains(&percent[2]) && percent[3] == 0,
        "{percent:?}"
    );
    let letters = |n: usize| found.passages[n].versions.iter().map(|version| version.report).collect::<Vec<_>>();
    assert!((7..=9).contains(&found.passages.len()) && letters(0) == [0, 1], "{:?}", found.passages);
    assert!(found.passages.iter().all(|passage| passage.first.is_none()), "all are of one day");
    let gas = found.numbers.iter().find(|figure| figure.unit.starts_with("Kubikmeter")).expect("gas");
    assert_eq!(gas.places.iter().map(|place| place.report).collect::<Vec<_>>(), [0, 1]);
    assert!(found.voices.iter().any(|voice| voice.speaker.as_deref() == Some("Wladimir Putin") && voice.place.report == 2));
}
