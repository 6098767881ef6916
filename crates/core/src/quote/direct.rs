//! Passages in quotation marks: who is quoted with them.

use super::act::{Act, Place, is_colon};
use super::frame::{Frame, UnitKind};
use super::phrase::Phrases;
use super::report::{Reading, is_infinitive};
use crate::german::{Colour, PREPOSITIONS};
use std::ops::Range;

/// Nouns before somebody's words.
const WORDS: &str = "worten ruf rufen parole parolen sprechchören slogan slogans spruch sprüche sprüchen aufschrift aufschriften";

/// How a passage is bound to the sentence around it.
#[derive(Clone, Debug)]
pub(super) struct Binding {
    pub source: Option<Range<usize>>,
    pub verb: Option<(usize, Colour)>,
    /// Whether the sentence presents it as somebody's words.
    pub sure: bool,
    /// Whether it stands where only words stand that are said: before `, sagte X` or after `X sagte:`.
    pub firm: bool,
    /// Whether the verb is a passive, so that the sentence need not name the source at all.
    pub passive: bool,
}

impl Binding {
    fn by(act: &Act, sure: bool) -> Self {
        Self { source: act.subject.clone(), verb: Some((act.verb, act.colour)), sure, firm: false, passive: act.passive }
    }

    fn sure(source: Option<Range<usize>>) -> Self {
        Self { source, verb: None, sure: true, firm: false, passive: false }
    }
}

/// Who is quoted with the passage at unit `at`, as far as its sentence says.
pub(super) fn binding(phrases: &Phrases, reading: &Reading, at: usize) -> Binding {
    let bound = bound(phrases, reading, at);
    let source = bound.source.clone().or_else(|| nearest(reading, at).cloned());
    Binding { source, ..bound }
}

fn bound(phrases: &Phrases, reading: &Reading, at: usize) -> Binding {
    let frame = phrases.frame;
    if let Some(act) = behind(frame, reading, at) {
        return Binding { firm: true, ..Binding::by(act, true) };
    }
    let so = [at + 1, at + 2].into_iter().find(|&next| frame.word(next) == "so");
    if let Some(source) = so.and_then(|so| phrases.so(so)) {
        return Binding { firm: true, ..Binding::sure(Some(source)) };
    }
    if at > 0 && is_colon(frame, at - 1) {
        return behind_colon(phrases, reading, at);
    }
    // "oder, wie Weber sich ausdrückte, „…“"
    let inserted = |act: &&Act| {
        let next = frame.segments.get(act.segment + 1);
        act.place == Place::Last && act.segment > 0 && is_wie(frame, act) && next.is_some_and(|next| next.start == at)
    };
    if let Some(act) = reading.acts.iter().find(inserted) {
        return Binding::by(act, true);
    }
    let holds = |units: &Range<usize>| units.contains(&at) || units.end == at || units.end + 1 == at;
    if let Some(report) = reading.reports.iter().find(|report| report.units.contains(&at) || report.verb.is_none() && holds(&report.units))
    {
        return match local(frame, reading, at) {
            Some(source) => Binding::sure(Some(source.clone())),
            None => Binding { verb: report.verb, ..Binding::sure(report.source.clone()) },
        };
    }
    within(phrases, reading, at)
}

/// The source that an attribution such as `laut` names: the last one before the passage, or the first one after it.
fn nearest(reading: &Reading, at: usize) -> Option<&Range<usize>> {
    let mut sources = reading.sources.iter().filter(|(_, source)| !source.contains(&at));
    let before = reading.sources.iter().rev().find(|(begin, source)| *begin < at && !source.contains(&at));
    before.or_else(|| sources.next()).map(|(_, source)| source)
}

/// The source that is named within the clause of the passage, before it: `er sagte, laut der Studie sei das „…“`.
fn local<'r>(frame: &Frame, reading: &'r Reading, at: usize) -> Option<&'r Range<usize>> {
    let segment = frame.segments.get(frame.segment_of(at))?;
    nearest(reading, at).filter(|source| segment.contains(&source.start) && source.end <= at)
}

