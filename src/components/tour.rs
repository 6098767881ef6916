//! The bar of a guided tour, at the bottom of every view, and links to tours and tasks.

use crate::components::fault::{inline_fault, waiting};
use crate::components::prose::{inside, words as line};
use crate::hooks::again;
use crate::platform;
use crate::state::{AppContext, Load};
use gloo::events::EventListener;
use yew::prelude::*;
use zeitlupe_core::lesson::Tour;
use zeitlupe_core::view::SiteInfo;
use zeitlupe_words::address::{Address, Page, Stop};
use zeitlupe_words::format;

/// The address of a station: its view, and the position in the tour.
fn there(context: &AppContext, tour: &Tour, stop: Stop) -> Option<Address> {
    let station = tour.stations.get(stop.station.checked_sub(1)? as usize)?;
    Some(Address { stop: Some(stop), ..inside(context, &station.address) })
}

fn title(context: &AppContext, tour: &Tour, number: u32) -> String {
    if tour.title.is_empty() { format!("{} {number}", context.words().lesson.tour) } else { tour.title.clone() }
}

/// The bar, while the address has a tour. It is focused when it appears; with the focus in it, arrow and page keys go from station
/// to station.
#[hook]
pub fn use_tour(context: &AppContext) -> Html {
    let stop = context.address().stop;
    let shown = stop.map(|stop| stop.tour).filter(|_| context.state.site_info.ready().is_some());
    use_effect_with(shown, |shown| {
        if shown.is_some() {
            platform::focus(".tour");
        }
    });
    use_effect_with(stop.is_some(), |on| {
        let uncover = |event: &web_sys::Event| platform::scroll_clear_of(event, ".tour");
        let listener = on.then(|| EventListener::new(&gloo::utils::document(), "focusin", uncover));
        move || drop(listener)
    });
    let Some(stop) = stop else { return html! {} };
    match &context.state.site_info {
        Load::Waiting => html! { <section class="tour" aria-label={context.words().lesson.tour}>{ waiting(context.words()) }</section> },
        Load::Failed(trouble) => {
            let retry = again(context);
            html! { <section class="tour" aria-label={context.words().lesson.tour}>{ inline_fault(context.words(), trouble, &retry) }</section> }
        }
        Load::Ready(info) => bar(context, info, stop),
    }
}

fn bar(context: &AppContext, info: &SiteInfo, stop: Stop) -> Html {
    let words = &context.words().lesson;
    let end = {
        let over = Address { stop: None, ..context.address().clone() }.href();
        Callback::from(move |_: MouseEvent| {
            platform::visit(&over);
            platform::focus("#inhalt");
        })
    };
    let end = html! { <button type="button" class="end" onclick={end}>{ words.steps[2] }</button> };
    let tour = stop.tour.checked_sub(1).and_then(|n| info.extras.tours.get(n as usize));
    let station = tour.and_then(|tour| Some((tour, tour.stations.get(stop.station.checked_sub(1)? as usize)?)));
    let Some((tour, station)) = station else {
        return html! { <section class="tour" tabindex="-1" aria-label={words.tour}><p>{ words.no_tour }</p><div class="steps">{ end }</div></section> };
    };
    let step = |by: i32| {
        let number = stop.station.saturating_add_signed(by);
        there(context, tour, Stop { station: number, ..stop }).map(|there| there.href())
    };
    let (before, after) = (step(-1), step(1));
    let key = {
        let (before, after) = (before.clone(), after.clone());
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowLeft" | "PageUp" => &before,
                "ArrowRight" | "PageDown" => &after,
                _ => return,
            };
            event.prevent_default();
            if let Some(to) = to {
                platform::visit(to);
            }
        })
    };
    // A link that leads nowhere stays in place, so that it keeps the focus.
    let button = |name: &'static str, class: &'static str, to: Option<String>| {
        let none = to.is_none().then_some("true");
        let go = Callback::from(move |_: MouseEvent| to.iter().for_each(|to| platform::visit(to)));
        html! { <button type="button" {class} aria-disabled={none} onclick={go}>{ name }</button> }
    };
    let back = there(context, tour, stop).filter(|there| there != context.address());
    let place = format!("{} {} {}", stop.station, context.words().of, tour.stations.len());
    let title = title(context, tour, stop.tour);
    html! {
        <section class="tour" tabindex="-1" aria-label={format!("{}: {title}", words.tour)} onkeydown={key}>
            <div class="says" aria-live="polite">
                <p class="meta">{ title }{ " · " }<span class="place">{ place }</span></p>
                <p class="sentence">{ line(context, &station.words) }</p>
            </div>
            <div class="steps">
                if let Some(back) = back { <a class="button" href={back.href()}>{ words.steps[3] }</a> }
                { button(words.steps[0], "before", before) }
                { button(words.steps[1], "after", after) }
                { end }
            </div>
        </section>
    }
}

/// Links of the front page to tours and tasks; empty if there are none.
pub fn lesson_links(context: &AppContext) -> Html {
    let Some(corpus) = context.corpus().filter(|corpus| corpus.tasks + corpus.tours > 0) else { return html! {} };
    let (words, lang) = (&context.words().lesson, context.lang());
    let tours = match &context.state.site_info {
        Load::Ready(info) => html! { { for (1..).zip(&info.extras.tours).map(|(n, tour)| tour_link(context, tour, n)) } },
        Load::Waiting if corpus.tours > 0 => html! { <li>{ waiting(context.words()) }</li> },
        Load::Failed(trouble) if corpus.tours > 0 => {
            html! { <li>{ inline_fault(context.words(), trouble, &again(context)) }</li> }
        }
        _ => html! {},
    };
    html! {
        <nav class="lesson" aria-label={words.front}>
            <ul>
                { tours }
                if corpus.tasks > 0 {
                    <li><a href={context.address().at(Page::Tasks).href()}>{ words.tasks }</a>{ " " }<span class="quiet">{ format::counted(corpus.tasks, &words.task_count, lang) }</span></li>
                }
            </ul>
        </nav>
    }
}

fn tour_link(context: &AppContext, tour: &Tour, number: u32) -> Html {
    let (words, lang) = (&context.words().lesson, context.lang());
    let first = there(context, tour, Stop { tour: number, station: 1 }).map(|there| there.href());
    let kind = (!tour.title.is_empty()).then(|| format!("{}: ", words.tour));
    html! {
        <li>
            { kind }<a href={first}>{ title(context, tour, number) }</a>{ " " }
            <span class="quiet">{ format::counted(tour.stations.len() as u32, &words.stations, lang) }</span>
        </li>
    }
}
