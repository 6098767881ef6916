//! One article: its words with their marks, the list it came from, the legend and the open card.

use crate::address::{Address, Page};
use crate::components::{ArticleText, Chips, Facts, Fault, HitList, Legend, NameCard, Order, TimeCard, Waiting};
use crate::hooks::{use_entities, use_reply};
use crate::pages::search::{STEP, count};
use crate::pages::search_request;
use crate::platform;
use crate::state::{Action, Desk, Shared};
use yew::prelude::*;
use zeitlupe_core::article::ArticleId;
use zeitlupe_core::bundle::Document;
use zeitlupe_core::room::{Reply, Request};
use zeitlupe_core::text::Span;

/// The reader: list, article, marks.
#[component]
pub fn Reader() -> Html {
    let desk = use_context::<Desk>().expect("a view stands inside the app");
    use_entities(&desk);
    let Page::Article(id) = &desk.address().page else { return html! {} };
    let found = desk.corpus().and_then(|corpus| corpus.articles.iter().position(|a| a.meta.id == *id));
    html! {
        <div class="reader">
            <List />
            if let Some(at) = found { <Sheet article={ArticleId(at as u32)} key={at} /> } else { <Absent /> }
        </div>
    }
}

#[component]
fn Absent() -> Html {
    let desk = use_context::<Desk>().expect("a view stands inside the app");
    html! {
        <section class="fault">
            <h1>{ desk.words().no_article }</h1>
            <p><a class="button" href={desk.address().at(Page::Overview).href()}>{ desk.words().back }</a></p>
        </section>
    }
}

