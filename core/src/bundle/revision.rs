//! Corrections made ready for the entities and articles of one corpus.

use super::{EntityTable, MarkedName};
use crate::article::ArticleId;
use crate::entity::{Correction, Entity, EntityId, EntityKind, EntityName, Form, Quotation, Why};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Corrections of one corpus, ready to be applied to its articles and to its table of entities.
///
/// Entities keep their numbers; those that begin with a correction get the numbers behind the last.
#[derive(Clone, Debug, Default)]
pub struct Revision {
    /// What each entity is called and is; `None` for one that is gone.
    names: Vec<Option<EntityName>>,
    /// Each with the place of its correction in the list.
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

/// Mentions that go from one entity to another.
#[derive(Clone, Debug)]
struct Move {
    from: u32,
    to: u32,
    kind: EntityKind,
    forms: Vec<String>,
    articles: BTreeSet<u32>,
    /// The entities of the table whose mentions `from` may have by now.
    sources: BTreeSet<u32>,
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
    /// Which one.
    pub article: ArticleId,
    /// Its text.
    pub text: &'a str,
    /// Its names without the corrections.
    pub before: &'a [MarkedName],
    /// Its names with them.
    pub after: &'a [MarkedName],
}

impl Revision {
    /// Prepares `corrections` for the entities `table`; `article` gives the number of the article of an id.
    pub fn new(table: &[Entity], article: &dyn Fn(&str) -> Option<u32>, corrections: &[Correction]) -> Self {
        let names = table.iter().map(|entity| Some(EntityName { kind: entity.kind, name: entity.name.clone() })).collect();
        let mut revision = Self { names, ..Self::default() };
        let mut sources: Vec<BTreeSet<u32>> = (0..table.len() as u32).map(|id| BTreeSet::from([id])).collect();
        for (n, correction) in (0..).zip(corrections) {
            match revision.step(correction, article, &mut sources) {
                Some(step) => revision.steps.push((n, step)),
                None => revision.stale.push(n),
            }
        }
        revision
    }

    /// Whether there is nothing to be applied.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The corrections, by their place in the list, that name an entity or article that is not there, or say nothing new.
    pub fn stale(&self) -> &[u32] {
        &self.stale
    }

    fn find(&self, name: &EntityName) -> Option<u32> {
        self.names.iter().position(|other| other.as_ref() == Some(name)).map(|at| at as u32)
    }

    /// The number of an entity, which begins here if there is none of that name.
    fn find_or_begin(&mut self, name: &EntityName, sources: &mut Vec<BTreeSet<u32>>) -> u32 {
        self.find(name).unwrap_or_else(|| {
            self.names.push(Some(name.clone()));
            sources.push(BTreeSet::new());
            self.names.len() as u32 - 1
        })
    }

    fn step(&mut self, correction: &Correction, article: &dyn Fn(&str) -> Option<u32>, sources: &mut Vec<BTreeSet<u32>>) -> Option<Step> {
        match correction {
            Correction::Remove { name } => {
                let id = self.find(name)?;
                self.names[id as usize] = None;
                Some(Step::Remove(id))
            }
            Correction::Retype { name, to } => self.renamed(name, EntityName { kind: *to, name: name.name.clone() }, sources),
            Correction::Rename { name, to } => self.renamed(name, EntityName { kind: name.kind, name: to.clone() }, sources),
            Correction::Merge { name, into } => self.renamed(name, into.clone(), sources),
            Correction::Split { name, forms, articles, to } => {
                let from = self.find(name)?;
                let numbers: BTreeSet<u32> = articles.iter().filter_map(|id| article(id)).collect();
                if (!articles.is_empty() && numbers.is_empty()) || (forms.is_empty() && articles.is_empty()) || name == to {
                    return None;
                }
                let to_id = self.find_or_begin(to, sources);
                Some(self.moved(
                    Move { from, to: to_id, kind: to.kind, forms: forms.clone(), articles: numbers, sources: BTreeSet::new() },
                    sources,
                ))
            }
            Correction::Mark { place, name, all } => {
                let article = article(&place.article)?;
                let id = self.find_or_begin(name, sources);
                Some(Step::Mark { article, place: place.clone(), id, kind: name.kind, all: *all })
            }
            Correction::Unmark { place } => Some(Step::Unmark { article: article(&place.article)?, place: place.clone() }),
        }
    }

    /// An entity gets another kind or name; where that is somebody's, the two become one.
    fn renamed(&mut self, name: &EntityName, to: EntityName, sources: &mut [BTreeSet<u32>]) -> Option<Step> {
        let id = self.find(name).filter(|_| *name != to)?;
        let kind = to.kind;
        match self.find(&to) {
            Some(other) => {
                self.names[id as usize] = None;
                let whole = Move { from: id, to: other, kind, forms: Vec::new(), articles: BTreeSet::new(), sources: BTreeSet::new() };
                Some(self.moved(whole, sources))
            }
            None => {
                self.names[id as usize] = Some(to);
                Some(Step::Retype(id, kind))
            }
        }
    }

    fn moved(&self, mut step: Move, sources: &mut [BTreeSet<u32>]) -> Step {
        step.sources.clone_from(&sources[step.from as usize]);
        sources[step.to as usize].extend(&step.sources);
        Step::Move(step)
    }

