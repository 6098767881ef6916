//! The address is the state of the view: everything after the `#`, which never reaches a host.
//!
//! ```text
//! #/artikel/003_436c?q=sicherheit&name=PER:Wladimir+Putin&ohne=LOC,TIME&stelle=512;Putin&lang=en
//!   └ page  └ article   └ query     └ entity                └ hidden       └ passage      └ language
//! ```
//!
//! What a part means never changes; where it must, `v` tells the versions apart.

mod escape;
mod parts;

use super::Lang;
use escape::{decode, encode};
pub use parts::{Display, ItemName, Lanes, Layer, NamesView, Paper, Passage, Results, Stop, TimeView};
use parts::{LANES, TIME_VIEWS};
use std::fmt::Write;
use zeitlupe_core::day::Day;
use zeitlupe_core::entity::EntityKind;
pub use zeitlupe_core::entity::EntityName;
use zeitlupe_core::entity::table::Order;
use zeitlupe_core::room::{LineOrder, Period, Sort};
use zeitlupe_core::timeline::scale::Window;

/// Which view is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The corpus as a whole.
    #[default]
    Overview,
    /// The results of a search.
    Search,
    /// One article, by its id.
    Article(String),
    /// All names.
    Names,
    /// The timeline.
    Time,
    /// What this is, how its dates are known, its limits.
    About,
    /// The reader's own passages and notes.
    Evidence,
    /// The questions that were put beside the articles.
    Tasks,
    /// A page of fixed words.
    Paper(Paper),
}

/// What orders are called in addresses; the most frequent first goes without a word.
const ORDERS: [(&str, Order); 4] =
    [("name", Order::Name), ("artikel", Order::Articles), ("zuerst", Order::First), ("zuletzt", Order::Last)];

/// The whole state of the view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Which view.
    pub page: Page,
    /// The query as typed.
    pub query: String,
    /// Only this source; the empty string: not known.
    pub source: Option<String>,
    /// Only this month (`2022-02`), `-` for no date.
    pub month: Option<String>,
    /// Only articles that name these.
    pub with: Vec<EntityName>,
    /// Only articles of this stretch of time; on the timeline, what is chosen of it.
    pub period: Period,
    /// Order of the hits.
    pub sort: Sort,
    /// How the results are shown.
    pub results: Results,
    /// Order of the lines of the concordance.
    pub lines: LineOrder,
    /// The entity whose card is open.
    pub entity: Option<EntityName>,
    /// The passage to go to.
    pub passage: Option<Passage>,
    /// Layers that are switched off, each once, in the order of the legend.
    pub hidden: Vec<Layer>,
    /// Only names of this kind in the list of names.
    pub kind: Option<EntityKind>,
    /// How the names are shown.
    pub view: NamesView,
    /// Order of the list of names.
    pub names: Order,
    /// Order of those that are named together.
    pub pairs: Order,
    /// How close the map is shown.
    pub zoom: i8,
    /// Lanes of the timeline.
    pub lanes: Lanes,
    /// How the timeline is shown; `None`: as fits the width of the window.
    pub time_view: Option<TimeView>,
    /// The part of time that is drawn; `None`: what is chosen, or where most happens.
    pub window: Option<Window>,
    /// The item of the timeline that is looked at.
    pub item: Option<ItemName>,
    /// How the page is set.
    pub display: Display,
    /// The station of a guided tour.
    pub stop: Option<Stop>,
    /// Passages and notes that a link brings along, as they stand in it.
    pub brought: Option<String>,
    /// Language of the interface.
    pub lang: Lang,
}

/// The version of the addresses: only raised when what one means changes. Those without a number are of the first.
const VERSION: u32 = 1;

impl Address {
    /// The same settings on another page: language, hidden layers and looks stay, what belongs to the old view goes.
    pub fn at(&self, page: Page) -> Self {
        Self { page, lang: self.lang, hidden: self.hidden.clone(), display: self.display, stop: self.stop, ..Self::default() }
    }

    /// The same state without what only suits this reader or this screen: as it is passed on.
    pub fn shared(&self) -> Self {
        Self { display: Display::default(), stop: None, ..self.clone() }
    }

    /// Another page, with the same filter by names and time where it has one.
    pub fn beside(&self, page: Page) -> Self {
        if !matches!(page, Page::Search | Page::Names | Page::Time) {
            return self.at(page);
        }
        Self { with: self.with.clone(), period: self.period, ..self.at(page) }
    }

    /// The article of the corpus, with the filter and order of the search that led there.
    pub fn article(&self, id: &str) -> Self {
        Self { page: Page::Article(id.to_owned()), passage: None, entity: None, ..self.clone() }
    }

    /// The same view with a layer switched off, or on again.
    pub fn toggled(&self, layer: Layer) -> Self {
        let hidden = Layer::ALL.into_iter().filter(|other| self.hidden.contains(other) != (*other == layer)).collect();
        Self { hidden, ..self.clone() }
    }

