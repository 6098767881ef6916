//! Hooks for components: questions to the room, stored corrections and notes, events.

mod keep;

use crate::platform::{self, Stored};
use crate::service;
use crate::state::{Action, AppContext, Cached, Load, Shared};
use gloo::events::{EventListener, EventListenerOptions};
use keep::{Entry, use_kept};
use std::marker::PhantomData;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;
use zeitlupe_core::annotation::{self, Notebook};
use zeitlupe_core::entity::{Correction, read_corrections, write_corrections};
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

/// A number that changes when the reader tries again, while something has failed: one missing part can fail several questions.
#[hook]
pub fn use_attempt(context: &AppContext, has_failed: bool) -> u32 {
    let tries = context.state.tries;
    let seen = use_mut_ref(|| (tries, 0_u32));
    let seen = &mut *seen.borrow_mut();
    if std::mem::replace(&mut seen.0, tries) != tries && has_failed {
        seen.1 += 1;
    }
    seen.1
}

/// Tries everything again that has failed.
pub fn again(context: &AppContext) -> Callback<()> {
    let dispatcher = context.state.dispatcher();
    Callback::from(move |()| dispatcher.dispatch(Action::Again))
}

/// [`use_answer`] without its types, so that it is compiled only once.
#[hook]
fn use_reply(context: &AppContext, request: Option<Request>) -> (Replied, Callback<()>) {
    let answered = use_reducer_eq(Replied::default);
    let attempt = use_attempt(context, answered.fault.is_some());
    let latest = use_mut_ref(|| 0_u32);
    let dispatcher = answered.dispatcher();
    let revision = context.state.corrections.applied;
    use_effect_with((request, attempt, revision), move |(request, ..)| {
        *latest.borrow_mut() += 1;
        let mine = *latest.borrow();
        let Some(request) = request.clone() else { return dispatcher.dispatch(Step::Forgot) };
        dispatcher.dispatch(Step::Asked);
        spawn_local(async move {
            let outcome = service::send(request).await;
            if *latest.borrow() == mine {
                dispatcher.dispatch(Step::Came(outcome));
            }
        });
    });
    ((*answered).clone(), again(context))
}

/// Loads something into the state if it is `wanted` and not there yet.
#[hook]
pub fn use_cached(context: &AppContext, what: Cached, wanted: bool) {
    let missing = !context.state.has(what) && wanted;
    let attempt = use_attempt(context, context.state.fault_of(what).is_some());
    let context = context.clone();
    use_effect_with((missing, attempt), move |(missing, _)| {
        if *missing {
            fetch(&context, what);
        }
    });
}

/// Loads something into the state, or the reason why it cannot be loaded.
pub fn fetch(context: &AppContext, what: Cached) {
    let state = context.state.dispatcher();
    match what {
        // The old value stays until it is replaced.
        Cached::Entities if context.state.entities.ready().is_none() => state.dispatch(Action::Entities(Load::Waiting)),
        Cached::Entities => {}
        Cached::Summaries => state.dispatch(Action::Summaries(Load::Waiting)),
        Cached::SiteInfo => state.dispatch(Action::SiteInfo(Box::new(Load::Waiting))),
        Cached::Part(part) => state.dispatch(Action::Part(part, Load::Waiting)),
    }
    spawn_local(async move {
        state.dispatch(match what {
            Cached::Entities => Action::Entities(service::ask(question::Entities).await.into()),
            Cached::Summaries => Action::Summaries(service::ask(question::Summaries).await.into()),
            Cached::Part(part) => Action::Part(part, platform::load_part(part.name()).await.map_err(Fault::Program).into()),
            Cached::SiteInfo => Action::SiteInfo(Box::new(service::ask(question::SiteInfo).await.map(|info| *info).into())),
        });
    });
}

/// The reader's corrections in the browser's storage.
const CORRECTIONS: Entry<Vec<Correction>> = Entry {
    stored: Stored::Names,
    read: |text| {
        let (found, remarks) = read_corrections(text);
        (found.into_iter().map(|(_, correction)| correction).collect(), remarks.is_empty())
    },
    write: |corrections| Some(write_corrections(corrections)),
    follow: Action::FollowCorrections,
};

/// Sends the reader's corrections to the room whenever they change, and keeps them in the browser if the reader wants that.
#[hook]
pub fn use_corrections(context: &AppContext) {
    let corrections = &context.state.corrections;
    let to_do = (corrections.version, corrections.applied != corrections.version);
    let asker = context.clone();
    use_effect_with(to_do, move |&(version, open)| {
        if open {
            spawn_local(async move {
                let asked = service::ask(question::Correct(asker.state.corrections.all())).await;
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
    let all = use_memo(corrections.version, |_| corrections.all());
    use_kept(context, &CORRECTIONS, all);
}

/// The reader's notebook in the browser's storage.
const NOTEBOOK: Entry<Notebook> = Entry {
    stored: Stored::Notes,
    read: |text| match platform::read_annotations(text) {
        Ok(Some((notebook, left_out))) => (notebook, left_out == 0),
        _ => (Notebook::default(), false),
    },
    write: |notebook| (!notebook.is_empty()).then(|| annotation::write(notebook, "")),
    follow: Action::FollowNotes,
};

/// Keeps the notebook in the browser if the reader wants that, and makes the browser ask before notes or corrections are lost that are
/// nowhere else.
#[hook]
pub fn use_notebook(context: &AppContext) {
    use_kept(context, &NOTEBOOK, Rc::new(context.state.notebook.clone()));
    use_effect_with(context.state.is_at_risk(), move |is_at_risk| {
        // Preventing the default makes the browser ask, in its own words.
        let listener = is_at_risk.then(|| {
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