/// The search that led here, or all articles.
#[component]
fn List() -> Html {
    let desk = use_context::<Desk>().expect("a view stands inside the app");
    let limit = use_state(|| STEP);
    let (answered, _) = use_reply(&desk, search_request(&desk, *limit).map(Request::Search));
    let more = {
        let limit = limit.clone();
        Callback::from(move |()| limit.set(*limit + STEP))
    };
    let Some(Reply::Search(view)) = answered.reply.as_deref() else { return html! { <section class="list" /> } };
    html! {
        <section class="list" aria-label={desk.words().reading_list}>
            <h2 role="status">{ count(&desk, view) }</h2>
            <Chips />
            if !desk.address().query.is_empty() { <div class="tools"><Order /></div> }
            <HitList view={view.clone()} {more} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct SheetProps {
    article: ArticleId,
}

#[component]
fn Sheet(props: &SheetProps) -> Html {
    let desk = use_context::<Desk>().expect("a view stands inside the app");
    let (answered, retry) = use_reply(&desk, Some(Request::Articles(vec![props.article])));
    let query = desk.address().query.clone();
    let marks = (!query.trim().is_empty()).then_some(Request::Marks { article: props.article, query });
    let (marked, _) = use_reply(&desk, marks);
    let document = use_memo(answered.reply.clone(), |reply| match reply.as_deref() {
        Some(Reply::Articles(list)) => list.first().map(|(_, document)| Shared::new(document.clone())),
        _ => None,
    });
    if let Some(fault) = &answered.fault {
        return html! { <section class="article"><Fault fault={fault.clone()} {retry} /></section> };
    }
    let Some(document) = (*document).clone() else { return html! { <section class="article"><Waiting /></section> } };
    let hits = match marked.reply.as_deref() {
        Some(Reply::Marks(spans)) => spans.clone(),
        _ => Vec::new(),
    };
    html! { <Opened article={props.article} {document} {hits} /> }
}

#[derive(Properties, PartialEq)]
struct OpenedProps {
    article: ArticleId,
    document: Shared<Document>,
    hits: Vec<Span>,
}

#[component]
fn Opened(props: &OpenedProps) -> Html {
    let desk = use_context::<Desk>().expect("a view stands inside the app");
    let (words, address, document) = (desk.words(), desk.address(), &props.document);
    let current = use_state(|| None::<usize>);
    let wanted = address.passage.clone();
    let passage = wanted.as_ref().and_then(|passage| passage.find(&document.article.text));
    let chosen = address.entity.as_ref().and_then(|name| desk.find_entity(name)).map(|(id, _)| id);
    {
        let current = current.clone();
        use_effect_with(props.hits.clone(), move |_| current.set(None));
    }
    use_effect_with((passage, props.article), |(passage, _)| {
        if passage.is_some() {
            platform::reveal(".passage");
        }
    });
    let Some(summary) = desk.corpus().and_then(|c| c.articles.get(props.article.0 as usize).cloned()) else { return html! {} };
    let time = passage.and_then(|span| document.times.iter().find(|time| time.span == span));
    let lang = summary.meta.lang.clone().unwrap_or_else(|| "de".into());
    html! {
        <>
            <article class="article">
                if wanted.is_some() && passage.is_none() { <p class="notice" role="status">{ words.no_passage }</p> }
                <div class="body" lang={lang}>
                    <ArticleText document={document.clone()} hidden={address.hidden.clone()} hits={props.hits.clone()} current={*current} {passage} {chosen} />
                </div>
                <Facts {summary} />
                if !document.article.furniture.is_empty() {
                    <details class="furniture">
                        <summary>{ words.furniture }</summary>
                        { for document.article.furniture.iter().map(|line| html! { <p lang="de">{ line }</p> }) }
                    </details>
                }
            </article>
            <aside class="side" aria-label={words.legend}>
                if !props.hits.is_empty() { <Steps total={props.hits.len()} current={*current} go={go(&current)} /> }
                if let Some(name) = &address.entity { <NameCard name={name.clone()} document={document.clone()} /> }
                if let Some(time) = time { <TimeCard time={time.clone()} surface={time.span.of(&document.article.text).to_owned()} /> }
                <Legend document={document.clone()} />
            </aside>
            <EscapeClosesCard />
        </>
    }
}

fn go(current: &UseStateHandle<Option<usize>>) -> Callback<usize> {
    let current = current.clone();
    Callback::from(move |hit: usize| {
        platform::reveal(&format!("#treffer-{hit}"));
        current.set(Some(hit));
    })
}

#[derive(Properties, PartialEq)]
struct StepsProps {
    total: usize,
    current: Option<usize>,
    go: Callback<usize>,
}

/// Next and previous hit in the opened article, around the ends.
#[component]
fn Steps(props: &StepsProps) -> Html {
    let desk = use_context::<Desk>().expect("a view stands inside the app");
    let (words, total) = (desk.words(), props.total);
    let next = props.current.map_or(0, |n| (n + 1) % total);
    let previous = props.current.map_or(total - 1, |n| (n + total - 1) % total);
    let step = |to: usize| props.go.reform(move |_: MouseEvent| to);
    let place = props.current.map_or(format!("{total}"), |n| format!("{} {} {total}", n + 1, words.of));
    html! {
        <div class="steps" role="group" aria-label={words.hits_here}>
            <span role="status">{ words.hits_here }{ ": " }{ place }</span>
            <button type="button" onclick={step(previous)} aria-label={words.previous}>{ "↑" }</button>
            <button type="button" onclick={step(next)} aria-label={words.next}>{ "↓" }</button>
        </div>
    }
}

/// Escape closes the open card, wherever the focus is, and gives it back to the mark.
#[component]
fn EscapeClosesCard() -> Html {
    let desk = use_context::<Desk>().expect("a view stands inside the app");
    let (address, dispatcher) = (desk.address().clone(), desk.state.dispatcher());
    use_effect_with(address, move |address| {
        let address = address.clone();
        let open = address.entity.is_some() || address.passage.is_some();
        let listener = open.then(|| {
            gloo::events::EventListener::new(&gloo::utils::document(), "keydown", move |event| {
                let escape = wasm_bindgen::JsCast::dyn_ref::<web_sys::KeyboardEvent>(event).is_some_and(|key| key.key() == "Escape");
                if escape && !platform::focus_is_in("header") {
                    dispatcher.dispatch(Action::Visit(Box::new(Address { entity: None, passage: None, ..address.clone() })));
                }
            })
        });
        move || drop(listener)
    });
    html! {}
}
