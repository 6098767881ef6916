//! The state of the app and its actions, without DOM.

use std::collections::BTreeSet;
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;
use zeitlupe_core::annotation::{Change, Notebook};
use zeitlupe_core::article::ArticleId;
use zeitlupe_core::entity::{Correction, Entity, EntityId};
use zeitlupe_core::room::Fault;
use zeitlupe_core::view::SiteInfo;
use zeitlupe_core::view::{CorpusView, Summary};
use zeitlupe_words::address::{Address, EntityName, Page};
use zeitlupe_words::{Lang, Words};

/// Shared data, compared by pointer.
#[derive(Debug)]
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Shares a value.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// Something that is loaded on request.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    /// Loading.
    Waiting,
    /// Loaded.
    Ready(T),
    /// Failed.
    Failed(Fault),
}

impl<T> Load<T> {
    /// The value, if loaded.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Load::Ready(value) => Some(value),
            _ => None,
        }
    }

    /// Why it failed.
    pub fn fault(&self) -> Option<&Fault> {
        match self {
            Load::Failed(fault) => Some(fault),
            _ => None,
        }
    }

    fn share(self) -> Load<Shared<T>> {
        match self {
            Load::Waiting => Load::Waiting,
            Load::Ready(value) => Load::Ready(Shared::new(value)),
            Load::Failed(fault) => Load::Failed(fault),
        }
    }
}

impl<T> From<Result<T, Fault>> for Load<T> {
    fn from(outcome: Result<T, Fault>) -> Self {
        outcome.map_or_else(Load::Failed, Load::Ready)
    }
}

/// What is loaded once and stays in the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cached {
    /// All entities.
    Entities,
    /// The summaries of all articles.
    Summaries,
    /// Fixed pages, tasks and tours.
    SiteInfo,
    /// The code of views.
    Part(Part),
}

/// The parts of the app that are loaded when they are needed ([`crate::late`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The late views.
    Late,
    /// The comparison.
    Compare,
}

impl Part {
    /// All parts, in order.
    pub const ALL: [Self; 2] = [Self::Late, Self::Compare];

    /// Its name for the loader.
    pub fn name(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Compare => "compare",
        }
    }
}

/// The state of the app.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The state of the view.
    pub address: Address,
    /// Parts of the address that were not understood.
    pub unknown: Vec<String>,
    /// The corpus.
    pub corpus: Load<Shared<CorpusView>>,
    /// All entities, once requested by a view.
    pub entities: Load<Shared<Vec<Entity>>>,
    /// The summaries of all articles, once requested by a view.
    pub summaries: Load<Shared<Vec<Summary>>>,
    /// Fixed pages, tasks and tours, once requested by a view.
    pub site_info: Load<Shared<SiteInfo>>,
    /// The code of the parts of the app, in the order of [`Part::ALL`].
    pub parts: [Load<Shared<()>>; Part::ALL.len()],
    /// The reader's corrections of names.
    pub corrections: Corrections,
    /// What the reader has marked, noted and answered.
    pub notebook: Notebook,
    /// The notebook as it was last saved as a file.
    pub saved: Notebook,
    /// The message about the last change of the notebook.
    pub noted: Option<NotebookNotice>,
    /// Whether corrections and notes are stored in this browser; only if the reader wants that.
    pub kept: bool,
    /// How often the reader has had everything deleted from the storage.
    pub wipes: u32,
    /// How often something came from the storage.
    pub followed: u32,
    /// How often the reader has tried again what had failed.
    pub tries: u32,
    /// Keys and texts in the storage that cannot be read: of notes, and of corrections.
    pub aside: [Shared<Vec<(String, String)>>; 2],
}

/// The message after a change of the notebook.
#[derive(Clone, Debug, PartialEq)]
pub enum NotebookNotice {
    /// A passage was marked, and is perhaps not saved yet.
    Added,
    /// Something was deleted, or added from a file or a link.
    Changed {
        /// The notebook before and after that.
        change: Shared<[Notebook; 2]>,
        /// What else there is to say.
        remark: String,
    },
    /// What was done, or why it failed, as text.
    Remark(String),
}

