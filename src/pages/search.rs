//! The results of a search.

use crate::components::{chips, facet_panel, fault, hit_list, order, waiting};
use crate::format;
use crate::hooks::{Answered, Kept, use_kept, use_reply};
use crate::pages::ViewProps;
use crate::state::Desk;
use gloo::timers::callback::Timeout;
use yew::prelude::*;
use zeitlupe_core::room::{Filter, How, Reply, Request, SearchRequest, SearchView, Sort, Understood};

/// Hits shown at first, and how many more each time.
pub(super) const STEP: u32 = 20;

/// How long a reader must have paused before passages are loaded, in milliseconds.
const PAUSE: u32 = 250;

/// The search that an address stands for; `None` while an entity that it filters by is not known yet.
fn search_request(desk: &Desk, limit: u32) -> Option<SearchRequest> {
    let address = desk.address();
    // A filter by a name that this corpus does not have (an old link) is left out once the names are known.
    let known = desk.state.entities.ready().is_some();
    if !address.with.is_empty() && !known {
        return None;
    }
    let entities = address.with.iter().filter_map(|name| desk.find_entity(name)).map(|(id, _)| id).collect();
    let filter = Filter { source: address.source.clone(), month: address.month.clone(), entities, from: address.from, to: address.to };
    let sort = if address.query.trim().is_empty() && address.sort == Sort::Relevance { Sort::Newest } else { address.sort };
    let small = desk.corpus().is_some_and(|corpus| corpus.is_small());
    Some(SearchRequest { query: address.query.clone(), filter, sort, limit, passages: small, names: small })
}

/// Searches for what the address says. In a large corpus the hits come first and their passages when the reader has paused:
/// so no key that is pressed loads texts that nobody looks at.
#[hook]
pub fn use_search(desk: &Desk, limit: u32) -> (Answered, Callback<()>) {
    use_kept(desk, Kept::Entities, !desk.address().with.is_empty());
    let request = search_request(desk, limit);
    let (quick, retry) = use_reply(desk, request.clone().map(Request::Search));
    let paused = use_state(|| None::<SearchRequest>);
    {
        let paused = paused.setter();
        use_effect_with(request.clone(), move |request| {
            let wanted = request.clone().filter(|request| !request.passages).map(|request| SearchRequest { passages: true, ..request });
            let timer = Timeout::new(PAUSE, move || paused.set(wanted));
            move || drop(timer)
        });
    }
    let is_current = |paused: &SearchRequest| request.as_ref() == Some(&SearchRequest { passages: false, ..paused.clone() });
    let wanted = (*paused).clone().filter(is_current);
    let (full, _) = use_reply(desk, wanted.clone().map(Request::Search));
    // The passages of an older query are no use, and where they do not come the hits stand without.
    let answered = if wanted.is_some() && full.reply.is_some() && !full.waiting { full } else { quick };
    (answered, retry)
}

/// Hits with their passages, the filters, and what to narrow by.
#[component]
pub fn Search(ViewProps { desk }: &ViewProps) -> Html {
    let limit = use_state(|| STEP);
    let (answered, retry) = use_search(desk, *limit);
    let more = {
        let limit = limit.clone();
        Callback::from(move |_: MouseEvent| limit.set(*limit + STEP))
    };
    if let Some(trouble) = &answered.fault {
        return fault(desk.words(), trouble, &retry);
    }
    let Some(Reply::Search(view)) = answered.reply.as_deref() else { return waiting(desk.words()) };
    html! {
        <div class="results" aria-busy={answered.waiting.to_string()}>
            <section class="found">
                <div role="status"><h1 class="count">{ count(desk, view) }</h1></div>
                { chips(desk) }
                { for view.understood.iter().map(|word| understood(desk, word)) }
                if view.total == 0 { { nothing(desk) } } else { <div class="tools">{ order(desk) }</div> }
                if view.total > 0 { <h2 class="unseen">{ desk.words().reading_list }</h2> }
                { hit_list(desk, view, more) }
            </section>
            <aside class="side" aria-label={desk.words().narrow}>
                if view.total > 0 { <h2>{ desk.words().narrow }</h2>{ facet_panel(desk, &view.facets) } }
            </aside>
        </div>
    }
}

/// "5 Stellen in 3 Artikeln".
pub(super) fn count(desk: &Desk, view: &SearchView) -> String {
    let (words, lang) = (desk.words(), desk.lang());
    match (view.total, view.places) {
        (0, _) => words.nothing.to_owned(),
        (total, 0) => format::counted(total, &words.articles, lang),
        (total, places) => format::places_in(places, total, lang),
    }
}

fn understood(desk: &Desk, word: &Understood) -> Html {
    let words = desk.words();
    let other: Vec<_> = word.forms.iter().filter(|form| !form.eq_ignore_ascii_case(&word.typed)).cloned().collect();
    if word.how == How::Nothing {
        return html! { <p class="understood"><b>{ &word.typed }</b>{ " " }{ words.found_as_nothing }</p> };
    }
    if word.how == How::Exact || other.is_empty() {
        return html! {};
    }
    html! { <p class="understood"><b>{ &word.typed }</b>{ " " }{ words.found_as }{ " " }<i>{ other.join(", ") }</i></p> }
}

fn nothing(desk: &Desk) -> Html {
    let words = desk.words();
    let unfiltered = crate::address::Address { query: desk.address().query.clone(), ..desk.address().at(crate::address::Page::Search) };
    html! {
        <div class="nothing">
            <p>{ words.nothing_help }</p>
            if desk.address().is_filtered() { <p><a class="button" href={unfiltered.href()}>{ words.without_filters }</a></p> }
        </div>
    }
}
