//! The parameters of an address, grouped by the views that use them.
//!
//! Each group reads and writes its own parameters: `set` returns `None` for unknown keys and invalid values; `write` destructures all fields,
//! so that a new one cannot be forgotten. Values are given without percent-encoding.

use super::parts::{Display, ItemName, LANES, Lanes, NamesView, Results, TIME_VIEWS, TimeView};
use super::value::{Params, named, one_of, parse_day};
use zeitlupe_core::entity::table::Order;
use zeitlupe_core::entity::{EntityKind, EntityName};
use zeitlupe_core::room::{LineOrder, Period, Sort};
use zeitlupe_core::timeline::scale::Window;

/// The search: query, filter, order of the hits. The reader shows the same hits next to an article; names and timeline use the filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchFilter {
    /// The query, as typed.
    pub query: String,
    /// Only this source; empty: articles without one.
    pub source: Option<String>,
    /// Only this month (`2022-02`); `-`: articles without a date.
    pub month: Option<String>,
    /// Only articles with all of these names.
    pub with: Vec<EntityName>,
    /// Only articles of this period; on the timeline, the chosen period.
    pub period: Period,
    /// The order of the hits.
    pub sort: Sort,
}

impl SearchFilter {
    /// Whether the hits are narrowed by more than the query.
    pub fn is_narrowed(&self) -> bool {
        self.source.is_some() || self.month.is_some() || !self.with.is_empty() || !self.period.is_open()
    }

    pub(super) fn set(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "q" => self.query = value.to_owned(),
            "quelle" => self.source = Some(value.to_owned()),
            "monat" => self.month = Some(value.to_owned()),
            "mit" => self.with.push(EntityName::parse(value)?),
            "von" => self.period.from = Some(parse_day(value)?),
            "bis" => self.period.to = Some(parse_day(value)?),
            "rede" => self.period.mentioned = true,
            "ordnung" => self.sort = one_of(value, &SORTS)?,
            _ => return None,
        }
        Some(())
    }

    pub(super) fn write(&self, out: &mut Params) {
        let Self { query, source, month, with, period: Period { from, to, mentioned }, sort } = self;
        if !query.is_empty() {
            out.push(("q", query.clone()));
        }
        out.extend(source.clone().map(|source| ("quelle", source)));
        out.extend(month.clone().map(|month| ("monat", month)));
        out.extend(with.iter().map(|entity| ("mit", entity.to_string())));
        out.extend(from.map(|day| ("von", day.iso())));
        out.extend(to.map(|day| ("bis", day.iso())));
        out.extend(mentioned.then(|| ("rede", String::new())));
        named(out, "ordnung", *sort, &SORTS);
    }
}

const SORTS: [(&str, Sort); 2] = [("neu", Sort::Newest), ("alt", Sort::Oldest)];

/// How the search shows its results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SearchState {
    /// As hits, as a concordance, or over time.
    pub results: Results,
    /// The order of the concordance.
    pub lines: LineOrder,
}

const RESULTS: [(&str, Results); 2] = [("konkordanz", Results::Lines), ("verlauf", Results::Trend)];
const LINES: [(&str, LineOrder); 2] = [("links", LineOrder::Left), ("rechts", LineOrder::Right)];

impl SearchState {
    pub(super) fn set(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "ansicht" => self.results = one_of(value, &RESULTS)?,
            "zeilen" => self.lines = one_of(value, &LINES)?,
            _ => return None,
        }
        Some(())
    }

    pub(super) fn write(&self, out: &mut Params) {
        let Self { results, lines } = *self;
        named(out, "ansicht", results, &RESULTS);
        named(out, "zeilen", lines, &LINES);
    }
}

/// How the page of names shows them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NamesState {
    /// Only names of this kind.
    pub kind: Option<EntityKind>,
    /// As a table, a network or a map.
    pub view: NamesView,
    /// The order of the table of names.
    pub order: Order,
    /// The order of names that occur together.
    pub pairs: Order,
    /// The section of the map.
    pub zoom: i8,
}

const NAMES_VIEWS: [(&str, NamesView); 2] = [("netz", NamesView::Net), ("karte", NamesView::Map)];
/// The default, most frequent first, has no name.
const ORDERS: [(&str, Order); 4] =
    [("name", Order::Name), ("artikel", Order::Articles), ("zuerst", Order::First), ("zuletzt", Order::Last)];

