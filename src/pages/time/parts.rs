//! The parts of the timeline view.

use super::loading::{Loaded, Opened, Visible};
use super::picture::{Ranges, STEP, items_of};
use super::tools::{Periods, state_of, tools, views, visit, within};
use crate::components::{Chart, ItemTexts, Rows, chips, files};
use crate::platform;
use crate::state::AppContext;
use std::rc::Rc;
use yew::prelude::*;
use zeitlupe_core::day::Day;
use zeitlupe_core::room::Period;
use zeitlupe_core::timeline::scale::Window;
use zeitlupe_words::address::TimeView;
use zeitlupe_words::format;

/// What the view is rendered from.
pub(super) struct Parts<'a> {
    pub(super) context: &'a AppContext,
    /// The context when the window last stopped moving, for the lists.
    pub(super) calm: AppContext,
    pub(super) loaded: &'a Loaded,
    pub(super) visible: &'a Visible,
    pub(super) opened: &'a Opened,
    pub(super) words: ItemTexts,
    /// The number of the item in the address.
    pub(super) here: Option<u32>,
}

impl Parts<'_> {
    /// The whole view: `open` are the listed items of a mark, `focus` is the day of the focused mark, `no_item` says that the item in the
    /// address does not exist.
    pub(super) fn all(&self, open: &Rc<Vec<u32>>, focus: &UseStateHandle<Option<Day>>, is_waiting: bool, no_item: bool) -> Html {
        let &Self { context, visible, opened, .. } = self;
        let view = visible.view;
        let (words, items) = (context.words(), &self.loaded.items.answer);
        let Ranges { whole, busiest, .. } = self.loaded.ground.ranges;
        let stretches = Periods { whole, busiest, window: visible.window, chosen: visible.chosen };
        let shown = *opened.shown;
        let more = {
            let shown = opened.shown.clone();
            Callback::from(move |_: MouseEvent| shown.set(*shown + STEP))
        };
        html! {
            <div class="timeline" aria-busy={is_waiting.to_string()}>
                <div class="measure" />
                <h1>{ words.timeline.title }</h1>
                { chips(context) }
                { views(context, view) }
                { tools(context, view, stretches, **focus) }
                <p class="meta" role="status">{ state_of(context, visible.window, &visible.listed, items_of(items)) }{ " · " }
                    <button type="button" class="plain" disabled={visible.listed.undated.is_empty()} onclick={Callback::from(|_: MouseEvent| platform::open_details("#ohne-datum"))}>
                        { self.undated_label() }
                    </button>
                </p>
                if no_item { <p class="notice" role="status">{ words.timeline.no_item }</p> }
                if view == TimeView::Chart { { self.chart(focus) } }
                if opened.items.is_empty() { { self.rows(open, shown, true) } } else { { self.opened_mark(open) } }
                if open.len() > shown { <button type="button" class="more" onclick={more}>{ words.more }</button> }
                { files(context, items, open, view == TimeView::Chart) }
                if !visible.listed.undated.is_empty() { { self.undated() } }
            </div>
        }
    }

    /// The drawing.
    fn chart(&self, focus: &UseStateHandle<Option<Day>>) -> Html {
        let &Self { context, visible, .. } = self;
        let Ranges { whole, overview, .. } = self.loaded.ground.ranges;
        let &Visible { chosen, window, frame, scale, .. } = visible;
        let focused = {
            let focus = focus.setter();
            Callback::from(move |day: Option<Day>| focus.set(day))
        };
        let open = {
            let opened = self.opened.items.setter();
            Callback::from(move |items: Vec<u32>| opened.set(items))
        };
        let jump = visit(context, move |address, day: Day| within(address, window.around(day).clamp(whole)));
        let choose = visit(context, |address, chosen: Window| {
            address.filtered(|filter| filter.period = Period { from: Some(chosen.from), to: Some(chosen.to), ..filter.period })
        });
        let zoom = visit(context, move |address, (closer, day): (bool, Day)| {
            within(address, if closer { window.zoom_in(day, whole) } else { window.zoom_out(day, whole) })
        });
        html! {
            <Chart context={context.clone()} items={self.loaded.items.answer.clone()} layout={visible.picture.layout.clone()} strip={visible.picture.strip.clone()} {overview} {frame} {scale}
                lanes={self.loaded.ground.names.clone()} words={self.words.clone()} {chosen} focus={**focus} {focused} {open} {jump} {choose} {zoom} />
        }
    }

    /// Items as a list or a table, by index.
    fn rows(&self, places: &Rc<Vec<u32>>, shown: usize, months: bool) -> Html {
        let table = self.visible.view == TimeView::Table;
        html! {
            <Rows context={self.calm.clone()} items={self.loaded.items.answer.clone()} words={self.words.clone()} places={places.clone()} {shown} {table} {months} here={self.here} />
        }
    }

    /// The items of the open mark, and a button to close it.
    fn opened_mark(&self, open: &Rc<Vec<u32>>) -> Html {
        let &Self { context, opened, .. } = self;
        let words = context.words();
        let close = {
            let items = opened.items.setter();
            move || {
                items.set(Vec::new());
                platform::focus(".chart svg a[tabindex='0']");
            }
        };
        let onkeydown = {
            let close = close.clone();
            Callback::from(move |event: KeyboardEvent| {
                if event.key() == "Escape" {
                    close()
                }
            })
        };
        let close = Callback::from(move |_: MouseEvent| close());
        html! {
            <section class="opened" aria-labelledby="geoeffnet" {onkeydown}>
                <h2 id="geoeffnet" tabindex="-1">{ format::counted(opened.items.len() as u32, &words.timeline.items, context.lang()) }</h2>
                <button type="button" onclick={close}>{ words.close }</button>
                { self.rows(open, *opened.shown, false) }
            </section>
        }
    }

    /// "Ohne Datum (12)".
    fn undated_label(&self) -> String {
        let count = format::number(self.visible.listed.undated.len() as u32, self.context.lang());
        format!("{} ({count})", self.context.words().timeline.undated)
    }

    /// The undated items, collapsed; their texts are loaded once expanded.
    fn undated(&self) -> Html {
        let unfold = {
            let undated = self.opened.undated.clone();
            Callback::from(move |_: Event| undated.set(true))
        };
        html! {
            <details class="undated" id="ohne-datum" ontoggle={unfold}>
                <summary>{ self.undated_label() }</summary>
                { self.rows(&self.visible.listed.undated, STEP, false) }
            </details>
        }
    }
}
