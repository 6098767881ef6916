//! The table of names, with small bars over time.

use super::sortable_table::{Cell, Head, sortable_table};
use super::timeline::px;
use crate::components::save_button;
use crate::state::AppContext;
use std::rc::Rc;
use yew::prelude::*;
use zeitlupe_core::day::Day;
use zeitlupe_core::entity::EntityId;
use zeitlupe_core::entity::table::{Order, Row, Table};
use zeitlupe_words::address::{Address, Layer, NamesState};
use zeitlupe_words::format;

/// Width of a step and height of the highest bar, in units of the drawing.
const STEP: f64 = 4.0;
const HEIGHT: f64 = 16.0;

/// The first `shown` rows, the meaning of the bars, and all rows as a file.
pub fn name_table(context: &AppContext, table: &Rc<Table>, shown: usize, more: Callback<MouseEvent>) -> Html {
    let (words, address, lang) = (context.words(), context.address(), context.lang());
    let head = |class: &'static str, name: &'static str, order: Order| {
        Head::sorting(class, name, order, address.names.order, Address { names: NamesState { order, ..address.names }, ..address.clone() })
    };
    let heads = vec![
        head("", words.names.column_name, Order::Name),
        Head::plain("kind", words.names.column_kind),
        head("number", words.names.column_mentions, Order::Count),
        head("number", words.names.column_articles, Order::Articles),
        head("day", words.names.column_first, Order::First),
        head("day", words.names.column_last, Order::Last),
        Head::plain("trace", words.names.column_bars),
    ];
    let rows = table.rows.iter().take(shown).filter_map(|row| cells(context, table, row)).collect();
    let saved = {
        let (context, table) = (context.clone(), table.clone());
        move || file(&context, &table)
    };
    html! {
        <>
            <p class="quiet" role="status">{ format::counted(table.rows.len() as u32, &words.entities, lang) }</p>
            if table.rows.is_empty() { <p>{ words.names.none }</p> } else {
                { sortable_table(words.names.title, heads, rows) }
                <p class="quiet">{ note(context, table) }</p>
                <p class="actions">
                    if table.rows.len() > shown { <button type="button" onclick={more}>{ words.more }</button> }
                    { save_button(context, "namen.csv", saved) }
                </p>
            }
        </>
    }
}

/// The name as a link that selects it.
pub fn name_link(context: &AppContext, id: EntityId) -> Html {
    let Some((name, there)) = choose(context, id) else { return html! {} };
    let current = (context.address().entity.as_ref() == there.entity.as_ref()).then_some("true");
    html! { <a href={there.href()} aria-current={current}>{ name }</a> }
}

/// The name of an entity, and the address that selects it in this view.
pub fn choose(context: &AppContext, id: EntityId) -> Option<(String, Address)> {
    let chosen = context.name_of(id)?;
    Some((chosen.name.clone(), Address { entity: Some(chosen), ..context.address().clone() }))
}

fn cells(context: &AppContext, table: &Table, row: &Row) -> Option<(bool, Vec<Cell>)> {
    let (words, lang) = (context.words(), context.lang());
    let entity = context.entity(row.id)?;
    let open = context.address().entity.as_ref().is_some_and(|name| name.kind == entity.kind && name.name == entity.name);
    let number = |n: u32| ("number", html! { { format::number(n, lang) } });
    let day = |days: Option<(Day, Day)>| ("day", html! { { days.map(|(from, to)| format::period(from, to, lang)).unwrap_or_default() } });
    let kind = html! { <span class={classes!("n", Layer::Names(entity.kind).class())}>{ words.names.kind[entity.kind as usize] }</span> };
    let trace = trace(context, table, &table.bars(entity), Layer::Names(entity.kind).class());
    let name = name_link(context, row.id);
    Some((
        open,
        vec![("", name), ("kind", kind), number(row.mentions), number(row.articles), day(row.first), day(row.last), ("trace", trace)],
    ))
}

/// The bars of a name, with a text alternative.
fn trace(context: &AppContext, table: &Table, bars: &[u32], class: &'static str) -> Html {
    let Some(axis) = table.axis else { return html! {} };
    let (mut path, mut spoken) = (String::new(), Vec::new());
    for (n, count) in bars.iter().enumerate().filter(|(_, count)| **count > 0) {
        // The square root keeps a single mention visible next to many.
        let height = (f64::from(*count) / f64::from(table.most.max(1))).sqrt() * HEIGHT;
        path += &format!("M{} {}h{}v{}h-{}z", px(n as f64 * STEP + 0.5), px(HEIGHT - height), px(STEP - 1.0), px(height), px(STEP - 1.0));
        let (from, to) = axis.days(n as u32);
        spoken.push(format!("{}: {}", format::period(from, to, context.lang()), format::number(*count, context.lang())));
    }
    let label = if spoken.is_empty() { context.words().names.bars_none.to_owned() } else { spoken.join(", ") };
    let viewport = format!("0 0 {} 16", axis.count * STEP as u32);
    html! { <svg class={classes!("trace", class)} viewBox={viewport} preserveAspectRatio="none" role="img" aria-label={label}><path d={path} /></svg> }
}

/// "Balken: Nennungen je Monat, 1. Feb. 2022 – 28. Feb. 2023, …".
fn note(context: &AppContext, table: &Table) -> String {
    let (words, lang) = (context.words(), context.lang());
    let mut out = String::new();
    if let Some(axis) = table.axis {
        let whole = format::period(axis.days(0).0, axis.days(axis.count - 1).1, lang);
        out = format!(
            "{}, {whole}; {} {}",
            words.names.bars_note[axis.step as usize],
            words.names.bars_scale,
            format::number(table.most, lang)
        );
    }
    if table.unplaced > 0 {
        let sign = if out.is_empty() { "" } else { "; " };
        out += &format!("{sign}{} {}", words.names.bars_without, format::counted(table.unplaced, &words.articles, lang));
    }
    out
}

/// All rows as CSV, with a column for each step.
fn file(context: &AppContext, table: &Table) -> Vec<Vec<String>> {
    let words = context.words();
    let heads = [
        words.names.column_name,
        words.names.column_kind,
        words.names.column_mentions,
        words.names.column_articles,
        words.names.column_first,
        words.names.column_last,
    ];
    let span = |(from, to): (Day, Day)| if from == to { from.iso() } else { format!("{}/{}", from.iso(), to.iso()) };
    let steps = table.axis.into_iter().flat_map(|axis| (0..axis.count).map(move |n| span(axis.days(n))));
    let mut out: Vec<Vec<String>> = vec![heads.map(str::to_owned).into_iter().chain(steps).collect()];
    out.extend(table.rows.iter().filter_map(|row| {
        let entity = context.entity(row.id)?;
        let days = [row.first, row.last].map(|days| days.map(span).unwrap_or_default());
        let mut line = vec![entity.name.clone(), words.names.kind[entity.kind as usize].to_owned()];
        line.extend([row.mentions, row.articles].map(|n| n.to_string()));
        line.extend(days);
        line.extend(table.bars(entity).iter().map(u32::to_string));
        Some(line)
    }));
    out
}
