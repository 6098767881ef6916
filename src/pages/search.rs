//! The results of a search.

use crate::components::{chips, concordance, facet_panel, fault, filter_ids, hit_list, inline_fault, order, tabs, trend, waiting};
use crate::hooks::{Answered, use_answer, use_cached};
use crate::pages::ViewProps;
use crate::state::{AppContext, Cached};
use gloo::timers::callback::Timeout;
use yew::prelude::*;
use zeitlupe_core::room::question::Trend;
use zeitlupe_core::room::{ConcordanceRequest, Fault, Filter, How, SearchRequest, SearchView, Sort, Understood};
use zeitlupe_core::search::BEST;
use zeitlupe_words::address::{Address, Page, Results, SearchState};
use zeitlupe_words::format;

/// Hits shown at first, and how many more each time: so many titles come with the words of the query.
pub(super) const STEP: u32 = BEST as u32;

/// The pause in typing before passages are loaded, in milliseconds.
const PAUSE: u32 = 250;

/// The filter in the address; `None` until its entities are loaded.
fn filter_of(context: &AppContext) -> Option<Filter> {
    let address = context.address();
    // A name that this corpus does not have (an old link) is skipped once the names are loaded.
    if !address.filter.with.is_empty() && context.state.entities.ready().is_none() {
        return None;
    }
    Some(Filter {
        source: address.filter.source.clone(),
        month: address.filter.month.clone(),
        entities: filter_ids(context),
        period: address.filter.period,
    })
}

/// The search in the address.
fn search_request(context: &AppContext, limit: u32, names: bool) -> Option<SearchRequest> {
    let address = context.address();
    let sort =
        if address.filter.query.trim().is_empty() && address.filter.sort == Sort::Relevance { Sort::Newest } else { address.filter.sort };
    let small = context.corpus().is_some_and(|corpus| corpus.is_small());
    Some(SearchRequest {
        query: address.filter.query.clone(),
        filter: filter_of(context)?,
        sort,
        limit,
        passages: small,
        facets: names || small,
        names: names || small,
    })
}

/// The state of a search.
pub struct Searched {
    /// The hits.
    pub answered: Answered<SearchRequest>,
    /// Searches again.
    pub retry: Callback<()>,
    /// Why loading the passages failed.
    pub late: Option<Fault>,
    /// Loads the passages again.
    pub again: Callback<()>,
}

/// Runs the search in the address. In a large corpus, the passages of the hits and the facets are loaded only after a pause in typing,
/// so that no texts are loaded in vain. `names` also counts the names in the hits.
#[hook]
pub fn use_search(context: &AppContext, limit: u32, names: bool) -> Searched {
    use_cached(context, Cached::Entities, !context.address().filter.with.is_empty());
    let request = search_request(context, limit, names);
    let (quick, retry) = use_answer(context, request.clone());
    let paused = use_state(|| None::<SearchRequest>);
    {
        let paused = paused.setter();
        use_effect_with(request.clone(), move |request| {
            let wanted = request.clone().filter(|request| !request.passages).map(|request| SearchRequest {
                passages: true,
                facets: true,
                ..request
            });
            let timer = wanted.map(|request| Timeout::new(PAUSE, move || paused.set(Some(request))));
            move || drop(timer)
        });
    }
    let is_current =
        |paused: &SearchRequest| request.as_ref() == Some(&SearchRequest { passages: false, facets: paused.names, ..paused.clone() });
    let wanted = (*paused).clone().filter(is_current);
    let (full, again) = use_answer(context, wanted.clone());
    let late = full.fault.clone().filter(|_| wanted.is_some());
    // Passages of an older query are not used; if loading fails, hits are shown without.
    let mut answered = if wanted.is_some() && full.answer.is_loaded() && !full.waiting { full } else { quick };
    // Without the names of the filter, nothing is asked.
    let unnamed = context.state.fault_of(Cached::Entities).filter(|_| request.is_none());
    answered.fault = unnamed.cloned().or(answered.fault);
    Searched { answered, retry, late, again }
}

/// The query and filter in the address if its results are shown this way; `None` without a query.
fn shown_as(context: &AppContext, results: Results) -> Option<(String, Filter)> {
    let query = context.address().filter.query.clone();
    let filter = filter_of(context).filter(|_| context.address().search.results == results && !query.trim().is_empty())?;
    Some((query, filter))
}

/// The request for the concordance, if it is shown.
fn concordance_request(context: &AppContext, limit: u32) -> Option<ConcordanceRequest> {
    let (query, filter) = shown_as(context, Results::Lines)?;
    Some(ConcordanceRequest { query, filter, order: context.address().search.lines, articles: limit * 4 })
}