    /// The articles whose names change one by one and not with all mentions of an entity: their texts must be read to count anew.
    pub fn articles(&self, table: &EntityTable) -> BTreeSet<ArticleId> {
        let mut out = BTreeSet::new();
        for (_, step) in &self.steps {
            match step {
                Step::Mark { article, .. } | Step::Unmark { article, .. } => _ = out.insert(ArticleId(*article)),
                Step::Move(step) if !step.is_whole() => {
                    let of = |id: &u32| {
                        let counted =
                            table.entities.get(*id as usize).into_iter().flat_map(|e| e.counts.iter().map(|(article, _)| *article));
                        counted.chain(table.derived_only.get(*id as usize).into_iter().flatten().copied())
                    };
                    let named = step.sources.iter().flat_map(of);
                    out.extend(named.filter(|article| step.articles.is_empty() || step.articles.contains(&article.0)));
                }
                _ => {}
            }
        }
        out
    }

    /// Applies the corrections to the names of an article, which stay in the order of their places.
    ///
    /// Returns the corrections, by their place in the list, whose quotation the article has no more.
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
    /// Entities keep their numbers. One that is gone, or that nobody names any more, has no mentions.
    pub fn table(&self, table: &EntityTable, revised: &[Revised]) -> EntityTable {
        let mut counts = Counts { table, touched: BTreeMap::new() };
        for Revised { article, text, before, .. } in revised {
            before.iter().for_each(|name| counts.of(name.entity.0).take(*article, name.form, name.span.of(text)));
            before.iter().for_each(|name| _ = counts.of(name.entity.0).derived_only.remove(article));
        }
        for (_, step) in &self.steps {
            match step {
                Step::Remove(id) => *counts.of(*id) = Count::default(),
                Step::Retype(id, _) => _ = counts.of(*id),
                Step::Move(step) if step.is_whole() => {
                    let moved = std::mem::take(counts.of(step.from));
                    counts.of(step.to).join(moved);
                }
                _ => {}
            }
        }
        for Revised { article, text, after, .. } in revised {
            after.iter().for_each(|name| counts.of(name.entity.0).add(*article, name.form, name.span.of(text)));
        }
        let touched = counts.touched;
        let mut out = table.clone();
        out.entities.resize_with(self.names.len(), Entity::default);
        out.derived_only.resize_with(self.names.len(), Vec::new);
        for (id, count) in touched {
            let at = id as usize;
            out.derived_only[at] = count.derived_only.iter().filter(|article| !count.counts.contains_key(article)).copied().collect();
            let entity = &mut out.entities[at];
            (entity.counts, entity.derived) = (count.counts.into_iter().collect(), count.derived);
            entity.forms = count.forms.into_iter().collect();
            crate::order::sort_by(&mut entity.forms, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
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

/// Marks `span`, and with `all` every place of the same words that is free, as the name of an entity.
fn mark(text: &str, names: &mut Vec<MarkedName>, span: Span, (entity, kind): (EntityId, EntityKind), all: bool) {
    let new = |span| MarkedName { span, kind, form: Form::Name, entity, why: Why::Reader, confidence: 100 };
    names.retain(|name| !name.span.overlaps(span));
    names.push(new(span));
    if all {
        let words = span.of(text);
        let is_letter = |c: char| c.is_alphanumeric();
        for (at, _) in text.match_indices(words) {
            let place = Span::new(at, at + words.len());
            let within = text[..at].ends_with(is_letter) || text[at + words.len()..].starts_with(is_letter);
            if !within && !names.iter().any(|name| name.span.overlaps(place)) {
                names.push(new(place));
            }
        }
    }
    crate::order::sort_by_key(names, |name| (name.span.start, std::cmp::Reverse(name.span.end)));
}

/// How often the entities that a correction touches stand where.
struct Counts<'t> {
    table: &'t EntityTable,
    touched: BTreeMap<u32, Count>,
}

#[derive(Default)]
struct Count {
    forms: BTreeMap<String, u32>,
    counts: BTreeMap<ArticleId, u32>,
    derived: u32,
    derived_only: BTreeSet<ArticleId>,
}

impl Counts<'_> {
    fn of(&mut self, id: u32) -> &mut Count {
        let table = self.table;
        self.touched.entry(id).or_insert_with(|| {
            let Some(entity) = table.entities.get(id as usize) else { return Count::default() };
            let derived_only = table.derived_only.get(id as usize).into_iter().flatten().copied().collect();
            Count {
                forms: entity.forms.iter().cloned().collect(),
                counts: entity.counts.iter().copied().collect(),
                derived: entity.derived,
                derived_only,
            }
        })
    }
}

impl Count {
    fn take(&mut self, article: ArticleId, form: Form, surface: &str) {
        if form != Form::Reference {
            lower(&mut self.forms, surface);
        }
        if form == Form::Name {
            lower(&mut self.counts, &article);
        } else {
            self.derived = self.derived.saturating_sub(1);
        }
    }

    fn add(&mut self, article: ArticleId, form: Form, surface: &str) {
        if form != Form::Reference {
            *self.forms.entry(surface.to_owned()).or_default() += 1;
        }
        if form == Form::Name {
            *self.counts.entry(article).or_default() += 1;
        } else {
            self.derived += 1;
            self.derived_only.insert(article);
        }
    }

    fn join(&mut self, other: Self) {
        other.forms.into_iter().for_each(|(form, n)| *self.forms.entry(form).or_default() += n);
        other.counts.into_iter().for_each(|(article, n)| *self.counts.entry(article).or_default() += n);
        self.derived += other.derived;
        self.derived_only.extend(other.derived_only);
    }
}

/// Counts one less; what is no more there is taken out.
fn lower<K: Ord, Q: Ord + ?Sized>(counts: &mut BTreeMap<K, u32>, key: &Q)
where
    K: std::borrow::Borrow<Q>,
{
    if let Some(n) = counts.get_mut(key) {
        *n -= 1;
        if *n == 0 {
            counts.remove(key);
        }
    }
}
