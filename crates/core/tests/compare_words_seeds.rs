//! What the wording of the seed articles shows: typical words, different words for one thing, and statements in other words.

use std::path::Path;
use zeitlupe_core::compare::{Designations, designations, probable, typical};
use zeitlupe_core::entity::{EntityKind, recognise};
use zeitlupe_core::reuse::{SharedPassages, Words, passages};
use zeitlupe_core::text::Span;

const FILES: [&str; 5] =
    ["000_6a6fa6a54ab7b27f", "001_73b70acefaa1e389", "002_76a069b9c64a2473", "003_436c9eb40a421347", "004_16179895b56dd3e5"];

/// Statements that two articles make in other words, by the numbers of the articles and words of each; the declaration in two translations.
const SAME: [(u32, u32, &str, &str); 5] = [
    (0, 1, "zehn Milliarden Kubikmeter", "zehn Milliarden Kubikmeter Gas"),
    (1, 4, "ideologischen Ansätze der Ära", "ideologischen Ansätzen aus der Zeit"),
    (1, 4, "Souveränität, Sicherheit", "Souveränität, die Sicherheit"),
    (2, 4, "ideologischen Ansätze der Ära", "ideologischen Ansätzen aus der Zeit"),
    (2, 4, "Souveränität, Sicherheit", "Souveränität, die Sicherheit"),
];

fn seeds() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    FILES.iter().map(|file| std::fs::read_to_string(folder.join(format!("{file}.txt"))).expect("the seed")).collect()
}

fn pairs(texts: &[&str]) -> Vec<SharedPassages> {
    let words: Vec<Words> = texts.iter().map(|text| Words::new(text)).collect();
    let all = (0..words.len()).flat_map(|a| (a + 1..words.len()).map(move |b| (a, b)));
    all.map(|(a, b)| SharedPassages { a: a as u32, b: b as u32, passages: passages(&words[a], &words[b]) }).collect()
}

fn names(texts: &[&str]) -> Vec<Vec<Span>> {
    let is_name = |kind: EntityKind| matches!(kind, EntityKind::Per | EntityKind::Loc | EntityKind::Org);
    texts.iter().map(|text| recognise(text).into_iter().filter(|name| is_name(name.kind)).map(|name| name.span).collect()).collect()
}

#[test]
fn two_translations_of_the_declaration_are_matched_and_nothing_else() {
    let seeds = seeds();
    let texts: Vec<&str> = seeds.iter().map(String::as_str).collect();
    let found = probable(&texts, &names(&texts), &pairs(&texts));
    let mut open = SAME.to_vec();
    for pair in &found {
        let (a, b) = (pair.a.span.of(texts[pair.a.report as usize]), pair.b.span.of(texts[pair.b.report as usize]));
        let is_it =
            |row: &(u32, u32, &str, &str)| (row.0, row.1) == (pair.a.report, pair.b.report) && a.contains(row.2) && b.contains(row.3);
        let at = open.iter().position(is_it).unwrap_or_else(|| panic!("{a} = {b}"));
        open.remove(at);
    }
    assert!(open.is_empty(), "not found: {open:?}");
}

#[test]
fn different_words_for_one_thing_are_found() {
    let seeds = seeds();
    let texts: Vec<&str> = seeds.iter().map(String::as_str).collect();
    let shown = |set: &Designations| set.words.iter().map(|word| word.word.clone()).collect::<Vec<_>>().join(", ");
    let found: Vec<String> = designations(&texts, &names(&texts)).iter().map(shown).collect();
    assert_eq!(found, ["Staatschef, Staatsoberhaupts", "Ukraine-Krise, Ukraine-Konflikt"]);
}

#[test]
fn few_words_are_typical_of_short_reports() {
    let seeds = seeds();
    let texts: Vec<&str> = seeds.iter().map(String::as_str).collect();
    let found = typical(&texts, &names(&texts));
    let words: Vec<Vec<(&str, [u32; 2])>> =
        found.iter().map(|list| list.iter().map(|typical| (typical.word.as_str(), typical.counts)).collect()).collect();
    let expected: [&[(&str, [u32; 2])]; 5] =
        [&[], &[("Region", [5, 0])], &[("Eröffnung", [3, 1])], &[("Beziehungen", [6, 5])], &[("betonten", [3, 0])]];
    assert_eq!(words, expected);
}
