//! How the page is set: size, spacing, numbered lines, only the text, large for the wall.

use crate::hooks::use_listener;
use crate::platform;
use crate::state::{Action, AppContext};
use yew::prelude::*;
use zeitlupe_core::entity::EntityKind;
use zeitlupe_words::address::{Address, Display, Layer};

/// The same view, set otherwise.
fn set(context: &AppContext, address: Address) -> Callback<MouseEvent> {
    let dispatcher = context.state.dispatcher();
    Callback::from(move |_| dispatcher.dispatch(Action::Visit(Box::new(address.clone()))))
}

fn displayed(context: &AppContext, change: impl FnOnce(&mut Display)) -> Address {
    let mut address = context.address().clone();
    change(&mut address.display);
    address
}

/// The view in the large picture, or out of it: there the names are hidden until somebody asks.
fn projected(context: &AppContext, projector: bool) -> Address {
    let hidden = if projector { names().collect() } else { Vec::new() };
    Address { hidden, ..displayed(context, |display| display.projector = projector) }
}

fn names() -> impl Iterator<Item = Layer> {
    EntityKind::ALL.into_iter().map(Layer::Names)
}

/// A button that makes something smaller or larger, within its bounds.
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

/// The settings, behind a button in the header.
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
                { tick("calm", words.calm, display.calm, displayed(context, |display| display.calm = !display.calm)) }
                { tick("projected", words.projector, display.projector, projected(context, !display.projector)) }
                if display != Display::default() {
                    <button type="button" class="reset" onclick={set(context, displayed(context, |display| *display = Display::default()))}>{ words.reset }</button>
                }
            </div>
        </details>
    }
}

/// The way out of what hides the tools; in the large picture also what a teacher needs at hand.
pub fn display_bar(context: &AppContext) -> Html {
    let words = &context.words().display;
    let display = context.address().display;
    if display.projector {
        let hidden = names().all(|layer| context.address().hidden.contains(&layer));
        let asked = Address { hidden: if hidden { Vec::new() } else { names().collect() }, ..context.address().clone() };
        html! {
            <aside class="display-bar" aria-label={words.bar}>
                <button type="button" class="who" onclick={set(context, asked)}>{ if hidden { words.who } else { words.hide } }</button>
                { size_steps(context) }
                <button type="button" class="leave" onclick={set(context, projected(context, false))}>{ words.leave_projector }</button>
            </aside>
        }
    } else if display.calm {
        let leave = set(context, displayed(context, |display| display.calm = false));
        html! { <aside class="display-bar" aria-label={words.title}><button type="button" class="leave" onclick={leave}>{ words.leave }</button></aside> }
    } else {
        html! {}
    }
}

/// Sets the page as the address says, and folds the settings away when something else is pressed.
#[hook]
pub fn use_display(context: &AppContext) {
    let fold = |event: &web_sys::Event| platform::fold_away(event, ".display-panel");
    use_listener("pointerdown", true, fold);
    use_listener("keydown", true, fold);
    use_effect_with(context.address().display, |display| {
        let Display { size, spacing, projector, calm, .. } = *display;
        let number = |n: i8| (n != 0).then(|| n.to_string());
        platform::dress("size", number(size));
        platform::dress("spacing", number(spacing as i8));
        platform::dress("projector", projector.then(String::new));
        platform::dress("calm", calm.then(String::new));
    });
}