/// Who is quoted with the passage after a colon.
fn behind_colon(phrases: &Phrases, reading: &Reading, at: usize) -> Binding {
    let frame = phrases.frame;
    let introduced = frame.segment_of(at).saturating_sub(1);
    let range = frame.segments[introduced].clone();
    let verbless = !phrases.has_verb(introduced);
    let earlier = || reading.acts.iter().rev().filter(|act| act.last <= introduced);
    let act = earlier().find(|act| !is_subordinate(phrases, act)).or_else(|| earlier().next());
    let subject = || if verbless { phrases.after(range.start, range.end) } else { phrases.shared(introduced) };
    let subject = || subject().filter(|subject| subject.len() > 1 || !matches!(frame.word(subject.start), "es" | "das" | "dies"));
    let place = range.clone().any(|at| is_written(frame, at)).then(|| phrases.document_named(range.start, range.end)).flatten();
    let comes = range.clone().any(|at| frame.units[at].is_one_of("kam kommt kamen kommen"));
    let from = comes.then(|| phrases.after_von(range.start, range.end)).flatten();
    let last = || phrases.last_phrase(range.clone());
    let named = || {
        let said = place.clone().or_else(|| from.clone());
        let clause = || phrases.shared_fact(introduced);
        if is_infinitive(frame, range.clone()) {
            said.or_else(clause).or_else(last)
        } else if verbless {
            said.or_else(last).or_else(subject).or_else(clause)
        } else {
            said.or_else(subject).or_else(last)
        }
    };
    if verbless && (phrases.is_one_name(range.clone()) || range.clone().any(|at| phrases.is_person(at))) {
        return Binding { firm: true, ..Binding::sure(named()) };
    }
    match act {
        Some(act) => {
            let firm = act.colour != Colour::Announces;
            Binding { source: act.subject.clone().or_else(named), firm, ..Binding::by(act, true) }
        }
        None => Binding::sure(if reading.subjunctive { phrases.shared_fact(introduced) } else { named() }),
    }
}

/// Who is quoted with a passage inside of a clause.
fn within(phrases: &Phrases, reading: &Reading, at: usize) -> Binding {
    let frame = phrases.frame;
    let segment = frame.segment_of(at);
    let range = frame.segments.get(segment).cloned().unwrap_or(0..0);
    if at > range.start && frame.units[at - 1].text == "(" {
        return Binding::sure(phrases.last_phrase(range.start..at));
    }
    let like = usize::from(at > 1 && frame.word(at - 1) == "wie");
    if at > like && frame.units[at - 1 - like].is_one_of(WORDS) {
        return Binding { firm: true, ..Binding::sure(after_fronted(phrases, at).or_else(|| phrases.shared(segment))) };
    }
    if let Some(source) = spoken_of(phrases, range.clone(), at) {
        return Binding::sure(source);
    }
    if let Some(source) = answered(phrases, at) {
        return Binding { firm: true, ..Binding::sure(Some(source)) };
    }
    if let Some(source) = phrases.opinion(range.clone()) {
        return Binding::sure(Some(source));
    }
    let same = reading.acts.iter().find(|act| (act.segment..=act.last).contains(&segment));
    let judged = || reading.acts.iter().rev().find(|act| act.verb < at && act.place != Place::Last && judges(act.colour));
    let same = same.or_else(|| if frame.word(range.start) == "als" { judged() } else { None });
    let before = reading.acts.iter().rev().find(|act| act.verb < at);
    if let Some(act) = same.or(before) {
        let named = matches!(act.colour, Colour::Names | Colour::Criticises | Colour::Thinks) && frame.word(at.saturating_sub(1)) == "als";
        return Binding::by(act, same.is_some() || named || at == range.start);
    }
    if let Some(source) = nearest(reading, at) {
        return Binding::sure(Some(source.clone()));
    }
    match reading.acts.first() {
        Some(act) => Binding::by(act, false),
        None => Binding { sure: false, ..Binding::sure(subject(phrases, segment, at)) },
    }
}

/// The subject after a passage that stands before its verb: `Mit den Worten „…“ trat Weber zurück`, also with a comma.
fn after_fronted(phrases: &Phrases, at: usize) -> Option<Range<usize>> {
    let frame = phrases.frame;
    let comma = usize::from(frame.get(at + 1).is_some_and(|unit| unit.kind == UnitKind::Comma));
    let verb = at + 1 + comma;
    let segment = frame.segments.get(frame.segment_of(verb))?;
    let follows = phrases.is_verb(verb) && (comma == 1 && segment.start == verb || comma == 0);
    if follows { phrases.after(verb + 1, segment.end) } else { None }
}

