//! Which articles are compared, and how the reader chooses others.

use super::compared::with;
use super::parts::letter_box;
use crate::platform;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::article::ArticleId;
use zeitlupe_core::compare::MOST;
use zeitlupe_core::group::Group;
use zeitlupe_core::text::fold;
use zeitlupe_core::view::Summary;
use zeitlupe_words::address::CompareState;
use zeitlupe_words::format;

/// Most articles that the field finds, and most other groups that are listed.
const FOUND: usize = 8;
const GROUPS: usize = 40;

/// The chosen articles.
pub(super) struct Chosen<'g> {
    /// The articles, in the order of their letters.
    pub ids: Vec<ArticleId>,
    /// Whether the address names articles that are no group.
    pub is_by_hand: bool,
    /// The ids in the address that no article has.
    unknown: Vec<String>,
    /// The group that they are.
    group: Option<&'g Group>,
    groups: &'g [Group],
}

impl<'g> Chosen<'g> {
    /// The articles of the address; if it names none, the first of the largest groups.
    pub fn new(context: &AppContext, groups: &'g [Group]) -> Self {
        let named = &context.address().compare.reports;
        let summaries = context.state.summaries.ready();
        let find = |id: &String| summaries.and_then(|all| all.iter().position(|summary| summary.id == *id)).map(|at| ArticleId(at as u32));
        let (mut ids, mut unknown) = (Vec::new(), Vec::new());
        for id in named {
            match find(id) {
                Some(id) if !ids.contains(&id) => ids.push(id),
                Some(_) => (),
                None if summaries.is_some() => unknown.push(id.clone()),
                None => (),
            }
        }
        // The last of the largest would be another one after each new article.
        let first = groups.iter().max_by_key(|group| (group.articles.len().min(MOST), std::cmp::Reverse(group.articles.first().copied())));
        // One article alone stands for the group that it is in.
        let own = groups.iter().find(|group| ids.len() == 1 && group.articles.contains(&ids[0].0));
        if let Some(group) = first.filter(|_| named.is_empty()).or(own) {
            ids = group.articles.iter().copied().map(ArticleId).collect();
        }
        ids.truncate(MOST);
        let is_of = |group: &&Group| group.articles.iter().take(MOST).copied().eq(ids.iter().map(|id| id.0));
        let group = groups.iter().find(is_of);
        Self { is_by_hand: !named.is_empty() && group.is_none(), ids, unknown, group, groups }
    }

    /// What they are called: place and day of the group, else the title of the page.
    pub fn title(&self, context: &AppContext) -> String {
        self.group
            .map(|group| title(context, group))
            .filter(|title| !title.is_empty())
            .unwrap_or_else(|| context.words().sheet.title.to_owned())
    }

    /// The other groups.
    pub fn others(&self, context: &AppContext) -> Html {
        let words = &context.words().sheet;
        let is_other = |group: &&Group| self.group.is_none_or(|own| own.articles != group.articles);
        let mut others: Vec<&Group> = self.groups.iter().filter(is_other).collect();
        others.sort_by_key(|group| std::cmp::Reverse(group.articles.len()));
        if others.is_empty() {
            return Html::default();
        }
        let line = |group: &&Group| {
            let ids: Vec<ArticleId> = group.articles.iter().copied().map(ArticleId).collect();
            let named = group.title.named.join(", ");
            let href = address(context, &ids).map(|state| with(context, |own| *own = state).href());
            let name = [title(context, group), named].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
            html! { <li><a {href}>{ name }</a> <small class="quiet">{ format::counted(ids.len() as u32, &context.words().articles, context.lang()) }</small></li> }
        };
        html! {
            <section class="groups">
                <h2>{ words.others }</h2>
                <ul>{ for others.iter().take(GROUPS).map(line) }</ul>
            </section>
        }
    }
}

/// The place and day of a group.
fn title(context: &AppContext, group: &Group) -> String {
    let day = group.title.day.map(|day| format::day(day, context.lang()));
    let parts: Vec<String> = group.title.place.iter().cloned().chain(day).collect();
    if parts.is_empty() { group.title.named.join(", ") } else { parts.join(", ") }
}

