//! Asking from a component.

use crate::platform::{self, Shelf};
use crate::state::{Action, AppContext, Load, Noted, Shared};
use gloo::events::{EventListener, EventListenerOptions};
use std::marker::PhantomData;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;
use zeitlupe_core::annotation;
use zeitlupe_core::entity::{read_corrections, write_corrections};
use zeitlupe_core::room::{Fault, Question, Reply, Request, question};

/// The answer to a question of the kind `Q`, as far as it is loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerTo<Q> {
    reply: Option<Shared<Reply>>,
    question: PhantomData<Q>,
}

impl<Q: Question> AnswerTo<Q> {
    /// The answer; `None` as long as there is none.
    pub fn get(&self) -> Option<&Q::Answer> {
        self.reply.as_deref().and_then(Q::answer_in)
    }

    /// Whether there is one.
    pub fn is_loaded(&self) -> bool {
        self.reply.is_some()
    }
}

/// What questions of the kind `Q` have brought so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered<Q> {
    /// The newest answer; while a further question is on its way, that to the former one.
    pub answer: AnswerTo<Q>,
    /// Why the newest question has no answer.
    pub fault: Option<Fault>,
    /// Whether a question is on its way.
    pub waiting: bool,
}

/// As [`Answered`], of questions of any kind: the state of the one hook that asks.
#[derive(Clone, Debug, Default, PartialEq)]
struct Replied {
    reply: Option<Shared<Reply>>,
    fault: Option<Fault>,
    waiting: bool,
}

/// What happens to [`Replied`].
enum Step {
    /// A question was asked.
    Asked,
    /// There is no question any more.
    Forgot,
    /// The newest question has its answer.
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

/// Asks whenever the question, or what the room says of names, changes; the latest question wins. `None` asks nothing and forgets the last
/// answer. The callback asks once more.
#[hook]
pub fn use_answer<Q: Question>(context: &AppContext, question: Option<Q>) -> (Answered<Q>, Callback<()>) {
    let (Replied { reply, fault, waiting }, again) = use_reply(context, question.map(Q::into_request));
    (Answered { answer: AnswerTo { reply, question: PhantomData }, fault, waiting }, again)
}

/// Asks whenever the request, or what the room says of names, changes: [`use_answer`] without its types, so that it is compiled once.
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

/// What is asked for once and stays in the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cached {
    /// All entities.
    Entities,
    /// What all articles are called.
    Summaries,
    /// Fixed pages, tasks and tours.
    SiteInfo,
}

/// Makes sure that something is being loaded, where it is `wanted`; what has come stands in the state.
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

/// Asks for something that stays in the state; it, or the reason why it does not come, goes into the state.
pub fn fetch(context: &AppContext, what: Cached) {
    let (state, service) = (context.state.dispatcher(), context.service.clone());
    match what {
        // What stands there stays until it is replaced.
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

/// Sends the reader's corrections to the room whenever they change, and saves them in the browser where the reader wants that.
#[hook]
pub fn use_corrections(context: &AppContext) {
    let dispatcher = context.state.dispatcher();
    use_effect_with((), move |()| {
        if let Some(kept) = platform::recall(Shelf::Names) {
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
                    // The views that need the missing part say what is wrong with it.
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
    let shelve = use_shelf(context, Shelf::Names);
    use_effect_with((corrections.version, kept), move |_| shelve(kept.then(|| write_corrections(&keeper.all()))));
}

/// Returns a function that saves a text in this browser, or (`None`) deletes it, where it was not empty from the beginning.
#[hook]
fn use_shelf(context: &AppContext, shelf: Shelf) -> impl Fn(Option<String>) + 'static {
    let (dispatcher, words) = (context.state.dispatcher(), context.words());
    let first = use_mut_ref(|| true);
    move |text: Option<String>| {
        let first = std::mem::replace(&mut *first.borrow_mut(), false);
        match text {
            Some(text) if !platform::keep(shelf, &text) => {
                dispatcher.dispatch(Action::Keep(false));
                dispatcher.dispatch(Action::Noted(Some(Noted::Remark(words.corrections.not_stored.to_owned()))));
            }
            None if !first => platform::forget(shelf),
            _ => {}
        }
    }
}

/// Loads the notebook that this browser has saved, saves its changes where the reader wants that, follows other windows of the same room,
/// and has the browser ask before what is not saved is lost.
#[hook]
pub fn use_notebook(context: &AppContext) {
    let dispatcher = context.state.dispatcher();
    use_effect_with((), move |()| {
        let kept = || platform::recall(Shelf::Notes).and_then(|kept| platform::read_annotations(&kept).ok()?);
        if let Some((notebook, _)) = kept() {
            dispatcher.dispatch(Action::RecallNotes(notebook));
        }
        let listener = EventListener::new(&gloo::utils::window(), "storage", move |event| {
            if platform::shelf_of(event, Shelf::Notes) {
                // Where another window has deleted all, this one keeps nothing any more, but shows what it has.
                dispatcher.dispatch(kept().map_or(Action::Keep(false), |(notebook, _)| Action::RecallNotes(notebook)));
            }
        });
        move || drop(listener)
    });
    let (notebook, kept) = (context.state.notebook.clone(), context.state.kept);
    let shelve = use_shelf(context, Shelf::Notes);
    let open = !kept && !notebook.is_empty();
    use_effect_with((notebook, kept), move |(notebook, kept)| {
        shelve((*kept && !notebook.is_empty()).then(|| annotation::write(notebook, "")))
    });
    use_effect_with(open, |open| {
        // Only the event's own default keeps the page: the browser asks in its own words.
        let listener = open.then(|| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&gloo::utils::window(), "beforeunload", options, |event| event.prevent_default())
        });
        move || drop(listener)
    });
}

/// Listens to an event of the document (`true`) or the window while the component is there; what listens is that of the first drawing.
#[hook]
pub fn use_listener(name: &'static str, of_document: bool, heard: impl Fn(&web_sys::Event) + 'static) {
    use_effect_with((), move |()| {
        let target: web_sys::EventTarget = if of_document { gloo::utils::document().into() } else { gloo::utils::window().into() };
        let listener = EventListener::new(&target, name, heard);
        move || drop(listener)
    });
}
