//! The timeline view: the drawing, its tools, and the same items as a list or a table.

mod loading;
mod parts;
mod picture;
mod tools;

use crate::components::{ItemTexts, fault, missing, waiting};
use crate::pages::ViewProps;
use loading::{use_item, use_items, use_opened, use_reports, use_shown, use_visible};
use parts::Parts;
use picture::items_of;
use std::rc::Rc;
use yew::prelude::*;
use zeitlupe_core::day::Day;

/// The timeline of the whole corpus.
#[component]
pub fn Time(ViewProps { context }: &ViewProps) -> Html {
    let (words, address) = (context.words(), context.address());
    let loaded = use_items(context);
    let items = items_of(&loaded.items.answer);
    let (looked_up, is_looking, found, found_again) = use_item(context, &loaded.items);
    let here = looked_up.and_then(|at| items.get(at as usize).copied());
    let visible = use_visible(context, &loaded, here);
    let calm = use_mut_ref(|| context.clone());
    let opened = use_opened(context);
    let open_items: Rc<Vec<u32>> = if opened.items.is_empty() { visible.listed.inside.clone() } else { Rc::new((*opened.items).clone()) };
    let reports = use_reports(context, &loaded, &visible, &opened, &open_items, looked_up);
    let here = here.map(|item| item.number);
    use_shown(here, reports.answered.answer.is_loaded());
    let focus = use_state(|| None::<Day>);
    let all = [
        (&loaded.items.fault, &loaded.items_again),
        (&loaded.named.fault, &loaded.named_again),
        (&reports.answered.fault, &reports.again),
        (&found.fault, &found_again),
    ];
    for (trouble, again) in all {
        if let Some(trouble) = trouble {
            return fault(words, trouble, again);
        }
    }
    if let Some(instead) = missing(context, loaded.needed) {
        return instead;
    }
    if !loaded.items.answer.is_loaded() {
        return waiting(words);
    }
    // The list is only updated when the window stops moving.
    if visible.is_settled {
        context.clone_into(&mut calm.borrow_mut());
    }
    let is_waiting = loaded.items.waiting || reports.answered.waiting || loaded.named.waiting || !visible.is_settled || !reports.is_current;
    let no_item = address.time.item.is_some() && here.is_none() && !is_looking;
    let words = ItemTexts(reports.answered.answer);
    let parts = Parts { context, calm: calm.borrow().clone(), loaded: &loaded, visible: &visible, opened: &opened, words, here };
    parts.all(&open_items, &focus, is_waiting, no_item)
}
