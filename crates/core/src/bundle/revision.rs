//! Corrections, prepared for the entities and articles of one corpus.

use super::content::EntityTable;
use crate::article::ArticleId;
use crate::entity::{Correction, Entity, EntityId, EntityKind, EntityName, Form, Quotation, Why};
use crate::text::{Span, whole_words};
use crate::view::MarkedName;
use std::borrow::Borrow;

/// Corrections of one corpus, prepared to be applied to its articles and its table of entities.
///
/// Entities keep their numbers; entities created by a correction are numbered after the last.
#[derive(Clone, Debug, Default)]
pub struct Revision {
    /// Name and kind of each entity; `None` for a removed one.
    names: Vec<Option<EntityName>>,
    /// For each original entity the one that it belongs to now as a whole; `None` for a removed one.
    owners: Vec<Option<u32>>,
    /// The steps, each with the index of its correction.
    steps: Vec<(u32, Step)>,
    stale: Vec<u32>,
}

#[derive(Clone, Debug)]
enum Step {
    Remove(u32),
    Retype(u32, EntityKind),
    Move(Move),
    Mark { article: u32, place: Quotation, id: u32, kind: EntityKind, all: bool },
    Unmark { article: u32, place: Quotation },
}

/// Moves mentions from one entity to another.
#[derive(Clone, Debug)]
struct Move {
    from: u32,
    to: u32,
    kind: EntityKind,
    forms: Vec<String>,
    articles: Vec<u32>,
    /// The original entities whose mentions `from` may have by now.
    sources: Vec<u32>,
}

impl Move {
    fn is_whole(&self) -> bool {
        self.forms.is_empty() && self.articles.is_empty()
    }

    fn takes(&self, article: u32, surface: &str) -> bool {
        (self.forms.is_empty() || self.forms.iter().any(|form| form == surface))
            && (self.articles.is_empty() || self.articles.contains(&article))
    }
}

/// An article with its names before and after a revision.
pub struct Revised<'a> {
    /// Its number.
    pub article: ArticleId,
    /// Its text.
    pub text: &'a str,
    /// Its names before the corrections.
    pub before: &'a [MarkedName],
    /// Its names after them.
    pub after: &'a [MarkedName],
}

impl Revision {
    /// Prepares `corrections` for the entities `table`; `article` returns the number of the article with an id.
    pub fn new(table: &[Entity], article: &dyn Fn(&str) -> Option<u32>, corrections: &[Correction]) -> Self {
        let names = table.iter().map(|entity| Some(EntityName { kind: entity.kind, name: entity.name.clone() })).collect();
        let owners = (0..table.len() as u32).map(Some).collect();
        let mut revision = Self { names, owners, ..Self::default() };
        let mut sources: Vec<Vec<u32>> = (0..table.len() as u32).map(|id| vec![id]).collect();
        for (n, correction) in (0..).zip(corrections) {
            match revision.step(correction, article, &mut sources) {
                Some(step) => revision.steps.push((n, step)),
                None => revision.stale.push(n),
            }
        }
        revision
    }

    /// Whether there is nothing to apply.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The indices of corrections that refer to a missing entity or article, or have no effect.
    pub fn stale(&self) -> &[u32] {
        &self.stale
    }

    fn find(&self, name: &EntityName) -> Option<u32> {
        self.names.iter().position(|other| other.as_ref() == Some(name)).map(|at| at as u32)
    }

    /// The number of an entity, which is created if there is none of that name.
    fn find_or_begin(&mut self, name: &EntityName, sources: &mut Vec<Vec<u32>>) -> u32 {
        self.find(name).unwrap_or_else(|| {
            self.names.push(Some(name.clone()));
            sources.push(Vec::new());
            self.names.len() as u32 - 1
        })
    }

