//! The timeline.
use yew::prelude::*;

/// The drawing.
#[component]
pub fn Chart() -> Html {
    html! {}
}

/// The list.
#[component]
pub fn ItemList() -> Html {
    html! {}
}
