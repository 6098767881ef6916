//! Metadata of articles, for fields of a query.

use super::Store;
use crate::bundle::Row;
use crate::day::Day;
use crate::entity::{Entity, EntityKind};
use crate::german::is_same_word;
use crate::part::PartKey;
use crate::search::language::{Bound, FieldName};
use crate::search::{Facts, Needs, units};
use crate::text::fold;

impl Facts for Store {
    fn of(&self, field: FieldName, value: &str, needs: &mut Needs) -> Vec<u32> {
        let wanted = fold(value);
        let all = 0..self.base.corpus.articles;
        match field {
            FieldName::Title => Vec::new(),
            FieldName::Source => {
                let Ok((columns, rows)) = self.columns() else {
                    needs.insert(PartKey::Columns);
                    return Vec::new();
                };
                let fits: Vec<bool> = columns.sources.iter().map(|source| fold(source).contains(&wanted)).collect();
                let source = |article: &u32| rows[*article as usize].source;
                all.filter(|article| source(article).is_some_and(|at| fits.get(at as usize) == Some(&true))).collect()
            }
            FieldName::Author => match &self.details {
                Some(details) => all.filter(|&article| fold(&details.authors[article as usize]).contains(&wanted)).collect(),
                None => {
                    needs.insert(PartKey::Details);
                    Vec::new()
                }
            },
            FieldName::Person => self.naming(EntityKind::Per, value, needs),
            FieldName::Place => self.naming(EntityKind::Loc, value, needs),
            FieldName::Organisation => self.naming(EntityKind::Org, value, needs),
        }
    }

    fn published(&self, bound: Bound, first: Day, last: Day, needs: &mut Needs) -> Vec<u32> {
        let Ok((_, rows)) = self.columns() else {
            needs.insert(PartKey::Columns);
            return Vec::new();
        };
        let fits = |row: &Row| {
            row.date.as_ref().is_some_and(|date| match bound {
                Bound::Before => date.earliest < first,
                Bound::After => date.latest > last,
                Bound::On => date.earliest <= last && date.latest >= first,
            })
        };
        rows.iter().enumerate().filter(|(_, row)| fits(row)).map(|(article, _)| article as u32).collect()
    }
}

impl Store {
    /// The articles that name an entity of this kind with a form that contains all words of `value`, whatever their endings.
    fn naming(&self, kind: EntityKind, value: &str, needs: &mut Needs) -> Vec<u32> {
        let Ok(table) = self.entities() else {
            needs.insert(PartKey::Entities);
            return Vec::new();
        };
        let keys = |text: &str| -> Vec<String> { units(text).into_iter().filter(|unit| unit.width == 1).map(|unit| unit.key).collect() };
        let wanted = keys(value);
        let has_all = |form: &str| {
            let words = keys(form);
            wanted.iter().all(|word| words.iter().any(|other| is_same_word(other, word)))
        };
        let fits = |entity: &&Entity| entity.kind == kind && (has_all(&entity.name) || entity.forms.iter().any(|(form, _)| has_all(form)));
        let mut is_named = vec![false; self.articles()];
        for (article, _) in table.entities.iter().filter(fits).flat_map(|entity| &entity.counts) {
            if let Some(named) = is_named.get_mut(article.0 as usize) {
                *named = true;
            }
        }
        is_named.iter().enumerate().filter(|(_, named)| **named).map(|(article, _)| article as u32).collect()
    }
}