    fn step(&mut self, correction: &Correction, article: &dyn Fn(&str) -> Option<u32>, sources: &mut Vec<Vec<u32>>) -> Option<Step> {
        match correction {
            Correction::Remove { name } => {
                let id = self.find(name)?;
                self.names[id as usize] = None;
                self.hand_over(id, None);
                Some(Step::Remove(id))
            }
            Correction::Retype { name, to } => self.renamed(name, EntityName { kind: *to, name: name.name.clone() }, sources),
            Correction::Rename { name, to } => self.renamed(name, EntityName { kind: name.kind, name: to.clone() }, sources),
            Correction::Merge { name, into } => self.renamed(name, into.clone(), sources),
            Correction::Split { name, forms, articles, to } => {
                let from = self.find(name)?;
                let numbers: Vec<u32> = articles.iter().filter_map(|id| article(id)).collect();
                if (!articles.is_empty() && numbers.is_empty()) || (forms.is_empty() && articles.is_empty()) || name == to {
                    return None;
                }
                let to_id = self.find_or_begin(to, sources);
                Some(
                    self.moved(
                        Move { from, to: to_id, kind: to.kind, forms: forms.clone(), articles: numbers, sources: Vec::new() },
                        sources,
                    ),
                )
            }
            Correction::Mark { place, name, all } => {
                let article = article(&place.article)?;
                let id = self.find_or_begin(name, sources);
                Some(Step::Mark { article, place: place.clone(), id, kind: name.kind, all: *all })
            }
            Correction::Unmark { place } => Some(Step::Unmark { article: article(&place.article)?, place: place.clone() }),
        }
    }

    /// Changes the kind or name of an entity; if there is already such an entity, the two are merged.
    fn renamed(&mut self, name: &EntityName, to: EntityName, sources: &mut [Vec<u32>]) -> Option<Step> {
        let id = self.find(name).filter(|_| *name != to)?;
        let kind = to.kind;
        match self.find(&to) {
            Some(other) => {
                self.names[id as usize] = None;
                self.hand_over(id, Some(other));
                let whole = Move { from: id, to: other, kind, forms: Vec::new(), articles: Vec::new(), sources: Vec::new() };
                Some(self.moved(whole, sources))
            }
            None => {
                self.names[id as usize] = Some(to);
                Some(Step::Retype(id, kind))
            }
        }
    }

    fn hand_over(&mut self, from: u32, to: Option<u32>) {
        self.owners.iter_mut().filter(|owner| **owner == Some(from)).for_each(|owner| *owner = to);
    }

    /// The entity that an original one belongs to now as a whole, apart from single mentions that were moved; `None` for a removed one.
    pub fn owner(&self, id: u32) -> Option<u32> {
        self.owners.get(id as usize).copied().flatten()
    }

