//! The table of names: which of them, in which order, with what is counted of each.

use super::spread::Axis;
use super::{Entity, EntityId, EntityKind};
use crate::article::ArticleId;
use crate::day::Day;
use crate::order;
use crate::text::fold;
use std::cmp::Ordering;

/// In which order names stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The most frequent first.
    #[default]
    Count,
    /// By the alphabet.
    Name,
    /// Those in the most articles first.
    Articles,
    /// Those named earliest first; those without a date last.
    First,
    /// Those named latest first; those without a date last.
    Last,
}

/// What is wanted of all names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only this kind.
    pub kind: Option<EntityKind>,
    /// Only those of which a form holds these letters.
    pub letters: String,
    /// Only what articles hold that name all of these.
    pub with: Vec<EntityId>,
    /// Only what articles hold for which this is true; `None`: no matter which.
    pub within: Option<Vec<bool>>,
    /// Only those that have a place on the map.
    pub placed: bool,
    /// In this order.
    pub order: Order,
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Whose.
    pub id: EntityId,
    /// Mentions as a name.
    pub mentions: u32,
    /// Articles that hold one.
    pub articles: u32,
    /// First and last day that the date of the earliest of them can mean.
    pub first: Option<(Day, Day)>,
    /// The same of the latest.
    pub last: Option<(Day, Day)>,
}

/// The rows, and what their bars have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// The steps of the bars; `None` where no article has a date that is exact enough.
    pub axis: Option<Axis>,
    /// What the highest bar of all rows counts.
    pub most: u32,
    /// Articles that no bar counts, as their date is not known, or not well enough.
    pub unplaced: u32,
    /// For each article whether it is counted; `None`: all are.
    within: Option<Vec<bool>>,
    dates: Vec<Option<(Day, Day)>>,
}

impl Table {
    /// The rows that fit a selection.
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
            // A name of which only adjectives and the like stand somewhere is listed where nothing narrows the list.
            if selection.fits(entity, &letters) && (row.mentions > 0 || !(selection.placed || table.within.is_some())) {
                table.most = table.bars(entity).into_iter().max().unwrap_or(0).max(table.most);
                table.rows.push(row);
            }
        }
        table.sort(entities, selection.order);
        table
    }

    /// How often a name is named in each step.
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
        // What a correction has taken away is nobody's name any more.
        entity.total() + entity.derived > 0
            && self.kind.is_none_or(|kind| entity.kind == kind)
            && (!self.placed || entity.place().is_some())
            && (letters.is_empty()
                || fold(&entity.name).contains(letters)
                || entity.forms.iter().any(|(form, _)| fold(form).contains(letters)))
    }
}

/// For each of the articles whether it names all of these; `None` where there are none.
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
    fn in_every_order() {
        let by = |order: Order| names(&Selection { order, ..Selection::default() });
        assert_eq!(by(Order::Count), "Moskau Xi Änne Peking");
        assert_eq!(by(Order::Name), "Änne Moskau Peking Xi");
        assert_eq!(by(Order::Articles), "Moskau Xi Peking Änne");
        assert_eq!(by(Order::First), "Moskau Xi Peking Änne");
        assert_eq!(by(Order::Last), "Moskau Änne Xi Peking");
    }

    #[test]
    fn what_fits_is_counted() {
        assert_eq!(names(&Selection { kind: Some(EntityKind::Per), ..Selection::default() }), "Xi Änne");
        assert_eq!(names(&Selection { letters: " ANN".into(), ..Selection::default() }), "Änne");
        assert_eq!(names(&Selection { placed: true, ..Selection::default() }), "");
        let table = Table::new(&entities(), dates(), &Selection { with: vec![EntityId(1)], ..Selection::default() });
        let counts: Vec<_> = table.rows.iter().map(|row| (row.id.0, row.mentions, row.articles)).collect();
        // Articles 0 and 3 name Xi: Änne stands in neither.
        assert_eq!(counts, [(0, 3, 1), (1, 3, 2), (3, 2, 2)]);
        assert_eq!((table.most, table.unplaced), (3, 1));
        let none = Selection { with: vec![EntityId(1), EntityId(2)], ..Selection::default() };
        assert!(Table::new(&entities(), dates(), &none).rows.is_empty());
    }

    #[test]
    fn bars_and_days() {
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
    fn only_what_has_a_place() {
        let mut entities = entities();
        entities[3].known = Some(Known { wikidata: Some(956), place: Some((3990, 11640)) });
        let table = Table::new(&entities, dates(), &Selection { placed: true, ..Selection::default() });
        assert_eq!(table.rows.iter().map(|row| row.id.0).collect::<Vec<_>>(), [3]);
    }
}
