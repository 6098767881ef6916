//! The frame of the room: header, the open view, footer.

use crate::components::{
    display_bar, fault, instead_of, noted_notice, notice, undo_notice, update_notice, use_display, use_header, use_tour, use_update,
    waiting, with_query,
};
use crate::hooks::{again, use_attempt, use_cached, use_corrections, use_listener, use_notebook};
use crate::late;
use crate::pages;
use crate::platform;
use crate::service;
use crate::state::{Action, AppContext, Cached, Load, Part, State};
use gloo::events::EventListener;
use yew::platform::spawn_local;
use yew::prelude::*;
use zeitlupe_core::room::question;
use zeitlupe_words::address::{Address, Page};

/// Renders the app as soon as it has something to show; until then the static page stays.
pub fn start() {
    spawn_local(async move {
        // Only to wait. The app asks again, which is then answered at once, or shows the error.
        let _ = service::ask(question::Corpus).await;
        let (typed, is_typing) = platform::typed_early();
        let Some(root) = platform::mount_point() else { return };
        if !typed.trim().is_empty() {
            let (address, _) = Address::parse(&platform::fragment());
            platform::visit(&with_query(&address, typed).href());
        }
        yew::Renderer::<App>::with_root(root).render();
        if is_typing {
            platform::focus_soon("#suche");
        }
    });
}

/// The whole app.
#[component]
pub fn App() -> Html {
    let state = use_reducer_eq(|| State::opening(&platform::fragment()));
    let context = AppContext { state: state.clone() };
    use_corpus(&context);
    use_address_bar(&context);
    use_corrections(&context);
    use_notebook(&context);
    use_display(&context);
    use_title(&context);
    use_site_info(&context);
    let tour = use_tour(&context);
    let update = use_update();
    use_listener("focusin", true, platform::show_focus);
    let header = use_header(&context, late::SHEETS);
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        platform::focus("#inhalt");
    });
    html! {
        <>
            <a class="skip" href="#inhalt" onclick={skip}>{ context.words().skip }</a>
            { header }
            { notice(&context) }
            { update_notice(context.words(), &update) }
            { undo_notice(&context) }
            { noted_notice(&context) }
            { display_bar(&context) }
            <main id="inhalt" tabindex="-1">{ view(&context) }</main>
            { footer(&context) }
            { tour }
        </>
    }
}

fn view(context: &AppContext) -> Html {
    let context = context.clone();
    match &context.state.corpus {
        Load::Waiting => waiting(context.words()),
        Load::Failed(trouble) => fault(context.words(), trouble, &again(&context)),
        Load::Ready(_) => match &context.address().page {
            Page::Overview => html! { <pages::Overview {context} /> },
            Page::Search => html! { <pages::Search {context} /> },
            page => instead_of(&context, late::parts(page)).unwrap_or_else(|| late::page(&context)),
        },
    }
}

/// The footer of every view.
fn footer(context: &AppContext) -> Html {
    let words = context.words();
    let link = |page: Page| html! { <a href={context.address().at(page.clone()).href()}>{ (page.entry().name)(words) }</a> };
    html! {
        <footer class="foot">
            <span>{ "Zeitlupe · " }{ words.tagline }</span>
            <nav aria-label={words.about}>
                { for Page::all().filter(|page| page.entry().foot && context.has(page)).map(link) }
            </nav>
        </footer>
    }
}

/// Loads fixed pages, tasks and tours where they are shown, and the titles of the articles of a worksheet.
#[hook]
fn use_site_info(context: &AppContext) {
    let page = &context.address().page;
    let is_shown = page.entry().texts || context.address().stop.is_some();
    let has_tours = context.corpus().is_some_and(|corpus| corpus.tours > 0);
    let parts = late::parts(page);
    let needs = |part: Part| context.corpus().is_some() && parts.contains(&Cached::Part(part));
    use_cached(context, Cached::Part(Part::Late), needs(Part::Late));
    use_cached(context, Cached::Part(Part::Compare), needs(Part::Compare));
    use_cached(context, Cached::SiteInfo, context.corpus().is_some() && (is_shown || (*page == Page::Overview && has_tours)));
    use_cached(context, Cached::Summaries, *page == Page::Tasks && !context.state.notebook.notes.is_empty());
}

fn fetch_corpus(context: &AppContext) {
    let dispatcher = context.state.dispatcher();
    dispatcher.dispatch(Action::Corpus(Load::Waiting));
    spawn_local(async move {
        let outcome = service::ask(question::Corpus).await;
        dispatcher.dispatch(Action::Corpus(outcome.into()));
    });
}

#[hook]
fn use_corpus(context: &AppContext) {
    let attempt = use_attempt(context, context.state.corpus.fault().is_some());
    let context = context.clone();
    use_effect_with(attempt, move |_| fetch_corpus(&context));
}

/// Keeps state and address bar in step: the state follows the address bar; after a change of the state, the bar follows.
#[hook]
fn use_address_bar(context: &AppContext) {
    let dispatcher = context.state.dispatcher();
    use_effect_with((), move |()| {
        let window = gloo::utils::window();
        let listener = EventListener::new(&window, "hashchange", move |_| dispatcher.dispatch(Action::Arrive(platform::fragment())));
        move || drop(listener)
    });
    let understood = context.state.unknown.is_empty();
    use_effect_with(context.address().clone(), move |address| {
        let (shown, _) = Address::parse(&platform::fragment());
        if shown != *address && understood {
            platform::replace_fragment(&address.href());
        }
    });
    let page = context.address().page.clone();
    let first = use_mut_ref(|| true);
    use_effect_with(page, move |_| {
        // A new view is scrolled to its top and focuses its heading, unless the reader is typing.
        if !std::mem::replace(&mut *first.borrow_mut(), false) && !platform::focus_is_in("header") {
            platform::to_top();
            // Within a tour, the focus stays in its bar.
            if !platform::focus_is_in(".tour") {
                platform::focus("#inhalt");
            }
        }
    });
}

#[hook]
fn use_title(context: &AppContext) {
    let words = context.words();
    let collection = context.corpus().map(|c| c.title.clone()).filter(|t| !t.is_empty()).unwrap_or_else(|| words.untitled.to_owned());
    let view = match &context.address().page {
        Page::Overview => Some(String::new()),
        page @ Page::Search => Some(format!("{} – {}", context.address().filter.query, (page.entry().name)(words))),
        // The reader view sets the title itself, once it knows that of the article.
        Page::Article(_) => None,
        page => Some((page.entry().name)(words).to_owned()),
    };
    let title = view.map(|view| if view.is_empty() { format!("{collection} – Zeitlupe") } else { format!("{view} – {collection}") });
    use_effect_with((title, context.lang().tag()), |(title, tag)| platform::set_title(title.as_deref(), tag));
}
