//! The items as a list and as a table.

use super::{ItemTexts, item_name, label, sign, there, when};
use crate::hooks::AnswerTo;
use crate::state::AppContext;
use std::rc::Rc;
use yew::prelude::*;
use zeitlupe_core::day::Day;
use zeitlupe_core::event::Mode;
use zeitlupe_core::room::question::Timeline;
use zeitlupe_core::timeline::{Item, ItemKind};
use zeitlupe_core::view::Witness;
use zeitlupe_words::address::{Address, Page, TimeState};
use zeitlupe_words::format;

/// Properties of [`Rows`].
#[derive(Properties, PartialEq)]
pub struct RowsProps {
    /// The context.
    pub context: AppContext,
    /// All items.
    pub items: AnswerTo<Timeline>,
    /// The loaded texts.
    pub words: ItemTexts,
    /// The indices of the items.
    pub places: Rc<Vec<u32>>,
    /// How many are shown.
    pub shown: usize,
    /// Whether to render a table.
    pub table: bool,
    /// Whether each month has a heading.
    pub months: bool,
    /// The number of the item in the address.
    pub here: Option<u32>,
}

/// Items as a list or as a table: a component, so that rows are not rendered again whenever the drawing changes.
#[component]
pub fn Rows(props: &RowsProps) -> Html {
    // Not nothing: see `components`.
    let Some(timeline) = props.items.get() else { return html! { <div class="items"></div> } };
    let RowsProps { context, words, places, here, .. } = props;
    let shown = &places[..places.len().min(props.shown)];
    if props.table {
        item_table(context, &timeline.items, words, shown, *here)
    } else {
        item_list(context, &timeline.items, words, shown, props.months, *here)
    }
}

/// Items as a list, each with its clause and all articles that report it; `shown` are the indices of the items, `months` adds headings,
/// `here` is the number of the item in the address.
fn item_list(context: &AppContext, items: &[Item], words: &ItemTexts, shown: &[u32], months: bool, here: Option<u32>) -> Html {
    let of = |at: &u32| &items[*at as usize];
    let month = |at: &u32| {
        let (from, to) = of(at).days?;
        let of = |day: Day| day.iso().get(..7).unwrap_or_default().to_owned();
        (of(from) == of(to)).then(|| of(from))
    };
    let list = |heading: Option<String>, group: &[u32]| {
        html! { <>if let Some(heading) = heading { <h2>{ heading }</h2> }<ol>{ for group.iter().map(|at| line(context, of(at), words, here)) }</ol></> }
    };
    if !months {
        return html! { <div class="items">{ list(None, shown) }</div> };
    }
    // An item that crosses the end of a month belongs under no month.
    let (within, wide): (Vec<u32>, Vec<u32>) = shown.iter().partition(|at| month(at).is_some());
    let heading = |group: &[u32]| month(&group[0]).map(|iso| format::month(&iso, context.lang()));
    html! {
        <div class="items">
            { for within.chunk_by(|a, b| month(a) == month(b)).map(|group| list(heading(group), group)) }
            if !wide.is_empty() { { list(Some(context.words().timeline.wide.to_owned()), &wide) } }
        </div>
    }
}

fn line(context: &AppContext, item: &Item, all: &ItemTexts, here: Option<u32>) -> Html {
    let words = context.words();
    let (class, sign, name) = sign(context, item);
    let witnesses = all.of(item);
    let time = witnesses.first().and_then(|witness| witness.time.as_ref());
    html! {
        <li class={classes!(class, (here == Some(item.number)).then_some("here"))} id={format!("eintrag-{}", item.number)}>
            <span class="when"><b><span class="sign" role="img" aria-label={name}>{ sign }</span>{ " " }{ when(context, item.days) }</b>
                if let Some(time) = time {
                    { format!("„{}“", witnesses[0].surface) }
                    <span class="why">{ format::reason(time, context.lang()) }</span>
                }
            </span>
            <span class="what">
                { what(context, item, witnesses) }
                { for link(context, witnesses) }
                { others(context, witnesses) }
                if item.disagree { <span class="disagree">{ words.timeline.disagree }{ ": " }{ days_of(context, witnesses) }</span> }
            </span>
        </li>
    }
}

