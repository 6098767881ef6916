//! Placeholders while something loads, and errors.

use crate::hooks::again;
use crate::platform;
use crate::state::{Action, AppContext, Cached};
use gloo::events::EventListener;
use yew::prelude::*;
use zeitlupe_core::room::Fault;
use zeitlupe_words::Words;

/// A note that only appears after half a second.
pub fn waiting(words: &Words) -> Html {
    html! { <p class="waiting" role="status">{ words.loading }</p> }
}

/// An error with a button to retry if something that a view needs cannot be loaded.
pub fn missing(context: &AppContext, needed: &[Cached]) -> Option<Html> {
    let trouble = needed.iter().find_map(|what| context.state.fault_of(*what))?;
    Some(fault(context.words(), trouble, &again(context)))
}

/// The same, or a placeholder, if something that a view needs is not loaded.
pub fn instead_of(context: &AppContext, needed: &[Cached]) -> Option<Html> {
    let is_loaded = needed.iter().all(|what| context.state.has(*what));
    missing(context, needed).or_else(|| (!is_loaded).then(|| waiting(context.words())))
}

/// The kind of error, the name of the part if it is one of a part, the details.
fn description(words: &Words, fault: &Fault) -> (&'static str, String, String) {
    match fault {
        Fault::Stopped => (words.fault_stopped, String::new(), String::new()),
        Fault::Program(detail) => (words.fault_missing, String::new(), detail.clone()),
        Fault::Missing(key, detail) => (words.fault_missing, key.name(), detail.clone()),
        Fault::Damaged(key, damage) => (words.fault_damaged, key.name(), damage.to_string()),
    }
}

/// The kind of error and the name of the part in a line.
pub(super) fn fault_line(words: &Words, fault: &Fault) -> String {
    let (what, part, _) = description(words, fault);
    if part.is_empty() { what.to_owned() } else { [what, ": ", &part].concat() }
}

/// The kind of error, and the name of the part if it is one of a part.
fn what(words: &Words, fault: &Fault) -> Html {
    let (what, part, _) = description(words, fault);
    if part.is_empty() {
        html! { { what } }
    } else {
        html! { <>{ what }{ ": " }<code>{ part }</code></> }
    }
}

fn retry_button(words: &Words, retry: &Callback<()>) -> Html {
    let retry = retry.reform(|_: MouseEvent| {
        // The button disappears during the retry; the focus must stay in the view.
        platform::focus("#inhalt");
    });
    html! { <button type="button" onclick={retry}>{ words.retry }</button> }
}

/// An error with a button to retry.
pub fn fault(words: &Words, fault: &Fault, retry: &Callback<()>) -> Html {
    let detail = description(words, fault).2;
    let help = if *fault == Fault::Stopped { words.fault_stopped_help } else { words.fault_help };
    html! {
        <section class="fault" role="alert">
            <h1>{ words.fault }</h1>
            <p>{ what(words, fault) }</p>
            if !detail.is_empty() { <p class="detail">{ detail }</p> }
            <p>{ help }</p>
            { retry_button(words, retry) }
        </section>
    }
}

/// The same in one line, for a view that works without the missing part.
pub fn inline_fault(words: &Words, fault: &Fault, retry: &Callback<()>) -> Html {
    html! { <p class="quiet hitch" role="status">{ what(words, fault) }{ " " }{ retry_button(words, retry) }</p> }
}

/// Lists the parts of the address that were not understood; empty if there are none.
pub fn notice(context: &AppContext) -> Html {
    if context.state.unknown.is_empty() {
        return html! {};
    }
    let dispatcher = context.state.dispatcher();
    let dismiss = Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Dismiss));
    html! {
        <div class="notice" role="status">
            <span>{ context.words().address_unknown }{ " " }{ for context.state.unknown.iter().map(|part| html! { <code>{ crate::components::shown(part) }</code> }) }</span>
            <button type="button" onclick={dismiss} aria-label={context.words().dismiss}>{ "×" }</button>
        </div>
    }
}

/// Whether a newer version of the site is ready and was not dismissed.
#[hook]
pub fn use_update() -> UseStateHandle<bool> {
    let ready = use_state(platform::is_renewable);
    let found = ready.setter();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&gloo::utils::window(), "zeitlupe-fassung", move |_| found.set(true));
        move || drop(listener)
    });
    ready
}

/// Offers the newer version of the site; empty if there is none.
pub fn update_notice(words: &Words, ready: &UseStateHandle<bool>) -> Html {
    if !**ready {
        return html! {};
    }
    let ready = ready.setter();
    let dismiss = Callback::from(move |_: MouseEvent| ready.set(false));
    let reload = Callback::from(|_: MouseEvent| platform::renew());
    html! {
        <div class="notice renewal" role="status">
            <span>{ words.share.update_ready }{ " " }<button type="button" onclick={reload}>{ words.share.reload }</button></span>
            <button type="button" onclick={dismiss} aria-label={words.dismiss}>{ "×" }</button>
        </div>
    }
}
