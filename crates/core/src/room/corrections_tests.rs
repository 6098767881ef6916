//! Corrections have the same result in the room and in the build.

use super::fixture::{Loaded, corpus};
use super::{Corrected, question};
use crate::bundle::{Corpus, build_corrected};
use crate::entity::{Correction, Entity, EntityId, EntityKind, EntityName, Form, Quotation};
use crate::text::Span;
use crate::view::AnalysedArticle;
use std::collections::BTreeMap;

const TEXTS: [&str; 4] = [
    "Frau Anna Merzdorf kam nach Berlin. Merzdorf sprach mit Minister Udo Kessel über die Nato.",
    "Herr Udo Merzdorf ging. Minister Kessel blieb. Die Berliner sahen Merzdorf und Kessels Rede im Kreml.",
    "Präsident Merzdorf lobte die NATO. Die Nato-Staaten lobten Anna Merzdorf.",
    "In Moskau und in Berlin regnet es. Die Quassel AG und Quassel schweigen.",
];

fn name(text: &str) -> EntityName {
    EntityName::parse(text).unwrap()
}

fn place(article: &str, quote: &str) -> Quotation {
    let text = TEXTS[usize::from(article.as_bytes()[0] - b'a')];
    let start = text.find(quote).unwrap();
    Quotation::of(article, text, Span::new(start, start + quote.len()))
}

/// Forms, mentions by article, other forms.
type Counts = (Vec<(String, u32)>, Vec<(u32, u32)>, u32);

/// Everything known about the names: the entities with their counts, and every mention with its entity's name.
#[derive(Debug, PartialEq)]
struct Names {
    entities: BTreeMap<String, Counts>,
    marks: Vec<Vec<(String, Form, String)>>,
    stale: Vec<u32>,
}

fn names(loaded: &mut Loaded, stale: Vec<u32>) -> Names {
    let list = loaded.ask(question::Entities);
    let full = |e: &Entity| EntityName { kind: e.kind, name: e.name.clone() }.to_string();
    let counts = |e: &Entity| (e.forms.clone(), e.counts.iter().map(|(a, n)| (a.0, *n)).collect(), e.derived);
    let alive = list.iter().filter(|e| e.total() + e.derived > 0);
    let entities = alive.map(|e| (full(e), counts(e))).collect();
    let marks = |document: AnalysedArticle| {
        let mark = |name: &crate::view::MarkedName| {
            let entity = &list[name.entity.0 as usize];
            assert_eq!(entity.kind, name.kind);
            (name.span.of(&document.article.text).to_owned(), name.form, full(entity))
        };
        document.names.iter().map(mark).collect()
    };
    let marks = ["a", "b", "c", "d"]
        .map(|id| match loaded.ask(question::Open(id.into())) {
            Some(opened) => marks(opened.document),
            _ => panic!(),
        })
        .into();
    Names { entities, marks, stale }
}

/// The names after these corrections; asserts that they are the same in the build and in the room.
fn check(corrections: &[Correction]) -> Names {
    let corpus: Corpus = corpus(&TEXTS);
    let mut built = Loaded::of(build_corrected(&corpus, corrections, &mut |_| ()));
    let stale = built.bundle.stale.clone();
    let built_in = names(&mut built, stale);
    let mut room = Loaded::new(&corpus);
    let plain = names(&mut room, Vec::new());
    let Corrected { stale, built_in: none } = room.ask(question::Correct(corrections.to_vec()));
    assert!(none.is_empty());
    let corrected = names(&mut room, stale);
    assert_eq!(corrected, built_in, "{corrections:?}");
    room.ask(question::Correct(Vec::new()));
    assert_eq!(names(&mut room, Vec::new()), plain, "taking corrections back");
    corrected
}

fn has(names: &Names, entity: &str) -> bool {
    names.entities.contains_key(entity)
}

#[test]
fn entities_are_removed_renamed_and_retyped() {
    let found = check(&[Correction::Remove { name: name("LOC:Berlin") }]);
    assert!(!has(&found, "LOC:Berlin") && found.marks[3].iter().all(|(words, ..)| words != "Berlin"));
    let found = check(&[Correction::Rename { name: name("ORG:Nato"), to: "Nordatlantikpakt".into() }]);
    assert_eq!(found.entities["ORG:Nordatlantikpakt"].1, [(0, 1), (2, 1)]);
    let found = check(&[Correction::Retype { name: name("ORG:Kreml"), to: EntityKind::Loc }]);
    assert!(has(&found, "LOC:Kreml") && !has(&found, "ORG:Kreml"));
}

#[test]
fn entities_are_merged_and_split() {
    let found = check(&[Correction::Merge { name: name("PER:Udo Kessel"), into: name("PER:Udo Merzdorf") }]);
    assert!(!has(&found, "PER:Udo Kessel"));
    assert_eq!(found.entities["PER:Udo Merzdorf"].1, [(0, 1), (1, 4)]);
    // Renaming to an existing name merges.
    let renamed = check(&[Correction::Rename { name: name("PER:Udo Kessel"), to: "Udo Merzdorf".into() }]);
    assert_eq!(renamed, found);
    let split = |forms: &[&str], articles: &[&str]| Correction::Split {
        name: name("PER:Udo Kessel"),
        forms: forms.iter().map(|&f| f.into()).collect(),
        articles: articles.iter().map(|&a| a.into()).collect(),
        to: name("PER:Ute Kessel"),
    };
    let found = check(&[split(&["Kessels"], &[])]);
    assert_eq!((&found.entities["PER:Ute Kessel"].1, &found.entities["PER:Udo Kessel"].1), (&vec![(1, 1)], &vec![(0, 1), (1, 1)]));
    let found = check(&[split(&[], &["b"])]);
    assert_eq!(found.entities["PER:Ute Kessel"].1, [(1, 2)]);
    // After a merge, mentions of both are split off.
    let merge = Correction::Merge { name: name("PER:Anna Merzdorf"), into: name("PER:Udo Kessel") };
    let found = check(&[merge, split(&["Merzdorf", "Kessels"], &[])]);
    assert!(found.entities["PER:Ute Kessel"].1.len() >= 2);
}

