//! From a text to its names: rules first, then the tagger, then offices and references.

use super::join::join;
use super::model::Model;
use super::name::Mention;
use super::recognise::{by_rules, offices, references};
use crate::text::Document;

/// Finds the names of `text`, in order of their place; of two that overlap, the longer stays, so that no two overlap.
///
/// By lists, by rules and by what the text says elsewhere: a person named in full is known by the family name, before and after.
///
/// Then the tagger that comes with the program ([`Model::shipped`]) adds what these miss and takes away what is doubtful.
/// Works on any text; what is not recognised is simply not marked.
pub fn recognise(text: &str) -> Vec<Mention> {
    recognise_in(&Document::new(text), Model::shipped())
}

/// Like [`recognise`], in a text that is cut already and with `model` as the tagger; with none by lists, rules and memory alone.
///
/// ```
/// use zeitlupe_core::{entity::recognise_in, text::Document};
/// let document = Document::new("In Peking traf Wladimir Putin Xi Jinping.");
/// let names: Vec<String> = recognise_in(&document, None).into_iter().map(|name| name.canonical).collect();
/// assert_eq!(names, ["Peking", "Wladimir Putin", "Xi Jinping"]);
/// ```
pub fn recognise_in(document: &Document, model: Option<&Model>) -> Vec<Mention> {
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
