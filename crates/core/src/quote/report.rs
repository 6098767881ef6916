//! Reported speech in one frame: what is said, and by whom.

use super::act::{Act, Place, acts, is_colon};
use super::frame::{Frame, Unit, UnitKind};
use super::phrase::Phrases;
use crate::german::{Colour, REPORTED, REPORTED_TOO, is_noun_of_speech, takes_content};
use std::ops::Range;

/// Words that begin a clause of content.
const OPENERS: &str = "dass daß ob wie was wann warum weshalb wer wo wohin woher welche welcher welches wieso inwieweit";
/// Words after which another statement begins.
const TURNS: &str = "aber doch allerdings jedoch während wohingegen";
/// Most segments between a verb of speech and its content.
const REACH: usize = 4;

/// A stretch of reported speech in a frame.
#[derive(Clone, Debug)]
pub(super) struct Report {
    pub units: Range<usize>,
    /// The words that name the source.
    pub source: Option<Range<usize>>,
    pub verb: Option<(usize, Colour)>,
}

/// What a frame says about speech.
pub(super) struct Reading {
    pub acts: Vec<Act>,
    pub reports: Vec<Report>,
    /// Where words such as `laut` name a source, and the source.
    pub sources: Vec<(usize, Range<usize>)>,
    /// Whether its own finite verb is in the first subjunctive.
    pub subjunctive: bool,
}

/// Reads a frame.
pub(super) fn read(phrases: &Phrases) -> Reading {
    let frame = phrases.frame;
    let acts = acts(phrases);
    let mut reports: Vec<Report> = Vec::new();
    for (number, act) in acts.iter().enumerate() {
        let covered = reports.iter().any(|report| report.units.contains(&act.verb));
        if let Some(units) = content(phrases, &acts, number).filter(|_| !covered) {
            reports.push(Report { units, source: act.subject.clone(), verb: Some((act.verb, act.colour)) });
        }
    }
    let sources: Vec<_> = (0..frame.units.len()).filter_map(|at| Some((at, source_at(phrases, at)?))).collect();
    if reports.is_empty() {
        reports.extend(attributed(phrases, &acts, &sources));
    }
    if reports.is_empty() {
        reports.extend(of_noun(phrases));
    }
    let subjunctive = is_subjunctive(frame, 0..frame.units.len());
    Reading { acts, reports, sources, subjunctive }
}

/// Whether one of these units is a form of the first subjunctive that stands where a verb can stand.
pub(super) fn is_subjunctive(frame: &Frame, units: Range<usize>) -> bool {
    units.into_iter().any(|at| is_reported_verb(frame, at))
}

fn is_reported_verb(frame: &Frame, at: usize) -> bool {
    let unit = &frame.units[at];
    let next = frame.word(at + 1);
    let before = at.checked_sub(1).map_or("", |before| frame.word(before));
    let fixed = (unit.lower == "sei" && matches!(next, "denn" | "dank")) || (unit.lower == "wolle" && before == "was");
    unit.is_in(&REPORTED) && !unit.capital && !fixed
}

fn is_reported_too(frame: &Frame, units: Range<usize>) -> bool {
    frame.units[units].iter().any(|unit| unit.is_in(&REPORTED_TOO) && !unit.capital)
}

/// What an act says, outside of quotations that stand alone.
fn content(phrases: &Phrases, acts: &[Act], number: usize) -> Option<Range<usize>> {
    let frame = phrases.frame;
    let act = &acts[number];
    match act.place {
        Place::First => preceding(phrases, act),
        Place::Last if frame.word(frame.segments[act.segment].start) == "wie" => {
            if act.segment == 0 {
                let from = frame.segments.get(act.last + 1)?.start;
                Some(from..limit(phrases, acts, act.last + 1, Some(number)))
            } else {
                preceding(phrases, act)
            }
        }
        _ => following(phrases, acts, number),
    }
    .filter(|units| frame.units[units.clone()].iter().any(Unit::is_word))
}

/// The content before `, sagte X`, with what continues after it.
fn preceding(phrases: &Phrases, act: &Act) -> Option<Range<usize>> {
    let frame = phrases.frame;
    let verb = &frame.segments[act.segment];
    let before = act.segment.checked_sub(1)?;
    let start = (0..act.segment).rev().find(|&at| at == 0 || is_colon(frame, frame.segments[at].start - 1)).unwrap_or(0);
    let units = frame.segments[start].start..frame.segments[before].end;
    let end = act.subject.as_ref().map_or(verb.end, |subject| subject.end.max(verb.end));
    let rest = end + 1..frame.content_end();
    let alone = |units: Range<usize>| frame.units[units].iter().all(|unit| !unit.is_word());
    if alone(units.clone()) {
        return None;
    }
    let turn = frame.get(rest.start).is_none_or(|unit| unit.is_one_of(TURNS) || unit.is_one_of("und weiter zudem"));
    let goes_on = rest.len() > 3 && !turn && !alone(rest.clone()) && !phrases.has_colon(rest.clone());
    Some(if goes_on { units.start..rest.end } else { units })
}