#[test]
fn passages_are_marked_and_unmarked() {
    let mark = |all| Correction::Mark { place: place("d", "Quassel"), name: name("PER:Quassel"), all };
    let found = check(&[mark(false)]);
    assert_eq!(found.entities["PER:Quassel"].1, [(3, 1)]);
    let over = Correction::Mark { place: place("a", "Merzdorf kam"), name: name("MISC:Quatsch"), all: false };
    let found = check(&[over, mark(true)]);
    assert_eq!(found.entities["MISC:Quatsch"].1, [(0, 1)]);
    assert!(found.marks[0].iter().all(|(words, ..)| words != "Anna Merzdorf"));
    let found = check(&[Correction::Unmark { place: place("b", "Berliner") }]);
    assert!(found.stale.is_empty() && found.entities["LOC:Berlin"].2 == 0);
    let gone = check(&[mark(false), Correction::Remove { name: name("PER:Quassel") }]);
    assert!(!has(&gone, "PER:Quassel"));
}

#[test]
fn corrections_that_find_nothing_are_reported() {
    let lost = Quotation { article: "a".into(), quote: "Nirgendwo".into(), ..Quotation::default() };
    let found = check(&[
        Correction::Remove { name: name("PER:Niemand") },
        Correction::Unmark { place: lost.clone() },
        Correction::Mark { place: Quotation { article: "z".into(), ..lost }, name: name("LOC:Nirgendwo"), all: false },
        Correction::Rename { name: name("LOC:Berlin"), to: "Berlin".into() },
        Correction::Rename { name: name("LOC:Berlin"), to: "Spree-Athen".into() },
    ]);
    assert_eq!(found.stale, [0, 1, 2, 3]);
    assert!(has(&found, "LOC:Spree-Athen") && !has(&found, "LOC:Nirgendwo"));
}

#[test]
fn search_and_mentions_follow_corrections() {
    let mut room = Loaded::new(&corpus(&TEXTS));
    room.ask(question::Correct(vec![Correction::Merge { name: name("LOC:Moskau"), into: name("LOC:Berlin") }]));
    let list = room.ask(question::Entities);
    let berlin = EntityId(list.iter().position(|e| e.name == "Berlin").unwrap() as u32);
    let places = room.ask(question::Places(berlin));
    assert!(places.iter().any(|place| place.sentence[1] == "Moskau"));
    assert_eq!(room.ids("ort:Moskau"), "a d");
    let facets = room.search("regnet").facets.unwrap().entities;
    assert!(facets.iter().any(|(id, .., n)| *id == berlin && *n == 1) && facets.iter().all(|(_, _, name, _)| name != "Moskau"));
}

#[test]
fn companions_follow_corrections() {
    let mut room = Loaded::new(&corpus(&["Anna Merzdorf traf Udo Kessel in Berlin.", "Udo Kessel sah Olga Meyenburg."]));
    let companions = |room: &mut Loaded, of: &str| {
        let list = room.ask(question::Entities);
        let id = EntityId(list.iter().position(|e| e.name == of).unwrap() as u32);
        let found = room.ask(question::Companions(id));
        let mut out: Vec<_> = found.iter().map(|one| format!("{} {}", list[one.entity.0 as usize].name, one.sentences)).collect();
        out.sort();
        out.join(", ")
    };
    assert_eq!(companions(&mut room, "Udo Kessel"), "Anna Merzdorf 1, Berlin 1, Olga Meyenburg 1");
    room.ask(question::Correct(vec![
        Correction::Merge { name: name("PER:Olga Meyenburg"), into: name("PER:Anna Merzdorf") },
        Correction::Remove { name: name("LOC:Berlin") },
        Correction::Split { name: name("PER:Udo Kessel"), forms: vec!["Kessel".into()], articles: Vec::new(), to: name("PER:Neu") },
    ]));
    assert_eq!(companions(&mut room, "Udo Kessel"), "Anna Merzdorf 2");
    assert_eq!(companions(&mut room, "Anna Merzdorf"), "Udo Kessel 2");
    room.ask(question::Correct(Vec::new()));
    assert_eq!(companions(&mut room, "Udo Kessel"), "Anna Merzdorf 1, Berlin 1, Olga Meyenburg 1");
}

#[test]
fn a_bundle_remembers_its_corrections() {
    let corrections = vec![Correction::Remove { name: name("LOC:Berlin") }];
    let mut built = Loaded::of(build_corrected(&corpus(&TEXTS), &corrections, &mut |_| ()));
    let Corrected { built_in, .. } = built.ask(question::Correct(Vec::new()));
    assert_eq!(built_in, corrections);
}