/// The reader's corrections of names and their effect.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrections {
    /// The steps, the oldest first; corrections made in one step are undone together.
    pub steps: Vec<Vec<Correction>>,
    /// A version that changes with every step.
    pub version: u32,
    /// The version that the room uses.
    pub applied: u32,
    /// The number of corrections that match nothing.
    pub stale: u32,
    /// The version that was saved as a file.
    pub exported: u32,
    /// Whether the notice about the last step is shown.
    pub announced: bool,
    /// Problems of the last imported file.
    pub remark: Option<String>,
}

impl Corrections {
    /// All corrections, in order.
    pub fn all(&self) -> Vec<Correction> {
        self.steps.concat()
    }

    fn changed(&mut self, announced: bool) {
        self.version += 1;
        self.announced = announced;
    }

    /// Takes over what another window has changed since both had those of `base`; returns whether this one has changes of its own. Each
    /// correction is a step. Of two different ones of the same, the other window's is the later, and stays.
    fn follow(&mut self, base: &[Correction], theirs: Vec<Correction>) -> bool {
        let own = self.all();
        let texts = |list: &[Correction]| list.iter().map(Correction::text).collect::<BTreeSet<String>>();
        let (was, mine, new) = (texts(base), texts(&own), texts(&theirs));
        let mut came = theirs;
        came.retain(|correction| {
            let text = correction.text();
            !was.contains(&text) && !mine.contains(&text)
        });
        let subjects: BTreeSet<String> = came.iter().map(Correction::subject).collect();
        let stays = |correction: &Correction| {
            let text = correction.text();
            new.contains(&text) || !(was.contains(&text) || subjects.contains(&correction.subject()))
        };
        self.steps.iter_mut().for_each(|step| step.retain(stays));
        self.steps.retain(|step| !step.is_empty());
        self.steps.extend(came.into_iter().map(|correction| vec![correction]));
        if self.all() != own {
            self.changed(false);
        }
        own != base
    }
}

/// A change of the state.
#[derive(Debug)]
pub enum Action {
    /// The address bar changed to this fragment.
    Arrive(String),
    /// The view changes; the address follows.
    Visit(Box<Address>),
    /// The corpus is loading, loaded, or failed.
    Corpus(Load<CorpusView>),
    /// The entities are loading, loaded, or failed.
    Entities(Load<Vec<Entity>>),
    /// The summaries are loading, loaded, or failed.
    Summaries(Load<Vec<Summary>>),
    /// Fixed pages, tasks and tours are loading, loaded, or failed.
    SiteInfo(Box<Load<SiteInfo>>),
    /// The code of a part is loading, or came.
    Part(Part, Load<()>),
    /// The reader tries again what has failed.
    Again,
    /// A notice was dismissed.
    Dismiss,
    /// The reader corrects names.
    Correct(Vec<Correction>),
    /// Corrections were found in the browser's storage, or changed there by another window: before, and now. `None`: nothing is kept anymore.
    FollowCorrections(Vec<Correction>, Option<Vec<Correction>>),
    /// The reader has saved this version of the corrections as a file.
    Exported(u32),
    /// The reader undoes this step of the corrections.
    Undo(usize),
    /// The reader undoes all corrections.
    UndoAll,
    /// The reader turns storage in this browser on, or off: then what is stored is deleted.
    Keep(bool),
    /// Nothing more is stored, because the browser refuses; what is stored stays.
    Unkept,
    /// What is in the storage and cannot be read: of corrections, or of notes (`false`).
    SetAside(bool, Shared<Vec<(String, String)>>),
    /// The reader marks, notes, groups, answers.
    Note(Change),
    /// Adds the notebook of a file, with something to say about it.
    Import(Notebook, String),
    /// The notebook was saved as a file.
    Saved,
    /// The notebook was found in the browser's storage, or changed there by another window: before, and now. `None`: nothing is kept anymore.
    FollowNotes(Notebook, Option<Notebook>),
    /// Undoes the change of [`NotebookNotice::Changed`]; what was written since stays.
    Restore,
    /// Shows a message about the notebook, or removes it.
    NotebookNotice(Option<NotebookNotice>),
    /// The reader deletes all notes and answers, here and in storage.
    Forget,
    /// Shows a message about the corrections, or removes it.
    Remark(Option<String>),
    /// The room uses this version of the corrections; this many match nothing.
    Corrected(u32, u32),
}

