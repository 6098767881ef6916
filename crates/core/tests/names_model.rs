//! The tagger that comes with the program: its files, and names that are not in any list.

use zeitlupe_core::entity::model::{Lists, Model, ModelError};
use zeitlupe_core::entity::{EntityKind, Form, Why, recognise, recognise_in};
use zeitlupe_core::text::Document;

const WEIGHTS: &[u8] = include_bytes!("../data/names.model");
const NAMES: &[u8] = include_bytes!("../data/names.lists");
const NOUNS: &[u8] = include_bytes!("../data/nouns.lists");
const CLUSTERS: &[u8] = include_bytes!("../data/words.clusters");

fn read(weights: &[u8], names: &[u8], nouns: &[u8], clusters: &[u8]) -> Result<Model, ModelError> {
    Model::read(weights, Lists::read(names, nouns, clusters)?)
}

#[test]
fn the_shipped_files_are_valid() {
    assert!(read(WEIGHTS, NAMES, NOUNS, CLUSTERS).is_ok());
    assert!(Model::shipped().is_some());
}

#[test]
fn damaged_files_are_detected() {
    let weighed = |weights: &[u8]| read(weights, NAMES, NOUNS, CLUSTERS).err();
    assert_eq!(weighed(b""), Some(ModelError::Foreign));
    assert_eq!(weighed(b"<!DOCTYPE html>"), Some(ModelError::Foreign));
    assert_eq!(read(WEIGHTS, NOUNS, NAMES, CLUSTERS).err(), Some(ModelError::Foreign));
    for length in [4, 5, 9, 17, 18, 1000, WEIGHTS.len() - 1] {
        assert_eq!(weighed(&WEIGHTS[..length]), Some(ModelError::Truncated), "{length} bytes");
        assert!(read(WEIGHTS, &NAMES[..length.min(NAMES.len() - 1)], NOUNS, CLUSTERS).is_err());
        assert!(read(WEIGHTS, NAMES, NOUNS, &CLUSTERS[..length.min(CLUSTERS.len() - 1)]).is_err());
    }
    let mut other = WEIGHTS.to_vec();
    other[4] = 200;
    assert_eq!(weighed(&other), Some(ModelError::Version { found: 200, expected: 2 }));
    for place in [18, 40_000, WEIGHTS.len() - 1] {
        let mut other = WEIGHTS.to_vec();
        other[place] ^= 1;
        assert_eq!(weighed(&other), Some(ModelError::Checksum), "byte {place}");
    }
    let mut longer = WEIGHTS.to_vec();
    longer.push(0);
    assert!(matches!(weighed(&longer), Some(ModelError::Content(_))));
}

#[test]
fn names_in_no_list_are_found() {
    let cases = [
        ("Danach zog die Familie nach Oberwindach.", "Oberwindach", EntityKind::Loc),
        ("Der Regisseur Henrik Malvenstedt lebt in Köln.", "Henrik Malvenstedt", EntityKind::Per),
        ("Geboren wurde Elvira Tannhofer in Wiesenthalbach.", "Elvira Tannhofer", EntityKind::Per),
        ("Geboren wurde Elvira Tannhofer in Wiesenthalbach.", "Wiesenthalbach", EntityKind::Loc),
        ("Er spielte später für den FC Brunnental und in Italien.", "FC Brunnental", EntityKind::Org),
        ("Die Gemeinde liegt zwischen Narvingen und Olmsdorf an der Bahn.", "Narvingen", EntityKind::Loc),
    ];
    for (text, name, kind) in cases {
        let found = recognise(text);
        let same = |m: &&zeitlupe_core::entity::Mention| m.span.of(text) == name && m.kind == kind && m.form == Form::Name;
        assert!(found.iter().any(|m| same(&m)), "{name} in {text}: {found:?}");
    }
    let tagged = |text: &str| recognise(text).into_iter().any(|m| m.why == Why::Model);
    assert!(cases.iter().any(|(text, ..)| tagged(text)), "the tagger has a share in it");
}

