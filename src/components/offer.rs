//! The way from an article to the other reports of its event.

use crate::hooks::use_answer;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::article::ArticleId;
use zeitlupe_core::group::read_groups;
use zeitlupe_core::part::PartKey;
use zeitlupe_core::room::question::Payloads;
use zeitlupe_words::address::{Address, CompareState, Page};
use zeitlupe_words::format;

/// Properties of [`Offer`].
#[derive(Properties, PartialEq)]
pub struct OfferProps {
    /// The context.
    pub context: AppContext,
    /// The number of the article.
    pub article: ArticleId,
    /// Its id.
    pub id: String,
}

/// A link to the comparison of all reports of an article's event; nothing if there are no others, or they cannot be loaded.
#[component]
pub fn Offer(OfferProps { context, article, id }: &OfferProps) -> Html {
    let has_groups = context.corpus().is_some_and(|corpus| corpus.groups > 0);
    let (answered, _) = use_answer(context, has_groups.then(|| Payloads(vec![PartKey::Groups])));
    let groups = answered.answer.get().and_then(|payloads| read_groups(payloads.first()?).ok()).unwrap_or_default();
    let Some(group) = groups.iter().find(|group| group.articles.contains(&article.0)) else { return html! { <p hidden=true></p> } };
    let compare = CompareState { reports: vec![id.clone()], ..CompareState::default() };
    let href = Address { compare, ..context.address().at(Page::Compare) }.href();
    let count = format::counted(group.articles.len() as u32, &context.words().sheet.reports, context.lang());
    html! { <p class="offer"><a {href}>{ format!("{count} {}", context.words().sheet.compare) }</a></p> }
}
