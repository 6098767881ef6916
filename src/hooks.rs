//! Asking from a component.

use crate::state::{Action, Desk, Load, Shared};
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;
use zeitlupe_core::bundle::{Damage, PartKey};
use zeitlupe_core::room::{Fault, Reply, Request};

/// What came back so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answered {
    /// The newest reply; while a further question is on its way, that to the former one.
    pub reply: Option<Shared<Reply>>,
    /// Why the newest question has no reply.
    pub fault: Option<Fault>,
    /// Whether a question is on its way.
    pub waiting: bool,
}

/// What happens to an [`Answered`].
#[derive(Debug)]
pub enum Step {
    /// A question was asked.
    Asked,
    /// There is no question any more.
    Forgot,
    /// The newest question has its answer.
    Came(Result<Reply, Fault>),
}

impl Reducible for Answered {
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

/// Asks whenever the request changes; the latest question wins. `None` asks nothing and forgets the last reply.
/// The callback asks once more.
#[hook]
pub fn use_reply(desk: &Desk, request: Option<Request>) -> (Answered, Callback<()>) {
    let answered = use_reducer_eq(Answered::default);
    let attempt = use_state(|| 0_u32);
    let latest = use_mut_ref(|| 0_u32);
    let dispatcher = answered.dispatcher();
    use_effect_with((request, *attempt, desk.service.clone()), move |(request, _, service)| {
        *latest.borrow_mut() += 1;
        let mine = *latest.borrow();
        let Some(request) = request.clone() else { return dispatcher.dispatch(Step::Forgot) };
        dispatcher.dispatch(Step::Asked);
        let service = service.clone();
        spawn_local(async move {
            let outcome = service.ask(request).await;
            if *latest.borrow() == mine {
                dispatcher.dispatch(Step::Came(outcome));
            }
        });
    });
    let retry = Callback::from(move |()| attempt.set(*attempt + 1));
    ((*answered).clone(), retry)
}

/// Makes sure that the entities are being loaded; what has come stands in the state.
#[hook]
pub fn use_entities(desk: &Desk) {
    let missing = !matches!(desk.state.entities, Load::Ready(_));
    let desk = desk.clone();
    use_effect_with(missing, move |missing| {
        if *missing {
            fetch_entities(&desk);
        }
    });
}

/// Asks for the entities; they, or the reason why they do not come, go into the state.
pub fn fetch_entities(desk: &Desk) {
    let (state, service) = (desk.state.dispatcher(), desk.service.clone());
    state.dispatch(Action::Entities(Load::Waiting));
    spawn_local(async move {
        let outcome = service.ask(Request::Entities).await.and_then(|reply| match reply {
            Reply::Entities(list) => Ok(list),
            _ => Err(Fault::Damaged(PartKey::Entities, Damage::Foreign)),
        });
        state.dispatch(Action::Entities(outcome.into()));
    });
}