/// Hits with passages, a concordance or the frequency over time; filters and facets.
#[component]
pub fn Search(ViewProps { context }: &ViewProps) -> Html {
    let limit = use_state(|| STEP);
    let names = use_state(|| false);
    let Searched { answered, retry, late, again: passages_again } = use_search(context, *limit, *names);
    let (lines, lines_again) = use_answer(context, concordance_request(context, *limit));
    let trend_request = shown_as(context, Results::Trend).map(|(query, filter)| Trend { query, filter });
    let (points, points_again) = use_answer(context, trend_request);
    let more = {
        let limit = limit.clone();
        Callback::from(move |_: MouseEvent| limit.set(*limit + STEP))
    };
    let words = context.words();
    if let Some(trouble) = &answered.fault {
        return fault(words, trouble, &retry);
    }
    let Some(view) = answered.answer.get() else { return waiting(words) };
    let is_waiting = lines.waiting || points.waiting;
    let results = match (&lines.fault, &points.fault, lines.answer.get(), points.answer.get()) {
        (Some(trouble), ..) => fault(words, trouble, &lines_again),
        (_, Some(trouble), ..) => fault(words, trouble, &points_again),
        (.., Some(found), _) => concordance(context, found, more),
        (.., Some(points)) => trend(context, points),
        _ if is_waiting => waiting(words),
        _ => html! {
            <>
                if let Some(trouble) = &late { { inline_fault(words, trouble, &passages_again) } }
                if view.total > 0 { <div class="tools">{ order(context) }</div><h2 class="unseen">{ words.reading_list }</h2> }
                { hit_list(context, view, more) }
            </>
        },
    };
    let count_names = (!*names && view.facets.as_ref().is_some_and(|facets| facets.entities.is_empty()))
        .then(|| Callback::from(move |_: MouseEvent| names.set(true)));
    let busy = answered.waiting || is_waiting;
    html! {
        <div class={classes!("results", (context.address().search.results != Results::Hits).then_some("wide"))} aria-busy={busy.to_string()}>
            <section class="found">
                <div role="status"><h1 class="count">{ count(context, view) }</h1></div>
                // The field is not printed.
                if !context.address().filter.query.is_empty() { <p class="on-paper">{ words.search.label }{ ": " }{ &context.address().filter.query }</p> }
                { chips(context) }
                // In a separate list: their number changes, which would otherwise render preceding elements again, without an announcement.
                <>{ for view.understood.iter().map(|word| understood(context, word)) }</>
                if !view.ignored.is_empty() { <p class="understood">{ words.search.ignored }{ " " }<i>{ view.ignored.join(", ") }</i></p> }
                if view.partial { <p class="understood">{ words.search.partial }</p> }
                if view.total == 0 { { nothing(context, view) } } else { { views(context) } }
                { results }
            </section>
            <aside class="side" aria-label={words.search.narrow}>
                if let Some(facets) = view.facets.as_ref().filter(|_| view.total > 0) {
                    <h2>{ words.search.narrow }</h2>
                    { facet_panel(context, facets, count_names) }
                }
            </aside>
        </div>
    }
}

/// The ways to show the results of a query.
fn views(context: &AppContext) -> Html {
    let (words, address) = (context.words(), context.address());
    if address.filter.query.trim().is_empty() {
        return html! {};
    }
    let way = |results: Results| {
        (
            words.search.views[results as usize],
            None,
            Address { search: SearchState { results, ..address.search }, ..address.clone() },
            address.search.results == results,
        )
    };
    html! { <nav aria-label={words.search.views_label}>{ tabs([Results::Hits, Results::Lines, Results::Trend].map(way).to_vec()) }</nav> }
}

/// "5 Stellen in 3 Artikeln".
pub(super) fn count(context: &AppContext, view: &SearchView) -> String {
    let (words, lang) = (context.words(), context.lang());
    match (view.total, view.places) {
        (0, _) => words.search.nothing.to_owned(),
        (total, 0) => format::counted(total, &words.articles, lang),
        (total, places) => format::places_in(places, total, lang),
    }
}

/// What a typed word was found as, if different.
fn understood(context: &AppContext, word: &Understood) -> Html {
    let words = context.words();
    let other: Vec<_> = word.forms.iter().filter(|form| form.to_lowercase() != word.typed.to_lowercase()).cloned().collect();
    let more = if word.more > 0 { format!(" … {} {}", format::number(word.more, context.lang()), words.and_more) } else { String::new() };
    let rest = match word.how {
        How::Nothing => html! { words.search.found_as_nothing },
        How::Typo => {
            let query = context.address().filter.query.replace(&word.typed, word.forms.first().unwrap_or(&word.typed));
            let right = context.address().filtered(|filter| filter.query = query);
            html! { <>{ words.search.found_as_nothing }{ ". " }{ words.search.did_you_mean }{ " " }<a href={right.href()}>{ word.forms.first().cloned().unwrap_or_default() }</a>{ "?" }</> }
        }
        _ if other.is_empty() => return html! {},
        How::Exact => html! { <>{ words.names.also }{ " " }<i>{ other.join(", ") }{ more }</i></> },
        _ => html! { <>{ words.search.found_as }{ " " }<i>{ other.join(", ") }{ more }</i></> },
    };
    html! { <p class="understood"><b>{ &word.typed }</b>{ " " }{ rest }</p> }
}

/// Suggestions without hits: the query without filters, each word on its own.
fn nothing(context: &AppContext, view: &SearchView) -> Html {
    let (words, lang) = (context.words(), context.lang());
    let at = |query: &str| context.address().at(Page::Search).filtered(|filter| filter.query = query.to_owned());
    let alone = view.understood.iter().filter(|word| word.articles > 0);
    let one = |word: &Understood| {
        html! { <li><a href={at(&word.typed).href()}>{ &word.typed }</a>{ " " }<span class="number">{ format::counted(word.articles, &words.articles, lang) }</span></li> }
    };
    let alone: Vec<Html> = alone.map(one).collect();
    html! {
        <div class="nothing">
            if view.unfiltered > 0 {
                <p><a class="button" href={at(&context.address().filter.query).href()}>{ words.search.without_filters }{ " (" }{ format::counted(view.unfiltered, &words.articles, lang) }{ ")" }</a></p>
            }
            if alone.is_empty() { <p>{ words.search.nothing_help }</p> } else { <p>{ words.search.nothing_alone }</p><ul>{ alone }</ul> }
        </div>
    }
}
