//! The header: title, search field, tabs, language.

use crate::components::{Sheets, display_panel, use_share};
use crate::hooks::use_answer;
use crate::platform;
use crate::state::{Action, AppContext};
use web_sys::HtmlInputElement;
use yew::prelude::*;
use zeitlupe_core::room::question::Suggest;
use zeitlupe_core::room::{Suggestion, SuggestionKind};
use zeitlupe_words::Lang;
use zeitlupe_words::address::{Address, Layer, Page};

/// The header of every view; `sheets` is what the dialog of sharing shows.
#[hook]
pub fn use_header(context: &AppContext, sheets: Sheets) -> Html {
    let field = use_search_field(context);
    let (share, dialogs) = use_share(context, sheets);
    let (words, address) = (context.words(), context.address());
    let title = context.corpus().map(|corpus| corpus.title.clone()).unwrap_or_default();
    let other = Address { lang: if context.lang() == Lang::De { Lang::En } else { Lang::De }, ..address.clone() };
    html! {
        <header class="head">
            <a class="brand" href={address.at(Page::Overview).href()}>{ "Zeitlupe" }<small>{ title }</small></a>
            { field }
            <nav aria-label={words.nav_label}>
                { for Page::all().filter(|page| page.entry().tab && context.has(page)).map(|page| tab(context, page)) }
            </nav>
            <div class="head-tools">
                { display_panel(context) }
                { share }
                <a class="language" href={other.href()} lang={other.lang.tag()} hreflang={other.lang.tag()}>{ words.other_language }</a>
            </div>
            { dialogs }
        </header>
    }
}

fn tab(context: &AppContext, page: Page) -> Html {
    let name = (page.entry().name)(context.words());
    let current = (context.address().page == page).then_some("page");
    let notes = context.state.notebook.notes.len();
    let count = (page == Page::Evidence && notes > 0).then(|| html! { <span class="number">{ format!("\u{a0}{notes}") }</span> });
    html! { <a href={context.address().beside(page).href()} aria-current={current}>{ name }{ count }</a> }
}

/// Searches for a query; in the reader, within the open article.
fn searching(context: &AppContext) -> Callback<String> {
    let (address, dispatcher) = (context.address().clone(), context.state.dispatcher());
    Callback::from(move |query: String| {
        let next = with_query(&address, query);
        // The first letter adds a history entry; the following ones replace it.
        if next.page != address.page {
            platform::visit(&next.href());
        }
        dispatcher.dispatch(Action::Visit(Box::new(next)));
    })
}

/// Keys: arrows select a suggestion, Enter accepts it or goes to the first hit, Escape closes the list or clears the field.
fn keys(
    at: &UseStateHandle<Option<usize>>,
    list: Vec<Suggestion>,
    visit: &Callback<String>,
    take: &Callback<Suggestion>,
    close: &Callback<()>,
) -> Callback<KeyboardEvent> {
    let (at, visit, take, close) = (at.clone(), visit.clone(), take.clone(), close.clone());
    Callback::from(move |event: KeyboardEvent| {
        let last = list.len().checked_sub(1);
        match (event.key().as_str(), last) {
            ("Escape", Some(_)) => close.emit(()),
            ("Escape", None) => visit.emit(String::new()),
            ("ArrowDown", Some(last)) => at.set(Some(at.map_or(0, |n| if n < last { n + 1 } else { 0 }))),
            ("ArrowUp", Some(last)) => at.set(Some(at.map_or(last, |n| n.checked_sub(1).unwrap_or(last)))),
            ("Enter" | "ArrowDown", _) => match at.and_then(|n| list.get(n)) {
                Some(chosen) => take.emit(chosen.clone()),
                None => {
                    close.emit(());
                    platform::focus(".hit-item a");
                }
            },
            _ => return,
        }
        event.prevent_default();
    })
}

