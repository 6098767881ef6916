//! What a group has in common, and what it is called.

use super::profile::stem_of;
use super::record::{Title, Why};
use crate::day::Day;
use crate::entity::{Entity, EntityKind, Form};
use crate::search::plain_words;
use crate::text::tokens;
use crate::view::{AnalysedArticle, MarkedName};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Most names and words given as reasons.
const NAMES: usize = 6;
const WORDS: usize = 6;
/// Most names in a title.
const TITLE: usize = 2;
/// Most days between an event and its report, or a report and an event that it announces.
const NEAR: i32 = 3;
/// Bytes at the beginning of an article in which the place of the event is named.
const BEGINNING: u32 = 2000;

/// What these articles have in common; `stems` are those of common words, the rarest first.
pub(super) fn why(members: &[&AnalysedArticle], entities: &[Entity], stems: &[u64]) -> Why {
    let mut names: Vec<(usize, u32)> = Vec::new();
    for (id, counts) in counted(members, |_| true) {
        if counts.len() == members.len() {
            names.push((counts.iter().sum(), id));
        }
    }
    names.sort_by_key(|&(count, id)| (Reverse(count), id));
    names.truncate(NAMES);
    let is_name =
        |word: &str| members.iter().any(|member| member.names.iter().any(|name| name.span.of(&member.article.text).contains(word)));
    let words = written(members, stems).into_iter().filter(|word| !is_name(word)).take(WORDS).collect();
    Why { names: names.into_iter().filter_map(|(_, id)| name(entities, id)).collect(), words, day: day(members) }
}

/// A title for these articles.
pub(super) fn title(members: &[&AnalysedArticle], entities: &[Entity], day: Option<Day>) -> Title {
    let most = |kinds: &[EntityKind]| {
        let mut named: Vec<(usize, usize, u32)> = Vec::new();
        for (id, counts) in counted(members, |name| kinds.contains(&name.kind)) {
            // What half of them do not name is not what the event is about.
            if counts.len() * 2 > members.len() {
                // By its rank in each article, so that a long one does not decide.
                named.push((counts.len(), counts.iter().sum(), id));
            }
        }
        named.sort_by_key(|&(articles, count, id)| (Reverse(articles), Reverse(count), id));
        named.into_iter().filter_map(|(.., id)| name(entities, id)).take(TITLE).collect::<Vec<_>>()
    };
    let persons = most(&[EntityKind::Per]);
    let named = if persons.is_empty() { most(&[EntityKind::Org, EntityKind::Evt]) } else { persons };
    Title { place: place(members, entities), day, named }
}

/// The name of an entity.
fn name(entities: &[Entity], id: u32) -> Option<String> {
    entities.get(id as usize).map(|entity| entity.name.clone()).filter(|name| !name.is_empty())
}

/// For each entity named in these articles the number of mentions in each that names it.
fn counted(members: &[&AnalysedArticle], wanted: impl Fn(&MarkedName) -> bool) -> BTreeMap<u32, Vec<usize>> {
    let mut out: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for member in members {
        let mut own: BTreeMap<u32, usize> = BTreeMap::new();
        for name in member.names.iter().filter(|name| name.form == Form::Name && wanted(name)) {
            *own.entry(name.entity.0).or_default() += 1;
        }
        for (id, count) in own {
            out.entry(id).or_default().push(count);
        }
    }
    out
}

/// The place in which most of the articles say, near their beginning, that something is: `in Peking`.
fn place(members: &[&AnalysedArticle], entities: &[Entity]) -> Option<String> {
    let is_in = |member: &AnalysedArticle, name: &MarkedName| {
        let before = member.article.text.get(..name.span.start as usize).unwrap_or_default();
        let word = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        name.kind == EntityKind::Loc && name.form == Form::Name && name.span.start < BEGINNING && matches!(word, "in" | "In")
    };
    let mut places: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for member in members {
        let mut own: BTreeMap<u32, usize> = BTreeMap::new();
        for name in member.names.iter().filter(|name| is_in(member, name)) {
            *own.entry(name.entity.0).or_default() += 1;
        }
        for (id, count) in own {
            let entry = places.entry(id).or_default();
            *entry = (entry.0 + 1, entry.1 + count);
        }
    }
    let best = places.into_iter().filter(|(id, (articles, _))| articles * 2 > members.len() && name(entities, *id).is_some());
    best.max_by_key(|&(id, (articles, count))| (articles, count, Reverse(id))).and_then(|(id, _)| name(entities, id))
}

/// The day near their publication that most of the articles name; at least two, and more than name any other.
fn day(members: &[&AnalysedArticle]) -> Option<Day> {
    let mut days: BTreeMap<Day, (usize, usize)> = BTreeMap::new();
    for member in members {
        let Some(date) = &member.article.meta.date else { continue };
        let mut own: BTreeMap<Day, usize> = BTreeMap::new();
        for day in member.times.iter().filter(|time| time.earliest == time.latest).filter_map(|time| time.earliest) {
            if date.earliest.0 - NEAR <= day.0 && day.0 <= date.latest.0 + NEAR {
                *own.entry(day).or_default() += 1;
            }
        }
        for (day, count) in own {
            let entry = days.entry(day).or_default();
            *entry = (entry.0 + 1, entry.1 + count);
        }
    }
    days.into_iter()
        .filter(|(_, (articles, _))| *articles > 1)
        .max_by_key(|&(day, (articles, count))| (articles, count, day))
        .map(|(day, _)| day)
}

/// The most frequent written form of each stem in these articles.
fn written(members: &[&AnalysedArticle], stems: &[u64]) -> Vec<String> {
    let mut forms: BTreeMap<u64, BTreeMap<&str, usize>> = stems.iter().map(|&stem| (stem, BTreeMap::new())).collect();
    for member in members {
        let text = member.article.text.as_str();
        for word in plain_words(text, &tokens(text)).into_iter().map(|span| span.of(text)) {
            if let Some(forms) = stem_of(word).and_then(|stem| forms.get_mut(&stem)) {
                *forms.entry(word).or_default() += 1;
            }
        }
    }
    let best = |stem: &u64| forms[stem].iter().max_by_key(|&(word, count)| (count, Reverse(word))).map(|(word, _)| (*word).to_owned());
    stems.iter().filter_map(best).collect()
}