/// The content after `X sagte, …`.
fn following(phrases: &Phrases, acts: &[Act], number: usize) -> Option<Range<usize>> {
    let frame = phrases.frame;
    let act = &acts[number];
    let mut last = act.last;
    if let Some(subject) = &act.subject {
        last = last.max(frame.segment_of(subject.end - 1));
    }
    for segment in last + 1..frame.segments.len().min(last + 1 + REACH) {
        let range = frame.segments[segment].clone();
        if is_colon(frame, range.start - 1) {
            let other = frame.units[range.start].quote().is_some() || acts.iter().any(|act| act.segment >= segment);
            return (!other).then(|| range.start..limit(phrases, acts, segment, Some(number)));
        }
        if is_content(phrases, act, segment) {
            return Some(range.start..limit(phrases, acts, segment, Some(number)));
        }
        // "Er traf den Jungen, der sagte, das sei gut."
        let other = |other: &Act| other.segment == segment && other.verb != act.verb && !other.passive;
        let speaks = phrases.relative(range.start).is_some() && acts.iter().any(other);
        let passes = !speaks && (phrases.opens_clause(range.start) || !phrases.has_verb(segment)) || act.last >= segment;
        if !passes {
            break;
        }
    }
    None
}

/// Whether a segment can be what an act says.
fn is_content(phrases: &Phrases, act: &Act, segment: usize) -> bool {
    let frame = phrases.frame;
    let range = frame.segments[segment].clone();
    let first = &frame.units[range.start];
    if first.is_one_of("dass daß ob") || (first.is_one_of(OPENERS) && !first.is_one_of("wie wo") && phrases.relative(range.start).is_none())
    {
        return true;
    }
    if is_infinitive(frame, range.clone()) {
        return !first.is_one_of("um ohne statt anstatt");
    }
    let relative = phrases.opens_clause(range.start);
    if is_subjunctive(frame, range.clone()) || is_reported_too(frame, range.clone()) {
        let article = has_article(frame, range.start);
        return !relative
            || article
            || !matches!(frame.word(range.end - 1), word if REPORTED.contains(word) || REPORTED_TOO.contains(word));
    }
    let says = matches!(act.colour, Colour::Neutral | Colour::Stresses | Colour::Claims | Colour::Admits | Colour::Thinks | Colour::Warns);
    let turned = first.is_one_of(TURNS) || first.is_one_of("und so wie um wenn weil da nachdem als bevor wobei sondern wodurch");
    says && !relative
        && !turned
        && range.len() > 2
        && act.place == Place::Second
        && act.verb + 1 == range.start.saturating_sub(1)
        && phrases.has_verb(segment)
}

/// Whether an article and its noun begin at the unit, so that it is no relative pronoun.
fn has_article(frame: &Frame, at: usize) -> bool {
    frame.get(at).is_some_and(|unit| unit.is_one_of("der die das")) && frame.get(at + 1).is_some_and(Unit::is_capital)
}

/// `…, nach Moskau zu reisen`, `…, die Lage auszunutzen`.
pub(super) fn is_infinitive(frame: &Frame, units: Range<usize>) -> bool {
    let end = units.end;
    units.rev().take(4).any(|at| {
        let word = frame.word(at);
        let infinitive = word.ends_with("en") || word.ends_with("ern") || word.ends_with("eln") || matches!(word, "sein" | "tun");
        let before = at.checked_sub(1).map_or("", |before| frame.word(before));
        let inside = word.find("zu").is_some_and(|zu| zu > 1 && word.len() > zu + 4);
        infinitive && !frame.units[at].capital && (before == "zu" || inside) && at + 2 >= end
    })
}

/// Where the content that begins in `segment` ends: before another statement or attribution.
fn limit(phrases: &Phrases, acts: &[Act], segment: usize, by: Option<usize>) -> usize {
    let frame = phrases.frame;
    for at in segment + 1..frame.segments.len() {
        let range = &frame.segments[at];
        let cut = &frame.units[range.start - 1];
        let first = &frame.units[range.start];
        let other =
            acts.iter().enumerate().any(|(number, act)| Some(number) != by && act.segment == at && !is_subjunctive(frame, range.clone()));
        let turns = first.is_one_of(TURNS) && !is_subjunctive(frame, range.clone()) && !is_reported_too(frame, range.clone());
        let ends = cut.text == ";" || turns || (other && !phrases.opens_clause(range.start));
        if ends {
            return frame.segments[at - 1].end;
        }
    }
    frame.content_end()
}

