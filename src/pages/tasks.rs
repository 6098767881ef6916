//! The questions that were put beside the articles.

use crate::pages::ViewProps;
use yew::prelude::*;

/// All of them, with fields for the answers.
#[component]
pub fn Tasks(ViewProps { desk }: &ViewProps) -> Html {
    html! { <section class="tasks"><h1>{ desk.words().lesson.tasks }</h1></section> }
}
