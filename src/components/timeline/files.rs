//! The timeline as files: all listed items, including those not shown yet.

use super::{label, sign};
use crate::components::save::csv;
use crate::components::save_drawing;
use crate::hooks::AnswerTo;
use crate::platform;
use crate::service;
use crate::state::AppContext;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;
use zeitlupe_core::day::Day;
use zeitlupe_core::event::Mode;
use zeitlupe_core::room::question::{Timeline, Witnesses};
use zeitlupe_core::timeline::Item;
use zeitlupe_core::timeline::calendar::{Entry, calendar};
use zeitlupe_core::view::Witness;
use zeitlupe_words::format;

/// Buttons that save these items as a table and as a calendar, and the drawing if there is one.
pub fn files(context: &AppContext, items: &AnswerTo<Timeline>, shown: &Rc<Vec<u32>>, drawn: bool) -> Html {
    let words = context.words();
    html! {
        <p class="actions files">
            { button(context, words.csv, items, shown, |context, reported| platform::save("zeitleiste.csv", "text/csv;charset=utf-8", &table(context, reported))) }
            { button(context, words.timeline.ics, items, shown, |context, reported| platform::save("zeitleiste.ics", "text/calendar;charset=utf-8", &entries(context, reported))) }
            if drawn { { save_drawing(context, ".chart svg.plot", "zeitleiste") } }
        </p>
    }
}

/// Items, each with its witnesses.
type Reported = Vec<(Item, Vec<Witness>)>;

/// A button that loads the texts only when pressed.
fn button(
    context: &AppContext,
    name: &'static str,
    items: &AnswerTo<Timeline>,
    shown: &Rc<Vec<u32>>,
    save: fn(&AppContext, &Reported),
) -> Html {
    let (context, all, shown) = (context.clone(), items.clone(), shown.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let Some(timeline) = all.get() else { return };
        let items: Vec<Item> = shown.iter().filter_map(|at| timeline.items.get(*at as usize).copied()).collect();
        let context = context.clone();
        spawn_local(async move {
            let numbers = items.iter().map(|item| item.number).collect();
            match service::ask(Witnesses(numbers)).await {
                Ok(reported) => save(&context, &items.into_iter().zip(reported).map(|(item, (_, reported))| (item, reported)).collect()),
                Err(_) => platform::alert(context.words().not_saved),
            }
        });
    });
    html! { <button type="button" class="save" {onclick}>{ name }</button> }
}

fn source(context: &AppContext, witness: &Witness) -> String {
    format::source(context.summary(witness.article).and_then(|summary| summary.source.as_deref()), context.words()).to_owned()
}

/// A row for each witness of an item.
fn table(context: &AppContext, reported: &Reported) -> String {
    let words = context.words();
    let [when, what, kind, article, known] = words.timeline.heads;
    let [until, surface, source_head] = words.timeline.file_heads;
    let heads = [when, until, kind, surface, "TIMEX3", what, article, source_head, known, words.timeline.disagree];
    let mut rows: Vec<Vec<String>> = vec![heads.map(str::to_owned).into()];
    for (item, witnesses) in reported {
        for witness in witnesses {
            let time = witness.time.as_ref();
            let days = time.map_or(item.days, |time| time.earliest.zip(time.latest));
            let iso = |day: Option<Day>| day.map(Day::iso).unwrap_or_default();
            let kind = if time.is_none() { words.timeline.item_kinds[0] } else { mode_name(context, witness.mode) };
            let known = time.map(|time| format::reason(time, context.lang())).unwrap_or_default();
            let value = time.map(|time| time.value.clone()).unwrap_or_default();
            let conflict = if item.disagree { "×" } else { "" };
            let (from, to) = (iso(days.map(|days| days.0)), iso(days.map(|days| days.1)));
            rows.push(vec![
                from,
                to,
                kind.to_owned(),
                witness.surface.clone(),
                value,
                witness.text.clone(),
                label(context, witness),
                source(context, witness),
                known,
                conflict.to_owned(),
            ]);
        }
    }
    csv(&rows, words.csv_separator)
}

fn mode_name(context: &AppContext, mode: Mode) -> &'static str {
    let words = context.words();
    Some(words.timeline.modes[mode as usize]).filter(|name| !name.is_empty()).unwrap_or(words.timeline.item_kinds[1])
}

fn entries(context: &AppContext, reported: &Reported) -> String {
    let words = context.words();
    let entry = |(item, witnesses): &(Item, Vec<Witness>)| {
        let first = witnesses.first()?;
        let mut lines: Vec<String> =
            witnesses.iter().map(|witness| format!("{} ({})", label(context, witness), source(context, witness))).collect();
        if let Some(time) = &first.time {
            lines.insert(0, format!("„{}“: {}", first.surface, format::reason(time, context.lang())));
        }
        if item.disagree {
            lines.push(words.timeline.disagree.to_owned());
        }
        let categories = if first.time.is_none() { words.timeline.item_kinds[0] } else { mode_name(context, first.mode) };
        let reported = context.summary(first.article).and_then(|summary| summary.date.as_ref()).map(|date| date.earliest);
        let (_, sign, _) = sign(context, item);
        Some(Entry {
            days: item.days,
            reported,
            summary: format!("{sign} {}", first.text),
            description: lines.join("\n"),
            categories: categories.to_owned(),
        })
    };
    let name = context.corpus().map(|corpus| corpus.title.clone()).filter(|title| !title.is_empty());
    calendar(&name.unwrap_or_else(|| words.untitled.to_owned()), &reported.iter().filter_map(entry).collect::<Vec<_>>())
}
