//! Rows about quotations: the same one in several reports, and those of a single one.

use super::around::{beginning, stems, words};
use super::differences::differences;
use super::row::{Entry, Row, Status, Topic, alone};
use crate::compare::Comparison;
use crate::compare::facts::Voice;
use crate::compare::probable::Probable;
use crate::compare::shares::Version;
use crate::compare::source::Source;
use crate::quote::QuoteKind;
use crate::reuse::{Passage, SharedPassages};
use crate::text::Span;
use std::collections::BTreeSet;

/// Most rows about a quotation.
const ROWS: usize = 12;
/// Fewest words with a meaning of their own that two versions of a quotation have in common, outside shared passages.
const SHARED: usize = 2;
/// Words of a quotation that stand for it.
const FIRST: usize = 5;
/// Fewest words of a quotation that is listed where no other report has it: fewer are somebody's word for something.
const LEAST: usize = 3;

/// The rows about what is quoted word for word.
pub(super) fn rows(sources: &[Source], found: &Comparison) -> Vec<Row> {
    let quoted: Vec<&Voice> = found.voices.iter().filter(|voice| voice.kind == QuoteKind::Direct).collect();
    let text = |voice: &Voice| sources[voice.place.report as usize].document.article.text.as_str();
    let content: Vec<BTreeSet<String>> = quoted.iter().map(|voice| stems(text(voice), voice.place.span)).collect();
    let mut taken = vec![false; quoted.len()];
    let (mut out, mut cells) = (Vec::new(), vec![Vec::new(); sources.len()]);
    for n in 0..quoted.len() {
        if std::mem::replace(&mut taken[n], true) {
            continue;
        }
        let mut versions = vec![n];
        for other in n + 1..quoted.len() {
            let is_new = !taken[other] && versions.iter().all(|version| quoted[*version].place.report != quoted[other].place.report);
            let is_version = |version: &usize| {
                is_aligned(&found.pairs, quoted[*version], quoted[other]) || is_alike(&content[*version], &content[other])
            };
            if is_new && versions.iter().any(is_version) {
                taken[other] = true;
                versions.push(other);
            }
        }
        let versions: Vec<&Voice> = versions.into_iter().map(|version| quoted[version]).collect();
        match &versions[..] {
            [voice] if words(text(voice), voice.place.span).len() < LEAST => (),
            [voice] => cells[voice.place.report as usize].push(entry(sources, voice)),
            _ if out.len() < ROWS => out.push(row(sources, &versions)),
            _ => (),
        }
    }
    out.extend(alone(Topic::OtherQuotations, cells));
    out
}

fn entry(sources: &[Source], voice: &Voice) -> Entry {
    let span = voice.place.span;
    let text = sources[voice.place.report as usize].document.article.text.as_str();
    Entry { name: voice.speaker.clone(), count: words(text, span).len() as u32, ..Entry::new(span, beginning(text, span)) }
}

/// A row for the versions of one quotation; what differs from the first is marked, and what the first has and others do not.
fn row(sources: &[Source], versions: &[&Voice]) -> Row {
    let text = |voice: &Voice| sources[voice.place.report as usize].document.article.text.as_str();
    let mut entries: Vec<Entry> = versions.iter().map(|voice| entry(sources, voice)).collect();
    let first = (text(versions[0]), versions[0].place.span);
    for n in 1..versions.len() {
        let [gone, new] = differences(first, (text(versions[n]), versions[n].place.span));
        entries[0].marks.extend(gone);
        entries[n].marks = new;
    }
    entries[0].marks.sort_unstable();
    entries[0].marks.dedup();
    let status = if entries.iter().all(|entry| entry.marks.is_empty()) { Status::Same } else { Status::Differs };
    let beginning: Vec<(Span, String)> = words(first.0, first.1).into_iter().take(FIRST).collect();
    let beginning = beginning.last().map_or(first.1, |(last, _)| Span { start: first.1.start, end: last.end });
    let speaker = versions.iter().find_map(|voice| voice.speaker.clone());
    let mut cells = vec![Vec::new(); sources.len()];
    for (voice, entry) in versions.iter().zip(entries) {
        cells[voice.place.report as usize].push(entry);
    }
    Row::new(Topic::Quotation(speaker, beginning.of(first.0).to_owned()), Some(status), cells)
}

/// The rows about statements that are probably the same in other words: each once for all reports, without those that `quotations`, the rows about
/// quotations, compare already.
pub(super) fn statements(sources: &[Source], found: &[Probable], quotations: &[Row]) -> Vec<Row> {
    let overlap = |a: &Version, b: &Version| a.report == b.report && a.span.overlaps(b.span);
    let mut all: Vec<Vec<Version>> = Vec::new();
    for pair in found.iter().map(|probable| [probable.a, probable.b]) {
        let known = all.iter_mut().find(|versions| versions.iter().any(|version| pair.iter().any(|new| overlap(version, new))));
        match known {
            Some(versions) => {
                let is_new = |new: &Version| versions.iter().all(|version| version.report != new.report);
                let new: Vec<Version> = pair.into_iter().filter(is_new).collect();
                versions.extend(new);
            }
            None => all.push(pair.into()),
        }
    }
    let is_quoted = |versions: &[Version]| {
        quotations.iter().filter(|row| matches!(row.topic, Topic::Quotation(..))).any(|row| {
            let has = |version: &&Version| row.cells[version.report as usize].iter().any(|entry| entry.span.overlaps(version.span));
            versions.iter().filter(has).count() == versions.len()
        })
    };
    let row = |mut versions: Vec<Version>| {
        versions.sort_by_key(|version| version.report);
        let text = |version: &Version| sources[version.report as usize].document.article.text.as_str();
        let mut cells = vec![Vec::new(); sources.len()];
        for version in &versions {
            cells[version.report as usize].push(Entry::new(version.span, beginning(text(version), version.span)));
        }
        let first = versions.first().map(|version| {
            let last = words(text(version), version.span).into_iter().take(FIRST).next_back();
            let end = last.map_or(version.span.end, |(last, _)| last.end);
            Span { start: version.span.start, end }.of(text(version)).to_owned()
        });
        Row::new(Topic::Statement(first.unwrap_or_default()), Some(Status::Differs), cells)
    };
    all.into_iter().filter(|versions| !is_quoted(versions)).take(ROWS).map(row).collect()
}

/// Whether two quotations stand at the same place of a passage that their reports share.
fn is_aligned(pairs: &[SharedPassages], one: &Voice, other: &Voice) -> bool {
    let (a, b) = (one.place, other.place);
    let meets = |passage: &Passage| passage.pieces.iter().any(|piece| piece.a.overlaps(a.span) && piece.b.overlaps(b.span));
    let turned = |passage: &Passage| passage.pieces.iter().any(|piece| piece.a.overlaps(b.span) && piece.b.overlaps(a.span));
    pairs.iter().any(|pair| match (pair.a, pair.b) {
        ends if ends == (a.report, b.report) => pair.passages.iter().any(meets),
        ends if ends == (b.report, a.report) => pair.passages.iter().any(turned),
        _ => false,
    })
}

/// Whether the words of two quotations are mostly the same.
fn is_alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let shared = a.intersection(b).count();
    shared >= SHARED && shared * 3 >= a.len().min(b.len()) * 2
}