/// The state of the page that compares these articles.
fn address(context: &AppContext, ids: &[ArticleId]) -> Option<CompareState> {
    let reports = ids.iter().map(|id| context.summary(*id).map(|summary| summary.id.clone())).collect::<Option<_>>()?;
    Some(CompareState { reports, tab: context.address().compare.tab.clone(), ..CompareState::default() })
}

/// Why these articles, and how to choose others.
pub(super) fn choice(context: &AppContext, chosen: &Chosen, letters: &UseStateHandle<String>) -> Html {
    let words = &context.words().sheet;
    let [names, rare, day] = words.because;
    let why = chosen.group.map(|group| {
        let mut parts = Vec::new();
        let list = |list: &[String]| list.join(", ");
        if !group.why.names.is_empty() {
            parts.push(format!("{names} {}", list(&group.why.names)));
        }
        if !group.why.words.is_empty() {
            parts.push(format!("{rare} {}", list(&group.why.words)));
        }
        let why = parts.join(" ");
        match group.why.day {
            Some(date) => format!("{why}. {day} {}. ", format::day(date, context.lang())),
            None => format!("{why}. "),
        }
    });
    let unknown =
        (!chosen.unknown.is_empty()).then(|| html! { <p class="note">{ format!("{} {}", words.unknown, chosen.unknown.join(", ")) }</p> });
    let without = |at: usize| {
        let mut ids = chosen.ids.clone();
        ids.remove(at);
        ids
    };
    let line = |(at, id): (usize, &ArticleId)| {
        let href = address(context, &without(at)).map(|state| with(context, |own| *own = state).href());
        let go = go(href.clone());
        html! {
            <li><label><input type="checkbox" checked=true onchange={go} />{ letter_box(at as u32) }{ name(context, *id) }</label></li>
        }
    };
    let oninput = {
        let letters = letters.clone();
        Callback::from(move |event: InputEvent| letters.set(platform::value(&event)))
    };
    let found = |wanted: &str| -> Vec<ArticleId> {
        let wanted = fold(wanted.trim());
        let all = context.state.summaries.ready().map_or(&[][..], |all| all.as_slice());
        let fits = |summary: &Summary| {
            fold(&summary.label).contains(&wanted) || summary.source.as_deref().is_some_and(|source| fold(source).contains(&wanted))
        };
        let ids = (0..).zip(all).filter(|(_, summary)| wanted.is_empty() || fits(summary)).map(|(n, _)| ArticleId(n));
        ids.filter(|id| !chosen.ids.contains(id)).take(FOUND).collect()
    };
    let addition = |id: ArticleId| {
        let mut ids = chosen.ids.clone();
        ids.push(id);
        let href = address(context, &ids).map(|state| with(context, |own| *own = state).href());
        let go = go(href);
        html! { <li><label><input type="checkbox" checked=false onchange={go} />{ name(context, id) }</label></li> }
    };
    let can_add = chosen.ids.len() < MOST;
    let is_open = chosen.ids.len() < 2;
    html! {
        <div class="grounds">
            if chosen.is_by_hand { { words.chosen } { " " } }
            { for why }
            { for unknown }
            <details open={is_open}>
                <summary>{ words.choose }</summary>
                <div>
                    <ul key={chosen.ids.len()}>{ for chosen.ids.iter().enumerate().map(line) }</ul>
                    if can_add {
                        <label class="find">{ words.find }<input type="search" value={(**letters).clone()} {oninput} /></label>
                        <ul key={format!("{:?}", chosen.ids)}>{ for found(letters).into_iter().map(addition) }</ul>
                    }
                </div>
            </details>
        </div>
    }
}

fn go(href: Option<String>) -> Callback<Event> {
    Callback::from(move |_: Event| {
        if let Some(href) = &href {
            platform::visit(href);
        }
    })
}

/// An article's title, date and source.
fn name(context: &AppContext, id: ArticleId) -> Html {
    let Some(summary) = context.summary(id) else { return Html::default() };
    let facts =
        [format::published(summary.date.as_ref(), context.lang()), format::source(summary.source.as_deref(), context.words()).to_owned()];
    html! { <span>{ &summary.label } <small class="quiet">{ facts.join(" · ") }</small></span> }
}
