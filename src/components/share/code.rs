//! The QR code of a link: in the dialog, and as large as the window for a projector.

use crate::qr;
use crate::share::readable;
use crate::state::AppContext;
use yew::prelude::*;

/// Black on white in every theme, for cameras.
fn drawing(context: &AppContext, side: i32, path: String) -> Html {
    let side = side.to_string();
    html! {
        <svg class="qr" viewBox={["0 0 ", &side, " ", &side].concat()} shape-rendering="crispEdges" role="img" aria-label={context.words().share.code_label}>
            <rect width={side.clone()} height={side} fill="#fff" />
            <path d={path} fill="#000" />
        </svg>
    }
}

/// The code and a button to enlarge it, or a note that the link is too long.
pub fn code(context: &AppContext, link: &str, enlarge: Callback<MouseEvent>) -> Html {
    let words = &context.words().share;
    let Some((side, path)) = qr::drawn(link) else { return html! { <p class="quiet too-long">{ words.too_long }</p> } };
    html! {
        <section class="code">
            <h3>{ words.code }</h3>
            { drawing(context, side, path) }
            <button type="button" class="enlarge" onclick={enlarge}>{ words.enlarge }</button>
        </section>
    }
}

/// The enlarged code, its target, and an address to type for those without a camera.
pub fn wall(context: &AppContext, link: &str, title: &str, page: &str) -> Html {
    let Some((side, path)) = qr::drawn(link) else { return html! {} };
    html! {
        <>
            { drawing(context, side, path) }
            <h2 id="wand-titel">{ title }</h2>
            <p>{ readable(link, page) }</p>
        </>
    }
}
