//! The speech of a text, frame by frame: who speaks stays known from one sentence to the next.

use super::direct::{Binding, binding, is_with_words};
use super::frame::{Frame, UnitKind};
use super::marks::Marked;
use super::phrase::Phrases;
use super::quoted::is_quoted;
use super::record::{Quote, QuoteKind, Speaker, SpeechVerb};
use super::report::{Reading, Report, is_subjunctive, read};
use crate::entity::{EntityKind, Form, Mention};
use crate::german::{Colour, is_noun_of_speech};
use crate::text::{Document, Span};
use std::ops::Range;

/// What is known so far.
pub(super) struct Story<'d> {
    document: &'d Document<'d>,
    names: &'d [Mention],
    marked: &'d [Marked],
    out: Vec<Quote>,
    /// Who spoke last, and how many frames ago.
    speaker: Option<Speaker>,
    silent: u32,
    /// The last person in the position of a subject, and who that was.
    person: Option<(Span, u32)>,
    /// The subject of the sentence before, if that is a person or body, and nobody's speech is in it.
    lead: Option<Speaker>,
    /// Whether the sentence before has that person.
    introduced: bool,
    /// The last noun for something written or said: an `Erklärung`.
    document_named: Option<Span>,
    /// The sentence before, if nobody's speech is in it.
    plain: Option<Span>,
    /// The record that the next sentence of reported speech continues.
    run: Option<usize>,
}

/// So many sentences without speech, and nobody is taken for the speaker any more.
const FORGETS: u32 = 3;

impl<'d> Story<'d> {
    pub fn new(document: &'d Document<'d>, names: &'d [Mention], marked: &'d [Marked]) -> Self {
        Self {
            document,
            names,
            marked,
            out: Vec::new(),
            speaker: None,
            silent: FORGETS,
            person: None,
            lead: None,
            introduced: false,
            document_named: None,
            plain: None,
            run: None,
        }
    }

    /// All that was found, sorted.
    pub fn finish(mut self) -> Vec<Quote> {
        self.out.sort_by_key(|quote| (quote.span.start, std::cmp::Reverse(quote.span.end), quote.kind));
        self.out.dedup_by_key(|quote| quote.span);
        self.out
    }

    /// Adds the speech of the next frame.
    pub fn read(&mut self, frame: &Frame) {
        let phrases = Phrases { document: self.document, frame, names: self.names };
        let reading = read(&phrases);
        if frame.paragraph {
            self.run = None;
        }
        let before = self.out.len();
        let run = self.run.take();
        for report in &reading.reports {
            self.report(&phrases, report);
        }
        if reading.reports.is_empty() {
            self.confirmed(&phrases, &reading);
        }
        let told = self.go_on(&phrases, &reading, run);
        let quoted = self.quotations(&phrases, &reading, told);
        if self.out.len() == before && !quoted {
            self.summary(&phrases, &reading);
        }
        let spoke = self.out.len() > before || told;
        let mut named = false;
        if !spoke
            && let Some(act) = reading.acts.iter().rev().find(|act| !act.passive && !matches!(act.colour, Colour::Names | Colour::Thinks))
        {
            let speaker = act.subject.clone().and_then(|subject| self.resolve(&phrases, subject));
            named = speaker.is_some();
            self.speaker = speaker.or(self.speaker);
        }
        self.plain = phrases.span(0..frame.units.len()).filter(|_| !spoke);
        self.lead = if spoke { None } else { self.leads(&phrases) };
        self.silent = if spoke { 0 } else { (if named { 0 } else { self.silent }).saturating_add(1) };
        let subject = self.subject(&phrases);
        self.introduced = subject.is_some();
        self.person = subject.or(self.person);
        let document = frame.units.iter().rev().find(|unit| unit.is_capital() && is_noun_of_speech(unit.lower));
        self.document_named = document.map(|unit| unit.span).or(self.document_named);
    }

    /// The subject of the frame, if that is a person or body.
    fn leads(&self, phrases: &Phrases) -> Option<Speaker> {
        let subject = phrases.with_apposition(phrases.main_subject()?);
        let name = phrases.name_of(subject.clone())?;
        let span = phrases.span(subject)?;
        let speaks = matches!(self.names[name].kind, EntityKind::Per | EntityKind::Org);
        speaks.then_some(Speaker { span, full: span, mention: Some(name as u32) })
    }

    /// The person that the frame is about: the first one in it.
    fn subject(&self, phrases: &Phrases) -> Option<(Span, u32)> {
        let mut names = phrases.names_in(0..phrases.frame.units.len());
        let name = names.find(|&name| self.is_person(name))?;
        Some((self.names[name].span, name as u32))
    }

    /// Whether a name is that of a person, outside of quotations.
    fn is_person(&self, name: usize) -> bool {
        let mention = &self.names[name];
        mention.kind == EntityKind::Per && matches!(mention.form, Form::Name | Form::Reference) && !self.is_quoted(mention.span)
    }

