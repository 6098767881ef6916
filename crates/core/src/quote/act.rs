//! Verbs of speech in a frame: who says something, and where in the sentence.

use super::agree::agrees;
use super::frame::{Frame, UnitKind};
use super::phrase::Phrases;
use crate::german::{Colour, SUBORDINATORS, SpeechForm, VerbForm, speech_forms};
use std::ops::Range;

/// Most segments between a verb and its prefix, or between an auxiliary and its participle.
const REACH: usize = 3;

const HAVING: &str = "hat haben habe hatte hatten hätte hätten";
const BECOMING: &str = "wird werden wurde wurden werde worden";
const MODALS: &str = "will wollen wollte wollten soll sollen sollte sollten kann können konnte konnten muss müssen musste mussten darf dürfen \
    würde würden wird werde könnte könnten möchte möchten";

/// Where the verb stands in its segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// First: `…, sagte Putin`.
    First,
    /// Second: `Putin sagte, …`.
    Second,
    /// Last, after a word such as `wie`: `wie Putin sagte`.
    Last,
}

/// Somebody says something.
#[derive(Clone, Debug)]
pub(super) struct Act {
    /// The finite verb or participle that names the kind of speech.
    pub verb: usize,
    /// Its segment.
    pub segment: usize,
    /// The segment in which the verb is complete: with its participle or prefix.
    pub last: usize,
    pub colour: Colour,
    pub place: Place,
    /// Whether the subject is what was said, not who said it.
    pub passive: bool,
    /// Who says it.
    pub subject: Option<Range<usize>>,
}

/// The verbs of speech of a frame: the first of each segment.
pub(super) fn acts(phrases: &Phrases) -> Vec<Act> {
    let frame = phrases.frame;
    let mut out: Vec<Act> = Vec::new();
    for (segment, range) in frame.segments.iter().enumerate() {
        let found = range.clone().find_map(|at| verb(frame, segment, at));
        if let Some(found) = found.filter(|found| out.last().is_none_or(|before| before.verb != found.verb)) {
            out.push(complete(phrases, segment, found));
        }
    }
    out
}

/// A verb before its place and subject are known.
struct Found {
    verb: usize,
    /// The finite verb, which may be an auxiliary.
    finite: usize,
    last: usize,
    colour: Colour,
    passive: bool,
}

fn verb(frame: &Frame, segment: usize, at: usize) -> Option<Found> {
    if !frame.is_lower(at) || says_nothing(frame, segment, at) {
        return None;
    }
    let forms = speech_forms(frame.word(at));
    let separable = forms.iter().filter(|form| !form.prefix.is_empty());
    let whole = forms.iter().filter(|form| form.prefix.is_empty());
    separable.chain(whole).find_map(|form| read(frame, segment, at, form))
}

fn read(frame: &Frame, segment: usize, at: usize, form: &SpeechForm) -> Option<Found> {
    let range = &frame.segments[segment];
    let before = at.checked_sub(1).map_or("", |before| frame.word(before));
    let found = |finite, last, passive| Found { verb: at, finite, last, colour: form.colour, passive };
    let joined = form.prefix.is_empty() || before == form.prefix;
    let auxiliary = |few: &str| {
        let inside = range.clone().find(|&other| frame.units[other].is_one_of(few));
        inside.or_else(|| {
            let earlier = segment.checked_sub(1)?;
            let first = frame.segments[earlier.saturating_sub(REACH - 1)].start;
            let at = (first..range.start).rev().find(|&other| frame.units[other].is_one_of(few))?;
            (range.end == at + 1 || form.form == VerbForm::Participle).then_some(at)
        })
    };
    match form.form {
        VerbForm::Participle if joined => {
            if let Some(finite) = range.clone().find(|&other| frame.units[other].is_one_of(BECOMING)) {
                Some(found(finite, segment, true))
            } else {
                auxiliary(HAVING).map(|finite| found(finite, segment, false))
            }
        }
        VerbForm::Participle => None,
        VerbForm::Infinitive if before == "zu" || range.clone().any(|other| frame.units[other].is_one_of(MODALS)) => None,
        VerbForm::Finite if is_participle_too(frame, at) && range.clone().any(|other| other != at && is_auxiliary(frame, other)) => None,
        _ if joined => Some(found(at, segment, false)),
        _ => {
            let ends_with = |&number: &usize| {
                let end = frame.segments[number].end;
                end > at + 1 && frame.word(end - 1) == form.prefix
            };
            let last = (segment..frame.segments.len().min(segment + REACH)).find(ends_with)?;
            Some(found(at, last, false))
        }
    }
}

fn is_auxiliary(frame: &Frame, at: usize) -> bool {
    frame.units[at].is_one_of(HAVING) || frame.units[at].is_one_of(BECOMING)
}

/// `hieß es`, `das Fazit lautet: „…“`; not `hieß das Lokal „…“`.
fn says_nothing(frame: &Frame, segment: usize, at: usize) -> bool {
    let called = frame.units[at].is_one_of("heißt hieß heißen hießen geheißen");
    let reads = frame.units[at].is_one_of("lautet lautete lauteten");
    let shows = frame.word(at).starts_with("zeig") || frame.word(at).starts_with("gezeig");
    if shows && !(frame.word(at + 1) == "sich" || at > 0 && frame.word(at - 1) == "sich") {
        return true;
    }
    let segment = frame.segments[segment].clone();
    let finds = frame.units[at].is_one_of("findet fand finden fanden");
    if finds && segment.clone().any(|at| frame.units[at].is_one_of("statt sich")) {
        return true;
    }
    let impersonal = segment.clone().any(|at| frame.word(at) == "es");
    called && !impersonal || reads && !is_colon(frame, at + 1)
}

