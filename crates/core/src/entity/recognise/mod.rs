//! Finds the names of a text by lists, by rules, and by the rest of the text.
//!
//! Every step adds candidates; [`settle`] resolves overlaps. A new rule is a function over [`Doc`] that adds candidates, in the file of its kind, with
//! cases in `tests.rs`.

mod compounds;
mod lists;
pub(super) mod memory;
pub(super) mod offices;
pub(super) mod organisations;
mod persons;
mod places;
pub(super) mod references;
#[cfg(test)]
mod tests;

pub(super) use offices::in_the_nominative;

use super::doc::{Candidate, Doc};
use super::lexicon::shown;
use super::{EntityKind, Form, Mention, Why};
use crate::text::Document;
use memory::Memory;

/// The most bytes of a name.
pub(super) const MAX_NAME: usize = 200;

/// The words of `document`, and its names by lists, rules and memory.
pub(super) fn by_rules<'d>(document: &'d Document<'d>) -> (Doc<'d>, Vec<Mention>) {
    let doc = Doc::new(document);
    let mut found = Vec::new();
    let surnames = lists::find(&doc, &mut found);
    organisations::find(&doc, &mut found);
    places::find(&doc, &mut found);
    persons::find(&doc, &mut found);

    found.retain(|candidate| candidate.mention.span.len() <= MAX_NAME);
    let memory = Memory::of(&found);
    memory.find(&doc, &mut found);
    let famous: Vec<_> = surnames.into_iter().filter(|&(_, to, _)| memory.person(doc.word(to - 1)).is_none()).collect();
    for &(from, to, canonical) in &famous {
        found.push(doc.candidate((from, to), EntityKind::Per, shown(canonical), Why::List, 80, 3));
    }
    let known = |word: &str| {
        let listed = || doc.lexicon.single(word).filter(|e| e.surname).map(|e| shown(e.canonical));
        memory.person(word).or_else(listed)
    };
    compounds::find(&doc, &known, &mut found);

    for Candidate { mention, .. } in &mut found {
        match mention.kind {
            EntityKind::Per if mention.form == Form::Name && mention.why == Why::Rule => {
                mention.canonical = memory.full_name(&mention.canonical)
            }
            EntityKind::Org | EntityKind::Evt => {
                if let Some(full) = memory.full_body(&mention.canonical) {
                    mention.canonical.clone_from(full);
                }
            }
            _ => {}
        }
    }
    let mentions = settle(doc.text, found);
    (doc, mentions)
}

/// Resolves overlaps: the longest candidate stays, then the one with the highest priority; in text order.
fn settle(text: &str, mut found: Vec<Candidate>) -> Vec<Mention> {
    found.sort_by_key(|c| (std::cmp::Reverse(c.mention.span.len()), c.rank, c.mention.span.start));
    let mut taken = vec![false; text.len()];
    let mut out: Vec<Mention> = Vec::new();
    for Candidate { mention, .. } in found {
        let place = &mut taken[mention.span.range()];
        if !place.contains(&true) {
            place.fill(true);
            out.push(mention);
        }
    }
    out.sort_by_key(|m| m.span);
    out
}
