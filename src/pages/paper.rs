//! Pages of fixed words about the room itself.

use crate::address::Paper;
use crate::state::Desk;
use yew::prelude::*;

/// One of them.
pub fn paper(desk: &Desk, paper: Paper) -> Html {
    html! { <section class="paper"><h1>{ desk.words().lesson.papers[paper as usize] }</h1></section> }
}