impl State {
    /// The initial state for a fragment.
    pub fn opening(fragment: &str) -> Self {
        let (address, unknown) = Address::parse(fragment);
        Self {
            address,
            unknown,
            corpus: Load::Waiting,
            entities: Load::Waiting,
            summaries: Load::Waiting,
            site_info: Load::Waiting,
            parts: Part::ALL.map(|_| Load::Waiting),
            corrections: Corrections::default(),
            notebook: Notebook::default(),
            saved: Notebook::default(),
            noted: None,
            kept: false,
            wipes: 0,
            followed: 0,
            tries: 0,
            aside: [Shared::new(Vec::new()), Shared::new(Vec::new())],
        }
    }

    /// Changes the notebook; deleting and merging can be undone.
    fn note(&mut self, change: Change, remark: String) {
        let is_added = matches!(change, Change::Add(_));
        let before = matches!(change, Change::Remove(_) | Change::Merge(_) | Change::Clear).then(|| self.notebook.clone());
        self.notebook.apply(change);
        if let Some(before) = before {
            let change = Shared::new([before, self.notebook.clone()]);
            self.noted = Some(NotebookNotice::Changed { change, remark });
        } else if is_added {
            self.noted = Some(NotebookNotice::Added);
        }
    }

    /// After something came from the storage: whether that is kept, and whether it was merged with what this window has.
    fn follow(&mut self, kept: bool, is_merged: bool) {
        self.kept = kept;
        self.followed += 1;
        if is_merged {
            self.noted = Some(NotebookNotice::Remark(self.words().notes.merged.to_owned()));
        }
    }

    /// Whether something is loaded.
    pub fn has(&self, what: Cached) -> bool {
        match what {
            Cached::Entities => self.entities.ready().is_some(),
            Cached::Summaries => self.summaries.ready().is_some(),
            Cached::SiteInfo => self.site_info.ready().is_some(),
            Cached::Part(part) => self.parts[part as usize].ready().is_some(),
        }
    }

    /// Why something cannot be loaded.
    pub fn fault_of(&self, what: Cached) -> Option<&Fault> {
        match what {
            Cached::Entities => self.entities.fault(),
            Cached::Summaries => self.summaries.fault(),
            Cached::SiteInfo => self.site_info.fault(),
            Cached::Part(part) => self.parts[part as usize].fault(),
        }
    }

    /// Whether notes or corrections would be lost with the page.
    pub fn is_at_risk(&self) -> bool {
        let corrections = &self.corrections;
        let is_exported = corrections.steps.is_empty() || corrections.exported == corrections.version;
        let is_saved = self.notebook.is_empty() || self.notebook == self.saved;
        !(self.kept || is_saved && is_exported)
    }

    /// The language of the interface.
    pub fn lang(&self) -> Lang {
        self.address.lang
    }

