//! What stands there while something loads, or when it did not come.

use crate::state::{Action, Desk};
use yew::prelude::*;
use zeitlupe_core::room::Fault as Trouble;

/// A quiet word that only shows after half a second.
#[component]
pub fn Waiting() -> Html {
    let words = use_context::<Desk>().map(|desk| desk.words()).unwrap_or(crate::words::Lang::De.words());
    html! { <p class="waiting" role="status">{ words.loading }</p> }
}

/// Properties of [`Fault`].
#[derive(Properties, PartialEq)]
pub struct FaultProps {
    /// What is wrong.
    pub fault: Trouble,
    /// Tries again.
    pub retry: Callback<()>,
}

/// A readable account of what is wrong, with a way to try again.
#[component]
pub fn Fault(props: &FaultProps) -> Html {
    let words = use_context::<Desk>().map(|desk| desk.words()).unwrap_or(crate::words::Lang::De.words());
    let (what, part, detail) = match &props.fault {
        Trouble::Missing(key, detail) => (words.fault_missing, key.name(), detail.clone()),
        Trouble::Damaged(key, damage) => (words.fault_damaged, key.name(), damage.to_string()),
    };
    let retry = props.retry.reform(|_: MouseEvent| ());
    html! {
        <section class="fault" role="alert">
            <h1>{ words.fault }</h1>
            <p>{ what }{ ": " }<code>{ part }</code></p>
            <p class="detail">{ detail }</p>
            <p>{ words.fault_help }</p>
            <button type="button" onclick={retry}>{ words.retry }</button>
        </section>
    }
}

/// Says which parts of the address were left out.
#[component]
pub fn Notice() -> Html {
    let desk = use_context::<Desk>().expect("a notice stands inside the app");
    let dispatcher = desk.state.dispatcher();
    let dismiss = Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Dismiss));
    html! {
        <div class="notice" role="status">
            <span>{ desk.words().address_unknown }{ " " }{ for desk.state.unknown.iter().map(|part| html! { <code>{ crate::components::shown(part) }</code> }) }</span>
            <button type="button" onclick={dismiss} aria-label={desk.words().dismiss}>{ "×" }</button>
        </div>
    }
}
