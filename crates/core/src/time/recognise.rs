//! Finds the time expressions of a text by rules.

use super::guard::refine;
use super::hit::Hit;
use super::item::Items;
use super::lexicon::Class;
use super::meaning::{Length, Meaning};
use super::pattern::Rule;
use super::resolver::Resolver;
use super::rules::candidates;
use super::{Anchor, TimeExpression};
use crate::article::PubDate;
use crate::text::Document;

/// Finds and resolves the dates and times of `text`, in text order.
///
/// `published` is the article's date. If it is missing or only known to the month, expressions relative to it are correspondingly vague.
pub fn recognise(text: &str, published: Option<&PubDate>) -> Vec<TimeExpression> {
    recognise_in(&Document::new(text), published, &[])
}

/// Like [`recognise`], for a tokenised text and with additional rules; see [`super::pattern`].
pub fn recognise_in(document: &Document, published: Option<&PubDate>, more: &[Rule]) -> Vec<TimeExpression> {
    let items = Items::new(document);
    let hits = find(&items, more);
    let known_by = if published.is_some_and(PubDate::is_inferred) { Anchor::Article } else { Anchor::Publication };
    let published = published.map(|date| (date.earliest, date.latest));
    Resolver::new(&items, &hits, published, known_by).run()
}

fn find(items: &Items, more: &[Rule]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut at = 0;
    while at < items.all.len() {
        match longest(items, at, more) {
            Some((to, meaning)) => {
                // A rejected expression is skipped as a whole, so that no part of it is taken for a date.
                hits.extend(refine(items, at, to, meaning).map(|meaning| Hit { from: at, to, meaning }));
                at = to;
            }
            None => at += 1,
        }
    }
    joined(items, hits)
}

/// The hits, with durations joined that are one: `drei Jahre und vier Monate`.
fn joined(items: &Items, hits: Vec<Hit>) -> Vec<Hit> {
    let mut out: Vec<Hit> = Vec::with_capacity(hits.len());
    let mut hits = hits.into_iter().peekable();
    while let Some(hit) = hits.next() {
        // "einen Tag, drei Stunden und 20 Minuten": the comma joins if the list goes on.
        let listed = hits.peek().is_some_and(|next| items.lower(hit.to) == "und" && longer(items, &hit, next).is_some());
        let more = out.last().filter(|last| listed || items.lower(last.to) != ",").and_then(|last| longer(items, last, &hit));
        match (more, out.last_mut()) {
            (Some(meaning), Some(last)) => (last.to, last.meaning) = (hit.to, meaning),
            _ => out.push(hit),
        }
    }
    out
}

/// The two durations as one, if the second continues the first.
fn longer(items: &Items, first: &Hit, second: &Hit) -> Option<Meaning> {
    let near = first.to == second.from || first.to + 1 == second.from && matches!(items.lower(first.to), "und" | ",");
    let Meaning::Duration(unit, Length::Halves(halves), _) = second.meaning else { return None };
    if !near || halves % 2 == 1 || !matches!(items.all[second.from].class, Class::Number(_)) {
        return None;
    }
    let (mut parts, way) = match &first.meaning {
        Meaning::Duration(unit, Length::Halves(halves), way) if halves % 2 == 0 => (vec![(*unit, halves / 2)], *way),
        Meaning::Lengths(parts, way) => (parts.clone(), *way),
        _ => return None,
    };
    // `eine Woche und drei Tage`, not `zwei Tage und drei Wochen`.
    (parts.last()?.0 > unit).then(|| parts.push((unit, halves / 2)))?;
    Some(Meaning::Lengths(parts, way))
}

fn longest(items: &Items, at: usize, more: &[Rule]) -> Option<(usize, Meaning)> {
    let mut best: Option<(usize, Meaning)> = None;
    for rule in more.iter().chain(candidates(items, at).iter().copied()) {
        if let Some((to, meaning)) = rule.fits(items, at)
            && best.as_ref().is_none_or(|(end, _)| to > *end)
        {
            best = Some((to, meaning));
        }
    }
    best
}
