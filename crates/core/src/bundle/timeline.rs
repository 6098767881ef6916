//! Builds the parts of the timeline.

use crate::article::{ArticleId, shorten};
use crate::codec::bytes;
use crate::codec::varint;
use crate::entity::{EntityKind, Form};
use crate::event::{ArticleEvents, Event, EventGroup, MAX_SENTENCE, Mode, group_events, label};
use crate::text::Span;
use crate::time::TimeExpression;
use crate::timeline::{Item, ItemKind, Items, Timeline};
use crate::view::AnalysedArticle;
use crate::view::Witness;
use serde::{Deserialize, Serialize};

/// Number of items in a part with witnesses.
pub const WITNESSES: u32 = 256;

/// Approximate number of characters shown of the sentence of a time without days.
const SENTENCE: usize = 240;

/// The entities named in the sentences of each item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineNames {
    /// For each item the number of entities, then their numbers, each as the difference to the one before. Varints.
    #[serde(with = "bytes")]
    ids: Vec<u8>,
}

impl TimelineNames {
    fn push(&mut self, ids: &[u32]) {
        varint::write(&mut self.ids, ids.len() as u32);
        let mut before = 0;
        for id in ids {
            varint::write(&mut self.ids, id - before);
            before = *id;
        }
    }

    /// Calls `each` with every item and entity number; `None` if the bytes are invalid.
    pub fn read(&self, mut each: impl FnMut(u32, u32)) -> Option<()> {
        let mut bytes = &self.ids[..];
        let mut item = 0;
        while !bytes.is_empty() {
            let mut id = 0u32;
            for _ in 0..varint::read(&mut bytes)? {
                id = id.wrapping_add(varint::read(&mut bytes)?);
                each(item, id);
            }
            item += 1;
        }
        Some(())
    }
}

/// The contents of the parts of the timeline.
#[derive(Clone, Debug, Default)]
pub struct TimelineParts {
    /// The items, without their text.
    pub items: Items,
    /// For each item its witnesses.
    pub witnesses: Vec<Vec<Witness>>,
    /// The entities named in their sentences.
    pub names: TimelineNames,
}

/// An item with its witnesses and names.
struct Draft {
    item: Item,
    witnesses: Vec<Witness>,
    names: Vec<u32>,
}

/// All items: the publication of each dated article, the events, grouped across articles, and the times without days.
pub fn timeline(documents: &[AnalysedArticle], events: &[Vec<Event>]) -> TimelineParts {
    let names: Vec<Vec<(Span, u32)>> = documents.iter().map(mentions).collect();
    let actors: Vec<Vec<u32>> = documents.iter().map(actors).collect();
    let article_events: Vec<ArticleEvents> = documents
        .iter()
        .zip(events)
        .zip(&names)
        .zip(&actors)
        .map(|(((document, events), names), actors)| ArticleEvents {
            text: &document.article.text,
            sentences: &document.sentences,
            times: &document.times,
            events,
            names,
            actors,
            published: document.article.meta.date.as_ref().map(|date| (date.earliest, date.latest)),
        })
        .collect();
    let named: Vec<Vec<(Span, u32)>> = documents.iter().map(named).collect();
    let mut drafts: Vec<Draft> = (0..).zip(documents).filter_map(|(n, document)| report(ArticleId(n), document)).collect();
    drafts.extend(group_events(&article_events).iter().filter_map(|group| event(group, documents, &named, events)));
    drafts.extend((0..).zip(documents).flat_map(|(n, document)| undated(ArticleId(n), document, &events[n as usize])));
    let place = |draft: &Draft| {
        let first = draft.witnesses.first().and_then(|witness| witness.time.as_ref()).map(|time| time.span);
        (draft.item.days.is_none(), draft.item.days.map(|(from, _)| from), draft.item.kind != ItemKind::Report, draft.item.article, first)
    };
    drafts.sort_by_key(place);
    let mut timeline = Timeline::default();
    let mut out = TimelineParts::default();
    for (number, draft) in (0..).zip(drafts) {
        let mut others: Vec<ArticleId> = draft.witnesses.iter().map(|witness| witness.article).collect();
        others.sort_unstable();
        others.dedup();
        timeline.witnesses.extend(others.into_iter().filter(|other| *other != draft.item.article).map(|other| (number, other)));
        timeline.items.push(Item { number, ..draft.item });
        out.witnesses.push(draft.witnesses);
        out.names.push(&draft.names);
    }
    out.items = Items::pack(&timeline);
    out
}

/// The mentions by name, in a compound or by an office, which reports of the same event have in common.
fn mentions(document: &AnalysedArticle) -> Vec<(Span, u32)> {
    document.names.iter().filter(|name| name.form != Form::Derived).map(|name| (name.span, name.entity.0)).collect()
}

