//! Display settings: size, spacing, numbered lines, only the text, projector.

use crate::hooks::use_listener;
use crate::platform;
use crate::state::{Action, AppContext};
use yew::prelude::*;
use zeitlupe_core::entity::EntityKind;
use zeitlupe_words::address::{Address, Display, Layer};

/// Goes to the same view with other settings.
fn set(context: &AppContext, address: Address) -> Callback<MouseEvent> {
    let dispatcher = context.state.dispatcher();
    Callback::from(move |_| dispatcher.dispatch(Action::Visit(Box::new(address.clone()))))
}

fn displayed(context: &AppContext, change: impl FnOnce(&mut Display)) -> Address {
    let mut address = context.address().clone();
    change(&mut address.display);
    address
}

/// The view in or out of projector mode, where names are hidden at first.
fn projected(context: &AppContext, projector: bool) -> Address {
    let hidden = if projector { names().collect() } else { Vec::new() };
    Address { hidden, ..displayed(context, |display| display.projector = projector) }
}

fn names() -> impl Iterator<Item = Layer> {
    EntityKind::ALL.into_iter().map(Layer::Names)
}

/// A button that makes something smaller or larger, within its limits.
fn step(context: &AppContext, class: &'static str, sign: &'static str, label: String, there: Option<Address>) -> Html {
    let off = there.is_none();
    let set = there.map(|there| set(context, there));
    html! { <button type="button" {class} onclick={set} disabled={off} aria-label={format!("{sign} {label}")}>{ sign }</button> }
}

fn size_steps(context: &AppContext) -> Html {
    let words = &context.words().display;
    let size = context.address().display.size;
    let to = |size: i8| (Display::SIZES.0..=Display::SIZES.1).contains(&size).then(|| displayed(context, |display| display.size = size));
    html! {
        <span class="stepper" role="group" aria-label={words.size}>
            <span>{ words.size }</span>
            { step(context, "smaller", "A−", format!("{}: {}", words.size, words.less), to(size - 1)) }
            { step(context, "larger", "A+", format!("{}: {}", words.size, words.more), to(size + 1)) }
        </span>
    }
}

/// The settings, opened by a button in the header.
pub fn display_panel(context: &AppContext) -> Html {
    let words = &context.words().display;
    let display = context.address().display;
    let spacing = |n: Option<u8>| n.filter(|n| *n <= Display::SPACINGS).map(|n| displayed(context, |display| display.spacing = n));
    let tick = |class: &'static str, name: &'static str, now: bool, there: Address| {
        let dispatcher = context.state.dispatcher();
        let change = Callback::from(move |_: Event| dispatcher.dispatch(Action::Visit(Box::new(there.clone()))));
        html! { <label class="tick"><input type="checkbox" {class} checked={now} onchange={change} />{ name }</label> }
    };
    html! {
        <details class="display-panel">
            <summary>{ words.title }</summary>
            <div>
                { size_steps(context) }
                <span class="stepper" role="group" aria-label={words.spacing}>
                    <span>{ words.spacing }</span>
                    { step(context, "closer", "−", format!("{}: {}", words.spacing, words.less), spacing(display.spacing.checked_sub(1))) }
                    { step(context, "wider", "+", format!("{}: {}", words.spacing, words.more), spacing(Some(display.spacing + 1))) }
                </span>
                { tick("numbered", words.numbers, display.numbers, displayed(context, |display| display.numbers = !display.numbers)) }
                { tick("calm", words.text_only, display.text_only, displayed(context, |display| display.text_only = !display.text_only)) }
                { tick("projected", words.projector, display.projector, projected(context, !display.projector)) }
                if display != Display::default() {
                    <button type="button" class="reset" onclick={set(context, displayed(context, |display| *display = Display::default()))}>{ words.reset }</button>
                }
            </div>
        </details>
    }
}

/// The bar to leave a mode that hides the tools; in projector mode with a few tools for teachers.
pub fn display_bar(context: &AppContext) -> Html {
    let words = &context.words().display;
    let display = context.address().display;
    if display.projector {
        let hidden = names().all(|layer| context.address().hidden.contains(&layer));
        let asked = Address { hidden: if hidden { Vec::new() } else { names().collect() }, ..context.address().clone() };
        html! {
            <aside class="display-bar" aria-label={words.bar}>
                <button type="button" class="who" onclick={set(context, asked)}>{ if hidden { words.show_names } else { words.hide_names } }</button>
                { size_steps(context) }
                <button type="button" class="leave" onclick={set(context, projected(context, false))}>{ words.leave_projector }</button>
            </aside>
        }
    } else if display.text_only {
        let leave = set(context, displayed(context, |display| display.text_only = false));
        html! { <aside class="display-bar" aria-label={words.title}><button type="button" class="leave" onclick={leave}>{ words.leave }</button></aside> }
    } else {
        html! {}
    }
}

/// Applies the settings in the address, and closes the panel on a click elsewhere.
#[hook]
pub fn use_display(context: &AppContext) {
    let fold = |event: &web_sys::Event| platform::close_details(event, ".display-panel");
    use_listener("pointerdown", true, fold);
    use_listener("keydown", true, fold);
    use_effect_with(context.address().display, |display| {
        let Display { size, spacing, projector, text_only, .. } = *display;
        let number = |n: i8| (n != 0).then(|| n.to_string());
        platform::set_root_data("size", number(size));
        platform::set_root_data("spacing", number(spacing as i8));
        platform::set_root_data("projector", projector.then(String::new));
        platform::set_root_data("calm", text_only.then(String::new));
    });
}
