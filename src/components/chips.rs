//! Active filters with a button to remove each; and tabs.

use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::entity::EntityId;
use zeitlupe_core::room::Period;
use zeitlupe_words::address::{Address, Page};
use zeitlupe_words::format;

/// One chip per filter; empty without filters.
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
    // The timeline has fields for these.
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

/// Tabs: name, class of the icon, address, whether it is the current one.
pub fn tabs(ways: Vec<(&'static str, Option<&'static str>, Address, bool)>) -> Html {
    let way = |(name, class, there, here): (&'static str, Option<&'static str>, Address, bool)| {
        let class = class.map(|class| classes!("n", class));
        html! { <li><a href={there.href()} aria-current={here.then_some("true")}><span {class}>{ name }</span></a></li> }
    };
    html! { <ul class="kinds">{ for ways.into_iter().map(way) }</ul> }
}

/// The entities of the address's filter; a name that this corpus does not have (an old link) is skipped.
pub fn filter_ids(context: &AppContext) -> Vec<EntityId> {
    context.address().filter.with.iter().filter_map(|name| context.find_entity(name)).map(|(id, _)| id).collect()
}