    fn is_quoted(&self, span: Span) -> bool {
        let tokens = self.document.tokens();
        let at = self.marked.partition_point(|pair| tokens[pair.close].span.end <= span.start);
        self.marked.get(at).is_some_and(|pair| tokens[pair.open].span.start < span.start)
    }

    fn report(&mut self, phrases: &Phrases, report: &Report) {
        let speaker = report.source.clone().and_then(|source| self.resolve(phrases, source));
        let Some(span) = phrases.span(report.units.clone()) else { return };
        let anaphor = report.source.as_ref().is_some_and(|source| phrases.frame.units[source.start].is_one_of("demnach demzufolge"));
        if !anaphor {
            self.speaker = speaker.or(self.speaker);
        }
        self.out.push(Quote { span, kind: QuoteKind::Indirect, speaker, verb: verb(phrases, report.verb) });
    }

    /// A sentence whose source the next one names: `…. Das bestätigte der Sprecher.`
    fn confirmed(&mut self, phrases: &Phrases, reading: &Reading) {
        let frame = phrases.frame;
        let refers = frame.units[0].is_one_of("dies das davon darüber so") || is_with_words(frame, 0);
        if frame.paragraph || !refers {
            return;
        }
        let act = reading.acts.iter().find(|act| act.segment == 0 && ((1..=2).contains(&act.verb) || act.passive));
        let subject = match act {
            Some(act) => act.subject.clone(),
            None => is_with_words(frame, 0).then(|| phrases.shared(0)).flatten(),
        };
        let speaker = subject.and_then(|source| self.resolve(phrases, source));
        self.speaker = speaker.or(self.speaker);
        if let Some(last) = self.out.last_mut().filter(|last| last.kind == QuoteKind::Direct && last.speaker.is_none() && self.silent == 0)
        {
            last.speaker = speaker;
            return;
        }
        let (Some(plain), Some(act)) = (self.plain.filter(|_| !frame.units[0].is_one_of("so")), act) else { return };
        let span = Span { start: plain.start, end: frame.units[0].span.end };
        self.out.push(Quote { span, kind: QuoteKind::Indirect, speaker, verb: verb(phrases, Some((act.verb, act.colour))) });
    }

    /// Reported speech in the subjunctive that no words of this frame introduce; whether the frame is such.
    fn go_on(&mut self, phrases: &Phrases, reading: &Reading, run: Option<usize>) -> bool {
        let frame = phrases.frame;
        let free = reading.reports.is_empty() && reading.acts.iter().all(|act| is_subjunctive(frame, frame.segments[act.segment].clone()));
        let weak = || self.silent == 0 && frame.units.iter().any(|unit| unit.is_in(&crate::german::REPORTED_TOO) && !unit.capital);
        if !free || !(reading.subjunctive || weak()) {
            return false;
        }
        let Some(span) = phrases.span(0..frame.units.len()) else { return false };
        if let Some(number) = run {
            self.out[number].span.end = span.end;
            self.run = Some(number);
            return true;
        }
        let lead = self.lead.filter(|_| !frame.paragraph);
        let speaker = lead.or_else(|| self.speaker.filter(|_| self.silent < FORGETS));
        self.speaker = speaker.or(self.speaker);
        self.run = Some(self.out.len());
        self.out.push(Quote { span, kind: QuoteKind::Indirect, speaker, verb: None });
        true
    }

    /// The passages in quotation marks; whether there is one with which somebody is quoted.
    fn quotations(&mut self, phrases: &Phrases, reading: &Reading, told: bool) -> bool {
        let frame = phrases.frame;
        let mut any = false;
        let mut before: Option<(usize, bool)> = None;
        for at in 0..frame.units.len() {
            let Some(number) = frame.units[at].quote() else { continue };
            let Marked { open, close } = self.marked[number];
            let bound = binding(phrases, reading, at);
            let alone = frame.units.iter().all(|unit| !unit.is_word());
            let bound = Binding { sure: bound.sure || (alone && self.silent == 0), ..bound };
            let listed = before.filter(|(last, _)| {
                (last + 1..at).all(|at| matches!(frame.units[at].kind, UnitKind::Comma) || frame.units[at].is_one_of("und oder sowie"))
            });
            let quoted = match listed {
                Some((_, class)) => class,
                None => is_quoted(phrases, at, open + 1..close, &bound, told),
            };
            before = Some((at, quoted));
            let speaker = self.speaker_of(phrases, &bound, told, alone).filter(|_| quoted);
            if quoted {
                self.speaker = speaker.or(self.speaker);
                any = true;
            }
            let tokens = self.document.tokens();
            let span = Span { start: tokens[open].span.end, end: tokens[close].span.start };
            let kind = if quoted { QuoteKind::Direct } else { QuoteKind::Scare };
            self.out.push(Quote { span, kind, speaker, verb: verb(phrases, bound.verb.filter(|_| quoted)) });
        }
        any
    }

