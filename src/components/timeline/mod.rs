//! The timeline: as a drawing, list, table, and files. All geometry comes from `zeitlupe-core`.

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

/// The texts of items, if loaded, in the order of their numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemTexts(pub AnswerTo<Witnesses>);

impl ItemTexts {
    /// The witnesses of an item; empty if not loaded yet.
    pub fn of(&self, item: &Item) -> &[Witness] {
        let Some(all) = self.0.get() else { return &[] };
        all.binary_search_by_key(&item.number, |(number, _)| *number).map_or(&[], |at| &all[at].1)
    }
}

/// A coordinate with one decimal, formatted without the standard library's float code, which takes ten kilobytes of wasm.
pub fn px(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// The days of an item as text.
fn when(context: &AppContext, days: Option<(Day, Day)>) -> String {
    days.map_or_else(|| context.words().dates.unknown.to_owned(), |(from, to)| format::period(from, to, context.lang()))
}

/// The title of a witness's article.
fn label(context: &AppContext, witness: &Witness) -> String {
    context.summary(witness.article).map(|summary| summary.label.clone()).unwrap_or_default()
}

/// The title of an item: its clause, or its article until that is loaded.
fn title(context: &AppContext, item: &Item, words: &ItemTexts) -> String {
    match words.of(item).first() {
        Some(witness) => witness.text.clone(),
        None => context.summary(item.article).map(|summary| summary.label.clone()).unwrap_or_default(),
    }
}

/// The address of a witness: its sentence in the article; for a report, the article.
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

/// The name of an item in addresses.
fn item_name(context: &AppContext, witness: &Witness) -> Option<ItemName> {
    Some(ItemName { article: context.summary(witness.article)?.id.clone(), passage: passage(witness) })
}

/// The class and sign of an item, and their meaning.
fn sign(context: &AppContext, item: &Item) -> (&'static str, &'static str, &'static str) {
    let words = context.words();
    match item.kind {
        ItemKind::Report => ("report", "●", words.timeline.item_kinds[0]),
        ItemKind::Event(Mode::Planned) => ("event planned", "◇", words.timeline.modes[Mode::Planned as usize]),
        ItemKind::Event(Mode::Denied) => ("event denied", "⊘", words.timeline.modes[Mode::Denied as usize]),
        ItemKind::Event(_) => ("event", "◆", words.timeline.item_kinds[1]),
    }
}
