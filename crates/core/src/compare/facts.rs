//! The numbers and the quotations of each article.

use super::shares::Version;
use super::source::Source;
use crate::entity::{Entity, EntityId};
use crate::number::Number;
use crate::quote::QuoteKind;
use crate::statements::Saying;
use crate::text::{Span, fold};
use std::collections::BTreeMap;

/// A number, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its value and bound in one line, as [`Number::shown`] gives them.
    pub shown: String,
    /// Its unit: a measure or the noun that is counted.
    pub unit: String,
    /// The places where it stands, in the order of the articles.
    pub places: Vec<Version>,
}

/// A quotation, or what an article reports of somebody's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The words.
    pub place: Version,
    /// How they are given.
    pub kind: QuoteKind,
    /// Who says them: a name, or the words for the source; `None` where the text does not make it clear.
    pub speaker: Option<String>,
    /// The entity of the speaker's name; `None` for a source without one.
    pub entity: Option<EntityId>,
    /// The verb that introduces them.
    pub verb: Option<String>,
}

/// The numbers and the quotations of all articles; `entities` are those of their names.
pub(super) fn facts(sources: &[Source], entities: &[Entity]) -> (Vec<Figure>, Vec<Voice>) {
    let (mut figures, mut voices) = (Figures::default(), Vec::new());
    for (report, source) in (0..).zip(sources) {
        let text = source.document.article.text.as_str();
        source.statements.numbers.iter().for_each(|number| figures.add(text, number, report));
        voices.extend(source.statements.sayings.iter().map(|saying| voice(source, entities, saying, report)));
    }
    let reports = |figure: &Figure| figure.places.chunk_by(|x, y| x.report == y.report).count();
    figures.list.sort_by_key(|figure| std::cmp::Reverse(reports(figure)));
    (figures.list, voices)
}

/// Numbers, each once.
#[derive(Default)]
struct Figures {
    list: Vec<Figure>,
    /// The index of each by value, bound and unit.
    known: BTreeMap<(String, &'static str, String), usize>,
}

impl Figures {
    /// Adds a number to those with the same value and unit.
    fn add(&mut self, text: &str, number: &Number, report: u32) {
        let upper = number.upper.map(|upper| format!("–{upper}")).unwrap_or_default();
        let key = (format!("{}{upper}", number.value), number.bound.code(), fold(&number.unit));
        let at = *self.known.entry(key).or_insert_with(|| {
            self.list.push(Figure { shown: number.shown(text), unit: number.unit.clone(), places: Vec::new() });
            self.list.len() - 1
        });
        self.list[at].places.push(Version { report, span: number.span });
    }
}

fn voice(source: &Source, entities: &[Entity], saying: &Saying, report: u32) -> Voice {
    let text = source.document.article.text.as_str();
    // The reader's corrections may have removed a name, or changed whose it is.
    let named = |span: Span| source.document.names.iter().find(|name| name.span == span);
    let entity = saying.name.and_then(named).map(|name| name.entity);
    let name = entity.and_then(|id| entities.get(id.0 as usize)).map(|entity| entity.name.clone());
    let words = || saying.speaker.map(|words| words.of(text).to_owned());
    Voice {
        place: Version { report, span: saying.words },
        kind: saying.kind,
        speaker: name.or_else(words),
        entity,
        verb: saying.verb.map(|verb| verb.of(text).to_owned()),
    }
}
