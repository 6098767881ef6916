//! Sharing: a dialog with the link of the view, its QR code, and the citation of an article.

mod citing;
mod code;

use crate::components::copy::copy_button;
use crate::components::waiting;
use crate::hooks::use_answer;
use crate::platform;
use crate::share::{Reach, link};
use crate::state::AppContext;
pub use citing::{passage_link, quotation_text};
use yew::platform::spawn_local;
use yew::prelude::*;
use zeitlupe_core::room::question::Open;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::address::{Address, Page};

/// The button, the dialog that it opens, and the dialog of the enlarged code. The article is only loaded while the dialog is open.
#[hook]
pub fn use_share(context: &AppContext) -> (Html, Html) {
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
    use_effect_with(
        is_open,
        |open| {
            if *open { platform::open_dialog("#teilen", "#teilen .copy") } else { platform::close_dialog("#teilen") }
        },
    );
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
    (button, sharing.dialogs(is_open, is_large))
}

/// What the dialogs are rendered from.
struct Sharing<'a> {
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
    fn dialogs(&self, is_open: bool, is_large: bool) -> Html {
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
                    if is_open { { self.sheet(&close) } }
                </dialog>
                <dialog id="wand" class="wall" aria-labelledby="wand-titel" onclose={closed("#wand", &shrink)}>
                    if is_large { { self.wall(&shrink) } }
                </dialog>
            </>
        }
    }

    /// The link, its QR code, and the citation.
    fn sheet(&self, close: &Callback<()>) -> Html {
        let context = self.context;
        let words = &context.words().share;
        let page = platform::page();
        let link = link(&page, platform::is_single(), context.address());
        let reach = Reach::of(&page);
        let (view, label) = subject(context, self.document);
        let status = self.copied.map(|copied| if copied { words.copied } else { words.not_copied });
        let enlarge = {
            let large = self.large.setter();
            Callback::from(move |_: MouseEvent| large.set(true))
        };
        let done = {
            let copied = self.copied.setter();
            Callback::from(move |done| copied.set(Some(done)))
        };
        let copy = {
            let link = link.clone();
            copy_button(words.copy_link, move || link.clone(), done.clone())
        };
        let select = Callback::from(|event: FocusEvent| platform::select(&event));
        html! {
            <>
                <h2 id="teilen-titel">{ words.title }</h2>
                { closing(context, close.reform(|_: MouseEvent| ())) }
                <p class="subject">{ view }if !label.is_empty() { { ": " }<strong>{ &label }</strong> }</p>
                <section class="link">
                    <label>{ words.link }<input type="url" readonly=true value={link.clone()} onfocus={select} /></label>
                    <p class="actions">{ copy }{ device(context, &label, &link) }</p>
                    if reach != Reach::Web { <p class="quiet">{ words.reach[usize::from(reach == Reach::File)] }</p> }
                </section>
                if reach != Reach::File { { code::code(context, &link, enlarge) } }
                if let Some(document) = self.document {
                    { citing::citing(context, document, &done) }
                } else if self.is_loading {
                    { waiting(context.words()) }
                }
                <p class="status" role="status">{ status }</p>
            </>
        }
    }

    /// The code as large as the window.
    fn wall(&self, shrink: &Callback<()>) -> Html {
        let context = self.context;
        let page = platform::page();
        let link = link(&page, platform::is_single(), context.address());
        let (view, label) = subject(context, self.document);
        html! {
            <>
                { closing(context, shrink.reform(|_: MouseEvent| ())) }
                { code::wall(context, &link, if label.is_empty() { view } else { &label }, &page) }
            </>
        }
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

fn closing(context: &AppContext, close: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="close" onclick={close} aria-label={context.words().close}>{ "×" }</button> }
}

/// The button for the system's share dialog, if there is one.
fn device(context: &AppContext, label: &str, link: &str) -> Html {
    if !platform::can_share() {
        return html! {};
    }
    let (label, link) = (label.to_owned(), link.to_owned());
    let pass = Callback::from(move |_: MouseEvent| {
        let (label, link) = (label.clone(), link.clone());
        spawn_local(async move { platform::share(&label, &link).await });
    });
    html! { <button type="button" class="device" onclick={pass}>{ context.words().share.device }</button> }
}

/// What is shared: the kind of view, and its title, which may be empty.
fn subject(context: &AppContext, document: Option<&AnalysedArticle>) -> (&'static str, String) {
    let (words, address) = (context.words(), context.address());
    let name = || address.entity.as_ref().map(|entity| entity.name.clone()).unwrap_or_default();
    match &address.page {
        Page::Overview => {
            let title = context.corpus().map(|corpus| corpus.title.clone()).filter(|title| !title.is_empty());
            (words.overview, title.unwrap_or_else(|| words.untitled.to_owned()))
        }
        page @ Page::Search => ((page.entry().name)(words), address.filter.query.clone()),
        Page::Article(_) => {
            let label = document.map(|document| document.article.label()).unwrap_or_default();
            (words.share.article[usize::from(address.passage.is_some())], label)
        }
        page @ Page::Names => ((page.entry().name)(words), name()),
        page => ((page.entry().name)(words), String::new()),
    }
}
