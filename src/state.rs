//! The state of the app and its actions, without DOM.

use crate::service::Service;
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
    /// The reader's corrections of names.
    pub corrections: Corrections,
    /// What the reader has marked, noted and answered.
    pub notebook: Notebook,
    /// The message about the last change of the notebook.
    pub noted: Option<NotebookNotice>,
    /// Whether corrections and notes are stored in this browser; only if the reader wants that.
    pub kept: bool,
}

/// The message after a change of the notebook.
#[derive(Clone, Debug, PartialEq)]
pub enum NotebookNotice {
    /// A passage was marked, and is perhaps not saved yet.
    Added,
    /// Something was deleted, or added from a file or a link; this is the notebook before that.
    Changed(Notebook),
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
    /// A notice was dismissed.
    Dismiss,
    /// The reader corrects names.
    Correct(Vec<Correction>),
    /// Corrections were found in the browser's storage.
    Recall(Vec<Correction>),
    /// The reader undoes this step of the corrections.
    Undo(usize),
    /// The reader undoes all corrections.
    UndoAll,
    /// The reader turns storage in this browser on or off.
    Keep(bool),
    /// The reader marks, notes, groups, answers.
    Note(Change),
    /// The notebook was found in the browser's storage, or changed there by another window.
    RecallNotes(Notebook),
    /// The notebook is restored to an earlier state.
    Restore(Notebook),
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
            corrections: Corrections::default(),
            notebook: Notebook::default(),
            noted: None,
            kept: false,
        }
    }

    /// Changes the notebook; deleting and merging can be undone.
    fn note(&mut self, change: Change) {
        let notice = match change {
            Change::Remove(_) | Change::Merge(_) | Change::Clear => Some(NotebookNotice::Changed(self.notebook.clone())),
            Change::Add(_) => Some(NotebookNotice::Added),
            _ => None,
        };
        self.noted = notice.or(self.noted.take());
        self.notebook.apply(change);
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
            Action::Dismiss => {
                next.unknown.clear();
                next.corrections.announced = false;
            }
            Action::Correct(step) if step.is_empty() => {}
            Action::Correct(step) => {
                next.corrections.steps.push(step);
                next.corrections.changed(true);
            }
            Action::Recall(kept) => {
                next.kept = true;
                if !kept.is_empty() {
                    next.corrections.steps.push(kept);
                    next.corrections.changed(false);
                }
            }
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
            Action::Keep(kept) => next.kept = kept,
            Action::Note(change) => next.note(change),
            Action::RecallNotes(notebook) => (next.kept, next.notebook) = (true, notebook),
            Action::Restore(notebook) => (next.notebook, next.noted) = (notebook, None),
            Action::NotebookNotice(noted) => next.noted = noted,
            Action::Forget => {
                next.corrections.steps.clear();
                next.corrections.changed(false);
                (next.notebook, next.noted, next.kept) = (Notebook::default(), None, false);
            }
            Action::Corrected(version, stale) => (next.corrections.applied, next.corrections.stale) = (version, stale),
        }
        // The message about a mark is dropped with the view; one that offers undo stays.
        if next.address.page != self.address.page && !matches!(next.noted, Some(NotebookNotice::Changed(_))) {
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
    /// Answers questions.
    pub service: Service,
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
mod tests {
    use super::*;

    #[test]
    fn corrections_are_undone_step_by_step() {
        let name = |text| zeitlupe_core::entity::EntityName::parse(text).expect("a kind and a name");
        let step = |text| vec![Correction::Remove { name: name(text) }];
        let state = Rc::new(State::opening("#/"));
        let state = state.reduce(Action::Correct(step("PER:A"))).reduce(Action::Correct(step("PER:B"))).reduce(Action::Correct(Vec::new()));
        assert_eq!((state.corrections.all().len(), state.corrections.version, state.corrections.announced), (2, 2, true));
        let state = state.reduce(Action::Undo(0)).reduce(Action::Undo(7));
        assert_eq!(state.corrections.all(), step("PER:B"));
        assert!(!state.corrections.announced && state.corrections.applied != state.corrections.version);
        let state = state.reduce(Action::Corrected(4, 1)).reduce(Action::UndoAll);
        assert_eq!((state.corrections.all(), state.corrections.stale, state.corrections.version), (Vec::new(), 1, 5));
    }

    #[test]
    fn deleting_notes_can_be_undone() {
        let note = zeitlupe_core::annotation::Note { article: "a".into(), quote: "Öl".into(), ..Default::default() };
        let state = Rc::new(State::opening("#/")).reduce(Action::Note(Change::Add(note)));
        assert_eq!((state.noted.clone(), state.kept), (Some(NotebookNotice::Added), false));
        assert_eq!(state.clone().reduce(Action::Arrive("#/namen".into())).noted, None);
        let full = state.notebook.clone();
        let state = state.reduce(Action::Note(Change::Remove(0)));
        assert!(state.notebook.is_empty());
        assert_eq!(state.noted, Some(NotebookNotice::Changed(full.clone())));
        let state = state.reduce(Action::Restore(full.clone())).reduce(Action::Keep(true));
        assert_eq!((&state.notebook, &state.noted, state.kept), (&full, &None, true));
        let state = state.reduce(Action::Forget);
        assert!(state.notebook.is_empty() && !state.kept);
        assert!(state.reduce(Action::RecallNotes(full)).kept, "what was saved had been allowed to be");
    }

    #[test]
    fn the_address_is_the_state_of_the_view() {
        let state = Rc::new(State::opening("#/suche?q=Gas&unfug=1"));
        assert_eq!((state.address.filter.query.as_str(), state.unknown.len()), ("Gas", 1));
        let state = state.reduce(Action::Arrive("#/namen?lang=en".into()));
        assert_eq!((&state.address.page, state.lang(), state.unknown.is_empty()), (&Page::Names, Lang::En, true));
        let failed = Load::Failed(Fault::Missing(zeitlupe_core::part::PartKey::Base, "offline".into()));
        let state = state.reduce(Action::Corpus(failed));
        assert!(matches!(state.corpus, Load::Failed(_)));
        // A retry shows that it is loading.
        assert_eq!(state.reduce(Action::Corpus(Load::Waiting)).corpus, Load::Waiting);
    }
}
