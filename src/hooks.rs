//! Hooks for components: questions to the room, stored corrections and notes, events.

use crate::platform::{self, Stored};
use crate::state::{Action, AppContext, Load, NotebookNotice, Shared};
use gloo::events::{EventListener, EventListenerOptions};
use std::marker::PhantomData;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;
use zeitlupe_core::annotation;
use zeitlupe_core::entity::{read_corrections, write_corrections};
use zeitlupe_core::room::{Fault, Question, Reply, Request, question};

/// The answer to a question of type `Q`, if it is loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerTo<Q> {
    reply: Option<Shared<Reply>>,
    question: PhantomData<Q>,
}

impl<Q: Question> AnswerTo<Q> {
    /// The answer, once loaded.
    pub fn get(&self) -> Option<&Q::Answer> {
        self.reply.as_deref().and_then(Q::answer_in)
    }

    /// Whether it is loaded.
    pub fn is_loaded(&self) -> bool {
        self.reply.is_some()
    }
}

/// The state of questions of type `Q`.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered<Q> {
    /// The newest answer; while the next one is loading, that to the previous question.
    pub answer: AnswerTo<Q>,
    /// Why the newest question failed.
    pub fault: Option<Fault>,
    /// Whether an answer is loading.
    pub waiting: bool,
}

/// Like [`Answered`], without the type of the question: the state of [`use_reply`].
#[derive(Clone, Debug, Default, PartialEq)]
struct Replied {
    reply: Option<Shared<Reply>>,
    fault: Option<Fault>,
    waiting: bool,
}

/// A change of [`Replied`].
enum Step {
    /// A question was asked.
    Asked,
    /// There is no question anymore.
    Forgot,
    /// The newest question was answered.
    Came(Result<Reply, Fault>),
}

impl Reducible for Replied {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        Rc::new(match step {
            Step::Asked => Self { reply: self.reply.clone(), fault: None, waiting: true },
            Step::Forgot => Self::default(),
            Step::Came(Ok(reply)) => Self { reply: Some(Shared::new(reply)), fault: None, waiting: false },
            Step::Came(Err(fault)) => Self { reply: None, fault: Some(fault), waiting: false },
        })
    }
}

/// Asks whenever the question or the corrections of names change; the latest question wins. `None` asks nothing and drops the last
/// answer. The callback retries.
#[hook]
pub fn use_answer<Q: Question>(context: &AppContext, question: Option<Q>) -> (Answered<Q>, Callback<()>) {
    let (Replied { reply, fault, waiting }, again) = use_reply(context, question.map(Q::into_request));
    (Answered { answer: AnswerTo { reply, question: PhantomData }, fault, waiting }, again)
}

/// [`use_answer`] without its types, so that it is compiled only once.
#[hook]
fn use_reply(context: &AppContext, request: Option<Request>) -> (Replied, Callback<()>) {
    let answered = use_reducer_eq(Replied::default);
    let attempt = use_state(|| 0_u32);
    let latest = use_mut_ref(|| 0_u32);
    let dispatcher = answered.dispatcher();
    let revision = context.state.corrections.applied;
    use_effect_with((request, *attempt, context.service.clone(), revision), move |(request, _, service, _)| {
        *latest.borrow_mut() += 1;
        let mine = *latest.borrow();
        let Some(request) = request.clone() else { return dispatcher.dispatch(Step::Forgot) };
        dispatcher.dispatch(Step::Asked);
        let service = service.clone();
        spawn_local(async move {
            let outcome = service.send(request).await;
            if *latest.borrow() == mine {
                dispatcher.dispatch(Step::Came(outcome));
            }
        });
    });
    let retry = Callback::from(move |()| attempt.set(*attempt + 1));
    ((*answered).clone(), retry)
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
}

/// Loads something into the state if it is `wanted` and not there yet.
#[hook]
pub fn use_cached(context: &AppContext, what: Cached, wanted: bool) {
    let missing = match what {
        Cached::Entities => context.state.entities.ready().is_none(),
        Cached::Summaries => context.state.summaries.ready().is_none(),
        Cached::SiteInfo => context.state.site_info.ready().is_none(),
    };
    let context = context.clone();
    use_effect_with(missing && wanted, move |missing| {
        if *missing {
            fetch(&context, what);
        }
    });
}