    /// The original entities that belong to `id` now.
    pub fn origins(&self, id: u32) -> impl Iterator<Item = u32> + '_ {
        (0..self.owners.len() as u32).filter(move |&origin| self.owner(origin) == Some(id))
    }

    fn moved(&self, mut step: Move, sources: &mut [Vec<u32>]) -> Step {
        step.sources.clone_from(&sources[step.from as usize]);
        sources[step.to as usize].extend(&step.sources);
        Step::Move(step)
    }

    /// The articles in which single mentions change, sorted: their texts must be read to count again.
    pub fn articles(&self, table: &EntityTable) -> Vec<ArticleId> {
        let mut out = Vec::new();
        for (_, step) in &self.steps {
            match step {
                Step::Mark { article, .. } | Step::Unmark { article, .. } => out.push(ArticleId(*article)),
                Step::Move(step) if !step.is_whole() => {
                    let wanted = |article: &ArticleId| step.articles.is_empty() || step.articles.contains(&article.0);
                    for &id in &step.sources {
                        let Some((entity, derived)) = table.entities.get(id as usize).zip(table.derived_only.get(id as usize)) else {
                            continue;
                        };
                        out.extend(entity.counts.iter().map(|(article, _)| *article).filter(wanted));
                        out.extend(derived.iter().copied().filter(wanted));
                    }
                }
                _ => {}
            }
        }
        crate::order::sort_by_key(&mut out, |article| *article);
        out.dedup();
        out
    }

    /// Applies the corrections to the names of an article, which stay in text order.
    ///
    /// Returns the indices of corrections whose quotation is no longer in the article.
    pub fn revise(&self, article: ArticleId, text: &str, names: &mut Vec<MarkedName>) -> Vec<u32> {
        let mut lost = Vec::new();
        for (n, step) in &self.steps {
            match step {
                Step::Remove(id) => names.retain(|name| name.entity.0 != *id),
                Step::Retype(id, kind) => names.iter_mut().filter(|name| name.entity.0 == *id).for_each(|name| name.kind = *kind),
                Step::Move(step) => {
                    for name in names.iter_mut() {
                        if name.entity.0 == step.from && step.takes(article.0, name.span.of(text)) {
                            (name.entity, name.kind) = (EntityId(step.to), step.kind);
                        }
                    }
                }
                Step::Mark { article: at, place, id, kind, all } if *at == article.0 => match place.find(text) {
                    Some(span) => mark(text, names, span, (EntityId(*id), *kind), *all),
                    None => lost.push(*n),
                },
                Step::Unmark { article: at, place } if *at == article.0 => {
                    let span = place.find(text).filter(|span| names.iter().any(|name| name.span == *span));
                    match span {
                        Some(span) => names.retain(|name| name.span != span),
                        None => lost.push(*n),
                    }
                }
                Step::Mark { .. } | Step::Unmark { .. } => {}
            }
        }
        lost
    }

    /// The table of entities after the corrections; `revised` are the articles of [`Self::articles`].
    ///
    /// Entities keep their numbers. An entity that was removed or is no longer named has no mentions.
    pub fn table(&self, table: &EntityTable, revised: &[Revised]) -> EntityTable {
        let mut counts = Counts { table, touched: Vec::new() };
        for Revised { article, text, before, .. } in revised {
            before.iter().for_each(|name| counts.of(name.entity.0).count(*article, name.form, name.span.of(text), false));
        }
        for (_, step) in &self.steps {
            match step {
                Step::Remove(id) => *counts.of(*id) = Count::default(),
                Step::Move(step) if step.is_whole() => {
                    let moved = std::mem::take(counts.of(step.from));
                    counts.of(step.to).join(moved);
                }
                _ => {}
            }
        }
        for Revised { article, text, after, .. } in revised {
            after.iter().for_each(|name| counts.of(name.entity.0).count(*article, name.form, name.span.of(text), true));
        }
        let mut out = table.clone();
        out.entities.resize_with(self.names.len(), Entity::default);
        self.join_knowledge(&mut out.entities);
        out.derived_only.resize_with(self.names.len(), Vec::new);
        for (id, mut count) in counts.touched {
            let at = id as usize;
            count.derived_only.retain(|article| !count.counts.iter().any(|(other, _)| other == article));
            crate::order::sort_by_key(&mut count.derived_only, |article| *article);
            crate::order::sort_by_key(&mut count.counts, |(article, _)| *article);
            crate::order::sort_by(&mut count.forms, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            let entity = &mut out.entities[at];
            (entity.forms, entity.counts, entity.derived) = (count.forms, count.counts, count.derived);
            out.derived_only[at] = count.derived_only;
        }
        for (entity, name) in out.entities.iter_mut().zip(&self.names) {
            match name {
                Some(name) => (entity.kind, entity.name) = (name.kind, name.name.clone()),
                None => entity.name.clear(),
            }
        }
        out
    }
}

