//! Who is named, and who speaks.

use super::around::words;
use super::row::{Entry, Row, Topic};
use crate::compare::facts::Voice;
use crate::compare::source::Source;
use crate::entity::{Entity, EntityKind, Form};
use crate::german::is_determiner;
use crate::quote::QuoteKind;
use crate::text::fold;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Most persons of a cell, and most other names.
const PERSONS: usize = 12;
const NAMES: usize = 6;

/// The rows about names and speakers.
pub(super) fn rows(sources: &[Source], entities: &[Entity], voices: &[Voice]) -> Vec<Row> {
    let lists = |kind: EntityKind, most: usize| -> Vec<Vec<Entry>> {
        let named = |source: &Source| named(source, entities, kind).into_iter().map(|(_, entry)| entry).take(most).collect();
        sources.iter().map(named).collect()
    };
    let direct = speakers(sources, voices, true);
    let mut reported = speakers(sources, voices, false);
    for (cell, direct) in reported.iter_mut().zip(&direct) {
        cell.retain(|entry| entry.name.is_some() && !direct.iter().any(|other| other.name == entry.name));
    }
    let unheard = |(report, source): (u32, &Source)| -> Vec<Entry> {
        let is_heard = |id: u32| voices.iter().any(|voice| voice.place.report == report && voice.entity.is_some_and(|own| own.0 == id));
        let silent = named(source, entities, EntityKind::Per).into_iter().filter(|(id, _)| !is_heard(*id));
        silent.map(|(_, entry)| entry).take(PERSONS).collect()
    };
    let rows = [
        Row::new(Topic::Persons, None, lists(EntityKind::Per, PERSONS)),
        Row::new(Topic::Voices, None, direct),
        Row::new(Topic::Reported, None, reported),
        Row::new(Topic::Unheard, None, (0..).zip(sources).map(unheard).collect()),
        Row::new(Topic::Places, None, lists(EntityKind::Loc, NAMES)),
        Row::new(Topic::Bodies, None, lists(EntityKind::Org, NAMES)),
    ];
    rows.into_iter().filter(|row| !row.is_empty()).collect()
}

/// The entities of a kind that a report names, with their mentions, the most frequent first.
pub(super) fn named(source: &Source, entities: &[Entity], kind: EntityKind) -> Vec<(u32, Entry)> {
    let mut found: BTreeMap<u32, Entry> = BTreeMap::new();
    for name in source.document.names.iter().filter(|name| name.form == Form::Name) {
        let Some(entity) = entities.get(name.entity.0 as usize).filter(|entity| entity.kind == kind) else { continue };
        let first = || Entry { name: Some(entity.name.clone()), ..Entry::new(name.span, name.span) };
        found.entry(name.entity.0).or_insert_with(first).count += 1;
    }
    let mut out: Vec<(u32, Entry)> = found.into_iter().collect();
    crate::order::sort_by_key(&mut out, |(_, entry)| (Reverse(entry.count), entry.span.start));
    out
}

/// A speaker without the article before it, and in small letters: `der Erklärung` and `Erklärung` are one.
fn plain(speaker: &str) -> String {
    let bare = speaker.split_once(' ').filter(|(first, _)| is_determiner(first)).map_or(speaker, |(_, rest)| rest);
    fold(bare)
}

/// For each report who is quoted, word for word or not, with the number of words, most words first. Those of whom it is unclear have no name.
fn speakers(sources: &[Source], voices: &[Voice], direct: bool) -> Vec<Vec<Entry>> {
    let of_report = |(report, source): (u32, &Source)| {
        let text = source.document.article.text.as_str();
        let mut found: BTreeMap<Option<String>, Entry> = BTreeMap::new();
        let own = voices.iter().filter(|voice| voice.place.report == report && (voice.kind == QuoteKind::Direct) == direct);
        for voice in own {
            let place = voice.place.span;
            let first = || Entry { name: voice.speaker.clone(), ..Entry::new(place, place) };
            found.entry(voice.speaker.as_deref().map(plain)).or_insert_with(first).count += words(text, place).len() as u32;
        }
        let mut out: Vec<Entry> = found.into_values().collect();
        crate::order::sort_by_key(&mut out, |entry| (entry.name.is_none(), Reverse(entry.count), entry.span.start));
        out.truncate(PERSONS);
        out
    };
    (0..).zip(sources).map(of_report).collect()
}
