//! The reader: an article with its marks, the list it was opened from, the legend and the open card.

use crate::anchors;
use crate::components::Offer;
use crate::components::{
    Overlay, add_form, aloud_bar, article_text, chips, close_card, facts, fault, hit_list, inline_fault, legend, mark_form, mark_sentence,
    marking_bar, name_card, note_card, notes_in, offered, order, passage_at, spoken, time_card, use_aloud, use_selected, waiting,
};
use crate::hooks::{Answered, use_answer, use_cached, use_listener};
use crate::pages::search::Searched;
use crate::pages::search::{STEP, count};
use crate::pages::{ViewProps, use_search};
use crate::platform;
use crate::state::{AppContext, Cached};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use yew::prelude::*;
use zeitlupe_core::article::ArticleId;
use zeitlupe_core::room::question::{Marks, Open};
use zeitlupe_core::text::Span;
use zeitlupe_core::view::{AnalysedArticle, Opened};
use zeitlupe_words::address::Page;

/// The reader: list, article, marks.
pub fn reader(context: &AppContext) -> Html {
    let Page::Article(id) = &context.address().page else { return html! {} };
    html! {
        // The article comes first for screen readers, keyboards and narrow windows.
        <div class="reader">
            <OpenArticle context={context.clone()} id={id.clone()} key={id.clone()} />
            <List context={context.clone()} key="list" />
        </div>
    }
}

fn absent(context: &AppContext) -> Html {
    html! {
        <section class="fault">
            <h1>{ context.words().no_article }</h1>
            <p><a class="button" href={context.address().at(Page::Overview).href()}>{ context.words().back }</a></p>
        </section>
    }
}

