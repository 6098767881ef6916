//! The way to the comparison, which is a part of its own.

use crate::pages;
use crate::state::AppContext;
use std::hint::black_box;
use yew::prelude::*;

/// The comparison.
pub fn page(context: &AppContext) -> Html {
    black_box(view as fn(&AppContext) -> Html)(context)
}

fn view(context: &AppContext) -> Html {
    let context = context.clone();
    html! { <pages::Compare {context} /> }
}