/// The search field: searches while typing and suggests words, names and titles. Arrow keys select a suggestion, Enter accepts it or
/// goes to the first hit, Escape closes the list, then clears the field.
#[hook]
fn use_search_field(context: &AppContext) -> Html {
    let (words, address) = (context.words(), context.address().clone());
    let open = use_state(|| false);
    let at = use_state(|| None::<usize>);
    let asked = (*open).then(|| Suggest(address.filter.query.clone()));
    let (answered, _) = use_answer(context, asked);
    let offered: &[Suggestion] = answered.answer.get().filter(|_| *open).map_or(&[], Vec::as_slice);
    let visit = searching(context);
    let close = {
        let (open, at) = (open.setter(), at.setter());
        Callback::from(move |()| {
            open.set(false);
            at.set(None);
        })
    };
    let take = {
        let (address, visit, close) = (address.clone(), visit.clone(), close.clone());
        Callback::from(move |chosen: Suggestion| {
            close.emit(());
            match chosen.kind {
                SuggestionKind::Title(id) => platform::visit(&address.at(Page::Article(id)).href()),
                SuggestionKind::Word | SuggestionKind::Name(_) => visit.emit(completed(&address.filter.query, &chosen.text)),
            }
        })
    };
    let typed = {
        let (visit, open, at) = (visit.clone(), open.setter(), at.setter());
        Callback::from(move |event: InputEvent| {
            open.set(true);
            at.set(None);
            visit.emit(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let key = keys(&at, offered.to_vec(), &visit, &take, &close);
    let clear = visit.reform(|_: MouseEvent| {
        platform::focus("#suche");
        String::new()
    });
    let submit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let active = at.filter(|n| *n < offered.len()).map(|n| format!("vorschlag-{n}"));
    html! {
        <form class="search" role="search" onsubmit={submit}>
            <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true"><circle cx="7" cy="7" r="4.6" /><path d="m10.6 10.6 3.6 3.6" /></svg>
            <input id="suche" type="text" enterkeyhint="search" autocomplete="off" autocapitalize="off" spellcheck="false" value={address.filter.query.clone()}
                placeholder={words.search.hint} aria-label={words.search.label} oninput={typed} onkeydown={key} onblur={close.reform(|_: FocusEvent| ())}
                role="combobox" aria-autocomplete="list" aria-expanded={(!offered.is_empty()).to_string()} aria-controls="vorschlaege" aria-activedescendant={active} />
            if !address.filter.query.is_empty() {
                <button type="button" class="clear" onclick={clear} aria-label={words.search.clear}>{ "×" }</button>
            }
            <ul id="vorschlaege" role="listbox" aria-label={words.search.suggestions} hidden={offered.is_empty()}>
                { for offered.iter().enumerate().map(|(n, suggestion)| option(context, suggestion, n, *at == Some(n), &take)) }
            </ul>
        </form>
    }
}

fn option(context: &AppContext, suggestion: &Suggestion, n: usize, chosen: bool, take: &Callback<Suggestion>) -> Html {
    let words = context.words();
    let (kind, class) = match &suggestion.kind {
        SuggestionKind::Word => (words.search.suggested[0], None),
        SuggestionKind::Title(_) => (words.search.suggested[1], None),
        SuggestionKind::Name(kind) => (words.names.kind[*kind as usize], Some(classes!("n", Layer::Names(*kind).class()))),
    };
    let take = {
        let (take, suggestion) = (take.clone(), suggestion.clone());
        // On press, not on click: the field would lose the focus and close the list.
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            take.emit(suggestion.clone());
        })
    };
    html! {
        <li id={format!("vorschlag-{n}")} role="option" aria-selected={chosen.to_string()} onmousedown={take}>
            <span {class} lang="de">{ &suggestion.text }</span><small>{ kind }</small>
        </li>
    }
}

/// The query with its last word, still being typed, completed.
fn completed(query: &str, word: &str) -> String {
    let start = query.rfind(char::is_whitespace).map_or(0, |at| at + query[at..].chars().next().map_or(0, char::len_utf8));
    format!("{}{word} ", &query[..start])
}

/// The address of a query: in the reader it applies to the open article and the list next to it, elsewhere it opens the results.
pub fn with_query(address: &Address, query: String) -> Address {
    let page = match &address.page {
        Page::Article(id) => Page::Article(id.clone()),
        _ => Page::Search,
    };
    Address { page, passage: None, ..address.filtered(|filter| filter.query = query) }
}

#[cfg(test)]
mod tests {
    use super::completed;

    #[test]
    fn the_last_word_is_completed() {
        assert_eq!(completed("Xi Put", "Wladimir Putin"), "Xi Wladimir Putin ");
        assert_eq!(completed("Krem", "kremlchef"), "kremlchef ");
        assert_eq!(completed("a\u{a0}b", "bar"), "a\u{a0}bar ");
    }
}
