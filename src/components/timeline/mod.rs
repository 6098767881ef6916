//! The timeline: drawn, as a list, as a table, as files. All geometry comes from the core.

mod chart;
mod files;
mod ground;
mod list;
mod marks;
mod measures;

pub use chart::Chart;
pub use files::files;
pub use list::Rows;
pub use measures::Frame;

use crate::hooks::AnswerTo;
use crate::state::AppContext;
use zeitlupe_core::day::Day;
use zeitlupe_core::event::Mode;
use zeitlupe_core::room::question::Witnesses;
use zeitlupe_core::timeline::{Item, ItemKind};
use zeitlupe_core::view::Witness;
use zeitlupe_words::address::{Address, ItemName, Page, Passage};
use zeitlupe_words::format;

/// The words of items, as far as they are loaded, in the order of their numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Words(pub AnswerTo<Witnesses>);

impl Words {
    /// The witnesses of an item; empty where that is not loaded yet.
    pub fn of(&self, item: &Item) -> &[Witness] {
        let Some(all) = self.0.get() else { return &[] };
        all.binary_search_by_key(&item.number, |(number, _)| *number).map_or(&[], |at| &all[at].1)
    }
}

/// A coordinate to a tenth of a pixel, written without the formatting of floats, which is ten kilobytes.
pub fn px(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// When it is, in words.
fn when(context: &AppContext, days: Option<(Day, Day)>) -> String {
    days.map_or_else(|| context.words().dates.unknown.to_owned(), |(from, to)| format::period(from, to, context.lang()))
}

/// What an article is called.
fn label(context: &AppContext, witness: &Witness) -> String {
    context.summary(witness.article).map(|summary| summary.label.clone()).unwrap_or_default()
}

/// What an item is called in one line: its clause, or as long as that is not loaded its article.
fn title(context: &AppContext, item: &Item, words: &Words) -> String {
    match words.of(item).first() {
        Some(witness) => witness.text.clone(),
        None => context.summary(item.article).map(|summary| summary.label.clone()).unwrap_or_default(),
    }
}

/// The address of a witness: its sentence in its article; of a report its article.
fn there(context: &AppContext, witness: &Witness) -> Option<Address> {
    let id = context.summary(witness.article)?.id.clone();
    Some(Address {
        passage: passage(witness),
        ..context.address().at(Page::Article(id)).filtered(|filter| filter.period = context.address().filter.period)
    })
}

fn passage(witness: &Witness) -> Option<Passage> {
    witness.time.as_ref().map(|time| Passage { start: time.span.start, quote: witness.surface.clone() })
}

/// What an item is called in an address.
fn item_name(context: &AppContext, witness: &Witness) -> Option<ItemName> {
    Some(ItemName { article: context.summary(witness.article)?.id.clone(), passage: passage(witness) })
}

/// The class and the sign of an item, and what they mean.
fn sign(context: &AppContext, item: &Item) -> (&'static str, &'static str, &'static str) {
    let words = context.words();
    match item.kind {
        ItemKind::Report => ("report", "●", words.timeline.item_kinds[0]),
        ItemKind::Event(Mode::Planned) => ("event planned", "◇", words.timeline.modes[Mode::Planned as usize]),
        ItemKind::Event(Mode::Denied) => ("event denied", "⊘", words.timeline.modes[Mode::Denied as usize]),
        ItemKind::Event(_) => ("event", "◆", words.timeline.item_kinds[1]),
    }
}
