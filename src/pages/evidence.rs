//! The reader's own passages and notes.

use crate::pages::ViewProps;
use yew::prelude::*;

/// All of them, in groups.
#[component]
pub fn Evidence(ViewProps { desk }: &ViewProps) -> Html {
    html! { <section class="evidence-page"><h1>{ desk.words().notes.title }</h1></section> }
}
