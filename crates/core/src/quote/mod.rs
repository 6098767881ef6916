//! Quotations and reported speech: what somebody said, word for word or not, and who.
//!
//! ```
//! use zeitlupe_core::{entity, quote::{QuoteKind, quotes}, text::Document};
//! let text = "„Das ist falsch“, sagte Olaf Scholz. Er habe davon nichts gewusst.";
//! let document = Document::new(text);
//! let names = entity::recognise_in(&document, None);
//! let found = quotes(&document, &names);
//! assert_eq!((found[0].span.of(text), found[0].kind), ("Das ist falsch", QuoteKind::Direct));
//! assert_eq!(found[0].speaker.expect("somebody said it").span.of(text), "Olaf Scholz");
//! assert_eq!((found[1].span.of(text), found[1].kind), ("Er habe davon nichts gewusst.", QuoteKind::Indirect));
//! ```
//!
//! The rules are those of German syntax: where the subject of a verb of speech stands, what a clause of content begins with, and the
//! subjunctive of reported speech. There is no parser.

mod act;
mod agree;
mod direct;
mod frame;
mod marks;
mod phrase;
mod quoted;
mod record;
mod report;
mod source;
mod story;
mod subject;
#[cfg(test)]
mod tests;

pub use record::{Quote, QuoteKind, Speaker, SpeechVerb};

use crate::entity::Mention;
use crate::text::Document;
use story::Story;

/// The quotations and the reported speech of a text, sorted by their place; quotations can be parts of reported speech.
///
/// `names` are those of [`crate::entity::recognise`], in text order. Never fails.
pub fn quotes(document: &Document, names: &[Mention]) -> Vec<Quote> {
    let marked = marks::marked(document);
    let mut story = Story::new(document, names, &marked);
    for frame in &frame::frames(document, &marked) {
        story.read(frame);
    }
    story.finish()
}