/// The clause, linked to its sentence; its modality; the article.
fn what(context: &AppContext, item: &Item, witnesses: &[Witness]) -> Html {
    let Some((first, there)) = witnesses.first().and_then(|first| Some((first, there(context, first)?))) else {
        return html! { <span class="meta">{ context.words().loading }</span> };
    };
    let mode = mode(context, item);
    html! {
        <>
            <a href={there.href()} lang="de">{ &first.text }</a>
            if !mode.is_empty() { { " " }<span class="mode">{ mode }</span> }
            if first.time.is_some() { <span class="meta">{ " – " }{ label(context, first) }</span> }
        </>
    }
}

/// The modality of an event; empty for a plain past event.
fn mode(context: &AppContext, item: &Item) -> &'static str {
    match item.kind {
        ItemKind::Event(mode @ (Mode::Present | Mode::Planned | Mode::Denied)) => context.words().timeline.modes[mode as usize],
        _ => "",
    }
}

/// The other articles that report it.
fn others(context: &AppContext, witnesses: &[Witness]) -> Html {
    let words = context.words();
    let other = |witness: &Witness| {
        let (there, first) = (there(context, witness)?, witnesses.first()?);
        let mode = (witness.mode != first.mode).then(|| words.timeline.modes[witness.mode as usize]).filter(|mode| !mode.is_empty());
        Some(
            html! { <li><a href={there.href()}>{ label(context, witness) }</a>{ for mode.map(|mode| html! { <span class="mode">{ " " }{ mode }</span> }) }</li> },
        )
    };
    // Each article is listed once.
    let is_new = |at: usize| witnesses[..at].iter().all(|before| before.article != witnesses[at].article);
    let more: Vec<Html> = (1..witnesses.len()).filter(|at| is_new(*at)).filter_map(|at| other(&witnesses[at])).collect();
    if more.is_empty() {
        return html! {};
    }
    html! { <span class="witnesses">{ words.timeline.witnesses }{ " " }<ul>{ for more }</ul></span> }
}

/// "4. Feb. 2022 (A), 5. Feb. 2022 (B)".
fn days_of(context: &AppContext, witnesses: &[Witness]) -> String {
    let one = |witness: &Witness| {
        let time = witness.time.as_ref()?;
        Some(format!("{} ({})", when(context, time.earliest.zip(time.latest)), label(context, witness)))
    };
    witnesses.iter().filter_map(one).collect::<Vec<_>>().join(", ")
}

/// A link to the item itself.
fn link(context: &AppContext, witnesses: &[Witness]) -> Option<Html> {
    let item = item_name(context, witnesses.first()?)?;
    let address = context.address();
    let time = TimeState { item: Some(item), window: None, ..address.time.clone() };
    let there = address.at(Page::Time).filtered(|filter| filter.with = address.filter.with.clone());
    let href = Address { time, ..there }.href();
    Some(html! { <a class="anchor" {href} aria-label={context.words().timeline.item_link}>{ "#" }</a> })
}

/// Items as a table.
fn item_table(context: &AppContext, items: &[Item], words: &ItemTexts, shown: &[u32], here: Option<u32>) -> Html {
    let heads = context.words().timeline.heads;
    let row = |at: &u32| {
        let item = &items[*at as usize];
        let witnesses = words.of(item);
        let (_, sign, name) = sign(context, item);
        let first = witnesses.first();
        let source = |witness: &Witness| {
            format::source(context.summary(witness.article).and_then(|s| s.source.as_deref()), context.words()).to_owned()
        };
        let articles: Vec<String> = witnesses.iter().map(|witness| format!("{} ({})", label(context, witness), source(witness))).collect();
        let text = first.and_then(|first| Some(html! { <a href={there(context, first)?.href()} lang="de">{ &first.text }</a> }));
        let why = first.and_then(|first| first.time.as_ref()).map(|time| format::reason(time, context.lang()));
        html! {
            <tr class={classes!((here == Some(item.number)).then_some("here"))} id={format!("eintrag-{}", item.number)}>
                <th scope="row">{ when(context, item.days) }</th>
                <td>{ text.unwrap_or_else(|| html! { context.words().loading }) }{ " " }{ for link(context, witnesses) }</td>
                <td><span aria-hidden="true">{ sign }{ " " }</span>{ name }</td>
                <td>{ articles.join("; ") }if item.disagree { <span class="disagree">{ context.words().timeline.disagree }{ ": " }{ days_of(context, witnesses) }</span> }</td>
                <td class="why">{ why }</td>
            </tr>
        }
    };
    html! {
        <div class="item-table" tabindex="0" role="region" aria-label={context.words().timeline.views[2]}>
            <table>
                <thead><tr>{ for heads.into_iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>{ for shown.iter().map(row) }</tbody>
            </table>
        </div>
    }
}
