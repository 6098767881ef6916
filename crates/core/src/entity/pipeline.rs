//! Recognises the names of a text: rules first, then the tagger, then offices and references.

use super::join::join;
use super::model::Model;
use super::name::Mention;
use super::offers;
use super::recognise::{by_rules, offices, references};
use super::usual::Usual;
use crate::text::Document;

/// Finds the names of `text`, in text order, without overlaps.
///
/// Names are found by lists, rules and the rest of the text (a person named in full is recognised by the family name everywhere in it). Then the
/// tagger ([`Model::shipped`]) adds missing names and removes doubtful ones.
pub fn recognise(text: &str) -> Vec<Mention> {
    recognise_in(&Document::new(text), Model::shipped())
}

/// Like [`recognise`], for a tokenised text and with `model` as the tagger; without one, only by lists, rules and the rest of the text.
///
/// ```
/// use zeitlupe_core::{entity::recognise_in, text::Document};
/// let document = Document::new("In Peking traf Wladimir Putin Xi Jinping.");
/// let names: Vec<String> = recognise_in(&document, None).into_iter().map(|name| name.canonical).collect();
/// assert_eq!(names, ["Peking", "Wladimir Putin", "Xi Jinping"]);
/// ```
pub fn recognise_in(document: &Document, model: Option<&Model>) -> Vec<Mention> {
    let mut mentions = match Usual::of(document) {
        None => as_spelled(document, model),
        Some(usual) => {
            let mut mentions = as_spelled(&Document::new(&usual.text), model);
            mentions.iter_mut().for_each(|mention| usual.restore(mention));
            mentions
        }
    };
    let offers = offers::find(document);
    mentions.retain(|m| {
        let next = offers.partition_point(|offer| offer.end <= m.span.start);
        offers.get(next).is_none_or(|offer| !offer.overlaps(m.span))
    });
    mentions
}

/// The names of a text in its usual spelling.
fn as_spelled(document: &Document, model: Option<&Model>) -> Vec<Mention> {
    let (doc, mut mentions) = by_rules(document);
    if let Some(model) = model {
        mentions = join(&doc, mentions, model);
    }
    let offices = offices::find(&doc, &mentions);
    offices::attach(&offices, &mut mentions);
    let references = references::find(&doc, &mentions, &offices);
    mentions.extend(references);
    mentions.sort_by_key(|m| m.span);
    mentions
}