fn is_participle_too(frame: &Frame, at: usize) -> bool {
    speech_forms(frame.word(at)).iter().any(|form| form.form == VerbForm::Participle)
}

/// Adds place and subject.
fn complete(phrases: &Phrases, segment: usize, found: Found) -> Act {
    let frame = phrases.frame;
    let own = frame.segment_of(found.finite);
    let mut range = frame.segments[own].clone();
    let interrupted = if found.finite == range.start { phrases.interrupted(own) } else { None };
    if let Some(first) = interrupted {
        range.start = frame.segments[first].start;
    }
    let (place, subject) = placed(phrases, &found, &range);
    let Found { verb, last, colour, passive, .. } = found;
    let mut act = Act { verb, segment: interrupted.unwrap_or(segment), last, colour, place, passive, subject };
    act.subject = source(phrases, &act, &found, &range).map(|subject| phrases.with_apposition(subject));
    let impersonal = |subject: &Range<usize>| subject.len() == 1 && matches!(frame.word(subject.start), "es" | "das" | "dies" | "man");
    if act.subject.as_ref().is_some_and(impersonal) {
        name_document(phrases, &mut act, &found, &range);
    }
    act
}

/// Where the verb of a clause stands, and what its subject is. The clause is `range`.
fn placed(phrases: &Phrases, found: &Found, range: &Range<usize>) -> (Place, Option<Range<usize>>) {
    let frame = phrases.frame;
    let Found { verb, finite, .. } = *found;
    let (own, end) = (frame.segment_of(finite), frame.segments[found.last].end);
    let opener = frame.word(range.start);
    let subordinate = range.start > 0 || opener == "wie" || SUBORDINATORS.contains(opener);
    let quoted = finite > range.start && frame.units[finite - 1].quote().is_some() && phrases.is_statement(finite - 1);
    let second = finite == range.start + 1 && range.start > 0 && matches!(opener, "so" | "und" | "aber" | "sowie");
    let relative = phrases.relative(range.start);
    let last = finite > range.start + 1 || relative.is_some();
    if subordinate && finite + 1 >= range.end && last && phrases.opens_clause(range.start) {
        (Place::Last, relative.or_else(|| phrases.after(range.start + 1, verb)))
    } else if quoted {
        (Place::First, phrases.after(finite + 1, end))
    } else if finite > range.start + 1 && frame.units[finite - 1].is_one_of("und sowie aber") {
        (Place::Second, phrases.shared(own))
    } else if finite == range.start || second {
        let after = if second && opener != "so" { None } else { phrases.after(finite + 1, end) };
        let pronoun = after.as_ref().is_some_and(|after| after.start == finite + 1 && phrases.is_pronoun(after.start));
        let object = |front: &Range<usize>| after.is_some() && !agrees(phrases, front.clone(), finite);
        let front = phrases.front(own).filter(|front| !pronoun && !object(front));
        let inverted = front.is_none() && after.is_some() && !(pronoun && phrases.is_fronted(own));
        (if inverted { Place::First } else { Place::Second }, front.or(after).or_else(|| phrases.shared(own)))
    } else {
        let to = if verb > finite { verb } else { range.end };
        let apposition = if range.start > 0 { phrases.with_front(range.start) } else { None };
        let subject = apposition.or_else(|| phrases.subject(range.start, finite, to));
        let far = subject.as_ref().is_none_or(|subject| subject.start > finite + 1);
        (Place::Second, if matches!(opener, "und" | "aber") && far { phrases.shared(own) } else { subject })
    }
}

/// Who speaks, given the subject of the clause.
fn source(phrases: &Phrases, act: &Act, found: &Found, range: &Range<usize>) -> Option<Range<usize>> {
    let frame = phrases.frame;
    let end = frame.segments[act.last].end;
    let verb = frame.word(act.verb);
    let cites = verb.contains("zitier");
    let subject = match act.passive {
        true if !cites => phrases.agent(range.start, end),
        false if cites => phrases.quoted_person(found.finite + 1..range.end).or(act.subject.clone()),
        _ => act.subject.clone(),
    };
    let from =
        || matches!(frame.word(range.start), "aus" | "in" | "im").then(|| phrases.document_named(range.start, found.finite)).flatten();
    let emerges = !act.passive && matches!(verb, "hervorgeht" | "hervorging" | "geht" | "ging");
    subject.or_else(from).or_else(|| if emerges { phrases.document_named(range.start, end) } else { None })
}

/// Puts the document for `es` in `heißt es in der Erklärung`.
fn name_document(phrases: &Phrases, act: &mut Act, found: &Found, range: &Range<usize>) {
    let frame = phrases.frame;
    let fronted = range.start > 0 && found.finite == range.start && phrases.is_fronted(frame.segment_of(found.finite));
    let within = phrases.document_named(range.start, frame.segments[act.last].end);
    let place = within.or_else(|| if fronted { phrases.document_named(0, range.start) } else { None });
    if fronted && place.is_some() {
        act.place = Place::Second;
    }
    let man = act.subject.as_ref().is_some_and(|subject| frame.word(subject.start) == "man");
    if !man || place.is_some() {
        act.subject = place;
    }
}

/// Whether a unit is a colon.
pub(super) fn is_colon(frame: &Frame, at: usize) -> bool {
    frame.get(at).is_some_and(|unit| unit.kind == UnitKind::Mark && unit.text == ":")
}
