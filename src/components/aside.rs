//! What the browser has stored and this program cannot read.

use crate::platform;
use crate::state::{Action, AppContext, Shared};
use yew::prelude::*;

/// Each text that was set aside, to save or delete, as long as it is there: of corrections, or of notes (`false`).
pub fn set_aside(context: &AppContext, of_names: bool) -> Html {
    let (words, list) = (context.words(), &context.state.aside[usize::from(of_names)]);
    let item = |(at, (key, text)): (usize, &(String, String))| {
        let (save, remove) = {
            let (key, text, dispatcher, list) = (key.clone(), text.clone(), context.state.dispatcher(), list.clone());
            let file = [key.split(' ').next().unwrap_or_default(), ".txt"].concat();
            let save = Callback::from(move |_: MouseEvent| platform::save(&file, "text/plain;charset=utf-8", &text));
            let remove = Callback::from(move |_: MouseEvent| {
                platform::delete_aside(&key);
                let mut left = (*list).clone();
                left.remove(at);
                dispatcher.dispatch(Action::SetAside(of_names, Shared::new(left)));
                platform::focus("#inhalt");
            });
            (save, remove)
        };
        html! {
            <div class="brought set-aside" key={key.clone()}>
                <p>{ words.notes.set_aside }</p>
                <p class="actions"><button type="button" class="save" onclick={save}>{ words.notes.save }</button></p>
                <details><summary>{ words.notes.remove }</summary><button type="button" class="clear" onclick={remove}>{ words.notes.clear_now }</button></details>
            </div>
        }
    };
    html! { <>{ for list.iter().enumerate().map(item) }</> }
}