impl Revision {
    /// Merged entities have the forms of all their parts, and the facts known about the one that stays, unless its kind changed.
    fn join_knowledge(&self, entities: &mut [Entity]) {
        for (_, step) in &self.steps {
            match step {
                Step::Remove(id) => entities[*id as usize].roles.clear(),
                Step::Retype(id, kind) if entities[*id as usize].kind != *kind => entities[*id as usize].known = None,
                Step::Move(step) if step.is_whole() => {
                    let roles = std::mem::take(&mut entities[step.from as usize].roles);
                    let into = &mut entities[step.to as usize];
                    roles.into_iter().for_each(|(role, n)| add(&mut into.roles, role.as_str(), str::to_owned, n as i32));
                    crate::order::sort_by(&mut into.roles, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
                }
                _ => {}
            }
        }
    }
}

/// Marks `span` as the name of an entity, and with `all` every other unmarked occurrence of the same words.
fn mark(text: &str, names: &mut Vec<MarkedName>, span: Span, (entity, kind): (EntityId, EntityKind), all: bool) {
    let new = |span| MarkedName { span, kind, form: Form::Name, entity, why: Why::Reader, confidence: 100 };
    // A mention that only changes its entity keeps its form.
    let form = names.iter().find(|name| name.span == span).map_or(Form::Name, |name| name.form);
    names.retain(|name| !name.span.overlaps(span));
    names.push(MarkedName { form, ..new(span) });
    for place in whole_words(text, span.of(text)).filter(|_| all) {
        if !names.iter().any(|name| name.span.overlaps(place)) {
            names.push(new(place));
        }
    }
    crate::order::sort_by_key(names, |name| (name.span.start, std::cmp::Reverse(name.span.end)));
}

/// The counts of the entities affected by corrections.
struct Counts<'t> {
    table: &'t EntityTable,
    touched: Vec<(u32, Count)>,
}

/// The counts of one entity, unsorted.
#[derive(Default)]
struct Count {
    forms: Vec<(String, u32)>,
    counts: Vec<(ArticleId, u32)>,
    derived: u32,
    derived_only: Vec<ArticleId>,
}

impl Counts<'_> {
    fn of(&mut self, id: u32) -> &mut Count {
        let at = self.touched.iter().position(|(other, _)| *other == id).unwrap_or_else(|| {
            let known = self.table.entities.get(id as usize).zip(self.table.derived_only.get(id as usize));
            let count = known.map_or_else(Count::default, |(entity, derived_only)| Count {
                forms: entity.forms.clone(),
                counts: entity.counts.clone(),
                derived: entity.derived,
                derived_only: derived_only.clone(),
            });
            self.touched.push((id, count));
            self.touched.len() - 1
        });
        &mut self.touched[at].1
    }
}

impl Count {
    /// Adds or subtracts a mention.
    fn count(&mut self, article: ArticleId, form: Form, surface: &str, is_there: bool) {
        let one = if is_there { 1 } else { -1 };
        if form != Form::Reference {
            add(&mut self.forms, surface, str::to_owned, one);
        }
        if form == Form::Name {
            add(&mut self.counts, &article, ArticleId::clone, one);
            return;
        }
        self.derived = self.derived.saturating_add_signed(one);
        self.derived_only.retain(|other| *other != article);
        if is_there {
            self.derived_only.push(article);
        }
    }

    fn join(&mut self, other: Self) {
        other.forms.into_iter().for_each(|(form, n)| add(&mut self.forms, form.as_str(), str::to_owned, n as i32));
        other.counts.into_iter().for_each(|(article, n)| add(&mut self.counts, &article, ArticleId::clone, n as i32));
        self.derived += other.derived;
        self.derived_only.retain(|article| !other.derived_only.contains(article));
        self.derived_only.extend(other.derived_only);
    }
}

/// Adds to the count of a key; counts of zero are removed.
fn add<K: Borrow<Q>, Q: PartialEq + ?Sized>(counts: &mut Vec<(K, u32)>, key: &Q, owned: impl FnOnce(&Q) -> K, n: i32) {
    match counts.iter().position(|(other, _)| other.borrow() == key) {
        Some(at) => {
            counts[at].1 = counts[at].1.saturating_add_signed(n);
            if counts[at].1 == 0 {
                counts.swap_remove(at);
            }
        }
        None => counts.extend((n > 0).then(|| (owned(key), n.unsigned_abs()))),
    }
}
