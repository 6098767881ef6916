//! What an article says in somebody's words and in numbers: what is stored of it, so that articles can be compared.
//!
//! ```
//! use zeitlupe_core::{entity, statements::Statements, text::Document};
//! let text = "„Wir schicken 2000 Soldaten“, sagte Olaf Scholz.";
//! let document = Document::new(text);
//! let names = entity::recognise_in(&document, None);
//! let found = Statements::of(&document, &names, &[]);
//! assert_eq!(found.sayings[0].speaker.map(|words| words.of(text)), Some("Olaf Scholz"));
//! assert_eq!(found.numbers[0].unit, "Soldaten");
//! ```

use crate::entity::Mention;
use crate::number::{Number, numbers};
use crate::quote::{Quote, QuoteKind, quotes};
use crate::text::{Document, Span};
use crate::time::TimeExpression;
use serde::{Deserialize, Serialize};

/// The statements of one article, all in order of the text. Spans are in bytes of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statements {
    /// What it quotes or reports of somebody's words; no words in quotation marks that quote nobody.
    pub sayings: Vec<Saying>,
    /// Its numbers.
    pub numbers: Vec<Number>,
}

/// Somebody's words, or a report of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saying {
    /// The words, without quotation marks around them.
    pub words: Span,
    /// How they are given.
    pub kind: QuoteKind,
    /// The words of the text that name the source; `None` where it does not make it clear.
    pub speaker: Option<Span>,
    /// The name of the source, if it has one.
    pub name: Option<Span>,
    /// The verb that introduces them.
    pub verb: Option<Span>,
}

impl Statements {
    /// The statements of a text with these names and times, both in text order.
    pub fn of(document: &Document, names: &[Mention], times: &[TimeExpression]) -> Self {
        let mut taken: Vec<Span> = names.iter().map(|name| name.span).chain(times.iter().map(|time| time.span)).collect();
        taken.sort_unstable();
        let quoted = quotes(document, names).into_iter().filter(|quote| quote.kind != QuoteKind::Scare);
        Self { sayings: quoted.map(|quote| Saying::of(&quote, names)).collect(), numbers: numbers(document, &taken) }
    }
}

impl Saying {
    fn of(quote: &Quote, names: &[Mention]) -> Self {
        let name = quote.speaker.and_then(|speaker| names.get(speaker.mention? as usize)).map(|name| name.span);
        let (speaker, verb) = (quote.speaker.map(|speaker| speaker.full), quote.verb.map(|verb| verb.span));
        Self { words: quote.span, kind: quote.kind, speaker, name, verb }
    }
}

/// Number of articles whose statements are one part of the bundle.
pub const STATEMENTS: u32 = 32;
