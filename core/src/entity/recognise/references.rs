//! Common nouns that stand for somebody named in the same text: `der russische Präsident` after `der russische Präsident Wladimir Putin`.
//!
//! Only what the text itself makes certain: an office that the text gives to exactly one person.

use super::doc::Doc;
use crate::entity::lexicon::shown;
use crate::entity::{EntityKind, Form, Mention, Why};
use std::collections::{BTreeMap, BTreeSet};

/// Nouns that stand for a country if the text names it.
const COUNTRIES: [(&str, &str); 2] = [("Volksrepublik", "China"), ("Alpenrepublik", "Österreich")];

/// The offices that one person holds at a time.
const OFFICES: [&str; 15] = [
    "präsident",
    "präsidentin",
    "kanzler",
    "kanzlerin",
    "minister",
    "ministerin",
    "staatschef",
    "staatschefin",
    "regierungschef",
    "regierungschefin",
    "premier",
    "papst",
    "könig",
    "königin",
    "bürgermeister",
];

/// The references of `doc`, whose names are `mentions`, sorted by place; none overlaps a name.
pub(super) fn find(doc: &Doc, mentions: &[Mention]) -> Vec<Mention> {
    let starts_at: BTreeMap<u32, &Mention> = mentions.iter().filter(|m| m.form == Form::Name).map(|m| (m.span.start, m)).collect();
    let person_at = |at: usize| doc.words.get(at).and_then(|w| starts_at.get(&w.span.start)).filter(|m| m.kind == EntityKind::Per);
    let mut holders: BTreeMap<(String, Option<String>), BTreeSet<&str>> = BTreeMap::new();
    let mut empty: Vec<(usize, String, Option<String>)> = Vec::new();
    for at in 0..doc.words.len() {
        let Some(office) = office(doc, at) else { continue };
        let country = country_before(doc, at);
        if let Some(person) = person_at(at + 1) {
            holders.entry((office.clone(), None)).or_default().insert(&person.canonical);
            if country.is_some() {
                holders.entry((office, country)).or_default().insert(&person.canonical);
            }
        } else if is_definite(doc, at, country.is_some())
            && !doc.upper(at + 1)
            && !matches!(doc.word(at + 1), "des" | "der" | "von" | "für" | "in" | "-" | "und")
        {
            empty.push((at, office, country));
        }
    }
    let person = |(at, office, country): (usize, String, Option<String>)| {
        let names = holders.get(&(office, country)).filter(|names| names.len() == 1)?;
        names.first().map(|name| reference(doc, at, EntityKind::Per, name))
    };
    let mut found: Vec<Mention> = empty.into_iter().filter_map(person).collect();
    for (noun, country) in COUNTRIES {
        if mentions.iter().any(|m| m.kind == EntityKind::Loc && m.canonical == country) {
            let places = (0..doc.words.len()).filter(|&at| doc.word(at) == noun && !doc.upper(at + 1));
            found.extend(places.map(|at| reference(doc, at, EntityKind::Loc, country)));
        }
    }
    found.retain(|reference| {
        let next = mentions.partition_point(|m| m.span.end <= reference.span.start);
        mentions.get(next).is_none_or(|m| !m.span.overlaps(reference.span))
    });
    found
}

fn reference(doc: &Doc, at: usize, kind: EntityKind, canonical: &str) -> Mention {
    Mention { span: doc.words[at].span, kind, form: Form::Reference, canonical: canonical.to_owned(), why: Why::Memory, confidence: 70 }
}

/// The office that word `at` names, in lower case and without its ending.
fn office(doc: &Doc, at: usize) -> Option<String> {
    if !doc.upper(at) || doc.word(at).contains('-') {
        return None;
    }
    let word = doc.word(at).to_lowercase();
    let bare = ["s", "en", ""]
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|bare| OFFICES.iter().any(|office| bare.ends_with(office)))?;
    Some(bare.to_owned())
}

/// The country that an adjective or a genitive before word `at` names: `russische Präsident`, `Russlands Präsident`.
fn country_before(doc: &Doc, at: usize) -> Option<String> {
    let before = doc.before(at);
    let genitive = || doc.lexicon.single(before).filter(|e| e.kind == EntityKind::Loc && before.ends_with('s')).map(|e| e.canonical);
    doc.lexicon.adjective(before).map(|d| d.canonical).or_else(genitive).map(shown)
}

/// Whether a definite article stands before word `at`, or before the country's adjective there, or a country in the genitive.
fn is_definite(doc: &Doc, at: usize, with_country: bool) -> bool {
    let article =
        |word: &str| matches!(word, "der" | "die" | "dem" | "den" | "des" | "Der" | "Die" | "Dem" | "Den" | "vom" | "zum" | "beim");
    if with_country { at >= 2 && article(doc.word(at - 2)) || doc.before(at).ends_with('s') } else { article(doc.before(at)) }
}
