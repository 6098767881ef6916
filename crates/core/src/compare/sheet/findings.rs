//! What strikes in a comparison: facts by rule, no judgement.

use super::row::{Finding, Row, Topic};
use super::who::named;
use crate::compare::Comparison;
use crate::compare::source::Source;
use crate::entity::{Entity, EntityKind};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Least share, in percent, that strikes.
const SHARE: u32 = 20;
/// Fewest mentions of somebody who is never quoted.
const MENTIONS: u32 = 5;

/// The findings, at most one of each kind.
pub(super) fn findings(sources: &[Source], entities: &[Entity], found: &Comparison, rows: &[Row]) -> Vec<Finding> {
    [share(found), wording(sources, rows), apart(found), unheard(sources, entities, found)].into_iter().flatten().collect()
}

fn share(found: &Comparison) -> Option<Finding> {
    let percent = |report: &crate::compare::Report| (report.shared * 100 + report.words / 2).checked_div(report.words).unwrap_or(0);
    let (n, report) = (0..).zip(&found.reports).max_by_key(|(n, report)| (percent(report), Reverse(*n)))?;
    let mut with: Vec<u32> = (0..).zip(&report.with).filter(|(_, words)| **words > 0).map(|(other, _)| other).collect();
    with.sort_by_key(|other| Reverse(report.with[*other as usize]));
    (percent(report) >= SHARE).then(|| Finding::Share { report: n, percent: percent(report), with })
}

/// The changed word of the longest passages: the first row about wording of single words.
fn wording(sources: &[Source], rows: &[Row]) -> Option<Finding> {
    let is_word = |row: &&Row| matches!(&row.topic, Topic::Wording(words) if words.iter().all(|word| !word.contains(char::is_whitespace)));
    let row = rows.iter().find(is_word)?;
    let words = (0..).zip(&row.cells).filter_map(|(report, cell)| {
        let entry = cell.first()?;
        Some((report, entry.span.of(&sources[report as usize].document.article.text).to_owned()))
    });
    Some(Finding::Wording { key: row.key.clone(), words: words.collect() })
}

fn apart(found: &Comparison) -> Option<Finding> {
    let mut apart = (0..).zip(&found.reports).filter(|(_, report)| report.shared == 0).map(|(n, _)| n);
    let first = apart.next().filter(|_| !found.passages.is_empty())?;
    apart.next().is_none().then_some(Finding::Apart(first))
}

fn unheard(sources: &[Source], entities: &[Entity], found: &Comparison) -> Option<Finding> {
    let mut mentions: BTreeMap<u32, u32> = BTreeMap::new();
    for (id, entry) in sources.iter().flat_map(|source| named(source, entities, EntityKind::Per)) {
        *mentions.entry(id).or_insert(0) += entry.count;
    }
    let is_heard = |id: u32| found.voices.iter().any(|voice| voice.entity.is_some_and(|own| own.0 == id));
    let silent = mentions.into_iter().filter(|(id, count)| *count >= MENTIONS && !is_heard(*id));
    let (id, mentions) = silent.max_by_key(|(id, count)| (*count, Reverse(*id)))?;
    Some(Finding::Unheard { name: entities.get(id as usize)?.name.clone(), mentions })
}
