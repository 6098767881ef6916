//! The numbers and the quotations of each article.

use super::shares::Version;
use crate::article::Article;
use crate::entity::model::Model;
use crate::entity::{Mention, recognise_in};
use crate::number::{Number, numbers};
use crate::quote::{Quote, QuoteKind, quotes};
use crate::text::{Document, Span, fold};
use crate::time;
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
    /// Whether the speaker is a name.
    pub named: bool,
    /// The verb that introduces them.
    pub verb: Option<String>,
}

/// The numbers and the quotations of all articles.
pub(super) fn facts(articles: &[&Article]) -> (Vec<Figure>, Vec<Voice>) {
    let (mut figures, mut voices) = (Figures::default(), Vec::new());
    for (report, article) in (0..).zip(articles) {
        let text = article.text.as_str();
        let document = Document::new(text);
        let names = recognise_in(&document, Model::shipped());
        let times = time::recognise_in(&document, article.meta.date.as_ref(), &[]);
        let mut taken: Vec<Span> = names.iter().map(|name| name.span).chain(times.iter().map(|time| time.span)).collect();
        taken.sort_unstable();
        for number in numbers(&document, &taken) {
            figures.add(text, &number, report);
        }
        let quoted = quotes(&document, &names).into_iter().filter(|quote| quote.kind != QuoteKind::Scare);
        voices.extend(quoted.map(|quote| voice(text, &names, &quote, report)));
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

fn voice(text: &str, names: &[Mention], quote: &Quote, report: u32) -> Voice {
    let name = quote.speaker.and_then(|speaker| speaker.mention).and_then(|at| names.get(at as usize));
    let words = || quote.speaker.map(|speaker| speaker.full.of(text).to_owned());
    Voice {
        place: Version { report, span: quote.span },
        kind: quote.kind,
        speaker: name.map(|name| name.canonical.clone()).or_else(words),
        named: name.is_some(),
        verb: quote.verb.map(|verb| verb.span.of(text).to_owned()),
    }
}
