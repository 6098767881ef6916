//! Closing a card.

use crate::anchors;
use crate::platform;
use crate::state::{Action, AppContext, State};
use yew::prelude::*;
use zeitlupe_words::address::{Address, Page};

/// The button that closes the card.
pub(super) fn close(context: &AppContext) -> Html {
    let (dispatcher, address) = (context.state.dispatcher(), context.address().clone());
    let close = Callback::from(move |_: MouseEvent| close_card(&dispatcher, &address));
    html! { <button type="button" class="close" onclick={close} aria-label={context.words().close}>{ "×" }</button> }
}

/// Closes the card of this address and returns the focus to the mark it was opened from.
pub fn close_card(dispatcher: &UseReducerDispatcher<State>, address: &Address) {
    if let Page::Article(article) = &address.page {
        let mark = address.passage.as_ref().map(|passage| anchors::with_id(&anchors::mark(article, passage.start)));
        platform::focus(&mark.unwrap_or_else(|| anchors::inside(article, "a.n.chosen")));
        if address.entity.is_none() {
            // A note is opened from its sign, if it has one.
            platform::focus(&anchors::inside(article, ".note-sign.chosen"));
        }
    } else {
        platform::focus("a.n.chosen");
    }
    dispatcher.dispatch(Action::Visit(Box::new(Address { entity: None, passage: None, ..address.clone() })));
}