/// Where `von „…“ die Rede` is, if it is so: in a document or nowhere.
fn spoken_of(phrases: &Phrases, range: Range<usize>, at: usize) -> Option<Option<Range<usize>>> {
    let frame = phrases.frame;
    range.clone().find(|&rede| rede > 0 && frame.word(rede) == "rede" && frame.word(rede - 1) == "die")?;
    let von = (range.start..at).rev().find(|&von| matches!(frame.word(von), "von" | "vom"))?;
    Some(phrases.document_named(range.start, von))
}

/// The attribution after the passage: `„…“, sagte X`, `„…“, wie X sagte`, `„…“ – mit diesen Worten trat X zurück`.
fn behind<'r>(frame: &Frame, reading: &'r Reading, at: usize) -> Option<&'r Act> {
    let skip = usize::from(frame.get(at + 1).is_some_and(|unit| matches!(unit.kind, UnitKind::Comma | UnitKind::Mark | UnitKind::Stop)));
    let next = at + 1 + skip;
    let segment = frame.segment_of(next);
    let first = |act: &Act| frame.segments[act.segment].start;
    reading.acts.iter().find(|act| match act.place {
        Place::First if skip == 1 => act.segment == segment,
        Place::Last => act.segment == segment && skip == 1 && frame.word(next) == "wie",
        _ => skip == 0 && act.verb == next && first(act) == at || skip == 1 && act.segment == segment && is_with_words(frame, next),
    })
}

/// Whether a verb ends a clause such as `warum er das gesagt hat`, but no relative clause and none with `wie`.
fn is_subordinate(phrases: &Phrases, act: &Act) -> bool {
    let start = phrases.frame.segments[act.segment].start;
    act.place == Place::Last && !is_wie(phrases.frame, act) && phrases.relative(start).is_none()
}

fn is_wie(frame: &Frame, act: &Act) -> bool {
    frame.word(frame.segments[act.segment].start) == "wie"
}

/// `mit diesen Worten`
pub(super) fn is_with_words(frame: &Frame, at: usize) -> bool {
    frame.word(at) == "mit" && matches!(frame.word(at + 1), "diesen" | "den") && frame.word(at + 2) == "worten"
}

/// The subject of any verb that follows the passage: `„…“, freut sich X`.
fn answered(phrases: &Phrases, at: usize) -> Option<Range<usize>> {
    let frame = phrases.frame;
    let next =
        frame.segments.get(frame.segment_of(at) + 1).filter(|next| next.start == at + 2 && frame.units[at + 1].kind == UnitKind::Comma)?;
    let opens = frame.segments[frame.segment_of(at)].start == at;
    let first = &frame.units[next.start];
    // Any word that ends as a verb does, with a subject right behind it.
    let ends = ["t", "te", "ten"].iter().any(|ending| first.lower.ends_with(ending)) && !first.is_in(&PREPOSITIONS);
    let subject = || phrases.after(next.start + 1, next.end).is_some_and(|subject| subject.start == next.start + 1);
    let verb = first.is_word() && !first.capital && !phrases.opens_clause(next.start);
    let verb = verb && (phrases.is_verb(next.start) || ends && subject());
    if !opens || !verb {
        return None;
    }
    if is_written(frame, next.start) {
        return phrases.document_named(next.start + 1, next.end);
    }
    phrases.after(next.start + 1, next.end)
}

/// `steht`, `stand`: the words stand somewhere.
fn is_written(frame: &Frame, at: usize) -> bool {
    matches!(frame.word(at), "steht" | "stand" | "prangt" | "prangte")
}

/// The subject of a clause without a verb of speech, if it is a name, or judges something with the passage: `feierte das als „…“`.
fn subject(phrases: &Phrases, segment: usize, at: usize) -> Option<Range<usize>> {
    let frame = phrases.frame;
    let range = frame.segments.get(segment)?.clone();
    let before = if phrases.is_verb(range.start) { phrases.front(segment) } else { phrases.before(range.start, range.end) };
    let units = before.filter(|units| frame.units[units.start].quote().is_none())?;
    let judged = (range.start..at).rev().take(3).any(|at| frame.word(at) == "als");
    (judged || phrases.name_of(phrases.with_apposition(units.clone())).is_some()).then(|| phrases.with_apposition(units))
}

/// Whether a verb of this colour says what somebody thinks of something.
fn judges(colour: Colour) -> bool {
    matches!(colour, Colour::Names | Colour::Criticises | Colour::Praises | Colour::Thinks | Colour::Denies)
}