    /// Whether the hits are narrowed by more than the query.
    pub fn is_filtered(&self) -> bool {
        self.source.is_some() || self.month.is_some() || !self.with.is_empty() || !self.period.is_open()
    }

    /// Reads what follows the `#`. Never fails: what is not understood is left out and named in the list.
    pub fn parse(fragment: &str) -> (Self, Vec<String>) {
        let mut unknown = Vec::new();
        let rest = fragment.trim_start_matches('#');
        let (path, params) = rest.split_once('?').unwrap_or((rest, ""));
        let page = match path.trim_matches('/').split_once('/').unwrap_or((path.trim_matches('/'), "")) {
            ("", _) => Page::Overview,
            ("suche", "") => Page::Search,
            ("artikel", id) if !id.is_empty() => Page::Article(decode(id)),
            ("namen", "") => Page::Names,
            ("zeit", "") => Page::Time,
            ("ueber", "") => Page::About,
            ("belege", "") => Page::Evidence,
            ("aufgaben", "") => Page::Tasks,
            (name, "") if Paper::ALL.iter().any(|paper| paper.code() == name) => {
                Paper::ALL.into_iter().find(|paper| paper.code() == name).map_or(Page::Overview, Page::Paper)
            }
            _ => {
                unknown.push(path.to_owned());
                Page::Overview
            }
        };
        let mut address = Self { page, ..Self::default() };
        for pair in params.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            if address.set(key, decode(value)).is_none() {
                unknown.push(pair.to_owned());
            }
        }
        (address, unknown)
    }

    fn set(&mut self, key: &str, value: String) -> Option<()> {
        match key {
            "q" => self.query = value,
            "quelle" => self.source = Some(value),
            "monat" => self.month = Some(value),
            "mit" => self.with.push(EntityName::parse(&value)?),
            "von" => self.period.from = Some(parse_day(&value)?),
            "bis" => self.period.to = Some(parse_day(&value)?),
            "rede" => self.period.told = true,
            "fenster" => {
                let (from, to) = value.split_once(',')?;
                self.window = Some(Window::new(parse_day(from)?, parse_day(to)?));
            }
            "punkt" => self.item = Some(ItemName::parse(&value)?),
            "ordnung" => self.sort = one_of(&value, &[("neu", Sort::Newest), ("alt", Sort::Oldest)])?,
            "ansicht" if value == "netz" => self.view = NamesView::Net,
            "ansicht" if value == "karte" => self.view = NamesView::Map,
            "ansicht" => self.results = one_of(&value, &[("konkordanz", Results::Lines), ("verlauf", Results::Trend)])?,
            "zeilen" => self.lines = one_of(&value, &[("links", LineOrder::Left), ("rechts", LineOrder::Right)])?,
            "name" => self.entity = Some(EntityName::parse(&value)?),
            "stelle" => {
                self.passage = Some(Passage::parse(&value)?);
            }
            "ohne" => {
                let codes: Vec<&str> = value.split(',').collect();
                let known = |code: &&str| Layer::ALL.iter().any(|layer| layer.code() == *code);
                self.hidden = Layer::ALL.into_iter().filter(|layer| codes.contains(&layer.code())).collect();
                codes.iter().all(known).then_some(())?;
            }
            "art" => self.kind = Some(EntityKind::of_code(&value)?),
            "reihe" => self.names = one_of(&value, &ORDERS)?,
            "paare" => self.pairs = one_of(&value, &ORDERS)?,
            "zoom" => self.zoom = value.parse().ok()?,
            "bahn" => self.lanes = one_of(&value, &LANES)?,
            "zeichnung" | "liste" | "tabelle" => self.time_view = one_of(key, &TIME_VIEWS),
            "schrift" => self.display.size = value.parse().ok().filter(|n| (Display::SIZES.0..=Display::SIZES.1).contains(n))?,
            "abstand" => self.display.spacing = value.parse().ok().filter(|n| *n <= Display::SPACINGS)?,
            "grossbild" => self.display.projector = true,
            "nurtext" => self.display.calm = true,
            "nummern" => self.display.numbers = true,
            "tour" => {
                let (tour, station) = value.split_once(',')?;
                let number = |text: &str| text.parse().ok().filter(|n| *n > 0);
                self.stop = Some(Stop { tour: number(tour)?, station: number(station)? });
            }
            "mit-belegen" => self.brought = Some(value),
            "v" => return value.parse().ok().filter(|version: &u32| *version <= VERSION).map(|_| ()),
            "lang" => self.lang = one_of(&value, &[("de", Lang::De), ("en", Lang::En)])?,
            _ => return None,
        }
        Some(())
    }

    /// The address as it stands in a link, with its `#`. Reading it back gives the same address.
    pub fn href(&self) -> String {
        let mut out = match &self.page {
            Page::Overview => "#/".to_owned(),
            Page::Search => "#/suche".to_owned(),
            Page::Article(id) => format!("#/artikel/{}", encode(id)),
            Page::Names => "#/namen".to_owned(),
            Page::Time => "#/zeit".to_owned(),
            Page::About => "#/ueber".to_owned(),
            Page::Evidence => "#/belege".to_owned(),
            Page::Tasks => "#/aufgaben".to_owned(),
            Page::Paper(paper) => format!("#/{}", paper.code()),
        };
        for (n, (key, value)) in self.params().into_iter().enumerate() {
            let sign = if n == 0 { '?' } else { '&' };
            if value.is_empty() && key != "quelle" {
                let _ = write!(out, "{sign}{key}");
            } else {
                let _ = write!(out, "{sign}{key}={}", encode(&value));
            }
        }
        out
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        let mut out = Vec::new();
        if !self.query.is_empty() {
            out.push(("q", self.query.clone()));
        }
        out.extend(self.source.clone().map(|source| ("quelle", source)));
        out.extend(self.month.clone().map(|month| ("monat", month)));
        out.extend(self.with.iter().map(|entity| ("mit", entity.to_string())));
        out.extend(self.period.from.map(|day| ("von", day.iso())));
        out.extend(self.period.to.map(|day| ("bis", day.iso())));
        out.extend(self.period.told.then(|| ("rede", String::new())));
        match self.sort {
            Sort::Relevance => {}
            Sort::Newest => out.push(("ordnung", "neu".to_owned())),
            Sort::Oldest => out.push(("ordnung", "alt".to_owned())),
        }
        match self.results {
            Results::Hits => {}
            Results::Lines => out.push(("ansicht", "konkordanz".to_owned())),
            Results::Trend => out.push(("ansicht", "verlauf".to_owned())),
        }
        match self.lines {
            LineOrder::Place => {}
            LineOrder::Left => out.push(("zeilen", "links".to_owned())),
            LineOrder::Right => out.push(("zeilen", "rechts".to_owned())),
        }
        out.extend(self.entity.as_ref().map(|entity| ("name", entity.to_string())));
        out.extend(self.passage.as_ref().map(|p| ("stelle", format!("{};{}", p.start, p.quote))));
        if !self.hidden.is_empty() {
            out.push(("ohne", self.hidden.iter().map(|layer| layer.code()).collect::<Vec<_>>().join(",")));
        }
        out.extend(self.kind.map(|kind| ("art", kind.code().to_owned())));
        match self.view {
            NamesView::Table => {}
            NamesView::Net => out.push(("ansicht", "netz".to_owned())),
            NamesView::Map => out.push(("ansicht", "karte".to_owned())),
        }
        for (key, order) in [("reihe", self.names), ("paare", self.pairs)] {
            let name = ORDERS.iter().find(|(_, other)| *other == order);
            out.extend(name.map(|(name, _)| (key, (*name).to_owned())));
        }
        if self.zoom != 0 {
            out.push(("zoom", self.zoom.to_string()));
        }
        out.extend(self.window.map(|window| ("fenster", format!("{},{}", window.from.iso(), window.to.iso()))));
        let lanes = LANES.iter().find(|(_, other)| *other == self.lanes);
        out.extend(lanes.map(|(name, _)| ("bahn", (*name).to_owned())));
        let view = TIME_VIEWS.iter().find(|(_, other)| Some(*other) == self.time_view);
        out.extend(view.map(|(name, _)| (*name, String::new())));
        out.extend(self.item.as_ref().map(|item| ("punkt", item.to_string())));
        if self.display.size != 0 {
            out.push(("schrift", self.display.size.to_string()));
        }
        if self.display.spacing != 0 {
            out.push(("abstand", self.display.spacing.to_string()));
        }
        let flags = [("grossbild", self.display.projector), ("nurtext", self.display.calm), ("nummern", self.display.numbers)];
        out.extend(flags.into_iter().filter(|(_, set)| *set).map(|(key, _)| (key, String::new())));
        out.extend(self.stop.map(|stop| ("tour", format!("{},{}", stop.tour, stop.station))));
        out.extend(self.brought.clone().map(|notes| ("mit-belegen", notes)));
        if self.lang == Lang::En {
            out.push(("lang", "en".to_owned()));
        }
        out
    }
}

