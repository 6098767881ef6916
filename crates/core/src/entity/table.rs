//! The table of names: a selection of entities in some order, with their counts.
//!
//! ```
//! use zeitlupe_core::{article::ArticleId, entity::{Entity, table::{Selection, Table}}};
//! let entity = |name: &str, count| Entity { name: name.into(), counts: vec![(ArticleId(0), count)], ..Entity::default() };
//! let entities = [entity("Olaf Scholz", 2), entity("Xi Jinping", 5)];
//! let table = Table::new(&entities, vec![None], &Selection::default());
//! assert_eq!(table.rows.iter().map(|row| row.mentions).collect::<Vec<_>>(), [5, 2]);
//! ```

use super::spread::Axis;
use super::{Entity, EntityId, EntityKind};
use crate::article::ArticleId;
use crate::day::Day;
use crate::order;
use crate::text::fold;
use std::cmp::Ordering;

/// The order of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The most frequent first.
    #[default]
    Count,
    /// Alphabetically.
    Name,
    /// By number of articles, the largest first.
    Articles,
    /// By first mention, the earliest first; those without dates last.
    First,
    /// By last mention, the latest first; those without dates last.
    Last,
}

/// Which names to list, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only this kind.
    pub kind: Option<EntityKind>,
    /// Only names with a form that contains these letters.
    pub letters: String,
    /// Only count articles that name all of these.
    pub with: Vec<EntityId>,
    /// Only count articles for which this is true; `None` for all.
    pub within: Option<Vec<bool>>,
    /// Only names with coordinates.
    pub placed: bool,
    /// The order.
    pub order: Order,
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The entity.
    pub id: EntityId,
    /// Number of mentions as a name.
    pub mentions: u32,
    /// Number of articles with such mentions.
    pub articles: u32,
    /// First and last possible day of the earliest of them.
    pub first: Option<(Day, Day)>,
    /// The same for the latest.
    pub last: Option<(Day, Day)>,
}

/// The rows, and the common axis of their bar charts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// The time axis; `None` if no article has a precise enough date.
    pub axis: Option<Axis>,
    /// The count of the highest bar of all rows.
    pub most: u32,
    /// Number of articles that no bar counts because their date is unknown or too vague.
    pub unplaced: u32,
    /// For each article whether it is counted; `None` for all.
    within: Option<Vec<bool>>,
    dates: Vec<Option<(Day, Day)>>,
}

impl Table {
    /// The table of a selection; `dates` are the first and last possible day of each article.
    pub fn new(entities: &[Entity], dates: Vec<Option<(Day, Day)>>, selection: &Selection) -> Self {
        let named = naming_all(entities, dates.len(), &selection.with);
        let within = match (named, &selection.within) {
            (Some(named), Some(within)) => Some(named.iter().zip(within).map(|(named, within)| *named && *within).collect()),
            (named, within) => named.or_else(|| within.clone()).filter(|within: &Vec<bool>| within.len() == dates.len()),
        };
        let axis = Axis::over(&dates);
        let counted = |article: usize| within.as_ref().is_none_or(|within| within[article]);
        let has_bar = |date: &Option<(Day, Day)>| date.zip(axis).is_some_and(|(date, axis)| axis.at(date).is_some());
        let unplaced = dates.iter().enumerate().filter(|(article, date)| counted(*article) && !has_bar(date)).count() as u32;
        let mut table = Self { rows: Vec::new(), axis, most: 0, unplaced, within, dates };
        let letters = fold(selection.letters.trim());
        for (n, entity) in entities.iter().enumerate() {
            let row = table.row(EntityId(n as u32), entity);
            // A name that only occurs in adjectives or the like is listed if nothing narrows the list.
            if selection.fits(entity, &letters) && (row.mentions > 0 || !(selection.placed || table.within.is_some())) {
                table.most = table.bars(entity).into_iter().max().unwrap_or(0).max(table.most);
                table.rows.push(row);
            }
        }
        table.sort(entities, selection.order);
        table
    }

    /// Number of mentions of a name in each step.
    pub fn bars(&self, entity: &Entity) -> Vec<u32> {
        self.axis.map(|axis| axis.bars(self.counts(entity), &self.dates)).unwrap_or_default()
    }

    fn counts<'e>(&'e self, entity: &'e Entity) -> impl Iterator<Item = (ArticleId, u32)> + 'e {
        let counted = |article: ArticleId| self.within.as_ref().is_none_or(|within| within.get(article.0 as usize) == Some(&true));
        entity.counts.iter().copied().filter(move |(article, _)| counted(*article))
    }

    fn row(&self, id: EntityId, entity: &Entity) -> Row {
        let mut row = Row { id, mentions: 0, articles: 0, first: None, last: None };
        for (article, count) in self.counts(entity) {
            row.mentions += count;
            row.articles += 1;
            if let Some(date) = self.dates.get(article.0 as usize).copied().flatten() {
                row.first = Some(row.first.map_or(date, |first| first.min(date)));
                row.last = Some(row.last.filter(|last| (last.1, last.0) > (date.1, date.0)).unwrap_or(date));
            }
        }
        row
    }