    /// Who is quoted with a passage: whom its sentence names, or who spoke before.
    fn speaker_of(&self, phrases: &Phrases, bound: &Binding, told: bool, alone: bool) -> Option<Speaker> {
        // A verb of speech in the subjunctive is what somebody said, not who says it.
        let reported = bound.verb.is_some() && !bound.firm && self.speaker.is_some() && self.silent < FORGETS;
        if told && (!bound.sure || reported) {
            return self.speaker;
        }
        if let Some(speaker) = bound.source.clone().and_then(|source| self.resolve(phrases, source)) {
            return Some(speaker);
        }
        let paragraph = phrases.frame.paragraph;
        let impersonal = bound.verb.is_some_and(|(at, _)| phrases.frame.units[at].is_one_of("hieß heißt"));
        if impersonal {
            let speaker = self.speaker.filter(|speaker| self.silent == 0 && !paragraph && speaker.mention.is_none());
            let document = self.document_named.filter(|_| !paragraph);
            return speaker.or(document.map(|span| Speaker { span, full: span, mention: None }));
        }
        if bound.passive {
            return None;
        }
        let about = self.person.filter(|_| alone && !paragraph && self.introduced && self.silent > 0);
        let about = about.map(|(full, name)| Speaker { span: full, full, mention: Some(name) });
        let named = || self.subject(phrases).filter(|_| bound.sure);
        let named = || named().map(|(full, name)| Speaker { span: full, full, mention: Some(name) });
        let lead = self.lead.filter(|_| alone && !paragraph);
        about.or(lead).or_else(|| self.speaker.filter(|_| self.silent < FORGETS)).or_else(named)
    }

    /// That somebody said something, where the frame does not say what.
    fn summary(&mut self, phrases: &Phrases, reading: &Reading) {
        let frame = phrases.frame;
        let sums_up = |colour: Colour| {
            matches!(
                colour,
                Colour::Demands
                    | Colour::Criticises
                    | Colour::Denies
                    | Colour::Praises
                    | Colour::Warns
                    | Colour::Announces
                    | Colour::Stresses
            )
        };
        // "Das Beben forderte 30 Todesopfer."
        let toll = frame.units.iter().any(|unit| {
            unit.is_capital()
                && ["opfer", "opfern", "tote", "toten", "menschenleben", "verletzte"].iter().any(|noun| unit.lower.ends_with(noun))
        });
        let says = |colour: Colour| sums_up(colour) && !(toll && colour == Colour::Demands);
        let Some(act) = reading.acts.iter().find(|act| says(act.colour) && !act.passive) else { return };
        let Some(speaker) = act.subject.clone().and_then(|source| self.resolve(phrases, source)) else { return };
        let Some(span) = phrases.span(0..frame.units.len()) else { return };
        self.speaker = Some(speaker);
        self.out.push(Quote { span, kind: QuoteKind::Reported, speaker: Some(speaker), verb: verb(phrases, Some((act.verb, act.colour))) });
    }

    /// The speaker that these words name.
    fn resolve(&self, phrases: &Phrases, source: Range<usize>) -> Option<Speaker> {
        let span = phrases.span(source.clone())?;
        if let Some(name) = phrases.name_of(source.clone()) {
            return Some(Speaker { span, full: span, mention: Some(name as u32) });
        }
        let first = phrases.frame.units.get(source.start)?;
        let refers = first.is_one_of("er sie dieser diese seiner ihrer seinen ihren demnach demzufolge darin letzterer");
        if first.is_one_of("darin dort")
            && let Some(full) = self.document_named
        {
            return Some(Speaker { span, full, mention: None });
        }
        let human = first.is_one_of("er sie seiner seinen ihrer ihren letzterer");
        let named = |speaker: &Speaker| match speaker.mention {
            Some(name) => self.names[name as usize].kind == EntityKind::Per || first.is_one_of("sie ihren ihrer"),
            None => !speaker.full.of(self.document.text()).split(' ').any(|word| is_noun_of_speech(&word.to_lowercase())),
        };
        let here = || {
            let name = phrases.names_in(0..source.start).find(|&name| self.is_person(name))?;
            Some(Speaker { span, full: self.names[name].span, mention: Some(name as u32) })
        };
        let known = self.speaker.filter(|speaker| refers && self.silent < FORGETS && (!human || named(speaker)));
        let known = if human { here().or(known) } else { known };
        let earlier = || self.person.filter(|_| human);
        Some(match (known, earlier()) {
            (Some(known), _) => Speaker { span, ..known },
            (None, Some((full, name))) => Speaker { span, full, mention: Some(name) },
            (None, None) => Speaker { span, full: span, mention: None },
        })
    }
}

fn verb(phrases: &Phrases, verb: Option<(usize, Colour)>) -> Option<SpeechVerb> {
    let (at, colour) = verb?;
    Some(SpeechVerb { span: phrases.span(at..at + 1)?, colour })
}