/// The hits of the current search, or all articles.
#[component]
fn List(ViewProps { context }: &ViewProps) -> Html {
    let limit = use_state(|| STEP);
    let Searched { answered, retry, .. } = use_search(context, *limit, false);
    let more = Callback::from(move |_: MouseEvent| limit.set(*limit + STEP));
    let Some(view) = answered.answer.get() else {
        let instead =
            answered.fault.as_ref().map_or_else(|| waiting(context.words()), |trouble| inline_fault(context.words(), trouble, &retry));
        return html! { <section class="list" aria-label={context.words().reading_list}>{ instead }</section> };
    };
    html! {
        <section class="list" aria-label={context.words().reading_list}>
            <div role="status"><h2>{ count(context, view) }</h2></div>
            { chips(context) }
            if !context.address().filter.query.is_empty() { <div class="tools">{ order(context) }</div> }
            { hit_list(context, view, more) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct OpenArticleProps {
    context: AppContext,
    id: String,
}

/// The open article. Its hits can be stepped through; its passage is scrolled into view.
#[component]
fn OpenArticle(OpenArticleProps { context, id }: &OpenArticleProps) -> Html {
    let (words, address) = (context.words(), context.address());
    use_cached(context, Cached::Entities, true);
    use_cached(context, Cached::Summaries, address.entity.is_some());
    let (answered, retry) = use_answer(context, Some(Open(id.clone())));
    let opened = answered.answer.get().and_then(Option::as_deref);
    let (marked, mark_again) = use_answer(context, marks_of(context, opened));
    let document = opened.map(|opened| &opened.document);
    use_label(context, document);
    let hits = marked.answer.get().map_or(&[][..], Vec::as_slice);
    let notes = document.map(|document| notes_in(context, document)).unwrap_or_default();
    let passage = document.and_then(|document| passage_in(context, document, &notes));
    let (current, step_to) = use_current_hit(id, &address.filter.query, hits.len());
    use_reveal(id, passage);
    let peek = use_state(|| None::<u32>);
    use_escape(context, &peek);
    let selected = use_selected();
    let printing = use_printing();
    let (aloud, can_speak) = use_aloud(document);
    let Some((document, opened)) = document.zip(opened) else { return not_open(context, &answered, &retry) };
    let chosen = address.entity.as_ref().and_then(|name| context.find_entity(name)).map(|(id, _)| id);
    let numbers = address.display.numbers || *printing;
    let over =
        Overlay { hidden: &address.hidden, hits, current, passage, chosen, spoken: spoken(*aloud, document), notes: &notes, numbers };
    html! {
        <>
            <article class="article" onfocusin={track_focus(id, &peek)}>
                if address.passage.is_some() && passage.is_none() { <p class="notice" role="status">{ words.no_passage }</p> }
                { article_text(context, document, &over, facts(context, document, opened.dated_by.as_deref())) }
                <Offer context={context.clone()} article={ArticleId(opened.article)} id={id.clone()} />
                { furniture(context, document) }
                { marking_bar(context, document, selected.as_ref().and_then(|selected| selected.of(id))) }
            </article>
            <aside class="side" aria-label={words.legend}>
                if !hits.is_empty() { { steps(context, id, hits.len(), current, &step_to) } }
                { mark_sentence(context, document, current.and_then(|at| hits.get(at).copied())) }
                if let Some(trouble) = &marked.fault { { inline_fault(words, trouble, &mark_again) } }
                { cards(context, document, &over, *peek) }
                { aloud_bar(context, document, &aloud, can_speak) }
                { legend(context, document) }
                { mark_form(context, document) }
                { add_form(context, document) }
                { offered(context) }
            </aside>
        </>
    }
}

/// The request for the hits of the query in the open article; `None` without a query.
fn marks_of(context: &AppContext, opened: Option<&Opened>) -> Option<Marks> {
    let query = context.address().filter.query.clone();
    let asked = opened.filter(|_| !query.trim().is_empty())?;
    Some(Marks { article: ArticleId(asked.article), query })
}

/// The passage of the address, if it is in the article.
fn passage_in(context: &AppContext, document: &AnalysedArticle, notes: &[(usize, Span)]) -> Option<Span> {
    let passage = context.address().passage.as_ref()?;
    passage_at(context, document, notes, passage)
}

/// The placeholder for an article that is loading, failed or does not exist.
fn not_open(context: &AppContext, answered: &Answered<Open>, retry: &Callback<()>) -> Html {
    let instead = match &answered.fault {
        Some(trouble) => fault(context.words(), trouble, retry),
        None if answered.answer.is_loaded() => return absent(context),
        None => waiting(context.words()),
    };
    html! { <section class="article">{ instead }</section> }
}

/// Tracks the focused mark of the article.
fn track_focus(id: &str, peek: &UseStateHandle<Option<u32>>) -> Callback<FocusEvent> {
    let (peek, id) = (peek.setter(), id.to_owned());
    let own = move |(article, start): (String, u32)| (article == id).then_some(start);
    Callback::from(move |event: FocusEvent| peek.set(platform::focused_mark(&event).and_then(&own)))
}

/// The cards for the address; `peek` is the start of the focused name.
fn cards(context: &AppContext, document: &AnalysedArticle, over: &Overlay, peek: Option<u32>) -> Html {
    let (address, passage, chosen) = (context.address(), over.passage, over.chosen);
    let mention = passage.and_then(|span| document.names.iter().position(|name| name.span == span && Some(name.entity) == chosen));
    // The focused name also shows its card, unless another is open.
    let peeked = peek.filter(|_| address.entity.is_none() && address.passage.is_none());
    let peeked = peeked.and_then(|start| document.names.iter().position(|name| name.span.start == start));
    let peeked_name = peeked.and_then(|at| context.name_of(document.names[at].entity));
    let time = passage.filter(|_| address.entity.is_none()).and_then(|span| document.times.iter().find(|time| time.span == span));
    html! {
        <>
            if let Some(name) = address.entity.as_ref().or(peeked_name.as_ref()) { { name_card(context, name, Some(document), mention.or(peeked)) } }
            if let Some(time) = time { { time_card(context, time, time.span.of(&document.article.text)) } }
            if address.entity.is_none() { { note_card(context, document, over.notes, passage) } }
        </>
    }
}

/// The furniture of the article, collapsed.
fn furniture(context: &AppContext, document: &AnalysedArticle) -> Html {
    if document.article.furniture.is_empty() {
        return html! {};
    }
    html! {
        <details class="furniture">
            <summary>{ context.words().furniture }</summary>
            { for document.article.furniture.iter().map(|line| html! { <p lang="de">{ line }</p> }) }
        </details>
    }
}

/// Links to the next and previous hit in the open article, wrapping around.
fn steps(context: &AppContext, article: &str, total: usize, current: Option<usize>, step_to: &UseStateSetter<Option<usize>>) -> Html {
    let words = context.words();
    let next = current.map_or(0, |n| (n + 1) % total);
    let previous = current.map_or(total - 1, |n| (n + total - 1) % total);
    let step = |to: usize| {
        let (step_to, there) = (step_to.clone(), anchors::with_id(&anchors::hit(article, to)));
        Callback::from(move |_: MouseEvent| {
            platform::reveal(&there);
            step_to.set(Some(to));
        })
    };
    let place = current.map_or(format!("{total}"), |n| format!("{} {} {total}", n + 1, words.of));
    html! {
        <div class="steps" role="group" aria-label={words.search.hits_here}>
            <span role="status">{ words.search.hits_here }{ ": " }{ place }</span>
            <button type="button" onclick={step(previous)} aria-label={words.previous}>{ "↑" }</button>
            <button type="button" onclick={step(next)} aria-label={words.next}>{ "↓" }</button>
        </div>
    }
}

/// The current hit and its setter; a new query or article starts at the first hit.
#[hook]
fn use_current_hit(article: &str, query: &str, total: usize) -> (Option<usize>, UseStateSetter<Option<usize>>) {
    let current = use_state(|| None::<usize>);
    let setter = current.setter();
    use_effect_with((article.to_owned(), query.to_owned()), move |_| setter.set(None));
    (current.filter(|n| *n < total), current.setter())
}

/// Whether the page is being printed; in print, lines are numbered.
#[hook]
fn use_printing() -> UseStateHandle<bool> {
    let printing = use_state_eq(|| false);
    let (begin, end) = (printing.setter(), printing.setter());
    use_listener("beforeprint", false, move |_| begin.set(true));
    use_listener("afterprint", false, move |_| end.set(false));
    printing
}

/// Sets the page title to the article's, once loaded.
#[hook]
fn use_label(context: &AppContext, document: Option<&AnalysedArticle>) {
    let collection = context
        .corpus()
        .map(|corpus| corpus.title.clone())
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| context.words().untitled.to_owned());
    let title = document.map(|document| format!("{} – {collection}", document.article.label()));
    use_effect_with((title, context.lang().tag()), |(title, tag)| platform::set_title(title.as_deref(), tag));
}

/// Scrolls the passage of the address into view once the text is rendered.
#[hook]
fn use_reveal(article: &str, passage: Option<Span>) {
    use_effect_with((article.to_owned(), passage), |(article, passage)| {
        if passage.is_some() {
            platform::reveal(&anchors::inside(article, ".passage"));
        }
    });
}

/// Closes the card on Escape, wherever the focus is.
#[hook]
fn use_escape(context: &AppContext, peek: &UseStateHandle<Option<u32>>) {
    let (dispatcher, setter) = (context.state.dispatcher(), peek.setter());
    use_effect_with((context.address().clone(), peek.is_some()), move |(address, peeked)| {
        let address = address.clone();
        let open = *peeked || address.entity.is_some() || address.passage.is_some();
        let listener = open.then(|| {
            EventListener::new(&gloo::utils::document(), "keydown", move |event| {
                let escape = event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|key| key.key() == "Escape");
                if escape && !platform::focus_is_in("header") {
                    setter.set(None);
                    close_card(&dispatcher, &address);
                }
            })
        });
        move || drop(listener)
    });
}
