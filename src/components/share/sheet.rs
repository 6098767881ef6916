//! What the dialogs of sharing show.

use super::{Sharing, citing, code};
use crate::components::copy::copy_button;
use crate::components::waiting;
use crate::platform;
use crate::share::{Reach, link};
use crate::state::AppContext;
use yew::platform::spawn_local;
use yew::prelude::*;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::address::Page;

/// The link, its QR code, and the citation.
pub fn share_sheet(sharing: &Sharing) -> Html {
    let Sharing { context, document, .. } = *sharing;
    let words = &context.words().share;
    let page = platform::page();
    let link = link(&page, platform::is_single(), context.address());
    let reach = Reach::of(&page);
    let (view, label) = subject(context, document);
    let status = sharing.copied.map(|copied| if copied { words.copied } else { words.not_copied });
    let enlarge = {
        let large = sharing.large.setter();
        Callback::from(move |_: MouseEvent| large.set(true))
    };
    let done = {
        let copied = sharing.copied.setter();
        Callback::from(move |done| copied.set(Some(done)))
    };
    let copy = {
        let link = link.clone();
        copy_button(words.copy_link, move || link.clone(), done.clone())
    };
    let select = Callback::from(|event: FocusEvent| platform::select(&event));
    html! {
        <>
            <p class="subject">{ view }if !label.is_empty() { { ": " }<strong>{ &label }</strong> }</p>
            <section class="link">
                <label>{ words.link }<input type="url" readonly=true value={link.clone()} onfocus={select} /></label>
                <p class="actions">{ copy }{ device(context, &label, &link) }</p>
                if reach != Reach::Web { <p class="quiet">{ words.reach[usize::from(reach == Reach::File)] }</p> }
            </section>
            if reach != Reach::File { { code::code(context, &link, enlarge) } }
            if let Some(document) = document {
                { citing::citing(context, document, &done) }
            } else if sharing.is_loading {
                { waiting(context.words()) }
            }
            <p class="status" role="status">{ status }</p>
        </>
    }
}

/// The code as large as the window.
pub fn share_wall(sharing: &Sharing) -> Html {
    let Sharing { context, document, .. } = *sharing;
    let page = platform::page();
    let link = link(&page, platform::is_single(), context.address());
    let (view, label) = subject(context, document);
    code::wall(context, &link, if label.is_empty() { view } else { &label }, &page)
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