/// The persons and organisations that an article mentions, sorted.
fn actors(document: &AnalysedArticle) -> Vec<u32> {
    let acts = |kind: EntityKind| matches!(kind, EntityKind::Per | EntityKind::Org);
    let mut ids: Vec<u32> = document.names.iter().filter(|name| acts(name.kind)).map(|name| name.entity.0).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The mentions by name, in text order.
fn named(document: &AnalysedArticle) -> Vec<(Span, u32)> {
    document.names.iter().filter(|name| name.form == Form::Name).map(|name| (name.span, name.entity.0)).collect()
}

fn report(article: ArticleId, document: &AnalysedArticle) -> Option<Draft> {
    let date = document.article.meta.date.as_ref()?;
    let days = Some((date.earliest, date.latest));
    let item = Item { number: 0, article, days, kind: ItemKind::Report, named: true, disagree: false };
    Some(Draft {
        item,
        witnesses: vec![Witness { article, time: None, mode: Mode::Past, surface: String::new(), text: document.article.label() }],
        names: Vec::new(),
    })
}

fn event(group: &EventGroup, documents: &[AnalysedArticle], named: &[Vec<(Span, u32)>], events: &[Vec<Event>]) -> Option<Draft> {
    let mut names = Vec::new();
    let mut witnesses = Vec::with_capacity(group.members.len());
    for &(article, event) in &group.members {
        let (document, event) = (&documents[article as usize], &events[article as usize][event as usize]);
        let text = &document.article.text;
        let Some(time) = event.expression(&document.times) else { continue };
        let sentence = document.sentence_at(time.span);
        let scope = if sentence.len() <= MAX_SENTENCE { sentence } else { event.clause };
        let named = &named[article as usize];
        let inside = &named[named.partition_point(|(span, _)| span.start < scope.start)..];
        names.extend(
            inside.iter().take_while(|(span, _)| span.start < scope.end).filter(|(span, _)| span.end <= scope.end).map(|(_, id)| *id),
        );
        let (span, surface) = (time.span, time.span.of(text).to_owned());
        witnesses.push(Witness {
            article: ArticleId(article),
            time: Some(time),
            mode: event.mode,
            surface,
            text: clause(text, sentence, event.clause, span, named),
        });
    }
    names.sort_unstable();
    names.dedup();
    // The report that knows the day best leads: "am 15. Februar" before "Mitte Februar".
    let length = |witness: &Witness| witness.time.as_ref().and_then(|time| Some(time.latest?.0 - time.earliest?.0));
    let best = (0..witnesses.len()).min_by_key(|&at| length(&witnesses[at]).unwrap_or(i32::MAX)).unwrap_or_default();
    witnesses.get_mut(..=best)?.rotate_right(1);
    let first = witnesses.first()?;
    let time = first.time.as_ref();
    let days = time.and_then(|time| time.earliest.zip(time.latest));
    let named = time.is_some_and(|time| time.value.starts_with(|c: char| c.is_ascii_digit()));
    let item = Item { number: 0, article: first.article, days, kind: ItemKind::Event(first.mode), named, disagree: group.disagree };
    Some(Draft { item, witnesses, names })
}

/// The words of a clause, its subject first, with an ellipsis where its sentence continues.
fn clause(text: &str, sentence: Span, clause: Span, time: Span, named: &[(Span, u32)]) -> String {
    let from = named.partition_point(|(name, _)| name.start < clause.start);
    let inside_clause = named[from..].iter().take_while(|(name, _)| name.end <= clause.end);
    let names: Vec<Span> = inside_clause.map(|(name, _)| Span { start: name.start - clause.start, end: name.end - clause.start }).collect();
    let inside = Span { start: time.start.saturating_sub(clause.start), end: time.end.saturating_sub(clause.start) };
    let words = label(clause.of(text), inside, &names);
    let words = words.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let after = text.get(clause.end as usize..sentence.end as usize).unwrap_or_default();
    let before = if clause.start > sentence.start { "… " } else { "" };
    let after = if after.contains(char::is_alphanumeric) { " …" } else { "" };
    format!("{before}{words}{after}")
}

/// The times of an article without days: those of no event. Events are in the order of the times.
fn undated(article: ArticleId, document: &AnalysedArticle, events: &[Event]) -> Vec<Draft> {
    let text = &document.article.text;
    let is_placed = |n: u32| {
        let before = events.partition_point(|event| event.time <= n).checked_sub(1).map(|at| &events[at]);
        before.is_some_and(|event| event.time == n || event.until == Some(n))
    };
    let draft = |time: &TimeExpression| {
        let item = Item { number: 0, article, days: None, kind: ItemKind::Event(Mode::Open), named: false, disagree: false };
        let surface = time.span.of(text).to_owned();
        let witness = Witness { article, time: Some(time.clone()), mode: Mode::Open, surface, text: around(document, time.span) };
        Draft { item, witnesses: vec![witness], names: Vec::new() }
    };
    (0..).zip(&document.times).filter(|(n, time)| !is_placed(*n) && !crate::event::is_placed(time)).map(|(_, time)| draft(time)).collect()
}

/// The sentence around `span`, shortened to about [`SENTENCE`] characters with the span inside. Reads no more than these, as a text without
/// full stops is one sentence.
fn around(document: &AnalysedArticle, span: Span) -> String {
    let (text, whole) = (&document.article.text, document.sentence_at(span));
    let low = text.floor_char_boundary((span.start as usize).saturating_sub(SENTENCE * 4)).max(whole.start as usize);
    let high = text.ceil_char_boundary(span.end as usize + SENTENCE * 4).min(whole.end as usize);
    let (sentence, start) = (&text[low..high], span.start as usize - low);
    let before = sentence[..start].chars().count();
    if low == whole.start as usize && before + span.of(text).chars().count() <= SENTENCE * 3 / 4 {
        return shorten(sentence, SENTENCE);
    }
    let from = sentence.char_indices().nth(before.saturating_sub(SENTENCE / 3)).map_or(0, |(at, _)| at);
    let from = sentence[from..].find(' ').map_or(from, |blank| from + blank + 1).min(start);
    format!("… {}", shorten(&sentence[from..], SENTENCE))
}