    /// The texts of the interface.
    pub fn words(&self) -> &'static Words {
        self.lang().words()
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Arrive(fragment) => (next.address, next.unknown) = Address::parse(&fragment),
            Action::Visit(address) => next.address = *address,
            Action::Corpus(load) => next.corpus = load.share(),
            Action::Entities(load) => next.entities = load.share(),
            Action::Summaries(load) => next.summaries = load.share(),
            Action::SiteInfo(load) => next.site_info = load.share(),
            Action::Part(part, load) => next.parts[part as usize] = load.share(),
            Action::Again => next.tries += 1,
            Action::Dismiss => {
                next.unknown.clear();
                next.corrections.announced = false;
            }
            Action::Correct(step) if step.is_empty() => {}
            Action::Correct(step) => {
                next.corrections.steps.push(step);
                next.corrections.changed(true);
            }
            Action::FollowCorrections(base, theirs) => {
                let kept = theirs.is_some();
                let is_merged = theirs.is_some_and(|theirs| next.corrections.follow(&base, theirs));
                next.follow(kept, is_merged && !self.corrections.steps.is_empty());
            }
            Action::Exported(version) => next.corrections.exported = version,
            Action::Undo(at) => {
                if at < next.corrections.steps.len() {
                    next.corrections.steps.remove(at);
                }
                next.corrections.changed(false);
            }
            Action::UndoAll => {
                next.corrections.steps.clear();
                next.corrections.changed(false);
            }
            Action::Remark(remark) => next.corrections.remark = remark,
            Action::Keep(kept) => {
                next.kept = kept;
                next.wipes += u32::from(!kept);
            }
            Action::Unkept => next.kept = false,
            Action::Saved => next.saved = next.notebook.clone(),
            Action::SetAside(of_names, list) => next.aside[usize::from(of_names)] = list,
            Action::Note(change) => next.note(change, String::new()),
            Action::Import(notebook, remark) => next.note(Change::Merge(notebook), remark),
            Action::FollowNotes(base, theirs) => {
                let kept = theirs.is_some();
                let is_merged = theirs.is_some_and(|theirs| next.notebook.follow(&base, theirs));
                next.follow(kept, is_merged && !self.notebook.is_empty());
            }
            Action::Restore => {
                if let Some(NotebookNotice::Changed { change, .. }) = next.noted.take() {
                    next.notebook.follow(&change[1], change[0].clone());
                }
            }
            Action::NotebookNotice(noted) => next.noted = noted,
            Action::Forget => {
                next.corrections.steps.clear();
                next.corrections.changed(false);
                (next.notebook, next.saved, next.noted, next.kept) = (Notebook::default(), Notebook::default(), None, false);
                next.wipes += 1;
                next.aside = [Shared::new(Vec::new()), Shared::new(Vec::new())];
            }
            Action::Corrected(version, stale) => (next.corrections.applied, next.corrections.stale) = (version, stale),
        }
        // The message about a mark is dropped with the view; one that offers undo stays.
        if next.address.page != self.address.page && !matches!(next.noted, Some(NotebookNotice::Changed { .. })) {
            next.noted = None;
        }
        Rc::new(next)
    }
}

/// What every component can access.
#[derive(Clone, PartialEq)]
pub struct AppContext {
    /// The state and its dispatcher.
    pub state: UseReducerHandle<State>,
}

impl AppContext {
    /// The texts of the interface.
    pub fn words(&self) -> &'static Words {
        self.state.words()
    }

    /// The language of the interface.
    pub fn lang(&self) -> Lang {
        self.state.lang()
    }

    /// The state of the view.
    pub fn address(&self) -> &Address {
        &self.state.address
    }

    /// Whether the corpus has content for a page; empty pages are not linked.
    pub fn has(&self, page: &Page) -> bool {
        let corpus = self.corpus();
        match page {
            Page::Tasks => corpus.is_some_and(|corpus| corpus.tasks > 0),
            Page::Compare => corpus.is_some_and(|corpus| corpus.articles > 1),
            Page::Imprint => corpus.is_some_and(|corpus| corpus.imprint),
            _ => true,
        }
    }

    /// The corpus; components are only rendered once it is loaded.
    pub fn corpus(&self) -> Option<&Shared<CorpusView>> {
        self.state.corpus.ready()
    }

    /// The summary of an article, once loaded.
    pub fn summary(&self, article: ArticleId) -> Option<&Summary> {
        self.state.summaries.ready()?.get(article.0 as usize)
    }

    /// An entity by its number, once loaded.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.state.entities.ready()?.get(id.0 as usize)
    }

    /// The kind and name of an entity, once loaded.
    pub fn name_of(&self, id: EntityId) -> Option<EntityName> {
        let entity = self.entity(id)?;
        Some(EntityName { kind: entity.kind, name: entity.name.clone() })
    }

    /// The entity with this kind and name, once loaded.
    pub fn find_entity(&self, wanted: &EntityName) -> Option<(EntityId, &Entity)> {
        let entities = self.state.entities.ready()?;
        let at = entities.iter().position(|entity| entity.kind == wanted.kind && entity.name == wanted.name)?;
        Some((EntityId(at as u32), &entities[at]))
    }
}

#[cfg(test)]
mod tests;
