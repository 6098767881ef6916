//! Messages below the header about what the reader has just changed.

use crate::corrected::describe;
use crate::state::{Action, AppContext, NotebookNotice};
use yew::prelude::*;

/// The latest change with a button to undo it; empty if there is none.
pub fn undo_notice(context: &AppContext) -> Html {
    let corrections = &context.state.corrections;
    let Some(last) = corrections.steps.last().filter(|_| corrections.announced) else { return html! {} };
    let words = context.words();
    let act = |action: fn(usize) -> Action| {
        let (dispatcher, at) = (context.state.dispatcher(), corrections.steps.len() - 1);
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(action(at)))
    };
    html! {
        <div class="notice" role="status">
            <span>{ words.corrections.corrected }{ " " }{ last.last().map(|correction| describe(correction, words)) }</span>
            <button type="button" class="undo" onclick={act(Action::Undo)}>{ words.corrections.undo }</button>
            <button type="button" onclick={act(|_| Action::Dismiss)} aria-label={words.dismiss}>{ "×" }</button>
        </div>
    }
}

/// The message after a change of the notebook: that it is not saved yet, or a button to undo.
pub fn noted_notice(context: &AppContext) -> Html {
    let Some(noted) = &context.state.noted else { return html! {} };
    let (words, dispatcher) = (context.words(), context.state.dispatcher());
    let act = |make: Box<dyn Fn() -> Action>| {
        let dispatcher = dispatcher.clone();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(make()))
    };
    let (message, button) = match noted {
        NotebookNotice::Added if context.state.kept => (words.notes.added_kept.to_owned(), html! {}),
        NotebookNotice::Added => {
            let keep = act(Box::new(|| Action::Keep(true)));
            (words.notes.added.to_owned(), html! { <button type="button" class="keep" onclick={keep}>{ words.notes.keep }</button> })
        }
        NotebookNotice::Changed { remark, .. } => {
            let undo = act(Box::new(|| Action::Restore));
            (
                [words.notes.changed, remark].join(" "),
                html! { <button type="button" class="undo" onclick={undo}>{ words.corrections.undo }</button> },
            )
        }
        NotebookNotice::Remark(remark) => (remark.clone(), html! {}),
    };
    let dismiss = act(Box::new(|| Action::NotebookNotice(None)));
    html! {
        <div class="notice noted-notice" role="status">
            <span>{ message }</span>{ button }
            <button type="button" class="dismiss" onclick={dismiss} aria-label={words.dismiss}>{ "×" }</button>
        </div>
    }
}
