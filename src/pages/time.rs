//! The timeline view.
use yew::prelude::*;

/// The timeline of the whole corpus.
#[component]
pub fn Time() -> Html {
    html! {}
}
