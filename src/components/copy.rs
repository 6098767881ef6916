//! Copying a text to the clipboard.

use crate::platform;
use yew::platform::spawn_local;
use yew::prelude::*;

/// A button that copies a text, made when it is pressed; `done` is called with whether that succeeded.
pub fn copy_button(label: &'static str, text: impl Fn() -> String + 'static, done: Callback<bool>) -> Html {
    let copy = Callback::from(move |_: MouseEvent| {
        let (text, done) = (text(), done.clone());
        spawn_local(async move { done.emit(platform::copy(&text).await) });
    });
    html! { <button type="button" class="copy" onclick={copy}>{ label }</button> }
}
