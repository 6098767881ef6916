//! The address holds the state of the view, all of it after the `#`, which is never sent to a server.
//!
//! ```text
//! #/artikel/003_436c?q=sicherheit&name=PER:Wladimir+Putin&ohne=LOC,TIME&stelle=512;Putin&lang=en
//!   └ page  └ article   └ query     └ entity                └ hidden       └ passage      └ language
//! ```
//!
//! The meaning of a part never changes; should it have to, `v` gives the version.
//!
//! ```
//! use zeitlupe_words::address::{Address, Page};
//!
//! let (address, unknown) = Address::parse("#/suche?q=Gas&von=2022-02-01&unfug=1");
//! assert_eq!((&address.page, address.filter.query.as_str(), unknown), (&Page::Search, "Gas", vec!["unfug=1".to_owned()]));
//! assert_eq!(address.beside(Page::Time).href(), "#/zeit?von=2022-02-01");
//! ```

mod escape;
mod page;
mod parts;
mod state;
mod value;

use crate::Lang;
use escape::{decode, encode};
pub use page::{Entry, Page};
pub use parts::{Display, ItemName, Lanes, Layer, NamesView, Passage, Results, Stop, TimeView};
pub use state::{CompareState, CompareTab, NamesState, SearchFilter, SearchState, TimeState};
pub use value::parse_day;
use value::{Params, one_of};
pub use zeitlupe_core::entity::EntityName;

/// The whole state of the view: which page is open, and what the pages show.
///
/// The address also keeps the state of the other pages: that of an article opened from the timeline still has the timeline's window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The open page.
    pub page: Page,
    /// The search; names and timeline use its filter, the reader its list of hits.
    pub filter: SearchFilter,
    /// How the results of a search are shown.
    pub search: SearchState,
    /// The entity whose card is open, in the reader or on the page of names.
    pub entity: Option<EntityName>,
    /// The passage of the open article to go to.
    pub passage: Option<Passage>,
    /// Layers that are switched off, without duplicates, in the order of the legend.
    pub hidden: Vec<Layer>,
    /// How the names are shown.
    pub names: NamesState,
    /// What the timeline shows.
    pub time: TimeState,
    /// What the page of comparisons shows.
    pub compare: CompareState,
    /// The display settings.
    pub display: Display,
    /// The station of a guided tour.
    pub stop: Option<Stop>,
    /// Annotations in a link, still encoded.
    pub brought: Option<String>,
    /// The language of the interface.
    pub lang: Lang,
}

/// The version of addresses, raised only when the meaning of one changes. Addresses without a number are version 1.
const VERSION: u32 = 1;

impl Address {
    /// Another page with the same settings: language, hidden layers, display and tour stay; the filter and the state of the pages are dropped.
    pub fn at(&self, page: Page) -> Self {
        Self { page, lang: self.lang, hidden: self.hidden.clone(), display: self.display, stop: self.stop, ..Self::default() }
    }

    /// The address to share, without personal settings (display, tour, annotations).
    pub fn shared(&self) -> Self {
        Self { display: Display::default(), stop: None, ..self.clone() }
    }

    /// Another page, with the same filter by names and time if it has one.
    pub fn beside(&self, page: Page) -> Self {
        let mut there = self.at(page);
        if there.page.entry().filtered {
            there.filter.with = self.filter.with.clone();
            there.filter.period = self.filter.period;
        }
        there
    }

    /// An article, with the filter and order of the search that led there.
    pub fn article(&self, id: &str) -> Self {
        Self { page: Page::Article(id.to_owned()), passage: None, entity: None, compare: CompareState::default(), ..self.clone() }
    }

    /// The same view with a layer switched off, or on again.
    pub fn toggled(&self, layer: Layer) -> Self {
        let hidden = Layer::ALL.into_iter().filter(|other| self.hidden.contains(other) != (*other == layer)).collect();
        Self { hidden, ..self.clone() }
    }

    /// The same view with another search filter.
    pub fn filtered(&self, change: impl FnOnce(&mut SearchFilter)) -> Self {
        let mut address = self.clone();
        change(&mut address.filter);
        address
    }

