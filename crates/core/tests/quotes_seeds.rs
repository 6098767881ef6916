//! The quotations and numbers of the seed articles, compared with marks made by hand from the guideline, before any rule was tuned.
//!
//! `fixtures/quotes_seeds.txt` has every passage in quotation marks: its kind, its words, and its speaker as an entity's name or as words of
//! the text.

use std::path::Path;
use zeitlupe_core::entity::model::Model;
use zeitlupe_core::entity::recognise_in;
use zeitlupe_core::number::numbers;
use zeitlupe_core::quote::{QuoteKind, quotes};
use zeitlupe_core::text::{Document, Span};
use zeitlupe_core::time;

/// Fewest passages, of 36, with the right kind and span. Never lower it.
const FOUND: usize = 36;
/// Fewest of them with the right speaker. Never lower it.
const SPEAKERS: usize = 36;

fn seed(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    // A space that does not break is a space.
    std::fs::read_to_string(folder.join(file)).expect("the seed").replace('\u{a0}', " ")
}

#[test]
fn the_quotations_of_the_seeds_have_their_speakers() {
    let (mut all, mut found, mut right) = (0, 0, 0);
    for part in include_str!("fixtures/quotes_seeds.txt").split("=== ").filter(|part| !part.is_empty()) {
        let (file, rows) = part.split_once('\n').expect("a line with the file's name");
        let text = seed(file);
        let document = Document::new(&text);
        let names = recognise_in(&document, Model::shipped());
        let mut got = quotes(&document, &names).into_iter().filter(|quote| matches!(quote.kind, QuoteKind::Direct | QuoteKind::Scare));
        for row in rows.lines() {
            let [kind, words, speaker] = row.split(" | ").collect::<Vec<_>>().try_into().expect("three columns");
            all += 1;
            let Some(quote) = got.find(|quote| quote.span.of(&text) == words) else {
                println!("{file}: no {words}");
                continue;
            };
            let named = quote.speaker.and_then(|speaker| speaker.mention).map(|name| names[name as usize].canonical.as_str());
            let full = quote.speaker.map_or("unclear", |speaker| speaker.full.of(&text));
            let is_right = named == Some(speaker) || full.contains(speaker);
            found += usize::from(quote.kind.code() == kind);
            right += usize::from(quote.kind.code() == kind && is_right);
            if quote.kind.code() != kind || !is_right {
                println!("{file}: {} {words:?} of {full:?} {named:?}, not {kind} of {speaker:?}", quote.kind.code());
            }
        }
    }
    println!("{all} passages, {found} found, {right} with the right speaker");
    assert!(all == 36 && found >= FOUND && right >= SPEAKERS, "{found} found, {right} with the right speaker");
}

/// The numbers of the first two seeds and the last, in order.
const NUMBERS: [(&str, &[&str]); 3] = [
    ("000_6a6fa6a54ab7b27f.txt", &["10000000000 Kubikmeter/Jahr", "> 100000 Soldaten", "2000 Soldaten"]),
    (
        "001_73b70acefaa1e389.txt",
        &["~> 100000000000 Euro", "10000000000 Kubikmeter/Jahr: Gas", "> 100000 Soldaten", "2000 Soldaten", "30000 Soldaten", "3 Staaten"],
    ),
    ("004_16179895b56dd3e5.txt", &[]),
];

#[test]
fn the_numbers_of_the_seeds_are_found() {
    for (file, right) in NUMBERS {
        let text = seed(file);
        let document = Document::new(&text);
        let names = recognise_in(&document, Model::shipped());
        let times = time::recognise_in(&document, None, &[]);
        let mut taken: Vec<Span> = names.iter().map(|name| name.span).chain(times.iter().map(|time| time.span)).collect();
        taken.sort_unstable();
        let found: Vec<_> = numbers(&document, &taken).iter().map(|number| number.shown(&text)).collect();
        assert_eq!(found, right, "{file}");
    }
}
