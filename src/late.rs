//! The views that are loaded when they are opened.
//!
//! The app is one program, whose wasm `cargo xtask` divides in two (`crates/xtask/src/app/split.rs`): what the front page and a search need, and the
//! rest, which joins the same memory and table of functions once [`crate::platform::load_views`] has loaded it. The rest is the modules to which
//! only this one leads. None of its functions may be called before it is loaded; so it is only called through the functions of this module, by
//! views that have asked for [`Cached::Views`].
//!
//! [`Cached::Views`]: crate::state::Cached::Views

use crate::components::{self, Sharing, Sheets};
use crate::pages;
use crate::state::AppContext;
use std::hint::black_box;
use yew::prelude::*;
use zeitlupe_words::address::Page;

/// Whether a page is a late view.
pub fn is_late(page: &Page) -> bool {
    !matches!(page, Page::Overview | Page::Search)
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
        Page::Compare => html! { <pages::Compare {context} /> },
        Page::About => html! { <pages::About {context} /> },
        Page::Evidence => html! { <pages::Evidence {context} /> },
        Page::Tasks => pages::tasks(&context),
        Page::Privacy => pages::privacy(&context),
        Page::Access => pages::access(&context),
        Page::Imprint => pages::imprint(&context),
        Page::Overview | Page::Search => Html::default(),
    }
}
