//! The filters in force, each with a way to take it off; and ways to choose from, side by side.

use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::entity::EntityId;
use zeitlupe_core::room::Period;
use zeitlupe_words::address::{Address, Page};
use zeitlupe_words::format;

/// One chip a filter; nothing where there is none.
pub fn chips(context: &AppContext) -> Html {
    let (words, address) = (context.words(), context.address());
    let mut chips: Vec<(String, Address)> = Vec::new();
    if let Some(source) = &address.filter.source {
        chips.push((format::source(Some(source), words).to_owned(), address.filtered(|filter| filter.source = None)));
    }
    if let Some(month) = &address.filter.month {
        chips.push((format::month(month, context.lang()), address.filtered(|filter| filter.month = None)));
    }
    for entity in &address.filter.with {
        let with = address.filter.with.iter().filter(|other| *other != entity).cloned().collect();
        chips.push((entity.name.clone(), address.filtered(|filter| filter.with = with)));
    }
    // On the timeline they have fields of their own.
    let period = if address.page == Page::Time { Period::default() } else { address.filter.period };
    for (name, day, rest) in
        [(words.from, period.from, Period { from: None, ..period }), (words.to, period.to, Period { to: None, ..period })]
    {
        chips.extend(
            day.map(|day| (format!("{name} {}", format::day_short(day, context.lang())), address.filtered(|filter| filter.period = rest))),
        );
    }
    if period.mentioned && !period.is_open() {
        chips.push((words.timeline.mentioned.to_owned(), address.filtered(|filter| filter.period.mentioned = false)));
    }
    if chips.is_empty() {
        return html! {};
    }
    let chip = |(name, without): &(String, Address)| {
        html! { <li><a class="chip" href={without.href()} aria-label={format!("{} {name}", words.remove)}><b>{ name }</b><span class="cross">{ " ×" }</span></a></li> }
    };
    html! { <ul class="chips">{ for chips.iter().map(chip) }</ul> }
}

/// Ways to go on from here, side by side: what each is called, the class of its mark, where it leads, whether it is where one is.
pub fn tabs(ways: Vec<(&'static str, Option<&'static str>, Address, bool)>) -> Html {
    let way = |(name, class, there, here): (&'static str, Option<&'static str>, Address, bool)| {
        let class = class.map(|class| classes!("n", class));
        html! { <li><a href={there.href()} aria-current={here.then_some("true")}><span {class}>{ name }</span></a></li> }
    };
    html! { <ul class="kinds">{ for ways.into_iter().map(way) }</ul> }
}

/// The entities that the address filters by; a name that this corpus does not have (an old link) is left out.
pub fn filter_ids(context: &AppContext) -> Vec<EntityId> {
    context.address().filter.with.iter().filter_map(|name| context.find_entity(name)).map(|(id, _)| id).collect()
}
