//! Entities, as the reader's corrections leave them, and their companions.

use super::Store;
use crate::bundle::{EntityTable, RELATED, Revised, Revision};
use crate::entity::{Companion, Correction, EntityId};
use crate::part::PartKey;
use crate::room::stop::Stop;

impl Store {
    /// The entities after the reader's corrections.
    pub fn entities(&self) -> Result<&EntityTable, Stop> {
        self.corrected.as_ref().or(self.entities.as_ref()).ok_or_else(|| Stop::Needs(vec![PartKey::Entities]))
    }

    /// Applies the reader's corrections to all names, instead of those applied before; returns the indices of those that found nothing to correct.
    /// Needs the texts of all articles that must be counted again.
    pub fn correct(&mut self, corrections: &[Correction]) -> Result<Vec<u32>, Stop> {
        let titles = if corrections.is_empty() { Vec::new() } else { self.all_titles() };
        self.require(titles.into_iter().chain([PartKey::Entities]))?;
        let Some(table) = &self.entities else { return Ok(Vec::new()) };
        let revision = Revision::new(&table.entities, &|id| self.article_of(id), corrections);
        let affected = revision.articles(table);
        self.require(affected.iter().filter_map(|&id| self.base.chunk_of(id)).map(PartKey::Articles))?;
        let mut stale = revision.stale().to_vec();
        let mut changed = Vec::with_capacity(affected.len());
        for id in affected {
            let Some(chunk) = self.base.chunk_of(id) else { continue };
            let document = self.read(id, chunk)?;
            let mut after = document.names.clone();
            stale.extend(revision.revise(id, &document.article.text, &mut after));
            changed.push((id, document, after));
        }
        crate::order::sort_by_key(&mut stale, |n| *n);
        let revised: Vec<Revised> = changed
            .iter()
            .map(|(article, document, after)| Revised { article: *article, text: &document.article.text, before: &document.names, after })
            .collect();
        self.corrected = (!revision.is_empty()).then(|| revision.table(table, &revised));
        self.revision = revision;
        self.decoded.clear();
        Ok(stale)
    }

    /// The corrections that the bundle was built with.
    pub fn built_in(&self) -> &[Correction] {
        self.entities.as_ref().map_or(&[], |table| &table.corrections)
    }

    /// The parts with the companions of an entity.
    pub fn relations_parts(&self, id: EntityId) -> impl Iterator<Item = PartKey> + '_ {
        self.origins(id).map(|origin| PartKey::Relations(origin / RELATED))
    }

    /// The original entities that are this one after the reader's corrections.
    fn origins(&self, id: EntityId) -> impl Iterator<Item = u32> + '_ {
        let as_built = self.revision.is_empty();
        let known = Some(id.0).filter(|id| as_built && *id < self.base.corpus.entities);
        known.into_iter().chain(self.revision.origins(id.0).filter(move |_| !as_built))
    }

    /// The entities named together with an entity; empty for an unknown one. The counts of entities merged by a correction are added.
    pub fn companions(&self, id: EntityId) -> Result<Vec<Companion>, Stop> {
        self.require(self.relations_parts(id))?;
        let mut found: Vec<Companion> = Vec::new();
        for origin in self.origins(id) {
            let all: Vec<Vec<Companion>> = self.content(PartKey::Relations(origin / RELATED))?;
            for mut one in all.into_iter().nth((origin % RELATED) as usize).unwrap_or_default() {
                let owner = if self.revision.is_empty() { Some(one.entity.0) } else { self.revision.owner(one.entity.0) };
                let Some(owner) = owner.filter(|owner| *owner != id.0) else { continue };
                one.entity = EntityId(owner);
                match found.iter_mut().find(|other| other.entity == one.entity) {
                    Some(other) => (other.sentences, other.articles) = (other.sentences + one.sentences, other.articles + one.articles),
                    None => found.push(one),
                }
            }
        }
        crate::order::sort_by_key(&mut found, |one| std::cmp::Reverse((one.sentences, one.articles)));
        Ok(found)
    }
}