impl NamesState {
    pub(super) fn set(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "art" => self.kind = Some(EntityKind::of_code(value)?),
            "ansicht" => self.view = one_of(value, &NAMES_VIEWS)?,
            "reihe" => self.order = one_of(value, &ORDERS)?,
            "paare" => self.pairs = one_of(value, &ORDERS)?,
            "zoom" => self.zoom = value.parse().ok()?,
            _ => return None,
        }
        Some(())
    }

    pub(super) fn write(&self, out: &mut Params) {
        let Self { kind, view, order, pairs, zoom } = *self;
        out.extend(kind.map(|kind| ("art", kind.code().to_owned())));
        named(out, "ansicht", view, &NAMES_VIEWS);
        named(out, "reihe", order, &ORDERS);
        named(out, "paare", pairs, &ORDERS);
        if zoom != 0 {
            out.push(("zoom", zoom.to_string()));
        }
    }
}

/// What the timeline shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimeState {
    /// The period that is drawn; `None`: the chosen period, else the busiest.
    pub window: Option<Window>,
    /// What the lanes stand for.
    pub lanes: Lanes,
    /// Drawing, list or table; `None`: by the width of the window.
    pub view: Option<TimeView>,
    /// The open item.
    pub item: Option<ItemName>,
}

impl TimeState {
    pub(super) fn set(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "fenster" => {
                let (from, to) = value.split_once(',')?;
                self.window = Some(Window::new(parse_day(from)?, parse_day(to)?));
            }
            "bahn" => self.lanes = one_of(value, &LANES)?,
            "punkt" => self.item = Some(ItemName::parse(value)?),
            view => self.view = Some(one_of(view, &TIME_VIEWS)?),
        }
        Some(())
    }

    pub(super) fn write(&self, out: &mut Params) {
        let Self { window, lanes, view, item } = self;
        out.extend(window.map(|window| ("fenster", [window.from.iso(), window.to.iso()].join(","))));
        named(out, "bahn", *lanes, &LANES);
        let view = TIME_VIEWS.iter().find(|(_, other)| Some(*other) == *view);
        out.extend(view.map(|(name, _)| (*name, String::new())));
        out.extend(item.as_ref().map(|item| ("punkt", item.to_string())));
    }
}

/// What the page of comparisons shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareState {
    /// The ids of the articles; none: the first group of the collection.
    pub reports: Vec<String>,
    /// The tab.
    pub tab: CompareTab,
    /// The open row of the sheet.
    pub row: Option<String>,
    /// The passage to go to, from 1.
    pub passage: Option<u32>,
}

/// A tab of the page of comparisons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CompareTab {
    /// The sheet.
    #[default]
    Sheet,
    /// The articles with these numbers, side by side; none: the first two.
    Side(Vec<u32>),
    /// The passages.
    Passages,
}

impl CompareState {
    pub(super) fn set(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "bericht" => self.reports.push((!value.is_empty()).then(|| value.to_owned())?),
            "nebeneinander" => {
                let number = |letter: u8| letter.is_ascii_lowercase().then(|| u32::from(letter - b'a'));
                self.tab = CompareTab::Side(value.bytes().map(number).collect::<Option<_>>()?);
            }
            "passagen" => self.tab = CompareTab::Passages,
            "zeile" => self.row = Some(value.to_owned()),
            "passage" => self.passage = Some(value.parse().ok().filter(|number| *number > 0)?),
            _ => return None,
        }
        Some(())
    }

    pub(super) fn write(&self, out: &mut Params) {
        let Self { reports, tab, row, passage } = self;
        out.extend(reports.iter().map(|id| ("bericht", id.clone())));
        match tab {
            CompareTab::Sheet => (),
            CompareTab::Side(columns) => {
                let letters = columns.iter().filter_map(|column| char::from_u32(u32::from('a') + column)).collect();
                out.push(("nebeneinander", letters));
            }
            CompareTab::Passages => out.push(("passagen", String::new())),
        }
        out.extend(row.clone().map(|row| ("zeile", row)));
        out.extend(passage.map(|passage| ("passage", passage.to_string())));
    }
}

impl Display {
    pub(super) fn set(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "schrift" => self.size = value.parse().ok().filter(|n| (Display::SIZES.0..=Display::SIZES.1).contains(n))?,
            "abstand" => self.spacing = value.parse().ok().filter(|n| *n <= Display::SPACINGS)?,
            "grossbild" => self.projector = true,
            "nurtext" => self.text_only = true,
            "nummern" => self.numbers = true,
            _ => return None,
        }
        Some(())
    }

    pub(super) fn write(&self, out: &mut Params) {
        let Self { size, spacing, projector, text_only, numbers } = *self;
        if size != 0 {
            out.push(("schrift", size.to_string()));
        }
        if spacing != 0 {
            out.push(("abstand", spacing.to_string()));
        }
        let switches = [("grossbild", projector), ("nurtext", text_only), ("nummern", numbers)];
        out.extend(switches.into_iter().filter(|(_, on)| *on).map(|(key, _)| (key, String::new())));
    }
}
