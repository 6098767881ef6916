//! The views that are loaded when they are opened.
//!
//! The app is one program, whose wasm `cargo xtask` divides (`crates/xtask/src/app/split.rs`): what the front page and a search need; the late views,
//! which are the modules to which only this one leads; and each view that is a part of its own, the modules to which only its module in here leads.
//! A part joins the same memory and table of functions once [`crate::platform::load_part`] has loaded it. None of its functions may be called
//! before; so it is only called through the functions of these modules, by views that have asked for its [`Cached::Part`].

mod compare;

use crate::components::{self, Sharing, Sheets};
use crate::pages;
use crate::state::{AppContext, Cached, Part};
use std::hint::black_box;
use yew::prelude::*;
use zeitlupe_words::address::Page;

/// The parts of the app that a page needs.
pub fn parts(page: &Page) -> &'static [Cached] {
    match page {
        Page::Overview | Page::Search => &[],
        Page::Compare => &[Cached::Part(Part::Late), Cached::Part(Part::Compare)],
        _ => &[Cached::Part(Part::Late)],
    }
}

/// The late view of the address.
pub fn page(context: &AppContext) -> Html {
    // The compiler must not know which function it is: a call that it could inline, or make direct, would keep the views in the first wasm.
    black_box(late_page as fn(&AppContext) -> Html)(context)
}

/// What the dialogs of sharing show.
pub const SHEETS: Sheets = Sheets { sheet: share_sheet, wall: share_wall };

fn share_sheet(sharing: &Sharing) -> Html {
    black_box(components::share_sheet as fn(&Sharing) -> Html)(sharing)
}

fn share_wall(sharing: &Sharing) -> Html {
    black_box(components::share_wall as fn(&Sharing) -> Html)(sharing)
}

fn late_page(context: &AppContext) -> Html {
    let context = context.clone();
    match &context.address().page {
        Page::Article(_) => pages::reader(&context),
        Page::Names => html! { <pages::Names {context} /> },
        Page::Time => html! { <pages::Time {context} /> },
        Page::Compare => compare::page(&context),
        Page::About => html! { <pages::About {context} /> },
        Page::Evidence => html! { <pages::Evidence {context} /> },
        Page::Tasks => pages::tasks(&context),
        Page::Privacy => pages::privacy(&context),
        Page::Access => pages::access(&context),
        Page::Imprint => pages::imprint(&context),
        Page::Overview | Page::Search => Html::default(),
    }
}
