//! The state of the app and what changes it; no browser in here.

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

/// Shared data, compared by address: two are equal if they are one.
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

/// Something that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    /// On its way.
    Waiting,
    /// There.
    Ready(T),
    /// Not to be had.
    Failed(Fault),
}

impl<T> Load<T> {
    /// What is there, if it is.
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
    /// All entities, once a view has asked for them.
    pub entities: Load<Shared<Vec<Entity>>>,
    /// What all articles are called, once a view has asked for that.
    pub summaries: Load<Shared<Vec<Summary>>>,
    /// Fixed pages, tasks and tours, once a view has asked for them.
    pub site_info: Load<Shared<SiteInfo>>,
    /// The reader's corrections of names; those that were made together are undone together.
    pub corrections: Corrections,
    /// What the reader has marked, noted and answered.
    pub notebook: Notebook,
    /// The message about the last change of the notebook, and what it was before.
    pub noted: Option<Noted>,
    /// Whether this browser keeps what the reader makes, because the reader has said so.
    pub kept: bool,
}

/// The message after a change of the notebook.
#[derive(Clone, Debug, PartialEq)]
pub enum Noted {
    /// A passage was marked: where it goes, and that nothing keeps it yet.
    Added,
    /// Something was deleted, or came from a file or a link; this is the notebook before that.
    Changed(Notebook),
    /// What was done, or why it was not, in words.
    Remark(String),
}

/// The reader's corrections of names, and what became of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrections {
    /// What was made together, the oldest first.
    pub steps: Vec<Vec<Correction>>,
    /// Changes with every step.
    pub version: u32,
    /// The version that the room answers by.
    pub applied: u32,
    /// How many found nothing to correct.
    pub stale: u32,
    /// Whether the last step is announced, with a way to undo it.
    pub announced: bool,
    /// What could not be read of the file that was imported last.
    pub remark: Option<String>,
}

impl Corrections {
    /// All of them, in their order.
    pub fn all(&self) -> Vec<Correction> {
        self.steps.concat()
    }

    fn changed(&mut self, announced: bool) {
        self.version += 1;
        self.announced = announced;
    }
}

/// What changes the state.
#[derive(Debug)]
pub enum Action {
    /// The address bar shows this fragment.
    Arrive(String),
    /// The view changes; the address follows.
    Visit(Box<Address>),
    /// The corpus was asked for, came, or did not.
    Corpus(Load<CorpusView>),
    /// The entities were asked for, came, or did not.
    Entities(Load<Vec<Entity>>),
    /// The summaries were asked for, came, or did not.
    Summaries(Load<Vec<Summary>>),
    /// Fixed pages, tasks and tours were asked for, came, or did not.
    SiteInfo(Box<Load<SiteInfo>>),
    /// The notice about the address, or about a correction, was read.
    Dismiss,
    /// The reader corrects names.
    Correct(Vec<Correction>),
    /// This browser had saved these corrections.
    Recall(Vec<Correction>),
    /// The reader takes this step of the corrections back.
    Undo(usize),
    /// The reader takes all corrections back.
    UndoAll,
    /// The reader wants corrections and notes to be saved in this browser, or no longer.
    Keep(bool),
    /// The reader marks, notes, groups, answers.
    Note(Change),
    /// This browser had saved this notebook, or another window of it has changed it.
    RecallNotes(Notebook),
    /// The notebook is again as it was before this.
    Restore(Notebook),
    /// Shows a message about the notebook, or removes it.
    Noted(Option<Noted>),
    /// Everything that the reader has made goes, here and where it was saved.
    Forget,
    /// Shows a message about the corrections, or removes it.
    Remark(Option<String>),
    /// The room answers by this version of the corrections; so many of them found nothing.
    Corrected(u32, u32),
}

impl State {
    /// The state with which the page opens at this fragment.
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

    /// Changes the notebook; what is deleted or merged can be undone.
    fn note(&mut self, change: Change) {
        let notice = match change {
            Change::Remove(_) | Change::Merge(_) | Change::Clear => Some(Noted::Changed(self.notebook.clone())),
            Change::Add(_) => Some(Noted::Added),
            _ => None,
        };
        self.noted = notice.or(self.noted.take());
        self.notebook.apply(change);
    }

    /// Language of the interface.
    pub fn lang(&self) -> Lang {
        self.address.lang
    }

    /// Its words.
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
            Action::Noted(noted) => next.noted = noted,
            Action::Forget => {
                next.corrections.steps.clear();
                next.corrections.changed(false);
                (next.notebook, next.noted, next.kept) = (Notebook::default(), None, false);
            }
            Action::Corrected(version, stale) => (next.corrections.applied, next.corrections.stale) = (version, stale),
        }
        // The message about a mark stays in the view where it was made; one that offers to undo something stays everywhere.
        if next.address.page != self.address.page && !matches!(next.noted, Some(Noted::Changed(_))) {
            next.noted = None;
        }
        Rc::new(next)
    }
}

/// What every component can reach.
#[derive(Clone, PartialEq)]
pub struct AppContext {
    /// The state, and the way to change it.
    pub state: UseReducerHandle<State>,
    /// Who answers questions.
    pub service: Service,
}

impl AppContext {
    /// Words of the interface.
    pub fn words(&self) -> &'static Words {
        self.state.words()
    }

    /// Language of the interface.
    pub fn lang(&self) -> Lang {
        self.state.lang()
    }

    /// The state of the view.
    pub fn address(&self) -> &Address {
        &self.state.address
    }

    /// Whether the corpus has something for a page to show; links to other pages are left out.
    pub fn has(&self, page: &Page) -> bool {
        let corpus = self.corpus();
        match page {
            Page::Tasks => corpus.is_some_and(|corpus| corpus.tasks > 0),
            Page::Imprint => corpus.is_some_and(|corpus| corpus.imprint),
            _ => true,
        }
    }

    /// The corpus; a component below the app only exists once it is there.
    pub fn corpus(&self) -> Option<&Shared<CorpusView>> {
        self.state.corpus.ready()
    }

    /// What an article is called, once the summaries are there.
    pub fn summary(&self, article: ArticleId) -> Option<&Summary> {
        self.state.summaries.ready()?.get(article.0 as usize)
    }

    /// An entity by its number, once the entities are there.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.state.entities.ready()?.get(id.0 as usize)
    }

    /// What an entity is and is called, once the entities are there.
    pub fn name_of(&self, id: EntityId) -> Option<EntityName> {
        let entity = self.entity(id)?;
        Some(EntityName { kind: entity.kind, name: entity.name.clone() })
    }

    /// The entity of an address, once the entities are there.
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
    fn notes_can_be_brought_back_and_forgotten() {
        let note = zeitlupe_core::annotation::Note { article: "a".into(), quote: "Öl".into(), ..Default::default() };
        let state = Rc::new(State::opening("#/")).reduce(Action::Note(Change::Add(note)));
        assert_eq!((state.noted.clone(), state.kept), (Some(Noted::Added), false));
        assert_eq!(state.clone().reduce(Action::Arrive("#/namen".into())).noted, None);
        let full = state.notebook.clone();
        let state = state.reduce(Action::Note(Change::Remove(0)));
        assert!(state.notebook.is_empty());
        assert_eq!(state.noted, Some(Noted::Changed(full.clone())));
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
        // Whoever tries again sees that it is being tried.
        assert_eq!(state.reduce(Action::Corpus(Load::Waiting)).corpus, Load::Waiting);
    }
}
