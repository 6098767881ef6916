//! The hits of a search with their passages.

use crate::state::{Action, AppContext};
use web_sys::HtmlSelectElement;
use yew::prelude::*;
use zeitlupe_core::room::{Hit, SearchView, Sort};
use zeitlupe_words::Words;
use zeitlupe_words::address::Page;
use zeitlupe_words::format;

/// The hits, and a button to show more.
pub fn hit_list(context: &AppContext, view: &SearchView, more: Callback<MouseEvent>) -> Html {
    let left = view.total as usize > view.hits.len();
    html! {
        <>
            <ol class="hits">{ for view.hits.iter().map(|hit| item(context, hit)) }</ol>
            if left { <button type="button" class="more" onclick={more}>{ context.words().more }</button> }
        </>
    }
}

fn item(context: &AppContext, hit: &Hit) -> Html {
    let summary = &hit.summary;
    let (words, lang) = (context.words(), context.lang());
    let open = context.address().page == Page::Article(summary.id.clone());
    let piece = |(text, marked): &(String, bool)| {
        if *marked {
            html! { <mark>{ text }</mark> }
        } else {
            html! { { text } }
        }
    };
    html! {
        <li class={classes!("hit-item", open.then_some("open"))}>
            <div class="meta">
                <time datetime={summary.date.as_ref().map(|d| d.iso())}>{ format::published(summary.date.as_ref(), lang) }</time>
                { " · " }{ format::source(summary.source.as_deref(), words) }
                if hit.places > 0 { { " · " }{ format::counted(hit.places, &words.places, lang) } }
            </div>
            <h3 lang={summary.lang.clone().unwrap_or_else(|| "de".into())}>
                <a href={context.address().article(&summary.id).href()} aria-current={open.then_some("true")}>{ &summary.label }</a>
            </h3>
            if !hit.snippet.is_empty() { <p lang="de">{ for hit.snippet.iter().map(piece) }</p> }
            if !hit.strip.is_empty() { { strip(words, &hit.strip) } }
        </li>
    }
}

/// The positions of the hits in the article, as lines between its beginning and end.
fn strip(words: &Words, places: &[u16]) -> Html {
    let lines: String = places.iter().map(|place| format!("M{place} 0v8")).collect();
    html! { <svg class="strip" viewBox="0 0 1000 8" preserveAspectRatio="none" role="img" aria-label={words.search.strip}><path d={lines} /></svg> }
}

/// The choice of the order.
pub fn order(context: &AppContext) -> Html {
    let words = context.words();
    let orders = [
        (Sort::Relevance, words.search.sort_relevance),
        (Sort::Newest, words.search.sort_newest),
        (Sort::Oldest, words.search.sort_oldest),
    ];
    let change = {
        let (dispatcher, address) = (context.state.dispatcher(), context.address().clone());
        Callback::from(move |event: Event| {
            let at = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            let sort = usize::try_from(at).ok().and_then(|at| orders.get(at)).map(|order| order.0).unwrap_or_default();
            dispatcher.dispatch(Action::Visit(Box::new(address.filtered(|filter| filter.sort = sort))));
        })
    };
    html! {
        <label class="order">
            <span class="quiet">{ words.search.sort }</span>
            <select onchange={change}>
                { for orders.iter().map(|(sort, name)| html! { <option selected={*sort == context.address().filter.sort}>{ *name }</option> }) }
            </select>
        </label>
    }
}
