//! The corpus as a whole: its articles like a front page, the names most named, when it all was.

use crate::address::{Address, EntityName, Page};
use crate::components::{bars, fault, waiting};
use crate::format;
use crate::hooks::use_reply;
use crate::pages::ViewProps;
use crate::state::Desk;
use yew::prelude::*;
use zeitlupe_core::article::{ArticleId, Role, shorten};
use zeitlupe_core::bundle::Document;
use zeitlupe_core::entity::EntityKind;
use zeitlupe_core::room::{CorpusView, Reply, Request};

/// Articles shown at first, and how many more each time.
const STEP: usize = 24;

/// The longest teaser, in characters.
const TEASER: usize = 260;

/// The front page.
#[component]
pub fn Overview(ViewProps { desk }: &ViewProps) -> Html {
    let shown = use_state(|| STEP);
    let all = desk.corpus().map_or(0, |corpus| corpus.articles as usize);
    let visible: Vec<ArticleId> = (0..all.min(*shown) as u32).map(ArticleId).collect();
    let (answered, retry) = use_reply(desk, Some(Request::Articles(visible)));
    let Some(corpus) = desk.corpus() else { return html! {} };
    let documents = match answered.reply.as_deref() {
        Some(Reply::Articles(list)) => list.as_slice(),
        _ => &[],
    };
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + STEP))
    };
    html! {
        <div class="front">
            <header class="masthead">
                <h1>{ if corpus.title.is_empty() { desk.words().untitled } else { &corpus.title } }</h1>
                <p class="meta">{ totals(desk, corpus) }</p>
            </header>
            if let Some(trouble) = &answered.fault { { fault(desk.words(), trouble, &retry) } }
            <div class="columns">
                <section class="stories" aria-label={desk.words().latest}>
                    if answered.reply.is_none() && answered.fault.is_none() { { waiting(desk.words()) } }
                    { for documents.iter().map(|(_, document)| story(desk, document)) }
                    if all > *shown { <button type="button" class="more" onclick={more}>{ desk.words().more }</button> }
                </section>
                <aside class="side" aria-label={desk.words().most_named}>
                    if !corpus.most_named.is_empty() { <h2>{ desk.words().most_named }</h2> }
                    { for [EntityKind::Per, EntityKind::Loc, EntityKind::Org].map(|kind| most_named(desk, corpus, kind)) }
                </aside>
            </div>
        </div>
    }
}

/// "5 Artikel · Februar 2022 – Februar 2023 · 2.711 Wörter · 78 Namen".
fn totals(desk: &Desk, corpus: &CorpusView) -> String {
    let (words, lang) = (desk.words(), desk.lang());
    let mut out = vec![format::counted(corpus.articles, &words.articles, lang)];
    if let Some((from, to)) = corpus.first.zip(corpus.last) {
        let month = |iso: String| format::month(iso.get(..7).unwrap_or_default(), lang);
        let (from, to) = (month(from.iso()), month(to.iso()));
        out.push(if from == to { from } else { format!("{from} – {to}") });
    }
    out.push(format::counted(corpus.words, &words.words, lang));
    out.push(format::counted(corpus.entities, &words.entities, lang));
    out.join(" · ")
}

fn story(desk: &Desk, document: &Document) -> Html {
    let (words, lang, meta) = (desk.words(), desk.lang(), &document.article.meta);
    html! {
        <article class="story" lang={meta.lang.clone().unwrap_or_else(|| "de".into())}>
            if let Some(kicker) = &meta.kicker { <p class="kicker">{ kicker }</p> }
            <h2><a href={desk.address().article(&meta.id).href()}>{ document.article.label() }</a></h2>
            if let Some(teaser) = teaser(document) { <p class="teaser">{ teaser }</p> }
            <p class="meta" lang={lang.tag()}>
                <time datetime={meta.date.as_ref().map(|d| d.iso())}>{ format::published(meta.date.as_ref(), lang) }</time>
                { " · " }{ format::source(meta.source.as_deref(), words) }{ " · " }{ format::length(document.words, lang) }
            </p>
        </article>
    }
}

/// The lead, or the beginning of the text where the title does not say it already.
fn teaser(document: &Document) -> Option<String> {
    let article = &document.article;
    let of = |role: Role| article.sections.iter().filter(move |section| section.role == role).map(|s| s.span.of(&article.text));
    let lead = of(Role::Lead).next();
    let paragraph = of(Role::Paragraph).find(|text| text.chars().count() > 60);
    let words = match (lead, &article.meta.title) {
        (Some(lead), _) => lead.to_owned(),
        (None, Some(_)) => paragraph?.to_owned(),
        // Without a title the label is the beginning of the text: the teaser goes on from there.
        (None, None) => {
            let label = article.label();
            format!("… {}", paragraph?.strip_prefix(label.trim_end_matches(" …"))?.trim_start())
        }
    };
    Some(shorten(&words, TEASER))
}

fn most_named(desk: &Desk, corpus: &CorpusView, kind: EntityKind) -> Html {
    let row = |(_, name, count): &(EntityKind, String, u32)| {
        let entity = EntityName { kind, name: name.clone() };
        let there = Address { entity: Some(entity), ..desk.address().at(Page::Names) };
        (name.clone(), Some(there.href()), *count)
    };
    let rows: Vec<_> = corpus.most_named.iter().filter(|(other, ..)| *other == kind).map(row).collect();
    if rows.is_empty() {
        return html! {};
    }
    let class = crate::address::Layer::Names(kind).class();
    html! { <section><h3>{ desk.words().kinds[kind as usize] }</h3>{ bars(&rows, class, desk.lang()) }</section> }
}