/// A day as [`Day::iso`] writes it, `2022-02-04`; `None` for anything else.
pub fn parse_day(value: &str) -> Option<Day> {
    let (sign, digits) = value.strip_prefix('-').map_or((1, value), |rest| (-1, rest));
    let mut parts = digits.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let day = Day::from_civil(sign * year.parse::<i32>().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    (day.iso() == value).then_some(day)
}

fn one_of<T: Copy>(value: &str, known: &[(&str, T)]) -> Option<T> {
    known.iter().find(|(name, _)| *name == value).map(|(_, meaning)| *meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(fragment: &str) {
        let (address, unknown) = Address::parse(fragment);
        assert!(unknown.is_empty(), "{unknown:?}");
        assert_eq!(address.href(), fragment);
    }

    #[test]
    fn every_state_is_a_link() {
        round("#/");
        round("#/suche?q=Nato+%26+Co&quelle=dpa,+AFP&monat=2022-02&mit=PER:Wladimir+Putin&von=2022-02-01&bis=2022-02-28&ordnung=neu");
        round("#/suche?quelle=");
        round("#/suche?q=Gas&ansicht=konkordanz&zeilen=links");
        round("#/suche?q=Gas&ansicht=verlauf");
        round("#/artikel/000_6a6f?name=LOC:%C3%96sterreich&stelle=12;nie+da&ohne=LOC,TIME&lang=en");
        round("#/namen?art=ORG&reihe=artikel");
        round("#/namen?mit=PER:Xi+Jinping&name=LOC:Peking&ansicht=netz&reihe=zuletzt&paare=name");
        round("#/namen?ansicht=karte&zoom=-3");
        round("#/zeit?von=2022-02-01&rede&fenster=2022-01-31,2022-02-20&bahn=quelle&liste&punkt=003_436c;512;4.+Februar+2022");
        round("#/zeit?bahn=name&tabelle&punkt=003_436c");
        round("#/ueber");
        round("#/belege?mit-belegen=AQID-_");
        round("#/aufgaben");
        for paper in Paper::ALL {
            round(&format!("#/{}", paper.code()));
        }
        round("#/artikel/003?schrift=-1&abstand=2&grossbild&nurtext&nummern&tour=1,4");
    }

    #[test]
    fn links_of_every_version_are_understood() {
        // Links that were passed on: none of these may ever change its meaning. A new one is added below, nothing is taken away.
        let (address, unknown) =
            Address::parse("#/artikel/003_436c?v=1&q=sicherheit&name=PER:Wladimir+Putin&ohne=LOC,TIME&stelle=512;Putin");
        assert!(unknown.is_empty());
        assert_eq!((address.page, address.query.as_str()), (Page::Article("003_436c".into()), "sicherheit"));
        assert_eq!(address.passage, Some(Passage { start: 512, quote: "Putin".into() }));
        assert_eq!(address.hidden, [Layer::Names(EntityKind::Loc), Layer::Times]);
        let (address, unknown) = Address::parse("#/zeit?von=2022-02-01&rede&bahn=quelle&liste");
        assert_eq!((address.period.told, address.lanes, address.time_view, unknown.len()), (true, Lanes::Source, Some(TimeView::List), 0));
        // A link of a version to come says so, and the rest of it counts.
        let (address, unknown) = Address::parse("#/suche?v=2&q=Gas");
        assert_eq!((address.query.as_str(), unknown), ("Gas", vec!["v=2".to_owned()]));
    }

    #[test]
    fn what_suits_one_reader_only_is_not_passed_on() {
        let (address, _) = Address::parse("#/artikel/003?q=Gas&schrift=3&grossbild&tour=1,2&stelle=5;Gas");
        assert_eq!(address.shared().href(), "#/artikel/003?q=Gas&stelle=5;Gas");
        assert_eq!(address.at(Page::Names).href(), "#/namen?schrift=3&grossbild&tour=1,2");
    }

    #[test]
    fn a_mangled_address_keeps_what_is_sound() {
        let (address, unknown) = Address::parse("#/artikel/x?q=%zz%C3&foo=1&von=2022-02-31&stelle=abc&ohne=PER,XXX&lang=fr&mit=PER:");
        assert_eq!(address.page, Page::Article("x".into()));
        assert_eq!(address.query, "%zz\u{fffd}");
        assert_eq!(unknown, ["foo=1", "von=2022-02-31", "stelle=abc", "ohne=PER,XXX", "lang=fr", "mit=PER:"]);
        let (address, unknown) = Address::parse("#/nirgendwo/sonst");
        assert_eq!((address.page, unknown.len()), (Page::Overview, 1));
        for hostile in ["", "#", "#?", "#/%", "#/artikel/%F0%9F%99%82?=&&=", "#/artikel/..%2F..%2F<script>"] {
            let (address, _) = Address::parse(hostile);
            assert_eq!(Address::parse(&address.href()).0, address);
        }
    }

    #[test]
    fn a_passage_is_found_again_in_an_edited_text() {
        let passage = Passage { start: 20, quote: "Putin".into() };
        assert_eq!(passage.find("Putin kam. Danach sprach Putin mit Xi.").map(|s| s.start), Some(25));
        assert_eq!(passage.find("Xi kam allein."), None);
    }
}