    /// Parses what follows the `#`. Never fails: unknown parts are skipped and returned in the list.
    pub fn parse(fragment: &str) -> (Self, Vec<String>) {
        let mut unknown = Vec::new();
        let rest = fragment.trim_start_matches('#');
        let (path, params) = rest.split_once('?').unwrap_or((rest, ""));
        let page = Page::parse(path);
        if page.is_none() {
            unknown.push(path.to_owned());
        }
        let mut address = Self { page: page.unwrap_or_default(), ..Self::default() };
        for pair in params.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            if address.set(key, &decode(value)).is_none() {
                unknown.push(pair.to_owned());
            }
        }
        (address, unknown)
    }

    /// Sets the parameter `key`; `None` if it is unknown or invalid. `ansicht` belongs to both the search and the names, which have no
    /// value in common.
    fn set(&mut self, key: &str, value: &str) -> Option<()> {
        let of_page = self.filter.set(key, value).or_else(|| self.search.set(key, value)).or_else(|| self.names.set(key, value));
        let of_page =
            of_page.or_else(|| self.time.set(key, value)).or_else(|| self.compare.set(key, value)).or_else(|| self.display.set(key, value));
        if of_page.is_some() {
            return of_page;
        }
        match key {
            "name" => self.entity = Some(EntityName::parse(value)?),
            "stelle" => self.passage = Some(Passage::parse(value)?),
            "ohne" => {
                let codes: Vec<&str> = value.split(',').collect();
                let known = |code: &&str| Layer::ALL.iter().any(|layer| layer.code() == *code);
                self.hidden = Layer::ALL.into_iter().filter(|layer| codes.contains(&layer.code())).collect();
                codes.iter().all(known).then_some(())?;
            }
            "tour" => self.stop = Some(Stop::parse(value)?),
            "mit-belegen" => self.brought = Some(value.to_owned()),
            "v" => return value.parse().ok().filter(|version: &u32| *version <= VERSION).map(|_| ()),
            "lang" => self.lang = one_of(value, &[("de", Lang::De), ("en", Lang::En)])?,
            _ => return None,
        }
        Some(())
    }

    /// The address as a link, with its `#`. Parsing it gives the same address.
    pub fn href(&self) -> String {
        let mut out = self.page.path();
        for (n, (key, value)) in self.params().into_iter().enumerate() {
            out.push(if n == 0 { '?' } else { '&' });
            out.push_str(key);
            if !value.is_empty() || key == "quelle" {
                out.push('=');
                out.push_str(&encode(&value));
            }
        }
        out
    }

    /// All parameters, in a fixed order.
    fn params(&self) -> Params {
        let Self { page: _, filter, search, entity, passage, hidden, names, time, compare, display, stop, brought, lang } = self;
        let mut out = Vec::new();
        filter.write(&mut out);
        search.write(&mut out);
        out.extend(entity.as_ref().map(|entity| ("name", entity.to_string())));
        out.extend(passage.as_ref().map(|passage| ("stelle", passage.to_string())));
        if !hidden.is_empty() {
            out.push(("ohne", hidden.iter().map(|layer| layer.code()).collect::<Vec<_>>().join(",")));
        }
        names.write(&mut out);
        time.write(&mut out);
        compare.write(&mut out);
        display.write(&mut out);
        out.extend(stop.map(|stop| ("tour", stop.to_string())));
        out.extend(brought.clone().map(|notes| ("mit-belegen", notes)));
        if *lang == Lang::En {
            out.push(("lang", "en".to_owned()));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeitlupe_core::entity::EntityKind;

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
        for page in [Page::Privacy, Page::Access, Page::Imprint] {
            round(&format!("#/{}", page.entry().path));
        }
        round("#/artikel/003?schrift=-1&abstand=2&grossbild&nurtext&nummern&tour=1,4");
    }

    #[test]
    fn links_of_all_versions_keep_their_meaning() {
        // Published links: none may ever change its meaning. New ones are added below, none is removed.
        let (address, unknown) =
            Address::parse("#/artikel/003_436c?v=1&q=sicherheit&name=PER:Wladimir+Putin&ohne=LOC,TIME&stelle=512;Putin");
        assert!(unknown.is_empty());
        assert_eq!((&address.page, address.filter.query.as_str()), (&Page::Article("003_436c".into()), "sicherheit"));
        assert_eq!(address.passage, Some(Passage { start: 512, quote: "Putin".into() }));
        assert_eq!(address.hidden, [Layer::Names(EntityKind::Loc), Layer::Times]);
        let (address, unknown) = Address::parse("#/zeit?von=2022-02-01&rede&bahn=quelle&liste");
        assert_eq!(
            (address.filter.period.mentioned, address.time.lanes, address.time.view, unknown.len()),
            (true, Lanes::Source, Some(TimeView::List), 0)
        );
        // A link of a future version is reported, and the rest of it is used.
        let (address, unknown) = Address::parse("#/suche?v=2&q=Gas");
        assert_eq!((address.filter.query.as_str(), unknown), ("Gas", vec!["v=2".to_owned()]));
    }

    #[test]
    fn personal_settings_are_not_shared() {
        let (address, _) = Address::parse("#/artikel/003?q=Gas&schrift=3&grossbild&tour=1,2&stelle=5;Gas");
        assert_eq!(address.shared().href(), "#/artikel/003?q=Gas&stelle=5;Gas");
        assert_eq!(address.at(Page::Names).href(), "#/namen?schrift=3&grossbild&tour=1,2");
    }

    #[test]
    fn a_damaged_address_keeps_its_valid_parts() {
        let (address, unknown) = Address::parse("#/artikel/x?q=%zz%C3&foo=1&von=2022-02-31&stelle=abc&ohne=PER,XXX&lang=fr&mit=PER:");
        assert_eq!(address.page, Page::Article("x".into()));
        assert_eq!(address.filter.query, "%zz\u{fffd}");
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
        let far = ["Zuerst kam ein langer Absatz. ".repeat(9), "Dann sprach Putin mit Xi.".into()].concat();
        assert_eq!(passage.find(&far), None);
        let sentence = Passage { start: 20, quote: "sprach Putin mit Xi".into() };
        assert_eq!(sentence.find(&far).map(|s| s.start), Some(275));
    }
}
