//! The overview: articles as on a front page, the most frequent names, the period.

use crate::components::{bars, fault, lesson_links, waiting};
use crate::hooks::use_answer;
use crate::pages::ViewProps;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::bundle::STORIES;
use zeitlupe_core::entity::EntityKind;
use zeitlupe_core::room::question::Stories;
use zeitlupe_core::view::{CorpusView, Story};
use zeitlupe_words::address::{Address, EntityName, Page};
use zeitlupe_words::format;

/// Articles shown at first, and how many more each time.
const STEP: u32 = STORIES;

/// The front page.
#[component]
pub fn Overview(ViewProps { context }: &ViewProps) -> Html {
    let shown = use_state(|| STEP);
    let all = context.corpus().map_or(0, |corpus| corpus.articles);
    let (answered, retry) = use_answer(context, Some(Stories(*shown)));
    let Some(corpus) = context.corpus() else { return waiting(context.words()) };
    let stories = answered.answer.get().map_or(&[][..], Vec::as_slice);
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + STEP))
    };
    html! {
        <div class="front">
            <header class="masthead">
                <h1>{ if corpus.title.is_empty() { context.words().untitled } else { &corpus.title } }</h1>
                <p class="meta">{ format::totals(corpus, context.lang()) }</p>
            </header>
            { lesson_links(context) }
            if corpus.groups > 0 {
                <p class="meta events"><a href={context.address().at(Page::Compare).href()}>{ format::counted(corpus.groups, &context.words().sheet.events, context.lang()) }</a></p>
            }
            if let Some(trouble) = &answered.fault { { fault(context.words(), trouble, &retry) } }
            <div class="columns">
                <section class="stories" aria-label={context.words().latest}>
                    if !answered.answer.is_loaded() && answered.fault.is_none() { { waiting(context.words()) } }
                    { for stories.iter().map(|one| story(context, one)) }
                    if all > *shown { <button type="button" class="more" onclick={more}>{ context.words().more }</button> }
                </section>
                <aside class="side" aria-label={context.words().names.most_named}>
                    if !corpus.most_named.is_empty() { <h2>{ context.words().names.most_named }</h2> }
                    { for [EntityKind::Per, EntityKind::Loc, EntityKind::Org].map(|kind| most_named(context, corpus, kind)) }
                </aside>
            </div>
        </div>
    }
}

fn story(context: &AppContext, Story { summary, kicker, teaser, words: count }: &Story) -> Html {
    let (words, lang) = (context.words(), context.lang());
    html! {
        <article class="story" lang={summary.lang.clone().unwrap_or_else(|| "de".into())}>
            if let Some(kicker) = kicker { <p class="kicker">{ kicker }</p> }
            <h2><a href={context.address().article(&summary.id).href()}>{ &summary.label }</a></h2>
            if let Some(teaser) = teaser { <p class="teaser">{ teaser }</p> }
            <p class="meta" lang={lang.tag()}>
                <time datetime={summary.date.as_ref().map(|d| d.iso())}>{ format::published(summary.date.as_ref(), lang) }</time>
                { " · " }{ format::source(summary.source.as_deref(), words) }{ " · " }{ format::length(*count, lang) }
            </p>
        </article>
    }
}

fn most_named(context: &AppContext, corpus: &CorpusView, kind: EntityKind) -> Html {
    let row = |(_, name, count): &(EntityKind, String, u32)| {
        let entity = EntityName { kind, name: name.clone() };
        let there = Address { entity: Some(entity), ..context.address().at(Page::Names) };
        (name.clone(), Some(there.href()), *count)
    };
    let rows: Vec<_> = corpus.most_named.iter().filter(|(other, ..)| *other == kind).map(row).collect();
    if rows.is_empty() {
        return html! {};
    }
    let class = zeitlupe_words::address::Layer::Names(kind).class();
    html! { <section><h3>{ context.words().names.kinds[kind as usize] }</h3>{ bars(&rows, class, context.lang()) }</section> }
}