/// Content with a source but without a verb of speech: `laut X`, `nach Angaben von X`, `X zufolge`, `so X`, `demnach`.
fn attributed(phrases: &Phrases, acts: &[Act], sources: &[(usize, Range<usize>)]) -> Option<Report> {
    let frame = phrases.frame;
    sources.iter().cloned().find_map(|(at, source)| {
        let units = around(phrases, acts, at, &source);
        let long = frame.units[units.clone()].iter().filter(|unit| unit.is_word()).count() > 2;
        long.then_some(Report { units, source: Some(source), verb: None })
    })
}

/// The words that name the source, if an attribution begins at unit `at`.
fn source_at(phrases: &Phrases, at: usize) -> Option<Range<usize>> {
    let frame = phrases.frame;
    let segment = frame.segments.get(frame.segment_of(at)).filter(|segment| segment.contains(&at))?;
    let end = segment.end;
    match frame.word(at) {
        "laut" | "lt" => phrases.source(at, end).map(|source| phrases.with_apposition(source)),
        "nach" | "gemäß" | "entsprechend" => {
            let source = phrases.source(at, end)?;
            let noun = phrases.has_noun_of_speech(source.start..source.end.min(source.start + 4))?;
            let timed = frame.units[source.start..noun].iter().any(|unit| unit.is_one_of("einem einer"));
            (!timed || frame.word(noun).ends_with("bericht") || frame.word(noun).ends_with("umfrage")).then_some(source)
        }
        "zufolge" => {
            let from = (segment.start..at).rev().take(8).take_while(|&at| !frame.is_verb_like(at)).last()?;
            let start =
                (from..at).find(|&at| frame.units[at].is_capital() || frame.units[at].is_one_of("dem den der einem einer ihren seinen"))?;
            Some(start..at)
        }
        "so" if at == segment.start && at > 0 => phrases.so(at),
        "wonach" if at == segment.start && at > 0 => phrases.antecedent(at),
        "demnach" | "demzufolge" => Some(at..at + 1),
        word if is_noun_of_speech(word) && frame.word(at + 1) == "nach" => {
            let start = at.checked_sub(1).filter(|&before| frame.units[before].is_one_of("seiner ihrer deren dessen"))?;
            Some(start..at + 1)
        }
        _ => None,
    }
}

/// The clause around an attribution at unit `at`.
fn around(phrases: &Phrases, acts: &[Act], at: usize, source: &Range<usize>) -> Range<usize> {
    let frame = phrases.frame;
    let segment = frame.segment_of(at);
    if frame.word(at) == "wonach" {
        return at + 1..limit(phrases, acts, segment, None);
    }
    let turn = |number: &usize| {
        let start = frame.segments[*number].start;
        start > 0 && (is_colon(frame, start - 1) || frame.units[start - 1].text == ";" || frame.units[start].is_one_of(TURNS))
    };
    let first = (0..=segment).rev().find(turn).unwrap_or(0);
    let from = frame.segments[first].start;
    let end = limit(phrases, acts, segment, None).max(source.end);
    let lead = at.min(source.start);
    let skip = source.end.max(at + 1);
    if lead <= from + usize::from(frame.units[from].is_one_of("und aber doch denn auch")) {
        let start = if frame.word(skip) == "zufolge" || frame.word(skip) == "nach" { skip + 1 } else { skip };
        let start = if frame.get(start).is_some_and(|unit| unit.kind == UnitKind::Comma) { start + 1 } else { start };
        return start.min(end)..end;
    }
    let so = frame.word(at) == "so";
    if so && frame.content_end() <= skip + 1 {
        return from..frame.segments[segment.saturating_sub(1)].end.max(from);
    }
    from..end
}

/// Content after a noun: `die Forderung, dass …`.
fn of_noun(phrases: &Phrases) -> Option<Report> {
    let frame = phrases.frame;
    (1..frame.segments.len()).find_map(|segment| {
        let (before, range) = (frame.segments[segment - 1].clone(), frame.segments[segment].clone());
        let noun = before.clone().rev().take(6).find(|&at| takes_content(frame.word(at)))?;
        let first = &frame.units[range.start];
        let fits = first.is_one_of("dass daß")
            || is_infinitive(frame, range.clone()) && !first.is_one_of("um ohne statt")
            || (is_subjunctive(frame, range.clone()) && (has_article(frame, range.start) || !phrases.opens_clause(range.start)));
        let comma = frame.units[range.start - 1].kind == UnitKind::Comma;
        (fits && comma).then(|| {
            let belongs =
                noun + 1 < before.end && frame.units[noun + 1].is_one_of("des der eines einer seiner ihrer von vom seitens dieser");
            let genitive = belongs.then(|| phrases.source(noun, before.end)).flatten();
            let verb = before.clone().find(|&at| frame.is_verb_like(at)).or_else(|| phrases.verb_of(segment - 1));
            let subject = verb.and_then(|verb| phrases.before(before.start, verb).or_else(|| phrases.after(verb + 1, before.end)));
            let source = genitive.or(subject).filter(|source| !source.contains(&noun));
            Report { units: range.start..limit(phrases, &[], segment, None), source, verb: None }
        })
    })
}
