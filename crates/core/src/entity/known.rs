//! Facts about well-known places, organisations and persons: their Wikidata item, and the coordinates of a place.

use super::lexicon::items;
use super::{EntityKind, Known};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Items as `Berlin Q64 @52.52 13.41`: the canonical name as in the other lists, Wikidata item, latitude and longitude.
const LIST: &str = include_str!("lexicon/known.txt");

/// The facts about the entity of this kind and canonical name.
pub(super) fn known(kind: EntityKind, name: &str) -> Option<Known> {
    static TABLE: OnceLock<BTreeMap<(EntityKind, &'static str), Known>> = OnceLock::new();
    let table = TABLE.get_or_init(|| items(LIST).map(|(kind, item)| read(kind, item)).collect());
    table.get(&(kind, name)).copied()
}

fn read(kind: EntityKind, item: &'static str) -> ((EntityKind, &'static str), Known) {
    let (item, place) = item.split_once(" @").map_or((item, None), |(item, place)| (item, place.split_once(' ')));
    let (name, number) = item.rsplit_once(" Q").unwrap_or((item, ""));
    let degrees = |text: &str| Some((text.parse::<f32>().ok()? * 100.0).round() as i16);
    let place = place.and_then(|(latitude, longitude)| Some((degrees(latitude)?, degrees(longitude)?)));
    ((kind, name), Known { wikidata: number.parse().ok(), place })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::lexicon::{Class, Lexicon};
    use std::collections::BTreeSet;

    fn all() -> Vec<((EntityKind, &'static str), Known)> {
        items(LIST).map(|(kind, item)| read(kind, item)).collect()
    }

    #[test]
    fn every_item_is_listed_once() {
        let all = all();
        let names: BTreeSet<_> = all.iter().map(|(key, _)| key).collect();
        let ids: BTreeSet<_> = all.iter().filter_map(|(_, known)| known.wikidata).collect();
        assert_eq!(names.len(), all.len());
        assert_eq!(ids.len(), all.iter().filter(|(_, known)| known.wikidata.is_some()).count());
    }

    #[test]
    fn every_item_has_plausible_facts() {
        for ((kind, name), known) in all() {
            assert!(known.wikidata.is_some() || known.place.is_some(), "{name}");
            assert!(!name.contains(['Q', '@', '=']) || known.wikidata.is_some(), "{name}");
            let Some((latitude, longitude)) = known.place else { continue };
            assert!(kind == EntityKind::Loc && latitude.abs() <= 9000 && longitude.abs() <= 18000, "{name}");
        }
    }

    #[test]
    fn every_item_is_a_canonical_name_of_another_list() {
        let unlisted: Vec<_> = all().into_iter().filter(|((_, name), _)| !Lexicon::get().lists(name)).map(|((_, name), _)| name).collect();
        assert!(unlisted.is_empty(), "{unlisted:?}");
    }

    #[test]
    fn every_state_has_an_item_and_coordinates() {
        const FORMER: [&str; 8] =
            ["DDR", "Jugoslawien", "Österreich-Ungarn", "Preußen", "Sowjetunion", "Tschechoslowakei", "Kurdistan", "Westdeutschland"];
        const REALMS: [&str; 5] = ["Ostdeutschland", "Deutsches Reich", "Römisches Reich", "Osmanisches Reich", "Habsburgerreich"];
        let countries = Lexicon::get().names.values().flatten().filter(|entry| entry.class == Class::Country);
        let names: BTreeSet<String> = countries.map(|entry| crate::entity::lexicon::shown(entry.canonical)).collect();
        assert!(names.len() > 195);
        for name in names.iter().filter(|name| !FORMER.contains(&name.as_str()) && !REALMS.contains(&name.as_str())) {
            let known = known(EntityKind::Loc, name);
            assert!(known.is_some_and(|known| known.wikidata.is_some() && known.place.is_some()), "{name}");
        }
    }

    #[test]
    fn coordinates_are_correct() {
        let berlin = known(EntityKind::Loc, "Berlin").expect("Berlin");
        assert_eq!(berlin, Known { wikidata: Some(64), place: Some((5252, 1341)) });
        assert_eq!(known(EntityKind::Org, "Nato").and_then(|known| known.wikidata), Some(7184));
        assert_eq!(known(EntityKind::Per, "Berlin"), None);
    }
}
