//! Name, search field, views, language.

use crate::address::{Address, Page};
use crate::platform;
use crate::state::{Action, Desk};
use crate::words::Lang;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The head of every view.
pub fn header(desk: &Desk) -> Html {
    let (words, address) = (desk.words(), desk.address());
    let title = desk.corpus().map(|corpus| corpus.title.clone()).unwrap_or_default();
    let other = Address { lang: if desk.lang() == Lang::De { Lang::En } else { Lang::De }, ..address.clone() };
    html! {
        <header class="head">
            <a class="brand" href={address.at(Page::Overview).href()}>{ "Zeitlupe" }<small>{ title }</small></a>
            { search_field(desk) }
            <nav aria-label={words.nav_label}>
                { tab(desk, Page::Overview, words.overview) }
                { tab(desk, Page::Time, words.time) }
                { tab(desk, Page::Names, words.names) }
                { tab(desk, Page::About, words.about) }
                <a class="language" href={other.href()} lang={other.lang.tag()} hreflang={other.lang.tag()}>{ words.other_language }</a>
            </nav>
        </header>
    }
}

fn tab(desk: &Desk, page: Page, name: &'static str) -> Html {
    let current = (desk.address().page == page).then_some("page");
    html! { <a href={desk.address().at(page).href()} aria-current={current}>{ name }</a> }
}

/// Searches as you type; Enter goes to the first hit, Escape empties the field.
fn search_field(desk: &Desk) -> Html {
    let (words, address) = (desk.words(), desk.address().clone());
    let visit = {
        let (address, dispatcher) = (address.clone(), desk.state.dispatcher());
        Callback::from(move |query: String| {
            let next = with_query(&address, query);
            // The first letter leaves the view by a step in the history; the letters after it take its place.
            if next.page != address.page {
                platform::visit(&next.href());
            }
            dispatcher.dispatch(Action::Visit(Box::new(next)));
        })
    };
    let typed = visit.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let key = {
        let visit = visit.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" => visit.emit(String::new()),
            "ArrowDown" | "Enter" => {
                event.prevent_default();
                platform::focus(".hit-item a");
            }
            _ => {}
        })
    };
    let clear = visit.reform(|_: MouseEvent| {
        platform::focus("#suche");
        String::new()
    });
    let submit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="search" role="search" onsubmit={submit}>
            <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true"><circle cx="7" cy="7" r="4.6" /><path d="m10.6 10.6 3.6 3.6" /></svg>
            <input id="suche" type="text" enterkeyhint="search" autocomplete="off" autocapitalize="off" spellcheck="false" value={address.query.clone()}
                placeholder={words.search_hint} aria-label={words.search_label} oninput={typed} onkeydown={key} />
            if !address.query.is_empty() {
                <button type="button" class="clear" onclick={clear} aria-label={words.search_clear}>{ "×" }</button>
            }
        </form>
    }
}

/// In the reader the query acts on the opened article and the list beside it; everywhere else it opens the results.
fn with_query(address: &Address, query: String) -> Address {
    let page = match &address.page {
        Page::Article(id) => Page::Article(id.clone()),
        _ => Page::Search,
    };
    Address { page, query, passage: None, ..address.clone() }
}