/// The names of `text` as `KIND name`, with their canonical names.
fn told(text: &str) -> Vec<String> {
    recognise(text).into_iter().filter(|m| m.form == Form::Name).map(|m| format!("{} {}", m.kind.code(), m.canonical)).collect()
}

#[test]
fn the_tagger_does_not_overrule_what_is_certain() {
    let cases: [(&str, &[&str]); 12] = [
        ("In Marias Haus brannte Licht. Lars’ Mutter kam.", &["PER Maria", "PER Lars"]),
        ("BERLIN – ANGELA MERKEL und OLAF SCHOLZ sprachen am Abend.", &["LOC Berlin", "PER Angela Merkel", "PER Olaf Scholz"]),
        ("Es kamen Alexander Graf von Schwerin und Anna von Österreich.", &["PER Alexander Graf von Schwerin", "PER Anna von Österreich"]),
        ("Der Bürgermeister von Molenbeek wehrte sich. Molenbeek ist klein.", &["LOC Molenbeek", "LOC Molenbeek"]),
        ("Zuständig ist das Bundesamt für Migration und Flüchtlinge.", &["ORG Bundesamt für Migration und Flüchtlinge"]),
        ("Es warnt das Bundesamt für Sicherheit in der Informationstechnik.", &["ORG Bundesamt für Sicherheit in der Informationstechnik"]),
        ("Sie sprach im Zweiten Deutschen Fernsehen.", &["ORG ZDF"]),
        ("Bei der Wahl verloren Grüne, Linke und FDP.", &["ORG Grüne", "ORG Die Linke", "ORG FDP"]),
        ("Die spd und die cdu verloren.", &["ORG SPD", "ORG CDU"]),
        ("Laden Sie unsere App im App Store oder bei Google Play.", &[]),
        ("Das Virus hat Erbgut in Form von RNA. Die RNA wirkt, die PCR auch.", &[]),
        ("Sie kam nach Mün\u{ad}chen und sprach mit Mer\u{ad}kel.", &["LOC München", "PER Angela Merkel"]),
    ];
    for (text, expected) in cases {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn programmes_and_products_are_no_persons() {
    for text in [
        "Der Impfstoff kommt über Covax. Covax verteilt die Dosen an ärmere Länder.",
        "Die Initiative Merivax hilft.",
        "Sie hofft auf Hilfe der Tolvax, der Impfinitiative. Tolvax hilft.",
        "Der Impfstoff Zabriva wirkt. Die Rakete Askura flog.",
    ] {
        assert!(!told(text).iter().any(|name| name.starts_with("PER")), "{text}: {:?}", told(text));
    }
}

#[test]
fn a_person_that_only_the_tagger_found_is_remembered() {
    let text = "Das Drehbuch schrieb Runa Malvenstedt. Die Gäste kannten Malvenstedt nicht.";
    let persons: Vec<_> = recognise(text).into_iter().map(|m| (m.span.of(text).to_owned(), m.canonical)).collect();
    let full = "Runa Malvenstedt";
    assert_eq!(persons, [(full.to_owned(), full.to_owned()), ("Malvenstedt".to_owned(), full.to_owned())]);
}

#[test]
fn mentions_never_overlap_in_any_text() {
    let model = Model::shipped();
    for text in
        ["", " ", "X", "A-", "-", "\u{ad}", "(", "„", "1. FC", "Peter\nMüller", "ÄÖÜ ẞ 🙂 Ω", "a.b.c. D.E.F. 1.2.3", "Xi. Xi Xi-Xi xi"]
    {
        let mentions = recognise_in(&Document::new(text), model);
        assert!(mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{text:?}");
        assert!(mentions.iter().all(|m| !m.span.of(text).is_empty() && !m.canonical.is_empty() && m.confidence <= 100));
    }
}