/// Loads something into the state, or the reason why it cannot be loaded.
pub fn fetch(context: &AppContext, what: Cached) {
    let (state, service) = (context.state.dispatcher(), context.service.clone());
    match what {
        // The old value stays until it is replaced.
        Cached::Entities if context.state.entities.ready().is_none() => state.dispatch(Action::Entities(Load::Waiting)),
        Cached::Entities => {}
        Cached::Summaries => state.dispatch(Action::Summaries(Load::Waiting)),
        Cached::SiteInfo => state.dispatch(Action::SiteInfo(Box::new(Load::Waiting))),
    }
    spawn_local(async move {
        state.dispatch(match what {
            Cached::Entities => Action::Entities(service.ask(question::Entities).await.into()),
            Cached::Summaries => Action::Summaries(service.ask(question::Summaries).await.into()),
            Cached::SiteInfo => Action::SiteInfo(Box::new(service.ask(question::SiteInfo).await.map(|info| *info).into())),
        });
    });
}

/// Sends the reader's corrections to the room whenever they change, and stores them in the browser if the reader wants that.
#[hook]
pub fn use_corrections(context: &AppContext) {
    let dispatcher = context.state.dispatcher();
    use_effect_with((), move |()| {
        if let Some(kept) = platform::stored(Stored::Names) {
            let (found, _) = read_corrections(&kept);
            dispatcher.dispatch(Action::Recall(found.into_iter().map(|(_, correction)| correction).collect()));
        }
    });
    let corrections = &context.state.corrections;
    let to_do = (corrections.version, corrections.applied != corrections.version);
    let asker = context.clone();
    use_effect_with(to_do, move |&(version, open)| {
        if open {
            spawn_local(async move {
                let asked = asker.service.ask(question::Correct(asker.state.corrections.all())).await;
                let stale = match asked {
                    Ok(corrected) => corrected.stale.len() as u32,
                    // The views that need the missing part show the error.
                    Err(_) => 0,
                };
                asker.state.dispatch(Action::Corrected(version, stale));
                if asker.state.entities.ready().is_some() {
                    fetch(&asker, Cached::Entities);
                }
            });
        }
    });
    let (keeper, kept) = (corrections.clone(), context.state.kept);
    let save = use_storage(context, Stored::Names);
    use_effect_with((corrections.version, kept), move |_| save(kept.then(|| write_corrections(&keeper.all()))));
}

/// Returns a function that stores a text in this browser, or deletes it (`None`) unless nothing was ever stored.
#[hook]
fn use_storage(context: &AppContext, entry: Stored) -> impl Fn(Option<String>) + 'static {
    let (dispatcher, words) = (context.state.dispatcher(), context.words());
    let first = use_mut_ref(|| true);
    move |text: Option<String>| {
        let first = std::mem::replace(&mut *first.borrow_mut(), false);
        match text {
            Some(text) if !platform::store(entry, &text) => {
                dispatcher.dispatch(Action::Keep(false));
                dispatcher.dispatch(Action::NotebookNotice(Some(NotebookNotice::Remark(words.corrections.not_stored.to_owned()))));
            }
            None if !first => platform::delete_stored(entry),
            _ => {}
        }
    }
}

/// Loads the stored notebook, stores changes if the reader wants that, follows changes in other windows,
/// and makes the browser ask before unsaved notes are lost.
#[hook]
pub fn use_notebook(context: &AppContext) {
    let dispatcher = context.state.dispatcher();
    use_effect_with((), move |()| {
        let kept = || platform::stored(Stored::Notes).and_then(|kept| platform::read_annotations(&kept).ok()?);
        if let Some((notebook, _)) = kept() {
            dispatcher.dispatch(Action::RecallNotes(notebook));
        }
        let listener = EventListener::new(&gloo::utils::window(), "storage", move |event| {
            if platform::is_storage_event(event, Stored::Notes) {
                // If another window has deleted everything, this one stops storing, but still shows what it has.
                dispatcher.dispatch(kept().map_or(Action::Keep(false), |(notebook, _)| Action::RecallNotes(notebook)));
            }
        });
        move || drop(listener)
    });
    let (notebook, kept) = (context.state.notebook.clone(), context.state.kept);
    let save = use_storage(context, Stored::Notes);
    let open = !kept && !notebook.is_empty();
    use_effect_with((notebook, kept), move |(notebook, kept)| {
        save((*kept && !notebook.is_empty()).then(|| annotation::write(notebook, "")))
    });
    use_effect_with(open, |open| {
        // Preventing the default makes the browser ask, in its own words.
        let listener = open.then(|| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&gloo::utils::window(), "beforeunload", options, |event| event.prevent_default())
        });
        move || drop(listener)
    });
}

/// Listens to an event of the document (`true`) or the window while the component is mounted, with the callback of the first render.
#[hook]
pub fn use_listener(name: &'static str, of_document: bool, heard: impl Fn(&web_sys::Event) + 'static) {
    use_effect_with((), move |()| {
        let target: web_sys::EventTarget = if of_document { gloo::utils::document().into() } else { gloo::utils::window().into() };
        let listener = EventListener::new(&target, name, heard);
        move || drop(listener)
    });
}
