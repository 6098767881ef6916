//! Sharing: a dialog with the link of the view, its QR code, and the citation of an article.

mod citing;
mod code;
mod sheet;

use super::fault::instead_of;
use crate::hooks::{use_answer, use_cached};
use crate::platform;
use crate::state::{AppContext, Cached, Part};
pub use citing::{passage_link, quotation_text};
pub use sheet::{share_sheet, share_wall};
use yew::prelude::*;
use zeitlupe_core::room::question::Open;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::address::{Address, Page};

/// What the two dialogs show, to be called once [`Cached::Part(Part::Late)`] is loaded.
#[derive(Clone, Copy)]
pub struct Sheets {
    /// The link, its code and the citation.
    pub sheet: fn(&Sharing) -> Html,
    /// The enlarged code.
    pub wall: fn(&Sharing) -> Html,
}

/// The button, the dialog that it opens, and the dialog of the enlarged code. What they show, and the article, is only loaded while they are open.
#[hook]
pub fn use_share(context: &AppContext, sheets: Sheets) -> (Html, Html) {
    // Open for one view only; going to another closes it.
    let shared = use_state_eq(|| None::<Address>);
    let large = use_state_eq(|| false);
    let copied = use_state_eq(|| None::<bool>);
    let is_open = shared.as_ref() == Some(context.address());
    let is_large = is_open && *large;
    let question = match &context.address().page {
        Page::Article(id) if is_open => Some(Open(id.clone())),
        _ => None,
    };
    let is_article = question.is_some();
    let (answered, _) = use_answer(context, question);
    use_cached(context, Cached::Part(Part::Late), is_open);
    use_effect_with((is_open, is_open && context.state.has(Cached::Part(Part::Late))), |(open, _)| {
        if *open { platform::open_dialog("#teilen", "#teilen .copy") } else { platform::close_dialog("#teilen") }
    });
    use_effect_with(
        is_large,
        |large| {
            if *large { platform::open_dialog("#wand", "#wand .close") } else { platform::close_dialog("#wand") }
        },
    );
    let open = {
        let (shared, copied, large, address) = (shared.setter(), copied.setter(), large.setter(), context.address().clone());
        Callback::from(move |_: MouseEvent| {
            copied.set(None);
            large.set(false);
            shared.set(Some(address.clone()));
            // Also directly: if Escape has just closed it, the state does not know yet and would not change.
            platform::open_dialog("#teilen", "#teilen .copy");
        })
    };
    let button =
        html! { <button type="button" class="open-share" aria-haspopup="dialog" onclick={open}>{ context.words().share.title }</button> };
    let document = answered.answer.get().and_then(Option::as_deref).map(|opened| &opened.document);
    let sharing =
        Sharing { context, document, is_loading: is_article && answered.waiting, shared: &shared, large: &large, copied: &copied };
    (button, sharing.dialogs(sheets, is_open, is_large))
}

/// What the dialogs are rendered from.
pub struct Sharing<'a> {
    context: &'a AppContext,
    /// The open article.
    document: Option<&'a AnalysedArticle>,
    /// Whether it is still loading.
    is_loading: bool,
    shared: &'a UseStateHandle<Option<Address>>,
    large: &'a UseStateHandle<bool>,
    /// Whether the last copying succeeded.
    copied: &'a UseStateHandle<Option<bool>>,
}

impl Sharing<'_> {
    fn dialogs(&self, sheets: Sheets, is_open: bool, is_large: bool) -> Html {
        let close = {
            let shared = self.shared.setter();
            Callback::from(move |()| shared.set(None))
        };
        let shrink = {
            let large = self.large.setter();
            Callback::from(move |()| large.set(false))
        };
        html! {
            <>
                <dialog id="teilen" class="share" aria-labelledby="teilen-titel" closedby="any" onclose={closed("#teilen", &close)}>
                    if is_open {
                        <h2 id="teilen-titel">{ self.context.words().share.title }</h2>
                        { closing(self.context, &close) }
                        { self.content(sheets.sheet) }
                    }
                </dialog>
                <dialog id="wand" class="wall" aria-labelledby="wand-titel" onclose={closed("#wand", &shrink)}>
                    if is_large {
                        { closing(self.context, &shrink) }
                        { self.content(sheets.wall) }
                    }
                </dialog>
            </>
        }
    }

    fn content(&self, of: fn(&Sharing) -> Html) -> Html {
        instead_of(self.context, &[Cached::Part(Part::Late)]).unwrap_or_else(|| of(self))
    }
}

/// Calls `close` when the browser closes the dialog, unless it was opened again.
fn closed(selector: &'static str, close: &Callback<()>) -> Callback<Event> {
    let close = close.clone();
    Callback::from(move |_| {
        if !platform::is_open(selector) {
            close.emit(());
        }
    })
}

fn closing(context: &AppContext, close: &Callback<()>) -> Html {
    let close = close.reform(|_: MouseEvent| ());
    html! { <button type="button" class="close" onclick={close} aria-label={context.words().close}>{ "×" }</button> }
}