    fn sort(&mut self, entities: &[Entity], by: Order) {
        let names: Vec<String> = if by == Order::Name { entities.iter().map(|entity| fold(&entity.name)).collect() } else { Vec::new() };
        let compare = |a: &Row, b: &Row| -> Ordering {
            match by {
                Order::Count => b.mentions.cmp(&a.mentions),
                Order::Name => names[a.id.0 as usize].cmp(&names[b.id.0 as usize]),
                Order::Articles => b.articles.cmp(&a.articles),
                Order::First => (a.first.is_none(), a.first).cmp(&(b.first.is_none(), b.first)),
                Order::Last => b.last.map(|(_, latest)| latest).cmp(&a.last.map(|(_, latest)| latest)),
            }
        };
        order::sort_by(&mut self.rows, |a, b| compare(a, b).then(a.id.cmp(&b.id)));
    }
}

impl Selection {
    fn fits(&self, entity: &Entity, letters: &str) -> bool {
        // Entities without mentions were removed by a correction.
        entity.total() + entity.derived > 0
            && self.kind.is_none_or(|kind| entity.kind == kind)
            && (!self.placed || entity.place().is_some())
            && (letters.is_empty()
                || fold(&entity.name).contains(letters)
                || entity.forms.iter().any(|(form, _)| fold(form).contains(letters)))
    }
}

/// For each of `articles` whether it names all of `with`; `None` if `with` is empty.
pub fn naming_all(entities: &[Entity], articles: usize, with: &[EntityId]) -> Option<Vec<bool>> {
    let mut named = vec![0; if with.is_empty() { 0 } else { articles }];
    for (article, _) in with.iter().filter_map(|id| entities.get(id.0 as usize)).flat_map(|entity| &entity.counts) {
        if let Some(named) = named.get_mut(article.0 as usize) {
            *named += 1;
        }
    }
    (!with.is_empty()).then(|| named.into_iter().map(|named| named == with.len()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::Known;

    /// `PER Xi 0:2 3:1`: mentions by article.
    fn entity(line: &str) -> Entity {
        let mut words = line.split(' ');
        let kind = words.next().and_then(|code| EntityKind::ALL.into_iter().find(|kind| kind.code() == code)).unwrap();
        let name = words.next().unwrap().to_owned();
        let number = |text: &str| text.parse::<u32>().unwrap();
        let counts = words.filter_map(|word| word.split_once(':')).map(|(article, n)| (ArticleId(number(article)), number(n))).collect();
        Entity { kind, name, forms: Vec::new(), counts, derived: 0, ..Entity::default() }
    }

    fn entities() -> Vec<Entity> {
        ["LOC Moskau 0:3 1:1 2:2", "PER Xi 0:2 3:1", "PER Änne 1:3", "LOC Peking 0:1 3:1"].into_iter().map(entity).collect()
    }

    /// Articles of 1 to 3 January 1970, and one without a date.
    fn dates() -> Vec<Option<(Day, Day)>> {
        [Some(0), Some(1), Some(2), None].map(|day: Option<i32>| day.map(|day| (Day(day), Day(day)))).to_vec()
    }

    fn names(selection: &Selection) -> String {
        let entities = entities();
        let table = Table::new(&entities, dates(), selection);
        table.rows.iter().map(|row| entities[row.id.0 as usize].name.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn rows_come_in_every_order() {
        let by = |order: Order| names(&Selection { order, ..Selection::default() });
        assert_eq!(by(Order::Count), "Moskau Xi Änne Peking");
        assert_eq!(by(Order::Name), "Änne Moskau Peking Xi");
        assert_eq!(by(Order::Articles), "Moskau Xi Peking Änne");
        assert_eq!(by(Order::First), "Moskau Xi Peking Änne");
        assert_eq!(by(Order::Last), "Moskau Änne Xi Peking");
    }

    #[test]
    fn only_matching_mentions_are_counted() {
        assert_eq!(names(&Selection { kind: Some(EntityKind::Per), ..Selection::default() }), "Xi Änne");
        assert_eq!(names(&Selection { letters: " ANN".into(), ..Selection::default() }), "Änne");
        assert_eq!(names(&Selection { placed: true, ..Selection::default() }), "");
        let table = Table::new(&entities(), dates(), &Selection { with: vec![EntityId(1)], ..Selection::default() });
        let counts: Vec<_> = table.rows.iter().map(|row| (row.id.0, row.mentions, row.articles)).collect();
        // Articles 0 and 3 name Xi; neither names Änne.
        assert_eq!(counts, [(0, 3, 1), (1, 3, 2), (3, 2, 2)]);
        assert_eq!((table.most, table.unplaced), (3, 1));
        let none = Selection { with: vec![EntityId(1), EntityId(2)], ..Selection::default() };
        assert!(Table::new(&entities(), dates(), &none).rows.is_empty());
    }

    #[test]
    fn rows_have_bars_and_days() {
        let entities = entities();
        let table = Table::new(&entities, dates(), &Selection::default());
        assert_eq!(table.bars(&entities[0]), [3, 1, 2]);
        assert_eq!(
            table.rows[1],
            Row { id: EntityId(1), mentions: 3, articles: 2, first: Some((Day(0), Day(0))), last: Some((Day(0), Day(0))) }
        );
        assert_eq!((table.most, table.unplaced), (3, 1));
        let undated = Table::new(&entities, vec![None; 4], &Selection::default());
        assert_eq!((undated.axis, undated.unplaced, undated.bars(&entities[0])), (None, 4, Vec::new()));
    }

    #[test]
    fn only_names_with_coordinates_can_be_selected() {
        let mut entities = entities();
        entities[3].known = Some(Known { wikidata: Some(956), place: Some((3990, 11640)) });
        let table = Table::new(&entities, dates(), &Selection { placed: true, ..Selection::default() });
        assert_eq!(table.rows.iter().map(|row| row.id.0).collect::<Vec<_>>(), [3]);
    }
}
